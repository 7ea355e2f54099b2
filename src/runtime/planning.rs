//! The plan of the week: changed on disk first, shown afterwards.

use std::rc::Rc;

use domain::device;
use domain::plan_week::{Basis, Change, Planner};
use domain::time::{Date, local};

use super::Runtime;
use crate::browser::database::StorageFailure;
use crate::browser::{clock, focus, ids, tasks};

/// So many changes can be taken back.
const MOST_UNDO: usize = 20;

impl Runtime {
    /// Changes the plan of a week.
    pub(super) async fn change_week(self: Rc<Self>, monday: Date, change: Change) {
        let (model, now) = (self.model(), clock::now());
        let (Some(data), Some(ground), Some(me)) = (self.data(), model.ground(), &model.me) else { return };
        let now = local(now, clock::offset_at(now));
        let basis = Basis { ground: &ground, schools: &me.schools, now, seed: ids::seed() };
        let kept = device::change_planner(&*data, |planner| planner.change(&basis, monday, &change)).await;
        if matches!(change, Change::Propose(_)) {
            // The button that was pressed is folded away now, and the plan begins at the top.
            tasks::Timeout::new(0, focus::to_heading).forget();
        }
        self.show(kept, |undo, before, after| {
            if before != after {
                undo.push(before.clone());
                let surplus = undo.len().saturating_sub(MOST_UNDO);
                undo.drain(..surplus);
            }
        });
    }

    /// Takes the last change back.
    pub(super) async fn undo_week(self: Rc<Self>) {
        let model = self.model();
        let (Some(data), Some(earlier)) = (self.data(), model.planning.undo.last()) else { return };
        let kept = device::change_planner(&*data, |_| earlier.clone()).await;
        self.show(kept, |undo, _, _| drop(undo.pop()));
    }

    fn show(
        &self,
        kept: Result<(Planner, Planner), StorageFailure>,
        remember: impl FnOnce(&mut Vec<Planner>, &Planner, &Planner),
    ) {
        self.change(|model| match kept {
            Ok((before, after)) => {
                remember(Rc::make_mut(&mut model.planning.undo), &before, &after);
                model.planning.planner = Rc::new(after);
                model.planning.failed = false;
            }
            Err(_) => model.planning.failed = true,
        });
        self.tell_tabs();
    }
}
