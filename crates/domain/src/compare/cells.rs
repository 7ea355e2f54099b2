use super::plan::Slots;
use super::{AmountTally, Tally};
use crate::fact::Row;
use crate::stats::{ClusterAmount, ClusterCount};
use crate::visit::Outcome;

use crate::framework::Kind;

/// How many outcomes there are.
const OUTCOMES: usize = 5;

const ALL: [Outcome; OUTCOMES] = [
    Outcome::Shown,
    Outcome::NotShown,
    Outcome::NotApplicable,
    Outcome::CouldNotJudge,
    Outcome::Blank,
];

/// Visits by classroom, comparison row and outcome: one flat table, filled by counting up, with nothing looked up
/// and nothing allocated a visit.
pub(super) struct Cells {
    rows: usize,
    /// A classroom's rows lie side by side.
    outcomes: Vec<[u32; OUTCOMES]>,
    amounts: Vec<AmountTally>,
}

/// One row's cells, classroom by classroom.
pub(super) struct Column {
    pub(super) tally: Tally,
    pub(super) looks: Vec<ClusterCount>,
    pub(super) amount: AmountTally,
    pub(super) amounts: Vec<AmountTally>,
}

impl Cells {
    pub(super) fn new(rooms: usize, rows: usize) -> Self {
        Self {
            rows,
            outcomes: vec![[0; OUTCOMES]; rooms * rows],
            amounts: vec![AmountTally::default(); rooms * rows],
        }
    }

    /// Counts one visit to a classroom.
    pub(super) fn add(&mut self, room: usize, slots: &Slots, visit: &Row) {
        let cells = room * self.rows..(room + 1) * self.rows;
        if let Some(here) = self.outcomes.get_mut(cells.clone()) {
            for (outcome, slot) in visit.outcomes().iter().zip(&slots.outcomes) {
                if let Some(cell) = here.get_mut(*slot) {
                    cell[*outcome as usize] += 1;
                }
            }
        }
        if let Some(here) = self.amounts.get_mut(cells) {
            for (amount, slot) in visit.amounts().iter().zip(&slots.amounts) {
                if let Some(cell) = here.get_mut(*slot) {
                    cell.add(*amount);
                }
            }
        }
    }

    /// One row's cells, the classrooms in the order given.
    pub(super) fn column(&self, row: usize, rooms: &[usize]) -> Column {
        let mut column = Column {
            tally: Tally::default(),
            looks: Vec::with_capacity(rooms.len()),
            amount: AmountTally::default(),
            amounts: Vec::new(),
        };
        for room in rooms {
            let at = room * self.rows + row;
            if let Some(cell) = self.outcomes.get(at) {
                let mut tally = Tally::default();
                for (outcome, visits) in ALL.into_iter().zip(cell) {
                    tally.add(outcome, *visits);
                }
                column.tally.plus(tally);
                column
                    .looks
                    .extend(ClusterCount::new(tally.shown(), tally.looked()));
            }
            if let Some(amount) = self.amounts.get(at).filter(|amount| amount.visits > 0) {
                column.amount.plus(*amount);
                column.amounts.push(*amount);
            }
        }
        column
    }
}

impl Column {
    /// Distinct classrooms in which it was looked for.
    pub(super) fn rooms_looked(&self) -> u32 {
        count(self.looks.iter().filter(|room| room.looked() > 0).count())
    }

    /// Distinct classrooms in which its amount was taken.
    pub(super) fn rooms_measured(&self) -> u32 {
        count(self.amounts.len())
    }

    /// The amounts in the unit in which they are expected.
    pub(super) fn in_unit(&self, kind: &Kind) -> Vec<ClusterAmount> {
        self.amounts
            .iter()
            .filter_map(|room| ClusterAmount::new(room.amount as f64, room.exposure(kind)).ok())
            .collect()
    }
}

/// A number of classrooms or visits; no district has 2³² of them.
pub(super) fn count(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}
