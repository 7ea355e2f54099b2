use std::collections::BTreeSet;

use super::cells::{Cells, Column, count};
use super::plan::{Planned, Versions, plan};
use super::rooms::{InScope, Reach, Rooms};
use super::row::Bar;
use super::select::{Picked, picked};
use super::{Comparison, Coverage, Ground, Selection};
use crate::fact::Row;
use crate::framework::Framework;
use crate::stats::{Rule, Share};
use crate::time::{Date, date_of_day};

/// A selection held against its ground: which packs to read, which rows there will be.
pub(crate) struct Asked<'a> {
    ground: &'a Ground<'a>,
    selection: &'a Selection,
    pub(crate) last_day: Date,
    pub(crate) versions: Versions<'a>,
    pub(crate) rows: Vec<Planned<'a>>,
    packs: Vec<Picked<'a>>,
    in_scope: Option<InScope<'a>>,
}

impl<'a> Asked<'a> {
    pub(crate) fn of(ground: &'a Ground<'a>, selection: &'a Selection, today: Date) -> Self {
        let last_day = selection.last_day(today);
        let packs: Vec<_> = picked(ground, selection).collect();
        let versions = versions(ground, &packs, last_day);
        let rows = plan(&versions, selection);
        Self { ground, selection, last_day, versions, rows, packs, in_scope: ground.classrooms_in_scope(selection) }
    }

    /// Every visit of the selection in which there was something to observe.
    pub(crate) fn observed(&self) -> impl Iterator<Item = Row<'a>> {
        self.packs.iter().flat_map(observed)
    }

    /// Counts every visit at the seat that `seat` gives it, of so many seats; one without a seat counts nowhere.
    pub(crate) fn count_by(&self, seats: usize, seat: impl Fn(Row<'a>) -> Option<usize>) -> Cells {
        let mut cells = Cells::new(seats, &self.versions);
        for picked in &self.packs {
            let Some(table) = cells.table(&picked.pack.key.framework) else { continue };
            for row in observed(picked) {
                if let Some(seat) = seat(row) {
                    table.add(seat, row);
                }
            }
        }
        cells
    }

    /// Counts every visit in its classroom, apart for each of so many parts; `part` gives one, from 0.
    pub(crate) fn count(&self, parts: usize, part: impl Fn(Row<'a>) -> usize) -> Counted<'a> {
        let rooms = Rooms::of(&self.packs);
        let cells = Cells::new(rooms.len() * parts, &self.versions);
        let order = rooms.in_order();
        let mut counted =
            Counted { visits: 0, nothing: 0, days: None, parts, rooms, order, reach: Reach::default(), cells };
        for (number, picked) in self.packs.iter().enumerate() {
            counted.add(number, picked, &part);
        }
        counted.reach = counted.rooms.reach(self.in_scope.as_ref());
        counted
    }

    /// What every row is held against.
    pub(crate) fn bar(&self, counted: &Counted<'_>) -> Bar<'a> {
        Bar {
            expectations: &self.ground.district.expectations,
            common: self.ground.common(self.selection),
            last_day: self.last_day,
            rule: rule(self.ground.district.margin),
            population: self.classrooms_in_scope().map_or(0, |all| count(all + counted.reach.besides)),
        }
    }

    pub(crate) fn comparison(&self, counted: &Counted<'_>, bar: &Bar<'_>) -> Comparison {
        let columns = counted.whole(&self.rows);
        let rows = self.rows.iter().zip(&columns).map(|(planned, column)| bar.row(planned, column));
        Comparison {
            visits: counted.visits,
            nothing_to_observe: counted.nothing,
            coverage: Coverage {
                visited: count(counted.reach.visited),
                visited_in_scope: count(counted.reach.in_scope),
                in_scope: self.classrooms_in_scope().map(count),
            },
            dates: counted.days.map(|(first, last)| (date_of_day(first.into()), date_of_day(last.into()))),
            margin: bar.rule.margin.get(),
            rows: rows.collect(),
        }
    }

    fn classrooms_in_scope(&self) -> Option<usize> {
        self.in_scope.as_ref().map(|schools| schools.values().map(BTreeSet::len).sum())
    }
}

/// A pack's visits in which there was something to observe.
fn observed<'a>(picked: &Picked<'a>) -> impl Iterator<Item = Row<'a>> {
    let rows = picked.pack.rows().map(|(_, row)| row);
    rows.filter(|row| !row.nothing() && picked.filter.takes(*row))
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

/// All visits of a selection, counted by classroom and part.
pub(crate) struct Counted<'a> {
    visits: u32,
    nothing: u32,
    /// First and last.
    days: Option<(i32, i32)>,
    parts: usize,
    rooms: Rooms<'a>,
    /// Their numbers in the order in which they are added up.
    order: Vec<usize>,
    /// How many of them the visits went to.
    reach: Reach,
    cells: Cells,
}

impl<'a> Counted<'a> {
    fn add(&mut self, number: usize, Picked { pack, filter, .. }: &Picked<'a>, part: impl Fn(Row<'a>) -> usize) {
        let (rooms, mut table) = (self.rooms.len(), self.cells.table(&pack.key.framework));
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
                    table.add(part(row) * rooms + room, row);
                }
            }
        }
    }

    /// Every row over all parts, classroom by classroom.
    pub(crate) fn whole(&self, rows: &[Planned<'_>]) -> Vec<Column> {
        let rooms = self.rooms.len();
        let seats = |room: &usize| (*room..self.parts * rooms).step_by(rooms);
        self.cells.columns(rows, self.order.iter().map(seats))
    }

    /// Every row in one part, classroom by classroom.
    pub(crate) fn part(&self, rows: &[Planned<'_>], part: usize) -> Vec<Column> {
        let rooms = self.rooms.len();
        self.cells.columns(rows, self.order.iter().map(|room| [part * rooms + room]))
    }
}
