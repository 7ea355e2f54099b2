use serde::{Deserialize, Serialize};

use crate::time::Date;

/// A row that makes no visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// The row, as the spreadsheet numbers it.
    pub row: u32,
    /// The column, where it is one cell's fault.
    pub column: Option<String>,
    /// Why.
    pub reason: Reason,
}

/// Why a row makes no visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// There is no date.
    NoDate,
    /// It is no date.
    NotADate(String),
    /// The visit has not happened yet.
    InTheFuture(Date),
    /// It is no time of day.
    NotATime(String),
    /// It is no number of minutes, 0 ..= 600.
    NotMinutes(String),
    /// Neither a classroom nor a teacher is named.
    NoPlace,
    /// The mapping does not say what this value means.
    UnknownValue(String),
    /// It is no number of occurrences, 0 ..= 600, and the mapping does not say what it means.
    NotACount(String),
    /// Something lasted longer than was watched, or nothing says how long was watched.
    LongerThanVisit(u16),
    /// A text has more characters than fit.
    TooLong {
        /// Its length.
        characters: usize,
        /// The most that fit.
        most: usize,
    },
    /// It has cells to the right of the last column that has a name.
    CellsBesides,
    /// Another row says the same to the letter.
    SameAs(u32),
}
