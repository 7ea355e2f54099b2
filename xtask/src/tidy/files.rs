//! Length, and what nobody should leave behind.

use super::{Finding, Tree, numbered};

/// A file longer than this explains itself or is split.
const LONG: usize = 400;

pub(super) fn a_long_file_says_why(tree: &Tree) -> Vec<Finding> {
    [".rs", ".css", ".js"]
        .into_iter()
        .flat_map(|ending| tree.under("", ending))
        .filter(|(_, text)| text.lines().count() > LONG)
        .filter(|(_, text)| !text.lines().take(10).any(|line| line.contains("Long because")))
        .map(|(path, text)| {
            let lines = text.lines().count();
            Finding::new(path, 0, format!("{lines} lines: split it, or say `Long because …` on top"))
        })
        .collect()
}

pub(super) fn nothing_is_left_for_later(tree: &Tree) -> Vec<Finding> {
    // Spelt in halves, so that this file passes its own rule.
    let leftovers = [
        concat!("#[ign", "ore"),
        concat!("to", "do!("),
        concat!("unimpl", "emented!("),
        concat!("db", "g!("),
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X"),
    ];
    tree.files()
        .filter(|(path, _)| !path.ends_with(".lock") && !path.ends_with("package-lock.json"))
        .flat_map(|(path, text)| numbered(text).map(move |(line, words)| (path, line, words)))
        .filter_map(|(path, line, words)| {
            let leftover = leftovers.iter().find(|leftover| words.contains(**leftover))?;
            Some(Finding::new(path, line, format!("`{leftover}` is work left for later")))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_file_is_found_unless_it_says_why() {
        let long = "let line = 1;\n".repeat(LONG + 1);
        let excused = format!("//! Long because it is a table.\n{long}");
        let tree = Tree::of(&[("src/a.rs", &long), ("src/b.rs", &excused), ("src/c.md", &long)]);
        let found = a_long_file_says_why(&tree);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].path, "src/a.rs");
    }

    #[test]
    fn work_left_for_later_is_found_in_any_kind_of_file() {
        let tree = Tree::of(&[
            ("src/a.rs", concat!("fn a() { to", "do!() }")),
            ("styles/a.css", concat!("/* FIX", "ME */")),
            ("src/b.rs", "fn b() {}"),
        ]);
        assert_eq!(nothing_is_left_for_later(&tree).len(), 2);
    }
}
