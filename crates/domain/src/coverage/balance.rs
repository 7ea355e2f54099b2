use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{SchoolDay, TimeOfDay};
use crate::compare::{Ground, Selection, select};
use crate::framework::Segment;
use crate::id::{ClassroomId, SchoolId, SubjectId, TeacherId};
use crate::roster::{Classroom, Roster};
use crate::stats::{Share, wilson};
use crate::visit::{Adult, Place};

/// By what visits can lean to one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Dimension {
    /// Thirds of the school day.
    TimeOfDay,
    /// Monday to Friday.
    Weekday,
    /// The segment of the lesson in which the visit began, by the roster's periods.
    Segment,
    /// The subject taught.
    Subject,
    /// The teacher who led.
    Teacher,
}

/// One part of a [`Dimension`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Key {
    /// Of [`Dimension::TimeOfDay`].
    TimeOfDay(TimeOfDay),
    /// Of [`Dimension::Weekday`]: 0 for Monday to 4 for Friday.
    Weekday(u8),
    /// Of [`Dimension::Segment`].
    Segment(Segment),
    /// Of [`Dimension::Subject`].
    Subject(SubjectId),
    /// Of [`Dimension::Teacher`].
    Teacher(TeacherId),
}

/// How visits are spread over one dimension.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Balance {
    /// By what.
    pub dimension: Dimension,
    /// Visits that could be placed.
    pub visits: u32,
    /// In the order of their keys.
    pub parts: Vec<Part>,
}

/// How many visits fell on one part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// Which one.
    pub key: Key,
    /// Visits in which there was something to observe.
    pub visits: u32,
    /// The share that would be even: of the day, the week, the lesson, or of the classrooms on the rosters. `0..=1`.
    pub even: f64,
}

/// A part on which far more visits fell than would be even, or far fewer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lean<'a> {
    /// Which part.
    pub part: &'a Part,
    /// Its share of the visits, `0..=1`.
    pub share: f64,
    /// Far more; otherwise far fewer.
    pub more: bool,
}

/// Visits that may well have been spread by this factor more, or less, evenly than they seem do not mislead.
pub const LOPSIDED: f64 = 1.5;

/// Under so many visits nobody can say that they lean.
pub const ENOUGH_VISITS: u32 = 12;

/// How the visits of a selection are spread; dimensions of which nothing is known are left out. Visits with nothing to
/// observe do not count: the question is what the others can say.
#[must_use]
pub fn balances(ground: &Ground<'_>, selection: &Selection) -> Vec<Balance> {
    let rooms = classrooms(ground, selection);
    let day = SchoolDay::of(ground.rosters.iter().copied());
    let mut counts: BTreeMap<Key, u32> = BTreeMap::new();
    for (pack, _, row) in select(ground, selection).filter(|(_, _, row)| !row.nothing()) {
        let room = match pack.classroom(row) {
            Some(Place::Known(id)) => rooms.get(&(&pack.key.school, id)),
            Some(Place::Described(_)) | None => None,
        };
        let teacher = match pack.lead(row) {
            Some(Adult::Known(id)) => Some(Key::Teacher(id.clone())),
            Some(Adult::Described(_)) | None => None,
        };
        let weekday = Some(row.date().days_after_monday()).filter(|day| *day < WEEKDAYS).map(Key::Weekday);
        let keys = [
            Some(Key::TimeOfDay(day.at(row.minute()))),
            weekday,
            room.map(|room| Key::Segment(room.segment_at(row.minute()))),
            pack.subject(row).map(|subject| Key::Subject(subject.clone())),
            teacher,
        ];
        for key in keys.into_iter().flatten() {
            *counts.entry(key).or_default() += 1;
        }
    }
    let even = even(&rooms.into_values().collect::<Vec<_>>());
    even.into_iter().filter_map(|(dimension, parts)| Balance::of(dimension, parts, &counts)).collect()
}

const WEEKDAYS: u8 = 5;

/// The classrooms of a selection's schools.
fn classrooms<'a>(
    ground: &'a Ground<'_>,
    selection: &Selection,
) -> BTreeMap<(&'a SchoolId, &'a ClassroomId), &'a Classroom> {
    let schools = ground.schools(selection);
    let rosters = ground.rosters.iter().filter(|roster| schools.contains(&roster.school));
    let rooms = |roster: &&'a Roster| {
        let school = &roster.school;
        roster.classrooms.iter().map(move |room| ((school, &room.id), room))
    };
    rosters.flat_map(rooms).collect()
}

/// What would be even.
fn even(rooms: &[&Classroom]) -> [(Dimension, Vec<(Key, f64)>); 5] {
    let times = TimeOfDay::ALL.map(|time| (Key::TimeOfDay(time), 1.0 / 3.0));
    let days = (0..WEEKDAYS).map(|day| (Key::Weekday(day), 1.0 / f64::from(WEEKDAYS)));
    // As `Classroom::segment_at` cuts a lesson: a fifth, three fifths, a fifth.
    let segments = [(Segment::Opening, 0.2), (Segment::Middle, 0.6), (Segment::Closing, 0.2)];
    let segments = segments.map(|(segment, share)| (Key::Segment(segment), share));
    let subjects = shares(rooms.iter().filter_map(|room| room.subject.clone()).map(Key::Subject));
    let teachers = shares(rooms.iter().filter_map(|room| room.lead.clone()).map(Key::Teacher));
    let timed = rooms.iter().any(|room| !room.periods.is_empty());
    [
        (Dimension::TimeOfDay, times.into()),
        (Dimension::Weekday, days.collect()),
        (Dimension::Segment, if timed { segments.into() } else { Vec::new() }),
        (Dimension::Subject, subjects),
        (Dimension::Teacher, teachers),
    ]
}

/// Each key's share of all.
fn shares(keys: impl Iterator<Item = Key>) -> Vec<(Key, f64)> {
    let mut counts: BTreeMap<Key, u32> = BTreeMap::new();
    for key in keys {
        *counts.entry(key).or_default() += 1;
    }
    let all: f64 = counts.values().map(|count| f64::from(*count)).sum();
    counts.into_iter().map(|(key, count)| (key, f64::from(count) / all)).collect()
}

impl Balance {
    /// `None` where nothing could be even, or only one thing.
    fn of(dimension: Dimension, even: Vec<(Key, f64)>, counts: &BTreeMap<Key, u32>) -> Option<Self> {
        let part = |(key, even): (Key, f64)| {
            let visits = counts.get(&key).copied().unwrap_or(0);
            Part { key, visits, even }
        };
        let parts: Vec<_> = even.into_iter().map(part).collect();
        let visits = parts.iter().map(|part| part.visits).sum();
        (parts.len() > 1).then_some(Self { dimension, visits, parts })
    }

    /// Where the visits lean so far that they may mislead: the whole 95 % Wilson interval of a part's share lies more
    /// than [`LOPSIDED`] times over, or under, what would be even. Nothing under [`ENOUGH_VISITS`]. Teachers who were
    /// visited less are not named: [`rooms`](super::rooms) says which classrooms wait.
    ///
    /// The interval: see [`wilson`]. The factor is ours.
    #[must_use]
    pub fn leans(&self) -> Vec<Lean<'_>> {
        if self.visits < ENOUGH_VISITS {
            return Vec::new();
        }
        let lean = |part| self.lean(part).filter(|lean| lean.more || self.dimension != Dimension::Teacher);
        self.parts.iter().filter_map(lean).collect()
    }

    /// How much of all visits a part has, `0..=1`; `None` without visits.
    #[must_use]
    pub fn share(&self, part: &Part) -> Option<f64> {
        (self.visits > 0).then(|| f64::from(part.visits) / f64::from(self.visits))
    }

    fn lean<'a>(&self, part: &'a Part) -> Option<Lean<'a>> {
        let share = Share::new(self.share(part)?).ok()?;
        let interval = wilson(share, f64::from(self.visits))?;
        let more = interval.low() > part.even * LOPSIDED;
        let fewer = interval.high() < part.even / LOPSIDED;
        (more || fewer).then_some(Lean { part, share: share.get(), more })
    }
}
