use std::cmp::Reverse;

use super::sitting::{Sitting, Watcher};
use crate::id::VisitId;

/// A lesson that several observers recorded, or that one recorded and waits for the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// One an observer, in the order in which they began.
    pub sittings: Vec<Sitting>,
    /// Earlier records by somebody who recorded the lesson again: the later one holds.
    pub replaced: Vec<VisitId>,
}

/// Puts records of the same lesson together, the latest lesson first.
///
/// A record joins a lesson of its school and framework version when its observer typed the lesson's code, within a day of
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
    joined && first.school == sitting.school && first.framework == sitting.framework
}

impl Session {
    fn of(mut sittings: Vec<Sitting>) -> Self {
        sittings.sort_by_key(|one| (one.from, one.visit));
        let again = |place: usize, sitting: &Sitting| {
            sittings.iter().skip(place + 1).any(|later| later.watcher == sitting.watcher)
        };
        let replaced: Vec<VisitId> = sittings
            .iter()
            .enumerate()
            .filter(|(place, sitting)| again(*place, sitting))
            .map(|(_, sitting)| sitting.visit)
            .collect();
        sittings.retain(|sitting| !replaced.contains(&sitting.visit));
        Self { sittings, replaced }
    }

    /// Whether there is anybody to agree with.
    #[must_use]
    pub fn is_shared(&self) -> bool {
        self.sittings.len() > 1
    }

    /// Whether a visit is part of it.
    #[must_use]
    pub fn holds(&self, visit: VisitId) -> bool {
        self.sittings.iter().any(|sitting| sitting.visit == visit) || self.replaced.contains(&visit)
    }

    /// The record of one observer.
    #[must_use]
    pub fn of_watcher(&self, watcher: &Watcher) -> Option<&Sitting> {
        self.sittings.iter().find(|sitting| sitting.watcher == *watcher)
    }

    /// How many seconds after the first of them somebody began; 0 for who watched a recording at another time.
    pub(super) fn late(&self, sitting: &Sitting) -> u32 {
        let together = self.sittings.iter().filter(|other| other.overlaps(sitting)).map(|other| other.from);
        let first = together.min().unwrap_or(sitting.from);
        u32::try_from(sitting.from.since(first) / 1_000).unwrap_or(0)
    }
}
