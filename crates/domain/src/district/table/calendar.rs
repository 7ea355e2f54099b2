//! The school year, each of its parts a row; the rows are the whole of it.

use super::cells::{Line, Wrong};
use super::plan::{Entry, Plan, Was, finish, said};
use super::{CannotTakeTable, FromTable, RefusedCell, Rest, TableItem, WhyRefused};
use crate::district::{
    Calendar, CalendarFault, CalendarPart, CannotChangeDistrict, DaysOff, District, DistrictChange, Term,
};
use crate::framework::Framework;
use crate::rostering::Fault;
use crate::time::Date;

/// A part of the school year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CalendarRow {
    /// Its first and its last day.
    Year(Date, Date),
    /// A term.
    Term(Term),
    /// Days without school.
    DaysOff(DaysOff),
    /// A day on which the district checks.
    Check(Date),
}

const KIND: &str = "kind";
const NAME: &str = "name";
const FIRST: &str = "first_day";
const LAST: &str = "last_day";

const KINDS: [&str; 4] = ["year", "term", "day_off", "check_date"];

pub(super) fn parts(calendar: &Calendar) -> Vec<CalendarRow> {
    let year = CalendarRow::Year(calendar.first_day, calendar.last_day);
    let terms = calendar.terms.iter().cloned().map(CalendarRow::Term);
    let days_off = calendar.days_off.iter().cloned().map(CalendarRow::DaysOff);
    let checks = calendar.check_dates.iter().copied().map(CalendarRow::Check);
    std::iter::once(year).chain(terms).chain(days_off).chain(checks).collect()
}

pub(super) fn take(
    rows: &[(u32, Vec<String>)],
    district: &District,
    frameworks: &[Framework],
) -> Result<FromTable, CannotTakeTable> {
    let (said, mut refused) = said::<CalendarRow>(rows, frameworks)?;
    let known = parts(&district.calendar);
    let plan = Plan::new(&known, &said, frameworks);
    let as_before = plan.unnamed.is_empty() && plan.was.iter().all(|was| matches!(was, Was::Same));
    let mut next = district.clone();
    match collect(&said) {
        // The year may be in a row that cannot be read.
        None if refused.is_empty() => {
            let row = rows.first().map_or(1, |(row, _)| *row);
            refused.push(RefusedCell { row, column: Some(KIND), why: WhyRefused::NoYear });
        }
        Some(now) if !as_before => {
            let was = Box::new(district.calendar.clone());
            match district.changed(DistrictChange::Calendar { was, now: Box::new(now) }, frameworks) {
                Ok(changed) => next = changed,
                Err(why) => refused.push(refusal(why, &said)),
            }
        }
        None | Some(_) => {}
    }
    finish(next, &said, &plan, Rest::Goes, frameworks, refused)
}

impl Entry for CalendarRow {
    const COLUMNS: &'static [&'static str] = &[KIND, NAME, FIRST, LAST];

    fn cells(&self, _: &[Framework]) -> Vec<String> {
        let (kind, name, first, last) = match self {
            Self::Year(first, last) => (0, "", *first, *last),
            Self::Term(term) => (1, term.name.as_str(), term.first_day, term.last_day),
            Self::DaysOff(off) => (2, off.name.as_str(), off.first_day, off.last_day),
            Self::Check(day) => (3, "", *day, *day),
        };
        vec![KINDS[kind].to_owned(), name.to_owned(), first.to_string(), last.to_string()]
    }

    fn read(line: &Line<'_>, _: &[Framework]) -> Result<Self, Wrong> {
        let kind = line.one_of(KIND, &KINDS)?;
        let first_day = line.must_date(FIRST)?;
        let last_day = if kind < 2 { line.must_date(LAST)? } else { line.date(LAST)?.unwrap_or(first_day) };
        if last_day < first_day {
            return Err((LAST, Fault::EndsBefore.into()));
        }
        Ok(match kind {
            0 => Self::Year(first_day, last_day),
            1 => Self::Term(Term { name: line.must(NAME)?, first_day, last_day }),
            2 => Self::DaysOff(DaysOff { name: line.must(NAME)?, first_day, last_day }),
            _ if last_day == first_day => Self::Check(first_day),
            _ => return Err((LAST, WhyRefused::NotEmpty(line.text(LAST)))),
        })
    }

    fn is_about_the_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Year(..), Self::Year(..)) => true,
            (Self::Term(one), Self::Term(other)) => one.name == other.name,
            (Self::DaysOff(one), Self::DaysOff(other)) => one.name == other.name,
            (Self::Year(..) | Self::Term(_) | Self::DaysOff(_) | Self::Check(_), _) => false,
        }
    }

    /// A holiday can come twice in a year under one name.
    fn excludes(&self, other: &Self) -> bool {
        self == other || matches!((self, other), (Self::Year(..), Self::Year(..)))
    }

    fn item(&self) -> TableItem {
        TableItem::Calendar(self.clone())
    }
}

/// The calendar of the rows; `None` where none of them is the year.
fn collect(said: &[(u32, CalendarRow)]) -> Option<Calendar> {
    let (mut year, mut terms, mut days_off, mut check_dates) = (None, Vec::new(), Vec::new(), Vec::new());
    for (_, row) in said {
        match row {
            CalendarRow::Year(first, last) => year = Some((*first, *last)),
            CalendarRow::Term(term) => terms.push(term.clone()),
            CalendarRow::DaysOff(off) => days_off.push(off.clone()),
            CalendarRow::Check(day) => check_dates.push(*day),
        }
    }
    let (first_day, last_day) = year?;
    Some(Calendar { first_day, last_day, terms, check_dates, days_off })
}

/// Which row of the file it is that the domain counts within its list.
fn refusal(why: CannotChangeDistrict, said: &[(u32, CalendarRow)]) -> RefusedCell {
    let CannotChangeDistrict::Calendar(fault) = why else {
        return RefusedCell { row: 1, column: None, why: why.into() };
    };
    let nth = |is: fn(&CalendarRow) -> bool, at: usize| {
        said.iter().filter(|(_, row)| is(row)).nth(at).map_or(1, |(number, _)| *number)
    };
    let is_term: fn(&CalendarRow) -> bool = |row| matches!(row, CalendarRow::Term(_));
    let of = |part, at| match part {
        CalendarPart::Term => nth(is_term, at),
        CalendarPart::DaysOff => nth(|row| matches!(row, CalendarRow::DaysOff(_)), at),
    };
    let (row, column, why) = match fault {
        CalendarFault::Year => (nth(|row| matches!(row, CalendarRow::Year(..)), 0), LAST, why.into()),
        CalendarFault::Nameless(part, at) => (of(part, at), NAME, Fault::Missing.into()),
        CalendarFault::Backwards(part, at) => (of(part, at), LAST, Fault::EndsBefore.into()),
        CalendarFault::Outside(part, at) => (of(part, at), FIRST, WhyRefused::OutsideYear),
        CalendarFault::Overlap(one, other) => (nth(is_term, other), FIRST, WhyRefused::Overlaps(nth(is_term, one))),
        CalendarFault::Check(at) => {
            (nth(|row| matches!(row, CalendarRow::Check(_)), at), FIRST, WhyRefused::OutsideYear)
        }
    };
    RefusedCell { row, column: Some(column), why }
}
