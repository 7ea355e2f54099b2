//! Which files a package has, and what is read of it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::cells::tidy;
use super::{one_roster, template};

/// What kind of package it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// OneRoster 1.1 (CSV).
    OneRoster11,
    /// OneRoster 1.2 (CSV): roles stand in a file of their own.
    OneRoster12,
    /// The project's own tables.
    Template,
}

/// What a file says about what it does not name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// It is everything: what it does not name is gone.
    Bulk,
    /// It is what has changed since the last one.
    Delta,
}

/// Which files of a package are read, and in which order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    pub(super) format: Format,
    pub(super) files: Vec<(&'static str, Mode)>,
    pub(super) no_manifest: bool,
}

/// Why files are no package.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotAPackage {
    /// None of the files has a name that is known.
    #[error("none of the files is one of a OneRoster package ({}) or of the template ({})",
        one_roster::FILES.join(", "), template::names().collect::<Vec<_>>().join(", "))]
    Unknown,
    /// The manifest announces a file that is not there.
    #[error("manifest.csv announces {0}, which is not there")]
    Announced(String),
    /// The manifest says neither of a file.
    #[error("manifest.csv says {value:?} of {file}; it can say bulk, delta or absent")]
    Mode {
        /// Which file.
        file: String,
        /// What it says.
        value: String,
    },
    /// Two files of an archive have one name.
    #[error("there are two files called {0}, in different folders")]
    Twice(String),
    /// A cell has a line break in it: most often a quotation mark that is not closed, behind which rows would be lost.
    #[error("row {row} of {file} has a line break within a cell: a quotation mark is not closed, perhaps")]
    OpenQuote {
        /// Which file.
        file: String,
        /// The row in which it begins, as a spreadsheet numbers it.
        row: u32,
    },
    /// A file lacks columns.
    #[error("{file} has no column {}", columns.join(", "))]
    NoColumns {
        /// Which file.
        file: String,
        /// What it lacks.
        columns: Vec<String>,
    },
}

/// The file that says which others a OneRoster package has.
const MANIFEST: &str = "manifest.csv";

impl Layout {
    /// Knows a package by the names of its files, in whatever case, and the rows of its manifest where it has one.
    ///
    /// # Errors
    /// When it is none, or lacks a file that it announces.
    pub fn of(names: &BTreeSet<String>, manifest: &[Vec<String>]) -> Result<Self, NotAPackage> {
        let has = |file: &str| names.iter().any(|name| name.eq_ignore_ascii_case(file));
        let said: BTreeMap<String, String> = manifest
            .iter()
            .filter_map(|row| Some((tidy(row.first()?).to_lowercase(), tidy(row.get(1)?).to_lowercase())))
            .collect();
        if has(MANIFEST) || has("orgs.csv") || has("users.csv") || has("enrollments.csv") {
            let newer = said.get("oneroster.version").map_or(has("roles.csv"), |version| version.starts_with("1.2"));
            let mut files = Vec::new();
            for file in one_roster::FILES {
                let announced = said.get(&format!("file.{}", file.trim_end_matches(".csv").to_lowercase()));
                match (announced.map(String::as_str), has(file)) {
                    (Some("bulk"), true) => files.push((file, Mode::Bulk)),
                    (Some("delta"), true) => files.push((file, Mode::Delta)),
                    (Some("bulk" | "delta"), false) => return Err(NotAPackage::Announced(file.to_owned())),
                    (Some(other), true) if other != "absent" => {
                        return Err(NotAPackage::Mode {
                            file: file.to_owned(),
                            value: other.chars().take(40).collect(),
                        });
                    }
                    (None, true) if said.is_empty() => files.push((file, Mode::Bulk)),
                    (_, _) => {}
                }
            }
            if files.is_empty() {
                return Err(NotAPackage::Unknown);
            }
            let format = if newer { Format::OneRoster12 } else { Format::OneRoster11 };
            return Ok(Self { format, files, no_manifest: said.is_empty() });
        }
        let files: Vec<_> = template::names().filter(|file| has(file)).map(|file| (file, Mode::Bulk)).collect();
        if files.is_empty() {
            return Err(NotAPackage::Unknown);
        }
        Ok(Self { format: Format::Template, files, no_manifest: false })
    }

    /// The files in the order in which they are read.
    pub fn files(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.files.clone().into_iter().map(|(file, _)| file)
    }

    /// The file whose rows [`Layout::of`] takes, in whatever case its name is written.
    #[must_use]
    pub fn is_manifest(name: &str) -> bool {
        name.eq_ignore_ascii_case(MANIFEST)
    }
}
