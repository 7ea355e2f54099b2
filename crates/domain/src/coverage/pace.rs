use serde::{Deserialize, Serialize};

use crate::compare::{Ground, Selection, select};
use crate::district::Calendar;
use crate::stats::at_most_of;
use crate::time::Date;

/// Visits week by week, against what the district expects.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pace {
    /// Every week with school up to and including the present one, in order.
    pub weeks: Vec<WeekCount>,
    /// Visits that the district expects of these schools in a week; `None` where it expects none.
    pub expected: Option<u32>,
    /// Where the visits have become fewer; `None` where they have not, or not surely.
    pub drop_off: Option<DropOff>,
}

/// Visits in one week, those with nothing to observe included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekCount {
    /// Its Monday.
    pub monday: Date,
    /// How many.
    pub visits: u32,
    /// The week is not over.
    pub running: bool,
}

/// From some week on, far fewer visits than before.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct DropOff {
    /// The Monday of the first such week.
    pub since: Date,
    /// Visits a week before, on average.
    pub before: f64,
    /// Visits a week since, on average.
    pub after: f64,
    /// It began in the second half of the school year: the one that every district knows.
    pub spring: bool,
}

/// So many whole weeks make a drop-off, and no fewer.
const SHORTEST: usize = 3;
/// It takes so many whole weeks before anything is called one.
const FEWEST_WEEKS: usize = 9;
/// Since then at most this part of what was before.
const FALLEN_TO: f64 = 2.0 / 3.0;
/// How likely chance alone may look like one.
const BY_CHANCE: f64 = 0.05;

/// Counts a selection's visits week by week, from the first week of school to `today`. Weeks without school (between
/// terms) are left out.
#[must_use]
pub fn pace(ground: &Ground<'_>, selection: &Selection, today: Date) -> Pace {
    let calendar = &ground.district.calendar;
    let mut weeks = school_weeks(calendar, today);
    for (_, _, row) in select(ground, selection) {
        let monday = row.date().monday();
        if let Ok(at) = weeks.binary_search_by_key(&monday, |week| week.monday)
            && let Some(week) = weeks.get_mut(at)
        {
            week.visits += 1;
        }
    }
    let schools = u32::try_from(ground.schools(selection).len()).unwrap_or(u32::MAX);
    Pace {
        drop_off: drop_off(&weeks, calendar),
        weeks,
        expected: ground.district.visits_a_week.map(|visits| visits.saturating_mul(schools)),
    }
}

fn school_weeks(calendar: &Calendar, today: Date) -> Vec<WeekCount> {
    let school = |monday: Date| (0..7).any(|day| calendar.has_school(monday.plus_days(day)));
    let end = today.min(calendar.last_day);
    let mondays = std::iter::successors(Some(calendar.first_day.monday()), |monday| Some(monday.plus_days(7)));
    let until = mondays.take_while(|monday| *monday <= end);
    let week = |monday: Date| WeekCount { monday, visits: 0, running: monday.plus_days(6) >= today };
    until.filter(|monday| school(*monday)).map(week).collect()
}

/// The latest weeks that are so much quieter than all before that chance hardly explains it.
///
/// If nothing had changed, each visit would fall into the last w of n weeks with probability w/n; the binomial
/// probability of as few visits or fewer is held against [`BY_CHANCE`] divided by how many w are tried (Bonferroni).
/// The w with the smallest probability is where it began.
fn drop_off(weeks: &[WeekCount], calendar: &Calendar) -> Option<DropOff> {
    let whole: Vec<_> = weeks.iter().filter(|week| !week.running).collect();
    if whole.len() < FEWEST_WEEKS {
        return None;
    }
    let all: u32 = whole.iter().map(|week| week.visits).sum();
    let tried = SHORTEST..=whole.len() / 2;
    let level = BY_CHANCE / tried.clone().count() as f64;
    let candidates = tried.filter_map(|last| {
        let since = whole.get(whole.len() - last)?;
        let late: u32 = whole.iter().rev().take(last).map(|week| week.visits).sum();
        let before = f64::from(all - late) / (whole.len() - last) as f64;
        let after = f64::from(late) / last as f64;
        let p = at_most_of(late, all, last as f64 / whole.len() as f64)?;
        let spring = calendar.first_day.days_until(since.monday) * 2 > calendar.first_day.days_until(calendar.last_day);
        let found = DropOff { since: since.monday, before, after, spring };
        (p <= level && after <= before * FALLEN_TO).then_some((p, found))
    });
    candidates.min_by(|(one, _), (other, _)| one.total_cmp(other)).map(|(_, found)| found)
}
