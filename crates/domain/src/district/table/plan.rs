//! From rows to what becomes of the district.

use super::cells::{Line, Wrong};
use super::{CannotTakeTable, FromTable, Lines, RefusedCell, Rest, TableChange, TableItem, WhyRefused};
use crate::district::{CannotChangeDistrict, District, DistrictChange};
use crate::export::guard;
use crate::framework::Framework;
use crate::rostering::{Counts, What};

/// Something that is a row of a table.
pub(super) trait Entry: Clone + PartialEq {
    /// The names of the columns; a table has all of them.
    const COLUMNS: &'static [&'static str];

    fn cells(&self, frameworks: &[Framework]) -> Vec<String>;
    fn read(line: &Line<'_>, frameworks: &[Framework]) -> Result<Self, Wrong>;
    /// Whether the one can be what became of the other.
    fn is_about_the_same(&self, other: &Self) -> bool;
    /// Whether there is no room for both.
    fn excludes(&self, other: &Self) -> bool {
        self.is_about_the_same(other)
    }
    fn item(&self) -> TableItem;
}

/// An entry that is changed by itself, in the app as here.
pub(super) trait Decided: Entry {
    fn all(district: &District) -> &[Self];
    fn change(was: Option<&Self>, now: Option<&Self>) -> DistrictChange;
    /// The column to blame where the district cannot be changed so.
    fn column(why: &CannotChangeDistrict) -> Option<&'static str>;
}

pub(super) fn rows<T: Entry>(all: &[T], frameworks: &[Framework]) -> Vec<Vec<String>> {
    let names = T::COLUMNS.iter().map(|name| (*name).to_owned()).collect();
    let guarded = |one: &T| one.cells(frameworks).iter().map(|cell| guard(cell).into_owned()).collect();
    std::iter::once(names).chain(all.iter().map(guarded)).collect()
}

pub(super) fn take<T: Decided>(
    rows: &[(u32, Vec<String>)],
    rest: Rest,
    district: &District,
    frameworks: &[Framework],
) -> Result<FromTable, CannotTakeTable> {
    let (said, mut refused) = said::<T>(rows, frameworks)?;
    let known = T::all(district);
    let plan = Plan::new(known, &said, frameworks);
    let mut next = district.clone();
    // What goes makes room first.
    if rest == Rest::Goes {
        for was in &plan.unnamed {
            next = next.changed(T::change(Some(was), None), frameworks).map_err(|why| {
                CannotTakeTable::Rows(vec![RefusedCell { row: 1, column: T::column(&why), why: why.into() }])
            })?;
        }
    }
    for ((row, now), was) in said.iter().zip(&plan.was) {
        let change = match was {
            Was::Same => continue,
            Was::Other(was) => T::change(Some(was), Some(now)),
            Was::Nothing => T::change(None, Some(now)),
        };
        match next.changed(change, frameworks) {
            Ok(changed) => next = changed,
            Err(why) => refused.push(RefusedCell { row: *row, column: T::column(&why), why: why.into() }),
        }
    }
    finish(next, &said, &plan, rest, frameworks, refused)
}

/// Each with the number of its row.
type Numbered<T> = Vec<(u32, T)>;

/// What the rows say, each with its number, no two of them about the same; and the cells that say nothing that can be read.
pub(super) fn said<T: Entry>(
    rows: &[(u32, Vec<String>)],
    frameworks: &[Framework],
) -> Result<(Numbered<T>, Vec<RefusedCell>), CannotTakeTable> {
    let (read, mut refused) = Lines::new(rows, T::COLUMNS)?.read(|line| T::read(line, frameworks));
    let mut said: Numbered<T> = Vec::new();
    for (row, one) in read {
        match said.iter().find(|(_, before)| before.excludes(&one)) {
            Some((before, _)) => refused.push(RefusedCell { row, column: None, why: WhyRefused::Again(*before) }),
            None => said.push((row, one)),
        }
    }
    Ok((said, refused))
}

/// What was there of that which a row says.
pub(super) enum Was<'a, T> {
    /// The same.
    Same,
    /// Something else.
    Other(&'a T),
    Nothing,
}

/// What was there: of each row, and of no row.
pub(super) struct Plan<'a, T> {
    pub(super) was: Vec<Was<'a, T>>,
    pub(super) unnamed: Vec<&'a T>,
}

impl<'a, T: Entry> Plan<'a, T> {
    pub(super) fn new(known: &'a [T], said: &[(u32, T)], frameworks: &[Framework]) -> Self {
        // Held against what a file would say of it, so that what a file cannot say is never taken for a change.
        let mut unnamed: Vec<(&T, Option<T>)> = known.iter().map(|one| (one, reread(one, frameworks))).collect();
        let mut claim = |is: &dyn Fn(&T) -> bool| {
            let at = unnamed.iter().position(|(was, written)| is(written.as_ref().unwrap_or(was)))?;
            Some(unnamed.remove(at).0)
        };
        // What stays claims its place before anything that could have become of it.
        let same: Vec<bool> = said.iter().map(|(_, now)| claim(&|was| was == now).is_some()).collect();
        let was = said.iter().zip(same).map(|((_, now), same)| match same {
            true => Was::Same,
            false => claim(&|was| was.is_about_the_same(now)).map_or(Was::Nothing, Was::Other),
        });
        let was = was.collect();
        Self { was, unnamed: unnamed.into_iter().map(|(one, _)| one).collect() }
    }
}

fn reread<T: Entry>(one: &T, frameworks: &[Framework]) -> Option<T> {
    let rows: Vec<(u32, Vec<String>)> = (1..).zip(rows(std::slice::from_ref(one), frameworks)).collect();
    let (read, _) = Lines::new(&rows, T::COLUMNS).ok()?.read(|line| T::read(line, frameworks));
    read.into_iter().next().map(|(_, one)| one)
}

/// The sum of it, where nothing was refused.
pub(super) fn finish<T: Entry>(
    district: District,
    said: &[(u32, T)],
    plan: &Plan<'_, T>,
    rest: Rest,
    frameworks: &[Framework],
    mut refused: Vec<RefusedCell>,
) -> Result<FromTable, CannotTakeTable> {
    if !refused.is_empty() {
        refused.sort_by_key(|cell| cell.row);
        return Err(CannotTakeTable::Rows(refused));
    }
    let (gone, kept) = match rest {
        Rest::Goes => (plan.unnamed.as_slice(), 0),
        Rest::Stays => (&[][..], plan.unnamed.len()),
    };
    let gone = gone.iter().map(|one| TableChange { what: What::Gone, item: one.item(), columns: Vec::new() });
    let named = said.iter().zip(&plan.was).filter_map(|((_, now), was)| {
        let (what, columns) = match was {
            Was::Same => return None,
            Was::Other(was) => (What::Changed, differing(*was, now, frameworks)),
            Was::Nothing => (What::Added, Vec::new()),
        };
        Some(TableChange { what, item: now.item(), columns })
    });
    let changes: Vec<TableChange> = gone.chain(named).collect();
    let many = |what| changes.iter().filter(|change| change.what == what).count();
    let [added, changed, gone] = [What::Added, What::Changed, What::Gone].map(many);
    let count = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
    let same = said.len() - added - changed;
    let counts = Counts { added: count(added), changed: count(changed), gone: count(gone), same: count(same) };
    Ok(FromTable { district, counts, kept, changes })
}

fn differing<T: Entry>(was: &T, now: &T, frameworks: &[Framework]) -> Vec<&'static str> {
    let cells = was.cells(frameworks).into_iter().zip(now.cells(frameworks));
    T::COLUMNS.iter().zip(cells).filter(|(_, (was, now))| was != now).map(|(column, _)| *column).collect()
}
