use serde::{Deserialize, Serialize};

use super::{OutOfRange, Share};

/// Which side of the expected level is the good one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// The expected level or more of it.
    AtLeast,
    /// The expected level or less of it.
    AtMost,
}

/// What is being expected, which decides how wide a closeness margin is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// The share of visits that show the look-for. The margin is in points: 10 % of 80 % means from
    /// 70 % on.
    ShareOfVisits,
    /// An amount per time or per student. Amounts have no common scale, so the margin is a part of
    /// the expected level: 10 % of "6 per ten minutes" means from 5.4 on.
    Amount,
}

/// The level a number is held against: finite, not negative, in the number's own unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Expected {
    level: f64,
    direction: Direction,
    measure: Measure,
}

impl Expected {
    /// Expects a share of visits.
    pub fn share(level: Share, direction: Direction) -> Expected {
        Expected { level: level.get(), direction, measure: Measure::ShareOfVisits }
    }

    /// Expects an amount. Fails when the level is negative or not finite.
    pub fn amount(level: f64, direction: Direction) -> Result<Expected, OutOfRange> {
        if level.is_finite() && level >= 0.0 {
            Ok(Expected { level, direction, measure: Measure::Amount })
        } else {
            Err(OutOfRange::ExpectedAmount(level))
        }
    }

    /// The level itself.
    pub fn level(self) -> f64 {
        self.level
    }

    /// Whether the level is a floor or a cap.
    pub fn direction(self) -> Direction {
        self.direction
    }

    /// Whether the level is a share of visits or an amount.
    pub fn measure(self) -> Measure {
        self.measure
    }

    /// How far off still counts as close, in the unit of the level: `margin` points of a share of
    /// visits, that part of the level of an amount.
    pub fn closeness(self, margin: Share) -> f64 {
        match self.measure {
            Measure::ShareOfVisits => margin.get(),
            Measure::Amount => margin.get() * self.level,
        }
    }
}
