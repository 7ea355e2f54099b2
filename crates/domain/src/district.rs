//! What the district publishes to everyone: its schools, people, calendar and rules, as immutable documents.

mod change;
mod focus;

use serde::{Deserialize, Serialize};

use crate::expectation::Expectation;
use crate::framework::Framework;
use crate::id::{AccountId, Bits128, DistrictId, DocumentHash, LookForId, NetworkId, SchoolId};
use crate::roster::Roster;
use crate::time::Date;

pub use change::{CannotChangeDistrict, DistrictChange, DistrictProblem, DistrictRules, MOST_MARGIN, MOST_VISITS};
pub use focus::{Area, Focus, FocusSet, MOST_FOCUS};

/// The district itself: the one document that names all the others' parts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct District {
    /// The district's key.
    pub id: DistrictId,
    /// As people say it.
    pub name: String,
    /// Groups of schools.
    pub networks: Vec<Network>,
    /// Every school.
    pub schools: Vec<School>,
    /// Everyone who records visits, so that a visit can name its observer.
    pub observers: Vec<Person>,
    /// The school year and its terms.
    pub calendar: Calendar,
    /// How close is close, in share of visits: 0.10 is ten points.
    pub margin: f64,
    /// What the district watches, as documents say it that were written before there were [`FocusSet`]s.
    pub focus: Vec<LookForId>,
    /// What the district, networks and schools have chosen to watch.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub focus_sets: Vec<FocusSet>,
    /// Visits below which nothing is said of a look-for; `None` for 12.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_visits: Option<u32>,
    /// Visits that the district expects of each school in a week; `None` where it expects none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visits_a_week: Option<u32>,
    /// What is expected, past and present.
    pub expectations: Vec<Expectation>,
}

/// A group of schools.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Network {
    /// Its key.
    pub id: NetworkId,
    /// As people say it.
    pub name: String,
}

/// A school.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct School {
    /// Its key.
    pub id: SchoolId,
    /// As people say it.
    pub name: String,
    /// The network it belongs to, if any.
    pub network: Option<NetworkId>,
}

/// Someone who records visits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The account they sign in with.
    pub id: AccountId,
    /// As people say it.
    pub name: String,
}

/// The school year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// First day of school.
    pub first_day: Date,
    /// Last day of school.
    pub last_day: Date,
    /// In order, not overlapping.
    pub terms: Vec<Term>,
    /// The days on which the district asks which discrepancies call for action; empty for three a term.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub check_dates: Vec<Date>,
    /// Days within the year on which there is no school, weekends aside.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days_off: Vec<DaysOff>,
}

/// A holiday, a training day, a break: no school from one day to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DaysOff {
    /// As people say it.
    pub name: String,
    /// First day.
    pub first_day: Date,
    /// Last day; the same for a single one.
    pub last_day: Date,
}

/// A term of the school year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// As people say it.
    pub name: String,
    /// First day.
    pub first_day: Date,
    /// Last day.
    pub last_day: Date,
}

/// How many check dates a term has unless the district says otherwise.
const CHECKS_A_TERM: i64 = 3;

impl Calendar {
    /// The days on which the district checks, in order: its own, or else the ends of each third of each term. A year
    /// without terms counts as one.
    #[must_use]
    pub fn checks(&self) -> Vec<Date> {
        let mut checks = self.check_dates.clone();
        if checks.is_empty() {
            let whole_year = [(self.first_day, self.last_day)];
            let terms: Vec<_> = self.terms.iter().map(|term| (term.first_day, term.last_day)).collect();
            for (first, last) in if terms.is_empty() { &whole_year[..] } else { &terms } {
                let days = i64::from(first.days_until(*last));
                checks.extend((1..=CHECKS_A_TERM).map(|nth| first.plus_days(days * nth / CHECKS_A_TERM)));
            }
        }
        checks.sort();
        checks.dedup();
        checks
    }

    /// Whether there is school on a day: Monday to Friday within a term, or within the year where it has no terms, unless
    /// it is a day off.
    #[must_use]
    pub fn has_school(&self, day: Date) -> bool {
        let within = |first: Date, last: Date| (first..=last).contains(&day);
        let open = if self.terms.is_empty() {
            within(self.first_day, self.last_day)
        } else {
            self.terms.iter().any(|term| within(term.first_day, term.last_day))
        };
        open && day.days_after_monday() < 5 && self.off_on(day).is_none()
    }

    /// Why a day is off; `None` when it is not.
    #[must_use]
    pub fn off_on(&self, day: Date) -> Option<&DaysOff> {
        self.days_off.iter().find(|off| (off.first_day..=off.last_day).contains(&day))
    }

    /// The term that a day lies in, or in the holidays the one that has just ended; `None` before the first.
    #[must_use]
    pub fn term_of(&self, day: Date) -> Option<&Term> {
        self.terms.iter().rev().find(|term| term.first_day <= day)
    }
}

impl District {
    /// The school with this id.
    #[must_use]
    pub fn school(&self, id: &SchoolId) -> Option<&School> {
        self.schools.iter().find(|school| school.id == *id)
    }

    /// The network a school belongs to.
    #[must_use]
    pub fn network_of(&self, school: &SchoolId) -> Option<&NetworkId> {
        self.school(school)?.network.as_ref()
    }

    /// The name of an observer.
    #[must_use]
    pub fn observer(&self, id: &AccountId) -> Option<&str> {
        self.observers.iter().find(|person| person.id == *id).map(|person| person.name.as_str())
    }
}

/// What kind of document it is: which part of the published state it replaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DocumentKind {
    /// A [`District`]; the latest one holds.
    District,
    /// A [`Framework`] version; every one is kept.
    Framework,
    /// A school's [`Roster`]; the latest one holds.
    Roster,
}

/// A published document: immutable, named by the hash of its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Which part of the published state it is.
    pub kind: DocumentKind,
    /// The JSON as first written.
    pub text: String,
}

/// A document that has been read.
#[derive(Debug, Clone, PartialEq)]
pub enum Published {
    /// The district.
    District(District),
    /// A framework version.
    Framework(Framework),
    /// A school's roster.
    Roster(Roster),
}

/// The document's text is not what its kind says.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a {kind:?} document cannot be read at line {line}, column {column}")]
pub struct UnreadableDocument {
    /// What it claims to be.
    pub kind: DocumentKind,
    /// Counted from 1.
    pub line: usize,
    /// Counted from 1.
    pub column: usize,
}

impl Document {
    /// The name under which visits and tablets know it.
    #[must_use]
    pub fn hash(&self) -> DocumentHash {
        DocumentHash(Bits128::hash(&[self.text.as_bytes()]))
    }

    /// Reads the text as its kind says.
    ///
    /// # Errors
    /// Where the text stops being such a document.
    pub fn read(&self) -> Result<Published, UnreadableDocument> {
        let read = match self.kind {
            DocumentKind::District => serde_json::from_str(&self.text).map(Published::District),
            DocumentKind::Framework => serde_json::from_str(&self.text).map(Published::Framework),
            DocumentKind::Roster => serde_json::from_str(&self.text).map(Published::Roster),
        };
        read.map_err(|error| UnreadableDocument { kind: self.kind, line: error.line(), column: error.column() })
    }
}

impl Published {
    /// The document that carries this, ready to be named and published.
    ///
    /// # Errors
    /// When a number in it is not finite, which JSON cannot hold.
    pub fn write(&self) -> Result<Document, serde_json::Error> {
        let (kind, text) = match self {
            Self::District(district) => (DocumentKind::District, serde_json::to_string(district)?),
            Self::Framework(framework) => (DocumentKind::Framework, serde_json::to_string(framework)?),
            Self::Roster(roster) => (DocumentKind::Roster, serde_json::to_string(roster)?),
        };
        Ok(Document { kind, text })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::date;

    fn calendar(terms: &[(Date, Date)]) -> Calendar {
        let term = |(first, last): &(Date, Date)| Term { name: String::new(), first_day: *first, last_day: *last };
        Calendar {
            first_day: date(2026, 9, 1),
            last_day: date(2027, 6, 1),
            terms: terms.iter().map(term).collect(),
            check_dates: vec![],
            days_off: vec![],
        }
    }

    #[test]
    fn a_day_off_has_no_school_and_says_why() {
        let off = |first, last| DaysOff { name: "Thanksgiving".into(), first_day: first, last_day: last };
        let year = Calendar { days_off: vec![off(date(2026, 11, 26), date(2026, 11, 27))], ..calendar(&[]) };
        assert!(year.has_school(date(2026, 11, 25)) && !year.has_school(date(2026, 11, 26)));
        assert!(!year.has_school(date(2026, 11, 27)) && year.has_school(date(2026, 11, 30)));
        assert_eq!(year.off_on(date(2026, 11, 27)).map(|off| off.name.as_str()), Some("Thanksgiving"));
        let before = r#"{"first_day":"2026-09-01","last_day":"2027-06-01","terms":[]}"#;
        assert_eq!(
            serde_json::from_str::<Calendar>(before).unwrap(),
            calendar(&[]),
            "older documents know no days off"
        );
    }

    #[test]
    fn a_term_is_checked_three_times_the_last_time_on_its_last_day() {
        let autumn = calendar(&[(date(2026, 9, 1), date(2026, 12, 1))]);
        assert_eq!(autumn.checks(), [date(2026, 10, 1), date(2026, 10, 31), date(2026, 12, 1)]);
        assert_eq!(calendar(&[]).checks().last(), Some(&date(2027, 6, 1)), "a year without terms is one");
        let own = Calendar { check_dates: vec![date(2027, 3, 1), date(2026, 11, 1)], ..autumn };
        assert_eq!(own.checks(), [date(2026, 11, 1), date(2027, 3, 1)]);
    }

    #[test]
    fn holidays_belong_to_the_term_before() {
        let year = calendar(&[(date(2026, 9, 1), date(2026, 12, 1)), (date(2027, 1, 4), date(2027, 6, 1))]);
        let first = |day| year.term_of(day).map(|term| term.first_day);
        assert_eq!(first(date(2026, 12, 24)), Some(date(2026, 9, 1)));
        assert_eq!((first(date(2027, 1, 4)), first(date(2026, 8, 31))), (Some(date(2027, 1, 4)), None));
    }
}
