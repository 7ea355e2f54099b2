//! Paths in documents, and paths that only one person's machine has.

use super::{Finding, Tree, numbered};

const DOCUMENTS: [&str; 4] = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "DESIGN.md"];

/// What exists only after a build or a start, and is therefore not in the clone.
const MADE_LATER: [&str; 3] = ["target", "dist", "data"];

const ENDINGS: [&str; 13] =
    [".rs", ".md", ".toml", ".html", ".css", ".ftl", ".js", ".png", ".sql", ".json", ".lock", ".svg", ".webmanifest"];

pub(super) fn documents_name_files_that_exist(tree: &Tree) -> Vec<Finding> {
    DOCUMENTS
        .iter()
        .filter_map(|document| Some((*document, tree.0.get(*document)?)))
        .flat_map(|(document, text)| {
            numbered(text).flat_map(move |(line, words)| quoted(words).map(move |words| (document, line, words)))
        })
        .filter(|(_, _, words)| is_path(words, tree) && !tree.has(words))
        .map(|(document, line, words)| Finding::new(document, line, format!("there is no `{words}`")))
        .collect()
}

pub(super) fn no_file_names_somebodys_own_machine(tree: &Tree) -> Vec<Finding> {
    let homes = ["/home/", "/Users/", "/root/", "/work/", "C:\\"];
    tree.files()
        .filter(|(path, _)| *path != "xtask/src/tidy/paths.rs" && *path != "Cargo.lock")
        .flat_map(|(path, text)| numbered(text).map(move |(line, words)| (path, line, words)))
        .filter_map(|(path, line, words)| {
            let home = homes.iter().find(|home| mentions(words, home))?;
            Some(Finding::new(path, line, format!("`{home}` is a path on one machine only")))
        })
        .collect()
}

/// Whether a path starts here, rather than going on: "/home/" but not "pages/home/".
fn mentions(words: &str, home: &str) -> bool {
    words.match_indices(home).any(|(at, _)| {
        let before = words[..at].chars().next_back();
        !before.is_some_and(|letter| letter.is_alphanumeric() || "._-~}/".contains(letter))
    })
}

/// What stands between backticks in a line.
fn quoted(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

/// Whether these words mean a file or folder of the project, rather than code, an address on the
/// server or a file that a build makes.
fn is_path(words: &str, tree: &Tree) -> bool {
    let is_plain = words.chars().all(|letter| letter.is_alphanumeric() || "/._-".contains(letter));
    let first = words.split('/').next().unwrap_or(words);
    let names_our_folder = words.contains('/') && tree.has(first);
    let names_a_file = ENDINGS.iter().any(|ending| words.ends_with(ending) && words != *ending);
    is_plain
        && !words.starts_with('/')
        && !MADE_LATER.contains(&first)
        && (names_our_folder || (names_a_file && (words.contains('/') || tree.has("README.md"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_that_names_a_lost_file_or_folder_is_found() {
        let tree = Tree::of(&[
            ("README.md", "See `src/lib.rs`, `src/gone.rs` and `crates/gone/`,\nand `docs/gone.md`."),
            ("src/lib.rs", ""),
            ("crates/domain/Cargo.toml", ""),
        ]);
        let lines: Vec<_> =
            documents_name_files_that_exist(&tree).iter().map(|finding| (finding.line, finding.rule.clone())).collect();
        assert_eq!(
            lines,
            [
                (1, String::from("there is no `src/gone.rs`")),
                (1, String::from("there is no `crates/gone/`")),
                (2, String::from("there is no `docs/gone.md`")),
            ]
        );
    }

    #[test]
    fn addresses_code_and_built_files_are_not_paths_of_the_project() {
        let text = "`/api/v1/health` `text/html` `a/b c` `dist/index.html` `cargo xtask ci` `*.rs`";
        let tree = Tree::of(&[("README.md", text)]);
        assert_eq!(documents_name_files_that_exist(&tree), []);
    }

    #[test]
    fn somebodys_home_folder_is_found_and_an_address_that_goes_on_is_not() {
        let tree = Tree::of(&[("a.rs", "\"/home/ada/x\"\n\"src/home/x\"")]);
        let found = no_file_names_somebodys_own_machine(&tree);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].line, 1);
    }
}
