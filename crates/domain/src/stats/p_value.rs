use serde::{Deserialize, Serialize};

use super::OutOfRange;

/// How often chance alone would bring a result at least as far off as the one seen, if the expectation were just met;
/// `0..=1`, never NaN. Written as a plain number, and checked when read.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct PValue(f64);

impl PValue {
    /// Chance never brings that.
    pub const NEVER: PValue = PValue(0.0);
    /// Nothing to be explained: the result is not off at all.
    pub const ALWAYS: PValue = PValue(1.0);

    /// Fails for anything outside `0..=1`, NaN included.
    pub fn new(value: f64) -> Result<PValue, OutOfRange> {
        if (0.0..=1.0).contains(&value) { Ok(PValue(value + 0.0)) } else { Err(OutOfRange::PValue(value)) }
    }

    /// As a fraction of one, `0..=1`.
    pub fn get(self) -> f64 {
        self.0
    }
}

impl TryFrom<f64> for PValue {
    type Error = OutOfRange;

    fn try_from(value: f64) -> Result<PValue, OutOfRange> {
        PValue::new(value)
    }
}

impl From<PValue> for f64 {
    fn from(p: PValue) -> f64 {
        p.0
    }
}
