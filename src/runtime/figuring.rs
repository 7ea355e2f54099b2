//! Looking after what the measures of goals read: the server has them, since not everyone may see those of every school.

use std::rc::Rc;

use domain::district::{ChangeFigures, FigureChange};
use domain::id::GoalId;

use super::Runtime;
use crate::browser::{files, focus, tasks};
use crate::state::{FiguresStep, Figuring};

/// The kinds of files that can be chosen.
const KINDS: &str = ".csv,.txt,text/csv,text/plain";

impl Runtime {
    pub(super) async fn figures(self: Rc<Self>, step: FiguresStep) {
        match step {
            FiguresStep::Read(goal) => {
                self.figuring(|now| {
                    let held = now.held.take().filter(|_| now.goal.as_ref() == Some(&goal));
                    *now = Figuring { goal: Some(goal.clone()), held, ..Figuring::default() };
                });
                self.read_figures(&goal).await;
            }
            FiguresStep::Change(change) => self.change_figures(vec![*change]).await,
            FiguresStep::Choose => self.choose_figures(),
            FiguresStep::Take => {
                let offered = self.model().figuring.offered.clone();
                if let Some(offered) = offered {
                    self.change_figures(offered.changes).await;
                }
            }
            FiguresStep::Leave => {
                self.figuring(|now| (now.offered, now.failure) = (None, None));
                tasks::Timeout::new(0, || focus::to("figures-file")).forget();
            }
        }
    }

    async fn read_figures(&self, goal: &GoalId) {
        let said = self.server.goal_figures(goal).await;
        self.figuring_of(goal, |now| match said {
            Ok(figures) => (now.held, now.unread) = (Some(Rc::new(figures)), None),
            Err(failure) => now.unread = Some(failure),
        });
    }

    async fn change_figures(&self, changes: Vec<FigureChange>) {
        let Some(goal) = self.model().figuring.goal.clone() else { return };
        self.figuring(|now| (now.busy, now.failure) = (true, None));
        let said = self.server.change_figures(&ChangeFigures { goal: goal.clone(), changes }).await;
        self.figuring_of(&goal, |now| {
            now.busy = false;
            match said {
                Ok(()) => (now.offered, now.done) = (None, now.done + 1),
                Err(failure) => now.failure = Some(failure.into()),
            }
        });
        self.read_figures(&goal).await;
        said_next();
    }

    fn choose_figures(self: &Rc<Self>) {
        let Some(goal) = self.model().figuring.goal.clone() else { return };
        let runtime = Rc::clone(self);
        files::choose(KINDS, move |file| async move {
            runtime.figuring_of(&goal, |now| (now.busy, now.failure, now.offered) = (true, None, None));
            let said = runtime.server.read_figures(&goal, &file).await;
            runtime.figuring_of(&goal, |now| {
                now.busy = false;
                match said {
                    Ok(read) => now.offered = Some(read),
                    Err(failure) => now.failure = Some(failure.into()),
                }
            });
            said_next();
        });
    }

    /// As long as the page is still that of the goal: another may have been opened since.
    fn figuring_of(&self, goal: &GoalId, make: impl FnOnce(&mut Figuring)) {
        if self.model().figuring.goal.as_ref() == Some(goal) {
            self.figuring(make);
        }
    }

    fn figuring(&self, make: impl FnOnce(&mut Figuring)) {
        self.change(|model| make(&mut model.figuring));
    }
}

/// What was pressed is drawn anew and has lost the focus.
fn said_next() {
    tasks::Timeout::new(0, || focus::to(FiguresStep::SAID)).forget();
}
