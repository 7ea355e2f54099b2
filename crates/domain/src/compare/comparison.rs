use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::cells::{Cells, count};
use super::plan::{Versions, plan};
use super::rooms::Rooms;
use super::row::Bar;
use super::select::{Picked, picked};
use super::{ComparisonRow, Ground, Selection};
use crate::framework::Framework;
use crate::stats::{Rule, Share};
use crate::time::{Date, date_of_day};

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
    let last_day = selection.last_day(today);
    let packs: Vec<_> = picked(ground, selection).collect();
    let versions = versions(ground, &packs, last_day);
    let counted = Counted::of(&packs, &versions);

    let in_scope = ground.classrooms_in_scope(selection);
    let reach = counted.rooms.reach(in_scope.as_ref());
    let in_scope = in_scope.map(|schools| schools.values().map(BTreeSet::len).sum::<usize>());
    let rule = rule(ground.district.margin);
    let bar = Bar {
        expectations: &ground.district.expectations,
        common: ground.common(selection),
        last_day,
        rule,
        population: in_scope.map_or(0, |all| count(all + reach.besides)),
    };
    let order = counted.rooms.in_order();
    let rows = plan(&versions, selection).into_iter().map(|planned| {
        let column = counted.cells.column(&planned, &order);
        bar.row(&planned, &column)
    });
    Comparison {
        visits: counted.visits,
        nothing_to_observe: counted.nothing,
        coverage: Coverage {
            visited: count(reach.visited),
            visited_in_scope: count(reach.in_scope),
            in_scope: in_scope.map(count),
        },
        dates: counted.days.map(|(first, last)| (date_of_day(first.into()), date_of_day(last.into()))),
        margin: rule.margin.get(),
        rows: rows.collect(),
    }
}

/// The framework versions that visits of the selection were recorded with; when there are none, the one that holds on
/// the last day, so that an empty selection still says what is expected.
fn versions<'a>(ground: &Ground<'a>, packs: &[Picked<'a>], last_day: Date) -> Versions<'a> {
    let mut used = Versions::new();
    for Picked { pack, framework, filter } in packs {
        let version = pack.key.framework;
        let observed = || pack.rows().any(|(_, row)| !row.nothing() && filter.takes(row));
        if !used.contains_key(&version) && observed() {
            used.insert(version, *framework);
        }
    }
    if used.is_empty() {
        let begun = |framework: &Framework| framework.effective <= last_day;
        let holds = ground
            .frameworks
            .iter()
            .max_by_key(|(hash, framework)| (begun(framework), framework.effective, framework.version, **hash));
        used.extend(holds.map(|(hash, framework)| (*hash, *framework)));
    }
    used
}

/// The district's margin with the minimums everyone has; ten points when its margin is not a share.
fn rule(margin: f64) -> Rule {
    let usual = Rule::default();
    Rule { margin: Share::new(margin).unwrap_or(usual.margin), ..usual }
}

/// All visits of the selection, counted.
struct Counted<'a> {
    visits: u32,
    nothing: u32,
    /// First and last.
    days: Option<(i32, i32)>,
    rooms: Rooms<'a>,
    cells: Cells,
}

impl<'a> Counted<'a> {
    fn of(packs: &[Picked<'a>], versions: &Versions<'_>) -> Self {
        let rooms = Rooms::of(packs);
        let cells = Cells::new(rooms.len(), versions);
        let mut counted = Self { visits: 0, nothing: 0, days: None, rooms, cells };
        for (number, picked) in packs.iter().enumerate() {
            counted.add(number, picked);
        }
        counted
    }

    fn add(&mut self, number: usize, Picked { pack, filter, .. }: &Picked<'a>) {
        let mut table = self.cells.table(&pack.key.framework);
        for (_, row) in pack.rows().filter(|(_, row)| filter.takes(*row)) {
            let day = row.day();
            self.days = Some(match self.days {
                Some((first, last)) => (first.min(day), last.max(day)),
                None => (day, day),
            });
            let room = self.rooms.visit(number, row.classroom(), row.nothing());
            if row.nothing() {
                self.nothing += 1;
            } else {
                self.visits += 1;
                if let (Some(room), Some(table)) = (room, table.as_mut()) {
                    table.add(room, row);
                }
            }
        }
    }
}
