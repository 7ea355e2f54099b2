//! What `export` says in words.

use std::path::Path;

use crate::export::Checked;

/// How often it says how far it has come.
const TIMES: u64 = 10;

/// Says how far it has come, at each tenth of a long way.
pub(super) fn progress(row: u64, rows: u64) {
    let step = (rows / TIMES).max(100_000);
    if row.is_multiple_of(step) && row + step <= rows {
        eprintln!("{row} of {rows} rows");
    }
}

/// What a file that was read back says.
pub(super) fn checked(checked: &Checked) -> String {
    let Checked { rows, visits, not_here, not_in_file, look_fors, otherwise } = checked;
    let mut said = format!("{rows} rows read back into {visits} visits.\n");
    if *not_here > 0 {
        said.push_str(&format!("{not_here} of them are not in this database.\n"));
    }
    said.push_str(&match not_in_file {
        0 => "No other visit of its schools, from its first day to its last, is in this database.\n".to_owned(),
        1 => "1 visit of its schools, from its first day to its last, is in this database and not in the file.\n"
            .to_owned(),
        more => format!(
            "{more} visits of its schools, from its first day to its last, are in this database and not in the file.\n"
        ),
    });
    if otherwise.is_empty() {
        said.push_str(&format!("Each of {look_fors} look-fors has the same tally as in the database.\n"));
    }
    for one in otherwise {
        let (file, here) = (one.in_file, one.here);
        said.push_str(&format!(
            "{}: shown {} of {} in the file, {} of {} in the database, or other amounts.\n",
            one.look_for,
            file.shown(),
            file.looked(),
            here.shown(),
            here.looked()
        ));
    }
    said
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
