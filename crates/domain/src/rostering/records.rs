//! What other systems have said so far, under their own ids.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::layout::Format;
use crate::roster::{Grade, Period};
use crate::time::Date;

/// What the packages that were imported said, under the ids of the system that they came from, without students. A bulk file
/// replaces its part of it, a delta file changes it. It stays on the server.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Records {
    /// What kind of package said it.
    pub(super) format: Option<Format>,
    pub(super) networks: BTreeMap<String, NetworkRecord>,
    pub(super) schools: BTreeMap<String, SchoolRecord>,
    pub(super) sessions: BTreeMap<String, SessionRecord>,
    pub(super) courses: BTreeMap<String, CourseRecord>,
    pub(super) staff: BTreeMap<String, StaffRecord>,
    pub(super) roles: BTreeMap<String, RoleRecord>,
    pub(super) classes: BTreeMap<String, ClassRecord>,
    pub(super) teaching: BTreeMap<String, TeachingRecord>,
    pub(super) students: BTreeMap<String, Headcount>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct NetworkRecord {
    pub(super) name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SchoolRecord {
    pub(super) name: String,
    /// What the school is part of: a network where there is one of this id.
    pub(super) network: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Span {
    Year,
    Term,
    /// A grading period: part of a term, and no term of its own.
    Part,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SessionRecord {
    pub(super) name: String,
    pub(super) span: Span,
    pub(super) first: Date,
    pub(super) last: Date,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct CourseRecord {
    pub(super) grades: Vec<Grade>,
    pub(super) subject: Option<String>,
}

/// An adult who works in schools, teaching or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StaffRecord {
    pub(super) name: String,
    pub(super) schools: Vec<String>,
    /// Whether that is what they are there for. Others are teachers where they teach a class.
    pub(super) teaches: bool,
}

/// That an adult is there to teach, in one school (OneRoster 1.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct RoleRecord {
    pub(super) person: String,
    pub(super) school: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ClassRecord {
    pub(super) school: String,
    pub(super) name: String,
    pub(super) course: Option<String>,
    pub(super) grades: Vec<Grade>,
    pub(super) subject: Option<String>,
    pub(super) sessions: Vec<String>,
    pub(super) groups: Vec<String>,
    pub(super) lessons: Vec<Period>,
}

/// That somebody teaches a class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct TeachingRecord {
    pub(super) class: String,
    pub(super) person: String,
    pub(super) leads: bool,
    pub(super) first: Option<Date>,
    pub(super) last: Option<Date>,
}

/// How many students a class has, and of which groups enough of them are.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Headcount {
    pub(super) students: u16,
    pub(super) groups: Vec<String>,
}

impl Records {
    /// The school year of a day.
    pub(super) fn year(&self, day: Date) -> Option<&SessionRecord> {
        school_year(self.sessions.values(), day)
    }
}

/// The school year that a day lies in; else the last that has begun, else the first to come. Systems announce the next year
/// months before it begins.
pub(super) fn school_year<'a>(
    sessions: impl Iterator<Item = &'a SessionRecord>,
    day: Date,
) -> Option<&'a SessionRecord> {
    let years = sessions.filter(|session| session.span == Span::Year);
    let rank = |year: &&SessionRecord| {
        let begun = year.first <= day;
        // Of those that have begun the latest, of the others the earliest.
        (
            begun && day <= year.last,
            begun,
            if begun { i64::from(day.days_until(year.last)) } else { i64::from(year.first.days_until(day)) },
        )
    };
    years.max_by_key(rank)
}
