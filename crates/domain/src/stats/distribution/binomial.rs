use super::beta::{Split, incomplete_beta};

/// The probability of at most so many heads among so many tosses of a fair coin, `0..=1`.
///
/// Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.5.24.
pub(in crate::stats) fn at_most_in_tosses(heads: u32, tosses: u32) -> f64 {
    at_most_of(heads, tosses, 0.5).unwrap_or(1.0)
}

/// The probability that at most so many of `all` independent things happen, each of which happens with probability
/// `each`; `0..=1`. `None` unless `each` lies in `0..=1`.
///
/// Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.5.24.
pub fn at_most_of(happen: u32, all: u32, each: f64) -> Option<f64> {
    if !(0.0..=1.0).contains(&each) {
        return None;
    }
    if happen >= all {
        return Some(1.0);
    }
    let split = Split { below: 1.0 - each, above: each };
    Some(incomplete_beta(split, f64::from(all - happen), f64::from(happen) + 1.0))
}
