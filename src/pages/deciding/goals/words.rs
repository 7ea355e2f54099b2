//! Goals in words.

use domain::district::{
    Area, BadCell, BadFigure, CannotSetGoal, CannotTake, Course, District, Figure, FigureKind, Goal, Initiative,
    Measure, NotFigures, Progress, Reading, Unit,
};
use domain::expectation::{Direction, Scope};

use crate::pages::compare::scope;
use crate::pages::words::failure as network;
use crate::state::FiguresFailure;
use crate::text::{Language, Text};

/// More rows of a file than this are not listed.
const MOST_LISTED: usize = 20;

/// Where something holds: "in the whole district".
pub(super) fn place(text: &Text, district: &District, area: &Area) -> String {
    let of = match area {
        Area::District => Scope::District,
        Area::Network(id) => Scope::Network(id.clone()),
        Area::School(id) => Scope::School(id.clone()),
    };
    scope(text, Some(district), &of)
}

/// "Adopted by the board on 10 Aug 2026, in the whole district, until …".
pub(super) fn adopted(text: &Text, district: &District, goal: &Goal) -> String {
    let facts = [("date", text.full_date(goal.adopted).into()), ("place", place(text, district, &goal.area).into())];
    match goal.until {
        None => text.with("goal-adopted", facts),
        Some(last) => {
            let [date, place] = facts;
            text.with("goal-adopted-until", [date, place, ("until", text.full_date(last).into())])
        }
    }
}

/// When an initiative is under way, and where.
pub(super) fn under_way(text: &Text, district: &District, one: &Initiative) -> String {
    let facts = [("from", text.full_date(one.from).into()), ("place", place(text, district, &one.area).into())];
    match one.until {
        None => text.with("goal-under-way", facts),
        Some(last) => {
            let [from, place] = facts;
            text.with("goal-under-way-until", [from, place, ("until", text.full_date(last).into())])
        }
    }
}

/// A number in the language's own form, with its unit.
pub(super) fn reading(text: &Text, unit: Unit, reading: Reading) -> String {
    let number = number(text, reading);
    match unit {
        Unit::Percent => format!("{number}\u{a0}%"),
        Unit::Points => number,
    }
}

/// A number in the language's own form.
pub(super) fn number(text: &Text, reading: Reading) -> String {
    let written = reading.to_string().replace('-', "−");
    match text.language() {
        Language::En => written,
        Language::Es => written.replace('.', ","),
    }
}

/// How far a reading is from another: "+3.5 points".
pub(super) fn change(text: &Text, from: Reading, to: Reading) -> String {
    let by = to.less(from);
    let sign = if by > Reading::ZERO { "+" } else { "" };
    text.with("goal-points", [("n", format!("{sign}{}", number(text, by)).into())])
}

/// "Grade 4 reading: from 50 % on 1 Jun 2026 to at least 70 % by 1 Jun 2028".
pub(super) fn measure(text: &Text, measure: &Measure) -> String {
    let facts = [
        ("name", measure.name.trim().into()),
        ("baseline", reading(text, measure.unit, measure.baseline).into()),
        ("measured", text.full_date(measure.measured).into()),
        ("target", reading(text, measure.unit, measure.target).into()),
        ("by", text.full_date(measure.by).into()),
    ];
    match measure.direction {
        Direction::AtLeast => text.with("goal-measure-least", facts),
        Direction::AtMost => text.with("goal-measure-most", facts),
    }
}

/// Where a school or group stands on its way; nothing before its first result.
pub(super) fn progress(text: &Text, measure: &Measure, course: &Course) -> String {
    let Some(last) = course.results.last() else { return text.get("goal-progress-none") };
    text.get(match measure.progress(course.baseline.as_ref(), &course.target, last) {
        Progress::Reached => "goal-progress-reached",
        Progress::OnPath => "goal-progress-on-path",
        Progress::Behind => "goal-progress-behind",
        Progress::NoBetter => "goal-progress-no-better",
        Progress::Short => "goal-progress-short",
    })
}

/// Baseline, target or result.
pub(super) fn kind(text: &Text, kind: FigureKind) -> String {
    text.get(match kind {
        FigureKind::Baseline => "goal-baseline",
        FigureKind::Target => "goal-target",
        FigureKind::Result => "goal-result",
    })
}

/// Of whom a figure is: a school, a group, or all.
pub(super) fn whose(text: &Text, district: &District, figure: &Figure) -> String {
    of_whom(text, district, figure.school.as_ref(), figure.group.as_ref())
}

/// Of whom figures are.
pub(super) fn of_whom(
    text: &Text,
    district: &District,
    school: Option<&domain::id::SchoolId>,
    group: Option<&domain::id::GroupId>,
) -> String {
    let school = match school {
        None => text.get("goal-whole"),
        Some(id) => district.school(id).map_or_else(|| id.to_string(), |school| school.name.clone()),
    };
    match group {
        None => school,
        Some(group) => text.with("goal-whose-group", [("school", school.into()), ("group", group.as_str().into())]),
    }
}

/// The message that says why a goal or an initiative cannot be set.
pub(in crate::pages::deciding) fn cannot(why: CannotSetGoal) -> &'static str {
    match why {
        CannotSetGoal::Name => "goal-wrong-name",
        CannotSetGoal::Agreed => "goal-wrong-agreed",
        CannotSetGoal::Dates => "goal-wrong-dates",
        CannotSetGoal::LookFors => "goal-wrong-look-fors",
        CannotSetGoal::Measure => "goal-wrong-measure",
        CannotSetGoal::Target => "goal-wrong-target",
        CannotSetGoal::TooMany => "goal-wrong-too-many",
        CannotSetGoal::InUse => "goal-wrong-in-use",
        CannotSetGoal::NoSuchGoal => "goal-wrong-no-such-goal",
    }
}

/// Why a figure cannot be taken.
pub(super) fn bad_figure(why: BadFigure) -> &'static str {
    match why {
        BadFigure::Changed => "goal-figure-changed",
        BadFigure::Again => "goal-figure-again",
        BadFigure::NoMeasure => "goal-figure-no-measure",
        BadFigure::School => "goal-figure-school",
        BadFigure::Group => "goal-figure-group",
        BadFigure::Value => "goal-figure-value",
        BadFigure::Students => "goal-figure-students",
        BadFigure::TooMany => "goal-figure-too-many",
    }
}

/// Why a step with figures did not work, each thing that is wrong by itself.
pub(super) fn failed(text: &Text, failure: &FiguresFailure) -> Vec<String> {
    match failure {
        FiguresFailure::Cannot(CannotTake { why, .. }) => vec![text.get(bad_figure(*why))],
        FiguresFailure::Network(failure) => vec![network(text, *failure)],
        FiguresFailure::File(NotFigures::NotText(line)) => {
            vec![text.with("goal-file-not-text", [("line", (*line).into())])]
        }
        FiguresFailure::File(NotFigures::NoTable) => vec![text.get("goal-file-no-table")],
        FiguresFailure::File(NotFigures::Empty) => vec![text.get("goal-file-empty")],
        FiguresFailure::File(NotFigures::NoColumns(names)) => {
            vec![text.with("goal-file-no-columns", [("names", names.join(", ").into())])]
        }
        FiguresFailure::File(NotFigures::Rows(rows)) => {
            let said = rows.iter().take(MOST_LISTED).map(|row| {
                let why = text.get(match row.why {
                    BadCell::Date => "goal-file-date",
                    BadCell::Number => "goal-file-number",
                    BadCell::Students => "goal-figure-students",
                    BadCell::Kind => "goal-file-kind",
                    BadCell::TwoSchools => "goal-file-two-schools",
                    BadCell::Figure(why) => bad_figure(why),
                });
                let facts = [
                    ("number", row.number.into()),
                    ("column", row.column.as_str().into()),
                    ("value", row.value.as_str().into()),
                    ("why", why.into()),
                ];
                text.with("goal-file-row", facts)
            });
            let more = rows.len().saturating_sub(MOST_LISTED);
            let more = (more > 0).then(|| text.with("goal-file-more", [("n", more.into())]));
            said.chain(more).collect()
        }
    }
}
