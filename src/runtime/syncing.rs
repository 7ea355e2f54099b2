//! When to sync, and what a sync changes on the screen.

use std::cell::Cell;
use std::rc::Rc;

use domain::id::ReplicaId;
use domain::sync::{self, Failure, Outcome, Pace, ProblemCode, Progress, RetryAfter, Stopped, World};
use domain::time::{MINUTE, Millis};

use super::{Runtime, fresh_replica};
use crate::browser::database::StorageFailure;
use crate::browser::{clock, ids, tabs, tasks};
use crate::state::{Question, Told};

/// While all is well, a sync every so many milliseconds.
const EVERY: i64 = 3 * MINUTE;
/// After a visit has ended, a moment for its last edits to reach the disk.
const SOON: u32 = 500;
/// A page shows two of the server's answers at most.
const ANSWERS_KEPT: usize = 4;

type Result = std::result::Result<Outcome, Stopped<StorageFailure>>;

impl Runtime {
    /// Syncs now, unless a sync is under way.
    pub(super) fn sync_now(self: &Rc<Self>) {
        if self.model().syncing.running || self.model().me.is_none() {
            return;
        }
        self.next_sync.replace(None);
        self.change(|model| model.syncing.running = true);
        let runtime = Rc::clone(self);
        tasks::spawn(async move { runtime.sync().await });
    }

    pub(super) fn sync_soon(self: &Rc<Self>) {
        self.sync_in(SOON);
    }

    fn sync_in(self: &Rc<Self>, millis: u32) {
        let runtime = Rc::clone(self);
        self.next_sync.replace(Some(tasks::Timeout::new(millis, move || runtime.sync_now())));
    }

    async fn sync(self: Rc<Self>) {
        let result: Rc<Cell<Option<Result>>> = Rc::new(Cell::new(None));
        let (runtime, note) = (Rc::clone(&self), Rc::clone(&result));
        let ran = tabs::alone(async move {
            let (Some(data), Some(me)) = (runtime.data(), runtime.model().me.clone()) else { return };
            let Some(me) = runtime.known_anew(me).await else {
                note.set(Some(Err(Stopped::Network(Failure::Problem(ProblemCode::SignedOut, None)))));
                return;
            };
            note.set(Some(sync::sync(&*data, &runtime.server, &*runtime, &me).await));
        })
        .await;
        // Another tab syncs, or this one has; either way the disk knows more than the model.
        let read = self.reload().await;
        if ran {
            self.tell_tabs();
        }
        let outcome = match (result.take(), read) {
            (Some(Err(stopped)), _) => Err(stopped),
            (Some(Ok(_)) | None, Err(failure)) => Err(Stopped::Storage(failure)),
            (Some(Ok(_)) | None, Ok(())) => Ok(()),
        };
        self.after(outcome);
    }

    fn after(self: &Rc<Self>, outcome: std::result::Result<(), Stopped<StorageFailure>>) {
        let failure = match outcome {
            Ok(()) => None,
            Err(Stopped::Network(failure)) => Some(failure),
            Err(Stopped::Storage(_) | Stopped::Endless) => Some(Failure::Problem(ProblemCode::Fault, None)),
        };
        let signed_out = failure.is_some_and(|failure| matches!(failure, Failure::Problem(ProblemCode::SignedOut, _)));
        let wait = match failure {
            None => {
                self.failures.replace(0);
                Millis(EVERY)
            }
            Some(failure) => {
                let failures = self.failures.replace_with(|failures| failures.saturating_add(1)) + 1;
                sync::back_off(failures, ids::jitter(), asked(failure))
            }
        };
        self.change(|model| {
            let syncing = &mut model.syncing;
            (syncing.running, syncing.sending, syncing.first_pull) = (false, None, None);
            syncing.failure = failure.filter(|_| !signed_out);
            // A network that fails says nothing about the session; only an answer does.
            if failure.is_none() || signed_out {
                syncing.signed_out = signed_out;
            }
            syncing.next = Some(model.now.plus(wait.0));
        });
        self.sync_in(u32::try_from(wait.0).unwrap_or(u32::MAX));
    }

    pub(super) async fn ask(self: Rc<Self>, question: Question) {
        let today = self.model().today();
        let answer = match &question {
            Question::Compare(selection) => {
                let said = self.server.compare(selection, today).await;
                said.map(|comparison| Told::Comparison(Rc::new(comparison)))
            }
            Question::Calibration(selection) => {
                let said = self.server.calibration(selection).await;
                said.map(|calibrated| Told::Calibration(Rc::new(calibrated)))
            }
            Question::Coverage(selection) => {
                let said = self.server.coverage(selection, today).await;
                said.map(|report| Told::Coverage(Rc::new(report)))
            }
            Question::Schools(selection) => {
                let said = self.server.by_school(selection, today).await;
                said.map(|schools| Told::Schools(Rc::new(schools)))
            }
            Question::Trends(selection, over) => {
                let said = self.server.trends(selection, *over, today).await;
                said.map(|trends| Told::Trends(Rc::new(trends)))
            }
        };
        self.change(|model| {
            let answers = Rc::make_mut(&mut model.answers);
            answers.retain(|(known, _)| *known != question);
            answers.push((question, answer));
            let surplus = answers.len().saturating_sub(ANSWERS_KEPT);
            answers.drain(..surplus);
        });
    }
}

fn asked(failure: Failure) -> Option<RetryAfter> {
    match failure {
        Failure::Problem(_, asked) => asked,
        Failure::Unreachable | Failure::Garbled => None,
    }
}

impl World for Runtime {
    fn now(&self) -> Millis {
        clock::now()
    }

    fn fresh_replica(&self) -> ReplicaId {
        fresh_replica()
    }

    fn progress(&self, progress: Progress) {
        match progress {
            Progress::Pulled { of, .. } => self.change(|model| model.syncing.first_pull = of),
            Progress::Pushed { acknowledged, waiting } => {
                let (done, all) = (acknowledged as u64, (acknowledged + waiting) as u64);
                self.change(|model| model.syncing.sending = (waiting > 0).then_some((done, all)));
            }
        }
    }

    fn pace(&self) -> Pace {
        self.pace.get()
    }

    fn set_pace(&self, pace: Pace) {
        self.pace.set(pace);
    }
}
