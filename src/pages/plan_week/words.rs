use domain::coverage::TimeOfDay;
use domain::plan_week::{Stop, Why};
use domain::time::Date;

use crate::text::{Text, minute_of_day};

/// When to go: "In the morning, lesson 09:15–10:00".
pub(crate) fn when(text: &Text, stop: &Stop) -> String {
    let time = time(text, stop.time);
    match stop.lesson {
        None => time,
        Some(lesson) => text.with(
            "plan-week-at-lesson",
            [
                ("time", time.into()),
                ("begins", minute_of_day(lesson.begins).into()),
                ("ends", minute_of_day(lesson.ends).into()),
            ],
        ),
    }
}

/// Why it is in the plan, as seen on a day: "last visited 7 weeks ago".
pub(crate) fn why(text: &Text, why: Why, today: Date) -> String {
    match why {
        Why::Never => text.get("plan-week-why-never"),
        Why::NotSince(last) => match last.days_until(today) {
            days @ ..14 => text.with("plan-week-why-days", [("n", days.into())]),
            days => text.with("plan-week-why-weeks", [("n", (days / 7).into())]),
        },
        Why::Drawn => text.get("plan-week-why-drawn"),
        Why::ByHand => text.get("plan-week-why-by-hand"),
    }
}

/// A third of the day, as a time to go.
pub(crate) fn time(text: &Text, time: TimeOfDay) -> String {
    match time {
        TimeOfDay::Morning => text.get("plan-week-morning"),
        TimeOfDay::Midday => text.get("plan-week-midday"),
        TimeOfDay::Afternoon => text.get("plan-week-afternoon"),
    }
}
