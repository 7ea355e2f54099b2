//! From disk to model.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use domain::device::{self, Boot, Quarantined};
use domain::id::{SchoolId, VisitId};
use domain::merge::VisitState;
use domain::visit::{Setting, Visit};

use super::Runtime;
use crate::browser::database::{Database, StorageFailure};
use crate::state::{Model, OpenVisit, Planning, VisitRef};

impl Runtime {
    /// Reads everything on disk into the model again; what is not on disk yet is laid over it.
    ///
    /// What reaches the disk while it is being read could be in neither, the reading nor the queue: then it is read
    /// again, or a visit that has just begun would vanish from the screen and its next tap with it.
    pub(super) async fn reload(&self) -> Result<(), StorageFailure> {
        let Some(data) = self.data() else { return Ok(()) };
        let (boot, brought) = loop {
            let before = self.stored.get();
            let read = self.read(&data).await?;
            if self.stored.get() == before {
                break read;
            }
        };
        self.change(|model| lay_out(model, boot, brought));
        self.lay_pending_over();
        Ok(())
    }

    async fn read(&self, data: &Database) -> Result<(Boot, Vec<(VisitId, VisitState)>), StorageFailure> {
        let mut boot = device::boot(data).await?;
        if boot.recount {
            boot.packs = device::recount(data, &boot.documents.frameworks).await?;
        }
        let brought: Vec<(SchoolId, VisitId)> = {
            let model = self.model.borrow();
            let elsewhere = model.visits.values().filter(|open| !boot.hot.contains_key(&open.at.visit));
            elsewhere.map(|open| (open.at.school.clone(), open.at.visit)).collect()
        };
        let brought = match brought.is_empty() {
            true => BTreeMap::new(),
            false => device::find_visits(data, &brought).await?,
        };
        Ok((boot, brought.into_iter().map(|(visit, kept)| (visit, kept.state)).collect()))
    }

    /// Brings visits into the model, in one reading and one change of it. Those that could not be read are named.
    pub(super) async fn bring(&self, wanted: Vec<VisitRef>) {
        let Some(data) = self.data() else { return };
        let model = self.model();
        let absent = wanted.into_iter().filter(|at| !model.visits.contains_key(&at.visit));
        let absent: Vec<(SchoolId, VisitId)> = absent.map(|at| (at.school, at.visit)).collect();
        if absent.is_empty() {
            return;
        }
        let found = device::find_visits(&*data, &absent).await.unwrap_or_default();
        self.change(|model| {
            for (visit, kept) in found {
                put_visit(model, visit, kept.state, Some(kept.quarantined.len()));
            }
            let visits = Rc::clone(&model.visits);
            let unread = absent.iter().map(|(_, visit)| *visit).filter(|visit| !visits.contains_key(visit));
            Rc::make_mut(&mut model.unread).extend(unread);
        });
    }

    pub(super) async fn keep_phrases(self: Rc<Self>, phrases: Vec<String>) {
        let Some(data) = self.data() else { return };
        if device::keep_phrases(&*data, &phrases).await.is_ok() {
            self.change(|model| model.phrases = Rc::new(phrases));
        }
    }
}

fn lay_out(model: &mut Model, boot: Boot, brought: Vec<(VisitId, VisitState)>) {
    model.packs = Rc::new(boot.packs.into_iter().map(|(key, pack)| (key, Rc::new(pack))).collect());
    model.documents = Rc::new(boot.documents);
    model.waiting = Rc::new(boot.waiting);
    model.recorded = boot.recorded;
    model.ledger = boot.ledger;
    model.unreadable = boot.unreadable.len();
    // Whoever still looks for them asks again: a sync may have brought them.
    model.unread = Rc::default();
    model.phrases = Rc::new(boot.phrases);
    if *model.planning.planner != boot.planner {
        // Another tab has changed it: taking back what was done here would undo that too.
        model.planning = Planning { planner: Rc::new(boot.planner), ..Planning::default() };
    }
    let refused = count_refused(&boot.quarantined);
    model.quarantined = Rc::new(boot.quarantined);
    let here: BTreeSet<VisitId> = boot.hot.keys().copied().chain(brought.iter().map(|(id, _)| *id)).collect();
    Rc::make_mut(&mut model.visits).retain(|id, _| here.contains(id));
    for (id, state) in boot.hot.into_iter().chain(brought) {
        put_visit(model, id, state, Some(refused.get(&id).copied().unwrap_or(0)));
    }
}

fn count_refused(quarantined: &[(Option<VisitId>, Quarantined)]) -> BTreeMap<VisitId, usize> {
    let mut refused = BTreeMap::new();
    for visit in quarantined.iter().filter_map(|(visit, _)| *visit) {
        *refused.entry(visit).or_default() += 1;
    }
    refused
}

/// Puts a visit's state in place, keeping what can be undone. A visit that has not begun yet is not shown.
pub(super) fn put_visit(model: &mut Model, id: VisitId, state: VisitState, quarantined: Option<usize>) {
    let known = model.visits.get(&id);
    if known.is_some_and(|open| open.state == state && quarantined.is_none_or(|count| count == open.quarantined)) {
        return;
    }
    let undo = known.map(|open| open.undo.clone()).unwrap_or_default();
    let quarantined = quarantined.or(known.map(|open| open.quarantined)).unwrap_or(0);
    let Some(visit) = Visit::read(id, &state) else { return };
    let at = VisitRef { school: visit.begin.school.clone(), visit: id };
    let open = OpenVisit { at, state, visit, undo, quarantined };
    Rc::make_mut(&mut model.visits).insert(id, Rc::new(open));
}

/// The setting that begins a visit, if it has arrived.
pub(super) fn beginning(state: &VisitState) -> Option<&domain::visit::Begin> {
    match state.shown(&domain::visit::Field::Begin) {
        Some(Setting::Begin(begin)) => Some(begin),
        Some(_) | None => None,
    }
}
