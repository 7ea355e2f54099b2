use crate::coverage::SchoolDay;
use crate::district::Calendar;
use crate::roster::Roster;
use crate::time::Date;

/// The first day that can still be planned, at a minute of a day: that day until the last lesson of these schools is over,
/// and then the next.
pub fn first_day<'a>(rosters: impl IntoIterator<Item = &'a Roster>, (today, minute): (Date, u16)) -> Date {
    today.plus_days(i64::from(SchoolDay::of(rosters).is_over(minute)))
}

/// The Mondays of the weeks that can be planned on a day: the one in which school goes on next, and the one after it
/// where that has school too. None when the school year has no day left.
#[must_use]
pub fn weeks_ahead(calendar: &Calendar, today: Date) -> Vec<Date> {
    let from = today.max(calendar.first_day);
    let days = std::iter::successors(Some(from), |day| Some(day.plus_days(1)));
    let next = days.take_while(|day| *day <= calendar.last_day).find(|day| calendar.has_school(*day));
    let Some(monday) = next.map(Date::monday) else { return Vec::new() };
    let after = monday.plus_days(7);
    let both = [monday, after].into_iter();
    both.filter(|week| *week == monday || !days_left(calendar, *week, today).is_empty()).collect()
}

/// The school days of a week from a day on.
#[must_use]
pub fn days_left(calendar: &Calendar, monday: Date, today: Date) -> Vec<Date> {
    let week = (0..5).map(|day| monday.plus_days(day));
    week.filter(|day| *day >= today && calendar.has_school(*day)).collect()
}
