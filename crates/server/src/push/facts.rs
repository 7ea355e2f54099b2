//! From a visit's state to its fact, and from changed facts to changed packs.

use std::collections::BTreeMap;

use domain::edit::{Body, Edit};
use domain::fact::{Fact, PackKey};
use domain::framework::Framework;
use domain::id::{DistrictId, DocumentHash, VisitId};
use domain::merge::VisitState;
use domain::visit::{Change, Field, Setting, Visit, What};
use sqlx::AnyConnection;

use crate::store::{StoreError, packs};

/// The framework version that a visit is recorded against; `None` until the change that begins it has arrived.
pub(crate) fn framework_of(state: &VisitState) -> Option<DocumentHash> {
    match state.shown(&Field::Begin) {
        Some(Setting::Begin(begin)) => Some(begin.framework),
        Some(_) | None => None,
    }
}

/// What a visit amounts to; `None` while it counts nowhere.
pub(crate) fn fact_of(visit: VisitId, state: &VisitState, framework: &Framework) -> Option<Fact> {
    Fact::of(&Visit::read(visit, state)?, framework)
}

/// Whether an edit cannot count yet: it says nothing that this program understands, or it is about a look-for that the
/// framework does not have.
pub(crate) fn names_unknown(edit: &Edit, framework: &Framework) -> bool {
    let look_for = match edit.body() {
        Body::Unknown(_) => return true,
        Body::Visit(_, Change::Add(_, mark)) => match &mark.what {
            What::Tap(look_for) | What::TimerStart(look_for) => Some(look_for),
            What::TimerStop(_) | What::Pause | What::Resume(_) | What::Segment(_) => None,
        },
        Body::Visit(_, Change::Void(_)) => None,
        Body::Visit(_, Change::Set { setting, .. }) => match setting {
            Setting::Answer(look_for, _) | Setting::Snapshot(look_for, ..) => Some(look_for),
            Setting::Begin(_)
            | Setting::Context(_)
            | Setting::Note(..)
            | Setting::Flag(..)
            | Setting::Present(_)
            | Setting::Nothing(_)
            | Setting::Finished(_)
            | Setting::Discarded(_)
            | Setting::Strength(_)
            | Setting::Question(_)
            | Setting::Seat(_) => None,
        },
    };
    look_for.is_some_and(|look_for| framework.look_for(look_for).is_none())
}

/// Facts that come and go, gathered so that each pack is read and written once.
#[derive(Debug, Default)]
pub(crate) struct PackChanges(BTreeMap<PackKey, Vec<(VisitId, Option<Fact>)>>);

impl PackChanges {
    /// Notes that a visit's fact was one thing and is another.
    pub(crate) fn note(&mut self, visit: VisitId, before: Option<Fact>, after: Option<Fact>) {
        if before == after {
            return;
        }
        if let Some(before) = before {
            self.0.entry(before.key).or_default().push((visit, None));
        }
        if let Some(after) = after {
            self.0.entry(after.key.clone()).or_default().push((visit, Some(after)));
        }
    }

    /// Puts the changes into the packs.
    pub(crate) async fn write(
        self,
        tx: &mut AnyConnection,
        district: &DistrictId,
        commit: u64,
    ) -> Result<(), StoreError> {
        for (key, changes) in self.0 {
            let mut pack = packs::get(tx, district, &key).await?;
            for (visit, fact) in changes {
                match fact {
                    Some(fact) => pack.put(fact),
                    None => pack.take(visit),
                }
            }
            packs::put(tx, district, commit, &pack).await?;
        }
        Ok(())
    }
}
