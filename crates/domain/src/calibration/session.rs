use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::sitting::{Seen, Sitting, Stretch, Watcher};
use crate::framework::{Framework, LookFor};
use crate::id::{DocumentHash, VisitId};
use crate::time::Millis;

/// A lesson that several observers recorded, or that one recorded and waits for the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// One an observer, in the order in which they began.
    pub sittings: Vec<Sitting>,
    /// Later records under the name of one who has a record already. On one tablet that is a second observer who forgot
    /// to type theirs, so the first record holds until somebody says whose the later one is, or discards one.
    pub aside: Vec<Sitting>,
}

/// Puts records of the same lesson together, the latest lesson first.
///
/// A record joins a lesson of its school, whatever framework version it follows, when its observer typed the lesson's code, within a day of
/// the first record; or, where one of them typed none, when it was made in the same room at the same time as another.
#[must_use]
pub fn sessions(mut sittings: Vec<Sitting>) -> Vec<Session> {
    sittings.sort_by_key(|one| (one.from, one.visit));
    let mut lessons: Vec<Vec<Sitting>> = Vec::new();
    for sitting in sittings {
        match lessons.iter_mut().rev().find(|lesson| belongs(lesson, &sitting)) {
            Some(lesson) => lesson.push(sitting),
            None => lessons.push(vec![sitting]),
        }
    }
    let mut sessions: Vec<Session> = lessons.into_iter().map(Session::of).collect();
    sessions.sort_by_key(|session| Reverse(session.sittings.first().map(|sitting| (sitting.from, sitting.visit))));
    sessions
}

fn belongs(lesson: &[Sitting], sitting: &Sitting) -> bool {
    let Some(first) = lesson.first() else { return false };
    let code = lesson.iter().find_map(|known| known.session.as_ref());
    let joined = match (code, &sitting.session) {
        (Some(code), Some(typed)) => code == typed && first.date.days_until(sitting.date).abs() <= 1,
        (None, _) | (_, None) => {
            let beside = |known: &Sitting| known.place == sitting.place && known.overlaps(sitting);
            sitting.place.is_some() && lesson.iter().any(beside)
        }
    };
    joined && first.school == sitting.school
}

impl Session {
    fn of(mut sittings: Vec<Sitting>) -> Self {
        sittings.sort_by_key(|one| (one.from, one.visit));
        let mut session = Self { sittings: Vec::new(), aside: Vec::new() };
        for sitting in sittings {
            let known = session.of_watcher(&sitting.watcher).is_some();
            if known { &mut session.aside } else { &mut session.sittings }.push(sitting);
        }
        session
    }

    /// Whether there is anybody to agree with.
    #[must_use]
    pub fn is_shared(&self) -> bool {
        self.sittings.len() > 1
    }

    /// Whether a visit is part of it.
    #[must_use]
    pub fn holds(&self, visit: VisitId) -> bool {
        self.sittings.iter().chain(&self.aside).any(|sitting| sitting.visit == visit)
    }

    /// The record of one observer.
    #[must_use]
    pub fn of_watcher(&self, watcher: &Watcher) -> Option<&Sitting> {
        self.sittings.iter().find(|sitting| sitting.watcher == *watcher)
    }

    /// What they watched is a video, as one of them said: then everyone's moments count from their own beginning.
    #[must_use]
    pub fn is_video(&self) -> bool {
        self.sittings.iter().any(|sitting| sitting.video)
    }

    /// The stretches that all of them watched, in seconds since the first began; only there counts and durations can be
    /// held against each other.
    #[must_use]
    pub fn watched_by_all(&self) -> Vec<Stretch> {
        let watched = |sitting: &Sitting| {
            let late = self.late(sitting);
            sitting.watched.iter().map(|(from, to)| (from + late, to + late)).collect::<Vec<_>>()
        };
        let each = self.sittings.iter().map(watched);
        each.reduce(|one, other| in_both(&one, &other)).unwrap_or_default()
    }

    /// How many seconds after the first of them somebody began to watch the lesson; 0 for who watched a recording.
    pub(super) fn late(&self, sitting: &Sitting) -> u32 {
        if self.is_video() {
            return 0;
        }
        // They are in the order in which they began: who begins after all before have gone watched at another time.
        let (mut first, mut gone) = (sitting.from, Millis(i64::MIN));
        for other in self.sittings.iter().take_while(|other| other.from <= sitting.from) {
            if other.from >= gone {
                first = other.from;
            }
            gone = gone.max(other.to);
        }
        u32::try_from(sitting.from.since(first) / 1_000).unwrap_or(0)
    }
}

/// The look-fors of a lesson's records that are not in all of them, or are not observed the same way in all: they cannot
/// be compared, or only in part. Nothing where all follow one version.
#[must_use]
pub fn not_in_all<'a>(session: &Session, frameworks: &BTreeMap<DocumentHash, &'a Framework>) -> Vec<&'a LookFor> {
    let versions: BTreeSet<DocumentHash> = session.sittings.iter().map(|sitting| sitting.framework).collect();
    let versions: Vec<&'a Framework> = versions.iter().filter_map(|version| frameworks.get(version).copied()).collect();
    let mut apart: Vec<&LookFor> = Vec::new();
    for look_for in versions.iter().flat_map(|framework| framework.look_fors()) {
        let in_all = versions.iter().all(|framework| place(framework, look_for).is_some());
        if !in_all && !apart.iter().any(|known| known.id == look_for.id) {
            apart.push(look_for);
        }
    }
    apart
}

/// Where in a version a look-for stands, observed the same way.
fn place(framework: &Framework, look_for: &LookFor) -> Option<usize> {
    framework.look_fors().position(|one| one.id == look_for.id && one.kind.observes_like(&look_for.kind))
}

impl Sitting {
    /// What was put down for a look-for; `None` where the version that the record follows has none that is observed the
    /// same way.
    #[must_use]
    pub fn seen_for(&self, look_for: &LookFor, frameworks: &BTreeMap<DocumentHash, &Framework>) -> Option<&Seen> {
        self.seen.get(place(frameworks.get(&self.framework)?, look_for)?)
    }
}

/// What two lists of stretches have in common, both in order of time.
pub(super) fn in_both(one: &[Stretch], other: &[Stretch]) -> Vec<Stretch> {
    let pairs = one.iter().flat_map(|(from, to)| other.iter().map(|(since, until)| (*from.max(since), *to.min(until))));
    pairs.filter(|(from, to)| from < to).collect()
}
