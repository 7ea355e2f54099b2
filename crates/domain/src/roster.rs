//! Who teaches where: one school's classrooms and the adults in them.

use serde::{Deserialize, Serialize};

use crate::framework::Segment;
use crate::id::{ClassroomId, GroupId, SchoolId, SubjectId, TeacherId};
use crate::visit::{Adult, Context, Place};

/// A grade: −1 pre-kindergarten, 0 kindergarten, 1 ..= 12.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Grade(pub i8);

/// The roster of one school, as published to its stream.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Roster {
    /// Whose roster it is.
    pub school: SchoolId,
    /// Sorted by name.
    pub classrooms: Vec<Classroom>,
    /// Sorted by name.
    pub teachers: Vec<Teacher>,
    /// Classrooms that are no more: nobody visits them, and visits that were made there keep their name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former_classrooms: Vec<Classroom>,
    /// Teachers who have left: nobody chooses them, and visits that they were in keep their name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former_teachers: Vec<Teacher>,
}

/// A room or class that can be visited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Classroom {
    /// Stable from import to import.
    pub id: ClassroomId,
    /// As it stands on the door.
    pub name: String,
    /// The teacher who leads; none when the roster does not say.
    pub lead: Option<TeacherId>,
    /// Other adults who teach in it.
    #[serde(default)]
    pub others: Vec<TeacherId>,
    /// The grade taught; none for mixed or unknown.
    pub grade: Option<Grade>,
    /// The subject taught; none for self-contained classes.
    pub subject: Option<SubjectId>,
    /// Tags on the class group. Groups overlap and are never summed.
    #[serde(default)]
    pub groups: Vec<GroupId>,
    /// Students enrolled; none when unknown.
    pub students: Option<u16>,
    /// When lessons begin and end.
    #[serde(default)]
    pub periods: Vec<Period>,
}

/// A lesson's begin and end, in minutes of the local day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// First minute, 0 ..= 1439.
    pub begins: u16,
    /// First minute after it, later than `begins`.
    pub ends: u16,
}

/// An adult who teaches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Teacher {
    /// Stable from import to import.
    pub id: TeacherId,
    /// As people say it.
    pub name: String,
}

impl Roster {
    /// The classroom with this id, a former one too.
    #[must_use]
    pub fn classroom(&self, id: &ClassroomId) -> Option<&Classroom> {
        self.classrooms.iter().chain(&self.former_classrooms).find(|classroom| classroom.id == *id)
    }

    /// The classroom with this id, if it can be visited.
    #[must_use]
    pub fn current_classroom(&self, id: &ClassroomId) -> Option<&Classroom> {
        self.classrooms.iter().find(|classroom| classroom.id == *id)
    }

    /// The teacher with this id, a former one too.
    #[must_use]
    pub fn teacher(&self, id: &TeacherId) -> Option<&Teacher> {
        self.teachers.iter().chain(&self.former_teachers).find(|teacher| teacher.id == *id)
    }
}

impl Classroom {
    /// Whose lesson a visit here is, as far as the roster knows; the observer may change it.
    #[must_use]
    pub fn context(&self) -> Context {
        Context {
            classroom: Place::Known(self.id.clone()),
            lead: self.lead.clone().map(Adult::Known),
            others: self.others.iter().cloned().map(Adult::Known).collect(),
            grade: self.grade,
            subject: self.subject.clone(),
            groups: self.groups.clone(),
        }
    }

    /// The likely segment of the lesson at a minute of the local day: the first fifth of a period is its opening,
    /// the last fifth its closing; between or outside lessons, the middle.
    #[must_use]
    pub fn segment_at(&self, minute: u16) -> Segment {
        let running = self.periods.iter().find(|period| (period.begins..period.ends).contains(&minute));
        let Some(period) = running else {
            return Segment::Middle;
        };
        let (gone, length) = (minute - period.begins, period.ends - period.begins);
        if gone * 5 < length {
            Segment::Opening
        } else if u32::from(gone) * 5 >= u32::from(length) * 4 {
            Segment::Closing
        } else {
            Segment::Middle
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_says_which_part_of_the_lesson_it_is() {
        let room = Classroom {
            id: "r".into(),
            name: "204".into(),
            lead: None,
            others: vec![],
            grade: None,
            subject: None,
            groups: vec![],
            students: None,
            periods: vec![Period { begins: 600, ends: 650 }],
        };
        let at = |minute| room.segment_at(minute);
        assert_eq!((at(600), at(609), at(610)), (Segment::Opening, Segment::Opening, Segment::Middle));
        assert_eq!((at(639), at(640), at(649)), (Segment::Middle, Segment::Closing, Segment::Closing));
        assert_eq!(at(700), Segment::Middle);
    }
}
