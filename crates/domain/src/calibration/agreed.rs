use std::collections::{BTreeMap, BTreeSet};

use super::lessons::Lessons;
use super::session::{Session, in_both};
use super::sitting::{Seen, Stretch, Watcher};
use super::{Coefficient, Rating, Report, Sheet};
use crate::framework::{Ask, Framework, Kind, LookFor};
use crate::id::{DocumentHash, LookForId};
use crate::stats::Estimate;
use crate::stats::agreement::percent_within;
use crate::visit::{Outcome, Snapshot};

/// How far observers agree on one look-for.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreed {
    /// Which.
    pub look_for: LookForId,
    /// Every coefficient that fits. A unit is a lesson, or one prompt of a lesson for snapshots; their intervals are then
    /// over lessons.
    pub report: Report,
    /// For amounts: in what share of cases two observers were no further apart than the tolerance.
    pub within: Option<Within>,
    /// Units in which observers did not put down the same; amounts within their tolerance are the same.
    pub parted: usize,
}

/// Under this share of cases observers agree too seldom on a look-for to be passed over; the bound is ours.
pub const GOOD_AGREEMENT: f64 = 0.75;

impl Agreed {
    /// In what share of cases two observers put down the same, amounts within their tolerance; `None` where no two did.
    #[must_use]
    pub fn share(&self) -> Option<Estimate> {
        self.within.map(|within| within.estimate).or_else(|| self.report.estimate(Coefficient::PercentAgreement))
    }

    /// Whether observers part on it so often that it should be talked about: see [`GOOD_AGREEMENT`].
    #[must_use]
    pub fn is_exception(&self) -> bool {
        self.share().is_some_and(|share| share.point() < GOOD_AGREEMENT)
    }
}

/// Agreement on an amount.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Within {
    /// Taps, seconds, or a share of students.
    pub tolerance: f64,
    /// See [`percent_within`].
    pub estimate: Estimate,
}

/// Two counts that differ by no more than this agree.
pub const TOLERATED_TAPS: f64 = 1.0;
/// Two durations that differ by no more than so many seconds agree.
pub const TOLERATED_SECONDS: f64 = 15.0;
/// Two snapshots of students that differ by no more than this share of them agree.
pub const TOLERATED_SHARE: f64 = 0.1;

/// With fewer seconds that everybody watched, no count and no duration is compared: as with rates, three minutes.
pub const LEAST_TOGETHER: u32 = 180;

/// How a value is written for the coefficients.
const SHOWN: &str = "shown";
const NOT_SHOWN: &str = "not shown";
const NOT_APPLICABLE: &str = "not applicable";

/// Agreement on each look-for of a framework over lessons that were recorded together. Lessons that were recorded
/// against another version take part where the look-for is observed the same way. What was left blank or could not be
/// judged is a missing value. Of counts and durations only what fell into the time that all observers of a lesson watched
/// is compared, and nothing where that is less than [`LEAST_TOGETHER`].
#[must_use]
pub fn agreed(
    sessions: &[&Session],
    frameworks: &BTreeMap<DocumentHash, &Framework>,
    framework: &Framework,
) -> Vec<Agreed> {
    framework.look_fors().map(|look_for| on_one(sessions, frameworks, look_for)).collect()
}

/// Agreement on all look-fors together that are seen or not seen, each look-for of a lesson being a unit. Ratings take no
/// part: levels are compared look-for by look-for.
#[must_use]
pub fn agreed_together(sessions: &[&Session], frameworks: &BTreeMap<DocumentHash, &Framework>) -> Report {
    let mut lessons = Vec::new();
    for (number, session) in sessions.iter().enumerate() {
        let mut ratings = Vec::new();
        for sitting in &session.sittings {
            let look_fors = frameworks.get(&sitting.framework).into_iter().flat_map(|framework| framework.look_fors());
            for (look_for, seen) in look_fors.zip(&sitting.seen).filter(|(look_for, _)| look_for.kind == Kind::Presence)
            {
                let unit = format!("{number}/{}", look_for.id);
                ratings.push(rating(unit, &sitting.watcher, word(seen.outcome).map(ToOwned::to_owned)));
            }
        }
        lessons.push(ratings);
    }
    Lessons::of(&lessons).report()
}

fn on_one(sessions: &[&Session], frameworks: &BTreeMap<DocumentHash, &Framework>, look_for: &LookFor) -> Agreed {
    let mut lessons = Vec::new();
    for (number, session) in sessions.iter().enumerate() {
        let (together, mut ratings) = (session.watched_by_all(), Vec::new());
        for sitting in &session.sittings {
            let Some(seen) = sitting.seen_for(look_for, frameworks) else { continue };
            for (part, value) in values(&look_for.kind, seen, session.late(sitting), &together) {
                ratings.push(rating(format!("{number}/{part}"), &sitting.watcher, value));
            }
        }
        lessons.push(ratings);
    }
    let tolerance = tolerance(&look_for.kind);
    let by_lesson = Lessons::of(&lessons);
    let within = tolerance.and_then(|tolerance| {
        let near = |sheet: &Sheet| percent_within(&sheet.measured(&sheet.codes().ok()?).ok()?, tolerance);
        Some(Within { tolerance, estimate: by_lesson.share(near)? })
    });
    let parted = parted(&lessons.concat(), tolerance.unwrap_or(0.0));
    Agreed { look_for: look_for.id.clone(), parted, within, report: by_lesson.report() }
}

/// The values of a look-for, each with its part of the lesson: 0 for the whole, or the number of the prompt.
fn values(kind: &Kind, seen: &Seen, late: u32, together: &[Stretch]) -> Vec<(u32, Option<String>)> {
    match kind {
        Kind::Presence => vec![(0, word(seen.outcome).map(ToOwned::to_owned))],
        Kind::Rating { .. } => vec![(0, seen.level.map(|level| level.to_string()))],
        Kind::Count | Kind::Duration => {
            let enough = length(together) >= LEAST_TOGETHER;
            let amount = seen.amount.filter(|_| enough).map(|_| amount_within(kind, seen, late, together));
            vec![(0, amount.map(|amount| amount.to_string()))]
        }
        Kind::Interval { every_minutes, .. } => {
            let prompts = by_prompt(seen, *every_minutes, late);
            prompts.into_iter().map(|(prompt, snapshot)| (prompt, snapshot_value(snapshot))).collect()
        }
    }
}

/// The taps, or the seconds that the timer ran, within some stretches of the lesson.
fn amount_within(kind: &Kind, seen: &Seen, late: u32, stretches: &[Stretch]) -> u32 {
    if *kind == Kind::Duration {
        return ran_within(seen, late, stretches);
    }
    let within = |second: &&u32| stretches.iter().any(|(from, to)| (*from..=*to).contains(&(**second + late)));
    u32::try_from(seen.taps.iter().filter(within).count()).unwrap_or(u32::MAX)
}

/// The seconds that the timer ran within some stretches of the lesson; runs that overlap count once.
pub(super) fn ran_within(seen: &Seen, late: u32, stretches: &[Stretch]) -> u32 {
    let (mut runs, mut gone) = (Vec::new(), 0);
    for (from, to) in &seen.runs {
        runs.push(((from + late).max(gone), to + late));
        gone = gone.max(to + late);
    }
    length(&in_both(&runs, stretches))
}

fn length(stretches: &[Stretch]) -> u32 {
    stretches.iter().map(|(from, to)| to - from).sum()
}

/// The snapshots by the prompt that they are nearest to, so that one who began a little later, or missed a prompt, is
/// held against the others at the same moment; of two at one prompt the later holds.
pub(super) fn by_prompt(seen: &Seen, every_minutes: u8, late: u32) -> BTreeMap<u32, Snapshot> {
    let every = u32::from(every_minutes.max(1)) * 60;
    seen.snapshots.iter().map(|(second, snapshot)| ((second + late + every / 2) / every, *snapshot)).collect()
}

fn snapshot_value(snapshot: Snapshot) -> Option<String> {
    match snapshot {
        Snapshot::Happening(true) => Some(SHOWN.to_owned()),
        Snapshot::Happening(false) => Some(NOT_SHOWN.to_owned()),
        Snapshot::Students { present: 0, .. } => None,
        Snapshot::Students { present, not_doing } => {
            Some(format!("{:.3}", f64::from(present.saturating_sub(not_doing)) / f64::from(present)))
        }
    }
}

fn tolerance(kind: &Kind) -> Option<f64> {
    match kind {
        Kind::Count => Some(TOLERATED_TAPS),
        Kind::Duration => Some(TOLERATED_SECONDS),
        Kind::Interval { ask: Ask::NotDoing, .. } => Some(TOLERATED_SHARE),
        Kind::Interval { ask: Ask::YesOrNo, .. } | Kind::Presence | Kind::Rating { .. } => None,
    }
}

fn word(outcome: Outcome) -> Option<&'static str> {
    match outcome {
        Outcome::Shown => Some(SHOWN),
        Outcome::NotShown => Some(NOT_SHOWN),
        Outcome::NotApplicable => Some(NOT_APPLICABLE),
        Outcome::CouldNotJudge | Outcome::Blank => None,
    }
}

fn rating(unit: String, watcher: &Watcher, value: Option<String>) -> Rating {
    let observer = match watcher {
        Watcher::Account(id) => format!("account {id}"),
        Watcher::Named(name) => format!("named {name}"),
    };
    Rating { unit, observer, value }
}

/// Units in which two values differ, numbers by more than the tolerance.
fn parted(ratings: &[Rating], tolerance: f64) -> usize {
    let mut units: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for rating in ratings {
        if let Some(value) = &rating.value {
            units.entry(&rating.unit).or_default().insert(value);
        }
    }
    let apart =
        |values: &&BTreeSet<&str>| match values.iter().map(|value| value.parse().ok()).collect::<Option<Vec<f64>>>() {
            Some(numbers) => {
                let (low, high) =
                    numbers.iter().fold((f64::MAX, f64::MIN), |(low, high), one| (low.min(*one), high.max(*one)));
                high - low > tolerance
            }
            None => values.len() > 1,
        };
    units.values().filter(apart).count()
}
