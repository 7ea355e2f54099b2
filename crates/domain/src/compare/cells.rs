use std::collections::BTreeMap;

use super::plan::{Held, Planned, Versions};
use super::{AmountTally, Tally};
use crate::fact::Row;
use crate::framework::{Framework, Kind};
use crate::id::DocumentHash;
use crate::stats::{ClusterAmount, ClusterCount};
use crate::visit::Outcome;

/// Visits by outcome, in the order of [`OUTCOMES`].
type Counts = [u32; OUTCOMES.len()];

/// In the order in which they are declared.
const OUTCOMES: [Outcome; 5] =
    [Outcome::Shown, Outcome::NotShown, Outcome::NotApplicable, Outcome::CouldNotJudge, Outcome::Blank];

/// Visits by framework version, classroom, look-for and outcome.
pub(super) struct Cells {
    tables: BTreeMap<DocumentHash, Table>,
}

/// One version's cells, filled by counting up, with nothing looked up and nothing allocated a visit. A classroom's
/// cells lie side by side, in the version's reading order.
pub(super) struct Table {
    looks: usize,
    outcomes: Vec<Counts>,
    sums: usize,
    amounts: Vec<AmountTally>,
}

/// One comparison row's cells, classroom by classroom.
#[derive(Default)]
pub(super) struct Column {
    pub(super) tally: Tally,
    pub(super) looks: Vec<ClusterCount>,
    pub(super) amount: AmountTally,
    /// Only of classrooms in which it was taken.
    pub(super) amounts: Vec<AmountTally>,
}

impl Cells {
    pub(super) fn new(rooms: usize, versions: &Versions<'_>) -> Self {
        let table = |(version, framework): (&DocumentHash, &&Framework)| (*version, Table::new(rooms, framework));
        Self { tables: versions.iter().map(table).collect() }
    }

    /// The cells of a version; `None` for one that no observed visit was recorded with.
    pub(super) fn table(&mut self, version: &DocumentHash) -> Option<&mut Table> {
        self.tables.get_mut(version)
    }

    /// The cells of one comparison row, the classrooms in the order given.
    pub(super) fn column(&self, row: &Planned<'_>, rooms: &[usize]) -> Column {
        let mut column = Column::default();
        let mut all = Counts::default();
        let tables: Vec<_> = row.held.iter().filter_map(|held| Some((self.tables.get(&held.version)?, held))).collect();
        column.looks.reserve(rooms.len());
        for room in rooms {
            let (mut shown, mut looked) = (0, 0);
            let mut amount = AmountTally::default();
            for (table, held) in &tables {
                if let Some(cell) = table.outcomes(*room, held) {
                    let [here, not_here, ..] = *cell;
                    shown += here;
                    looked += here + not_here;
                    plus(&mut all, cell);
                }
                if let Some(cell) = table.amount(*room, held) {
                    amount.plus(*cell);
                }
            }
            column.looks.extend(ClusterCount::new(shown, looked));
            if amount.visits > 0 {
                column.amount.plus(amount);
                column.amounts.push(amount);
            }
        }
        for (outcome, visits) in OUTCOMES.into_iter().zip(all) {
            column.tally.add(outcome, visits);
        }
        column
    }
}

impl Table {
    fn new(rooms: usize, framework: &Framework) -> Self {
        let looks = framework.look_fors().count();
        let with_amount = framework.look_fors().filter(|one| one.kind.is_amount());
        let sums = with_amount.count();
        Self {
            looks,
            outcomes: vec![Counts::default(); rooms * looks],
            sums,
            amounts: vec![AmountTally::default(); rooms * sums],
        }
    }

    /// Counts one visit to a classroom.
    pub(super) fn add(&mut self, room: usize, visit: Row<'_>) {
        let cells = room * self.looks..(room + 1) * self.looks;
        if let Some(here) = self.outcomes.get_mut(cells) {
            for (cell, outcome) in here.iter_mut().zip(visit.outcomes()) {
                cell[*outcome as usize] += 1;
            }
        }
        let cells = room * self.sums..(room + 1) * self.sums;
        if let Some(here) = self.amounts.get_mut(cells) {
            for (cell, amount) in here.iter_mut().zip(visit.amounts()) {
                cell.add(*amount);
            }
        }
    }

    fn outcomes(&self, room: usize, held: &Held) -> Option<&Counts> {
        self.outcomes.get(room * self.looks + held.look)
    }

    fn amount(&self, room: usize, held: &Held) -> Option<&AmountTally> {
        self.amounts.get(room * self.sums + held.sum?)
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

fn plus(all: &mut Counts, more: &Counts) {
    for (all, more) in all.iter_mut().zip(more) {
        *all += more;
    }
}

/// A number of classrooms or visits; no district has 2³² of them.
pub(super) fn count(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}
