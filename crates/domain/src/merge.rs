//! How edits merge: a visit's state is a join, so any order and any repetition of edits gives the same state.
//!
//! Marks are a set with voids; a void may arrive before its mark. A field keeps every value that nobody replaced
//! (its *heads*) and the ids of all that were, so that a late or repeated edit cannot bring an old value back.
//! The fold refuses nothing for state, rights or order.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::edit::{Body, Edit};
use crate::id::{AccountId, ChangeId, MarkId};
use crate::time::{Millis, Stamp};
use crate::visit::{Change, Field, Mark, Setting};

/// Everything that is known of one visit.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct VisitState {
    heads: BTreeMap<ChangeId, Head>,
    replaced: BTreeSet<ChangeId>,
    marks: BTreeMap<MarkId, Mark>,
    voided: BTreeSet<MarkId>,
    unknown: BTreeMap<ChangeId, String>,
}

/// A value of a field that nobody has replaced.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Head {
    /// Who wrote it.
    pub author: AccountId,
    /// When, by the writer's clock.
    pub stamp: Stamp,
    /// When the server received it; `None` until it has.
    pub received: Option<Millis>,
    /// The value.
    pub setting: Setting,
}

impl Head {
    /// What ties compare: a value cannot be later than its arrival, so a clock that is ahead wins nothing.
    fn rank(&self) -> (Millis, Stamp) {
        let wall = self.received.map_or(self.stamp.wall, |received| received.min(self.stamp.wall));
        (wall, self.stamp)
    }
}

impl VisitState {
    /// Folds an edit in. `received` is when the server received it, if that is known here.
    pub fn apply(&mut self, edit: &Edit, received: Option<Millis>) {
        match edit.body() {
            Body::Visit(_, Change::Add(id, mark)) => self.add(*id, mark.clone()),
            Body::Visit(_, Change::Void(id)) => {
                self.voided.insert(*id);
            }
            Body::Visit(_, Change::Set { setting, replaces }) => {
                replaces.iter().for_each(|change| self.replace(*change));
                let (author, stamp) = (edit.author().clone(), edit.stamp());
                self.put(edit.change(), Head { author, stamp, received, setting: setting.clone() });
            }
            Body::Unknown(_) => {
                self.unknown.insert(edit.change(), edit.text().to_owned());
            }
        }
    }

    /// Joins what another copy of the visit knows.
    pub fn merge(&mut self, other: &Self) {
        other.marks.iter().for_each(|(id, mark)| self.add(*id, mark.clone()));
        self.voided.extend(&other.voided);
        other.replaced.iter().for_each(|change| self.replace(*change));
        other.heads.iter().for_each(|(change, head)| self.put(*change, head.clone()));
        self.unknown.extend(other.unknown.iter().map(|(change, text)| (*change, text.clone())));
    }

    /// Forgets when the server received what: after it was rewound it receives the same again, at another time, and every
    /// tablet must go by the new one, or they would show different values where clocks are ahead.
    pub fn forget_received(&mut self) {
        self.heads.values_mut().for_each(|head| head.received = None);
    }

    /// Folds again what an earlier program kept without understanding it. Call it once after an upgrade.
    pub fn understand(&mut self) {
        for text in std::mem::take(&mut self.unknown).into_values() {
            if let Ok(edit) = Edit::read(text) {
                self.apply(&edit, None);
            }
        }
    }

    /// The state without what these edits did, for tallies that leave refused edits out. A value that one of them
    /// replaced does not come back: the field reads as if nobody had set it.
    #[must_use]
    pub fn without(&self, edits: &[Edit]) -> Self {
        let mut state = self.clone();
        for edit in edits {
            match edit.body() {
                Body::Visit(_, Change::Add(id, _)) => {
                    state.marks.remove(id);
                }
                Body::Visit(_, Change::Void(id)) => {
                    state.voided.remove(id);
                }
                Body::Visit(_, Change::Set { .. }) => {
                    state.heads.remove(&edit.change());
                }
                Body::Unknown(_) => {
                    state.unknown.remove(&edit.change());
                }
            }
        }
        state
    }

    /// Undoes what an edit did that nobody else ever had. What it replaced may be replaced no longer: the value itself is
    /// with those who have it.
    pub fn take_back(&mut self, edit: &Edit) {
        *self = self.without(std::slice::from_ref(edit));
        if let Body::Visit(_, Change::Set { replaces, .. }) = edit.body() {
            for change in replaces {
                self.replaced.remove(change);
            }
        }
    }

    /// One mark id has one mark. Should two ever differ, every copy keeps the same one.
    fn add(&mut self, id: MarkId, mark: Mark) {
        match self.marks.get_mut(&id) {
            Some(known) => {
                if mark > *known {
                    *known = mark;
                }
            }
            None => {
                self.marks.insert(id, mark);
            }
        }
    }

    fn replace(&mut self, change: ChangeId) {
        self.heads.remove(&change);
        self.replaced.insert(change);
    }

    fn put(&mut self, change: ChangeId, head: Head) {
        if self.replaced.contains(&change) {
            return;
        }
        match self.heads.get_mut(&change) {
            Some(known) => known.received = known.received.into_iter().chain(head.received).min(),
            None => {
                self.heads.insert(change, head);
            }
        }
    }

    /// Marks that stand: added and not voided.
    pub fn marks(&self) -> impl Iterator<Item = (MarkId, &Mark)> {
        self.marks.iter().filter(|(id, _)| !self.voided.contains(id)).map(|(id, mark)| (*id, mark))
    }

    /// Whether a mark stands.
    #[must_use]
    pub fn stands(&self, mark: MarkId) -> bool {
        self.marks.contains_key(&mark) && !self.voided.contains(&mark)
    }

    /// Every value that nobody replaced, of whatever field.
    pub fn settings(&self) -> impl Iterator<Item = &Setting> {
        self.heads.values().map(|head| &head.setting)
    }

    /// Every field with its values: the one that shows first, then the visible alternatives.
    #[must_use]
    pub fn fields(&self) -> BTreeMap<Field, Vec<(ChangeId, &Head)>> {
        let mut fields: BTreeMap<Field, Vec<(ChangeId, &Head)>> = BTreeMap::new();
        for (change, head) in &self.heads {
            fields.entry(head.setting.field()).or_default().push((*change, head));
        }
        for values in fields.values_mut() {
            values.sort_by_key(|(change, head)| std::cmp::Reverse((head.rank(), *change)));
        }
        fields
    }

    /// The values of one field, the one that shows first.
    #[must_use]
    pub fn values(&self, field: &Field) -> Vec<(ChangeId, &Head)> {
        let mut values: Vec<_> = self
            .heads
            .iter()
            .filter(|(_, head)| head.setting.field() == *field)
            .map(|(change, head)| (*change, head))
            .collect();
        values.sort_by_key(|(change, head)| std::cmp::Reverse((head.rank(), *change)));
        values
    }

    /// The value of a field that shows.
    #[must_use]
    pub fn shown(&self, field: &Field) -> Option<&Setting> {
        self.values(field).first().map(|(_, head)| &head.setting)
    }

    /// The change that sets a field, replacing every value that this copy knows of.
    #[must_use]
    pub fn setting(&self, setting: Setting) -> Change {
        let replaces = self.values(&setting.field()).into_iter().map(|(change, _)| change).collect();
        Change::Set { setting, replaces }
    }

    /// Texts of edits that this program cannot understand yet.
    pub fn unknown(&self) -> impl Iterator<Item = &str> {
        self.unknown.values().map(String::as_str)
    }

    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
