use serde::{Deserialize, Serialize};

use super::{Asked, ComparisonRow, Ground, Selection};
use crate::framework::LookFor;
use crate::id::{LookForId, SchoolId};
use crate::stats::{Estimate, Standing};
use crate::time::Date;

/// Schools side by side: where each stands in each look-for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Schools {
    /// The columns: every look-for of the selection as its newest version has it, in reading order.
    pub look_fors: Vec<LookFor>,
    /// The lines, in the order of the schools' keys.
    pub lines: Vec<SchoolLine>,
}

/// One school.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SchoolLine {
    /// Which one.
    pub school: SchoolId,
    /// Visits in which there was something to observe.
    pub visits: u32,
    /// One a column; `None` where the school's visits observe the look-for another way, or not at all.
    pub cells: Vec<Option<SchoolCell>>,
}

/// One look-for in one school.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct SchoolCell {
    /// Observed against what is expected of that school; `None` without an expectation.
    pub standing: Option<Standing>,
    /// Visits that it rests on.
    pub visits: u32,
    /// A share of visits, or the look-for's own unit; `None` when it has no interval.
    pub estimate: Option<Estimate>,
    /// How far short it is, on a scale that all look-fors share: see [`ComparisonRow::comparable_gap`].
    pub gap: Option<f64>,
}

/// Compares each school of a selection by itself, with its own expectations and classrooms.
#[must_use]
pub fn by_school(ground: &Ground<'_>, selection: &Selection, today: Date) -> Schools {
    let together = Asked::of(ground, selection, today);
    let alone: Vec<Selection> = ground
        .schools(selection)
        .into_iter()
        .map(|school| Selection { schools: vec![school.clone()], ..selection.clone() })
        .collect();
    let line = |alone: &Selection| Some(line(alone.schools.first()?, &together.again(alone)));
    Schools {
        look_fors: together.rows.iter().map(|planned| planned.look_for.clone()).collect(),
        lines: alone.iter().filter_map(line).collect(),
    }
}

fn line(school: &SchoolId, asked: &Asked<'_>) -> SchoolLine {
    let comparison = asked.compared();
    let cell = |(row, observed): (&ComparisonRow, bool)| {
        observed.then(|| SchoolCell {
            standing: row.standing,
            visits: row.visits,
            estimate: row.estimate,
            gap: row.comparable_gap(),
        })
    };
    SchoolLine {
        school: school.clone(),
        visits: comparison.visits,
        cells: comparison.rows.iter().zip(asked.could_record()).map(cell).collect(),
    }
}

impl Schools {
    /// The lines with the largest gap in a look-for first; those without one last, in the order of their keys.
    #[must_use]
    pub fn by_gap(&self, look_for: &LookForId) -> Vec<&SchoolLine> {
        let column = self.look_fors.iter().position(|known| known.id == *look_for);
        let gap = |line: &SchoolLine| column.and_then(|at| line.cells.get(at).copied().flatten()?.gap);
        let mut lines: Vec<_> = self.lines.iter().collect();
        lines.sort_by(|one, other| {
            let (one, other) = (gap(one), gap(other));
            other.is_some().cmp(&one.is_some()).then(other.unwrap_or(0.0).total_cmp(&one.unwrap_or(0.0)))
        });
        lines
    }

    /// The lines with the most visits first.
    #[must_use]
    pub fn by_visits(&self) -> Vec<&SchoolLine> {
        let mut lines: Vec<_> = self.lines.iter().collect();
        lines.sort_by_key(|line| std::cmp::Reverse(line.visits));
        lines
    }
}
