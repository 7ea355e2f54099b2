//! What stands in the form of the calendar while somebody types.

use domain::district::{Calendar, DaysOff, Term};
use domain::time::Date;

/// A row of terms or of days off.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Row {
    pub(super) name: String,
    pub(super) first: String,
    pub(super) last: String,
}

/// The form of the calendar.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fields {
    pub(super) first: String,
    pub(super) last: String,
    pub(super) terms: Vec<Row>,
    pub(super) days_off: Vec<Row>,
    pub(super) checks: Vec<String>,
}

/// A day is missing; rows are counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Missing {
    /// The first or the last day of school.
    Year,
    /// A day of a term.
    Term(usize),
    /// A day of some days off.
    DaysOff(usize),
    /// A check date.
    Check(usize),
}

impl Row {
    fn new(name: &str, first: Date, last: Date) -> Self {
        Self { name: name.to_owned(), first: first.to_string(), last: last.to_string() }
    }

    /// The last day of a single day need not be typed.
    fn days(&self) -> Option<(Date, Date)> {
        let first: Date = self.first.parse().ok()?;
        let last = if self.last.is_empty() { first } else { self.last.parse().ok()? };
        Some((first, last))
    }
}

impl Fields {
    /// What is there.
    pub(super) fn of(calendar: &Calendar) -> Self {
        let off = |off: &DaysOff| Row::new(&off.name, off.first_day, off.last_day);
        Self {
            first: calendar.first_day.to_string(),
            last: calendar.last_day.to_string(),
            terms: calendar.terms.iter().map(|term| Row::new(&term.name, term.first_day, term.last_day)).collect(),
            days_off: calendar.days_off.iter().map(off).collect(),
            checks: calendar.check_dates.iter().map(ToString::to_string).collect(),
        }
    }

    /// The calendar that was typed, its rows as they stand.
    pub(super) fn read(&self) -> Result<Calendar, Missing> {
        let (Ok(first_day), Ok(last_day)) = (self.first.parse(), self.last.parse()) else {
            return Err(Missing::Year);
        };
        let term = |(at, row): (usize, &Row)| {
            let (first_day, last_day) = row.days().ok_or(Missing::Term(at))?;
            Ok(Term { name: row.name.trim().to_owned(), first_day, last_day })
        };
        let off = |(at, row): (usize, &Row)| {
            let (first_day, last_day) = row.days().ok_or(Missing::DaysOff(at))?;
            Ok(DaysOff { name: row.name.trim().to_owned(), first_day, last_day })
        };
        let check = |(at, typed): (usize, &String)| typed.parse().map_err(|_| Missing::Check(at));
        Ok(Calendar {
            first_day,
            last_day,
            terms: self.terms.iter().enumerate().map(term).collect::<Result<_, _>>()?,
            days_off: self.days_off.iter().enumerate().map(off).collect::<Result<_, _>>()?,
            check_dates: self.checks.iter().enumerate().map(check).collect::<Result<_, _>>()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_calendar_comes_back_as_it_was() {
        let calendar = sample::district(1, sample::Size::tiny()).district.calendar;
        assert!(!calendar.terms.is_empty() && !calendar.days_off.is_empty());
        assert_eq!(Fields::of(&calendar).read(), Ok(calendar));
    }

    #[test]
    fn a_single_day_needs_no_last_and_a_missing_day_is_named() {
        let mut fields = Fields::of(&sample::district(1, sample::Size::tiny()).district.calendar);
        let row = Row { name: " Snow ".to_owned(), first: "2026-12-01".to_owned(), last: String::new() };
        fields.days_off = vec![row];
        let read = fields.read().unwrap();
        assert_eq!(
            (read.days_off[0].name.as_str(), read.days_off[0].last_day),
            ("Snow", domain::time::date(2026, 12, 1))
        );
        fields.checks = vec!["2026-12-01".to_owned(), String::new()];
        assert_eq!(fields.read(), Err(Missing::Check(1)));
        fields.days_off[0].first.clear();
        assert_eq!(fields.read(), Err(Missing::DaysOff(0)));
        fields.terms[0].last = "soon".to_owned();
        assert_eq!(fields.read(), Err(Missing::Term(0)));
        fields.first.clear();
        assert_eq!(fields.read(), Err(Missing::Year));
    }
}
