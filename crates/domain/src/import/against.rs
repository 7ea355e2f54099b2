use std::collections::{BTreeMap, BTreeSet};

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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChangedRow {
    /// The row, as the spreadsheet numbers it.
    pub row: u32,
    /// The visit that its earlier words made.
    pub visit: VisitId,
}

type Half = [u8; 8];

impl Plan {
    /// What of the plan is new, given every visit of the school. A row counts as changed when the same person was in the
    /// same place at the same time, by the words of the row, and what it said then is no longer in the table.
    #[must_use]
    pub fn against(&self, known: &BTreeSet<VisitId>) -> Against {
        let here: BTreeSet<Half> = self.visits.iter().map(|visit| halves(visit.id).1).collect();
        let contents: BTreeSet<Half> = known.iter().map(|visit| halves(*visit).1).collect();
        let mut gone: BTreeMap<Half, Vec<VisitId>> = BTreeMap::new();
        for visit in known.iter().filter(|visit| !here.contains(&halves(**visit).1)) {
            gone.entry(halves(*visit).0).or_default().push(*visit);
        }
        let mut against = Against { new: Vec::new(), already: 0, changed: Vec::new() };
        for visit in &self.visits {
            let (who, content) = halves(visit.id);
            if contents.contains(&content) {
                against.already += 1;
            } else if let Some(before) = gone.get_mut(&who).and_then(Vec::pop) {
                against.changed.push(ChangedRow { row: visit.row, visit: before });
            } else {
                against.new.push(visit.clone());
            }
        }
        against
    }
}

/// See [`Incoming::id`].
fn halves(visit: VisitId) -> (Half, Half) {
    let (mut who, mut content) = ([0; 8], [0; 8]);
    who.copy_from_slice(&visit.0.0[..8]);
    content.copy_from_slice(&visit.0.0[8..]);
    (who, content)
}
