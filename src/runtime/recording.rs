//! A tap: shown in the next frame, on disk before it says so, undone by name.

use std::rc::Rc;

use domain::device::{self, Intent};
use domain::id::{MarkId, VisitId};
use domain::stream::Stream;
use domain::time::{MINUTE, Millis, local, moment};
use domain::visit::{Act, Begin, Setting, Source, Visit};

use super::load::{beginning, put_visit};
use super::{Pending, Runtime};
use crate::browser::database::StorageFailure;
use crate::browser::{clock, ids, tasks};
use crate::route::Route;
use crate::state::{NewVisit, OpenVisit, Saving, UndoStep, VisitRef, When};

/// So many acts can be taken back.
const MOST_UNDO: usize = 50;
/// What could not be stored is tried again after so many milliseconds.
const TRY_AGAIN: u32 = 5_000;

impl Runtime {
    /// Begins a visit and shows its recorder; one with nothing to observe ends at once.
    pub(super) fn begin(self: &Rc<Self>, new: NewVisit) {
        let model = self.model();
        let Some(me) = model.me.clone() else { return };
        let now = clock::now();
        let (at, date, offset, source) = match new.when {
            When::Now => {
                let offset = clock::offset_at(now);
                let source = if new.seat.is_some() { Source::Calibration } else { Source::Live };
                (now, local(now, offset).0, offset, source)
            }
            When::Paper { date, minute, offset, .. } => (moment(date, minute, offset), date, offset, Source::Paper),
        };
        let Some((framework, _)) = model.documents.framework_on(date) else { return };
        let (school, observer) = (new.school.clone(), me.account.clone());
        let begin = Begin { school, observer, framework, at, date, offset, source };
        let visit = VisitId::from(ids::random());
        let place = VisitRef { school: new.school, visit };
        let mut intents = Act::begin(begin, new.context, new.segment, ids::random);
        let ends = match new.when {
            When::Now => new.nothing.then_some(now),
            When::Paper { minutes, .. } => Some(at.plus(i64::from(minutes) * MINUTE)),
        };
        if let Some(seat) = new.seat {
            intents.push(Intent::Set(Setting::Seat(seat)));
        }
        if new.nothing {
            intents.push(Intent::Set(Setting::Nothing(true)));
        }
        if let Some(ends) = ends {
            intents.push(Intent::Set(Setting::Finished(Some(ends))));
        }
        self.record(place.clone(), now, intents, None);
        let VisitRef { school, visit } = place;
        self.go(if new.nothing { Route::Visit(school, visit) } else { Route::Record(school, visit) });
    }

    /// Does something in a visit.
    pub(super) fn act(self: &Rc<Self>, at: &VisitRef, act: &Act) {
        let model = self.model();
        let Some(open) = model.visit(at.visit) else { return };
        let now = when(&open.visit, clock::now());
        let intents = act.intents(&open.visit, now, ids::random);
        if intents.is_empty() {
            return;
        }
        let step = self.step_back(open, act, now, &intents);
        self.record(at.clone(), now, intents, Some(step));
    }

    /// Takes the last act back.
    pub(super) fn undo(self: &Rc<Self>, at: &VisitRef) {
        let model = self.model();
        let Some(open) = model.visit(at.visit) else { return };
        let Some(step) = open.undo.last().cloned() else { return };
        let visit = at.visit;
        self.change(|model| {
            if let Some(open) = Rc::make_mut(&mut model.visits).get_mut(&visit) {
                Rc::make_mut(open).undo.pop();
            }
        });
        self.record(at.clone(), when(&open.visit, clock::now()), step.back, None);
    }

    /// Takes the clock's error, as the server last saw it, out of a visit's beginning.
    pub(super) fn correct_clock(self: &Rc<Self>, at: &VisitRef) {
        let model = self.model();
        let (Some(open), Some(ahead)) = (model.visit(at.visit), model.ledger.clock_ahead) else { return };
        let begin = &open.visit.begin;
        // Only the date: the marks carry the same error, and between them it cancels out.
        let corrected = Begin { date: local(begin.at.plus(-ahead), begin.offset).0, ..begin.clone() };
        self.act(at, &Act::Choose(Setting::Begin(corrected)));
    }

    /// What takes an act back: the inverse of each intent, the last first, each seen from the state before it.
    fn step_back(&self, open: &OpenVisit, act: &Act, now: Millis, intents: &[Intent]) -> UndoStep {
        let mut back = Vec::new();
        if let Some(author) = self.author() {
            let stream = Stream::School(open.at.school.clone());
            let mut state = open.state.clone();
            for intent in intents {
                back.extend(intent.undo(&state, MarkId::from(ids::random())));
                state = device::preview(&state, &author, &stream, open.at.visit, now, std::slice::from_ref(intent)).0;
            }
        }
        back.reverse();
        UndoStep { act: act.clone(), back }
    }

    fn record(self: &Rc<Self>, at: VisitRef, when: Millis, intents: Vec<Intent>, step: Option<UndoStep>) {
        let Some(author) = self.author() else { return };
        let stream = Stream::School(at.school.clone());
        self.queue.borrow_mut().push_back(Pending { at: at.clone(), when, intents: intents.clone() });
        let unsaved = self.queue.borrow().len();
        self.change(|model| {
            let before = model.visits.get(&at.visit).map(|open| open.state.clone()).unwrap_or_default();
            let (state, _) = device::preview(&before, &author, &stream, at.visit, when, &intents);
            put_visit(model, at.visit, state, None);
            if let (Some(step), Some(open)) = (step, Rc::make_mut(&mut model.visits).get_mut(&at.visit)) {
                let undo = &mut Rc::make_mut(open).undo;
                undo.push(step);
                if undo.len() > MOST_UNDO {
                    undo.remove(0);
                }
            }
            model.saving = match model.saving {
                Saving::Failed { full, .. } => Saving::Failed { unsaved, full },
                Saving::Nothing | Saving::Saved(_) | Saving::Writing => Saving::Writing,
            };
        });
        self.write_out();
    }

    /// Writes what is not on disk yet, unless that is under way.
    pub(super) fn write_out(self: &Rc<Self>) {
        if self.writing.replace(true) {
            return;
        }
        let runtime = Rc::clone(self);
        tasks::spawn(async move {
            let outcome = runtime.write_queue().await;
            runtime.writing.replace(false);
            match outcome {
                Ok(()) => {}
                Err(failure) => runtime.keep_in_memory(failure),
            }
        });
    }

    async fn write_queue(self: &Rc<Self>) -> Result<(), StorageFailure> {
        loop {
            let Some((at, when, intents)) = self.front() else { return Ok(()) };
            let (Some(data), Some(author)) = (self.data(), self.author()) else { return Ok(()) };
            let documents = Rc::clone(&self.model().documents);
            let stream = Stream::School(at.school.clone());
            let recorded =
                device::record(&*data, &documents.frameworks, &author, &stream, at.visit, when, &intents).await?;
            self.queue.borrow_mut().pop_front();
            self.stored.set(self.stored.get() + 1);
            if let Ok(recorded) = recorded {
                let finished = intents.iter().any(|intent| matches!(intent, Intent::Set(Setting::Finished(Some(_)))));
                let done = self.queue.borrow().is_empty();
                self.change(|model| {
                    model.recorded += recorded.edits.len() as u64;
                    *Rc::make_mut(&mut model.waiting).entry(at.visit).or_default() += recorded.edits.len();
                    for pack in recorded.packs {
                        let packs = Rc::make_mut(&mut model.packs);
                        if pack.is_empty() {
                            packs.remove(&pack.key);
                        } else {
                            packs.insert(pack.key.clone(), Rc::new(pack));
                        }
                    }
                    if beginning(&recorded.state).is_some() {
                        put_visit(model, at.visit, recorded.state, None);
                    }
                    model.saving = if done { Saving::Saved(model.now) } else { Saving::Writing };
                });
                if !done {
                    self.lay_pending_over();
                }
                self.tell_tabs();
                if finished {
                    self.sync_soon();
                }
            }
        }
    }

    fn front(&self) -> Option<(VisitRef, Millis, Vec<Intent>)> {
        let queue = self.queue.borrow();
        queue.front().map(|pending| (pending.at.clone(), pending.when, pending.intents.clone()))
    }

    /// What the disk would not take stays in memory, says so, and is tried again.
    fn keep_in_memory(self: &Rc<Self>, failure: StorageFailure) {
        let unsaved = self.queue.borrow().len();
        self.change(|model| model.saving = Saving::Failed { unsaved, full: failure == StorageFailure::Full });
        let runtime = Rc::clone(self);
        tasks::Timeout::new(TRY_AGAIN, move || runtime.write_out()).forget();
    }

    /// Lays what is not on disk yet over what was read from it.
    pub(super) fn lay_pending_over(&self) {
        let Some(author) = self.author() else { return };
        let pending: Vec<_> = {
            let queue = self.queue.borrow();
            queue.iter().map(|pending| (pending.at.clone(), pending.when, pending.intents.clone())).collect()
        };
        if pending.is_empty() {
            return;
        }
        self.change(|model| {
            for (at, when, intents) in pending {
                let before = model.visits.get(&at.visit).map(|open| open.state.clone()).unwrap_or_default();
                let stream = Stream::School(at.school.clone());
                let (state, _) = device::preview(&before, &author, &stream, at.visit, when, &intents);
                put_visit(model, at.visit, state, None);
            }
        });
    }
}

/// When an act takes place: now in a visit that is under way, at its end in one that has ended.
fn when(visit: &Visit, now: Millis) -> Millis {
    visit.finished.map_or(now, |end| end.min(now))
}
