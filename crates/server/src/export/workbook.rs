//! The tidy table as a workbook of two sheets, visits and codebook, without holding it in memory.

use std::collections::BTreeMap;
use std::io::{self, Seek, Write};

use domain::export::{CODEBOOK_COLUMNS, Cell, Column, Table, codebook};
use domain::framework::Framework;
use domain::id::DocumentHash;
use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use crate::error::ApiError;

/// Rows of a sheet, the names of the columns included: Excel has no more.
const MOST_ROWS: u64 = 1_048_576;

/// Why a workbook cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum WorkbookError {
    /// There are more rows than a sheet has.
    #[error("{rows} rows, {most} at most")]
    TooManyRows {
        /// How many it would be, the names of the columns included.
        rows: u64,
        /// The most that fit.
        most: u64,
    },
    /// It cannot be put together.
    #[error(transparent)]
    Workbook(#[from] XlsxError),
    /// It cannot be written.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl From<WorkbookError> for ApiError {
    fn from(error: WorkbookError) -> Self {
        match error {
            WorkbookError::TooManyRows { rows, most } => Self::TooManyRows { rows, most },
            WorkbookError::Workbook(error) => Self::File(io::Error::other(error)),
            WorkbookError::Io(error) => Self::File(error),
        }
    }
}

pub(super) fn write(
    table: &Table<'_>,
    frameworks: &BTreeMap<DocumentHash, &Framework>,
    out: impl Write + Seek + Send,
    mut tell: impl FnMut(u64),
) -> Result<(), WorkbookError> {
    let rows = table.rows() + 1;
    if rows > MOST_ROWS {
        return Err(WorkbookError::TooManyRows { rows, most: MOST_ROWS });
    }
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet_with_constant_memory()?.set_name("visits")?;
    write_row(sheet, 0, &Column::ALL.map(|column| Cell::Text(column.name().into())))?;
    let mut row = 0;
    table.each(|cells| {
        row += 1;
        tell(u64::from(row));
        write_row(sheet, row, cells)
    })?;
    let sheet = workbook.add_worksheet_with_constant_memory()?.set_name("codebook")?;
    write_row(sheet, 0, &CODEBOOK_COLUMNS.map(|name| Cell::Text(name.into())))?;
    for (cells, row) in codebook(frameworks).iter().zip(1..) {
        write_row(sheet, row, cells)?;
    }
    Ok(workbook.save_to_writer(out)?)
}

fn write_row(sheet: &mut Worksheet, row: u32, cells: &[Cell<'_>]) -> Result<(), XlsxError> {
    for (cell, column) in cells.iter().zip(0..) {
        match cell {
            Cell::Text(text) => _ = sheet.write_string(row, column, &**text)?,
            Cell::Number(number) => _ = sheet.write_number(row, column, *number)?,
            Cell::Nothing => {}
        }
    }
    Ok(())
}
