use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::stats::Estimate;

/// Which way a series goes, as far as its visits can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Course {
    /// Surely higher at the end than at the start.
    Rising,
    /// Surely lower at the end than at the start.
    Falling,
    /// Surely no further from where it started than what counts as close.
    Steady,
    /// It may have risen, or fallen, by more than what counts as close.
    CannotTell,
}

impl Course {
    /// Reads the change from the first third of a series to its last.
    ///
    /// Rising and falling need an interval that excludes 0; steady one that stays within `close` of 0, in the unit of
    /// the change: for shares the district's closeness margin. A change that is certain but small is rising or falling
    /// all the same. A margin that is negative or no number leaves nothing steady.
    ///
    /// The change is that of [`change_over`](super::change_over), or for amounts
    /// [`difference_of_estimates`](crate::stats::difference_of_estimates) over the [`Thirds`]. Steady is equivalence
    /// reasoning: Piaggio and others, JAMA 308 (2012) 2594–2604.
    pub fn of(change: Estimate, close: f64) -> Course {
        let interval = change.interval();
        if interval.low() > 0.0 {
            Course::Rising
        } else if interval.high() < 0.0 {
            Course::Falling
        } else if -close <= interval.low() && interval.high() <= close {
            Course::Steady
        } else {
            Course::CannotTell
        }
    }
}

/// The parts of a series that are held against each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thirds {
    /// Positions of the first third.
    pub first: Range<usize>,
    /// Positions of the last third; as many, and none of the first.
    pub last: Range<usize>,
}

impl Thirds {
    /// The first and the last third of so many points, rounded down; what is over stays in the middle. `None` under
    /// three points.
    pub fn of(points: usize) -> Option<Thirds> {
        let third = points / 3;
        (third > 0).then(|| Thirds { first: 0..third, last: points - third..points })
    }
}
