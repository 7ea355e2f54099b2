use super::mapping::{Empty, LookForColumn, Mapping};
use crate::id::LookForId;

/// What a column says: a [`Mapping`] from the table's side, for a person who goes through its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Says {
    /// It is not read.
    Nothing,
    /// [`Mapping::date`]
    Date,
    /// [`Mapping::start`]
    Start,
    /// [`Mapping::minutes`]
    Minutes,
    /// [`Mapping::classroom`]
    Classroom,
    /// [`Mapping::teacher`]
    Teacher,
    /// [`Mapping::observer`]
    Observer,
    /// [`Mapping::school`]
    School,
    /// [`Mapping::grade`]
    Grade,
    /// [`Mapping::subject`]
    Subject,
    /// One of [`Mapping::notes`].
    Notes,
    /// One of [`Mapping::look_fors`].
    LookFor(LookForId),
}

impl Says {
    /// Everything but look-fors, in the order in which people think of a visit.
    pub const PARTS: [Self; 11] = [
        Self::Nothing,
        Self::Date,
        Self::Start,
        Self::Minutes,
        Self::Classroom,
        Self::Teacher,
        Self::Observer,
        Self::School,
        Self::Grade,
        Self::Subject,
        Self::Notes,
    ];
}

impl Mapping {
    /// What a column says.
    #[must_use]
    pub fn says(&self, column: &str) -> Says {
        let single = |part: &Option<String>| part.as_deref() == Some(column);
        if let Some(one) = self.look_fors.iter().find(|one| one.column == column) {
            return Says::LookFor(one.look_for.clone());
        }
        match () {
            () if self.date == column => Says::Date,
            () if single(&self.start) => Says::Start,
            () if single(&self.minutes) => Says::Minutes,
            () if single(&self.classroom) => Says::Classroom,
            () if single(&self.teacher) => Says::Teacher,
            () if single(&self.observer) => Says::Observer,
            () if single(&self.school) => Says::School,
            () if single(&self.grade) => Says::Grade,
            () if single(&self.subject) => Says::Subject,
            () if self.notes.iter().any(|one| one == column) => Says::Notes,
            () => Says::Nothing,
        }
    }

    /// Lets a column say something. Another column that said it before, where only one can, says nothing then.
    pub fn say(&mut self, column: &str, says: &Says) {
        self.forget(column);
        let only = Some(column.to_owned());
        match says {
            Says::Nothing => {}
            Says::Date => column.clone_into(&mut self.date),
            Says::Start => self.start = only,
            Says::Minutes => self.minutes = only,
            Says::Classroom => self.classroom = only,
            Says::Teacher => self.teacher = only,
            Says::Observer => self.observer = only,
            Says::School => self.school = only,
            Says::Grade => self.grade = only,
            Says::Subject => self.subject = only,
            Says::Notes => self.notes.extend(only),
            Says::LookFor(look_for) => {
                self.look_fors.retain(|one| one.look_for != *look_for);
                let (column, look_for) = (column.to_owned(), look_for.clone());
                self.look_fors.push(LookForColumn {
                    column,
                    look_for,
                    values: Default::default(),
                    empty: Empty::Blank,
                });
            }
        }
    }

    fn forget(&mut self, column: &str) {
        if self.date == column {
            self.date.clear();
            self.date_order = None;
        }
        let single = [
            &mut self.start,
            &mut self.minutes,
            &mut self.classroom,
            &mut self.teacher,
            &mut self.observer,
            &mut self.school,
            &mut self.grade,
            &mut self.subject,
        ];
        for part in single {
            part.take_if(|one| one == column);
        }
        self.notes.retain(|one| one != column);
        self.look_fors.retain(|one| one.column != column);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_says_what_it_was_told_and_one_thing_only() {
        let mut mapping = Mapping::from_json(r#"{"version":1,"date":"When"}"#).unwrap();
        let all = Says::PARTS.into_iter().chain([Says::LookFor("goal".into())]);
        for says in all {
            mapping.say("Here", &says);
            assert_eq!(mapping.says("Here"), says);
        }
        assert_eq!(
            mapping.columns().collect::<Vec<_>>(),
            ["Here"],
            "the date went with the column that took its place"
        );
    }

    #[test]
    fn what_only_one_column_can_say_the_other_no_longer_says() {
        let mut mapping = Mapping::from_json(r#"{"version":1,"date":"When","teacher":"Who"}"#).unwrap();
        for says in [Says::Teacher, Says::LookFor("goal".into())] {
            mapping.say("Who", &says);
            mapping.say("Other", &says);
            assert_eq!((mapping.says("Who"), mapping.says("Other")), (Says::Nothing, says));
        }
        mapping.say("Remarks", &Says::Notes);
        mapping.say("More", &Says::Notes);
        assert_eq!(mapping.says("Remarks"), Says::Notes, "several columns can be notes");
    }
}
