use crate::stats::OutOfRange;

/// One week, month or term of a series: `shown` of `looked` visits, at least one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    shown: u32,
    looked: u32,
}

impl Point {
    /// Fails when the look-for was shown more often than it was looked at, and when nobody looked: a period without
    /// visits is no point, and never 0 %.
    pub fn new(shown: u32, looked: u32) -> Result<Point, OutOfRange> {
        if looked == 0 {
            Err(OutOfRange::EffectiveN(0.0))
        } else if shown > looked {
            Err(OutOfRange::MoreShownThanLooked { shown, looked })
        } else {
            Ok(Point { shown, looked })
        }
    }

    /// Visits that showed the look-for.
    pub fn shown(self) -> u32 {
        self.shown
    }

    /// Visits in which it was looked at; at least 1.
    pub fn looked(self) -> u32 {
        self.looked
    }

    /// Shown of looked, `0..=1`.
    pub fn share(self) -> f64 {
        f64::from(self.shown) / f64::from(self.looked)
    }
}
