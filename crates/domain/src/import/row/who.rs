//! Whose lesson it was, and who watched.

use std::collections::BTreeMap;

use super::super::known;
use super::super::plan::Strangers;
use super::super::sheet::SheetRow;
use super::Reading;
use crate::id::AccountId;
use crate::visit::{Adult, Context, Place};

impl Reading<'_> {
    /// `None` when neither a classroom nor a teacher is named. A roster of today does not say who taught there then, so
    /// nothing is filled in from it.
    pub(super) fn context(&self, row: &SheetRow) -> Option<Context> {
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
        let classroom = match (room, teacher) {
            ("", "") => return None,
            ("", teacher) => Place::Described(teacher.to_owned()),
            (room, _) => place(room),
        };
        Some(Context {
            classroom,
            lead,
            others: Vec::new(),
            grade: known::grade(grade),
            subject: (!subject.is_empty()).then(|| known::subject(roster, subject)),
            groups: Vec::new(),
        })
    }

    /// `None` when nobody is named, or nobody who is known.
    pub(super) fn observer(&self, row: &SheetRow) -> Option<AccountId> {
        known::observer(self.setup.people, self.cell(row, self.mapping.observer.as_ref()))
    }

    /// Counts what a row that makes a visit says that the district does not know.
    pub(super) fn meet(
        &self,
        row: &SheetRow,
        context: &Context,
        observer: Option<&AccountId>,
        strangers: &mut Strangers,
    ) {
        let mut count = |names: fn(&mut Strangers) -> &mut BTreeMap<String, u32>, name: &str| {
            if !name.is_empty() {
                *names(strangers).entry(name.to_owned()).or_default() += 1;
            }
        };
        match &context.classroom {
            Place::Described(name) => count(|strangers| &mut strangers.classrooms, name),
            Place::Known(_) => {}
        }
        match &context.lead {
            Some(Adult::Described(name)) => count(|strangers| &mut strangers.teachers, name),
            Some(Adult::Known(_)) | None => {}
        }
        if context.grade.is_none() {
            count(|strangers| &mut strangers.grades, self.cell(row, self.mapping.grade.as_ref()));
        }
        if observer.is_none() {
            count(|strangers| &mut strangers.observers, self.cell(row, self.mapping.observer.as_ref()));
        }
    }

    /// The cells whose words become names.
    pub(super) fn named<'r>(&'r self, row: &'r SheetRow) -> impl Iterator<Item = (&'r String, &'r str)> {
        let columns = [&self.mapping.classroom, &self.mapping.teacher, &self.mapping.subject];
        columns.into_iter().flatten().map(|column| (column, self.cell(row, Some(column))))
    }
}
