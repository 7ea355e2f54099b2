//! How each look-for ends in a visit.

use serde::{Deserialize, Serialize};

use super::record::{Answer, Snapshot};
use super::view::Visit;
use crate::framework::{Kind, LookFor};
use crate::time::{MINUTE, Millis};

/// How a look-for ends in a visit. Only the first two are *looked*; blank is never "no".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Outcome {
    /// Looked for and found.
    Shown,
    /// Looked for and not found.
    NotShown,
    /// It could not have happened: answered so, or outside the segments in which it can be judged.
    NotApplicable,
    /// The observer could not tell.
    CouldNotJudge,
    /// Nothing was answered.
    Blank,
}

impl Outcome {
    /// Whether the observer looked and could tell.
    #[must_use]
    pub fn looked(self) -> bool {
        match self {
            Self::Shown | Self::NotShown => true,
            Self::NotApplicable | Self::CouldNotJudge | Self::Blank => false,
        }
    }
}

/// An amount over its exposure: occurrences or seconds over watched seconds, students over students present,
/// or prompts over prompts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Amount {
    /// What was found.
    pub amount: u32,
    /// What it could have been found in; an amount over nothing says nothing.
    pub of: u32,
}

impl Amount {
    /// The amount in the unit in which it is expected: per 10 watched minutes for counts, a share for the rest.
    /// `None` over no exposure, and for counts and durations under 3 watched minutes, where a rate would mislead.
    #[must_use]
    pub fn rate(self, kind: &Kind) -> Option<f64> {
        let least = match kind {
            Kind::Count | Kind::Duration => 180,
            Kind::Interval { .. } | Kind::Presence | Kind::Rating { .. } => 1,
        };
        (self.of >= least).then(|| f64::from(self.amount) / f64::from(self.of) * unit(kind))
    }
}

/// How many of the exposure's units make one unit of expectation: 600 seconds for a count, otherwise 1.
#[must_use]
pub(crate) fn unit(kind: &Kind) -> f64 {
    match kind {
        Kind::Count => 600.0,
        Kind::Duration | Kind::Interval { .. } | Kind::Presence | Kind::Rating { .. } => 1.0,
    }
}

impl Visit {
    /// How a look-for ended, or stands at `now` while the visit is open.
    #[must_use]
    pub fn outcome(&self, look_for: &LookFor, now: Millis) -> Outcome {
        match (self.answers.get(&look_for.id), &look_for.kind) {
            (Some(Answer::NotApplicable), _) => Outcome::NotApplicable,
            (Some(Answer::CouldNotJudge), _) => Outcome::CouldNotJudge,
            (Some(Answer::Level(level)), Kind::Rating { shown_from, .. }) => shown(level >= shown_from),
            (answer, kind) if kind.is_amount() => match (self.evidence(look_for, now), answer) {
                (Some(found), _) => shown(found.amount > 0),
                (None, Some(Answer::Seen)) => Outcome::Shown,
                (None, Some(Answer::NotSeen)) => Outcome::NotShown,
                (None, _) => self.unanswered(look_for),
            },
            (Some(Answer::Seen), _) => Outcome::Shown,
            (Some(Answer::NotSeen), _) => Outcome::NotShown,
            (Some(Answer::Level(_)) | None, _) => self.unanswered(look_for),
        }
    }

    /// What a count, duration or interval look-for amounts to: `None` when it was not looked for, for other kinds,
    /// and for an interval without a snapshot.
    #[must_use]
    pub fn amount(&self, look_for: &LookFor, now: Millis) -> Option<Amount> {
        if !look_for.kind.is_amount() || !self.outcome(look_for, now).looked() {
            return None;
        }
        let found = self.evidence(look_for, now);
        match look_for.kind {
            Kind::Count | Kind::Duration => found.or_else(|| Some(Amount { amount: 0, of: self.watched_seconds(now) })),
            Kind::Interval { .. } | Kind::Presence | Kind::Rating { .. } => found,
        }
    }

    /// What the marks say; `None` when there are none.
    fn evidence(&self, look_for: &LookFor, now: Millis) -> Option<Amount> {
        match look_for.kind {
            Kind::Presence | Kind::Rating { .. } => None,
            Kind::Count => self.taps.get(&look_for.id).filter(|taps| !taps.is_empty()).map(|taps| Amount {
                amount: u32::try_from(taps.len()).unwrap_or(u32::MAX),
                of: self.watched_seconds(now),
            }),
            Kind::Duration => self
                .runs
                .get(&look_for.id)
                .filter(|runs| !runs.is_empty())
                .map(|_| Amount { amount: seconds(self.run_time(&look_for.id, now)), of: self.watched_seconds(now) }),
            Kind::Interval { .. } => {
                self.snapshots.get(&look_for.id).filter(|snapshots| !snapshots.is_empty()).map(|snapshots| {
                    snapshots.values().fold(Amount::default(), |sum, snapshot| add(sum, snapshot.what))
                })
            }
        }
    }

    fn unanswered(&self, look_for: &LookFor) -> Outcome {
        let visited = self.segments_visited();
        let judged = look_for.segments.is_empty() || visited.is_empty();
        if judged || visited.iter().any(|segment| look_for.segments.contains(segment)) {
            Outcome::Blank
        } else {
            Outcome::NotApplicable
        }
    }

    /// Watched time in whole seconds.
    #[must_use]
    pub fn watched_seconds(&self, now: Millis) -> u32 {
        seconds(self.watched(now))
    }

    /// Whether enough was watched for a rate to mean something: 3 minutes.
    #[must_use]
    pub fn rates_mean_something(&self, now: Millis) -> bool {
        self.watched(now) >= 3 * MINUTE
    }
}

fn shown(yes: bool) -> Outcome {
    if yes { Outcome::Shown } else { Outcome::NotShown }
}

fn seconds(millis: i64) -> u32 {
    u32::try_from(millis / 1_000).unwrap_or(0)
}

fn add(sum: Amount, snapshot: Snapshot) -> Amount {
    let (amount, of) = match snapshot {
        Snapshot::Students { present, not_doing } => (present.saturating_sub(not_doing), present),
        Snapshot::Happening(yes) => (u16::from(yes), 1),
    };
    Amount { amount: sum.amount.saturating_add(u32::from(amount)), of: sum.of.saturating_add(u32::from(of)) }
}
