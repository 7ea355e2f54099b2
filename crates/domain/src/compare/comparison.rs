use serde::{Deserialize, Serialize};

use super::{Asked, ComparisonRow, Ground, Selection};
use crate::time::Date;

/// What a selection of visits says about every look-for in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// Visits in which there was something to observe: those that the rows rest on.
    pub visits: u32,
    /// Visits with nothing to observe: they count for coverage only.
    pub nothing_to_observe: u32,
    /// Which classrooms all of these went to.
    pub coverage: Coverage,
    /// The local dates of the first and the last of all these visits; `None` without visits.
    pub dates: Option<(Date, Date)>,
    /// How far off still counts as close: see [`crate::stats::Expected::closeness`].
    pub margin: f64,
    /// One a look-for, in reading order, strand by strand.
    pub rows: Vec<ComparisonRow>,
}

/// Which classrooms were visited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Coverage {
    /// Distinct classrooms visited, those that no roster names included.
    pub visited: u32,
    /// Of those, the ones in scope.
    pub visited_in_scope: u32,
    /// Classrooms that the selection is about, as today's rosters have them; one whose grade or subject no roster says
    /// may be meant and counts. `None` when a school's roster is not here.
    pub in_scope: Option<u32>,
}

/// Holds what was observed against what is expected on the selection's last day, which is `today` at the latest.
#[must_use]
pub fn compare(ground: &Ground<'_>, selection: &Selection, today: Date) -> Comparison {
    Asked::of(ground, selection, today).compared()
}
