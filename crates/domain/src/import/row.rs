//! One row of a table as one visit.

mod answer;
mod when;
mod who;

use super::against::{Who, who};
use super::dates::DateOrder;
use super::fold::fold;
use super::incoming::{Entry, Incoming};
use super::mapping::Mapping;
use super::plan::{Setup, Strangers};
use super::refused::{Reason, Refused};
use super::sheet::{Sheet, SheetRow};
use crate::id::{Bits128, VisitId};
use crate::time::{Date, MINUTE, moment};
use crate::visit::{Begin, MostText, Source, UNTIMED};

/// More minutes than this were not one visit, and more taps were not counted by a person.
const MOST: u16 = 600;

/// What a row is read with, and what reading finds out beside visits.
pub(super) struct Reading<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) mapping: &'a Mapping,
    pub(super) setup: &'a Setup<'a>,
    pub(super) order: Option<DateOrder>,
}

impl Reading<'_> {
    /// The visit, or everything that is wrong with the row.
    pub(super) fn visit(&self, row: &SheetRow, strangers: &mut Strangers) -> Result<Incoming, Vec<Refused>> {
        let mut wrong = Vec::new();
        if row.cells().len() > self.sheet.columns().len() {
            wrong.push(Refused { row: row.number, column: None, reason: Reason::CellsBesides });
        }
        let refuse = |column: Option<&String>, reason| Refused { row: row.number, column: column.cloned(), reason };
        let mut keep = |column: Option<&String>, reason| wrong.push(refuse(column, reason));

        let day = self.day(row).map_err(|reason| keep(Some(&self.mapping.date), reason)).ok();
        let start = self.start(row).map_err(|reason| keep(self.mapping.start.as_ref(), reason)).ok().flatten();
        let minutes = self.minutes(row).map_err(|reason| keep(self.mapping.minutes.as_ref(), reason)).ok().flatten();
        let context = self.context(row);
        for (column, text) in self.named(row) {
            let characters = text.chars().count();
            if characters > MostText::NAME {
                keep(Some(column), Reason::TooLong { characters, most: MostText::NAME });
            }
        }
        if context.is_none() {
            keep(None, Reason::NoPlace);
        }
        let mut entries = Vec::new();
        for column in &self.mapping.look_fors {
            match self.answer(column, row, minutes) {
                Ok(entry) => entries.extend(entry),
                Err(reason) => keep(Some(&column.column), reason),
            }
        }
        for (column, text) in self.notes(row) {
            let characters = text.chars().count();
            if characters > MostText::NOTE {
                keep(Some(column), Reason::TooLong { characters, most: MostText::NOTE });
            } else {
                entries.push(Entry::Note(text.to_owned()));
            }
        }
        let (Some((date, beside)), Some(context), true) = (day, context, wrong.is_empty()) else {
            return Err(wrong);
        };
        let observer = self.observer(row);
        let minute = start.or(beside).filter(|minute| *minute != UNTIMED);
        self.meet(row, &context, observer.as_ref(), strangers);
        strangers.untimed += u32::from(minute.is_none());
        strangers.unwatched += u32::from(minutes.is_none());
        let at = moment(date, minute.unwrap_or(UNTIMED), self.setup.offset);
        Ok(Incoming {
            row: row.number,
            id: self.id(row, date, minute),
            begin: Begin {
                school: self.setup.school.clone(),
                observer: observer.unwrap_or_else(|| self.setup.importer.clone()),
                framework: self.setup.document,
                at,
                date,
                offset: self.setup.offset,
                source: Source::Imported,
            },
            context,
            finished: at.plus(i64::from(minutes.unwrap_or(0)) * MINUTE),
            entries,
            known_as: Vec::new(),
        })
    }

    /// The first bytes of the id that this mapping gives a row; `None` when it finds no date in it.
    pub(super) fn known_as(&self, row: &SheetRow) -> Option<Who> {
        let (date, beside) = self.day(row).ok()?;
        let start = self.start(row).ok()?;
        Some(who(self.id(row, date, start.or(beside).filter(|minute| *minute != UNTIMED))))
    }

    /// The cell of a mapped column.
    pub(super) fn cell<'r>(&self, row: &'r SheetRow, column: Option<&String>) -> &'r str {
        column.and_then(|column| self.sheet.place(column)).map_or("", |place| row.cell(place))
    }

    /// The cells that have words for a note.
    fn notes<'r>(&'r self, row: &'r SheetRow) -> impl Iterator<Item = (&'r String, &'r str)> {
        let cells = self.mapping.notes.iter().map(|column| (column, self.cell(row, Some(column))));
        cells.filter(|(_, text)| !text.is_empty())
    }

    /// See [`Incoming::id`]. What the row holds does not depend on the mapping, so that a better mapping imports nothing
    /// twice.
    fn id(&self, row: &SheetRow, date: Date, minute: Option<u16>) -> VisitId {
        let (source, school) = (self.setup.source.as_str().as_bytes(), self.setup.school.as_str().as_bytes());
        let names = [&self.mapping.classroom, &self.mapping.teacher, &self.mapping.observer];
        let [room, teacher, observer] = names.map(|column| fold(self.cell(row, column.as_ref())));
        let (date, minute) = (date.to_string(), minute.map_or(String::new(), |minute| minute.to_string()));
        let who = [date, minute, room, teacher, observer];
        let half = |label: &[u8], parts: &[String]| {
            let own = [b"import", label, source, school];
            let all: Vec<&[u8]> = own.into_iter().chain(parts.iter().map(String::as_bytes)).collect();
            Bits128::hash(&all).0
        };
        let mut id = half(b"visit", &who);
        id[8..].copy_from_slice(&half(b"row", row.cells())[..8]);
        VisitId::from(id)
    }
}
