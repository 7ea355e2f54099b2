//! What an observer does, turned into what is recorded.

use super::record::{Answer, Context, Flag, Note, Placed, Setting, Snapshot, What};
use super::view::Visit;
use crate::device::Intent;
use crate::framework::Segment;
use crate::id::{LookForId, MarkId, NoteId, SnapshotId};
use crate::time::Millis;

/// One thing that an observer does in a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Answers a look-for, or clears the answer.
    Answer(LookForId, Option<Answer>),
    /// One more.
    Tap(LookForId),
    /// The last one back.
    Untap(LookForId),
    /// It begins.
    StartTimer(LookForId),
    /// It ends.
    StopTimer(LookForId),
    /// It lasted so many seconds in all, written down afterwards: takes the place of every timer run so far.
    TimedAfterwards(LookForId, u32),
    /// A prompt's answer.
    Snapshot(LookForId, Snapshot),
    /// The last snapshot back.
    TakeBackSnapshot(LookForId),
    /// Writes a note, or rewrites the one named; without words it is deleted.
    Note {
        /// The note to rewrite, which keeps its minute; `None` for a new one.
        id: Option<NoteId>,
        /// When the observer began to write a new one; `None` for this moment.
        at: Option<Millis>,
        /// The look-for it is about, if any.
        about: Option<LookForId>,
        /// Its words.
        text: String,
    },
    /// The lesson goes into a segment.
    Segment(Segment),
    /// The lesson was never in this segment after all.
    NotSegment(Segment),
    /// A circumstance holds, or does not.
    Flag(Flag, bool),
    /// Students present.
    Present(Option<u16>),
    /// Whose lesson it is, corrected.
    Context(Context),
    /// Nobody watches for a while.
    Pause,
    /// Nobody has watched since this moment: the observer walked out and forgot to say so.
    PauseSince(Millis),
    /// Watching goes on.
    Resume,
    /// There is nothing to observe; the visit ends with it.
    Nothing,
    /// The visit ended at this moment.
    Finish(Millis),
    /// The visit goes on after all.
    Reopen,
    /// The visit counts nowhere, or counts after all.
    Discard(bool),
    /// One strength, for the teacher.
    Strength(String),
    /// One question, for the teacher.
    Question(String),
    /// One of several values of a field, chosen for good.
    Choose(Setting),
}

impl Act {
    /// What to record for it; nothing where there is nothing to do, such as stopping a timer that does not run.
    /// What is written down afterwards lies within the visit: see [`Visit::moment`].
    #[must_use]
    pub fn intents(&self, visit: &Visit, now: Millis, mut fresh: impl FnMut() -> [u8; 16]) -> Vec<Intent> {
        let at = visit.moment(now);
        let mut mark = |what| Intent::Add(MarkId::from(fresh()), Placed { at, what });
        match self {
            Self::Answer(look_for, answer) => vec![Intent::Set(Setting::Answer(look_for.clone(), *answer))],
            Self::Tap(look_for) => vec![mark(What::Tap(look_for.clone()))],
            Self::Untap(look_for) => {
                let last = visit.taps.get(look_for).and_then(|taps| taps.last());
                last.map(|(_, tap)| Intent::Void(*tap)).into_iter().collect()
            }
            Self::StartTimer(look_for) => {
                let starts = visit.is_live() && visit.running(look_for).is_none();
                if starts { vec![mark(What::TimerStart(look_for.clone()))] } else { Vec::new() }
            }
            Self::StopTimer(look_for) => {
                let open = visit.runs.get(look_for).into_iter().flatten().filter(|run| run.to.is_none());
                open.map(|run| mark(What::TimerStop(run.start))).collect()
            }
            Self::TimedAfterwards(look_for, seconds) => {
                let earlier = visit.runs.get(look_for).into_iter().flatten();
                let mut intents: Vec<Intent> = earlier.map(|run| Intent::Void(run.start)).collect();
                if *seconds > 0 {
                    let start = MarkId::from(fresh());
                    let begun = Placed { at: visit.begin.at, what: What::TimerStart(look_for.clone()) };
                    let ended = Placed { at: visit.after_watching(*seconds), what: What::TimerStop(start) };
                    intents.push(Intent::Add(start, begun));
                    intents.push(Intent::Add(MarkId::from(fresh()), ended));
                }
                intents
            }
            Self::Snapshot(look_for, what) => {
                let taken = Some(Placed { at, what: *what });
                vec![Intent::Set(Setting::Snapshot(look_for.clone(), SnapshotId::from(fresh()), taken))]
            }
            Self::TakeBackSnapshot(look_for) => {
                let taken = visit.snapshots.get(look_for).into_iter().flatten();
                let last = taken.max_by_key(|(id, snapshot)| (snapshot.at, **id));
                last.map(|(id, _)| Intent::Set(Setting::Snapshot(look_for.clone(), *id, None))).into_iter().collect()
            }
            Self::Note { id, at: begun, about, text } => {
                let known = id.and_then(|id| visit.notes.iter().find(|(note, _)| *note == id));
                let at = known.map_or(begun.map_or(at, |begun| visit.moment(begun)), |(_, note)| note.at);
                let words = text.trim();
                let note = Note { about: about.clone(), text: words.to_owned() };
                let placed = (!words.is_empty()).then_some(Placed { at, what: note });
                if placed.is_none() && id.is_none() {
                    return Vec::new();
                }
                vec![Intent::Set(Setting::Note(id.unwrap_or_else(|| NoteId::from(fresh())), placed))]
            }
            Self::Segment(segment) => {
                // After every earlier change, also where many are written down for one moment: the last one holds.
                let at = visit.segments.last().map_or(at, |(last, ..)| at.max(last.plus(1)));
                let goes = Intent::Add(MarkId::from(fresh()), Placed { at, what: What::Segment(*segment) });
                if visit.segment() == Some(*segment) { Vec::new() } else { vec![goes] }
            }
            Self::NotSegment(segment) => {
                let marks = visit.segments.iter().filter(|(_, watched, _)| watched == segment);
                marks.map(|(.., mark)| Intent::Void(*mark)).collect()
            }
            Self::Flag(flag, on) => vec![Intent::Set(Setting::Flag(*flag, *on))],
            Self::Present(present) => vec![Intent::Set(Setting::Present(*present))],
            Self::Context(context) => vec![Intent::Set(Setting::Context(context.clone()))],
            Self::Pause => {
                let pauses = visit.is_live() && visit.paused().is_none();
                if pauses { vec![mark(What::Pause)] } else { Vec::new() }
            }
            Self::PauseSince(since) => {
                let at = (*since).clamp(visit.begin.at, visit.end(now));
                let pause = Intent::Add(MarkId::from(fresh()), Placed { at, what: What::Pause });
                if visit.is_live() && visit.paused().is_none() { vec![pause] } else { Vec::new() }
            }
            Self::Resume => {
                let open = visit.pauses.iter().filter(|pause| pause.to.is_none());
                open.map(|pause| mark(What::Resume(pause.start))).collect()
            }
            Self::Nothing => {
                vec![Intent::Set(Setting::Nothing(true)), Intent::Set(Setting::Finished(Some(visit.end(now))))]
            }
            Self::Finish(at) => vec![Intent::Set(Setting::Finished(Some((*at).max(visit.begin.at))))],
            Self::Reopen => vec![Intent::Set(Setting::Finished(None))],
            Self::Discard(discarded) => vec![Intent::Set(Setting::Discarded(*discarded))],
            Self::Strength(text) => vec![Intent::Set(Setting::Strength(text.trim().to_owned()))],
            Self::Question(text) => vec![Intent::Set(Setting::Question(text.trim().to_owned()))],
            Self::Choose(setting) => vec![Intent::Set(setting.clone())],
        }
    }

    /// What to record to begin a visit.
    #[must_use]
    pub fn begin(
        begin: super::record::Begin,
        context: Context,
        segment: Segment,
        mut fresh: impl FnMut() -> [u8; 16],
    ) -> Vec<Intent> {
        let at = begin.at;
        vec![
            Intent::Set(Setting::Begin(begin)),
            Intent::Set(Setting::Context(context)),
            Intent::Add(MarkId::from(fresh()), Placed { at, what: What::Segment(segment) }),
        ]
    }
}
