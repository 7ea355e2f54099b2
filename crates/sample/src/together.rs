//! Lessons that several observers recorded together, in the room or from a video: one lesson, through several eyes.

use domain::framework::{Kind, LookFor};
use domain::id::LookForId;
use domain::time::{Millis, moment};
use domain::visit::{Answer, Run, Seat, SessionCode, Snapshot, Source, Visit};

use crate::dice::Dice;
use crate::plan::Slot;
use crate::year;

/// One observer's place in a lesson that is recorded together.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Together {
    /// Names the lesson's randomness, which its observers share.
    pub(crate) lesson: u64,
    /// When the lesson was watched in the room, or filmed, in minutes of the local day.
    pub(crate) minute: u16,
    pub(crate) video: bool,
    /// The observers agreed on a code; otherwise the room and the time say that they belong together.
    pub(crate) coded: bool,
}

/// On this look-for observers agree badly: what is a change after a check, and was there one to follow?
const HARD: &str = "adjust";

/// The lesson as this observer saw it: begun a little later than the first, or at home, with an eye of their own.
pub(crate) fn through(mut visit: Visit, together: &Together, slot: &Slot, eye: &Eye<'_>) -> Visit {
    let mut dice = Dice::of(eye.seed, "together", slot.number);
    let begun = if together.video {
        moment(slot.date, slot.minute, year::offset(slot.date)).plus(dice.between(0, 59_999))
    } else {
        visit.begin.at.plus(dice.between(0, 40_000))
    };
    visit.id = dice.id();
    visit.begin.source = Source::Calibration;
    let coded = |code: &Together| SessionCode::fresh(Dice::of(eye.seed, "code", code.lesson).id());
    visit.seat = Seat { session: together.coded.then(|| coded(together)), watcher: None, video: together.video };
    visit.pauses.clear();
    visit.flags.clear();
    visit.strength.clear();
    visit.question.clear();
    // What had happened in the room before they came in, they did not see; a video they see from its beginning.
    let (shift, came_in) = if together.video { (begun.since(visit.begin.at), begun) } else { (0, begun) };
    let end = visit.finished.unwrap_or(visit.begin.at).plus(shift + dice.between(0, 20_000));
    visit.begin.at = begun;
    visit.finished = Some(end);
    marks(&mut visit, shift, came_in, end, &mut dice);
    let lean = eye.lean();
    for look_for in eye.look_fors {
        // Its own stream, and another than the one that made the lesson up.
        let dice = &mut Dice::of(eye.seed, &format!("{} seen", look_for.id), slot.number);
        judge(&mut visit, look_for, lean, dice);
    }
    visit
}

/// Who looks, at what.
pub(crate) struct Eye<'a> {
    pub(crate) seed: u64,
    /// A position among the accounts.
    pub(crate) observer: usize,
    pub(crate) look_fors: &'a [&'a LookFor],
}

impl Eye<'_> {
    /// How much more readily than others this observer calls something shown; a share, below 0 for less readily.
    fn lean(&self) -> f64 {
        0.04 * Dice::of(self.seed, "lean", self.observer as u64).spread()
    }
}

/// Every mark at this observer's time, a little off, and under an id of its own; one in ten taps is not made.
fn marks(visit: &mut Visit, shift: i64, came_in: Millis, end: Millis, dice: &mut Dice) {
    for (at, _, id) in &mut visit.segments {
        (*at, *id) = (at.plus(shift).clamp(came_in, end), dice.id());
    }
    for taps in visit.taps.values_mut() {
        for (at, id) in taps.iter_mut() {
            (*at, *id) = (at.plus(shift + dice.between(-3_000, 3_000)), dice.id());
        }
        taps.retain(|(at, _)| *at > came_in && *at < end && !dice.chance(0.1));
        taps.sort_unstable();
    }
    for runs in visit.runs.values_mut() {
        let off = |at: Millis, dice: &mut Dice| at.plus(shift + dice.between(-1_500, 1_500)).clamp(came_in, end);
        for run in runs.iter_mut() {
            *run = Run { start: dice.id(), from: off(run.from, dice), to: run.to.map(|to| off(to, dice)) };
        }
        runs.retain(|run| run.from < run.to.unwrap_or(end));
    }
    for taken in visit.snapshots.values_mut() {
        let old = std::mem::take(taken);
        for mut snapshot in old.into_values() {
            snapshot.at = snapshot.at.plus(shift).clamp(came_in, end);
            snapshot.what = found(snapshot.what, dice);
            taken.insert(dice.id(), snapshot);
        }
    }
    for (id, note) in &mut visit.notes {
        (*id, note.at) = (dice.id(), note.at.plus(shift).clamp(came_in, end));
    }
    visit.notes.retain(|_| dice.chance(0.5));
    visit.notes.sort_by_key(|(id, note)| (note.at, *id));
    emptied(visit);
}

/// What has no mark left was not seen.
fn emptied(visit: &mut Visit) {
    let taps = visit.taps.iter().filter(|(_, taps)| taps.is_empty()).map(|(id, _)| id);
    let runs = visit.runs.iter().filter(|(_, runs)| runs.is_empty()).map(|(id, _)| id);
    let nothing: Vec<LookForId> = taps.chain(runs).cloned().collect();
    for id in nothing {
        visit.taps.remove(&id);
        visit.runs.remove(&id);
        visit.answers.insert(id, Answer::NotSeen);
    }
}

/// A head is counted twice, or not at all.
fn found(snapshot: Snapshot, dice: &mut Dice) -> Snapshot {
    match snapshot {
        Snapshot::Students { present, not_doing } => {
            let counted = i64::from(not_doing) + dice.between(-1, 1);
            let not_doing = u16::try_from(counted.max(0)).unwrap_or(not_doing).min(present);
            Snapshot::Students { present, not_doing }
        }
        Snapshot::Happening(yes) => Snapshot::Happening(yes != dice.chance(0.05)),
    }
}

/// The answer that this observer gives where the lesson was as it was.
fn judge(visit: &mut Visit, look_for: &LookFor, lean: f64, dice: &mut Dice) {
    let Some(answer) = visit.answers.get_mut(&look_for.id) else { return };
    let hard = look_for.id.as_str() == HARD;
    let slips = if hard { 0.4 } else { 0.04 };
    *answer = match (&look_for.kind, *answer) {
        (Kind::Presence, Answer::Seen) if dice.chance(slips - lean) => Answer::NotSeen,
        (Kind::Presence, Answer::NotSeen) if dice.chance(slips + lean) => Answer::Seen,
        (Kind::Presence, Answer::NotApplicable) if hard && dice.chance(slips) => Answer::NotSeen,
        (Kind::Rating { levels, .. }, Answer::Level(level)) if dice.chance(0.15) => {
            let most = u8::try_from(levels.len()).unwrap_or(level);
            Answer::Level(if dice.chance(0.5 + lean) { level + 1 } else { level - 1 }.clamp(1, most))
        }
        (_, as_it_was) => as_it_was,
    };
}
