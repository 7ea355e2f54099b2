//! Visits as files for other programs: the domain's tidy table as CSV or as a workbook, and its codebook.
//!
//! An export is a walk over the packs that Compare holds in memory, one row at a time: `csv` writes the rows, `stream`
//! sends them while they are being written, and `workbook` writes them to a file, because a workbook can only be sent
//! when it is whole. `check` reads a file back.

mod check;
mod csv;
mod stream;
mod workbook;

use std::io::{self, Read, Write};

use domain::compare::Selection;
use domain::export::Table;
use domain::permission::{Action, Me};
use domain::time::Date;

use crate::app::App;
use crate::compare::{self, Visible};
use crate::error::ApiError;

pub(crate) use check::Checked;
pub use check::NotTheTable;
pub(crate) use stream::body;
pub(crate) use workbook::WorkbookError;

/// Why a file cannot be held against what is here.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CannotCheck {
    #[error(transparent)]
    File(#[from] NotTheTable),
    #[error(transparent)]
    Refused(#[from] ApiError),
}

/// The visits that one person asked for, at one moment.
pub(crate) struct Visits {
    visible: Visible,
    selection: Selection,
}

/// The visits of a selection that someone may open one by one.
///
/// # Errors
/// [`ApiError::NotAllowed`] when the selection names a school that is not theirs, or when they may compare a school
/// without holding its visits: rows of single visits are not for those who see totals only. [`ApiError::NotFound`] while
/// the district has published nothing about itself.
pub(crate) async fn visits(app: &App, me: Me, selection: Selection) -> Result<Visits, ApiError> {
    let visible = compare::visible(app, me.clone(), &selection).await?;
    let ground = visible.ground()?;
    let only_totals = |school| me.may(Action::CompareSchool, school) && !me.may(Action::PullSchool, school);
    if ground.district.schools.iter().any(|school| only_totals(&school.id)) {
        return Err(ApiError::NotAllowed);
    }
    Ok(Visits { visible, selection })
}

impl Visits {
    /// How many rows there are below the names of the columns.
    pub(crate) fn rows(&self) -> Result<u64, ApiError> {
        Ok(Table::new(&self.visible.ground()?, &self.selection).rows())
    }

    /// Writes them as CSV, telling after each row how many have been written.
    pub(crate) fn write_csv(&self, out: impl Write, tell: impl FnMut(u64)) -> io::Result<()> {
        let ground = self.visible.ground().map_err(io::Error::other)?;
        csv::write(&Table::new(&ground, &self.selection), out, tell)
    }

    /// Writes them as a workbook, telling after each row how many have been written.
    pub(crate) fn write_workbook(
        &self,
        out: impl Write + io::Seek + Send,
        tell: impl FnMut(u64),
    ) -> Result<(), WorkbookError> {
        let ground = self.visible.ground().map_err(io::Error::other)?;
        workbook::write(&Table::new(&ground, &self.selection), &ground.frameworks, out, tell)
    }

    /// Reads a CSV file back and holds it against these visits. The tallies are those of Compare on a day.
    pub(crate) fn check(&self, today: Date, file: impl Read) -> Result<Checked, CannotCheck> {
        Ok(check::check(&self.visible.ground()?, today, file)?)
    }

    /// Writes what the columns and the look-fors mean.
    pub(crate) fn write_codebook(&self, out: impl Write) -> io::Result<()> {
        let ground = self.visible.ground().map_err(io::Error::other)?;
        csv::write_codebook(&ground.frameworks, out)
    }
}
