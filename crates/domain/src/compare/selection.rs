use serde::{Deserialize, Serialize};

use crate::district::Area;
use crate::framework::Autonomy;
use crate::id::{AccountId, DocumentHash, GroupId, LookForId, SchoolId, StrandId, SubjectId, TeacherId};
use crate::roster::Grade;
use crate::time::Date;
use crate::visit::{Flag, Outcome};

/// Which visits, and which look-fors of theirs. The default takes everything; every part narrows it further.
///
/// ```
/// # use domain::compare::{Flagged, Selection};
/// let calm = Selection { flagged: Flagged::LeaveOut, ..Selection::default() };
/// assert_ne!(calm, Selection::default());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Selection {
    /// Visits to these schools; empty for every school there is.
    pub schools: Vec<SchoolId>,
    /// Visits from this local date on.
    pub from: Option<Date>,
    /// Visits up to and including this local date.
    pub to: Option<Date>,
    /// Visits to lessons in grades from the first to the second, both included.
    pub grades: Option<(Grade, Grade)>,
    /// Visits to lessons in this subject.
    pub subject: Option<SubjectId>,
    /// Visits to classes with this tag.
    pub group: Option<GroupId>,
    /// Visits by one observer, or to one teacher's lessons.
    pub person: Option<Person>,
    /// Look-fors of this strand; the visits stay the same.
    pub strand: Option<StrandId>,
    /// Look-fors that are non-negotiable, or adaptable; the visits stay the same.
    pub autonomy: Option<Autonomy>,
    /// What to do with visits under special circumstances.
    pub flagged: Flagged,
    /// Which records count besides those made in the room.
    pub sources: Sources,
    /// Visits in which one look-for ended one way.
    pub drill: Option<Drill>,
}

/// Whose visits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Person {
    /// Those that this observer recorded.
    Observer(AccountId),
    /// Those to lessons that this teacher led.
    Teacher(TeacherId),
}

/// What to do with visits that carry a [`Flag`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Flagged {
    /// They count like any other.
    #[default]
    Count,
    /// They do not count.
    LeaveOut,
    /// Only visits with this flag count.
    Only(Flag),
}

/// Which records count besides those made in the room; by default all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sources {
    /// Visits entered afterwards from paper.
    pub paper: bool,
    /// Visits read from another system's file.
    pub imported: bool,
}

impl Default for Sources {
    fn default() -> Self {
        Self { paper: true, imported: true }
    }
}

/// From a look-for down to its visits. Visits with nothing to observe are never among them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drill {
    /// The look-for.
    pub look_for: LookForId,
    /// The framework version whose way of observing it is meant, as in
    /// [`ComparisonRow::version`](super::ComparisonRow::version); `None` for any.
    #[serde(default)]
    pub version: Option<DocumentHash>,
    /// How it ended; `None` for any way.
    #[serde(default)]
    pub outcome: Option<Outcome>,
}

impl Selection {
    /// The same, narrowed to the week of `day`: its Monday up to and including `day`.
    #[must_use]
    pub fn in_week_of(&self, day: Date) -> Self {
        let monday = day.monday();
        Self {
            from: Some(self.from.map_or(monday, |from| from.max(monday))),
            to: Some(self.to.map_or(day, |to| to.min(day))),
            ..self.clone()
        }
    }

    /// The part of the district that it is about: one school, or else all of it.
    #[must_use]
    pub fn area(&self) -> Area {
        match &self.schools[..] {
            [school] => Area::School(school.clone()),
            _ => Area::District,
        }
    }

    /// Its last day, which decides which expectation holds: its end, or today if that has not come yet.
    #[must_use]
    pub fn last_day(&self, today: Date) -> Date {
        self.to.map_or(today, |to| to.min(today))
    }

    /// Whether all its visits are one person's: a pattern to look at, and nothing to judge anyone by.
    #[must_use]
    pub fn is_of_one_person(&self) -> bool {
        self.person.is_some()
    }

    /// Whether visits to this school are meant.
    pub(crate) fn takes_school(&self, school: &SchoolId) -> bool {
        self.schools.is_empty() || self.schools.contains(school)
    }
}
