//! What an import would do, or has done, as the app shows it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::against::{Against, ChangedRow};
use super::dates::DateOrder;
use super::mapping::Mapping;
use super::plan::{Plan, Strangers};
use super::refused::{Reason, Refused};
use crate::id::{ImportId, LookForId};

/// How many rows of a kind are listed one by one.
const LISTED: usize = 500;

/// What an import would do, or has done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportReport {
    /// The import that was done; `None` after a dry run, and when there was nothing to import.
    pub import: Option<ImportId>,
    /// Visits that are new.
    pub new: u32,
    /// Rows that were imported before.
    pub already: u32,
    /// Rows that say something else than when they were imported, and are not imported again.
    pub changed_rows: u32,
    /// The first 500 of them.
    pub changed: Vec<ChangedRow>,
    /// Rows that make no visit.
    pub refused_rows: u32,
    /// Why, for the first 500 reasons; a row with several faults stands here several times.
    pub refused: Vec<Refused>,
    /// Values that nothing is known of yet, of all refused rows.
    pub unmeant: Vec<Unmeant>,
    /// Rows of other schools.
    pub elsewhere: u32,
    /// Rows between others with nothing in them.
    pub empty: u32,
    /// What the visits say that the district does not know.
    pub strangers: Strangers,
    /// How dates such as 3/4/2026 were read; `None` when there was none.
    pub date_order: Option<DateOrder>,
}

/// Values of a look-for's column of which the mapping does not say what they mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unmeant {
    /// The column.
    pub column: String,
    /// The look-for that it answers.
    pub look_for: LookForId,
    /// Each value with how many rows have it; at most 500 values, more are no answers.
    pub values: BTreeMap<String, u32>,
}

impl ImportReport {
    /// The report of a plan. `import` names what was done.
    #[must_use]
    pub fn new(plan: &Plan, against: &Against, mapping: &Mapping, import: Option<ImportId>) -> Self {
        let refused_rows: BTreeSet<u32> = plan.refused.iter().map(|refused| refused.row).collect();
        Self {
            import,
            new: count(against.new.len()),
            already: against.already,
            changed_rows: count(against.changed.len()),
            changed: against.changed.iter().take(LISTED).copied().collect(),
            refused_rows: count(refused_rows.len()),
            refused: plan.refused.iter().take(LISTED).cloned().collect(),
            unmeant: unmeant(plan, mapping),
            elsewhere: plan.elsewhere,
            empty: plan.empty,
            strangers: plan.strangers.clone(),
            date_order: plan.date_order,
        }
    }
}

fn unmeant(plan: &Plan, mapping: &Mapping) -> Vec<Unmeant> {
    let mut found: BTreeMap<&str, BTreeMap<String, u32>> = BTreeMap::new();
    for refused in &plan.refused {
        if let (Some(column), Some(value)) = (&refused.column, unknown(&refused.reason)) {
            let values = found.entry(column).or_default();
            if values.contains_key(value) || values.len() < LISTED {
                *values.entry(value.to_owned()).or_default() += 1;
            }
        }
    }
    let of_columns = mapping.look_fors.iter().filter_map(|one| {
        let values = found.remove(one.column.as_str())?;
        Some(Unmeant { column: one.column.clone(), look_for: one.look_for.clone(), values })
    });
    of_columns.collect()
}

/// The value that somebody could give a meaning, where that is what is wrong with a row.
fn unknown(reason: &Reason) -> Option<&str> {
    match reason {
        Reason::UnknownValue(value) | Reason::NotACount(value) | Reason::NotMinutes(value) => Some(value),
        Reason::NoDate
        | Reason::NotADate(_)
        | Reason::InTheFuture(_)
        | Reason::NotATime(_)
        | Reason::NoPlace
        | Reason::LongerThanVisit(_)
        | Reason::TooLong { .. }
        | Reason::CellsBesides
        | Reason::SameAs(_) => None,
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
