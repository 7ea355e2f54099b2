//! What the made-up district has set out to reach.

use domain::district::{Aim, Area, Goal, Goals, Initiative, Measure, Reading, Unit};
use domain::expectation::Direction;
use domain::time::Date;

/// Goals that the board adopted a few weeks before the school year, and two initiatives of which one serves none.
pub(crate) fn all(first_day: Date) -> Goals {
    let adopted = first_day.plus_days(-21);
    let goal = |id: &str, name: &str, aim: Aim, look_fors: &[&str], agreed: &[&str]| Goal {
        id: id.into(),
        name: name.to_owned(),
        area: Area::District,
        aim,
        look_fors: look_fors.iter().map(|id| (*id).into()).collect(),
        adopted,
        until: None,
        agreed: agreed.iter().map(|name| (*name).to_owned()).collect(),
    };
    let reading = Measure {
        name: "Grade 4 reading, at or above standard".to_owned(),
        unit: Unit::Percent,
        direction: Direction::AtLeast,
        baseline: hundredths(5_140),
        measured: first_day.plus_days(-90),
        target: hundredths(6_500),
        by: first_day.plus_days(640),
    };
    let initiative = |id: &str, name: &str, serves: Option<&str>| Initiative {
        id: id.into(),
        name: name.to_owned(),
        area: Area::District,
        serves: serves.map(Into::into),
        from: first_day,
        until: None,
    };
    Goals {
        all: vec![
            goal(
                "reading",
                "Two of three fourth-graders read at grade level",
                Aim::Achievement(reading),
                &["goal", "open-questions", "talk"],
                &["Three Rivers Education Association", "Parents’ council"],
            ),
            goal(
                "thinking",
                "Students explain their thinking in every lesson",
                Aim::Instruction,
                &["thinking", "check"],
                &["Principals’ group"],
            ),
        ],
        initiatives: vec![
            initiative("libraries", "A library in every classroom", Some("reading")),
            initiative("signs", "New signs for the hallways", None),
        ],
        most: None,
    }
}

fn hundredths(value: i32) -> Reading {
    Reading::try_from(value).unwrap_or(Reading::ZERO)
}
