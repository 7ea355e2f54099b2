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
/// Two belong together when they are of one school and one framework version, and either their observers typed the same
/// code within a day of each other, or one of them typed none and both were in the same room at the same time.
#[must_use]
pub fn sessions(mut sittings: Vec<Sitting>) -> Vec<Session> {
    sittings.sort_by_key(|one| (one.from, one.visit));
    let mut found: Vec<Vec<Sitting>> = Vec::new();
    for sitting in sittings {
        let (same, others): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|session| session.iter().any(|known| belong_together(known, &sitting)));
        let mut joined: Vec<Sitting> = same.into_iter().flatten().collect();
        joined.push(sitting);
        found = others;
        found.push(joined);
    }
    let mut sessions: Vec<Session> = found.into_iter().map(Session::of).collect();
    sessions.sort_by_key(|session| Reverse(session.sittings.first().map(|sitting| (sitting.from, sitting.visit))));
    sessions
}

fn belong_together(one: &Sitting, other: &Sitting) -> bool {
    let near = one.date.days_until(other.date).abs() <= 1;
    let lesson = match (&one.session, &other.session) {
        (Some(code), Some(other)) => code == other && near,
        (None, _) | (_, None) => one.place.is_some() && one.place == other.place && one.overlaps(other),
    };
    lesson && one.school == other.school && one.framework == other.framework
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
