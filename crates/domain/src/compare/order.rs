use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::{Comparison, ComparisonRow};
use crate::stats::Standing;

/// In which order rows are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Order {
    /// Strand by strand, as the framework has them.
    #[default]
    Strand,
    /// What is below first, the largest gap at the top; then what cannot be told; then what is close, met, and not
    /// expected.
    LargestGap,
}

impl Comparison {
    /// The rows in the order asked for. Rows that are alike stay in reading order.
    #[must_use]
    pub fn sorted(&self, order: Order) -> Vec<&ComparisonRow> {
        let mut rows: Vec<_> = self.rows.iter().collect();
        match order {
            Order::Strand => {}
            Order::LargestGap => rows.sort_by_cached_key(|row| (urgency(row.standing), by_gap(row))),
        }
        rows
    }
}

/// How soon a standing wants to be read.
fn urgency(standing: Option<Standing>) -> u8 {
    match standing {
        Some(Standing::Below) => 0,
        Some(Standing::CannotTell) => 1,
        Some(Standing::TooFew) => 2,
        Some(Standing::TooManyBlanks) => 3,
        Some(Standing::NoVisits) => 4,
        Some(Standing::Close) => 5,
        Some(Standing::Met) => 6,
        None => 7,
    }
}

/// The largest gap first, none last; in millionths, which order as numbers do and never tie with NaN.
pub(super) fn by_gap(row: &ComparisonRow) -> Reverse<Option<i64>> {
    Reverse(row.comparable_gap().map(|gap| (gap * 1e6) as i64))
}
