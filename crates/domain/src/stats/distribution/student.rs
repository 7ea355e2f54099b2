use std::f64::consts::{FRAC_2_PI, FRAC_PI_2};

use super::beta::{Split, incomplete_beta};
use crate::stats::Z_95;

/// Up to here the probability is summed exactly; beyond, the expansion in 1/df is as good (error
/// under 1e-9).
const LAST_EXACT: u32 = 100;

/// Student's t for a two-sided 95 % interval: the value that |t| stays under with probability 0.95.
///
/// From 12.706 at one degree of freedom down towards [`Z_95`](crate::stats::Z_95), which it never falls
/// below. `None` at no degrees of freedom.
///
/// Student, "The probable error of a mean", Biometrika 6 (1908) 1–25; computed from Abramowitz and
/// Stegun, Handbook of Mathematical Functions (1964), 26.7.3 and 26.7.4 (finite sums) and 26.7.5
/// (expansion).
pub fn t_95(degrees_of_freedom: u32) -> Option<f64> {
    match degrees_of_freedom {
        0 => None,
        1..=LAST_EXACT => Some(by_bisection(degrees_of_freedom)),
        _ => Some(by_expansion(f64::from(degrees_of_freedom))),
    }
}

/// P(T ≤ t): the probability that Student's t is at most `t`, `0..=1`.
///
/// `None` at no degrees of freedom and for NaN.
///
/// Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.7.1 and 26.5.27: the incomplete beta function
/// at df/(df + t²), which keeps its digits in the tail where the finite sums do not.
pub fn t_cdf(t: f64, degrees_of_freedom: u32) -> Option<f64> {
    if degrees_of_freedom == 0 || t.is_nan() {
        return None;
    }
    let df = f64::from(degrees_of_freedom);
    // t²/df, or its inverse, whichever cannot overflow.
    let ratio = (t / df.sqrt()).powi(2);
    let angle = Split { below: 1.0 / (1.0 + ratio), above: 1.0 / (1.0 + ratio.recip()) };
    let tail = 0.5 * incomplete_beta(angle, df / 2.0, 0.5);
    Some(if t < 0.0 { tail } else { 1.0 - tail })
}

/// Solves in the angle θ = arctan(t/√df), which is bounded where t is not.
fn by_bisection(df: u32) -> f64 {
    let (mut low, mut high) = (0.0, FRAC_PI_2);
    // Each step halves an angle of 1.6; after 60 the ends are neighbouring numbers.
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if within(df, middle) < 0.95 {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::from(df).sqrt() * (0.5 * (low + high)).tan()
}

/// P(|T| ≤ √df·tan θ), A&S 26.7.3 for odd and 26.7.4 for even degrees of freedom. All terms are
/// positive, so nothing cancels.
fn within(df: u32, theta: f64) -> f64 {
    let (sin, cos) = theta.sin_cos();
    let odd = df % 2 == 1;
    let (first, step) = if odd { (cos, 2) } else { (1.0, 1) };
    let mut sum = 0.0;
    if df > 1 {
        let mut term = first;
        let mut factor = step;
        sum = term;
        while factor + 2 < df {
            term *= f64::from(factor) / f64::from(factor + 1) * cos * cos;
            sum += term;
            factor += 2;
        }
    }
    if odd { FRAC_2_PI * (theta + sin * sum) } else { sin * sum }
}

/// A&S 26.7.5: t as a series in 1/df around the normal deviate.
fn by_expansion(df: f64) -> f64 {
    let x = Z_95;
    let x2 = x * x;
    let first = x * (x2 + 1.0) / 4.0;
    let second = x * ((5.0 * x2 + 16.0) * x2 + 3.0) / 96.0;
    let third = x * (((3.0 * x2 + 19.0) * x2 + 17.0) * x2 - 15.0) / 384.0;
    let fourth = x * ((((79.0 * x2 + 776.0) * x2 + 1482.0) * x2 - 1920.0) * x2 - 945.0) / 92_160.0;
    x + (first + (second + (third + fourth / df) / df) / df) / df
}
