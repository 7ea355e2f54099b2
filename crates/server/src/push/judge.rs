//! What becomes of each edit of a push: decided here, without the database, and folded into the visits as it goes.

use std::collections::{BTreeMap, BTreeSet};

use domain::edit::{Body, Edit};
use domain::id::{AccountId, EditHash, ReplicaId, SchoolId, VisitId};
use domain::permission::{Action, Me};
use domain::stream::Stream;
use domain::sync::Refusal;
use domain::time::Millis;
use domain::visit::{Begin, Change, Field, Setting};

use super::read::Arrived;
use crate::people::me_at;
use crate::store::{Assignment, StoredVisit};

/// What becomes of an edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ruling {
    /// Folded in, and to be stored.
    Accepted,
    /// Here already, to the byte.
    Duplicate,
    /// Another edit holds its id.
    Fork,
    /// Its visit was erased: it is taken, and nothing of what it says is kept.
    Erased,
    /// Recorded, and stored nowhere.
    Refused(Refusal),
}

/// Rules on the edits of one replica, pushed by one account.
pub(crate) struct Judge<'a> {
    me: &'a Me,
    /// When they left the district; what they did after that is not taken.
    left: Option<Millis>,
    assignments: Vec<Assignment>,
    replica: ReplicaId,
    known: BTreeMap<u64, EditHash>,
    visits: BTreeMap<VisitId, StoredVisit>,
    erased: BTreeSet<VisitId>,
    touched: BTreeSet<VisitId>,
}

impl<'a> Judge<'a> {
    /// `known` holds the hashes of this replica's edits that are here already, `visits` every visit that the edits
    /// name, as far as it is known, `erased` those that were erased.
    pub(crate) fn new(
        (me, left): (&'a Me, Option<Millis>),
        assignments: Vec<Assignment>,
        replica: ReplicaId,
        known: BTreeMap<u64, EditHash>,
        visits: BTreeMap<VisitId, StoredVisit>,
        erased: BTreeSet<VisitId>,
    ) -> Self {
        Self { me, left, assignments, replica, known, visits, erased, touched: BTreeSet::new() }
    }

    /// Rules on the next edit, and folds it in if it is accepted.
    pub(crate) fn rule(&mut self, arrived: &Arrived) -> Ruling {
        let Some(edit) = arrived.edit() else {
            return Ruling::Refused(Refusal::Malformed);
        };
        if edit.id().replica != self.replica || *edit.author() != self.me.account {
            return Ruling::Refused(Refusal::NotAuthor);
        }
        match self.known.get(&edit.id().seq) {
            Some(hash) if *hash == edit.hash() => return Ruling::Duplicate,
            Some(_) => return Ruling::Fork,
            None => {}
        }
        if self.is_erased(arrived) {
            return Ruling::Erased;
        }
        if let Err(refusal) = self.allow(edit, arrived) {
            return Ruling::Refused(refusal);
        }
        if let Some(visit) = edit.visit() {
            let fresh = || StoredVisit { stream: edit.stream().clone(), state: domain::merge::VisitState::default() };
            self.visits.entry(visit).or_insert_with(fresh).state.apply(edit, Some(arrived.received()));
            self.touched.insert(visit);
        }
        Ruling::Accepted
    }

    /// The visits as they stand now.
    pub(crate) fn visits(&self) -> impl Iterator<Item = (VisitId, &StoredVisit)> {
        self.visits.iter().map(|(visit, stored)| (*visit, stored))
    }

    /// A visit as it stands now.
    pub(crate) fn visit(&self, visit: VisitId) -> Option<&StoredVisit> {
        self.visits.get(&visit)
    }

    /// Whether an edit is of a visit that was erased.
    pub(crate) fn is_erased(&self, arrived: &Arrived) -> bool {
        arrived.visit().is_some_and(|visit| self.erased.contains(&visit))
    }

    /// The visits that edits were folded into.
    pub(crate) fn touched(&self) -> Vec<(VisitId, StoredVisit)> {
        self.touched.iter().filter_map(|visit| Some((*visit, self.visits.get(visit)?.clone()))).collect()
    }

    fn allow(&self, edit: &Edit, arrived: &Arrived) -> Result<(), Refusal> {
        let school = self.school(edit)?;
        let worked = edit.stamp().wall.min(arrived.received());
        let then = me_at(self.me, &self.assignments, worked);
        if self.left.is_some_and(|left| worked > left) || !then.may(Action::RecordVisit, &school) {
            return Err(Refusal::NotAssigned);
        }
        let own = self.owners(edit).into_iter().all(|owner| *owner == self.me.account);
        if own || then.may(Action::EditOthersVisit, &school) { Ok(()) } else { Err(Refusal::NotYours) }
    }

    /// The school whose stream carries the edit. A visit belongs to one for ever: the one it was first heard of in,
    /// and the one it says it began in.
    fn school(&self, edit: &Edit) -> Result<SchoolId, Refusal> {
        let Stream::School(school) = edit.stream() else {
            return Err(Refusal::WrongStream);
        };
        let known = edit.visit().and_then(|visit| self.visit(visit));
        let elsewhere = known.is_some_and(|stored| stored.stream != *edit.stream());
        let began_elsewhere = began(edit).is_some_and(|begin| begin.school != *school);
        if elsewhere || began_elsewhere { Err(Refusal::WrongStream) } else { Ok(school.clone()) }
    }

    /// Whose visit the edit changes: who watched according to the visit and according to the edit. Until a visit has begun
    /// it is nobody's: after a rewind, what others did to it may arrive before its observer's own work, which must not be
    /// refused then. Nobody guesses the id of a visit that has not arrived.
    fn owners<'b>(&'b self, edit: &'b Edit) -> Vec<&'b AccountId> {
        let stored = edit.visit().and_then(|visit| self.visit(visit));
        let recorded = stored.and_then(|stored| match stored.state.shown(&Field::Begin) {
            Some(Setting::Begin(begin)) => Some(&begin.observer),
            Some(_) | None => None,
        });
        recorded.into_iter().chain(began(edit).map(|begin| &begin.observer)).collect()
    }
}

fn began(edit: &Edit) -> Option<&Begin> {
    match edit.body() {
        Body::Visit(_, Change::Set { setting: Setting::Begin(begin), .. }) => Some(begin),
        Body::Visit(..) | Body::Unknown(_) => None,
    }
}
