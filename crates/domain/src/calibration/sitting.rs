use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::framework::{Framework, Kind, LookFor};
use crate::id::{AccountId, DocumentHash, LookForId, SchoolId, VisitId};
use crate::time::{Date, Millis};
use crate::visit::{Answer, Outcome, Place, SessionCode, Snapshot, Source, Visit};

/// One observer's record of a lesson, as far as calibration reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sitting {
    /// The calibration visit that it was read from.
    pub visit: VisitId,
    /// Where.
    pub school: SchoolId,
    /// The local date.
    pub date: Date,
    /// The framework version it was recorded against.
    pub framework: DocumentHash,
    /// What the observers agreed on.
    pub session: Option<SessionCode>,
    /// Whose record it is.
    pub watcher: Watcher,
    /// The classroom; `None` until that has arrived.
    pub place: Option<Place>,
    /// When watching began, by the tablet's clock.
    pub from: Millis,
    /// When it ended.
    pub to: Millis,
    /// What they watched is a video.
    pub video: bool,
    /// When they watched, pauses left out: stretches in order, in whole seconds since `from`.
    pub watched: Vec<Stretch>,
    /// What was put down for each look-for, in the framework's reading order.
    pub seen: Vec<Seen>,
    /// In order of time.
    pub notes: Vec<Noted>,
}

/// From a second up to another one.
pub type Stretch = (u32, u32);

/// Who watched.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Watcher {
    /// Who had signed in.
    Account(AccountId),
    /// Somebody else on the same tablet, as written.
    Named(String),
}

/// What an observer put down for one look-for. Moments are whole seconds since they began to watch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// How it ended.
    pub outcome: Outcome,
    /// The rubric level of a rating.
    pub level: Option<u8>,
    /// How many taps, or how many seconds, where that is known.
    pub amount: Option<u32>,
    /// The taps of a count.
    pub taps: Vec<u32>,
    /// The beginnings and ends of a duration's timer.
    pub runs: Vec<Stretch>,
    /// The snapshots of an interval, in order of time.
    pub snapshots: Vec<(u32, Snapshot)>,
}

/// A note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    /// The look-for it is about, if any.
    pub about: Option<LookForId>,
    /// Seconds since its writer began to watch.
    pub second: u32,
    /// Its words.
    pub text: String,
}

impl Sitting {
    /// Reads a finished calibration visit; `None` for any other, and where there was nothing to observe. `framework` is
    /// the version that the visit was recorded against.
    #[must_use]
    pub fn of(visit: &Visit, framework: &Framework) -> Option<Self> {
        let begin = &visit.begin;
        let counts = begin.source == Source::Calibration && !visit.discarded && !visit.nothing;
        let to = visit.finished.filter(|_| counts)?;
        let watcher = match &visit.seat.watcher {
            Some(name) => Watcher::Named(name.clone()),
            None => Watcher::Account(begin.observer.clone()),
        };
        let noted = |at: Millis, about: &Option<LookForId>, text: &str| Noted {
            about: about.clone(),
            second: second(visit, at),
            text: text.to_owned(),
        };
        Some(Self {
            visit: visit.id,
            school: begin.school.clone(),
            date: begin.date,
            framework: begin.framework,
            session: visit.seat.session.clone(),
            watcher,
            place: visit.context.as_ref().map(|context| context.classroom.clone()),
            from: begin.at,
            to: to.max(begin.at),
            video: visit.seat.video,
            watched: watched(visit, to),
            seen: framework.look_fors().map(|look_for| Seen::of(visit, look_for, to)).collect(),
            notes: visit.notes.iter().map(|(_, note)| noted(note.at, &note.what.about, &note.what.text)).collect(),
        })
    }

    /// Whether two records were made at the same time, at least for a moment.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.from < other.to && other.from < self.to
    }
}

impl Seen {
    fn of(visit: &Visit, look_for: &LookFor, end: Millis) -> Self {
        let id = &look_for.id;
        // Outside its segments a look-for is not applicable by itself: nobody said so, and that is no agreement.
        let said_so = visit.answers.get(id) == Some(&Answer::NotApplicable);
        let outcome = match visit.outcome(look_for, end) {
            Outcome::NotApplicable if !said_so => Outcome::Blank,
            outcome => outcome,
        };
        let level = match visit.answers.get(id) {
            Some(Answer::Level(level)) => Some(*level),
            Some(Answer::Seen | Answer::NotSeen | Answer::NotApplicable | Answer::CouldNotJudge) | None => None,
        };
        let amount = match (&look_for.kind, outcome) {
            (Kind::Count | Kind::Duration, Outcome::Shown) => visit.amount(look_for, end).map(|found| found.amount),
            (Kind::Count | Kind::Duration, Outcome::NotShown) => Some(0),
            (Kind::Count | Kind::Duration, _) | (Kind::Presence | Kind::Interval { .. } | Kind::Rating { .. }, _) => {
                None
            }
        };
        let taps = visit.taps.get(id).into_iter().flatten().map(|(at, _)| second(visit, *at)).collect();
        let runs = visit.runs.get(id).into_iter().flatten();
        let runs = runs.map(|run| (second(visit, run.from), second(visit, run.to.unwrap_or(end).min(end)))).collect();
        let mut snapshots: Vec<(u32, Snapshot)> = visit
            .snapshots
            .get(id)
            .into_iter()
            .flat_map(BTreeMap::values)
            .map(|snapshot| (second(visit, snapshot.at), snapshot.what))
            .collect();
        snapshots.sort_unstable();
        // A count that was answered "seen" without a tap says that there was one, not how many.
        let amount = amount.filter(|found| *found > 0 || outcome == Outcome::NotShown);
        Self { outcome, level, amount, taps, runs, snapshots }
    }
}

fn watched(visit: &Visit, to: Millis) -> Vec<Stretch> {
    let (mut from, mut stretches) = (0, Vec::new());
    for pause in &visit.pauses {
        stretches.push((from, second(visit, pause.from.min(to))));
        from = from.max(second(visit, pause.to.unwrap_or(to)));
    }
    stretches.push((from, second(visit, to)));
    stretches.retain(|(from, to)| from < to);
    stretches
}

fn second(visit: &Visit, at: Millis) -> u32 {
    u32::try_from(at.since(visit.begin.at) / 1_000).unwrap_or(0)
}
