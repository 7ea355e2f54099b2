//! What the made-up district expects: for everyone, and differently for a network, a school, grades, a subject, a group.

use domain::expectation::{Direction, Expectation, ExpectedAmount, ExpectedShare, Scope, Target};
use domain::roster::Grade;
use domain::time::Date;

use crate::sound;

/// How close is close, in share of visits: ten points.
pub(crate) const MARGIN: f64 = 0.10;

/// Points expected everywhere from the first day.
const SHARES: [(&str, u8); 16] = [
    ("grade-level", 90),
    ("planned-unit", 85),
    ("connections", 70),
    ("goal", 80),
    ("thinking", 60),
    ("explain", 60),
    ("modelling", 65),
    ("check", 80),
    ("adjust", 60),
    ("look-back", 70),
    ("support", 65),
    ("plan-supports", 85),
    ("language", 75),
    ("stretch", 50),
    ("routines", 75),
    ("respect", 90),
];

/// Amounts expected everywhere from the first day, in the look-for's unit. Nothing is expected yet of the subject
/// words: they are only watched this year.
const AMOUNTS: [(&str, Direction, f64); 7] = [
    ("open-questions", Direction::AtLeast, 4.0),
    ("talk", Direction::AtLeast, 0.33),
    ("feedback", Direction::AtLeast, 3.0),
    ("small-group", Direction::AtLeast, 0.25),
    ("on-task", Direction::AtLeast, 0.90),
    ("among", Direction::AtLeast, 0.60),
    ("interruptions", Direction::AtMost, 1.0),
];

/// The expectations of a school year that begins on `first`.
pub(crate) fn all(first: Date) -> Vec<Expectation> {
    let everywhere = SHARES
        .into_iter()
        .map(|(id, points)| share(id, Scope::District, first, points))
        .chain(AMOUNTS.into_iter().map(|(id, direction, level)| amount(id, Scope::District, first, direction, level)));
    let raised = first.plus_days(41);
    everywhere
        .chain([
            // The learning goal was raised for everyone once the first weeks had shown that it is within reach.
            share("goal", Scope::District, raised, 90),
            share("check", Scope::Network("secondary".into()), first, 70),
            share("routines", Scope::School("summit-valley".into()), first, 85),
            share("explain", Scope::GradeBand(Grade(-1), Grade(2)), first, 45),
            amount("open-questions", Scope::Subject("Mathematics".into()), first, Direction::AtLeast, 5.0),
            share("language", Scope::Group("English learners".into()), first, 90),
        ])
        .collect()
}

fn share(id: &str, scope: Scope, from: Date, points: u8) -> Expectation {
    let target = Target::Share(sound(ExpectedShare::from_points(points)));
    Expectation::new(id.into(), scope, from, Direction::AtLeast, target)
}

fn amount(id: &str, scope: Scope, from: Date, direction: Direction, level: f64) -> Expectation {
    let target = Target::Amount(sound(ExpectedAmount::new(level)));
    Expectation::new(id.into(), scope, from, direction, target)
}
