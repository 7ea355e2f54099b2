use std::collections::BTreeMap;

use super::plan::{Planned, Versions};
use super::pooled::Held;
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
/// side by side, look-for by look-for in the version's reading order, as the visits have them; then what was merged since.
pub(crate) struct Table {
    /// The version's own look-fors.
    own: usize,
    /// Columns of outcomes.
    looks: usize,
    outcomes: Vec<Counts>,
    /// The version's own amounts.
    own_sums: usize,
    /// Columns of amounts.
    sums: usize,
    amounts: Vec<AmountTally>,
    /// Look-fors that count as one in a newer version.
    merged: Vec<Held>,
}

/// One comparison row's cells, cluster by cluster.
#[derive(Default)]
pub(crate) struct Column {
    /// All clusters together.
    sum: Cell,
    /// Only of clusters in which it was looked for.
    pub(super) looks: Vec<ClusterCount>,
    /// Only of clusters in which it was taken.
    pub(super) amounts: Vec<AmountTally>,
}

impl Cells {
    pub(crate) fn new(seats: usize, versions: &Versions<'_>, rows: &[Planned<'_>]) -> Self {
        let merged = |version: &DocumentHash| {
            let held = rows.iter().flat_map(|row| &row.held);
            held.filter(|held| held.version == *version && held.looks.len() > 1).cloned().collect()
        };
        let table = |(version, framework): (&DocumentHash, &&Framework)| {
            (*version, Table::new(seats, framework, merged(version)))
        };
        Self { tables: versions.iter().map(table).collect() }
    }

    /// The cells of a version; `None` for one that no observed visit was recorded with.
    pub(crate) fn table(&mut self, version: &DocumentHash) -> Option<&mut Table> {
        self.tables.get_mut(version)
    }

    /// Where a row's cells are.
    pub(super) fn of_row(&self, row: &Planned<'_>) -> OfRow<'_> {
        let place = |held: &Held| {
            let table = self.tables.get(&held.version)?;
            Some((table, table.place(held)?))
        };
        OfRow(row.held.iter().filter_map(place).collect())
    }
}

/// The cells of one row, in every version that observes it alike.
pub(super) struct OfRow<'c>(Vec<(&'c Table, Place)>);

/// A column of outcomes, and one of amounts.
#[derive(Clone, Copy)]
struct Place {
    look: usize,
    sum: Option<usize>,
}

/// One row's visits at one seat.
#[derive(Clone, Copy, Default)]
pub(super) struct Cell {
    counts: Counts,
    amount: AmountTally,
}

impl OfRow<'_> {
    pub(super) fn cell(&self, seat: usize) -> Cell {
        let mut cell = Cell::default();
        for (table, place) in &self.0 {
            cell.plus(table.cell(seat, *place));
        }
        cell
    }
}

impl Cell {
    /// Puts the visits of two seats together.
    pub(super) fn plus(&mut self, other: Self) {
        add(&mut self.counts, &other.counts);
        self.amount.plus(other.amount);
    }
}

fn add(counts: &mut Counts, more: &Counts) {
    for (count, more) in counts.iter_mut().zip(more) {
        *count += more;
    }
}

impl Table {
    fn new(seats: usize, framework: &Framework, merged: Vec<Held>) -> Self {
        let own = framework.look_fors().count();
        let own_sums = framework.look_fors().filter(|one| one.kind.is_amount()).count();
        let (looks, sums) = (own + merged.len(), own_sums + merged.len());
        let (outcomes, amounts) = (vec![Counts::default(); seats * looks], vec![AmountTally::default(); seats * sums]);
        Self { own, looks, outcomes, own_sums, sums, amounts, merged }
    }

    /// Counts one visit.
    pub(crate) fn add(&mut self, seat: usize, visit: Row<'_>) {
        if let Some(here) = self.outcomes.get_mut(seat * self.looks..(seat + 1) * self.looks) {
            let (own, merged) = here.split_at_mut(self.own);
            for (cell, outcome) in own.iter_mut().zip(visit.outcomes()) {
                cell[*outcome as usize] += 1;
            }
            for (cell, held) in merged.iter_mut().zip(&self.merged) {
                if let Some(outcome) = held.outcome(visit) {
                    cell[outcome as usize] += 1;
                }
            }
        }
        let cells = seat * self.sums..(seat + 1) * self.sums;
        if let Some(here) = self.amounts.get_mut(cells) {
            let (own, merged) = here.split_at_mut(self.own_sums);
            for (cell, amount) in own.iter_mut().zip(visit.amounts()) {
                cell.add(*amount);
            }
            for (cell, held) in merged.iter_mut().zip(&self.merged) {
                cell.add(held.amount(visit));
            }
        }
    }

    fn place(&self, held: &Held) -> Option<Place> {
        if let ([look], sums) = (&held.looks[..], &held.sums) {
            return Some(Place { look: *look, sum: sums.first().copied() });
        }
        let merged = self.merged.iter().position(|merged| merged == held)?;
        let sum = (!held.sums.is_empty()).then_some(self.own_sums + merged);
        Some(Place { look: self.own + merged, sum })
    }

    fn cell(&self, seat: usize, place: Place) -> Cell {
        let counts = self.outcomes.get(seat * self.looks + place.look);
        let amount = place.sum.and_then(|sum| self.amounts.get(seat * self.sums + sum));
        Cell { counts: counts.copied().unwrap_or_default(), amount: amount.copied().unwrap_or_default() }
    }
}

impl Column {
    /// Adds the visits of one more cluster.
    pub(super) fn push(&mut self, cell: Cell) {
        let [shown, not_shown, ..] = cell.counts;
        if shown + not_shown > 0 {
            self.looks.extend(ClusterCount::new(shown, shown + not_shown));
        }
        if cell.amount.visits > 0 {
            self.amounts.push(cell.amount);
        }
        self.sum.plus(cell);
    }

    /// How it ended, over all clusters together.
    pub(crate) fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for (outcome, visits) in OUTCOMES.into_iter().zip(self.sum.counts) {
            tally.add(outcome, visits);
        }
        tally
    }

    /// What it amounts to, over all clusters together.
    pub(crate) fn amount(&self) -> AmountTally {
        self.sum.amount
    }

    /// Distinct classrooms in which it was looked for.
    pub(super) fn rooms_looked(&self) -> u32 {
        count(self.looks.len())
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

impl From<Cell> for Column {
    fn from(cell: Cell) -> Self {
        let mut column = Self::default();
        column.push(cell);
        column
    }
}

/// A number of classrooms or visits; no district has 2³² of them.
pub(crate) fn count(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}
