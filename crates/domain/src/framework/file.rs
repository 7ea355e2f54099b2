//! Frameworks as files: the project's own JSON, and CASE packages.

use serde::{Deserialize, Serialize};

use super::{Draft, Strand, case, table};
use crate::time::Date;

/// What the file says it is.
const FORMAT: &str = "throughline.framework";
/// The number of the form below; a newer program may write a higher one.
const FORMAT_VERSION: u32 = 1;

/// A framework as a file: without the version and the date that publishing gives it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FrameworkFile {
    format: String,
    format_version: u32,
    title: String,
    strands: Vec<Strand>,
}

/// A framework that a file holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FromFile {
    /// It, to be changed and published.
    pub draft: Draft,
    /// What is left out, and why.
    pub left_out: Vec<LeftOut>,
}

/// An item of a CASE package, or a row of a table, that is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Which item of the package, counted from 1; or which row, as a spreadsheet counts them.
    pub number: u32,
    /// The column of a table that is to blame.
    pub column: Option<String>,
    /// Its identifier, or what it says.
    pub id: String,
    /// Why.
    pub why: WhyLeftOut,
}

/// Why an item or a row is left out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhyLeftOut {
    /// It has no identifier.
    #[error("it has no identifier")]
    NoIdentifier,
    /// It says nothing.
    #[error("it says nothing")]
    NoStatement,
    /// An earlier one has its identifier.
    #[error("an earlier one has the same identifier")]
    Twice,
    /// Its parents stand below itself.
    #[error("its parents stand in a circle")]
    Circle,
    /// Nobody says in which strand it stands.
    #[error("it stands in no strand")]
    NoStrand,
    /// The value is none of those that can stand there.
    #[error("{value:?} is none of {}", can.join(", "))]
    NotOneOf {
        /// What stands there.
        value: String,
        /// What can.
        can: Vec<String>,
    },
    /// The value is no whole number within a range.
    #[error("{value:?} is no whole number from {least} to {most}")]
    NotANumber {
        /// What stands there.
        value: String,
        /// The smallest that can.
        least: u8,
        /// The largest.
        most: u8,
    },
    /// A rubric has fewer than two levels, or a gap between them.
    #[error("a rubric has two to six levels, without a gap between them")]
    Levels,
}

/// A short name is at most this long, in characters.
const SHORT: usize = 40;

/// Why a file holds no framework.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotAFramework {
    /// It is not JSON, or lacks something.
    #[error("line {line}, column {column}: {what}")]
    Json {
        /// Counted from 1; 0 when the place is not known.
        line: usize,
        /// Counted from 1; 0 when the place is not known.
        column: usize,
        /// What the reader expected.
        what: String,
    },
    /// It is some other JSON.
    #[error(
        "it is neither a framework of this program (\"format\": \"{FORMAT}\") nor a CASE package (CFDocument, CFItems)"
    )]
    OtherFormat,
    /// A table lacks columns.
    #[error("the table has no column {}", .0.join(", "))]
    NoColumns(Vec<String>),
    /// It is not UTF-8 text.
    #[error("line {0} is not UTF-8 text: save it as \"CSV UTF-8\"")]
    NotText(usize),
    /// A newer program wrote it.
    #[error("a newer version of this program wrote it (form {0}; this one reads up to {FORMAT_VERSION})")]
    Newer(u32),
}

impl FrameworkFile {
    /// The JSON Schema (draft 2020-12) of this form.
    pub const SCHEMA: &str = include_str!("framework.schema.json");

    /// A framework as it is written into a file.
    #[must_use]
    pub fn of(draft: &Draft) -> Self {
        Self {
            format: FORMAT.to_owned(),
            format_version: FORMAT_VERSION,
            title: draft.title.clone(),
            strands: draft.strands.clone(),
        }
    }

    /// A framework as a CASE package. `id` names it from version to version, `by` is who made it, `on` the day of the last change.
    /// How a look-for is observed has no place in one.
    ///
    /// # Errors
    /// None that can happen: texts and numbers are always JSON.
    pub fn case(draft: &Draft, id: &str, by: &str, on: Date) -> Result<String, serde_json::Error> {
        case::write(draft, id, by, on)
    }

    /// A framework as the rows of a table, the names of the columns first. It says everything.
    #[must_use]
    pub fn rows(draft: &Draft) -> Vec<Vec<String>> {
        table::rows(draft)
    }

    /// Reads such a table, each row with its number as a spreadsheet counts them. `before` is the version in force: a row without
    /// an id whose practice it has is that look-for.
    ///
    /// # Errors
    /// When columns are missing.
    pub fn read_rows(
        rows: impl Iterator<Item = (u32, Vec<String>)>,
        before: Option<&super::Framework>,
    ) -> Result<FromFile, NotAFramework> {
        table::read(rows, before)
    }

    /// Reads a file of JSON, whichever of the two it is. `before` is the version in force: a look-for of a CASE package that it has keeps
    /// how it is observed.
    ///
    /// # Errors
    /// When it holds no framework.
    pub fn read(text: &str, before: Option<&super::Framework>) -> Result<FromFile, NotAFramework> {
        let value: serde_json::Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(not_json)?;
        let package = value.get("CFPackage").unwrap_or(&value);
        if package.get("CFDocument").is_some() && package.get("CFItems").is_some() {
            return case::read(package, before).map_err(not_json);
        }
        if value.get("format").and_then(serde_json::Value::as_str) != Some(FORMAT) {
            return Err(NotAFramework::OtherFormat);
        }
        let form = value.get("format_version").and_then(serde_json::Value::as_u64).unwrap_or_default();
        if form > u64::from(FORMAT_VERSION) {
            return Err(NotAFramework::Newer(u32::try_from(form).unwrap_or(u32::MAX)));
        }
        // Read from the text, so that what is wrong has a place.
        let Self { title, strands, .. } =
            serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(not_json)?;
        Ok(FromFile { draft: Draft { title, strands }, left_out: Vec::new() })
    }
}

fn not_json(error: serde_json::Error) -> NotAFramework {
    let what = error.to_string();
    // The place stands in front already.
    let what = what.split(" at line ").next().unwrap_or_default().to_owned();
    NotAFramework::Json { line: error.line(), column: error.column(), what }
}

/// The first words.
pub(super) fn short_of(text: &str) -> String {
    if text.chars().count() <= SHORT {
        return text.to_owned();
    }
    let mut short = String::new();
    for word in text.split(' ') {
        if short.chars().count() + word.chars().count() >= SHORT {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    if short.is_empty() {
        short.extend(text.chars().take(SHORT - 1));
    }
    short.push('…');
    short
}
