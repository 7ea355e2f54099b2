//! Whose lesson it was, and who watched.

use super::super::known;
use super::super::plan::Strangers;
use super::super::sheet::SheetRow;
use super::Reading;
use crate::id::AccountId;
use crate::visit::{Adult, Context, Place};

impl Reading<'_> {
    /// `None` when neither a classroom nor a teacher is named. A roster of today does not say who taught there then, so
    /// nothing is filled in from it.
    pub(super) fn context(&self, row: &SheetRow, strangers: &mut Strangers) -> Option<Context> {
        let [room, teacher, subject, grade] =
            [&self.mapping.classroom, &self.mapping.teacher, &self.mapping.subject, &self.mapping.grade]
                .map(|column| self.cell(row, column.as_ref()));
        let roster = self.setup.roster;
        let place = |text: &str| match roster.and_then(|roster| known::classroom(roster, text)) {
            Some(id) => Place::Known(id),
            None => Place::Described(text.to_owned()),
        };
        let adult = |text: &str| match roster.and_then(|roster| known::teacher(roster, text)) {
            Some(id) => Adult::Known(id),
            None => Adult::Described(text.to_owned()),
        };
        let lead = (!teacher.is_empty()).then(|| adult(teacher));
        if let Some(Adult::Described(name)) = &lead {
            *strangers.teachers.entry(name.clone()).or_default() += 1;
        }
        let classroom = match (room, teacher) {
            ("", "") => return None,
            ("", teacher) => Place::Described(teacher.to_owned()),
            (room, _) => place(room),
        };
        if let Place::Described(name) = &classroom {
            *strangers.classrooms.entry(name.clone()).or_default() += 1;
        }
        let taught = known::grade(grade);
        if !grade.is_empty() && taught.is_none() {
            *strangers.grades.entry(grade.to_owned()).or_default() += 1;
        }
        Some(Context {
            classroom,
            lead,
            others: Vec::new(),
            grade: taught,
            subject: (!subject.is_empty()).then(|| known::subject(roster, subject)),
            groups: Vec::new(),
        })
    }

    pub(super) fn observer(&self, row: &SheetRow, strangers: &mut Strangers) -> AccountId {
        let text = self.cell(row, self.mapping.observer.as_ref());
        let known = known::observer(self.setup.people, text);
        if !text.is_empty() && known.is_none() {
            *strangers.observers.entry(text.to_owned()).or_default() += 1;
        }
        known.unwrap_or_else(|| self.setup.importer.clone())
    }

    /// The cells whose words become names.
    pub(super) fn named<'r>(&'r self, row: &'r SheetRow) -> impl Iterator<Item = (&'r String, &'r str)> {
        let columns = [&self.mapping.classroom, &self.mapping.teacher, &self.mapping.subject];
        columns.into_iter().flatten().map(|column| (column, self.cell(row, Some(column))))
    }
}
