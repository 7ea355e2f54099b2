//! The school year: first day, terms, the days without school, and how the district's clocks stand.

use domain::district::{Calendar, DaysOff, Term};
use domain::time::{Date, UtcOffset, date, date_of_day, day_number};

use crate::Size;

// Weekdays as days after Monday.
const MONDAY: u8 = 0;
const TUESDAY: u8 = 1;
const THURSDAY: u8 = 3;
const SUNDAY: u8 = 6;

/// The year that a day shows: the running one, or the whole one before when too little of it has gone.
pub(crate) fn calendar(until: Date) -> Calendar {
    let this = starting_in(until.year());
    let gone = day_number(until) - day_number(this.first_day);
    if gone >= Size::LEAST_DAYS { this } else { starting_in(until.year() - 1) }
}

/// From the fourth Tuesday of August, in three terms of seventeen, eleven and ten weeks.
fn starting_in(year: i16) -> Calendar {
    let first = nth(year, 8, TUESDAY, 4);
    let term = |name: &str, from: i64, to: i64| Term {
        name: name.to_owned(),
        first_day: first.plus_days(from),
        last_day: first.plus_days(to),
    };
    let terms = vec![term("Autumn", 0, 115), term("Winter", 133, 206), term("Spring", 216, 283)];
    let last = first.plus_days(283);
    let days_off = [days_off(year), days_off(year + 1)].concat();
    let within = days_off.into_iter().filter(|off| off.first_day >= first && off.last_day <= last);
    Calendar { first_day: first, last_day: last, terms, check_dates: Vec::new(), days_off: within.collect() }
}

/// The holidays of a calendar year that fall on school days, in order.
fn days_off(year: i16) -> Vec<DaysOff> {
    let off = |name: &str, first: Date, days: i64| DaysOff {
        name: name.to_owned(),
        first_day: first,
        last_day: first.plus_days(days - 1),
    };
    vec![
        off("Martin Luther King Jr. Day", nth(year, 1, MONDAY, 3), 1),
        off("Presidents’ Day", nth(year, 2, MONDAY, 3), 1),
        off("Labor Day", nth(year, 9, MONDAY, 1), 1),
        off("Fall break", nth(year, 10, MONDAY, 2), 1),
        off("Thanksgiving", nth(year, 11, THURSDAY, 4).plus_days(-1), 3),
    ]
}

/// The days with school before `until`, in order.
pub(crate) fn school_days(calendar: &Calendar, until: Date) -> Vec<Date> {
    let day = |date| i64::from(day_number(date));
    calendar
        .terms
        .iter()
        .flat_map(|term| day(term.first_day)..=day(term.last_day))
        .map(date_of_day)
        .filter(|date| *date < until && calendar.has_school(*date))
        .collect()
}

/// How far the year has come on a day, 0 on its first and 1 on its last.
pub(crate) fn gone(calendar: &Calendar, date: Date) -> f64 {
    let whole = day_number(calendar.last_day) - day_number(calendar.first_day);
    f64::from(day_number(date) - day_number(calendar.first_day)) / f64::from(whole)
}

/// Central time in the United States: summer time from the second Sunday of March to the first of November.
pub(crate) fn offset(date: Date) -> UtcOffset {
    let year = date.year();
    let summer = nth(year, 3, SUNDAY, 2)..nth(year, 11, SUNDAY, 1);
    UtcOffset(if summer.contains(&date) { -300 } else { -360 })
}

/// The n-th such weekday of a month, n from 1.
fn nth(year: i16, month: i8, weekday: u8, n: i64) -> Date {
    let first = date(year, month, 1);
    let ahead = (i64::from(weekday) - i64::from(first.days_after_monday())).rem_euclid(7);
    first.plus_days(ahead + 7 * (n - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_2026_runs_from_25_august_to_4_june() {
        let year = calendar(date(2026, 11, 22));
        assert_eq!((year.first_day, year.last_day), (date(2026, 8, 25), date(2027, 6, 4)));
        assert_eq!(year.terms[0].last_day, date(2026, 12, 18));
    }

    #[test]
    fn in_the_summer_and_the_first_weeks_the_year_before_is_shown_whole() {
        assert_eq!(calendar(date(2027, 7, 20)).first_day, date(2026, 8, 25));
        assert_eq!(calendar(date(2026, 9, 3)).first_day, date(2025, 8, 26));
        assert_eq!(calendar(date(2027, 2, 1)).first_day, date(2026, 8, 25));
    }

    #[test]
    fn there_is_no_school_at_weekends_and_on_holidays() {
        let days = school_days(&calendar(date(2026, 12, 20)), date(2026, 12, 20));
        for free in [date(2026, 9, 7), date(2026, 11, 26), date(2026, 10, 3)] {
            assert!(!days.contains(&free), "{free}");
        }
        assert!(days.contains(&date(2026, 11, 20)) && days.len() > 70, "{}", days.len());
    }

    #[test]
    fn the_clocks_change_on_the_first_sunday_of_november() {
        assert_eq!(offset(date(2026, 10, 31)), UtcOffset(-300));
        assert_eq!(offset(date(2026, 11, 1)), UtcOffset(-360));
    }
}
