use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::incoming::Incoming;
use super::plan::Plan;
use crate::id::VisitId;

/// A plan, held against the visits that the school has already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Against {
    /// Visits to import.
    pub new: Vec<Incoming>,
    /// How many rows were imported before, to the letter.
    pub already: u32,
    /// Rows that were imported before and say something else now. They are not imported again: the visit that is there
    /// may have been corrected by hand since.
    pub changed: Vec<ChangedRow>,
}

/// A row that says something else than when it was imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedRow {
    /// The row, as the spreadsheet numbers it.
    pub row: u32,
    /// The visit that its earlier words made.
    pub visit: VisitId,
}

/// What a school has of earlier imports.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Before {
    /// Every visit of the school but those of `undone`.
    pub visits: BTreeSet<VisitId>,
    /// Visits of imports that were undone, and that are still discarded. Their rows may come back, as other visits.
    pub undone: BTreeSet<VisitId>,
}

impl Plan {
    /// What of the plan is new. A row is the one that an earlier import had when all its cells are the same. It has changed
    /// since when the same person was in the same place at the same time, by its words and by this mapping or an earlier
    /// one of the source, and what it said then is no longer in the table.
    ///
    /// A row whose visit was undone is new, under an id that no visit has had.
    #[must_use]
    pub fn against(&self, before: &Before) -> Against {
        let here: BTreeSet<Content> = self.visits.iter().map(|visit| content(visit.id)).collect();
        let contents: BTreeSet<Content> = before.visits.iter().map(|visit| content(*visit)).collect();
        let mut gone: BTreeMap<Who, Vec<VisitId>> = BTreeMap::new();
        for visit in before.visits.iter().filter(|visit| !here.contains(&content(**visit))) {
            gone.entry(who(*visit)).or_default().push(*visit);
        }
        let mut undone: BTreeMap<Content, u8> = BTreeMap::new();
        for visit in &before.undone {
            let times = undone.entry(content(*visit)).or_default();
            *times = times.wrapping_add(1);
        }
        let mut against = Against { new: Vec::new(), already: 0, changed: Vec::new() };
        for visit in &self.visits {
            let own = content(visit.id);
            let mut known_as = std::iter::once(who(visit.id)).chain(visit.known_as.iter().copied());
            if contents.contains(&own) {
                against.already += 1;
            } else if let Some(before) = known_as.find_map(|who| gone.get_mut(&who)?.pop()) {
                against.changed.push(ChangedRow { row: visit.row, visit: before });
            } else {
                let times = undone.get(&own).copied().unwrap_or(0);
                against.new.push(Incoming { id: again(visit.id, times), ..visit.clone() });
            }
        }
        against
    }
}

/// The bytes of an id that say who was where and when.
pub(super) type Who = [u8; 7];
/// The bytes that say what the row holds.
type Content = [u8; 8];

/// See [`Incoming::id`].
pub(super) fn who(visit: VisitId) -> Who {
    let mut who = [0; 7];
    who.copy_from_slice(&visit.0.0[..7]);
    who
}

fn content(visit: VisitId) -> Content {
    let mut content = [0; 8];
    content.copy_from_slice(&visit.0.0[8..]);
    content
}

/// The id of a row that has been imported and undone so many times.
fn again(visit: VisitId, times: u8) -> VisitId {
    let mut id = visit.0.0;
    id[7] ^= times;
    VisitId::from(id)
}
