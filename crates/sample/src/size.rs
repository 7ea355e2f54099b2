//! How big a made-up district is, and how far its school year has come.

use domain::time::Date;
use domain::time::date;

/// How big a district to make up. The same seed and size give the same district, byte for byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Size {
    /// How many schools, 1 ..= 120; the first is always Cedar Ridge Elementary.
    pub schools: usize,
    /// How many visits, spread over the school days before `until`. Fewer are made when the observers of so few
    /// schools could not have fitted them in. Beside every 75 of them one lesson is recorded by two or three observers
    /// together, up to 24 lessons.
    pub visits: usize,
    /// The first day without visits: today, when the year should look current. A day with fewer than
    /// [`Size::LEAST_DAYS`] of its school year gone gives the whole school year before.
    pub until: Date,
}

impl Size {
    /// Days since the first day of school before a school year is worth showing.
    pub const LEAST_DAYS: i32 = 28;

    /// Eight schools in three networks and 1,500 visits, up to the autumn check of the school year 2026–27.
    #[must_use]
    pub fn demo() -> Self {
        Self { schools: 8, visits: 1_500, until: date(2026, 11, 21) }
    }

    /// Two schools and 40 visits, for tests.
    #[must_use]
    pub fn tiny() -> Self {
        Self { schools: 2, visits: 40, ..Self::demo() }
    }

    /// So many visits over the whole school year 2026–27, with schools enough for them: 8 ..= 80.
    #[must_use]
    pub fn with_visits(visits: usize) -> Self {
        Self { schools: (visits / 1_900).clamp(8, 80), visits, until: date(2027, 7, 1) }
    }

    /// The same, with the year gone as far as this day.
    #[must_use]
    pub fn until(self, until: Date) -> Self {
        Self { until, ..self }
    }
}
