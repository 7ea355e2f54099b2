use super::beta::{Split, incomplete_beta};

/// The probability of at most so many heads among so many tosses of a fair coin, `0..=1`.
///
/// Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.5.24.
pub(in crate::stats) fn at_most_in_tosses(heads: u32, tosses: u32) -> f64 {
    if heads >= tosses {
        return 1.0;
    }
    incomplete_beta(Split { below: 0.5, above: 0.5 }, f64::from(tosses - heads), f64::from(heads) + 1.0)
}
