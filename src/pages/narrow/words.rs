use domain::compare::{Flagged, Person, Selection};
use domain::framework::Autonomy;
use domain::id::SchoolId;
use domain::roster::Grade;
use domain::time::Date;
use domain::visit::{Flag, Outcome};

use super::Offered;
use crate::pages::words::grade;
use crate::text::Text;

/// A grade, or a band of them: "Grades 3–5".
pub(crate) fn grades(text: &Text, (low, high): (Grade, Grade)) -> String {
    if low == high {
        grade(text, low)
    } else if low.0 > 0 {
        text.with("narrow-grades", [("low", low.0.into()), ("high", high.0.into())])
    } else {
        format!("{} – {}", grade(text, low), grade(text, high))
    }
}

/// Non-negotiable or adaptable.
pub(crate) fn autonomy(text: &Text, autonomy: Autonomy) -> String {
    match autonomy {
        Autonomy::NonNegotiable => text.get("narrow-non-negotiable"),
        Autonomy::Adaptable => text.get("narrow-adaptable"),
    }
}

/// A circumstance of a lesson.
fn flag(text: &Text, flag: Flag) -> String {
    match flag {
        Flag::Substitute => text.get("narrow-flag-substitute"),
        Flag::CoTaught => text.get("narrow-flag-co-taught"),
        Flag::Test => text.get("narrow-flag-test"),
        Flag::Transition => text.get("narrow-flag-transition"),
        Flag::SpecialRoom => text.get("narrow-flag-special-room"),
    }
}

/// What is done with flagged visits.
pub(crate) fn flagged(text: &Text, flagged: Flagged) -> String {
    match flagged {
        Flagged::Count => text.get("narrow-flags-count"),
        Flagged::LeaveOut => text.get("narrow-flags-leave-out"),
        Flagged::Only(only) => text.with("narrow-flags-only", [("flag", flag(text, only).into())]),
    }
}

/// How a look-for ended.
pub(crate) fn outcome(text: &Text, outcome: Outcome) -> String {
    match outcome {
        Outcome::Shown => text.get("narrow-shown"),
        Outcome::NotShown => text.get("narrow-not-shown"),
        Outcome::NotApplicable => text.get("narrow-not-applicable"),
        Outcome::CouldNotJudge => text.get("narrow-could-not-judge"),
        Outcome::Blank => text.get("narrow-blank"),
    }
}

/// The names of schools, or of the network that they are; a school that the district does not name stands with its id.
pub(crate) fn schools(offered: &Offered, ids: &[SchoolId]) -> String {
    if let Some((_, network)) = offered.networks.iter().find(|(network, _)| network == ids) {
        return network.clone();
    }
    let name = |id: &SchoolId| {
        let known = offered.schools.iter().find(|(known, _)| known == id);
        known.map_or_else(|| id.to_string(), |(_, name)| name.clone())
    };
    ids.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// Whose visits: "Observed by …", "Lessons of …".
pub(crate) fn person(text: &Text, offered: &Offered, person: &Person) -> String {
    let known = offered.people.iter().find(|(known, _)| known == person).map(|(_, name)| name.clone());
    match person {
        Person::Observer(id) => {
            text.with("trends-observer", [("name", known.unwrap_or_else(|| id.to_string()).into())])
        }
        Person::Teacher(id) => text.with("trends-teacher", [("name", known.unwrap_or_else(|| id.to_string()).into())]),
    }
}

/// From one day to another, with the year where either is not of this one: "1 Sep – 20 Nov".
pub(crate) fn dates(text: &Text, (from, to): (Date, Date), today: Date) -> String {
    let written = |date: Date| if years_apart(from, to, today) { text.full_date(date) } else { text.date(date) };
    if from == to { written(from) } else { format!("{} – {}", written(from), written(to)) }
}

/// Whether dates need their year to be told apart.
fn years_apart(from: Date, to: Date, today: Date) -> bool {
    from.year() != today.year() || to.year() != today.year()
}

/// Everything but school and days that a selection narrows, in words: what a printed page must say for itself.
pub(crate) fn said(text: &Text, offered: &Offered, selection: &Selection) -> Vec<String> {
    let mut said = Vec::new();
    said.extend(selection.grades.map(|band| grades(text, band)));
    said.extend(selection.subject.as_ref().map(ToString::to_string));
    said.extend(selection.group.as_ref().map(ToString::to_string));
    said.extend(selection.person.as_ref().map(|whose| person(text, offered, whose)));
    said.extend(selection.strand.as_ref().and_then(|id| offered.strand(id)).map(str::to_owned));
    said.extend(selection.autonomy.map(|kind| autonomy(text, kind)));
    if selection.flagged != Flagged::Count {
        said.push(flagged(text, selection.flagged));
    }
    if !selection.sources.paper {
        said.push(text.get("narrow-no-paper"));
    }
    if !selection.sources.imported {
        said.push(text.get("narrow-no-imported"));
    }
    said
}
