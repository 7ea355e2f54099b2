use serde::{Deserialize, Serialize};

use super::{Direction, Estimate, Expected, Interval};

/// How far short of the expectation an estimate is, in its own unit: "22–47 points short".
///
/// Positive is short (under a floor, over a cap), negative is past it in the good direction. Below
/// every cap and above every floor the whole interval is negative; where it straddles 0 the visits
/// cannot tell.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Gap(Estimate);

impl Gap {
    /// (E − U, E − L) around E − p for "at least"; (L − E, U − E) around p − E for "at most". The
    /// expectation is a decision, not a measurement, so the gap is exactly as uncertain as the
    /// estimate.
    ///
    /// `None` when a difference is too large for an `f64`.
    pub fn between(observed: Estimate, expected: Expected) -> Option<Gap> {
        let (point, level) = (observed.point(), expected.level());
        let (low, high) = (observed.interval().low(), observed.interval().high());
        let (point, low, high) = match expected.direction() {
            Direction::AtLeast => (level - point, level - high, level - low),
            Direction::AtMost => (point - level, low - level, high - level),
        };
        Estimate::new(point, Interval::new(low, high).ok()?).ok().map(Gap)
    }

    /// How far short the observed value itself is; negative when it is past the expectation.
    pub fn point(self) -> f64 {
        self.0.point()
    }

    /// Between what and what the shortfall plausibly lies; contains [`Gap::point`].
    pub fn interval(self) -> Interval {
        self.0.interval()
    }
}
