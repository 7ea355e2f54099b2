//! A row's cells by the names of their columns.

use std::borrow::Cow;

use super::layout::NotAPackage;
use super::refused::Fault;
use crate::import::grade_of;
use crate::roster::Grade;
use crate::time::Date;

/// The longest id or name that is kept, in characters.
const MOST: u32 = 200;

/// Where the columns of a file stand.
#[derive(Debug)]
pub(crate) struct Header {
    names: Vec<String>,
}

/// A row below them.
pub(crate) struct Row<'a> {
    pub(crate) header: &'a Header,
    pub(crate) number: u32,
    pub(crate) cells: &'a [Cow<'a, str>],
}

/// A fault, and the column that it is about.
pub(crate) type At = (Option<&'static str>, Fault);

/// A cell without what means nothing: space around it, a byte order mark, U+0000.
pub(crate) fn tidy(cell: &str) -> Cow<'_, str> {
    let space = |sign: char| sign.is_whitespace() || sign == '\u{feff}';
    let cell = cell.trim_matches(space);
    if cell.contains(['\0', '\u{a0}', '\u{feff}']) {
        let cleaned = cell.replace(['\0', '\u{feff}'], "").replace('\u{a0}', " ");
        Cow::Owned(cleaned.trim().to_owned())
    } else {
        Cow::Borrowed(cell)
    }
}

impl Header {
    pub(crate) fn new(file: &str, cells: &[&str], must: &[&str]) -> Result<Self, NotAPackage> {
        let no_columns = |columns| NotAPackage::NoColumns { file: file.to_owned(), columns };
        Self::with(cells, must).map_err(no_columns)
    }

    /// The same for a table by itself; else the names of the columns that it lacks.
    pub(crate) fn with(cells: &[&str], must: &[&str]) -> Result<Self, Vec<String>> {
        let header = Self { names: cells.iter().map(|cell| tidy(cell).to_lowercase()).collect() };
        let missing = must.iter().filter(|name| header.place(name).is_none()).map(|name| (*name).to_owned());
        let missing: Vec<String> = missing.collect();
        if missing.is_empty() { Ok(header) } else { Err(missing) }
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|one| one.eq_ignore_ascii_case(name))
    }
}

impl<'a> Row<'a> {
    /// Whether anything stands in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.is_empty())
    }

    /// Empty cells at the end are harmless; others show that the cells are not under their columns.
    pub(crate) fn fits(&self) -> Result<(), At> {
        let besides = self.cells.iter().skip(self.header.names.len()).any(|cell| !cell.is_empty());
        if besides { Err((None, Fault::CellsBesides)) } else { Ok(()) }
    }

    /// A cell; empty where there is none.
    pub(crate) fn cell(&self, column: &str) -> &str {
        self.header.place(column).and_then(|place| self.cells.get(place)).map_or("", AsRef::as_ref)
    }

    /// A cell with something in it, not too long.
    pub(crate) fn must(&self, column: &'static str) -> Result<String, At> {
        self.may(column)?.ok_or((Some(column), Fault::Missing))
    }

    /// A cell, not too long; none where it is empty.
    pub(crate) fn may(&self, column: &'static str) -> Result<Option<String>, At> {
        let cell = self.cell(column);
        let characters = u32::try_from(cell.chars().count()).unwrap_or(u32::MAX);
        if characters > MOST {
            return Err((Some(column), Fault::TooLong { characters, most: MOST }));
        }
        Ok((!cell.is_empty()).then(|| cell.to_owned()))
    }

    pub(crate) fn date(&self, column: &'static str) -> Result<Option<Date>, At> {
        let cell = self.cell(column);
        // Some systems write the day of a moment: 2026-11-20T00:00:00Z.
        let day = cell.split_once('T').map_or(cell, |(day, _)| day);
        let date = || day.parse().map_err(|_| (Some(column), Fault::NotADate(cell.to_owned())));
        (!cell.is_empty()).then(date).transpose()
    }

    /// A first and a last day, the last not before the first.
    pub(crate) fn days(&self, first: &'static str, last: &'static str) -> Result<(Option<Date>, Option<Date>), At> {
        let (begins, ends) = (self.date(first)?, self.date(last)?);
        if begins.zip(ends).is_some_and(|(begins, ends)| ends < begins) {
            return Err((Some(last), Fault::EndsBefore));
        }
        Ok((begins, ends))
    }

    /// The parts of a cell, between commas or semicolons.
    pub(crate) fn list(&self, column: &str) -> Vec<String> {
        let parts = self.cell(column).split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
        let mut list: Vec<String> = Vec::new();
        for part in parts {
            if !list.iter().any(|one| one == part) {
                list.push(part.to_owned());
            }
        }
        list
    }

    /// The parts of a cell, none of them too long.
    pub(crate) fn names(&self, column: &'static str) -> Result<Vec<String>, At> {
        let list = self.list(column);
        let longest = list.iter().map(|part| part.chars().count()).max().unwrap_or(0);
        let characters = u32::try_from(longest).unwrap_or(u32::MAX);
        if characters > MOST { Err((Some(column), Fault::TooLong { characters, most: MOST })) } else { Ok(list) }
    }

    /// The grades that a system writes, as far as they are grades of a school.
    pub(crate) fn grades(&self, column: &str) -> Vec<Grade> {
        self.list(column).iter().filter_map(|part| grade_of(part)).collect()
    }
}
