use super::Asked;
use super::cells::{Cells, Column};
use super::rooms::{Reach, Rooms};
use super::select::Picked;
use crate::fact::Row;

/// How finely visits are told apart besides by classroom.
#[derive(Clone, Copy, Default)]
pub(crate) struct Layout {
    /// Parts of the visits that get columns of their own, classroom by classroom.
    pub(crate) parts: usize,
    /// Spans of time that are counted over all classrooms together.
    pub(crate) spans: usize,
}

/// Where a visit is counted besides its classroom.
#[derive(Clone, Copy, Default)]
pub(crate) struct Seat {
    /// `None` in no part.
    pub(crate) part: Option<usize>,
    /// `None` in no span.
    pub(crate) span: Option<usize>,
}

/// All visits of a selection, counted.
#[derive(Default)]
pub(crate) struct Counted {
    pub(super) visits: u32,
    pub(super) nothing: u32,
    /// First and last.
    pub(super) days: Option<(i32, i32)>,
    /// How many classrooms the visits went to.
    pub(super) reach: Reach,
    /// One a planned row.
    pub(crate) rows: Vec<Seen>,
}

/// One row's visits, counted.
#[derive(Default)]
pub(crate) struct Seen {
    /// Classroom by classroom.
    pub(crate) whole: Column,
    /// By part, classroom by classroom.
    pub(crate) parts: Vec<Column>,
    /// By span, all classrooms together.
    pub(crate) spans: Vec<Column>,
}

/// Counts school by school. A classroom belongs to one school, so that the cells in use are few, and stay close to the
/// processor until they are added up.
pub(super) struct Counter<'c> {
    asked: &'c Asked<'c>,
    layout: Layout,
    spans: Cells,
    counted: Counted,
}

impl<'c> Counter<'c> {
    pub(super) fn new(asked: &'c Asked<'c>, layout: Layout) -> Self {
        let parts = || (0..layout.parts).map(|_| Column::default()).collect();
        let rows = asked.rows.iter().map(|_| Seen { parts: parts(), ..Seen::default() }).collect();
        let spans = Cells::new(layout.spans, &asked.versions, &asked.rows);
        Self { asked, layout, spans, counted: Counted { rows, ..Counted::default() } }
    }

    /// Counts the packs of one school.
    pub(super) fn count(&mut self, school: &[Picked<'_>], at: impl Fn(Row<'_>) -> Seat) {
        let parts = self.parts();
        let mut rooms = Rooms::of(school);
        let mut cells = Cells::new(rooms.len() * parts, &self.asked.versions, &self.asked.rows);
        for (number, Picked { pack, filter, .. }) in school.iter().enumerate() {
            let mut table = cells.table(&pack.key.framework);
            let mut spans = self.spans.table(&pack.key.framework);
            for (_, row) in pack.rows().filter(|(_, row)| filter.takes(*row)) {
                self.counted.came_on(row.day());
                let room = rooms.visit(number, row.classroom(), row.nothing());
                if row.nothing() {
                    self.counted.nothing += 1;
                    continue;
                }
                self.counted.visits += 1;
                let seat = at(row);
                if let (Some(room), Some(table)) = (room, table.as_mut()) {
                    table.add(room * parts + seat.part.map_or(0, |part| part + 1), row);
                }
                if let (Some(span), Some(spans)) = (seat.span, spans.as_mut()) {
                    spans.add(span, row);
                }
            }
        }
        self.add_up(&cells, &rooms.in_order());
        let in_scope = self.asked.in_scope.as_ref().zip(school.first());
        self.counted.reach.plus(rooms.reach(in_scope.and_then(|(all, first)| all.get(&first.pack.key.school))));
    }

    /// The parts of a classroom's visits; the first holds those in no part.
    fn parts(&self) -> usize {
        1 + self.layout.parts
    }

    fn add_up(&mut self, cells: &Cells, rooms: &[usize]) {
        let parts = self.parts();
        for (planned, seen) in self.asked.rows.iter().zip(&mut self.counted.rows) {
            let row = cells.of_row(planned);
            for room in rooms {
                let mut whole = row.cell(room * parts);
                for (part, column) in seen.parts.iter_mut().enumerate() {
                    let cell = row.cell(room * parts + 1 + part);
                    column.push(cell);
                    whole.plus(cell);
                }
                seen.whole.push(whole);
            }
        }
    }

    pub(super) fn finish(mut self) -> Counted {
        for (planned, seen) in self.asked.rows.iter().zip(&mut self.counted.rows) {
            let row = self.spans.of_row(planned);
            seen.spans = (0..self.layout.spans).map(|span| Column::from(row.cell(span))).collect();
        }
        self.counted
    }
}

impl Counted {
    fn came_on(&mut self, day: i32) {
        self.days = Some(match self.days {
            Some((first, last)) => (first.min(day), last.max(day)),
            None => (day, day),
        });
    }
}
