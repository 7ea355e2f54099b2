//! Past walkthroughs from other programs' files. What a row means is the domain's; here are the file formats (`csv`,
//! `workbook`), what the district knows (`ground`), and the way of an imported visit through a push (`push`).

mod csv;
mod ground;
mod push;
mod workbook;

use std::path::Path;

use domain::edit::Malformed;
use domain::import::{NoHeader, Sheet};
use domain::sync::Verdict;

use crate::error::ApiError;
use crate::store::StoreError;

pub(crate) use ground::{Ground, ground};
pub(crate) use push::{allowed, push};

/// Why an import cannot go on. What was imported before it stays, and is left out when it is repeated.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The district has published no framework to record visits against.
    #[error("the district has published no framework yet, so there is nothing to record visits against")]
    NoFramework,
    /// Whoever imports may not record visits in this school, or not in the name of others.
    #[error("this account may not record visits of others in {school}: import as its principal or an administrator")]
    NotAllowed {
        /// The school.
        school: domain::id::SchoolId,
    },
    /// An edit was not taken.
    #[error("the visit of row {row} was answered {verdict:?}")]
    NotTaken {
        /// The row, as the spreadsheet numbers it.
        row: u32,
        /// The answer.
        verdict: Verdict,
    },
    /// A row made an edit that is malformed, which reading should have refused.
    #[error("the visit of row {row} cannot be written: {malformed}")]
    Malformed {
        /// The row, as the spreadsheet numbers it.
        row: u32,
        /// Why.
        malformed: Malformed,
    },
    /// A push was not taken.
    #[error(transparent)]
    Push(#[from] ApiError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why a file is no table.
#[derive(Debug, thiserror::Error)]
pub enum BadSheet {
    /// The system cannot read it.
    #[error("{0}")]
    CannotRead(#[from] std::io::Error),
    /// It is not UTF-8 text.
    #[error("line {line} is not UTF-8 text. Save the file as \"CSV UTF-8\"")]
    NotText {
        /// Counted from 1.
        line: usize,
    },
    /// It is not a workbook that can be read.
    #[error("{0}")]
    NotAWorkbook(#[from] calamine::Error),
    /// It has no sheet of this name.
    #[error("it has no sheet {wanted:?}; it has: {}", found.join(", "))]
    NoSheet {
        /// The name; empty for the first.
        wanted: String,
        /// The names there are.
        found: Vec<String>,
    },
    /// A row number that no spreadsheet has.
    #[error("it has more rows than a spreadsheet")]
    TooManyRows,
    /// There is nothing in it.
    #[error("{0}")]
    Empty(#[from] NoHeader),
    /// Its name does not say what it is.
    #[error("a table is called .csv, .tsv, .txt, .xlsx, .xlsm, .xls or .ods")]
    NoSuchFormat,
}

/// A table's rows, each with the number that a spreadsheet shows for it.
type Rows = Vec<(u32, Vec<String>)>;

/// Reads a file's table. `name` chooses among the sheets of a workbook; the first unless given.
///
/// # Errors
/// Why it is none.
pub(crate) fn sheet(file: &Path, name: Option<&str>) -> Result<Sheet, BadSheet> {
    let ending = file.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    let rows = match ending.as_deref() {
        Some("csv" | "tsv" | "txt") => csv::rows(std::fs::read(file)?)?,
        Some("xlsx" | "xlsm" | "xls" | "ods") => workbook::rows(file, name)?,
        Some(_) | None => return Err(BadSheet::NoSuchFormat),
    };
    Ok(Sheet::new(rows)?)
}
