//! What every column and every look-for of the tidy table means.

use std::collections::BTreeMap;

use super::{Cell, Column, guard, words};
use crate::framework::{Framework, Kind, LookFor, Segment};
use crate::id::DocumentHash;

/// The names in the codebook's first row.
pub const CODEBOOK_COLUMNS: [&str; 6] = ["about", "name", "meaning", "unit", "allowed_values", "framework"];

/// The codebook's rows, cells in the order of [`CODEBOOK_COLUMNS`]: what the table as a whole is, its columns, what is not
/// in it, and every look-for of these framework versions.
#[must_use]
pub fn codebook<'a>(frameworks: &BTreeMap<DocumentHash, &'a Framework>) -> Vec<[Cell<'a>; 6]> {
    let mut rows: Vec<[Cell<'a>; 6]> = Vec::new();
    rows.extend(TABLE.map(|(name, meaning)| row("table", name, meaning, "", "")));
    rows.extend(Column::ALL.map(|column| {
        let (meaning, unit, allowed) = described(column);
        row("column", column.name(), meaning, unit, allowed)
    }));
    rows.extend(NOT_THERE.map(|(name, meaning)| row("not in the table", name, meaning, "", "")));
    for (hash, framework) in frameworks {
        for look_for in framework.look_fors() {
            let [about, name, meaning] = [text("look-for"), text(look_for.id.as_str()), text(&look_for.text)];
            let unit = text(words::unit(&look_for.kind));
            rows.push([about, name, meaning, unit, owned(rule(look_for)), owned(hash.to_string())]);
        }
    }
    rows
}

const TABLE: [(&str, &str); 4] = [
    ("row", "One visit and one look-for. A visit has as many rows as its framework version has look-fors."),
    (
        "guard",
        "A text that begins with =, +, -, @, a tab, a carriage return, a line feed or an apostrophe has one apostrophe in \
         front, so that no spreadsheet takes it for a formula. Take one leading apostrophe off to have the text as it was written.",
    ),
    (
        "scope",
        "Only visits that whoever asked may open one by one. Nothing is suppressed: every row is one visit. Where small \
         groups must not be recognised, publish tallies, not this table.",
    ),
    ("file", "CSV: UTF-8, commas, quotes doubled inside quotes. Workbook: the same cells on one sheet."),
];

const NOT_THERE: [(&str, &str); 3] = [
    (
        "rating level",
        "Visits are packed with how each look-for ended, not with the level that was chosen: a rating is shown at or above \
         the level in its rule, else not shown.",
    ),
    ("notes", "Notes, strengths and questions stay with the visit."),
    ("moments", "When within a visit something was tapped, and in which segment of the lesson, is not in the table."),
];

fn described(column: Column) -> (&'static str, &'static str, &'static str) {
    match column {
        Column::Visit => ("Which visit; the same in every export", "", "32 hexadecimal digits"),
        Column::School => ("The school's id", "", ""),
        Column::SchoolName => ("The school's name today", "", ""),
        Column::Date => ("Local date of the visit", "day", "YYYY-MM-DD"),
        Column::Time => (
            "Local time at which the visit began; empty for an imported visit whose file did not say",
            "minute of the day",
            "HH:MM, 00:00 to 23:59",
        ),
        Column::ClassroomId => ("The classroom's id on the roster; empty when the roster does not have it", "", ""),
        Column::Classroom => ("The classroom's name on the roster, or as the observer described it", "", ""),
        Column::TeacherId => ("Id of the teacher who led; empty when the roster does not have them", "", ""),
        Column::Teacher => ("Name of the teacher who led; empty when nobody was named", "", ""),
        Column::ObserverId => ("Account of the observer", "", ""),
        Column::Observer => ("Name of the observer today", "", ""),
        Column::Grade => ("Grade taught, as it was on the day", "", "PK; K; 1 to 12; empty when mixed or not known"),
        Column::Subject => ("Subject taught, as it was on the day", "", "empty when not known"),
        Column::Groups => (
            "Tags on the class group, as they were on the day. Groups overlap: never add them up",
            "",
            "separated by semicolons; a semicolon or backslash inside a tag has a backslash in front",
        ),
        Column::Source => ("Where the record comes from", "", "live; paper; imported"),
        Column::Circumstances => (
            "What explains the visit",
            "",
            "substitute; co-taught; test; transition; special room; several are separated by semicolons",
        ),
        Column::NothingToObserve => ("The visit found nothing to observe: it counts for coverage only", "", "yes; no"),
        Column::WatchedSeconds => ("From start to finish less pauses", "seconds", "whole number, 0 or more"),
        Column::Framework => ("Hash of the framework document that the visit was recorded with", "", ""),
        Column::FrameworkVersion => ("The version's number, as the district counts", "", "whole number, 1 or more"),
        Column::StrandId => ("Id of the look-for's strand", "", ""),
        Column::Strand => ("The strand's name", "", ""),
        Column::LookForId => ("Id of the look-for; the same practice keeps it from version to version", "", ""),
        Column::LookFor => ("The look-for as this version words it", "", ""),
        Column::Kind => ("How the look-for is observed", "", "presence; count; duration; interval; rating"),
        Column::Autonomy => ("Whether schools may adapt it", "", "non-negotiable; adaptable"),
        Column::Outcome => (
            "How the look-for ended. Shares are shown over shown and not shown together; left blank is never no",
            "",
            "shown; not shown; not applicable; could not judge; left blank",
        ),
        Column::Amount => ("What was found; empty unless looked for", "see unit", "whole number, 0 or more"),
        Column::Over => (
            "What it could have been found in; empty unless looked for. Over less than 180 seconds no rate is given in the \
             app",
            "see unit",
            "whole number, 0 or more",
        ),
        Column::Unit => ("The units of amount and over", "", "empty for presence and rating"),
    }
}

/// How a look-for is observed and what counts as shown.
fn rule(look_for: &LookFor) -> String {
    let rule = match &look_for.kind {
        Kind::Presence => "presence: shown when seen".to_owned(),
        Kind::Count => "count: shown when it occurred at least once".to_owned(),
        Kind::Duration => "duration: shown when its timer ran".to_owned(),
        Kind::Interval { every_minutes, .. } => {
            format!("interval: a snapshot every {every_minutes} minutes; shown when any found it")
        }
        Kind::Rating { levels, shown_from } => {
            let names: Vec<String> =
                levels.iter().zip(1..).map(|(level, number)| format!("{number} {}", level.name)).collect();
            format!("rating: {}; shown from level {shown_from}", names.join(", "))
        }
    };
    let segments: Vec<&str> = look_for.segments.iter().map(|segment| segment_name(*segment)).collect();
    let judged = if segments.is_empty() { "any segment".to_owned() } else { segments.join(", ") };
    format!("{rule}; {}; judged in: {judged}", words::autonomy(look_for.autonomy))
}

fn segment_name(segment: Segment) -> &'static str {
    match segment {
        Segment::Opening => "opening",
        Segment::Middle => "middle",
        Segment::Closing => "closing",
    }
}

fn row(
    about: &'static str,
    name: &'static str,
    meaning: &'static str,
    unit: &'static str,
    allowed: &'static str,
) -> [Cell<'static>; 6] {
    [text(about), text(name), text(meaning), text(unit), text(allowed), Cell::Nothing]
}

fn text(words: &str) -> Cell<'_> {
    if words.is_empty() { Cell::Nothing } else { Cell::Text(guard(words)) }
}

fn owned(words: String) -> Cell<'static> {
    Cell::Text(guard(&words).into_owned().into())
}
