//! How much of a rural school's line the app takes.

use std::fmt;
use std::fs;
use std::path::Path;

use crate::compress::beside;
use crate::failure::Failure;
use crate::inputs::files_under;

/// The most that the files of a first load may weigh, brotli, in bytes.
const BUDGET: u64 = 350 * 1024;

/// The built app's files, as they are and as they travel.
pub(crate) struct Sizes(Vec<Size>);

struct Size {
    name: String,
    raw: u64,
    /// Brotli where there is a packed form, otherwise the file itself.
    wire: u64,
    /// Whether the page asks for it by itself, before anybody has pressed anything.
    is_first_load: bool,
}

/// Weighs every file of a built app.
pub(crate) fn measure(app: &Path) -> Result<Sizes, Failure> {
    let index = app.join("index.html");
    let page = fs::read_to_string(&index).map_err(Failure::at(&index))?;
    let mut sizes = Vec::new();
    for file in files_under(app)? {
        let name = file.to_string_lossy().into_owned();
        if name.starts_with('.') || name.ends_with(".br") || name.ends_with(".gz") {
            continue;
        }
        let path = app.join(&file);
        let raw = fs::metadata(&path).map_err(Failure::at(&path))?.len();
        let wire = fs::metadata(beside(&path, "br")).map_or(raw, |packed| packed.len());
        let is_first_load =
            name == "index.html" || name == "sw.js" || page.contains(&format!("/{name}"));
        sizes.push(Size {
            name,
            raw,
            wire,
            is_first_load,
        });
    }
    sizes.sort_by_key(|size| (!size.is_first_load, u64::MAX - size.wire));
    Ok(Sizes(sizes))
}

impl Sizes {
    /// The first load against the budget.
    pub(crate) fn within_budget(&self) -> Result<(), Failure> {
        let bytes = self.first_load();
        match bytes <= BUDGET {
            true => Ok(()),
            false => Err(Failure::OverBudget {
                bytes,
                budget: BUDGET,
            }),
        }
    }

    fn first_load(&self) -> u64 {
        self.0
            .iter()
            .filter(|size| size.is_first_load)
            .map(|size| size.wire)
            .sum()
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{:<52} {:>10} {:>10}", "file", "raw", "brotli")?;
        for size in &self.0 {
            let note = if size.is_first_load { "" } else { "  later" };
            writeln!(
                out,
                "{:<52} {:>10} {:>10}{note}",
                size.name, size.raw, size.wire
            )?;
        }
        let first_load = self.first_load();
        write!(
            out,
            "{:<52} {:>10} {:>10}  {:.1} KB of {} KB",
            "first load",
            self.0
                .iter()
                .filter(|size| size.is_first_load)
                .map(|size| size.raw)
                .sum::<u64>(),
            first_load,
            first_load as f64 / 1024.0,
            BUDGET / 1024
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_page_asks_for_by_itself_counts_against_the_budget() {
        let file = |wire, is_first_load| Size {
            name: String::from("a"),
            raw: wire,
            wire,
            is_first_load,
        };
        assert!(
            Sizes(vec![file(BUDGET, true), file(BUDGET, false)])
                .within_budget()
                .is_ok()
        );
        assert!(
            Sizes(vec![file(BUDGET, true), file(1, true)])
                .within_budget()
                .is_err()
        );
    }
}
