//! Dates and times as people and programs write them.

mod parts;

use serde::{Deserialize, Serialize};

use super::fold::fold;
use crate::time::Date;
use parts::{Part, parts};

/// Which comes first in a date such as 3/4/2026.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// 3/4 is the 4th of March, as in the United States.
    MonthFirst,
    /// 3/4 is the 3rd of April, as nearly everywhere else.
    DayFirst,
}

/// A date as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    /// There is one way to read it.
    Sure(Date),
    /// Two numbers, of which either may be the month, and a year.
    Numbers(i8, i8, i16),
}

/// What a column's dates say together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decided {
    /// None of them needs an order.
    NotNeeded,
    /// At least one can be read in this order only, and none in the other only.
    Order(DateOrder),
    /// They leave it open, or contradict each other.
    Open,
}

impl Written {
    pub(super) fn date(self, order: Option<DateOrder>) -> Option<Date> {
        match (self, order) {
            (Self::Sure(date), _) => Some(date),
            (Self::Numbers(month, day, year), Some(DateOrder::MonthFirst))
            | (Self::Numbers(day, month, year), Some(DateOrder::DayFirst)) => Date::new(year, month, day),
            (Self::Numbers(..), None) => None,
        }
    }

    fn only(self) -> Option<DateOrder> {
        let order = |order| self.date(Some(order)).is_some();
        match (order(DateOrder::MonthFirst), order(DateOrder::DayFirst)) {
            (true, false) => Some(DateOrder::MonthFirst),
            (false, true) => Some(DateOrder::DayFirst),
            (true, true) | (false, false) => None,
        }
    }
}

/// Decides the order of a whole column; never row by row.
pub(super) fn decide(dates: impl Iterator<Item = Written>) -> Decided {
    let (mut open, mut month, mut day) = (false, false, false);
    for date in dates.filter(|date| matches!(date, Written::Numbers(..))) {
        match date.only() {
            Some(DateOrder::MonthFirst) => month = true,
            Some(DateOrder::DayFirst) => day = true,
            None => open = true,
        }
    }
    match (month, day, open) {
        (true, false, _) => Decided::Order(DateOrder::MonthFirst),
        (false, true, _) => Decided::Order(DateOrder::DayFirst),
        (false, false, false) => Decided::NotNeeded,
        (true, true, _) | (false, false, true) => Decided::Open,
    }
}

/// A date, with the minute of the day where a time stands beside it; `None` when it is none.
pub(super) fn read_date(text: &str) -> Option<(Written, Option<u16>)> {
    let (day, time) = match text.find(':') {
        Some(colon) => {
            let hour = text[..colon].trim_end_matches(|sign: char| sign.is_ascii_digit()).len();
            (&text[..hour], Some(read_time(&text[hour..])?))
        }
        None => (text, None),
    };
    let parts = parts(day);
    let date = match parts.as_slice() {
        [Part::Number(digits, _)] if digits.len() == 8 => {
            Written::Sure(new_date(digits.get(..4)?, digits.get(4..6)?, digits.get(6..)?)?)
        }
        [Part::Number(year, _), Part::Number(month, _), Part::Number(day, _)] if year.len() == 4 => {
            Written::Sure(new_date(year, month, day)?)
        }
        [Part::Number(day, Some('.')), Part::Number(month, _), Part::Number(year, _)] => {
            Written::Sure(Date::new(read_year(year)?, month.parse().ok()?, day.parse().ok()?)?)
        }
        [Part::Number(one, _), Part::Number(other, _), Part::Number(year, _)] => {
            numbers(one.parse().ok()?, other.parse().ok()?, read_year(year)?)?
        }
        [Part::Number(day, _), Part::Month(month), Part::Number(year, _)]
        | [Part::Month(month), Part::Number(day, _), Part::Number(year, _)]
        | [Part::Number(year, _), Part::Month(month), Part::Number(day, _)]
            if year.len() == 4 || day.len() < 4 =>
        {
            Written::Sure(Date::new(read_year(year)?, *month, day.parse().ok()?)?)
        }
        _ => return None,
    };
    Some((date, time))
}

/// A time of day as `9:05`, `14:05:33`, `2:05 PM` or `14:05Z`; a minute of the day.
pub(super) fn read_time(text: &str) -> Option<u16> {
    let (hours, rest) = text.trim().split_once(':')?;
    let mut hours: u16 = hours.trim().parse().ok().filter(|hours| *hours < 24)?;
    let minutes: u16 = rest.get(..2)?.parse().ok()?;
    let half = fold(&rest[2..]).replace(' ', "");
    let half = half.trim_start_matches(|sign: char| sign.is_ascii_digit());
    match half {
        "pm" if hours < 12 => hours += 12,
        "am" if hours == 12 => hours = 0,
        "" | "z" | "am" | "pm" => {}
        _ => return None,
    }
    (minutes < 60).then_some(hours * 60 + minutes)
}

/// The same date whichever number is the month, or one of which the order is open.
fn numbers(one: i8, other: i8, year: i16) -> Option<Written> {
    let (month_first, day_first) = (Date::new(year, one, other), Date::new(year, other, one));
    match (month_first, day_first) {
        (Some(date), Some(same)) if date == same => Some(Written::Sure(date)),
        (None, None) => None,
        (Some(_), Some(_) | None) | (None, Some(_)) => Some(Written::Numbers(one, other, year)),
    }
}

fn new_date(year: &str, month: &str, day: &str) -> Option<Date> {
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// Two digits are of this century: nobody walked through classrooms with a spreadsheet in the last.
fn read_year(digits: &str) -> Option<i16> {
    let year: i16 = digits.parse().ok()?;
    match digits.len() {
        2 => Some(2000 + year),
        4 => Some(year),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::date;

    #[test]
    fn dates_are_read_as_people_and_programs_write_them() {
        let day = date(2026, 11, 20);
        for (text, minute) in [
            ("2026-11-20", None),
            ("2026-11-20T09:05:33Z", Some(545)),
            ("2026-11-20 09:05", Some(545)),
            ("2026/11/20", None),
            ("20261120", None),
            ("20.11.2026", None),
            ("Nov 20, 2026", None),
            ("Friday, November 20th, 2026 9:05 AM", Some(545)),
            ("20-Nov-26", None),
            ("viernes 20 de noviembre de 2026", None),
        ] {
            assert_eq!(read_date(text), Some((Written::Sure(day), minute)), "{text}");
        }
        let open = |text| read_date(text).map(|(written, _)| written);
        assert_eq!(open("3/4/2026"), Some(Written::Numbers(3, 4, 2026)));
        assert_eq!(open("3/4/26 2:05:00 PM"), Some(Written::Numbers(3, 4, 2026)));
        assert_eq!(open("3/3/2026"), Some(Written::Sure(date(2026, 3, 3))));
        assert_eq!(open("martes 3 de marzo de 2026"), Some(Written::Sure(date(2026, 3, 3))));
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "soon",
            "13/13/2026",
            "2026-02-30",
            "45981",
            "11/20",
            "Room 3/4/2026",
            "1/2/3/2026",
            "2026-11-20 25:00",
        ] {
            assert_eq!(read_date(text), None, "{text}");
        }
    }

    #[test]
    fn times_are_read_in_both_clocks() {
        for (text, minute) in
            [("9:05", 545), ("09:05:59", 545), ("2:05 PM", 845), ("2:05 p.m.", 845), ("12:00 AM", 0), ("12:30 pm", 750)]
        {
            assert_eq!(read_time(text), Some(minute), "{text}");
        }
        for text in ["", "9", "24:00", "65535:00", "9:5", "9:61", "9:05 xm", "noon:00"] {
            assert_eq!(read_time(text), None, "{text}");
        }
    }

    #[test]
    fn the_whole_column_decides_the_order() {
        let decided = |texts: &[&str]| decide(texts.iter().filter_map(|text| Some(read_date(text)?.0)));
        assert_eq!(decided(&["3/4/2026", "3/20/2026"]), Decided::Order(DateOrder::MonthFirst));
        assert_eq!(decided(&["3/4/2026", "20/3/2026"]), Decided::Order(DateOrder::DayFirst));
        assert_eq!(decided(&["3/4/2026", "5/6/2026"]), Decided::Open);
        assert_eq!(decided(&["3/20/2026", "20/3/2026"]), Decided::Open);
        assert_eq!(decided(&["2026-03-04", "3/3/2026"]), Decided::NotNeeded);
    }
}
