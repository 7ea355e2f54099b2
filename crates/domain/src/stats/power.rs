//! What a number of visits could show, and how many visits it would take: the answer to "can't tell
//! yet".

use super::{DesignEffect, Direction, Share};

/// Two-sided 5 %, to the two decimals the design fixes.
const Z_TWO_SIDED_5_PERCENT: f64 = 1.96;

/// 80 % power.
const Z_POWER_80_PERCENT: f64 = 0.842;

/// The gap that [`visits_for_gap`] asks for, as a share: 20 points.
const GAP: f64 = 0.2;

/// The smallest gap to the expectation that `looked` visits could show: 1.96·√(E(1 − E)·D/n), as a
/// share.
///
/// `None` when nothing was looked at. Above E ("at least") or 1 − E ("at most") no result whatever
/// could show a gap. At an expectation of 0 or 1 the formula gives 0, which is why expectations are
/// kept within 5–95 %.
///
/// The half-width of the interval that the expectation itself would have; Cochran, Sampling
/// Techniques (3rd ed. 1977), ch. 4 (sample size for a proportion), with the variance multiplied by
/// the design effect.
pub fn smallest_gap(expected: Share, looked: u32, design_effect: DesignEffect) -> Option<f64> {
    (looked > 0).then(|| {
        let variance = expected.get() * expected.rest().get() * design_effect.get() / f64::from(looked);
        Z_TWO_SIDED_5_PERCENT * variance.sqrt()
    })
}

/// How many visits show a gap of 20 points with 80 % power: D·((1.96·√(E(1 − E)) + 0.842·√(q(1 −
/// q)))/0.2)², rounded up, where q is 20 points short of E: E − 0.2 for "at least", E + 0.2 for "at
/// most".
///
/// At least 1. `None` when there are no 20 points to be short by: E under 0.2 for "at least", over
/// 0.8 for "at most".
///
/// The one-sample test of a proportion against a fixed value; Fleiss, Levin and Paik, Statistical
/// Methods for Rates and Proportions (3rd ed. 2003), ch. 2.
pub fn visits_for_gap(expected: Share, direction: Direction, design_effect: DesignEffect) -> Option<u32> {
    let e = expected.get();
    let q = match direction {
        Direction::AtLeast => e - GAP,
        Direction::AtMost => e + GAP,
    };
    let q = Share::new(q).ok()?;
    let deviation = |share: Share| (share.get() * share.rest().get()).sqrt();
    let root = (Z_TWO_SIDED_5_PERCENT * deviation(expected) + Z_POWER_80_PERCENT * deviation(q)) / GAP;
    let visits = (design_effect.get() * root * root).ceil();
    Some((visits as u32).max(1)) // `as` stops at u32::MAX, which no district reaches
}
