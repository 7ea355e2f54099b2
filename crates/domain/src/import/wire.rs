//! What the app asks of the server about imports, and hears from it. All of it is JSON; the file itself travels as it is.

use serde::{Deserialize, Serialize};

use super::mapping::Mapping;
use super::plan::CannotRead;
use crate::id::{AccountId, ImportId, SchoolId};
use crate::sync::ProblemCode;
use crate::time::Millis;

/// A request that carries a file may not be longer, in bytes.
pub const MOST_IMPORT_BYTES: usize = 16 * 1_024 * 1_024;

/// How to look at a file, or to import it: `POST /api/v1/import/look` and `POST /api/v1/import/visits`. The body is this
/// as JSON in one line, a line feed, and the bytes of the file; see [`ImportAsk::first_line`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportAsk {
    /// What the file comes from, such as "Google Forms 2025".
    pub source: String,
    /// Whose visits these are.
    pub school: SchoolId,
    /// The sheet of a workbook; the first when `None`.
    #[serde(default)]
    pub sheet: Option<String>,
    /// How to read it; the mapping that was remembered for the source when `None`.
    #[serde(default)]
    pub mapping: Option<Mapping>,
    /// Whether to store the visits; otherwise it is a dry run.
    #[serde(default)]
    pub store: bool,
}

impl ImportAsk {
    /// What stands in the body before the file.
    #[must_use]
    pub fn first_line(&self) -> String {
        let mut line = serde_json::to_string(self).unwrap_or_default();
        line.push('\n');
        line
    }
}

/// `GET /api/v1/imports`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastImports {
    /// The latest first.
    pub imports: Vec<PastImport>,
}

/// An import that was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastImport {
    /// Which one.
    pub import: ImportId,
    /// What its file came from, as it was written then.
    pub source: String,
    /// Whose visits.
    pub school: SchoolId,
    /// Who did it.
    pub by: AccountId,
    /// When, by the server's clock.
    pub at: Millis,
    /// How many visits it stored.
    pub visits: u32,
    /// Who undid it, and when; `None` while it stands.
    pub undone: Option<Undone>,
}

/// That an import was undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undone {
    /// Who did it.
    pub by: AccountId,
    /// When, by the server's clock.
    pub at: Millis,
}

/// `POST /api/v1/imports/undo`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndoImport {
    /// Which one.
    pub import: ImportId,
}

/// What undoing an import did. Undoing it again does nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndoneImport {
    /// Which one.
    pub import: ImportId,
    /// Visits that were discarded; those that had been discarded before are not among them.
    pub discarded: u32,
    /// How many of these somebody had added to or corrected since.
    pub changed: u32,
}

/// Why a file cannot be imported. Nothing of it was stored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CannotImport {
    /// The file is no table.
    #[error("{0}")]
    NotATable(NotATable),
    /// The mapping does not go with it, or something has to be chosen first.
    #[error("the mapping does not go with the file, or something has to be chosen first: see `why`")]
    CannotRead(CannotRead),
    /// No mapping came with it, and none that can be read is remembered for the source.
    #[error("no mapping came with the file, and none that can be read is remembered for its source")]
    NoMapping,
    /// Nothing in the source's name is a letter or a digit, or it is too long.
    #[error("{}", super::NoSourceName)]
    NoSourceName,
    /// The district has published no framework to record visits against.
    #[error("the district has published no framework yet, so there is nothing to record visits against")]
    NoFramework,
}

/// Why a file is no table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotATable {
    /// It is neither text nor an Excel workbook (.xlsx): perhaps an older workbook, a PDF or a picture.
    #[error("the file is neither text (CSV) nor an Excel workbook (.xlsx)")]
    OtherFormat,
    /// It is not UTF-8 text.
    #[error("line {line} of the file is not UTF-8 text: save it as \"CSV UTF-8\"")]
    NotText {
        /// Where it stops being that, counted from 1.
        line: u32,
    },
    /// It is a workbook that cannot be read: broken, or locked with a password.
    #[error("the workbook cannot be read: it is broken or locked with a password")]
    Damaged,
    /// The workbook has no such sheet.
    #[error("the workbook has no such sheet; it has: {}", found.join(", "))]
    NoSheet {
        /// Those that it has.
        found: Vec<String>,
    },
    /// It has more cells than are read at once, or unpacks to more bytes.
    #[error("the file has more cells than are read at once")]
    TooLarge,
    /// There is nothing in it.
    #[error("there is nothing in the file")]
    Empty,
}

/// The answer to a file that cannot be imported: a [`Problem`](crate::sync::Problem) that says more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportProblem {
    /// What happened, for programs.
    pub code: ProblemCode,
    /// What happened, for logs and for people who read the API; the app has its own words.
    pub message: String,
    /// The id under which the server logged the request.
    pub request: String,
    /// What is wrong.
    pub why: CannotImport,
}
