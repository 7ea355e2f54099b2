//! The cells of a row that somebody wrote in a spreadsheet.

use std::borrow::Cow;

use super::{CannotTakeTable, RefusedCell, WhyRefused};
use crate::export::typed;
use crate::rostering::Fault;
use crate::rostering::cells::{Header, Row, tidy};
use crate::time::Date;

/// What is wrong, and with which column.
pub(super) type Wrong = (&'static str, WhyRefused);

/// The rows below the names of the columns that have anything in them.
pub(super) struct Lines<'a> {
    header: Header,
    rows: Vec<(u32, Vec<Cow<'a, str>>)>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(rows: &'a [(u32, Vec<String>)], columns: &[&str]) -> Result<Self, CannotTakeTable> {
        let (names, below) =
            rows.split_first().map(|((_, names), below)| (names.as_slice(), below)).unwrap_or_default();
        let names: Vec<String> = names.iter().map(|name| tidy(name).replace([' ', '-'], "_")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let header = Header::with(&names, columns).map_err(CannotTakeTable::NoColumns)?;
        let tidied = below.iter().map(|(number, cells)| (*number, cells.iter().map(|cell| tidy(cell)).collect()));
        Ok(Self { header, rows: tidied.collect() })
    }

    /// What each row says with its number, and what is wrong with the others.
    pub(super) fn read<T>(&self, read: impl Fn(&Line<'_>) -> Result<T, Wrong>) -> (Vec<(u32, T)>, Vec<RefusedCell>) {
        let (mut taken, mut refused) = (Vec::new(), Vec::new());
        for (number, cells) in &self.rows {
            let line = Line(Row { header: &self.header, number: *number, cells });
            if line.0.is_empty() {
                continue;
            }
            let fits = line.0.fits().map_err(|(column, fault)| (column, WhyRefused::Cell(fault)));
            match fits.and_then(|()| read(&line).map_err(|(column, why)| (Some(column), why))) {
                Ok(one) => taken.push((*number, one)),
                Err((column, why)) => refused.push(RefusedCell { row: *number, column, why }),
            }
        }
        (taken, refused)
    }
}

/// One row.
pub(super) struct Line<'a>(Row<'a>);

impl Line<'_> {
    /// A cell; empty where nothing stands in it. Its lines end as those of a file do that has been read.
    pub(super) fn text(&self, column: &str) -> String {
        typed(self.0.cell(column)).replace("\r\n", "\n").replace('\r', "\n")
    }

    /// A cell with something in it.
    pub(super) fn must(&self, column: &'static str) -> Result<String, Wrong> {
        let text = self.text(column);
        if text.is_empty() { Err((column, Fault::Missing.into())) } else { Ok(text) }
    }

    /// A cell in which nothing can stand.
    pub(super) fn empty(&self, column: &'static str) -> Result<(), Wrong> {
        let text = self.text(column);
        if text.is_empty() { Ok(()) } else { Err((column, WhyRefused::NotEmpty(text))) }
    }

    /// Which of the words stands there, however it is spelt.
    pub(super) fn one_of(&self, column: &'static str, can: &[&str]) -> Result<usize, Wrong> {
        let value = self.must(column)?;
        let word = value.to_lowercase().replace([' ', '-'], "_");
        let can_be = || can.iter().map(|one| (*one).to_owned()).collect();
        let found = can.iter().position(|one| *one == word);
        found.ok_or_else(|| (column, Fault::NotOneOf { value: value.clone(), can: can_be() }.into()))
    }

    pub(super) fn date(&self, column: &'static str) -> Result<Option<Date>, Wrong> {
        self.0.date(column).map_err(|(_, fault)| (column, fault.into()))
    }

    pub(super) fn must_date(&self, column: &'static str) -> Result<Date, Wrong> {
        self.date(column)?.ok_or((column, Fault::Missing.into()))
    }

    pub(super) fn number(&self, column: &'static str, least: u16, most: u16) -> Result<u16, Wrong> {
        let value = self.must(column)?;
        let number = value.parse().ok().filter(|number| (least..=most).contains(number));
        number.ok_or((column, WhyRefused::NotANumber { value, least, most }))
    }
}
