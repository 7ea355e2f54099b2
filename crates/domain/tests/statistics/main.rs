//! Every statistic against published numbers, or against arithmetic that is written out here.

#![expect(clippy::unwrap_used, reason = "a test that cannot build its numbers should fail loudly")]

mod agreement;
mod clusters;
mod difference;
mod distribution;
mod laney;
mod power;
mod ratio;
mod reliability;
mod run_chart;
mod shortfall;
mod standing;
mod student;
mod wilson;
mod written_form;

use domain::stats::{ClusterAmount, ClusterCount, Estimate, Interval, Share};

/// Persons in the 30 households of a simple random sample from a census tract, and how many of them
/// had consulted a doctor within a year. Cochran, Sampling Techniques (3rd ed. 1977), ch. 3.
const PERSONS: [u32; 30] = [5, 6, 3, 3, 2, 3, 3, 3, 4, 4, 3, 2, 7, 4, 3, 5, 4, 4, 3, 3, 4, 3, 3, 1, 2, 4, 3, 4, 2, 4];
const SAW_A_DOCTOR: [u32; 30] =
    [5, 0, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 1, 2, 0, 0, 1, 3, 2, 0, 0, 0, 2, 2, 0, 2, 0, 1];

/// 25 subjects judged by different numbers of raters, and how many of those judged positive.
/// Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions (3rd ed. 2003), ch. 18;
/// also an example in the Stata manual, `kappa`.
const RATERS: [u32; 25] = [2, 2, 3, 4, 3, 4, 3, 5, 2, 4, 5, 3, 4, 4, 2, 2, 3, 2, 4, 5, 3, 4, 3, 3, 2];
const POSITIVE: [u32; 25] = [2, 0, 2, 3, 3, 1, 0, 0, 0, 4, 5, 3, 4, 3, 0, 2, 1, 1, 1, 4, 2, 0, 0, 3, 2];

fn share(value: f64) -> Share {
    Share::new(value).unwrap()
}

fn pairs<const N: usize>(first: [u32; N], second: [u32; N]) -> Vec<(u32, u32)> {
    first.into_iter().zip(second).collect()
}

fn counts(looked_and_shown: &[(u32, u32)]) -> Vec<ClusterCount> {
    looked_and_shown.iter().map(|&(looked, shown)| ClusterCount::new(shown, looked).unwrap()).collect()
}

fn amounts(amount_and_watched: &[(f64, f64)]) -> Vec<ClusterAmount> {
    amount_and_watched.iter().map(|&(amount, watched)| ClusterAmount::new(amount, watched).unwrap()).collect()
}

fn estimate(low: f64, point: f64, high: f64) -> Estimate {
    Estimate::new(point, Interval::new(low, high).unwrap()).unwrap()
}

#[track_caller]
fn assert_near(found: f64, published: f64, within: f64) {
    assert!((found - published).abs() <= within, "found {found}, published {published}");
}
