use domain::framework::{Framework, Kind, LookFor, Segment};
use domain::time::Millis;
use domain::visit::{Answer, Outcome, Snapshot, Visit};

use super::clock::Stopwatch;
use super::same::Same;

/// The look-fors of a framework version, each shared on its own: those in focus, and the rest by strand.
#[derive(Debug, PartialEq)]
pub struct Form {
    /// In the order in which the district set them.
    pub focus: Vec<Same<LookFor>>,
    /// Strand by strand in reading order, without those in focus.
    pub rest: Vec<(String, Vec<Same<LookFor>>)>,
}

impl Form {
    /// The form of a framework with these look-fors in focus; those that it does not have are left out.
    #[must_use]
    pub fn of(framework: &Framework, focus: &[domain::id::LookForId]) -> Self {
        let shared = |look_for: &LookFor| Same::new(look_for.clone());
        let rest = framework.strands.iter().map(|strand| {
            let others = strand.look_fors.iter().filter(|look_for| !focus.contains(&look_for.id));
            (strand.name.clone(), others.map(shared).collect::<Vec<_>>())
        });
        Self {
            focus: focus.iter().filter_map(|id| framework.look_for(id)).map(shared).collect(),
            rest: rest.filter(|(_, look_fors)| !look_fors.is_empty()).collect(),
        }
    }

    /// Every look-for, those in focus first.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Same<LookFor>> {
        self.focus.iter().chain(self.rest.iter().flat_map(|(_, look_fors)| look_fors))
    }

    pub(crate) fn rest_count(&self) -> usize {
        self.rest.iter().map(|(_, look_fors)| look_fors.len()).sum()
    }
}

/// What a row shows of its look-for, as plain data: a row whose data are the same is not drawn again.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Standing {
    /// What was answered in so many words.
    pub answer: Option<Answer>,
    /// What the marks say.
    pub found: Found,
    /// It is no longer blank.
    pub answered: bool,
    /// It cannot be judged in the segments watched so far, and is not applicable by itself.
    pub elsewhere: bool,
    /// It is recorded as it happens.
    pub live: bool,
}

/// What the marks of a look-for say.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Found {
    /// Answers only.
    Nothing,
    /// So many taps.
    Taps(usize),
    /// Timer runs.
    Timed {
        /// How long in all.
        clock: Stopwatch,
        /// One runs now.
        running: bool,
        /// There is any.
        any: bool,
    },
    /// Snapshots.
    Snapshots {
        /// In order of time.
        taken: Vec<Snapshot>,
        /// When the next prompt is due; `None` while nothing is to be prompted for.
        due: Option<Millis>,
        /// Students present, once counted.
        present: Option<u16>,
        /// Students on the roster, to be offered and never filled in.
        enrolled: Option<u16>,
    },
}

impl Standing {
    /// How a look-for stands in a part of the lesson before anything was recorded.
    pub(crate) fn fresh(look_for: &LookFor, segment: Segment) -> Self {
        let elsewhere = !look_for.segments.is_empty() && !look_for.segments.contains(&segment);
        Self { answer: None, found: Found::fresh(&look_for.kind), answered: elsewhere, elsewhere, live: true }
    }

    /// How a look-for stands in a visit. `enrolled` is what the roster says of the classroom.
    pub(crate) fn of(visit: &Visit, look_for: &LookFor, enrolled: Option<u16>, now: Millis) -> Self {
        let answer = visit.answers.get(&look_for.id).copied();
        let outcome = visit.outcome(look_for, now);
        let elsewhere = answer.is_none() && outcome == Outcome::NotApplicable;
        Self {
            answer,
            found: Found::of(visit, look_for, answer.is_none() && !elsewhere, enrolled, now),
            answered: outcome != Outcome::Blank,
            elsewhere,
            live: visit.is_live(),
        }
    }
}

impl Found {
    /// Before anything was recorded.
    fn fresh(kind: &Kind) -> Self {
        match kind {
            Kind::Presence | Kind::Rating { .. } => Self::Nothing,
            Kind::Count => Self::Taps(0),
            Kind::Duration => Self::Timed { clock: Stopwatch::Still(0), running: false, any: false },
            Kind::Interval { .. } => Self::Snapshots { taken: Vec::new(), due: None, present: None, enrolled: None },
        }
    }

    fn of(visit: &Visit, look_for: &LookFor, wanted: bool, enrolled: Option<u16>, now: Millis) -> Self {
        match look_for.kind {
            Kind::Presence | Kind::Rating { .. } => Self::Nothing,
            Kind::Count => Self::Taps(visit.taps.get(&look_for.id).map_or(0, Vec::len)),
            Kind::Duration => {
                let running = visit.is_live() && visit.running(&look_for.id).is_some();
                let runs = running && visit.paused().is_none();
                Self::Timed {
                    clock: Stopwatch::of(visit.run_time(&look_for.id, now), runs, now),
                    running,
                    any: visit.runs.get(&look_for.id).is_some_and(|runs| !runs.is_empty()),
                }
            }
            Kind::Interval { .. } => {
                let snapshots = visit.snapshots.get(&look_for.id).into_iter().flatten();
                let mut taken: Vec<_> = snapshots.map(|(id, placed)| (placed.at, *id, placed.what)).collect();
                taken.sort_by_key(|(at, id, _)| (*at, *id));
                let prompts = wanted && visit.is_live() && visit.paused().is_none();
                Self::Snapshots {
                    taken: taken.into_iter().map(|(_, _, what)| what).collect(),
                    due: visit.next_prompt(look_for).filter(|_| prompts),
                    present: visit.present,
                    enrolled,
                }
            }
        }
    }
}
