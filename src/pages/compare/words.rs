//! A row in words: its verdict, how far it is from what is expected, and what it would take to tell.

use domain::compare::ComparisonRow;
use domain::district::District;
use domain::expectation::{Direction, Expectation, Scope, Target};
use domain::framework::Kind;
use domain::stats::{Gap, Standing};

use super::Unit;
use crate::components::Shape;
use crate::pages::narrow::{autonomy, grades};
use crate::text::Text;

/// The shape of a standing; a look-for of which nothing is expected has the empty one.
pub(crate) fn shape(standing: Option<Standing>) -> Shape {
    match standing {
        Some(Standing::Met) => Shape::Met,
        Some(Standing::Close) => Shape::Close,
        Some(Standing::Below) => Shape::Below,
        Some(Standing::TooManyBlanks | Standing::TooFew | Standing::CannotTell) => Shape::Unclear,
        Some(Standing::NoVisits) | None => Shape::None,
    }
}

/// A standing in a word or a few. "Below" a cap would be good news, so over it has a word of its own.
pub(crate) fn standing(text: &Text, row: &ComparisonRow) -> String {
    match (row.standing, direction(row)) {
        (Some(Standing::Below), Direction::AtMost) => text.get("compare-over"),
        (standing, _) => standing_word(text, standing),
    }
}

/// A standing in a word or a few, whichever side is good.
pub(crate) fn standing_word(text: &Text, standing: Option<Standing>) -> String {
    match standing {
        Some(Standing::NoVisits) => text.get("compare-no-visits"),
        Some(Standing::TooManyBlanks) => text.get("compare-too-many-blanks"),
        Some(Standing::TooFew) => text.get("compare-too-few"),
        Some(Standing::Met) => text.get("compare-met"),
        Some(Standing::Close) => text.get("compare-close"),
        Some(Standing::Below) => text.get("compare-below"),
        Some(Standing::CannotTell) => text.get("compare-cannot-tell"),
        None => text.get("compare-not-expected"),
    }
}

/// The gap with its interval, or what would be needed to tell.
pub(crate) fn gap(text: &Text, row: &ComparisonRow) -> String {
    match (row.standing, row.gap()) {
        (None, _) => estimate(text, row).unwrap_or_else(|| no_estimate(text, row)),
        (Some(Standing::NoVisits), _) => no_estimate(text, row),
        (Some(Standing::TooManyBlanks), _) => {
            let (blank, all) = (row.tally.blank(), row.tally.blank() + row.visits);
            text.with("compare-blank-of", [("blank", blank.into()), ("all", all.into())])
        }
        (Some(Standing::TooFew), _) | (Some(_), None) => to_minimum(text, row),
        (Some(Standing::Below), Some(gap)) => short(text, row, gap.interval().low(), gap.interval().high()),
        (Some(Standing::Close), Some(gap)) => close(text, row, gap),
        (Some(Standing::Met), Some(gap)) => met(text, row, gap),
        (Some(Standing::CannotTell), Some(gap)) => {
            let reach = [
                ("short", short(text, row, gap.interval().high(), gap.interval().high()).into()),
                ("past", past(text, row, -gap.interval().low()).into()),
            ];
            let either = text.with("compare-gap-either", reach);
            needed(text, row).map_or(either.clone(), |needed| format!("{either}; {needed}"))
        }
    }
}

/// "Non-negotiable · 58 visits, 22 rooms · 4 blank".
pub(crate) fn note(text: &Text, row: &ComparisonRow) -> String {
    let visits = [("visits", row.visits.into()), ("rooms", row.classrooms.into())];
    let mut parts = vec![autonomy(text, row.look_for.autonomy), text.with("compare-visits-rooms", visits)];
    if row.tally.blank() > 0 {
        parts.push(text.with("compare-blank", [("n", row.tally.blank().into())]));
    }
    if row.older {
        parts.push(text.get("compare-older"));
    }
    parts.join(" · ")
}

/// "45 % (31–60 %)", or the value alone where it has no interval.
pub(crate) fn estimate(text: &Text, row: &ComparisonRow) -> Option<String> {
    let unit = Unit::of(row);
    match row.estimate {
        Some(estimate) => {
            let values = [
                ("value", unit.value(text, estimate.point()).into()),
                ("range", unit.range(text, estimate.interval()).into()),
            ];
            Some(text.with("compare-estimate", values))
        }
        None => Some(unit.value(text, row.observed?)),
    }
}

/// What would be needed to tell, where more visits like these would do it.
pub(crate) fn needed(text: &Text, row: &ComparisonRow) -> Option<String> {
    let more = row.needed.more_visits.map(|more| text.with("compare-needed-more", [("n", more.into())]));
    more.or_else(|| could_show(text, row))
}

/// The smallest gap that these visits could show.
pub(crate) fn could_show(text: &Text, row: &ComparisonRow) -> Option<String> {
    let smallest = Unit::Visits.difference(text, row.needed.smallest_gap?);
    Some(text.with("compare-needed-gap", [("amount", smallest.into())]))
}

/// "at least 80 % of visits".
pub(crate) fn expected_level(text: &Text, kind: &Kind, expectation: &Expectation) -> String {
    let level = match expectation.target {
        Target::Share(share) => Unit::Visits.value(text, share.value()),
        Target::Amount(amount) => Unit::of_amount(kind).value(text, amount.value()),
    };
    match expectation.direction {
        Direction::AtLeast => text.with("compare-at-least", [("level", level.into())]),
        Direction::AtMost => text.with("compare-at-most", [("level", level.into())]),
    }
}

/// Where an expectation holds: "in the whole district", "in mathematics".
pub(crate) fn scope(text: &Text, district: Option<&District>, scope: &Scope) -> String {
    match scope {
        Scope::District => text.get("compare-scope-district"),
        Scope::Network(id) => {
            let networks = district.map_or(&[][..], |district| &district.networks);
            let known = networks.iter().find(|network| network.id == *id);
            let name = known.map_or_else(|| id.to_string(), |network| network.name.clone());
            text.with("compare-scope-network", [("name", name.into())])
        }
        Scope::School(id) => {
            let known = district.and_then(|district| district.school(id));
            let name = known.map_or_else(|| id.to_string(), |school| school.name.clone());
            text.with("compare-scope-school", [("name", name.into())])
        }
        Scope::GradeBand(low, high) => {
            text.with("compare-scope-grades", [("name", grades(text, (*low, *high)).into())])
        }
        Scope::Subject(id) => text.with("compare-scope-subject", [("name", id.as_str().into())]),
        Scope::Group(id) => text.with("compare-scope-group", [("name", id.as_str().into())]),
    }
}

/// Which side is good; without an expectation nothing is.
pub(crate) fn direction(row: &ComparisonRow) -> Direction {
    row.expectation.as_ref().map_or(Direction::AtLeast, |expectation| expectation.direction)
}

fn short(text: &Text, row: &ComparisonRow, low: f64, high: f64) -> String {
    let amount = [("amount", Unit::of(row).differences(text, low, high).into())];
    match direction(row) {
        Direction::AtLeast => text.with("compare-gap-short", amount),
        Direction::AtMost => text.with("compare-gap-over", amount),
    }
}

fn past(text: &Text, row: &ComparisonRow, by: f64) -> String {
    let amount = [("amount", Unit::of(row).difference(text, by).into())];
    match direction(row) {
        Direction::AtLeast => text.with("compare-gap-above", amount),
        Direction::AtMost => text.with("compare-gap-under", amount),
    }
}

fn close(text: &Text, row: &ComparisonRow, gap: Gap) -> String {
    let interval = gap.interval();
    if interval.low() > 0.0 {
        short(text, row, interval.low(), interval.high())
    } else {
        let short = short(text, row, gap.point(), gap.point());
        text.with("compare-gap-maybe-none", [("short", short.into())])
    }
}

fn met(text: &Text, row: &ComparisonRow, gap: Gap) -> String {
    let unit = Unit::of(row);
    let level = row.expected().map_or_else(String::new, |expected| match unit {
        Unit::Visits | Unit::Time | Unit::Students | Unit::Moments => unit.level(text, expected.level()),
        Unit::PerTenMinutes => unit.value(text, expected.level()),
    });
    let there = match direction(row) {
        Direction::AtLeast => text.with("compare-gap-at-or-above", [("level", level.into())]),
        Direction::AtMost => text.with("compare-gap-at-or-under", [("level", level.into())]),
    };
    let most = gap.interval().high();
    if most > 0.0 {
        let short = short(text, row, most, most);
        text.with("compare-gap-or-short", [("there", there.into()), ("short", short.into())])
    } else {
        there
    }
}

/// Too few visits or classrooms: how many more, or until when a gap of 20 points would show.
fn to_minimum(text: &Text, row: &ComparisonRow) -> String {
    let (visits, rooms) = (row.needed.visits_to_minimum, row.needed.classrooms_to_minimum);
    match (row.needed.more_visits, visits, rooms) {
        (_, 0, 1..) => text.with("compare-needed-rooms", [("n", rooms.into())]),
        (Some(more), ..) => text.with("compare-needed-more", [("n", more.into())]),
        (None, 1.., _) => text.with("compare-needed-visits", [("n", visits.into())]),
        (None, 0, 0) => no_estimate(text, row),
    }
}

fn no_estimate(text: &Text, row: &ComparisonRow) -> String {
    let unjudged = row.tally.could_not_judge();
    if row.visits > 0 {
        text.get("compare-no-interval")
    } else if unjudged > 0 {
        text.with("compare-unjudged", [("n", unjudged.into())])
    } else {
        text.get("compare-nobody-looked")
    }
}

#[cfg(test)]
mod tests;
