//! What a visit's merge state says, read as a person would: marks in order, timers with their ends, one value a field.

use std::collections::{BTreeMap, BTreeSet};

use super::record::{Answer, Begin, Context, Field, Flag, Mark, Note, Placed, Seat, Setting, Snapshot, What};
use crate::framework::Segment;
use crate::id::{LookForId, MarkId, NoteId, SnapshotId, VisitId};
use crate::merge::VisitState;
use crate::time::Millis;

/// A visit as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// Which visit.
    pub id: VisitId,
    /// How it began.
    pub begin: Begin,
    /// Whose lesson it is; `None` until that arrives.
    pub context: Option<Context>,
    /// Answers given; a look-for that is not here was left blank or is made of marks.
    pub answers: BTreeMap<LookForId, Answer>,
    /// Occurrences by count look-for, in order of time.
    pub taps: BTreeMap<LookForId, Vec<(Millis, MarkId)>>,
    /// Timer runs by duration look-for, in order of start.
    pub runs: BTreeMap<LookForId, Vec<Run>>,
    /// Snapshots by interval look-for.
    pub snapshots: BTreeMap<LookForId, BTreeMap<SnapshotId, Placed<Snapshot>>>,
    /// Notes in order of time.
    pub notes: Vec<(NoteId, Placed<Note>)>,
    /// Changes of segment in order of time.
    pub segments: Vec<(Millis, Segment, MarkId)>,
    /// Circumstances.
    pub flags: BTreeSet<Flag>,
    /// Students present, when counted.
    pub present: Option<u16>,
    /// When nobody was watching, in order.
    pub pauses: Vec<Pause>,
    /// There was nothing to observe.
    pub nothing: bool,
    /// When it ended; `None` while it is open.
    pub finished: Option<Millis>,
    /// It counts nowhere.
    pub discarded: bool,
    /// One strength for the teacher; empty for none.
    pub strength: String,
    /// One question for the teacher; empty for none.
    pub question: String,
    /// With whom a calibration visit is held together.
    pub seat: Seat,
    /// Fields with more than one value that nobody has replaced yet.
    pub rivals: Vec<Field>,
}

/// A timer from its start to its stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// The mark that started it.
    pub start: MarkId,
    /// When it started.
    pub from: Millis,
    /// When it stopped, never before `from`; `None` while it runs.
    pub to: Option<Millis>,
}

/// A pause from its start to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// The mark that began it.
    pub start: MarkId,
    /// When it began.
    pub from: Millis,
    /// When watching went on; `None` while paused.
    pub to: Option<Millis>,
}

impl Visit {
    /// Reads a visit's state; `None` until the change that begins it has arrived.
    #[must_use]
    pub fn read(id: VisitId, state: &VisitState) -> Option<Self> {
        let Some(Setting::Begin(begin)) = state.shown(&Field::Begin) else {
            return None;
        };
        let mut visit = Self::begun(id, begin.clone());
        for (field, values) in state.fields() {
            if values.len() > 1 {
                visit.rivals.push(field);
            }
            if let Some((_, head)) = values.first() {
                visit.set(&head.setting);
            }
        }
        visit.notes.sort_by_key(|(id, note)| (note.at, *id));
        visit.place(state);
        Some(visit)
    }

    fn begun(id: VisitId, begin: Begin) -> Self {
        Self {
            id,
            begin,
            context: None,
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

    fn set(&mut self, setting: &Setting) {
        match setting {
            Setting::Begin(begin) => self.begin = begin.clone(),
            Setting::Context(context) => self.context = Some(context.clone()),
            Setting::Answer(look_for, answer) => {
                if let Some(answer) = answer {
                    self.answers.insert(look_for.clone(), *answer);
                }
            }
            Setting::Snapshot(look_for, id, snapshot) => {
                if let Some(snapshot) = snapshot {
                    self.snapshots.entry(look_for.clone()).or_default().insert(*id, *snapshot);
                }
            }
            Setting::Note(id, note) => {
                if let Some(note) = note {
                    self.notes.push((*id, note.clone()));
                }
            }
            Setting::Flag(flag, on) => {
                if *on {
                    self.flags.insert(*flag);
                }
            }
            Setting::Present(present) => self.present = *present,
            Setting::Nothing(nothing) => self.nothing = *nothing,
            Setting::Finished(at) => self.finished = *at,
            Setting::Discarded(discarded) => self.discarded = *discarded,
            Setting::Strength(text) => self.strength.clone_from(text),
            Setting::Question(text) => self.question.clone_from(text),
            Setting::Seat(seat) => self.seat = seat.clone(),
        }
    }

    /// Puts the marks in order of time and joins starts with their stops; a stop without its start waits.
    fn place(&mut self, state: &VisitState) {
        let mut marks: Vec<(MarkId, &Mark)> = state.marks().collect();
        marks.sort_by_key(|(id, mark)| (mark.at, *id));
        let ends = earliest_ends(&marks);
        for (id, mark) in marks {
            let to = ends.get(&id).map(|end| (*end).max(mark.at));
            match &mark.what {
                What::Tap(look_for) => self.taps.entry(look_for.clone()).or_default().push((mark.at, id)),
                What::TimerStart(look_for) => {
                    self.runs.entry(look_for.clone()).or_default().push(Run { start: id, from: mark.at, to });
                }
                What::Pause => self.pauses.push(Pause { start: id, from: mark.at, to }),
                What::Segment(segment) => self.segments.push((mark.at, *segment, id)),
                What::TimerStop(_) | What::Resume(_) => {}
            }
        }
    }

    /// The end of the visit: its finish, or `now` while it is open; never before its start.
    #[must_use]
    pub fn end(&self, now: Millis) -> Millis {
        self.finished.unwrap_or(now).max(self.begin.at)
    }

    /// Milliseconds watched: from start to finish less pauses.
    #[must_use]
    pub fn watched(&self, now: Millis) -> i64 {
        self.watched_within(&[(self.begin.at, self.end(now))], now)
    }

    /// Milliseconds for which a duration look-for's timer ran while somebody watched. Runs that overlap, as two
    /// tabs can make them, count once; an open one ends with the visit.
    #[must_use]
    pub fn run_time(&self, look_for: &LookForId, now: Millis) -> i64 {
        let (begin, end) = (self.begin.at, self.end(now));
        let runs = self.runs.get(look_for).map_or(&[][..], Vec::as_slice);
        let spans: Vec<_> =
            runs.iter().map(|run| (run.from.clamp(begin, end), run.to.unwrap_or(end).clamp(begin, end))).collect();
        self.watched_within(&union(spans), now)
    }

    /// The pause that is going on.
    #[must_use]
    pub fn paused(&self) -> Option<&Pause> {
        self.pauses.iter().rfind(|pause| pause.to.is_none())
    }

    /// The timer of a look-for that is running.
    #[must_use]
    pub fn running(&self, look_for: &LookForId) -> Option<&Run> {
        self.runs.get(look_for)?.iter().rfind(|run| run.to.is_none())
    }

    /// The segment that the lesson is in after all changes so far.
    #[must_use]
    pub fn segment(&self) -> Option<Segment> {
        self.segments.last().map(|(_, segment, _)| *segment)
    }

    /// Every segment that was watched, in the order of a lesson.
    #[must_use]
    pub fn segments_visited(&self) -> BTreeSet<Segment> {
        self.segments.iter().map(|(_, segment, _)| *segment).collect()
    }

    /// The latest mark, snapshot, note or answerable moment: where a visit that was left open may end.
    #[must_use]
    pub fn last_mark(&self) -> Millis {
        let taps = self.taps.values().flatten().map(|(at, _)| *at);
        let runs = self.runs.values().flatten().map(|run| run.to.unwrap_or(run.from));
        let snapshots = self.snapshots.values().flat_map(BTreeMap::values).map(|snapshot| snapshot.at);
        let notes = self.notes.iter().map(|(_, note)| note.at);
        let pauses = self.pauses.iter().map(|pause| pause.to.unwrap_or(pause.from));
        let segments = self.segments.iter().map(|(at, ..)| *at);
        taps.chain(runs).chain(snapshots).chain(notes).chain(pauses).chain(segments).fold(self.begin.at, Millis::max)
    }

    pub(super) fn watched_within(&self, spans: &[(Millis, Millis)], now: Millis) -> i64 {
        let end = self.end(now);
        let pauses = union(self.pauses.iter().map(|pause| (pause.from, pause.to.unwrap_or(end))).collect());
        spans.iter().map(|span| length(*span) - pauses.iter().map(|pause| overlap(*span, *pause)).sum::<i64>()).sum()
    }
}

fn earliest_ends(marks: &[(MarkId, &Mark)]) -> BTreeMap<MarkId, Millis> {
    let mut ends = BTreeMap::new();
    for (_, mark) in marks {
        match mark.what {
            What::TimerStop(start) | What::Resume(start) => {
                ends.entry(start).or_insert(mark.at);
            }
            What::Tap(_) | What::TimerStart(_) | What::Pause | What::Segment(_) => {}
        }
    }
    ends
}

fn union(mut spans: Vec<(Millis, Millis)>) -> Vec<(Millis, Millis)> {
    spans.sort_unstable();
    let mut joined: Vec<(Millis, Millis)> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.0 <= last.1 => last.1 = last.1.max(span.1),
            Some(_) | None => joined.push(span),
        }
    }
    joined
}

fn length((from, to): (Millis, Millis)) -> i64 {
    to.since(from).max(0)
}

fn overlap(one: (Millis, Millis), other: (Millis, Millis)) -> i64 {
    length((one.0.max(other.0), one.1.min(other.1)))
}
