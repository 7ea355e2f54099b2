//! Writes a made-up visit down: the edits that the app would have written, in the order of the taps.

use domain::edit::{Edit, Malformed, Pen};
use domain::id::MarkId;
use domain::merge::VisitState;
use domain::stream::Stream;
use domain::time::{Millis, moment};
use domain::visit::{Answer, Change, Mark, Placed, Seat, Setting, Visit, What};

use crate::dice::Dice;
use crate::plan::{Fate, Slot};
use crate::year;

/// A change before it is written; what it replaces is known only then.
enum Draft {
    Add(MarkId, Mark),
    Void(MarkId),
    Set(Setting),
}

/// The visit's edits, each with the moment at which the server received it.
pub(crate) fn down(seed: u64, slot: &Slot, visit: &Visit, pen: &mut Pen) -> Result<Vec<(Edit, Millis)>, Malformed> {
    let mut dice = Dice::of(seed, "write", slot.number);
    let drafts = drafts(visit, &mut dice);
    let stream = Stream::School(visit.begin.school.clone());
    let entered = moment(slot.date, slot.written, year::offset(slot.date));
    let delivery = Delivery::of(slot, &mut dice);
    let mut state = VisitState::default();
    let mut edits = Vec::with_capacity(drafts.len());
    for (position, (tapped, draft)) in drafts.into_iter().enumerate() {
        let at = if slot.fate == Fate::Paper { entered.plus(position as i64 * 3_000) } else { tapped };
        let change = match draft {
            Draft::Add(id, mark) => Change::Add(id, mark),
            Draft::Void(id) => Change::Void(id),
            Draft::Set(setting) => state.setting(setting),
        };
        let edit = pen.write(at, &stream, visit.id, change)?;
        state.apply(&edit, None);
        edits.push((edit, delivery.received(at)));
    }
    Ok(edits)
}

/// When what is written reaches the server.
enum Delivery {
    /// Within seconds, where there is a signal.
    AtOnce { millis: i64 },
    /// In the evening, from home.
    Evening { from: Millis },
}

impl Delivery {
    /// Every third school has no signal in the building, Cedar Ridge first.
    fn of(slot: &Slot, dice: &mut Dice) -> Self {
        let wait = dice.between(700, 9_000);
        if slot.school.is_multiple_of(3) {
            // By observer and day, so that one evening's edits arrive together.
            let minute = 1_020 + (slot.observer * 37 + slot.date.day().unsigned_abs() as usize * 11) % 150;
            let from = moment(slot.date, u16::try_from(minute).unwrap_or(1_080), year::offset(slot.date));
            Self::Evening { from }
        } else {
            Self::AtOnce { millis: wait }
        }
    }

    fn received(&self, written: Millis) -> Millis {
        match self {
            Self::AtOnce { millis } => written.plus(*millis),
            Self::Evening { from } => (*from).max(written.plus(1_000)),
        }
    }
}

/// Every change with the moment of its tap, in that order.
fn drafts(visit: &Visit, dice: &mut Dice) -> Vec<(Millis, Draft)> {
    let begin = visit.begin.at;
    let end = visit.finished.unwrap_or_else(|| visit.last_mark().max(begin.plus(90_000)));
    let mut drafts = vec![(begin, Draft::Set(Setting::Begin(visit.begin.clone())))];
    if let Some(context) = &visit.context {
        drafts.push((begin, Draft::Set(Setting::Context(context.clone()))));
    }
    if visit.seat != Seat::default() {
        drafts.push((begin, Draft::Set(Setting::Seat(visit.seat.clone()))));
    }
    marks(visit, dice, &mut drafts);
    if visit.nothing {
        drafts.push((end, Draft::Set(Setting::Nothing(true))));
    }
    if let Some(present) = visit.present {
        drafts.push((begin.plus(dice.between(10, 40) * 1_000), Draft::Set(Setting::Present(Some(present)))));
    }
    for flag in &visit.flags {
        drafts.push((begin.plus(dice.between(15, 50) * 1_000), Draft::Set(Setting::Flag(*flag, true))));
    }
    answers(visit, end, dice, &mut drafts);
    for (look_for, snapshots) in &visit.snapshots {
        for (id, snapshot) in snapshots {
            drafts.push((snapshot.at, Draft::Set(Setting::Snapshot(look_for.clone(), *id, Some(*snapshot)))));
        }
    }
    for (id, note) in &visit.notes {
        let typed = note.at.plus(12_000).min(end);
        drafts.push((typed, Draft::Set(Setting::Note(*id, Some(note.clone())))));
    }
    // Stable, so that what was pushed first stays first within a millisecond: the begin, then the context.
    drafts.sort_by_key(|(at, _)| *at);
    after_the_lesson(visit, end, dice, &mut drafts);
    drafts
}

fn marks(visit: &Visit, dice: &mut Dice, drafts: &mut Vec<(Millis, Draft)>) {
    let mut add = |at: Millis, id: MarkId, what: What| drafts.push((at, Draft::Add(id, Placed { at, what })));
    for (at, segment, id) in &visit.segments {
        add(*at, *id, What::Segment(*segment));
    }
    for pause in &visit.pauses {
        add(pause.from, pause.start, What::Pause);
        if let Some(to) = pause.to {
            add(to, dice.id(), What::Resume(pause.start));
        }
    }
    for (look_for, taps) in &visit.taps {
        for (at, id) in taps {
            add(*at, *id, What::Tap(look_for.clone()));
        }
    }
    for (look_for, runs) in &visit.runs {
        for run in runs {
            add(run.from, run.start, What::TimerStart(look_for.clone()));
            if let Some(to) = run.to {
                add(to, dice.id(), What::TimerStop(run.start));
            }
        }
    }
    undone_tap(visit, dice, drafts);
}

/// Now and then a thumb slips: one tap too many, taken back two seconds later.
fn undone_tap(visit: &Visit, dice: &mut Dice, drafts: &mut Vec<(Millis, Draft)>) {
    let Some((look_for, taps)) = visit.taps.first_key_value() else {
        return;
    };
    let Some((at, _)) = taps.first().filter(|_| dice.chance(0.1)) else {
        return;
    };
    let (slipped, id) = (at.plus(400), dice.id());
    drafts.push((slipped, Draft::Add(id, Placed { at: slipped, what: What::Tap(look_for.clone()) })));
    drafts.push((slipped.plus(2_000), Draft::Void(id)));
}

/// Answers come through the lesson; one now and then is changed on second thoughts.
fn answers(visit: &Visit, end: Millis, dice: &mut Dice, drafts: &mut Vec<(Millis, Draft)>) {
    let begin = visit.begin.at;
    let seconds = (end.since(begin) / 1_000).max(30);
    for (look_for, answer) in &visit.answers {
        let at = begin.plus(dice.between(15, seconds - 5) * 1_000 + dice.between(0, 999));
        if let Some(first) = second_thoughts(*answer).filter(|_| dice.chance(0.02)) {
            drafts.push((at.plus(-8_000), Draft::Set(Setting::Answer(look_for.clone(), Some(first)))));
        }
        drafts.push((at, Draft::Set(Setting::Answer(look_for.clone(), Some(*answer)))));
    }
}

/// What may have been answered before this answer.
fn second_thoughts(answer: Answer) -> Option<Answer> {
    match answer {
        Answer::Seen => Some(Answer::NotSeen),
        Answer::NotSeen | Answer::NotApplicable | Answer::CouldNotJudge => Some(Answer::Seen),
        Answer::Level(1) => None,
        Answer::Level(level) => Some(Answer::Level(level - 1)),
    }
}

/// The finish, then the words for the teacher, then perhaps a discard; all before the next door opens.
fn after_the_lesson(visit: &Visit, end: Millis, dice: &mut Dice, drafts: &mut Vec<(Millis, Draft)>) {
    let mut at = drafts.last().map_or(end, |(last, _)| end.max(*last));
    let mut then = |setting: Setting, seconds: i64| {
        at = at.plus(seconds * 1_000);
        drafts.push((at, Draft::Set(setting)));
    };
    if visit.finished.is_some() {
        then(Setting::Finished(visit.finished), 1);
    }
    if !visit.strength.is_empty() {
        then(Setting::Strength(visit.strength.clone()), dice.between(20, 50));
    }
    if !visit.question.is_empty() {
        then(Setting::Question(visit.question.clone()), dice.between(20, 50));
    }
    if visit.discarded {
        then(Setting::Discarded(true), dice.between(5, 20));
    }
}
