//! What `import expectations`, `import models` and `import calendar` say in words.

use std::collections::BTreeSet;
use std::path::Path;

use domain::district::{
    Area, CalendarRow, ChosenModel, Decider, District, DistrictTable, FromTable, RefusedCell, TableChange, TableItem,
};
use domain::expectation::{Direction, Expectation, Scope, Target};
use domain::export::grade_word;
use domain::id::SchoolId;
use domain::rostering::What;
use domain::time::Date;

use crate::cli::said::{counts, line, list};

/// What a table changes in the district, or would. `today` decides who sets a school's priorities.
pub(super) fn changes(table: DistrictTable, found: &FromTable, district: &District, today: Date) -> String {
    let mut said = String::new();
    counts(&mut said, name(table), found.counts);
    if found.kept > 0 {
        let kept = found.kept;
        line(
            &mut said,
            format_args!("{kept} more that the file does not name stay as they are; --replace takes them out."),
        );
    }
    list(&mut said, "Changes", found.changes.iter().map(change));
    let own: BTreeSet<&SchoolId> =
        found.changes.iter().filter_map(|one| decides_itself(one, district, today)).collect();
    list(
        &mut said,
        "These schools set their own priorities, and the file changes what is expected of them",
        own.iter().map(ToString::to_string),
    );
    said
}

/// What became of it.
pub(super) fn end(found: &FromTable, dry_run: bool) -> &'static str {
    match (dry_run, found.changes.is_empty()) {
        (true, _) => "This was a dry run: nothing was stored.\n",
        (false, true) => "Nothing is otherwise than before.\n",
        (false, false) => "Stored. Tablets take it at their next sync.\n",
    }
}

/// Why nothing of a file is taken.
pub(super) fn refused(file: &Path, cells: &[RefusedCell]) -> String {
    let mut said = String::new();
    let cells = cells.iter().map(|RefusedCell { row, column, why }| {
        let column = column.map_or_else(String::new, |column| format!(", {column}"));
        format!("row {row}{column}: {why}")
    });
    list(&mut said, &format!("{} cannot be taken", file.display()), cells);
    said.truncate(said.trim_end().len());
    said
}

fn name(table: DistrictTable) -> &'static str {
    match table {
        DistrictTable::Expectations => "expectations",
        DistrictTable::Models => "models",
        DistrictTable::Calendar => "calendar",
    }
}

fn change(change: &TableChange) -> String {
    let item = match &change.item {
        TableItem::Expectation(one) => expectation(one),
        TableItem::Model(one) => model(one),
        TableItem::Calendar(one) => calendar(one),
    };
    let what = match change.what {
        What::Added => "new".to_owned(),
        What::Changed => format!("changed in {}", change.columns.join(", ")),
        What::Gone => "gone".to_owned(),
    };
    format!("{item}: {what}")
}

fn expectation(one: &Expectation) -> String {
    let place = match &one.scope {
        Scope::District => "the district".to_owned(),
        Scope::Network(id) => format!("network {id}"),
        Scope::School(id) => format!("school {id}"),
        Scope::GradeBand(low, high) => format!("grades {} to {}", grade_word(*low), grade_word(*high)),
        Scope::Subject(id) => format!("subject {id}"),
        Scope::Group(id) => format!("group {id}"),
    };
    let direction = match one.direction {
        Direction::AtLeast => "at least",
        Direction::AtMost => "at most",
    };
    let target = match one.target {
        Target::Share(share) => format!("{} % of visits", u8::from(share)),
        Target::Amount(amount) => amount.value().to_string(),
    };
    format!("{}, {place}: {direction} {target}, {}", one.look_for, days(one.from, one.until))
}

fn days(from: Date, until: Option<Date>) -> String {
    until.map_or_else(|| format!("from {from}"), |until| format!("{from} to {until}"))
}

fn model(one: &ChosenModel) -> String {
    let decider = |decider| match decider {
        Decider::District => "the district",
        Decider::School => "the school",
    };
    let (priorities, actions) = (decider(one.model.priorities), decider(one.model.actions));
    let about = one.goal.as_ref().map(|goal| format!(" for goal {goal}")).unwrap_or_default();
    format!("{}{about}: priorities by {priorities}, actions by {actions}, from {}", one.school, one.from)
}

fn calendar(one: &CalendarRow) -> String {
    match one {
        CalendarRow::Year(first, last) => format!("school year {first} to {last}"),
        CalendarRow::Term(term) => format!("term {:?}, {} to {}", term.name, term.first_day, term.last_day),
        CalendarRow::DaysOff(off) => format!("no school {:?}, {} to {}", off.name, off.first_day, off.last_day),
        CalendarRow::Check(day) => format!("check date {day}"),
    }
}

fn decides_itself<'a>(change: &'a TableChange, district: &District, today: Date) -> Option<&'a SchoolId> {
    let TableItem::Expectation(one) = &change.item else { return None };
    let Scope::School(school) = &one.scope else { return None };
    let decider = district.priorities_for(&Area::School(school.clone()), &one.look_for, today);
    (decider == Some(Decider::School)).then_some(school)
}
