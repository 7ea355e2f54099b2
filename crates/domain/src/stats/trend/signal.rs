use serde::{Deserialize, Serialize};

/// Something in a chart that chance alone seldom does. It says that the series moved, not why, and not that the move
/// is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Signal {
    /// So many points in a row on one side of the centre line: the level has shifted.
    LongRun {
        /// Points in the longest run.
        points: u32,
        /// The longest that is still unremarkable in a series of this length.
        at_most: u32,
    },
    /// The line crosses the centre so seldom that the points drift or come in waves.
    FewCrossings {
        /// How often it crosses.
        crossings: u32,
        /// The fewest that are still unremarkable in a series of this length.
        at_least: u32,
    },
    /// A point lies outside the limits that the baseline sets.
    OutsideLimits {
        /// Which point, counted from 0.
        position: usize,
        /// On which side.
        side: Side,
    },
}

/// A side of the centre line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Higher.
    Above,
    /// Lower.
    Below,
}
