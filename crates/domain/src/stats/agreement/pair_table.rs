use super::{BadRatings, Codes};

/// How often two observers put a unit into which pair of categories: a square table of counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairTable {
    rows: Vec<Vec<u32>>,
}

impl PairTable {
    /// One row a category of the first observer, in it one count a category of the second.
    ///
    /// Fails with fewer than two rows, and when a row has another length than there are rows.
    pub fn new(rows: Vec<Vec<u32>>) -> Result<PairTable, BadRatings> {
        let categories = rows.len();
        if categories < 2 {
            return Err(BadRatings::FewCategories { categories });
        }
        match rows.iter().enumerate().find(|(_, row)| row.len() != categories) {
            Some((unit, row)) => Err(BadRatings::Uneven { unit, places: row.len(), observers: categories }),
            None => Ok(PairTable { rows }),
        }
    }

    /// The units that both observers judged; the observers by their place, from 0. `None` for an observer that there
    /// is not, or the same one twice.
    pub fn of(codes: &Codes, first: usize, second: usize) -> Option<PairTable> {
        let observers = codes.units().first().map_or(0, Vec::len);
        if first == second || first.max(second) >= observers {
            return None;
        }
        let mut rows = vec![vec![0_u32; codes.categories()]; codes.categories()];
        for unit in codes.units() {
            if let (Some(Some(one)), Some(Some(other))) = (unit.get(first), unit.get(second)) {
                let count = rows.get_mut(*one)?.get_mut(*other)?;
                *count = count.checked_add(1)?;
            }
        }
        Some(PairTable { rows })
    }

    /// How many units both observers judged.
    pub fn units(&self) -> u64 {
        self.rows.iter().flatten().map(|count| u64::from(*count)).sum()
    }

    /// How many categories there are; at least 2.
    pub fn categories(&self) -> usize {
        self.rows.len()
    }

    /// Every pair of categories, by number, with its share of all units; nothing without units.
    pub(super) fn shares(&self) -> impl Iterator<Item = (usize, usize, f64)> {
        let units = self.units() as f64;
        self.rows.iter().enumerate().flat_map(move |(one, row)| {
            row.iter().enumerate().map(move |(other, count)| (one, other, f64::from(*count) / units))
        })
    }
}
