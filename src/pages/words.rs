//! What several pages say in the same words.

use domain::device::Documents;
use domain::id::SchoolId;
use domain::permission::Role;
use domain::roster::{Classroom, Grade};
use domain::sync::{Failure, ProblemCode, RetryAfter};
use domain::time::{DAY, Date, HOUR, MINUTE, Millis, UtcOffset, local};
use domain::visit::{Adult, Context, Place};

use crate::state::Model;
use crate::text::Text;

/// A grade: "Grade 4", "Kindergarten".
#[must_use]
pub fn grade(text: &Text, grade: Grade) -> String {
    match grade.0 {
        i8::MIN..=-1 => text.get("grade-pre-kindergarten"),
        0 => text.get("grade-kindergarten"),
        number => text.with("grade-number", [("n", number.into())]),
    }
}

/// In quotation marks, one after the other.
pub(super) fn quoted(text: &Text, names: &[String]) -> String {
    let one = |name: &String| text.with("words-quoted", [("name", name.as_str().into())]);
    names.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// What somebody is in the district.
#[must_use]
pub fn role(text: &Text, role: Role) -> String {
    match role {
        Role::Administrator => text.get("role-administrator"),
        Role::Principal => text.get("role-principal"),
        Role::Coach => text.get("role-coach"),
        Role::Observer => text.get("role-observer"),
    }
}

/// Who teaches what to whom in a classroom: "R. Okafor · Grade 4 · Mathematics".
#[must_use]
pub fn lesson(text: &Text, documents: &Documents, school: &SchoolId, classroom: &Classroom) -> String {
    let roster = documents.rosters.get(school);
    let lead = classroom.lead.as_ref().and_then(|lead| roster?.teacher(lead)).map(|teacher| teacher.name.clone());
    let grade = classroom.grade.map(|taught| grade(text, taught));
    let subject = classroom.subject.as_ref().map(ToString::to_string);
    lead.into_iter().chain(grade).chain(subject).collect::<Vec<_>>().join(" · ")
}

/// Who teaches what in a classroom; the school first where the tablet holds several.
#[must_use]
pub fn lesson_here(model: &Model, school: &SchoolId, classroom: &Classroom) -> String {
    let lesson = lesson(&model.text, &model.documents, school, classroom);
    let district = model.documents.district.as_ref().filter(|_| model.documents.rosters.len() > 1);
    let school = district.and_then(|district| district.school(school));
    school.map_or(lesson.clone(), |school| format!("{} · {lesson}", school.name))
}

/// A day of the week and its date: "Friday, 20 Nov".
#[must_use]
pub fn day(text: &Text, date: Date) -> String {
    capital(&day_within(text, date))
}

/// The same inside a sentence: "viernes, 20 nov" where weekdays are written small.
#[must_use]
pub fn day_within(text: &Text, date: Date) -> String {
    text.with("today-date", [("weekday", weekday_within(text, date).into()), ("date", text.date(date).into())])
}

/// "Friday".
#[must_use]
pub fn weekday(text: &Text, date: Date) -> String {
    capital(&weekday_within(text, date))
}

fn weekday_within(text: &Text, date: Date) -> String {
    const DAYS: [&str; 7] = ["weekday-1", "weekday-2", "weekday-3", "weekday-4", "weekday-5", "weekday-6", "weekday-7"];
    DAYS.get(usize::from(date.days_after_monday())).map(|id| text.get(id)).unwrap_or_default()
}

/// With a capital letter, as a line begins.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// The classroom of a visit, by its name on the door or as the observer described it.
#[must_use]
pub fn room(documents: &Documents, school: &SchoolId, context: Option<&Context>) -> Option<String> {
    match &context?.classroom {
        Place::Known(id) => {
            let known = documents.rosters.get(school).and_then(|roster| roster.classroom(id));
            Some(known.map_or_else(|| id.to_string(), |classroom| classroom.name.clone()))
        }
        Place::Described(words) => Some(words.clone()),
    }
}

/// The adult who leads a visit's lesson, by name.
#[must_use]
pub fn lead(documents: &Documents, school: &SchoolId, context: Option<&Context>) -> Option<String> {
    match context?.lead.as_ref()? {
        Adult::Known(id) => {
            let known = documents.rosters.get(school).and_then(|roster| roster.teacher(id));
            Some(known.map_or_else(|| id.to_string(), |teacher| teacher.name.clone()))
        }
        Adult::Described(words) => Some(words.clone()),
    }
}

/// A moment, as near as it needs to be: "10:41" today, "20 Nov" on any other day.
#[must_use]
pub fn moment(text: &Text, at: Millis, now: Millis, offset: UtcOffset) -> String {
    let (date, today) = (local(at, offset).0, local(now, offset).0);
    if date == today { text.clock(at, offset) } else { text.date(date) }
}

/// A moment in full: "20 Nov, 10:41".
#[must_use]
pub fn date_and_time(text: &Text, at: Millis, offset: UtcOffset) -> String {
    let (date, time) = (text.date(local(at, offset).0), text.clock(at, offset));
    text.with("date-and-time", [("date", date.into()), ("time", time.into())])
}

/// Why a request brought no answer that could be used: what happened, and what to do.
#[must_use]
pub fn failure(text: &Text, failure: Failure) -> String {
    match failure {
        Failure::Unreachable => text.get("failure-unreachable"),
        Failure::Garbled => text.get("failure-garbled"),
        Failure::Problem(ProblemCode::SlowDown, wait) => {
            let minutes = whole_minutes(wait.map_or(MINUTE, |RetryAfter(millis)| millis));
            text.with("failure-slow-down", [("minutes", minutes.into())])
        }
        Failure::Problem(ProblemCode::Busy, _) => text.get("failure-busy"),
        Failure::Problem(ProblemCode::SignedOut, _) => text.get("failure-signed-out"),
        Failure::Problem(ProblemCode::WrongPassphrase, _) => text.get("failure-wrong-passphrase"),
        Failure::Problem(ProblemCode::NotAllowed, _) => text.get("failure-not-allowed"),
        Failure::Problem(ProblemCode::Rewound, _) => text.get("failure-rewound"),
        Failure::Problem(ProblemCode::WrongOrigin, _) => text.get("failure-wrong-origin"),
        Failure::Problem(ProblemCode::Fault, _) => text.get("failure-fault"),
        Failure::Problem(ProblemCode::Unreadable | ProblemCode::TooLarge | ProblemCode::NotFound, _) => {
            text.get("failure-versions")
        }
    }
}

/// A clock that is wrong by more than this, in milliseconds, is worth saying so.
const CLOCK_TOLERANCE: i64 = 5 * MINUTE;

/// How wrong the tablet's clock is, once that is more than five minutes.
#[must_use]
pub fn clock_trouble(model: &Model) -> Option<String> {
    let text = &model.text;
    let ahead = model.ledger.clock_ahead.filter(|ahead| ahead.abs() > CLOCK_TOLERANCE)?;
    let length = length(text, ahead.abs());
    Some(if ahead > 0 {
        text.with("banner-clock-fast", [("length", length.into())])
    } else {
        text.with("banner-clock-slow", [("length", length.into())])
    })
}

/// Milliseconds in the unit that people would use: "12 minutes", "3 hours", "2 days".
#[must_use]
pub fn length(text: &Text, millis: i64) -> String {
    if millis >= 2 * DAY {
        text.with("length-days", [("n", (millis / DAY).into())])
    } else if millis >= 2 * HOUR {
        text.with("length-hours", [("n", (millis / HOUR).into())])
    } else {
        text.with("length-minutes", [("n", whole_minutes(millis).into())])
    }
}

/// Milliseconds as whole minutes, rounded up and at least one.
#[must_use]
pub fn whole_minutes(millis: i64) -> i64 {
    (millis.max(1) - 1) / MINUTE + 1
}
