//! What the district has decided as tables for spreadsheets: what it expects, who decides for its schools, its calendar.
//!
//! In order: [`DistrictTable::rows`] writes one, [`DistrictTable::read`] reads it onto the district as it is and says what
//! that changes, through the same [`DistrictChange`](super::DistrictChange)s as somebody makes in the app. One row that
//! cannot be taken, and none is.

mod calendar;
mod cells;
mod expectations;
mod models;
mod plan;
#[cfg(test)]
mod tests;

use super::{CannotChangeDistrict, ChosenModel, District};
use crate::expectation::Expectation;
use crate::framework::Framework;
use crate::rostering::{Counts, Fault, What};
use cells::Lines;

pub use calendar::CalendarRow;

/// Which of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DistrictTable {
    /// One row for each expectation, past and present.
    Expectations,
    /// One row for each model that was chosen for a school, past and present.
    Models,
    /// One row for the school year, each term, day off and check date.
    Calendar,
}

/// What becomes of that which the table does not name. Of the calendar it always goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// It stays.
    Stays,
    /// It goes, as if it never had been.
    Goes,
}

/// The district as a table makes it.
#[derive(Debug, Clone, PartialEq)]
pub struct FromTable {
    /// It; as it was where the table changes nothing.
    pub district: District,
    /// How many rows change something; what stays without being named is not among them.
    pub counts: Counts,
    /// How many stay although the table does not name them.
    pub kept: usize,
    /// What changes, in the order of the rows; first what goes.
    pub changes: Vec<TableChange>,
}

/// Something that a table changes.
#[derive(Debug, Clone, PartialEq)]
pub struct TableChange {
    /// How.
    pub what: What,
    /// As it is to be; as it was where it goes.
    pub item: TableItem,
    /// The columns that say something else than before; none where it is new or goes.
    pub columns: Vec<&'static str>,
}

/// What one row says.
#[derive(Debug, Clone, PartialEq)]
pub enum TableItem {
    /// What is expected somewhere.
    Expectation(Box<Expectation>),
    /// Who decides for a school.
    Model(ChosenModel),
    /// A part of the calendar.
    Calendar(CalendarRow),
}

/// Why nothing of a table is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CannotTakeTable {
    /// It lacks columns; their names.
    NoColumns(Vec<String>),
    /// Rows cannot be read, or break a rule; all that could be told, in the order of the rows.
    Rows(Vec<RefusedCell>),
}

/// A cell that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedCell {
    /// As a spreadsheet numbers it, from 1.
    pub row: u32,
    /// The column to blame, where it is one.
    pub column: Option<&'static str>,
    /// What is wrong.
    pub why: WhyRefused,
}

/// What is wrong with a cell.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WhyRefused {
    /// It cannot be read.
    #[error(transparent)]
    Cell(#[from] Fault),
    /// The value is no whole number within a range.
    #[error("{value:?} is no whole number from {least} to {most}")]
    NotANumber {
        /// What stands there.
        value: String,
        /// The smallest that can.
        least: u16,
        /// The largest.
        most: u16,
    },
    /// The value is no amount.
    #[error("{0:?} is no amount above nothing")]
    NotAnAmount(String),
    /// The value is no range of grades.
    #[error("{0:?} is no range of grades: write PK to 2, or 3 to 5, or one grade")]
    NotGrades(String),
    /// Something stands where nothing can.
    #[error("{0:?} cannot stand here; leave it empty")]
    NotEmpty(String),
    /// An earlier row is about the same.
    #[error("row {0} is about the same already")]
    Again(u32),
    /// No row says when the school year begins and ends.
    #[error("no row has the kind \"year\", which says when the school year begins and ends")]
    NoYear,
    /// It is not within the school year.
    #[error("it is not within the school year")]
    OutsideYear,
    /// Two terms have a day in common.
    #[error("it has days in common with the term of row {0}")]
    Overlaps(u32),
    /// The district cannot be changed so.
    #[error(transparent)]
    Rule(#[from] CannotChangeDistrict),
}

impl DistrictTable {
    /// The table as the district has it, the names of the columns first. `frameworks` are the versions that it has published.
    #[must_use]
    pub fn rows(self, district: &District, frameworks: &[Framework]) -> Vec<Vec<String>> {
        match self {
            Self::Expectations => plan::rows::<Expectation>(&district.expectations, frameworks),
            Self::Models => plan::rows::<ChosenModel>(&district.models, frameworks),
            Self::Calendar => plan::rows::<CalendarRow>(&calendar::parts(&district.calendar), frameworks),
        }
    }

    /// Reads such a table onto the district, each row with its number as a spreadsheet counts them, the names of the columns
    /// first. Whatever is in the district already as a row says it stays to the last sign.
    ///
    /// # Errors
    /// Why nothing of it is taken.
    pub fn read(
        self,
        rows: &[(u32, Vec<String>)],
        rest: Rest,
        district: &District,
        frameworks: &[Framework],
    ) -> Result<FromTable, CannotTakeTable> {
        match self {
            Self::Expectations => plan::take::<Expectation>(rows, rest, district, frameworks),
            Self::Models => plan::take::<ChosenModel>(rows, rest, district, frameworks),
            Self::Calendar => calendar::take(rows, district, frameworks),
        }
    }
}
