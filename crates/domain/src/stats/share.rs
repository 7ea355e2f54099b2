use serde::{Deserialize, Serialize};

use super::OutOfRange;

/// A part of a whole, from 0 (none) to 1 (all); never NaN. Written as a plain number, and checked
/// when read.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Share(f64);

impl Share {
    /// None of it.
    pub const ZERO: Share = Share(0.0);
    /// All of it.
    pub const ONE: Share = Share(1.0);
    /// Ten points: the closeness margin of a district that has not set its own.
    pub(super) const TEN_POINTS: Share = Share(0.10);

    /// Fails for anything outside `0..=1`, NaN included.
    ///
    /// ```
    /// # use domain::stats::Share;
    /// assert_eq!(Share::new(0.8).map(Share::get), Ok(0.8));
    /// assert!(Share::new(80.0).is_err());
    /// ```
    pub fn new(value: f64) -> Result<Share, OutOfRange> {
        if (0.0..=1.0).contains(&value) {
            Ok(Share(value + 0.0)) // adding zero turns -0.0 into 0.0, which prints without a sign
        } else {
            Err(OutOfRange::Share(value))
        }
    }

    /// As a fraction of one, `0..=1`.
    pub fn get(self) -> f64 {
        self.0
    }

    /// What is left of the whole: `1 − self`.
    pub fn rest(self) -> Share {
        Share(1.0 - self.0)
    }
}

impl TryFrom<f64> for Share {
    type Error = OutOfRange;

    fn try_from(value: f64) -> Result<Share, OutOfRange> {
        Share::new(value)
    }
}

impl From<Share> for f64 {
    fn from(share: Share) -> f64 {
        share.0
    }
}
