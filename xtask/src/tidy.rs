//! `tidy`: the house rules that a program can check. Each rule is one small function over the
//! text of the project, with a test that shows it failing.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;

use crate::failure::Failure;
use crate::shell::{answer, program, root, step};

mod files;
mod layers;
mod paths;
mod styles;
mod words;

/// Looks at every file that git knows or would know, and lists what breaks a rule.
pub(crate) fn run() -> Result<(), Failure> {
    step("Checking the house rules", "seconds", || {
        let findings = check(&Tree::of_this_checkout()?);
        for finding in &findings {
            println!("    {finding}");
        }
        match findings.len() {
            0 => Ok(()),
            findings => Err(Failure::Untidy { findings }),
        }
    })
}

type Rule = fn(&Tree) -> Vec<Finding>;

const RULES: [Rule; 13] = [
    paths::documents_name_files_that_exist,
    paths::no_file_names_somebodys_own_machine,
    layers::only_the_browser_folder_touches_the_browser,
    layers::the_domain_has_no_clock_no_files_and_no_chance,
    layers::the_context_is_read_in_one_place,
    layers::sql_lives_in_the_store,
    words::every_language_has_the_same_messages,
    words::every_message_used_exists,
    words::every_message_is_used,
    files::a_long_file_says_why,
    files::nothing_is_left_for_later,
    styles::colours_live_in_the_tokens,
    styles::every_component_sheet_is_imported,
];

fn check(tree: &Tree) -> Vec<Finding> {
    RULES.iter().flat_map(|rule| rule(tree)).collect()
}

/// The project's text files by their path from the top, with `/` between folders.
struct Tree(BTreeMap<String, String>);

impl Tree {
    fn of_this_checkout() -> Result<Tree, Failure> {
        let mut git = program("git");
        git.args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"]);
        let listed = answer(&mut git).ok_or(Failure::Missing {
            what: "the list of the project's files",
            remedy: "tidy asks git for it: install git and run it in a clone.",
        })?;
        // A file that git still lists but that is gone, or that is not text, has nothing to check.
        Ok(Tree(
            listed
                .split_terminator('\0')
                .filter_map(|path| Some((path.to_owned(), fs::read_to_string(root().join(path)).ok()?)))
                .collect(),
        ))
    }

    fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    fn under(&self, folder: &str, ending: &str) -> impl Iterator<Item = (&str, &str)> {
        self.files().filter(move |(path, _)| path.starts_with(folder) && path.ends_with(ending))
    }

    fn has(&self, path: &str) -> bool {
        let folder = format!("{}/", path.trim_end_matches('/'));
        self.0.contains_key(path) || self.0.keys().any(|file| file.starts_with(&folder))
    }

    #[cfg(test)]
    fn of(files: &[(&str, &str)]) -> Tree {
        Tree(files.iter().map(|(path, text)| (path.to_string(), text.to_string())).collect())
    }
}

/// A place that breaks a rule.
#[derive(Debug, PartialEq, Eq)]
struct Finding {
    path: String,
    /// Counted from 1; 0 for the file as a whole.
    line: usize,
    rule: String,
}

impl Finding {
    fn new(path: &str, line: usize, rule: impl Into<String>) -> Finding {
        Finding { path: path.to_owned(), line, rule: rule.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(out, "{}: {}", self.path, self.rule),
            line => write!(out, "{}:{line}: {}", self.path, self.rule),
        }
    }
}

/// Lines with their number from 1.
fn numbered(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(index, line)| (index + 1, line))
}

/// Lines of Rust with their number, without whole-line comments, up to the file's own tests.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    numbered(text)
        .take_while(|(_, line)| line.trim() != "#[cfg(test)]")
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_names_file_line_and_rule() {
        assert_eq!(Finding::new("a.rs", 3, "too long").to_string(), "a.rs:3: too long");
        assert_eq!(Finding::new("a.rs", 0, "too long").to_string(), "a.rs: too long");
    }

    #[test]
    fn comments_and_a_files_own_tests_are_not_its_code() {
        let text = "one\n// two\nthree\n#[cfg(test)]\nfour";
        assert_eq!(code(text).collect::<Vec<_>>(), [(1, "one"), (3, "three")]);
    }

    #[test]
    fn an_empty_project_is_tidy() {
        assert_eq!(check(&Tree::of(&[])), []);
    }
}
