//! How much of a rural school's line the app takes.

use std::fmt;
use std::fs;
use std::path::Path;

use crate::compress::beside;
use crate::failure::Failure;
use crate::inputs::files_under;

/// The most that the files of a first load may weigh, brotli, in bytes.
const BUDGET: u64 = 350 * 1024;

/// The built app's files, heaviest first. All of them belong to the first load: the service worker
/// fetches whatever the page has not asked for by itself.
pub(crate) struct Sizes(Vec<Size>);

struct Size {
    name: String,
    raw: u64,
    /// Brotli where there is a packed form, otherwise the file itself.
    wire: u64,
}

/// Weighs every file of a built app.
pub(crate) fn measure(app: &Path) -> Result<Sizes, Failure> {
    let mut sizes = Vec::new();
    for file in files_under(app)? {
        let name = file.to_string_lossy().into_owned();
        if name.starts_with('.') || name.ends_with(".br") || name.ends_with(".gz") {
            continue;
        }
        let path = app.join(&file);
        let raw = fs::metadata(&path).map_err(Failure::at(&path))?.len();
        let wire = fs::metadata(beside(&path, "br")).map_or(raw, |packed| packed.len());
        sizes.push(Size { name, raw, wire });
    }
    sizes.sort_by_key(|size| u64::MAX - size.wire);
    Ok(Sizes(sizes))
}

impl Sizes {
    /// The first load against the budget.
    pub(crate) fn within_budget(&self) -> Result<(), Failure> {
        let bytes = self.wire();
        match bytes <= BUDGET {
            true => Ok(()),
            false => Err(Failure::OverBudget { bytes, budget: BUDGET }),
        }
    }

    fn wire(&self) -> u64 {
        self.0.iter().map(|size| size.wire).sum()
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{:<52} {:>10} {:>10}", "file", "raw", "brotli")?;
        for size in &self.0 {
            writeln!(out, "{:<52} {:>10} {:>10}", size.name, size.raw, size.wire)?;
        }
        let wire = self.wire();
        let kilobytes = wire as f64 / 1024.0;
        let raw: u64 = self.0.iter().map(|size| size.raw).sum();
        write!(out, "{:<52} {raw:>10} {wire:>10}", "first load")?;
        write!(out, "  {kilobytes:.1} KB of {} KB", BUDGET / 1024)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_byte_too_many_is_over_the_budget() {
        let file = |wire| Size { name: String::from("a"), raw: wire, wire };
        assert!(Sizes(vec![file(BUDGET - 1), file(1)]).within_budget().is_ok());
        assert!(Sizes(vec![file(BUDGET), file(1)]).within_budget().is_err());
    }
}
