use super::{Comparison, ComparisonRow};
use crate::stats::{PValue, Share, Standing, benjamini_hochberg};

/// Of the discrepancies that call for action, no more than this share is expected to be chance.
pub const CHANCE_AMONG_CALLS: f64 = 0.05;

/// A look-for of which something is expected and that stands below it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Discrepancy<'a> {
    /// What was observed, and what is expected.
    pub row: &'a ComparisonRow,
    /// The smallest share of chance among the calls at which this one would still be a call.
    pub adjusted: PValue,
    /// It calls for action; otherwise it may be chance.
    pub calls: bool,
}

/// What stands below at a check date, those that call for action first, and among equals the largest gap first.
///
/// Every look-for with an expectation and visits is a test, also those that stand well: to look only at the bad ones
/// would call chance a finding. A look-for that stands below but has too few visits or too many blanks is not among
/// them, because its standing says so first.
///
/// The rule is that of [`benjamini_hochberg`], at [`CHANCE_AMONG_CALLS`].
#[must_use]
pub fn discrepancies(comparison: &Comparison) -> Vec<Discrepancy<'_>> {
    let tested: Vec<_> = comparison.rows.iter().filter_map(|row| Some((row, row.shortfall_by_chance?))).collect();
    let p_values: Vec<PValue> = tested.iter().map(|(_, p)| *p).collect();
    let level = Share::new(CHANCE_AMONG_CALLS).unwrap_or(Share::ZERO);
    let found = benjamini_hochberg(&p_values, level);
    let below = tested.iter().zip(found).filter(|((row, _), _)| row.standing == Some(Standing::Below));
    let mut below: Vec<_> =
        below.map(|((row, _), found)| Discrepancy { row, adjusted: found.adjusted, calls: found.passes }).collect();
    let gap = |one: &Discrepancy<'_>| one.row.comparable_gap().unwrap_or(0.0);
    below.sort_by(|one, other| other.calls.cmp(&one.calls).then(gap(other).total_cmp(&gap(one))));
    below
}
