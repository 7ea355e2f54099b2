use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why a series has no limits yet.
#[derive(Debug, Clone, Copy, PartialEq, Error, Serialize, Deserialize)]
pub enum TooThin {
    /// Under [`MINIMUM_BASELINE`](super::MINIMUM_BASELINE) points to take limits from.
    #[error("{baseline} of {all} points are before the plan: too few to take limits from")]
    FewPoints {
        /// Points before the plan.
        baseline: usize,
        /// Points in the whole series.
        all: usize,
    },
    /// A typical point has under [`MINIMUM_COUNT`](super::MINIMUM_COUNT) visits of one kind.
    #[error("a typical point has {typical} visits that show it, or that do not: too few for limits")]
    SmallCounts {
        /// The median of n·p or n·(1 − p) over the baseline, whichever is smaller.
        typical: f64,
    },
    /// The baseline never moves, so that nothing says how far it might.
    #[error("every point of the baseline is the same")]
    NoSpread,
}
