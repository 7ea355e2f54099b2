use std::collections::{BTreeMap, BTreeSet};

use super::agreed::{TOLERATED_SECONDS, TOLERATED_SHARE, by_prompt, ran_within};
use super::session::{Session, in_both};
use super::sitting::{Seen, Stretch, Watcher};
use crate::framework::{Framework, Kind};
use crate::id::{DocumentHash, LookForId};
use crate::visit::{Outcome, Snapshot};

/// Something to talk about: a look-for, or a minute of one, on which observers of a lesson parted.
#[derive(Debug, Clone, PartialEq)]
pub struct TalkingPoint {
    /// Which look-for.
    pub look_for: LookForId,
    /// The minute of the lesson, from 0; `None` for the lesson as a whole.
    pub minute: Option<u32>,
    /// What each observer put down, in the order of the session.
    pub said: Vec<(Watcher, Said)>,
}

/// What one observer put down.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Said {
    /// How the look-for ended, with the level of a rating.
    Ended(Outcome, Option<u8>),
    /// So many taps in that minute.
    Taps(u32),
    /// The timer ran for so many seconds of that minute.
    Ran(u32),
    /// What was found at that prompt; `None` where it was missed.
    Found(Option<Snapshot>),
}

/// Two taps no further apart than so many seconds are the same occurrence.
const SAME_TAP: u32 = 10;

/// Where the observers of a session parted: first the lesson as a whole, in reading order, then minute by minute. Taps
/// within ten seconds of each other are one occurrence; timers and snapshots that differ by no more than their tolerance
/// agree; both only within the time that all of them watched. Nothing for a session of one. Look-fors are those of
/// `framework`; see [`not_in_all`](super::not_in_all) for records that follow other versions.
#[must_use]
pub fn talking_points(
    session: &Session,
    frameworks: &BTreeMap<DocumentHash, &Framework>,
    framework: &Framework,
) -> Vec<TalkingPoint> {
    let mut points = Vec::new();
    let together = session.watched_by_all();
    for look_for in framework.look_fors() {
        let seen: Vec<(&Watcher, u32, &Seen)> = session
            .sittings
            .iter()
            .filter_map(|sitting| {
                Some((&sitting.watcher, session.late(sitting), sitting.seen_for(look_for, frameworks)?))
            })
            .collect();
        let point = |minute, said: Vec<Said>| TalkingPoint {
            look_for: look_for.id.clone(),
            minute,
            said: seen.iter().map(|(watcher, ..)| (*watcher).clone()).zip(said).collect(),
        };
        if !ends_alike(&seen, &look_for.kind) {
            let said = seen.iter().map(|(.., seen)| Said::Ended(seen.outcome, seen.level));
            points.push(point(None, said.collect()));
        }
        points.extend(
            by_minute(&look_for.kind, &seen, &together).into_iter().map(|(minute, said)| point(Some(minute), said)),
        );
    }
    // The sort is stable: within a minute they stay in reading order, and `None` comes before every minute.
    points.sort_by_key(|point| point.minute);
    points
}

/// Whether all put down the same in the end. Levels of a rating count; how often something was seen is said by minute.
fn ends_alike(seen: &[(&Watcher, u32, &Seen)], kind: &Kind) -> bool {
    let ended = |seen: &Seen| match kind {
        Kind::Rating { .. } => (seen.outcome, seen.level),
        Kind::Presence | Kind::Count | Kind::Duration | Kind::Interval { .. } => (seen.outcome, None),
    };
    let different: BTreeSet<_> = seen.iter().map(|(.., seen)| ended(seen)).collect();
    let looked = seen.iter().any(|(.., seen)| seen.outcome.looked());
    different.len() < 2 || !looked
}

fn by_minute(kind: &Kind, seen: &[(&Watcher, u32, &Seen)], together: &[Stretch]) -> BTreeMap<u32, Vec<Said>> {
    match kind {
        Kind::Presence | Kind::Rating { .. } => BTreeMap::new(),
        Kind::Count => taps(seen, together),
        Kind::Duration => runs(seen, together),
        Kind::Interval { every_minutes, .. } => snapshots(seen, *every_minutes),
    }
}

fn taps(seen: &[(&Watcher, u32, &Seen)], together: &[Stretch]) -> BTreeMap<u32, Vec<Said>> {
    let at: Vec<Vec<u32>> =
        seen.iter().map(|(_, late, seen)| seen.taps.iter().map(|second| second + late).collect()).collect();
    let by_all = |second: &u32| together.iter().any(|(from, to)| (*from..=*to).contains(second));
    let mut minutes = BTreeSet::new();
    for (place, one) in at.iter().enumerate() {
        for other in at.iter().skip(place + 1) {
            minutes.extend(unmatched(one, other).into_iter().filter(by_all).map(|second| second / 60));
        }
    }
    let in_minute = |taps: &Vec<u32>, minute| {
        let taps = taps.iter().filter(|second| *second / 60 == minute && by_all(second)).count();
        Said::Taps(u32::try_from(taps).unwrap_or(u32::MAX))
    };
    let said = |minute| at.iter().map(|taps| in_minute(taps, minute)).collect();
    minutes.into_iter().map(|minute| (minute, said(minute))).collect()
}

/// The taps of either that the other does not have, both in order of time.
fn unmatched(one: &[u32], other: &[u32]) -> Vec<u32> {
    let (mut one, mut other) = (one.iter().copied().peekable(), other.iter().copied().peekable());
    let mut alone = Vec::new();
    loop {
        match (one.peek().copied(), other.peek().copied()) {
            (Some(first), Some(second)) if first.abs_diff(second) <= SAME_TAP => {
                one.next();
                other.next();
            }
            (Some(first), Some(second)) if first < second => alone.extend(one.next()),
            (Some(_), Some(_)) | (None, Some(_)) => alone.extend(other.next()),
            (Some(_), None) => alone.extend(one.next()),
            (None, None) => return alone,
        }
    }
}

fn runs(seen: &[(&Watcher, u32, &Seen)], together: &[Stretch]) -> BTreeMap<u32, Vec<Said>> {
    let last = together.last().map_or(0, |(_, to)| *to);
    let in_minute = |minute: u32| {
        let by_all = in_both(together, &[(minute * 60, minute * 60 + 60)]);
        let seconds: Vec<u32> = seen.iter().map(|(_, late, seen)| ran_within(seen, *late, &by_all)).collect();
        let apart = seconds.iter().max()?.saturating_sub(*seconds.iter().min()?);
        (f64::from(apart) > TOLERATED_SECONDS).then(|| (minute, seconds.into_iter().map(Said::Ran).collect()))
    };
    (0..=last / 60).filter_map(in_minute).collect()
}

fn snapshots(seen: &[(&Watcher, u32, &Seen)], every_minutes: u8) -> BTreeMap<u32, Vec<Said>> {
    let taken: Vec<BTreeMap<u32, Snapshot>> =
        seen.iter().map(|(_, late, seen)| by_prompt(seen, every_minutes, *late)).collect();
    let prompts: BTreeSet<u32> = taken.iter().flat_map(BTreeMap::keys).copied().collect();
    let at = |prompt: u32| {
        let found: Vec<Option<Snapshot>> = taken.iter().map(|taken| taken.get(&prompt).copied()).collect();
        let minute = prompt * u32::from(every_minutes);
        (!alike(&found)).then(|| (minute, found.into_iter().map(Said::Found).collect()))
    };
    prompts.into_iter().filter_map(at).collect()
}

/// A prompt that somebody missed is nothing to talk about.
fn alike(found: &[Option<Snapshot>]) -> bool {
    let shares: Vec<f64> = found.iter().flatten().filter_map(|snapshot| share(*snapshot)).collect();
    shares.iter().all(|one| shares.iter().all(|other| (one - other).abs() <= TOLERATED_SHARE + 1e-9))
}

fn share(snapshot: Snapshot) -> Option<f64> {
    match snapshot {
        Snapshot::Happening(yes) => Some(f64::from(u8::from(yes))),
        Snapshot::Students { present: 0, .. } => None,
        Snapshot::Students { present, not_doing } => Some(1.0 - f64::from(not_doing) / f64::from(present)),
    }
}
