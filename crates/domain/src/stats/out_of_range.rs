use thiserror::Error;

/// A number that cannot be what it claims to be. Each variant carries the numbers that were
/// refused.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum OutOfRange {
    /// A share lies in `0..=1`.
    #[error("a share lies between 0 and 1, not at {0}")]
    Share(f64),
    /// Both ends of an interval are finite and in order.
    #[error("an interval runs upwards between finite ends, not from {low} to {high}")]
    Interval {
        /// The end given as the lower one.
        low: f64,
        /// The end given as the upper one.
        high: f64,
    },
    /// An estimate lies inside its own interval.
    #[error("an estimate lies inside its interval, not at {0}")]
    Estimate(f64),
    /// A look-for cannot be shown more often than it was looked at.
    #[error("shown {shown} times in {looked} looks")]
    MoreShownThanLooked {
        /// Visits that showed the look-for.
        shown: u32,
        /// Visits in which it was looked at.
        looked: u32,
    },
    /// An amount is finite and not negative, and was watched for a finite time above zero.
    #[error("an amount of {amount} over {watched} watched is not an observation")]
    Amount {
        /// What was counted or timed.
        amount: f64,
        /// What it was counted or timed over.
        watched: f64,
    },
    /// An expected amount is finite and not negative.
    #[error("an expected amount is finite and not negative, not {0}")]
    ExpectedAmount(f64),
    /// Looks that a share rests on are a finite number above zero.
    #[error("a share rests on a number of looks above zero, not on {0}")]
    EffectiveN(f64),
    /// A probability lies in `0..=1`.
    #[error("a probability lies between 0 and 1, not at {0}")]
    PValue(f64),
}
