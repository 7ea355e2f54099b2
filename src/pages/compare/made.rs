//! Rows for the tests of the words around them.

use domain::compare::{ComparisonRow, Needed, Tally};
use domain::expectation::{Direction, Expectation, ExpectedShare, Scope, Target};
use domain::framework::{Autonomy, Kind, LookFor};
use domain::id::DocumentHash;
use domain::stats::{Estimate, Interval, Measure, Standing};

/// A row that expects at least 80 % of visits, with a value and its interval.
pub(super) fn row(standing: Standing, value: f64, (low, high): (f64, f64)) -> ComparisonRow {
    ComparisonRow {
        look_for: LookFor {
            id: "check".into(),
            text: "Understanding is checked".to_owned(),
            short: "Checks".to_owned(),
            hint: None,
            kind: Kind::Presence,
            autonomy: Autonomy::NonNegotiable,
            segments: Vec::new(),
            examples: Vec::new(),
            succeeds: None,
        },
        version: DocumentHash::default(),
        strand: "assessment".into(),
        strand_name: "Assessment".to_owned(),
        older: false,
        counts_also: Vec::new(),
        became: Vec::new(),
        tally: Tally::new(26, 58).unwrap(),
        amount: None,
        measure: Measure::ShareOfVisits,
        visits: 58,
        classrooms: 22,
        observed: Some(value),
        estimate: Some(Estimate::new(value, Interval::new(low, high).unwrap()).unwrap()),
        plain: None,
        design_effect: Some(1.2),
        expectation: Some(Expectation::new(
            "check".into(),
            Scope::District,
            "2026-09-01".parse().unwrap(),
            Direction::AtLeast,
            Target::Share(ExpectedShare::from_points(80).unwrap()),
        )),
        standing: Some(standing),
        shortfall_by_chance: None,
        needed: Needed::default(),
    }
}
