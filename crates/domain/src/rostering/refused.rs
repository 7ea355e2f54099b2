//! Why a row of a package is not taken.

use serde::{Deserialize, Serialize};

/// A row that is not taken, or a cell of it. What was known under its id stays as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedRow {
    /// The file's name.
    pub file: String,
    /// As a spreadsheet numbers it, from 1.
    pub row: u32,
    /// The column, where it is about one.
    pub column: Option<String>,
    /// What is wrong.
    pub fault: Fault,
}

/// The rows that are refused: the first of them one by one, and how many there are. A file can have a hundred million.
#[derive(Debug, Default)]
pub(super) struct Refusals {
    pub(super) listed: Vec<RefusedRow>,
    pub(super) rows: u32,
}

/// How many are listed one by one.
const LISTED: usize = 500;
/// The longest value that is shown, in characters.
const SHOWN: usize = 80;

impl Refusals {
    pub(super) fn add(&mut self, mut row: RefusedRow) {
        self.rows = self.rows.saturating_add(1);
        if self.listed.len() >= LISTED {
            return;
        }
        match &mut row.fault {
            Fault::NotADate(value)
            | Fault::NotOneOf { value, .. }
            | Fault::NotALesson(value)
            | Fault::NotAGrade(value)
            | Fault::NotACount(value)
            | Fault::LeadsNowhere { id: value, .. } => cut(value),
            Fault::Missing
            | Fault::NoRole { .. }
            | Fault::EndsBefore
            | Fault::SameAs(_)
            | Fault::TooLong { .. }
            | Fault::CellsBesides => {}
        }
        self.listed.push(row);
    }
}

fn cut(value: &mut String) {
    if let Some((end, _)) = value.char_indices().nth(SHOWN) {
        value.truncate(end);
        value.push('…');
    }
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// A cell that must have something in it is empty.
    #[error("it is empty, and must not be")]
    Missing,
    /// No such date.
    #[error("{0:?} is no date: write it as 2026-11-20")]
    NotADate(String),
    /// The last day lies before the first.
    #[error("it ends before it begins")]
    EndsBefore,
    /// None of the words that can stand there.
    #[error("{value:?} cannot stand here; write one of: {}", can.join(", "))]
    NotOneOf {
        /// What stands there.
        value: String,
        /// What could.
        can: Vec<String>,
    },
    /// It is no role that the standard knows. What stands there is not shown: in a row that is out of step it may be a name.
    #[error("it is no role; write one of: {}", can.join(", "))]
    NoRole {
        /// Those there are.
        can: Vec<String>,
    },
    /// No time of a lesson.
    #[error("{0:?} is no lesson: write it as 8:05-8:50")]
    NotALesson(String),
    /// No grade.
    #[error("{0:?} is no grade: write PK, K or 1 to 12")]
    NotAGrade(String),
    /// No count.
    #[error("{0:?} is no number of students")]
    NotACount(String),
    /// Nothing has this id. Where that is needed to place the row, it is left out; otherwise only the link is.
    #[error("nothing that is taken from {file} has the id {id:?}")]
    LeadsNowhere {
        /// What it names.
        id: String,
        /// Where that should stand.
        file: String,
    },
    /// An earlier row has this id and says something else; the earlier one is taken.
    #[error("row {0} has the same id and says something else")]
    SameAs(u32),
    /// More than can be kept.
    #[error("it is {characters} characters long; at most {most} can be kept")]
    TooLong {
        /// How long it is.
        characters: u32,
        /// How long it can be.
        most: u32,
    },
    /// Cells with something in them stand beside the named columns: a comma within a cell has no quotes, perhaps.
    #[error("it has more cells than there are columns: a comma may need quotes around its cell")]
    CellsBesides,
}
