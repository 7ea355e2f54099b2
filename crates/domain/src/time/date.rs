//! A local date. The calendar is jiff's; what a date looks like in a save or on the wire is ours, so that it is one
//! form and no other, and so that the app carries jiff's arithmetic without its many other formats.

use std::fmt;
use std::str::FromStr;

use jiff::SignedDuration;
use jiff::civil;
use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

/// A day of the Gregorian calendar in the tablet's own place, years 0 ..= 9999. Written as `2026-11-20`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

/// A date known when the program is written.
///
/// # Panics
///
/// When there is no such day.
#[must_use]
pub const fn date(year: i16, month: i8, day: i8) -> Date {
    assert!(year >= 0, "years before 0 cannot be written");
    Date(civil::date(year, month, day))
}

const FIRST: civil::Date = civil::date(0, 1, 1);

const HOURS_A_DAY: i64 = 24;

impl Date {
    /// A date from its parts; `None` when there is no such day.
    #[must_use]
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        civil::Date::new(year, month, day).ok().filter(|date| *date >= FIRST).map(Self)
    }

    /// 0 ..= 9999.
    #[must_use]
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// 1 ..= 12.
    #[must_use]
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// 1 ..= 31.
    #[must_use]
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// Days since the Monday on or before: 0 on a Monday, 6 on a Sunday.
    #[must_use]
    pub fn days_after_monday(self) -> u8 {
        self.0.weekday().to_monday_zero_offset().unsigned_abs()
    }

    /// The Monday on or before.
    #[must_use]
    pub fn monday(self) -> Self {
        self.plus_days(-i64::from(self.days_after_monday()))
    }

    /// The first and the last day of its month.
    #[must_use]
    pub fn whole_month(self) -> (Self, Self) {
        (Self(self.0.first_of_month()), Self(self.0.last_of_month()))
    }

    /// So many days later, or earlier when negative; stays at the end of the calendar rather than wrap.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        let hours = days.saturating_mul(HOURS_A_DAY).clamp(-LONGEST, LONGEST);
        Self(self.0.saturating_add(SignedDuration::from_hours(hours)).max(FIRST))
    }

    /// Days from this date to `later`; negative when that one is earlier.
    #[must_use]
    pub fn days_until(self, later: Self) -> i32 {
        i32::try_from(later.0.duration_since(self.0).as_hours() / HOURS_A_DAY).unwrap_or(0)
    }
}

/// Hours that are certain to lie beyond either end of the calendar, and within what a duration holds.
const LONGEST: i64 = 10_000 * 366 * HOURS_A_DAY;

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

/// A text is not a date written as `2026-11-20`, or there is no such day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a date is written as 2026-11-20, and must exist")]
pub struct NotADate;

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let &[y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1] = text.as_bytes() else { return Err(NotADate) };
        let year = number(&[y0, y1, y2, y3])?;
        let month = i8::try_from(number(&[m0, m1])?).map_err(|_| NotADate)?;
        let day = i8::try_from(number(&[d0, d1])?).map_err(|_| NotADate)?;
        Self::new(year, month, day).ok_or(NotADate)
    }
}

/// At most four digits.
fn number(digits: &[u8]) -> Result<i16, NotADate> {
    let digit = |byte: &u8| byte.is_ascii_digit().then(|| i16::from(byte - b'0')).ok_or(NotADate);
    digits.iter().try_fold(0, |so_far, byte| Ok(so_far * 10 + digit(byte)?))
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Written;
        impl Visitor<'_> for Written {
            type Value = Date;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date such as 2026-11-20")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Date, E> {
                text.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_reads_back_as_it_was_written() {
        for day in [date(1970, 1, 1), date(2024, 2, 29), date(9999, 12, 31), date(0, 1, 1)] {
            assert_eq!(day.to_string().parse(), Ok(day));
        }
    }

    #[test]
    fn no_other_form_is_a_date() {
        for text in [
            "",
            "2026-11-2",
            "2026-11-020",
            "26-11-20",
            "2026-02-29",
            "2026-13-01",
            "2026-11-20T00:00",
            "+026-11-20",
            "2026-1-120",
        ] {
            assert_eq!(text.parse::<Date>(), Err(NotADate), "{text}");
        }
    }

    #[test]
    fn days_are_counted_over_leap_years_and_both_ways() {
        assert_eq!(date(2024, 2, 28).plus_days(2), date(2024, 3, 1));
        assert_eq!(date(2026, 3, 1).plus_days(-1), date(2026, 2, 28));
        assert_eq!(date(1970, 1, 1).days_until(date(2026, 11, 20)), 20_777);
        assert_eq!(date(2026, 11, 20).days_until(date(1970, 1, 1)), -20_777);
        assert_eq!(date(0, 1, 1).days_until(date(9999, 12, 31)), 3_652_424);
    }

    #[test]
    fn the_calendar_ends_rather_than_wraps() {
        assert_eq!(date(2026, 11, 20).plus_days(i64::MAX), date(9999, 12, 31));
        assert_eq!(date(2026, 11, 20).plus_days(i64::MIN), date(0, 1, 1));
    }

    #[test]
    fn a_week_begins_on_monday() {
        assert_eq!(date(2026, 11, 22).monday(), date(2026, 11, 16));
        assert_eq!(date(2026, 11, 16).monday(), date(2026, 11, 16));
    }
}
