//! Reading a package, row by row.

use std::borrow::Cow;

use super::cells::{Header, Row, tidy};
use super::layout::{Format, Layout, Mode, NotAPackage};
use super::put::{Read, Taken};
use super::records::{Records, school_year};
use super::refused::{Refusals, RefusedRow};
use super::{one_roster, template};
use crate::time::Date;

/// A package that is being read.
#[derive(Debug)]
pub struct Reading {
    layout: Layout,
    known: Records,
    today: Date,
    read: Read,
    now: Option<(&'static str, Header)>,
}

impl Reading {
    /// Begins to read a package onto what is known. `today` says which classes and enrolments are over.
    #[must_use]
    pub fn new(layout: Layout, known: Records, today: Date) -> Self {
        Self { layout, known, today, read: Read::default(), now: None }
    }

    /// The rows that follow are of this file. The files come in the order of [`Layout::files`].
    ///
    /// # Errors
    /// When it lacks columns without which nothing can be made of it.
    pub fn file(&mut self, file: &'static str, columns: &[&str]) -> Result<(), NotAPackage> {
        let format = self.layout.format;
        let must = if format == Format::Template { template::columns(file) } else { one_roster::columns(file, format) };
        self.now = Some((file, Header::new(file, columns, must)?));
        let mode = self.layout.files.iter().find(|(name, _)| *name == file).map(|(_, mode)| *mode);
        let read = &mut self.read;
        match file {
            "orgs.csv" | "schools.csv" => (read.networks.mode, read.schools.mode) = (mode, mode),
            "academicSessions.csv" | "sessions.csv" => read.sessions.mode = mode,
            "courses.csv" => read.courses.mode = mode,
            "roles.csv" => read.roles.mode = mode,
            "users.csv" | "teachers.csv" => read.staff.mode = mode,
            "enrollments.csv" => (read.teaching.mode, read.headcounts) = (mode, mode),
            "classes.csv" => {
                read.classes.mode = mode;
                if format == Format::Template {
                    (read.teaching.mode, read.headcounts) = (mode, mode);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// A row below the names of the columns, numbered as a spreadsheet numbers it.
    pub fn row<'c>(&mut self, number: u32, cells: impl Iterator<Item = &'c str>) {
        let on = self.on();
        let Some((file, header)) = &self.now else { return };
        let cells: Vec<Cow<'_, str>> = cells.map(tidy).collect();
        let row = Row { header, number, cells: &cells };
        if row.is_empty() {
            return;
        }
        let (format, read) = (self.layout.format, &mut self.read);
        let taken = row.fits().and_then(|()| match format {
            Format::Template => template::take(file, &row, read),
            Format::OneRoster11 | Format::OneRoster12 => {
                one_roster::take(file, &row, read, &one_roster::Context { format, on, known: &self.known.staff })
            }
        });
        if let Err((column, fault)) = taken {
            match format {
                Format::Template => template::keep(file, &row, read),
                Format::OneRoster11 | Format::OneRoster12 => one_roster::keep(file, &row, read),
            }
            let column = column.map(str::to_owned);
            read.refused.add(RefusedRow { file: (*file).to_owned(), row: number, column, fault });
        }
    }

    /// The day for which the roster holds: today, or the nearest day of the school year.
    fn on(&self) -> Date {
        let sessions = &self.read.sessions;
        let read = sessions.rows.values().map(|(_, session)| session);
        let known = self.known.sessions.values().filter(|_| sessions.mode != Some(Mode::Bulk));
        school_year(read.chain(known), self.today).map_or(self.today, |year| self.today.clamp(year.first, year.last))
    }

    /// Follows every link, and puts what was read onto what was known.
    #[must_use]
    pub fn end(self) -> Taken {
        let Self { layout, known: mut records, read, .. } = self;
        let students_as_before = read.headcounts == Some(Mode::Delta);
        let names = if layout.format == Format::Template { &template::NAMES } else { &one_roster::NAMES };
        let other = |then: Format| (then == Format::Template) != (layout.format == Format::Template);
        let other_source = records.format.is_some_and(other);
        records.format = Some(layout.format);
        let (Refusals { listed: mut refused, rows: refused_rows }, students) = read.put(&mut records, names);
        let order = |row: &RefusedRow| layout.files.iter().position(|(file, _)| *file == row.file);
        refused.sort_by_key(|row| (order(row), row.row));
        Taken {
            format: layout.format,
            records,
            refused,
            refused_rows,
            other_source,
            students,
            no_manifest: layout.no_manifest,
            students_as_before,
        }
    }
}
