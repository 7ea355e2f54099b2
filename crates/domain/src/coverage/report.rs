use serde::{Deserialize, Serialize};

use super::{Balance, Pace, RoomCoverage, balances, pace, rooms};
use crate::compare::{Ground, Selection};
use crate::time::Date;

/// Everything that coverage says of a selection.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Every classroom on the rosters.
    pub rooms: Vec<RoomCoverage>,
    /// How the visits are spread.
    pub balances: Vec<Balance>,
    /// Week by week.
    pub pace: Pace,
}

/// Which classrooms have been visited, how evenly, and whether the visits keep pace.
#[must_use]
pub fn report(ground: &Ground<'_>, selection: &Selection, today: Date) -> Report {
    Report {
        rooms: rooms(ground, selection),
        balances: balances(ground, selection),
        pace: pace(ground, selection, today),
    }
}
