//! What an observer answers, taps, times and counts for every look-for.

use domain::framework::{Ask, Kind, LookFor};
use domain::id::{LookForId, SnapshotId};
use domain::time::{MINUTE, Millis};
use domain::visit::{Answer, Flag, Placed, Run, Snapshot, Visit};

use super::Scene;
use crate::dice::Dice;
use crate::plan::Fate;
use crate::practice::{Habit, Lesson};

/// A count look-for is decided anew every so many seconds.
const CHUNK: i64 = 15;

/// Looks for everything, as a careful or a hurried observer would.
pub(super) fn look(visit: &mut Visit, scene: &Scene<'_>, lesson: &Lesson<'_>, end: Millis, dice: &mut Dice) {
    let hurry = 0.4 + 1.2 * dice.unit();
    let test = visit.flags.contains(&Flag::Test);
    let segments = visit.segments_visited();
    for look_for in scene.look_fors.iter().copied() {
        let Some((habit, level)) = lesson.level(look_for) else {
            continue;
        };
        let judged = look_for.segments.is_empty() || look_for.segments.iter().any(|segment| segments.contains(segment));
        // Its own stream, so that changing one look-for leaves the others as they were.
        let dice = &mut Dice::of(scene.seed, look_for.id.as_str(), scene.slot.number);
        if !judged || dice.chance(habit.blank * hurry) {
            continue;
        }
        if dice.chance(not_applicable(look_for, habit, scene, test)) {
            answer(visit, look_for, Answer::NotApplicable);
        } else if dice.chance(habit.unsure) {
            answer(visit, look_for, Answer::CouldNotJudge);
        } else {
            watch(visit, scene, look_for, habit, level, end, dice);
        }
    }
}

fn not_applicable(look_for: &LookFor, habit: &Habit, scene: &Scene<'_>, test: bool) -> f64 {
    let learners = scene.room.groups.contains(&"English learners".into());
    if look_for.id.as_str() == "language" && !learners {
        0.96
    } else if test && !look_for.kind.is_amount() {
        habit.not_applicable.max(0.6)
    } else {
        habit.not_applicable
    }
}

fn watch(
    visit: &mut Visit,
    scene: &Scene<'_>,
    look_for: &LookFor,
    habit: &Habit,
    level: f64,
    end: Millis,
    dice: &mut Dice,
) {
    let paper = scene.slot.fate == Fate::Paper;
    let found = match &look_for.kind {
        Kind::Presence => {
            answer(visit, look_for, if dice.chance(level) { Answer::Seen } else { Answer::NotSeen });
            true
        }
        Kind::Rating { levels, shown_from } => {
            let most = u8::try_from(levels.len()).unwrap_or(*shown_from);
            answer(visit, look_for, Answer::Level(rate(*shown_from, most, level, dice)));
            true
        }
        Kind::Count => taps(visit, &look_for.id, level, end, dice),
        Kind::Duration => runs(visit, &look_for.id, habit.run_seconds, level, end, dice),
        // Nobody is prompted by a sheet of paper, so there is nothing to enter.
        Kind::Interval { .. } if paper => true,
        Kind::Interval { every_minutes, ask } => {
            snapshots(visit, &look_for.id, i64::from(*every_minutes), *ask, level, end, dice)
        }
    };
    if !found {
        answer(visit, look_for, Answer::NotSeen);
    }
}

fn answer(visit: &mut Visit, look_for: &LookFor, answer: Answer) {
    visit.answers.insert(look_for.id.clone(), answer);
}

fn rate(shown_from: u8, most: u8, share: f64, dice: &mut Dice) -> u8 {
    if dice.chance(share) {
        if dice.chance(0.25) { most } else { shown_from }
    } else if dice.chance(0.7) {
        shown_from - 1
    } else {
        1
    }
}

fn taps(visit: &mut Visit, look_for: &LookForId, per_ten_minutes: f64, end: Millis, dice: &mut Dice) -> bool {
    let chunks = end.since(visit.begin.at) / (CHUNK * 1_000);
    let chance = per_ten_minutes * CHUNK as f64 / 600.0;
    let mut taps = Vec::new();
    for chunk in 0..chunks {
        let at = visit.begin.at.plus((chunk * CHUNK + dice.between(1, CHUNK - 1)) * 1_000 + dice.between(0, 999));
        if dice.chance(chance) && watching(visit, at) {
            taps.push((at, dice.id()));
        }
    }
    taps.sort_unstable();
    let any = !taps.is_empty();
    if any {
        visit.taps.insert(look_for.clone(), taps);
    }
    any
}

/// Runs and rests take turns; their mean lengths give the share of time.
fn runs(visit: &mut Visit, look_for: &LookForId, run_seconds: f64, share: f64, end: Millis, dice: &mut Dice) -> bool {
    let rest_seconds = run_seconds * (1.0 - share) / share.max(0.02);
    let mut running = dice.chance(share);
    let mut at = visit.begin.at.plus(dice.between(1, 5) * 1_000);
    let mut runs = Vec::new();
    while at < end.plus(-5_000) {
        let mean = if running { run_seconds } else { rest_seconds };
        // The first stretch was under way when the door opened.
        let part = if runs.is_empty() { dice.unit() } else { 0.5 + dice.unit() };
        let next = at.plus((mean * part * 1_000.0) as i64).max(at.plus(4_000));
        if running {
            let to = if next < end { Some(next) } else { None };
            runs.push(Run { start: dice.id(), from: at, to });
        }
        at = next;
        running = !running;
    }
    let any = !runs.is_empty();
    if any {
        visit.runs.insert(look_for.clone(), runs);
    }
    any
}

fn snapshots(
    visit: &mut Visit,
    look_for: &LookForId,
    every: i64,
    ask: Ask,
    share: f64,
    end: Millis,
    dice: &mut Dice,
) -> bool {
    let present = visit.present.unwrap_or(20);
    let mut taken: Vec<(SnapshotId, Placed<Snapshot>)> = Vec::new();
    for prompt in 1.. {
        let at = visit.begin.at.plus(prompt * every * MINUTE + dice.between(2, 25) * 1_000);
        if at >= end {
            break;
        }
        if !watching(visit, at) || dice.chance(0.06) {
            continue;
        }
        let what = match ask {
            Ask::NotDoing => {
                let not_doing = (0..present).filter(|_| !dice.chance(share)).count();
                Snapshot::Students { present, not_doing: u16::try_from(not_doing).unwrap_or(present) }
            }
            Ask::YesOrNo => Snapshot::Happening(dice.chance(share)),
        };
        taken.push((dice.id(), Placed { at, what }));
    }
    if !taken.is_empty() {
        visit.snapshots.insert(look_for.clone(), taken.into_iter().collect());
    }
    // A visit too short for a prompt leaves it blank: nobody looked.
    true
}

fn watching(visit: &Visit, at: Millis) -> bool {
    visit.pauses.iter().all(|pause| at < pause.from || pause.to.is_some_and(|to| to < at))
}
