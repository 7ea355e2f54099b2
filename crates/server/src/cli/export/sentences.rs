//! What `export` says in words.

use std::path::Path;

/// How often it says how far it has come.
const TIMES: u64 = 10;

/// Says how far it has come, at each tenth of a long way.
pub(super) fn progress(row: u64, rows: u64) {
    let step = (rows / TIMES).max(100_000);
    if row.is_multiple_of(step) && row + step <= rows {
        eprintln!("{row} of {rows} rows");
    }
}

pub(super) fn done(rows: u64, to: &Path, codebook: Option<&Path>) -> String {
    let rows = match rows {
        1 => "1 row".to_owned(),
        rows => format!("{rows} rows"),
    };
    match codebook {
        Some(codebook) => format!("Wrote {rows} to {}, and the codebook to {}.", to.display(), codebook.display()),
        None => format!("Wrote {rows} to {}.", to.display()),
    }
}
