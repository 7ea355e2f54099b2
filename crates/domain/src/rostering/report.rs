//! What an import of a roster would change, or has changed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::layout::Format;
use super::outcome::Outcome;
use super::put::Taken;
use super::records::Records;
use super::refused::RefusedRow;
use crate::district::{Calendar, District, Published};
use crate::id::{Bits128, SchoolId};
use crate::roster::{Classroom, Roster};
use crate::time::Date;

/// How many changes are listed one by one.
const LISTED: usize = 500;

/// What an import would change, or has changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterReport {
    /// Whether it was stored; otherwise this was a dry run.
    pub stored: bool,
    /// Stands for everything that would be stored. Sent back, it makes sure that nothing else is.
    pub stamp: Bits128,
    /// What kind of package it is.
    pub format: Format,
    /// The day for which the roster holds.
    pub on: Date,
    /// How many schools change.
    pub schools: Counts,
    /// How many teachers change.
    pub teachers: Counts,
    /// How many classes change.
    pub classes: Counts,
    /// The school year, where it changes.
    pub year: Option<Year>,
    /// The first 500 changes.
    pub changes: Vec<Change>,
    /// How many rows are not taken, in whole or in part.
    pub refused_rows: u32,
    /// The first 500 of them.
    pub refused: Vec<RefusedRow>,
    /// Rows of students: counted, and nothing of them stored.
    pub students: u32,
    /// Classes all of whose sessions are over.
    pub over: u32,
    /// Whether something is said that shows nowhere yet: an enrolment that ends later, the name of a network.
    pub remembers: bool,
    /// What else there is to know.
    pub notes: Vec<Note>,
}

/// How many of a kind change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Counts {
    /// Those that are new.
    pub added: u32,
    /// Those that are otherwise than before.
    pub changed: u32,
    /// Those that are no longer there.
    pub gone: u32,
    /// Those that stay as they are.
    pub same: u32,
}

/// A school year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Year {
    /// First day of school.
    pub first_day: Date,
    /// Last day of school.
    pub last_day: Date,
    /// The names of its terms.
    pub terms: Vec<String>,
    /// Check dates and days off of the district that lie outside it, and go.
    pub dropped: u32,
}

/// What changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// How.
    pub what: What,
    /// The kind of thing.
    pub kind: Part,
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Its school's name; its own for a school.
    pub school: String,
    /// What is otherwise, of something that was there before.
    pub parts: Vec<Part>,
}

/// How something changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// It is no longer there.
    Gone,
    /// It is otherwise than before.
    Changed,
    /// It is new.
    Added,
}

/// A kind of thing, or a part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// A school.
    School,
    /// A teacher.
    Teacher,
    /// A class.
    Class,
    /// What it is called.
    Name,
    /// The network of a school.
    Network,
    /// Who leads a class.
    Lead,
    /// Who else teaches in it.
    Others,
    /// Its grade.
    Grade,
    /// Its subject.
    Subject,
    /// The groups that it is tagged with.
    Groups,
    /// How many students it has.
    Students,
    /// When its lessons are.
    Lessons,
}

/// Something to know before storing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// There was no manifest, so that every file was read as everything there is.
    NoManifest,
    /// The enrolments are a delta, so that classes keep the number of students they had.
    StudentsAsBefore,
    /// The package's school year ended before the district's own began, which stays.
    PastYear,
    /// More than a third of the classes or of the teachers that were there would be gone.
    ManyGone,
    /// The package before this was of another kind: whatever that brought and this does not name is gone.
    OtherSource,
    /// Schools are no longer in the package. They stay, without classes: their visits are the district's.
    SchoolsStay,
}

impl RosterReport {
    /// What a package changes in a district of which `then` was known.
    #[must_use]
    pub fn new(
        then: &Records,
        taken: &Taken,
        outcome: &Outcome,
        (district, rosters): (&District, &BTreeMap<SchoolId, Roster>),
    ) -> Self {
        let mut found = Found::default();
        found.schools(district, &outcome.district);
        for after in &outcome.rosters {
            let name = outcome.district.school(&after.school).map_or(after.school.as_str(), |school| &school.name);
            let nothing = Roster::default();
            found.roster(name, rosters.get(&after.school).unwrap_or(&nothing), after);
        }
        let untouched = rosters.values().filter(|one| outcome.rosters.iter().all(|other| other.school != one.school));
        for roster in untouched {
            found.classes.same += count(roster.classrooms.len());
            found.teachers.same += count(roster.teachers.len());
        }
        let Found { schools, teachers, classes, mut changes } = found;
        changes.sort_by(|one, other| {
            (one.what, one.kind, &one.school, &one.name).cmp(&(other.what, other.kind, &other.school, &other.name))
        });
        changes.truncate(LISTED);
        let calendar = &outcome.district.calendar;
        let year = (*calendar != district.calendar).then(|| Year {
            first_day: calendar.first_day,
            last_day: calendar.last_day,
            terms: calendar.terms.iter().map(|term| term.name.clone()).collect(),
            dropped: {
                let dates = |calendar: &Calendar| calendar.check_dates.len() + calendar.days_off.len();
                count(dates(&district.calendar).saturating_sub(dates(calendar)))
            },
        });
        let were = classes.changed + classes.gone + classes.same;
        let people = teachers.changed + teachers.gone + teachers.same;
        let many = |gone: u32, were: u32| gone > 0 && gone * 3 > were;
        let notes = [
            (taken.no_manifest, Note::NoManifest),
            (taken.students_as_before, Note::StudentsAsBefore),
            (outcome.past_year, Note::PastYear),
            (many(classes.gone, were) || many(teachers.gone, people), Note::ManyGone),
            (taken.other_source, Note::OtherSource),
            (then.schools.keys().any(|id| !taken.records.schools.contains_key(id)), Note::SchoolsStay),
        ];
        Self {
            stored: false,
            stamp: stamp(outcome, taken),
            format: taken.format,
            on: outcome.on,
            schools,
            teachers,
            classes,
            year,
            changes,
            refused_rows: taken.refused_rows,
            refused: taken.refused.clone(),
            students: taken.students,
            over: outcome.over,
            remembers: *then != taken.records || *district != outcome.district,
            notes: notes.into_iter().filter(|(holds, _)| *holds).map(|(_, note)| note).collect(),
        }
    }

    /// Whether anything would be otherwise than before.
    #[must_use]
    pub fn changes_anything(&self) -> bool {
        self.remembers || self.shows()
    }

    /// Whether any of that shows already.
    #[must_use]
    pub fn shows(&self) -> bool {
        let some = |counts: Counts| counts.added + counts.changed + counts.gone > 0;
        self.year.is_some() || [self.schools, self.teachers, self.classes].into_iter().any(some)
    }
}

/// Everything that would be stored, in one number.
fn stamp(outcome: &Outcome, taken: &Taken) -> Bits128 {
    let text = |published: Published| published.write().map(|document| document.text).unwrap_or_default();
    let district = text(Published::District(outcome.district.clone()));
    let rosters = outcome.rosters.iter().map(|roster| text(Published::Roster(roster.clone())));
    let records = serde_json::to_string(&taken.records).unwrap_or_default();
    let texts: Vec<String> = [district, records].into_iter().chain(rosters).collect();
    let texts: Vec<&[u8]> = texts.iter().map(|text| text.as_bytes()).collect();
    Bits128::hash(&texts)
}

#[derive(Default)]
struct Found {
    schools: Counts,
    teachers: Counts,
    classes: Counts,
    changes: Vec<Change>,
}

impl Found {
    fn schools(&mut self, before: &District, after: &District) {
        for school in &after.schools {
            let parts = before.school(&school.id).map(|was| {
                only([(Part::Name, was.name != school.name), (Part::Network, was.network != school.network)])
            });
            let change = Change {
                what: What::Added,
                kind: Part::School,
                id: school.id.0.clone(),
                name: school.name.clone(),
                school: school.name.clone(),
                parts: vec![],
            };
            note(&mut self.schools, &mut self.changes, change, parts);
        }
    }

    fn roster(&mut self, school: &str, before: &Roster, after: &Roster) {
        let (was, is) = (rooms(before), rooms(after));
        let make = |kind, id: &str, name: &str| Change {
            what: What::Added,
            kind,
            id: id.to_owned(),
            name: name.to_owned(),
            school: school.to_owned(),
            parts: vec![],
        };
        for (id, room) in &is {
            let parts = was.get(id).map(|was| room_parts(was, room));
            note(&mut self.classes, &mut self.changes, make(Part::Class, id, &room.name), parts);
        }
        for (id, room) in was.iter().filter(|(id, _)| !is.contains_key(*id)) {
            self.classes.gone += 1;
            self.changes.push(Change { what: What::Gone, ..make(Part::Class, id, &room.name) });
        }
        let (was, is) = (names(before), names(after));
        for (id, name) in &is {
            let parts = was.get(id).map(|was| only([(Part::Name, was != name)]));
            note(&mut self.teachers, &mut self.changes, make(Part::Teacher, id, name), parts);
        }
        for (id, name) in was.iter().filter(|(id, _)| !is.contains_key(*id)) {
            self.teachers.gone += 1;
            self.changes.push(Change { what: What::Gone, ..make(Part::Teacher, id, name) });
        }
    }
}

fn rooms(roster: &Roster) -> BTreeMap<&str, &Classroom> {
    roster.classrooms.iter().map(|room| (room.id.as_str(), room)).collect()
}

fn names(roster: &Roster) -> BTreeMap<&str, &str> {
    roster.teachers.iter().map(|teacher| (teacher.id.as_str(), teacher.name.as_str())).collect()
}

/// Counts something that is there now: `parts` is what is otherwise, `None` when it was not there.
fn note(counts: &mut Counts, changes: &mut Vec<Change>, change: Change, parts: Option<Vec<Part>>) {
    match parts {
        None => {
            counts.added += 1;
            changes.push(change);
        }
        Some(parts) if parts.is_empty() => counts.same += 1,
        Some(parts) => {
            counts.changed += 1;
            changes.push(Change { what: What::Changed, parts, ..change });
        }
    }
}

fn room_parts(was: &Classroom, is: &Classroom) -> Vec<Part> {
    only([
        (Part::Name, was.name != is.name),
        (Part::Lead, was.lead != is.lead),
        (Part::Others, was.others != is.others),
        (Part::Grade, was.grade != is.grade),
        (Part::Subject, was.subject != is.subject),
        (Part::Groups, was.groups != is.groups),
        (Part::Students, was.students != is.students),
        (Part::Lessons, was.periods != is.periods),
    ])
}

fn only<const N: usize>(parts: [(Part, bool); N]) -> Vec<Part> {
    parts.into_iter().filter(|(_, changed)| *changed).map(|(part, _)| part).collect()
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
