use std::collections::BTreeMap;

use super::pooled::Held;
use super::{ComparisonRow, Ground, Selection, select};
use crate::id::SchoolId;
use crate::stats::{Estimate, Measure, Share, VarianceComponents, WANTED_RELIABILITY, visits_for_reliability};
use crate::visit::{Outcome, Place};

/// How much one visit to a classroom says about that classroom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Steadiness {
    /// Classrooms with two such visits or more: those from which it can be told.
    pub classrooms: usize,
    /// ICC(1): the part of the spread that lies between classrooms, `0..=1`.
    pub correlation: Estimate,
    /// Visits that a classroom needs until their mean is as reliable as [`WANTED_RELIABILITY`]; `None` when classrooms do
    /// not differ.
    pub visits: Option<u32>,
}

/// From the visits of a selection, for the look-for and in the measure of a row. `None` when no classroom was visited
/// twice, and when every visit found the same.
#[must_use]
pub fn steadiness(ground: &Ground<'_>, selection: &Selection, row: &ComparisonRow) -> Option<Steadiness> {
    let everything = Selection { drill: None, ..selection.clone() };
    let mut rooms: BTreeMap<(&SchoolId, &Place), Vec<f64>> = BTreeMap::new();
    let mut held = BTreeMap::new();
    for (pack, _, visit) in select(ground, &everything).filter(|(_, _, visit)| !visit.nothing()) {
        let framework = ground.frameworks.get(&pack.key.framework)?;
        let version = pack.key.framework;
        let held = held.entry(version).or_insert_with(|| Held::of(&row.look_for, version, framework));
        let Some(held) = held else { continue };
        let value = match row.measure {
            Measure::ShareOfVisits => held.outcome(visit).and_then(shown),
            Measure::Amount => held.amount(visit).rate(&row.look_for.kind),
        };
        if let (Some(value), Some(room)) = (value, pack.classroom(visit)) {
            rooms.entry((&pack.key.school, room)).or_default().push(value);
        }
    }
    let values: Vec<Vec<f64>> = rooms.into_values().collect();
    let correlation = VarianceComponents::of(&values)?.correlation();
    let wanted = Share::new(WANTED_RELIABILITY).ok()?;
    Some(Steadiness {
        classrooms: values.iter().filter(|visits| visits.len() > 1).count(),
        correlation,
        visits: visits_for_reliability(Share::new(correlation.point()).ok()?, wanted),
    })
}

fn shown(outcome: Outcome) -> Option<f64> {
    outcome.looked().then(|| f64::from(u8::from(outcome == Outcome::Shown)))
}
