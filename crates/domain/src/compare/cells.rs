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

/// Visits by framework version, seat, look-for and outcome. A seat is what visits are told apart by: a classroom, a week,
/// a classroom in a part of the year.
pub(crate) struct Cells {
    tables: BTreeMap<DocumentHash, Table>,
}

/// One version's cells, filled by counting up, with nothing looked up and nothing allocated a visit. A seat's cells lie
/// side by side: for each outcome in turn all look-fors in the version's reading order, so that a processor counts
/// several of them at once.
pub(crate) struct Table {
    looks: usize,
    outcomes: Vec<u32>,
    sums: usize,
    amounts: Vec<AmountTally>,
}

/// One comparison row's cells, cluster by cluster.
#[derive(Default)]
pub(crate) struct Column {
    pub(crate) tally: Tally,
    pub(super) looks: Vec<ClusterCount>,
    pub(crate) amount: AmountTally,
    /// Only of clusters in which it was taken.
    pub(super) amounts: Vec<AmountTally>,
}

impl Cells {
    pub(crate) fn new(seats: usize, versions: &Versions<'_>) -> Self {
        let table = |(version, framework): (&DocumentHash, &&Framework)| (*version, Table::new(seats, framework));
        Self { tables: versions.iter().map(table).collect() }
    }

    /// The cells of a version; `None` for one that no observed visit was recorded with.
    pub(crate) fn table(&mut self, version: &DocumentHash) -> Option<&mut Table> {
        self.tables.get_mut(version)
    }

    /// The cells of every row, cluster by cluster in the order given; a cluster is the seats whose visits belong together.
    /// All rows at once: a seat's cells lie side by side, and are read from front to back.
    pub(crate) fn columns<Seats>(&self, rows: &[Planned<'_>], clusters: impl IntoIterator<Item = Seats>) -> Vec<Column>
    where
        Seats: IntoIterator<Item = usize> + Clone,
    {
        let tables = |row: &Planned<'_>| -> Vec<(&Table, Held)> {
            row.held.iter().filter_map(|held| Some((self.tables.get(&held.version)?, *held))).collect()
        };
        let tables: Vec<_> = rows.iter().map(tables).collect();
        let mut columns: Vec<Column> = rows.iter().map(|_| Column::default()).collect();
        for cluster in clusters {
            for (column, tables) in columns.iter_mut().zip(&tables) {
                column.add(tables, cluster.clone());
            }
        }
        columns
    }
}

impl Table {
    fn new(seats: usize, framework: &Framework) -> Self {
        let looks = framework.look_fors().count();
        let with_amount = framework.look_fors().filter(|one| one.kind.is_amount());
        let sums = with_amount.count();
        Self {
            looks,
            outcomes: vec![0; seats * looks * OUTCOMES.len()],
            sums,
            amounts: vec![AmountTally::default(); seats * sums],
        }
    }

    /// Counts one visit.
    pub(crate) fn add(&mut self, seat: usize, visit: Row<'_>) {
        let width = self.looks * OUTCOMES.len();
        if let Some(here) = self.outcomes.get_mut(seat * width..(seat + 1) * width) {
            for (counted, cells) in OUTCOMES.into_iter().zip(here.chunks_exact_mut(self.looks.max(1))) {
                for (cell, outcome) in cells.iter_mut().zip(visit.outcomes()) {
                    *cell += u32::from(*outcome == counted);
                }
            }
        }
        let cells = seat * self.sums..(seat + 1) * self.sums;
        if let Some(here) = self.amounts.get_mut(cells) {
            for (cell, amount) in here.iter_mut().zip(visit.amounts()) {
                cell.add(*amount);
            }
        }
    }

    fn outcomes(&self, seat: usize, held: Held, counts: &mut Counts) {
        let first = seat * OUTCOMES.len() * self.looks + held.look;
        for (nth, count) in counts.iter_mut().enumerate() {
            *count += self.outcomes.get(first + nth * self.looks).copied().unwrap_or(0);
        }
    }

    fn amount(&self, seat: usize, held: Held) -> Option<&AmountTally> {
        self.amounts.get(seat * self.sums + held.sum?)
    }
}

impl Column {
    /// Adds the visits of one more cluster.
    fn add(&mut self, tables: &[(&Table, Held)], seats: impl IntoIterator<Item = usize>) {
        let mut counts = Counts::default();
        let mut amount = AmountTally::default();
        for seat in seats {
            for (table, held) in tables {
                table.outcomes(seat, *held, &mut counts);
                if let Some(cell) = table.amount(seat, *held) {
                    amount.plus(*cell);
                }
            }
        }
        let [shown, not_shown, ..] = counts;
        self.looks.extend(ClusterCount::new(shown, shown + not_shown));
        if amount.visits > 0 {
            self.amount.plus(amount);
            self.amounts.push(amount);
        }
        for (outcome, visits) in OUTCOMES.into_iter().zip(counts) {
            self.tally.add(outcome, visits);
        }
    }

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
pub(crate) fn count(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}
