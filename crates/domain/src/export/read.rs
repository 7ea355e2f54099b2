use std::collections::BTreeMap;

use super::column::Column;
use super::{unguard, words};
use crate::fact::{Fact, PackKey};
use crate::framework::{Framework, LookFor};
use crate::id::{DocumentHash, VisitId};
use crate::roster::Grade;
use crate::time::Date;
use crate::visit::{Adult, Amount, Flag, Outcome, Place, Source, UNTIMED};

/// Reads the tidy table back, row by row, into the facts that it was made of. Rows may stand in any order, columns too.
#[derive(Debug)]
pub struct Reader<'a> {
    frameworks: &'a BTreeMap<DocumentHash, &'a Framework>,
    places: BTreeMap<Column, usize>,
    visits: BTreeMap<VisitId, Gathered>,
    bad: Vec<BadRow>,
}

/// A visit as far as its rows have been read.
#[derive(Debug)]
struct Gathered {
    fact: Fact,
    /// By position, whether the look-for has had its row.
    had: Vec<bool>,
}

/// What a table was read back into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadBack {
    /// One a visit, by visit id. Look-fors without a row are left blank.
    pub facts: Vec<Fact>,
    /// Rows that could not be read; they are in no fact.
    pub bad: Vec<BadRow>,
}

/// A row that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("row {row}, column {}: {what}", column.name())]
pub struct BadRow {
    /// As the caller numbers rows.
    pub row: u64,
    /// Where.
    pub column: Column,
    /// Why.
    pub what: BadCell,
}

/// Why a cell cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadCell {
    /// It is none of the values that the codebook allows.
    #[error("{0:?} is not allowed here")]
    NotAllowed(String),
    /// No framework version with this hash is known.
    #[error("no framework version is known by this hash")]
    UnknownFramework,
    /// The version has no such look-for.
    #[error("this version of the framework has no look-for {0:?}")]
    UnknownLookFor(String),
    /// Another row of the same visit says something else.
    #[error("another row of the same visit says something else")]
    Differs,
    /// The visit has had this look-for before.
    #[error("the visit has this look-for twice")]
    Twice,
}

impl<'a> Reader<'a> {
    /// A reader of a table with these names in its first row.
    ///
    /// # Errors
    /// The columns that are needed and missing.
    pub fn new(
        header: &[impl AsRef<str>],
        frameworks: &'a BTreeMap<DocumentHash, &'a Framework>,
    ) -> Result<Self, Vec<&'static str>> {
        let place = |column: Column| {
            let place = header.iter().position(|name| name.as_ref().trim_start_matches('\u{feff}') == column.name());
            place.map(|place| (column, place))
        };
        let places: BTreeMap<_, _> = Column::ALL.into_iter().filter_map(place).collect();
        let needed = Column::ALL.into_iter().filter(|column| column.is_read_back());
        let missing: Vec<_> = needed.filter(|column| !places.contains_key(column)).map(Column::name).collect();
        if missing.is_empty() {
            Ok(Self { frameworks, places, visits: BTreeMap::new(), bad: Vec::new() })
        } else {
            Err(missing)
        }
    }

    /// Takes the next row; `number` is what a bad one is reported under.
    pub fn row(&mut self, number: u64, cells: &[impl AsRef<str>]) {
        if let Err((column, what)) = self.take(cells) {
            self.bad.push(BadRow { row: number, column, what });
        }
    }

    /// What all rows amount to.
    #[must_use]
    pub fn finish(self) -> ReadBack {
        ReadBack { facts: self.visits.into_values().map(|visit| visit.fact).collect(), bad: self.bad }
    }

    fn take(&mut self, cells: &[impl AsRef<str>]) -> Result<(), (Column, BadCell)> {
        let cell =
            |column| self.places.get(&column).and_then(|at| cells.get(*at)).map_or("", |cell| unguard(cell.as_ref()));
        let version = parsed(Column::Framework, cell(Column::Framework), |text| text.parse().ok())?;
        let framework = *self.frameworks.get(&version).ok_or((Column::Framework, BadCell::UnknownFramework))?;
        let fact = visit(cell, version, framework)?;
        let id = cell(Column::LookForId);
        let look_for = framework.look_fors().enumerate().find(|(_, look_for)| look_for.id.as_str() == id);
        let unknown = || (Column::LookForId, BadCell::UnknownLookFor(id.to_owned()));
        let (position, look_for) = look_for.ok_or_else(unknown)?;
        let outcome = parsed(Column::Outcome, cell(Column::Outcome), |text| {
            words::OUTCOMES.into_iter().find(|outcome| words::outcome(*outcome) == text)
        })?;
        let amount = amount(cell, look_for)?;
        let fresh = || Gathered { had: vec![false; fact.outcomes.len()], fact: fact.clone() };
        let known = self.visits.entry(fact.visit).or_insert_with(fresh);
        if !same_visit(&known.fact, &fact) {
            return Err((Column::Visit, BadCell::Differs));
        }
        let (Some(had), Some(slot)) = (known.had.get_mut(position), known.fact.outcomes.get_mut(position)) else {
            return Err(unknown());
        };
        if std::mem::replace(had, true) {
            return Err((Column::LookForId, BadCell::Twice));
        }
        *slot = outcome;
        let before = framework.look_fors().take(position).filter(|look_for| look_for.kind.is_amount()).count();
        if let (Some(amount), Some(slot)) = (amount, known.fact.amounts.get_mut(before)) {
            *slot = amount;
        }
        Ok(())
    }
}

/// A visit with every look-for left blank.
fn visit<'c>(
    cell: impl Fn(Column) -> &'c str,
    framework: DocumentHash,
    version: &Framework,
) -> Result<Fact, (Column, BadCell)> {
    let date: Date = parsed(Column::Date, cell(Column::Date), |text| text.parse().ok())?;
    let some = |column| Some(cell(column)).filter(|cell| !cell.is_empty());
    let grade: Option<Grade> =
        some(Column::Grade).map(|text| parsed(Column::Grade, text, words::read_grade)).transpose()?;
    let source = parsed(Column::Source, cell(Column::Source), read_source)?;
    let untimed = source.known(UNTIMED).is_none() && cell(Column::Time).is_empty();
    Ok(Fact {
        visit: parsed(Column::Visit, cell(Column::Visit), |text| text.parse().ok())?,
        key: PackKey { school: cell(Column::School).into(), month: date.into(), framework },
        date,
        minute: if untimed { UNTIMED } else { parsed(Column::Time, cell(Column::Time), words::read_time)? },
        classroom: match some(Column::ClassroomId) {
            Some(id) => Place::Known(id.into()),
            None => Place::Described(cell(Column::Classroom).to_owned()),
        },
        lead: match (some(Column::TeacherId), some(Column::Teacher)) {
            (Some(id), _) => Some(Adult::Known(id.into())),
            (None, Some(name)) => Some(Adult::Described(name.to_owned())),
            (None, None) => None,
        },
        observer: cell(Column::ObserverId).into(),
        grade,
        subject: some(Column::Subject).map(Into::into),
        groups: words::read_groups(cell(Column::Groups)),
        source,
        flags: parsed(Column::Circumstances, cell(Column::Circumstances), read_flags)?,
        nothing: parsed(Column::NothingToObserve, cell(Column::NothingToObserve), read_yes_or_no)?,
        watched: parsed(Column::WatchedSeconds, cell(Column::WatchedSeconds), |text| text.parse().ok())?,
        outcomes: version.look_fors().map(|_| Outcome::Blank).collect(),
        amounts: version.look_fors().filter(|one| one.kind.is_amount()).map(|_| Amount::default()).collect(),
    })
}

fn amount<'c>(cell: impl Fn(Column) -> &'c str, look_for: &LookFor) -> Result<Option<Amount>, (Column, BadCell)> {
    if !look_for.kind.is_amount() || (cell(Column::Amount).is_empty() && cell(Column::Over).is_empty()) {
        return Ok(None);
    }
    let number = |column| parsed(column, cell(column), |text| text.parse().ok());
    Ok(Some(Amount { amount: number(Column::Amount)?, of: number(Column::Over)? }))
}

fn same_visit(one: &Fact, other: &Fact) -> bool {
    let bare = |fact: &Fact| Fact { outcomes: Vec::new(), amounts: Vec::new(), ..fact.clone() };
    bare(one) == bare(other)
}

fn parsed<T>(column: Column, text: &str, read: impl Fn(&str) -> Option<T>) -> Result<T, (Column, BadCell)> {
    read(text).ok_or_else(|| (column, BadCell::NotAllowed(text.to_owned())))
}

fn read_source(cell: &str) -> Option<Source> {
    words::SOURCES.into_iter().find(|source| words::source(*source) == cell)
}

fn read_flags(cell: &str) -> Option<Vec<Flag>> {
    let words = cell.split(';').filter(|word| !word.is_empty());
    words.map(|word| Flag::ALL.into_iter().find(|flag| words::flag(*flag) == word)).collect()
}

fn read_yes_or_no(cell: &str) -> Option<bool> {
    [true, false].into_iter().find(|yes| words::yes_or_no(*yes) == cell)
}
