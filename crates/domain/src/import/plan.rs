use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::dates::{DateOrder, Decided, decide, read_date};
use super::fold::fold;
use super::incoming::Incoming;
use super::mapping::{Fault, Mapping};
use super::refused::{Reason, Refused};
use super::row::Reading;
use super::sheet::Sheet;
use super::source::SourceName;
use crate::district::{Person, School};
use crate::framework::Framework;
use crate::id::{AccountId, DocumentHash, SchoolId};
use crate::roster::Roster;
use crate::time::{Date, UtcOffset};

/// What a table is read against.
#[derive(Debug, Clone, Copy)]
pub struct Setup<'a> {
    /// What the source is called: with the row it makes the visit's id.
    pub source: &'a SourceName,
    /// The school whose visits these are.
    pub school: &'a SchoolId,
    /// The same as the district describes it, for tables that name schools.
    pub described: Option<&'a School>,
    /// The framework version that the visits are recorded against.
    pub framework: &'a Framework,
    /// The document that holds it.
    pub document: DocumentHash,
    /// The school's roster, if there is one.
    pub roster: Option<&'a Roster>,
    /// Everyone who may be named as the observer.
    pub people: &'a [Person],
    /// Who imports, and stands for observers that nobody knows.
    pub importer: &'a AccountId,
    /// The local date; later ones have not happened.
    pub today: Date,
    /// The offset from UTC at which the table's times are read.
    pub offset: UtcOffset,
    /// How tables of the source were read before, in any order: rows that changed since are known again by these too.
    pub earlier: &'a [Mapping],
}

/// What an import would do: the dry run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Visits, in the order of their rows.
    pub visits: Vec<Incoming>,
    /// Rows that make none; a row with several faults stands here several times.
    pub refused: Vec<Refused>,
    /// Rows of other schools.
    pub elsewhere: u32,
    /// Rows between others with nothing in them.
    pub empty: u32,
    /// What the visits say that the district does not know.
    pub strangers: Strangers,
    /// How dates such as 3/4/2026 were read; `None` when there was none.
    pub date_order: Option<DateOrder>,
}

/// Words of the visits that the district does not know, each with how many visits say it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Strangers {
    /// Classrooms, kept as described.
    pub classrooms: BTreeMap<String, u32>,
    /// Teachers, kept as described.
    pub teachers: BTreeMap<String, u32>,
    /// Observers, in whose place whoever imports stands.
    pub observers: BTreeMap<String, u32>,
    /// Grades that are none, or several; left open.
    pub grades: BTreeMap<String, u32>,
    /// Visits without a time of day. They stand at midnight, which spreadsheets write for a day alone, and are left out of
    /// whatever is said of times of day: see [`Begin::minute`](crate::visit::Begin::minute).
    pub untimed: u32,
    /// Visits without minutes: counts in them have no rate.
    pub unwatched: u32,
}

/// Why a table cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CannotRead {
    /// The mapping does not go with the table or the framework.
    Mapping(Vec<Fault>),
    /// Nothing says whether the month or the day comes first: a person has to.
    DateOrder {
        /// The column.
        column: String,
        /// A date that can be read both ways.
        example: String,
    },
}

/// Reads a table: the dry run of an import.
///
/// # Errors
/// When the mapping cannot be used, or the order of its dates is open. Single rows never make it fail.
pub fn read(sheet: &Sheet, mapping: &Mapping, setup: &Setup<'_>) -> Result<Plan, CannotRead> {
    let date_order = settle(sheet, mapping, setup.framework)?;
    let reading = Reading { sheet, mapping, setup, order: date_order };
    let earlier: Vec<Reading<'_>> = earlier(sheet, mapping, setup).collect();
    let mut plan = Plan {
        visits: Vec::new(),
        refused: Vec::new(),
        elsewhere: 0,
        empty: sheet.empty(),
        strangers: Strangers::default(),
        date_order,
    };
    let mut seen: BTreeMap<&[String], u32> = BTreeMap::new();
    for row in sheet.rows() {
        let school = reading.cell(row, mapping.school.as_ref());
        if mapping.school.is_some() && !is_school(setup, school) {
            plan.elsewhere += 1;
            continue;
        }
        if let Some(first) = seen.get(row.cells()) {
            plan.refused.push(Refused { row: row.number, column: None, reason: Reason::SameAs(*first) });
            continue;
        }
        seen.insert(row.cells(), row.number);
        match reading.visit(row, &mut plan.strangers) {
            Ok(visit) => {
                let known_as = earlier.iter().filter_map(|reading| reading.known_as(row)).collect();
                plan.visits.push(Incoming { known_as, ..visit });
            }
            Err(refused) => plan.refused.extend(refused),
        }
    }
    Ok(plan)
}

/// The table as earlier mappings read it. What they no longer find in it reads as an empty cell.
fn earlier<'a>(sheet: &'a Sheet, mapping: &Mapping, setup: &'a Setup<'a>) -> impl Iterator<Item = Reading<'a>> {
    let others = setup.earlier.iter().filter(move |other| *other != mapping);
    others.filter_map(move |mapping| Some(Reading { sheet, mapping, setup, order: date_order(sheet, mapping).ok()? }))
}

/// Whether the table can be read by a mapping, and how dates such as 3/4/2026 are meant then; `None` when there are none.
///
/// # Errors
/// What a person has to choose first.
pub(super) fn settle(sheet: &Sheet, mapping: &Mapping, framework: &Framework) -> Result<Option<DateOrder>, CannotRead> {
    let faults = mapping.faults(sheet, framework);
    if faults.is_empty() { date_order(sheet, mapping) } else { Err(CannotRead::Mapping(faults)) }
}

fn date_order(sheet: &Sheet, mapping: &Mapping) -> Result<Option<DateOrder>, CannotRead> {
    if mapping.date_order.is_some() {
        return Ok(mapping.date_order);
    }
    let place = sheet.place(&mapping.date).unwrap_or(usize::MAX);
    let dates = || sheet.rows().iter().filter_map(move |row| Some((row.cell(place), read_date(row.cell(place))?.0)));
    match decide(dates().map(|(_, written)| written)) {
        Decided::NotNeeded => Ok(None),
        Decided::Order(order) => Ok(Some(order)),
        Decided::Open => {
            let example = dates().find(|(_, written)| written.date(None).is_none()).map(|(text, _)| text.to_owned());
            Err(CannotRead::DateOrder { column: mapping.date.clone(), example: example.unwrap_or_default() })
        }
    }
}

fn is_school(setup: &Setup<'_>, cell: &str) -> bool {
    let named = setup.described.is_some_and(|school| fold(&school.name) == fold(cell));
    named || fold(setup.school.as_str()) == fold(cell)
}
