use super::order::by_gap;
use super::{Comparison, ComparisonRow, Order};
use crate::stats::Standing;

/// No more look-fors than this are praised, and no more named as furthest below: a page is read, a list is not.
pub const MOST_NAMED: usize = 3;

/// What a one-page summary for staff says. It names look-fors, never people or rooms.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary<'a> {
    /// Visits of the week, those with nothing to observe included.
    pub visits: u32,
    /// Distinct classrooms that they went to.
    pub classrooms: u32,
    /// Met, furthest past the expectation first, then close, nearest first; at most [`MOST_NAMED`].
    pub going_well: Vec<&'a ComparisonRow>,
    /// Below, furthest first; at most [`MOST_NAMED`].
    pub furthest_below: Vec<&'a ComparisonRow>,
    /// Expected, but there is not enough evidence yet to say where it stands; in reading order.
    pub not_enough: Vec<&'a ComparisonRow>,
}

/// Picks what a summary says. One week has too few visits to judge by, so the verdicts come from everything `so_far`
/// (say, the term), and only the numbers of visits and rooms from `week`
/// ([`Selection::in_week_of`](super::Selection::in_week_of)).
#[must_use]
pub fn summary<'a>(so_far: &'a Comparison, week: &Comparison) -> Summary<'a> {
    let by_largest_gap = so_far.sorted(Order::LargestGap);
    let standing = |wanted: Standing| {
        let rows = by_largest_gap.iter().copied();
        rows.filter(move |row| row.standing == Some(wanted))
    };
    let mut good: Vec<_> = standing(Standing::Met).chain(standing(Standing::Close)).collect();
    good.sort_by_key(|row| (row.standing != Some(Standing::Met), by_gap(row).0));
    good.truncate(MOST_NAMED);
    Summary {
        visits: week.visits + week.nothing_to_observe,
        classrooms: week.coverage.visited,
        going_well: good,
        furthest_below: standing(Standing::Below).take(MOST_NAMED).collect(),
        not_enough: so_far.rows.iter().filter(|row| row.standing.is_some_and(undecided)).collect(),
    }
}

fn undecided(standing: Standing) -> bool {
    match standing {
        Standing::NoVisits | Standing::TooManyBlanks | Standing::TooFew | Standing::CannotTell => true,
        Standing::Met | Standing::Close | Standing::Below => false,
    }
}
