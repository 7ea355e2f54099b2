use serde::{Deserialize, Serialize};

use super::OutOfRange;

/// The range in which the true value plausibly lies. Both ends are finite and `low <= high`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Ends", into = "Ends")]
pub struct Interval {
    low: f64,
    high: f64,
}

impl Interval {
    /// Fails when an end is not finite or the ends are out of order.
    pub fn new(low: f64, high: f64) -> Result<Interval, OutOfRange> {
        if low.is_finite() && high.is_finite() && low <= high {
            Ok(Interval { low, high })
        } else {
            Err(OutOfRange::Interval { low, high })
        }
    }

    /// The lower end.
    pub fn low(self) -> f64 {
        self.low
    }

    /// The upper end; never below [`Interval::low`].
    pub fn high(self) -> f64 {
        self.high
    }

    /// Whether `value` lies between the ends or on one of them.
    pub fn contains(self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }
}

/// An observed value together with its interval, which contains it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "PointAndEnds", into = "PointAndEnds")]
pub struct Estimate {
    point: f64,
    interval: Interval,
}

impl Estimate {
    /// Fails when the point lies outside the interval: then one of the two belongs to something
    /// else.
    pub fn new(point: f64, interval: Interval) -> Result<Estimate, OutOfRange> {
        if interval.contains(point) { Ok(Estimate { point, interval }) } else { Err(OutOfRange::Estimate(point)) }
    }

    /// The value that was observed, in its own unit.
    pub fn point(self) -> f64 {
        self.point
    }

    /// Where the true value plausibly lies, in the unit of the point.
    pub fn interval(self) -> Interval {
        self.interval
    }
}

/// [`Interval`] as it is written: checked again by [`Interval::new`] when it is read.
#[derive(Serialize, Deserialize)]
struct Ends {
    low: f64,
    high: f64,
}

impl TryFrom<Ends> for Interval {
    type Error = OutOfRange;

    fn try_from(ends: Ends) -> Result<Interval, OutOfRange> {
        Interval::new(ends.low, ends.high)
    }
}

impl From<Interval> for Ends {
    fn from(interval: Interval) -> Ends {
        Ends { low: interval.low, high: interval.high }
    }
}

/// [`Estimate`] as it is written: checked again by [`Estimate::new`] when it is read.
#[derive(Serialize, Deserialize)]
struct PointAndEnds {
    point: f64,
    interval: Interval,
}

impl TryFrom<PointAndEnds> for Estimate {
    type Error = OutOfRange;

    fn try_from(written: PointAndEnds) -> Result<Estimate, OutOfRange> {
        Estimate::new(written.point, written.interval)
    }
}

impl From<Estimate> for PointAndEnds {
    fn from(estimate: Estimate) -> PointAndEnds {
        PointAndEnds { point: estimate.point, interval: estimate.interval }
    }
}
