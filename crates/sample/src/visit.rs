//! Makes up one visit, as its edits will fold to: the context, what was seen minute by minute, and the words.

mod seen;

use std::collections::{BTreeMap, BTreeSet};

use domain::framework::LookFor;
use domain::id::{AccountId, DocumentHash, SchoolId};
use domain::roster::Classroom;
use domain::time::{MINUTE, Millis, moment};
use domain::visit::{Adult, Begin, Context, Flag, Note, Outcome, Pause, Place, Placed, Seat, Source, Visit};

use crate::dice::Dice;
use crate::plan::{Fate, Slot};
use crate::practice::Lesson;
use crate::roster::subject_at;
use crate::words::{REMARKS, WORDS};
use crate::year;

/// Everything that is settled before the observer opens the door.
#[derive(Clone)]
pub(crate) struct Scene<'a> {
    pub(crate) seed: u64,
    pub(crate) slot: &'a Slot,
    /// In reading order.
    pub(crate) look_fors: Vec<&'a LookFor>,
    pub(crate) document: DocumentHash,
    pub(crate) school: &'a SchoolId,
    pub(crate) room: &'a Classroom,
    pub(crate) observer: &'a AccountId,
}

/// Makes the visit up. `lesson` is told whether a substitute teaches.
pub(crate) fn make_up<'a>(scene: &Scene<'_>, lesson: impl FnOnce(bool) -> Lesson<'a>) -> Visit {
    let mut dice = Dice::of(scene.seed, "visit", scene.slot.number);
    let mut visit = begun(scene, &mut dice);
    let begin = visit.begin.at;
    let end = begin.plus(i64::from(scene.slot.minutes) * MINUTE - dice.between(0, 50) * 1_000);
    if scene.slot.fate == Fate::Nothing {
        visit.nothing = true;
        visit.finished = Some(begin.plus(dice.between(20, 90) * 1_000));
        return visit;
    }
    visit.flags = flags(scene.room, &mut dice);
    let lesson = lesson(visit.flags.contains(&Flag::Substitute));
    visit.context = Some(context(scene, &visit.flags, &mut dice));
    visit.present = scene.room.students.map(|enrolled| enrolled.saturating_sub(dice.below(4) as u16));
    visit.pauses = pauses(begin, end, &mut dice);
    segments(&mut visit, scene, end, &mut dice);
    // A visit that stays open broke off somewhere on the way.
    let watched_until = if scene.slot.fate == Fate::Open { begin.plus(end.since(begin) / 3) } else { end };
    visit.finished = Some(watched_until);
    seen::look(&mut visit, scene, &lesson, watched_until, &mut dice);
    write_words(&mut visit, scene, watched_until, &mut dice);
    match scene.slot.fate {
        Fate::Finished | Fate::Paper | Fate::Nothing => {}
        Fate::Open => visit.finished = None,
        Fate::Discarded => visit.discarded = true,
    }
    visit
}

fn begun(scene: &Scene<'_>, dice: &mut Dice) -> Visit {
    let Slot { date, minute, fate, .. } = *scene.slot;
    let offset = year::offset(date);
    Visit {
        id: dice.id(),
        begin: Begin {
            school: scene.school.clone(),
            observer: scene.observer.clone(),
            framework: scene.document,
            at: moment(date, minute, offset).plus(dice.between(0, 59_999)),
            date,
            offset,
            source: if fate == Fate::Paper { Source::Paper } else { Source::Live },
        },
        context: Some(context(scene, &BTreeSet::new(), dice)),
        answers: BTreeMap::new(),
        taps: BTreeMap::new(),
        runs: BTreeMap::new(),
        snapshots: BTreeMap::new(),
        notes: Vec::new(),
        segments: Vec::new(),
        flags: BTreeSet::new(),
        present: None,
        pauses: Vec::new(),
        nothing: false,
        finished: None,
        discarded: false,
        strength: String::new(),
        question: String::new(),
        seat: Seat::default(),
        rivals: Vec::new(),
    }
}

fn context(scene: &Scene<'_>, flags: &BTreeSet<Flag>, dice: &mut Dice) -> Context {
    let room = scene.room;
    let classroom = if dice.chance(0.006) {
        Place::Described("Portable behind the gym".to_owned())
    } else {
        Place::Known(room.id.clone())
    };
    let unknown = flags.contains(&Flag::Substitute) && dice.chance(0.6);
    let lead =
        if unknown { Some(Adult::Described("Substitute".to_owned())) } else { room.lead.clone().map(Adult::Known) };
    Context {
        classroom,
        lead,
        others: room.others.iter().cloned().map(Adult::Known).collect(),
        grade: room.grade,
        subject: subject_at(room, scene.slot.period),
        groups: room.groups.clone(),
    }
}

fn flags(room: &Classroom, dice: &mut Dice) -> BTreeSet<Flag> {
    let often = |flag: &Flag| match flag {
        Flag::Substitute => 0.03,
        Flag::CoTaught => {
            if room.others.is_empty() {
                0.0
            } else {
                0.7
            }
        }
        Flag::Test => 0.02,
        Flag::Transition => 0.03,
        Flag::SpecialRoom => 0.01,
    };
    Flag::ALL.into_iter().filter(|flag| dice.chance(often(flag))).collect()
}

/// Some visits are interrupted once: a call, a student in the corridor.
fn pauses(begin: Millis, end: Millis, dice: &mut Dice) -> Vec<Pause> {
    if !dice.chance(0.06) {
        return Vec::new();
    }
    let from = begin.plus(end.since(begin) / 10 * dice.between(2, 6));
    let to = from.plus(dice.between(20, 55) * 1_000).min(end);
    vec![Pause { start: dice.id(), from, to: Some(to) }]
}

/// The segment on entering, and each change that the timetable brings while watching.
fn segments(visit: &mut Visit, scene: &Scene<'_>, end: Millis, dice: &mut Dice) {
    let (begin, minute) = (visit.begin.at, scene.slot.minute);
    visit.segments.push((begin, scene.room.segment_at(minute), dice.id()));
    let minutes = end.since(begin) / MINUTE;
    for (later, gone) in (minute + 1..).zip(1..minutes) {
        let segment = scene.room.segment_at(later);
        if visit.segment() != Some(segment) {
            visit.segments.push((begin.plus(gone * MINUTE), segment, dice.id()));
        }
    }
}

/// Up to two notes, and for some visits a strength and a question for the teacher.
fn write_words(visit: &mut Visit, scene: &Scene<'_>, end: Millis, dice: &mut Dice) {
    let outcome = |visit: &Visit, id: &str| {
        let look_for = scene.look_fors.iter().find(|look_for| look_for.id.as_str() == id);
        look_for.map(|look_for| visit.outcome(look_for, end))
    };
    let shown: Vec<_> = WORDS.iter().filter(|words| outcome(visit, words.look_for) == Some(Outcome::Shown)).collect();
    let missed: Vec<_> =
        WORDS.iter().filter(|words| outcome(visit, words.look_for) == Some(Outcome::NotShown)).collect();
    let seconds = end.since(visit.begin.at) / 1_000;
    let mut note = |about: Option<&str>, text: &str, dice: &mut Dice| {
        let at = visit.begin.at.plus(dice.between(30, (seconds - 10).max(30)) * 1_000);
        visit
            .notes
            .push((dice.id(), Placed { at, what: Note { about: about.map(Into::into), text: text.to_owned() } }));
    };
    if !shown.is_empty() && dice.chance(0.3) {
        let words = dice.pick(&shown);
        note(Some(words.look_for), dice.pick::<&str>(&words.shown), dice);
    }
    if !missed.is_empty() && dice.chance(0.35) {
        let words = dice.pick(&missed);
        note(Some(words.look_for), dice.pick::<&str>(&words.missed), dice);
    }
    if dice.chance(0.08) {
        note(None, dice.pick::<&str>(&REMARKS), dice);
    }
    visit.notes.sort_by_key(|(id, note)| (note.at, *id));
    if scene.slot.fate != Fate::Open && dice.chance(0.45) {
        if !shown.is_empty() {
            visit.strength = dice.pick(&shown).strength.to_owned();
        }
        if !missed.is_empty() {
            visit.question = dice.pick(&missed).question.to_owned();
        }
    }
}
