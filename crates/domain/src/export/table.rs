use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::column::Column;
use super::{guard, words};
use crate::compare::{Ground, Selection, select, taken};
use crate::fact::{Pack, Row};
use crate::framework::{Framework, LookFor, Strand};
use crate::id::{ClassroomId, DocumentHash, SchoolId, TeacherId, VisitId};
use crate::visit::{Adult, Amount, Flag, Outcome, Place};

/// A cell of the tidy table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Words, guarded so that no spreadsheet takes them for a formula.
    Text(Cow<'a, str>),
    /// A whole number.
    Number(u32),
    /// There is nothing to say.
    Nothing,
}

/// The visits of a selection as a tidy table.
#[derive(Debug)]
pub struct Table<'a> {
    ground: &'a Ground<'a>,
    selection: &'a Selection,
    /// By version, the positions of the look-fors that the selection takes.
    taken: BTreeMap<DocumentHash, BTreeSet<usize>>,
    classrooms: BTreeMap<(&'a SchoolId, &'a ClassroomId), &'a str>,
    teachers: BTreeMap<(&'a SchoolId, &'a TeacherId), &'a str>,
}

impl<'a> Table<'a> {
    /// What [`compare`](crate::compare::compare) would tally, as a table. Visits whose framework version is not here are
    /// left out, as they are there.
    #[must_use]
    pub fn new(ground: &'a Ground<'a>, selection: &'a Selection) -> Self {
        let rosters = || ground.rosters.iter().copied();
        let classrooms = rosters().flat_map(|roster| {
            let rooms = roster.former_classrooms.iter().chain(&roster.classrooms);
            rooms.map(move |room| ((&roster.school, &room.id), room.name.as_str()))
        });
        let teachers = rosters().flat_map(|roster| {
            let teachers = roster.former_teachers.iter().chain(&roster.teachers);
            teachers.map(move |teacher| ((&roster.school, &teacher.id), teacher.name.as_str()))
        });
        Self {
            ground,
            selection,
            taken: taken(&ground.frameworks, selection),
            classrooms: classrooms.collect(),
            teachers: teachers.collect(),
        }
    }

    /// How many rows there are below the names of the columns.
    #[must_use]
    pub fn rows(&self) -> u64 {
        let of = |pack: &Pack| self.taken.get(&pack.key.framework).map_or(0, |positions| positions.len() as u64);
        select(self.ground, self.selection).map(|(pack, ..)| of(pack)).sum()
    }

    /// Gives every row to `take`, cells in the order of [`Column::ALL`]: visits pack by pack, a visit's look-fors in
    /// reading order. Nothing is held but the row at hand.
    ///
    /// # Errors
    /// The first that `take` gives; it then gets no further row.
    pub fn each<E>(&self, mut take: impl FnMut(&[Cell<'_>]) -> Result<(), E>) -> Result<(), E> {
        for (pack, visit, row) in select(self.ground, self.selection) {
            let version = pack.key.framework;
            let (Some(framework), Some(taken)) = (self.ground.frameworks.get(&version), self.taken.get(&version))
            else {
                continue;
            };
            let mut cells = Vec::with_capacity(Column::ALL.len());
            self.visit(pack, visit, row, framework, &mut cells);
            let own = cells.len();
            for (position, (strand, look_for, amount)) in observed(framework, row).enumerate() {
                if taken.contains(&position) {
                    let outcome = row.outcomes().get(position).copied().unwrap_or(Outcome::Blank);
                    look_for_cells(strand, look_for, outcome, amount, &mut cells);
                    take(&cells)?;
                    cells.truncate(own);
                }
            }
        }
        Ok(())
    }

    /// The cells that are the same in all of a visit's rows.
    fn visit<'r>(
        &'r self,
        pack: &'r Pack,
        visit: VisitId,
        row: Row<'r>,
        framework: &'r Framework,
        cells: &mut Vec<Cell<'r>>,
    ) {
        let school = &pack.key.school;
        let district = self.ground.district;
        cells.push(plain(visit.to_string()));
        cells.push(text(school.as_str()));
        cells.push(district.school(school).map_or(Cell::Nothing, |school| text(&school.name)));
        cells.push(plain(row.date().to_string()));
        cells.push(row.time().map_or(Cell::Nothing, |minute| plain(words::time(minute))));
        match pack.classroom(row) {
            Some(Place::Known(id)) => {
                cells.push(text(id.as_str()));
                cells.push(self.classrooms.get(&(school, id)).map_or(Cell::Nothing, |name| text(name)));
            }
            Some(Place::Described(described)) => cells.extend([Cell::Nothing, text(described)]),
            None => cells.extend([Cell::Nothing, Cell::Nothing]),
        }
        match pack.lead(row) {
            Some(Adult::Known(id)) => {
                cells.push(text(id.as_str()));
                cells.push(self.teachers.get(&(school, id)).map_or(Cell::Nothing, |name| text(name)));
            }
            Some(Adult::Described(described)) => cells.extend([Cell::Nothing, text(described)]),
            None => cells.extend([Cell::Nothing, Cell::Nothing]),
        }
        let observer = pack.observer(row);
        cells.push(observer.map_or(Cell::Nothing, |id| text(id.as_str())));
        cells.push(observer.and_then(|id| district.observer(id)).map_or(Cell::Nothing, text));
        cells.push(row.grade().map_or(Cell::Nothing, |grade| Cell::Text(words::grade(grade))));
        cells.push(pack.subject(row).map_or(Cell::Nothing, |subject| text(subject.as_str())));
        cells.push(Cell::Text(Cow::Owned(guard(&words::groups(pack.groups(row))).into_owned())));
        cells.push(text(words::source(row.source())));
        let flags = Flag::ALL.into_iter().filter(|flag| row.has(*flag)).map(words::flag);
        cells.push(plain(flags.collect::<Vec<_>>().join(";")));
        cells.push(text(words::yes_or_no(row.nothing())));
        cells.push(Cell::Number(row.watched()));
        cells.push(plain(pack.key.framework.to_string()));
        cells.push(Cell::Number(framework.version));
    }
}

/// Every look-for of a version with its strand and what a visit's amount of it is.
fn observed<'r>(
    framework: &'r Framework,
    row: Row<'r>,
) -> impl Iterator<Item = (&'r Strand, &'r LookFor, Option<Amount>)> {
    let mut amounts = row.amounts().iter().copied();
    let look_fors = framework.strands.iter().flat_map(|strand| strand.look_fors.iter().map(move |one| (strand, one)));
    look_fors.map(move |(strand, look_for)| {
        let amount = if look_for.kind.is_amount() { amounts.next() } else { None };
        (strand, look_for, amount)
    })
}

fn look_for_cells<'r>(
    strand: &'r Strand,
    look_for: &'r LookFor,
    outcome: Outcome,
    amount: Option<Amount>,
    cells: &mut Vec<Cell<'r>>,
) {
    cells.push(text(strand.id.as_str()));
    cells.push(text(&strand.name));
    cells.push(text(look_for.id.as_str()));
    cells.push(text(&look_for.text));
    cells.push(text(words::kind(&look_for.kind)));
    cells.push(text(words::autonomy(look_for.autonomy)));
    cells.push(text(words::outcome(outcome)));
    match amount.filter(|amount| *amount != Amount::default()) {
        Some(Amount { amount, of }) => cells.extend([Cell::Number(amount), Cell::Number(of)]),
        None => cells.extend([Cell::Nothing, Cell::Nothing]),
    }
    cells.push(text(words::unit(&look_for.kind)));
}

fn text(words: &str) -> Cell<'_> {
    if words.is_empty() { Cell::Nothing } else { Cell::Text(guard(words)) }
}

/// Words of our own making, which no guard changes.
fn plain(words: String) -> Cell<'static> {
    if words.is_empty() { Cell::Nothing } else { Cell::Text(Cow::Owned(words)) }
}
