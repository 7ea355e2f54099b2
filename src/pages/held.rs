//! The visits and documents on the tablet, as a page hands them to what it computes only when they change.

use std::collections::BTreeMap;
use std::rc::Rc;

use domain::compare::Ground;
use domain::device::Documents;
use domain::fact::{Pack, PackKey};

use crate::state::{Model, ground};

/// What a model held. Two are equal when nothing was replaced between them: models share what stays the same, and
/// comparing ten thousand visits by value would cost more than it saves.
#[derive(Clone, Default)]
pub(super) struct Held {
    pub(super) packs: Rc<BTreeMap<PackKey, Rc<Pack>>>,
    pub(super) documents: Rc<Documents>,
}

impl Held {
    pub(super) fn of(model: &Model) -> Self {
        Self { packs: Rc::clone(&model.packs), documents: Rc::clone(&model.documents) }
    }

    /// What a comparison reads; `None` before the district's documents have arrived.
    pub(super) fn ground(&self) -> Option<Ground<'_>> {
        ground(&self.packs, &self.documents)
    }

    /// How many visits there are.
    pub(super) fn visits(&self) -> usize {
        self.packs.values().map(|pack| pack.len()).sum()
    }
}

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.packs, &other.packs) && Rc::ptr_eq(&self.documents, &other.documents)
    }
}
