//! The school year: its terms, the days on which the district checks, and the days without school.

use serde::{Deserialize, Serialize};

use crate::time::Date;

/// The school year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// First day of school.
    pub first_day: Date,
    /// Last day of school.
    pub last_day: Date,
    /// In order, not overlapping.
    pub terms: Vec<Term>,
    /// The days on which the district asks which discrepancies call for action; empty for three a term.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub check_dates: Vec<Date>,
    /// Days within the year on which there is no school, weekends aside.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days_off: Vec<DaysOff>,
}

/// A holiday, a training day, a break: no school from one day to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DaysOff {
    /// As people say it.
    pub name: String,
    /// First day.
    pub first_day: Date,
    /// Last day; the same for a single one.
    pub last_day: Date,
}

/// A term of the school year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// As people say it.
    pub name: String,
    /// First day.
    pub first_day: Date,
    /// Last day.
    pub last_day: Date,
}

/// How many check dates a term has unless the district says otherwise.
const CHECKS_A_TERM: i64 = 3;

impl Calendar {
    /// The days on which the district checks, in order: its own, or else the ends of each third of each term. A year
    /// without terms counts as one.
    #[must_use]
    pub fn checks(&self) -> Vec<Date> {
        let mut checks = self.check_dates.clone();
        if checks.is_empty() {
            let whole_year = [(self.first_day, self.last_day)];
            let terms: Vec<_> = self.terms.iter().map(|term| (term.first_day, term.last_day)).collect();
            for (first, last) in if terms.is_empty() { &whole_year[..] } else { &terms } {
                let days = i64::from(first.days_until(*last));
                checks.extend((1..=CHECKS_A_TERM).map(|nth| first.plus_days(days * nth / CHECKS_A_TERM)));
            }
        }
        checks.sort();
        checks.dedup();
        checks
    }

    /// Whether there is school on a day: Monday to Friday within a term, or within the year where it has no terms, unless
    /// it is a day off.
    #[must_use]
    pub fn has_school(&self, day: Date) -> bool {
        let within = |first: Date, last: Date| (first..=last).contains(&day);
        let open = if self.terms.is_empty() {
            within(self.first_day, self.last_day)
        } else {
            self.terms.iter().any(|term| within(term.first_day, term.last_day))
        };
        open && day.days_after_monday() < 5 && self.off_on(day).is_none()
    }

    /// Why a day is off; `None` when it is not.
    #[must_use]
    pub fn off_on(&self, day: Date) -> Option<&DaysOff> {
        self.days_off.iter().find(|off| (off.first_day..=off.last_day).contains(&day))
    }

    /// The term that a day lies in, or in the holidays the one that has just ended; `None` before the first.
    #[must_use]
    pub fn term_of(&self, day: Date) -> Option<&Term> {
        self.terms.iter().rev().find(|term| term.first_day <= day)
    }
}

/// A school year has at most so many days.
pub const MOST_DAYS: i32 = 400;

/// Which list of the calendar a row stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CalendarPart {
    /// [`Calendar::terms`].
    Term,
    /// [`Calendar::days_off`].
    DaysOff,
}

/// What is wrong with a calendar; rows are counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CalendarFault {
    /// The year ends before it begins, or lasts too long.
    #[error("the last day of school comes after the first, and at most {MOST_DAYS} days later")]
    Year,
    /// A row has no name.
    #[error("row {1} of {0:?} has no name")]
    Nameless(CalendarPart, usize),
    /// A row ends before it begins.
    #[error("row {1} of {0:?} ends before it begins")]
    Backwards(CalendarPart, usize),
    /// A row is not within the year.
    #[error("row {1} of {0:?} is not within the school year")]
    Outside(CalendarPart, usize),
    /// Two terms have a day in common.
    #[error("terms {0} and {1} have days in common")]
    Overlap(usize, usize),
    /// A check date is not within the year.
    #[error("check date {0} is not within the school year")]
    Check(usize),
}

impl Calendar {
    /// In order, without check dates that stand there twice.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        self.terms.sort_by_key(|term| term.first_day);
        self.days_off.sort_by_key(|off| off.first_day);
        self.check_dates.sort();
        self.check_dates.dedup();
        self
    }

    /// Whether it is a calendar that can be kept, in whatever order its rows are.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self) -> Result<(), CalendarFault> {
        let year = self.first_day..=self.last_day;
        if !(1..=MOST_DAYS).contains(&self.first_day.days_until(self.last_day)) {
            return Err(CalendarFault::Year);
        }
        let terms = self.terms.iter().map(|term| (&term.name, term.first_day, term.last_day));
        let off = self.days_off.iter().map(|off| (&off.name, off.first_day, off.last_day));
        let terms = terms.enumerate().map(|(at, row)| (CalendarPart::Term, at, row));
        for (part, at, (name, first, last)) in
            terms.chain(off.enumerate().map(|(at, row)| (CalendarPart::DaysOff, at, row)))
        {
            if name.trim().is_empty() {
                return Err(CalendarFault::Nameless(part, at));
            }
            if last < first {
                return Err(CalendarFault::Backwards(part, at));
            }
            if !year.contains(&first) || !year.contains(&last) {
                return Err(CalendarFault::Outside(part, at));
            }
        }
        for (at, term) in self.terms.iter().enumerate() {
            let meets = |other: &Term| other.first_day <= term.last_day && term.first_day <= other.last_day;
            if let Some(other) = self.terms.iter().take(at).position(meets) {
                return Err(CalendarFault::Overlap(other, at));
            }
        }
        match self.check_dates.iter().position(|day| !year.contains(day)) {
            Some(at) => Err(CalendarFault::Check(at)),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::date;

    fn calendar(terms: &[(Date, Date)]) -> Calendar {
        let term = |(first, last): &(Date, Date)| Term { name: String::new(), first_day: *first, last_day: *last };
        Calendar {
            first_day: date(2026, 9, 1),
            last_day: date(2027, 6, 1),
            terms: terms.iter().map(term).collect(),
            check_dates: vec![],
            days_off: vec![],
        }
    }

    #[test]
    fn a_day_off_has_no_school_and_says_why() {
        let off = |first, last| DaysOff { name: "Thanksgiving".into(), first_day: first, last_day: last };
        let year = Calendar { days_off: vec![off(date(2026, 11, 26), date(2026, 11, 27))], ..calendar(&[]) };
        assert!(year.has_school(date(2026, 11, 25)) && !year.has_school(date(2026, 11, 26)));
        assert!(!year.has_school(date(2026, 11, 27)) && year.has_school(date(2026, 11, 30)));
        assert_eq!(year.off_on(date(2026, 11, 27)).map(|off| off.name.as_str()), Some("Thanksgiving"));
        let before = r#"{"first_day":"2026-09-01","last_day":"2027-06-01","terms":[]}"#;
        assert_eq!(
            serde_json::from_str::<Calendar>(before).unwrap(),
            calendar(&[]),
            "older documents know no days off"
        );
    }

    #[test]
    fn a_term_is_checked_three_times_the_last_time_on_its_last_day() {
        let autumn = calendar(&[(date(2026, 9, 1), date(2026, 12, 1))]);
        assert_eq!(autumn.checks(), [date(2026, 10, 1), date(2026, 10, 31), date(2026, 12, 1)]);
        assert_eq!(calendar(&[]).checks().last(), Some(&date(2027, 6, 1)), "a year without terms is one");
        let own = Calendar { check_dates: vec![date(2027, 3, 1), date(2026, 11, 1)], ..autumn };
        assert_eq!(own.checks(), [date(2026, 11, 1), date(2027, 3, 1)]);
    }

    #[test]
    fn a_calendar_that_cannot_be_kept_says_which_row_is_wrong() {
        use CalendarFault::{Backwards, Check, Nameless, Outside, Overlap, Year};
        use CalendarPart::{DaysOff as Off, Term as InTerm};

        let terms = [(date(2027, 1, 4), date(2027, 6, 1)), (date(2026, 9, 1), date(2026, 12, 18))];
        let named = |mut year: Calendar| {
            for term in &mut year.terms {
                term.name = "A term".to_owned();
            }
            year
        };
        let off = |first, last| DaysOff { name: "Break".into(), first_day: first, last_day: last };
        let year = Calendar {
            days_off: vec![off(date(2026, 11, 26), date(2026, 11, 27))],
            check_dates: vec![date(2027, 3, 1), date(2026, 10, 1), date(2027, 3, 1)],
            ..named(calendar(&terms))
        };
        assert_eq!(year.check(), Ok(()), "in whatever order");
        let sorted = year.clone().sorted();
        assert_eq!(sorted.terms[0].first_day, date(2026, 9, 1));
        assert_eq!(sorted.check_dates, [date(2026, 10, 1), date(2027, 3, 1)]);

        let with = |change: &dyn Fn(&mut Calendar)| {
            let mut next = year.clone();
            change(&mut next);
            next.check().unwrap_err()
        };
        assert_eq!(with(&|year| year.last_day = year.first_day), Year);
        assert_eq!(with(&|year| year.last_day = date(2028, 6, 1)), Year);
        assert_eq!(with(&|year| year.terms[1].name = " ".to_owned()), Nameless(InTerm, 1));
        assert_eq!(with(&|year| year.days_off[0].last_day = date(2026, 11, 1)), Backwards(Off, 0));
        assert_eq!(with(&|year| year.terms[0].last_day = date(2027, 6, 2)), Outside(InTerm, 0));
        assert_eq!(with(&|year| year.terms[1].last_day = date(2027, 1, 4)), Overlap(0, 1));
        assert_eq!(with(&|year| year.check_dates[2] = date(2027, 7, 1)), Check(2));
    }

    #[test]
    fn holidays_belong_to_the_term_before() {
        let year = calendar(&[(date(2026, 9, 1), date(2026, 12, 1)), (date(2027, 1, 4), date(2027, 6, 1))]);
        let first = |day| year.term_of(day).map(|term| term.first_day);
        assert_eq!(first(date(2026, 12, 24)), Some(date(2026, 9, 1)));
        assert_eq!((first(date(2027, 1, 4)), first(date(2026, 8, 31))), (Some(date(2027, 1, 4)), None));
    }
}
