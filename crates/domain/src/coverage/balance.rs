use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{SchoolDay, TimeOfDay};
use crate::compare::{Ground, Person, Picked, Selection, may_hold, picked};
use crate::fact::Pack;
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
    /// Visits left out because nobody knows at what time of day they were, as of some imported ones; 0 where the dimension
    /// does not ask for it.
    #[serde(default)]
    pub untimed: u32,
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
    let mut counts = Counts::default();
    for Picked { pack, filter, .. } in picked(ground, selection) {
        // Looked up once a pack: ten thousand visits are then counted by position.
        let room = |place: &Place| match place {
            Place::Known(id) => rooms.get(&(&pack.key.school, id)).copied(),
            Place::Described(_) => None,
        };
        let rooms: Vec<_> = pack.classrooms().iter().map(room).collect();
        let mut subjects = vec![0; pack.subjects().len()];
        let mut leads = vec![0; pack.leads().len()];
        for (_, row) in pack.rows().filter(|(_, row)| filter.takes(*row) && !row.nothing()) {
            one_more(&mut counts.times, row.time().map(|minute| day.at(minute) as usize));
            counts.untimed += u32::from(row.time().is_none());
            one_more(&mut counts.weekdays, Some(row.date().days_after_monday().into()));
            let room = rooms.get(row.classroom()).copied().flatten();
            one_more(&mut counts.segments, room.zip(row.time()).map(|(room, minute)| room.segment_at(minute) as usize));
            one_more(&mut subjects, row.subject());
            one_more(&mut leads, row.lead());
        }
        counts.add(pack, &subjects, &leads);
    }
    let even = even(&rooms.into_values().collect::<Vec<_>>());
    even.into_iter().filter_map(|(dimension, parts)| Balance::of(dimension, parts, &counts)).collect()
}

/// Visits by part.
#[derive(Default)]
struct Counts<'a> {
    times: [u32; TimeOfDay::ALL.len()],
    /// Visits of which nobody knows the time.
    untimed: u32,
    /// Saturday and Sunday are counted and never asked for.
    weekdays: [u32; 7],
    segments: [u32; Segment::ALL.len()],
    subjects: BTreeMap<&'a SubjectId, u32>,
    teachers: BTreeMap<&'a TeacherId, u32>,
}

fn one_more(counts: &mut [u32], at: Option<usize>) {
    if let Some(count) = at.and_then(|at| counts.get_mut(at)) {
        *count += 1;
    }
}

impl<'a> Counts<'a> {
    /// Adds a pack's counts, which are by position in its tables.
    fn add(&mut self, pack: &'a Pack, subjects: &[u32], leads: &[u32]) {
        for (subject, visits) in pack.subjects().iter().zip(subjects) {
            *self.subjects.entry(subject).or_default() += visits;
        }
        for (lead, visits) in pack.leads().iter().zip(leads) {
            match lead {
                Adult::Known(id) => *self.teachers.entry(id).or_default() += visits,
                Adult::Described(_) => {}
            }
        }
    }

    fn of(&self, key: &Key) -> u32 {
        let found = match key {
            Key::TimeOfDay(time) => self.times.get(*time as usize),
            Key::Weekday(day) => self.weekdays.get(usize::from(*day)),
            Key::Segment(segment) => self.segments.get(*segment as usize),
            Key::Subject(subject) => self.subjects.get(subject),
            Key::Teacher(teacher) => self.teachers.get(teacher),
        };
        found.copied().unwrap_or(0)
    }
}

const WEEKDAYS: u8 = 5;

/// The classrooms that a selection is about: what would be even follows from them, so that visits to one grade are not
/// said to lean to its teachers.
fn classrooms<'a>(
    ground: &'a Ground<'_>,
    selection: &Selection,
) -> BTreeMap<(&'a SchoolId, &'a ClassroomId), &'a Classroom> {
    let schools = ground.schools(selection);
    let rosters = ground.rosters.iter().filter(|roster| schools.contains(&roster.school));
    let rooms = |roster: &&'a Roster| {
        let school = &roster.school;
        let meant = roster.classrooms.iter().filter(|room| may_hold(room, selection) && is_theirs(room, selection));
        meant.map(move |room| ((school, &room.id), room))
    };
    rosters.flat_map(rooms).collect()
}

/// Whether a selection of one teacher's lessons is about a classroom.
fn is_theirs(room: &Classroom, selection: &Selection) -> bool {
    match &selection.person {
        Some(Person::Teacher(id)) => room.lead.as_ref() == Some(id),
        Some(Person::Observer(_)) | None => true,
    }
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
    fn of(dimension: Dimension, even: Vec<(Key, f64)>, counts: &Counts<'_>) -> Option<Self> {
        let part = |(key, even): (Key, f64)| {
            let visits = counts.of(&key);
            Part { key, visits, even }
        };
        let parts: Vec<_> = even.into_iter().map(part).collect();
        let visits = parts.iter().map(|part| part.visits).sum();
        let untimed = match dimension {
            Dimension::TimeOfDay | Dimension::Segment => counts.untimed,
            Dimension::Weekday | Dimension::Subject | Dimension::Teacher => 0,
        };
        (parts.len() > 1).then_some(Self { dimension, visits, untimed, parts })
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
