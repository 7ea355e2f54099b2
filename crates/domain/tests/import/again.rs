use std::collections::BTreeSet;

use domain::id::VisitId;
use domain::import::{Mapping, Plan, Setup, read};

use crate::made::{HEADER, School1, mapping, sheet};

const ONE: &[&str] = &["2026-09-01", "", "10", "204", "", "", "Yes"];
const TWO: &[&str] = &["2026-09-01", "", "10", "204", "", "", "No"];
const THREE: &[&str] = &["2026-09-02", "", "10", "204", "", "", "Yes"];

fn ids(plan: &Plan) -> BTreeSet<VisitId> {
    plan.visits.iter().map(|visit| visit.id).collect()
}

/// New, already there, changed.
fn counts(plan: &Plan, known: &BTreeSet<VisitId>) -> (usize, u32, usize) {
    let against = plan.against(known);
    (against.new.len(), against.already, against.changed.len())
}

#[test]
fn the_same_table_again_adds_nothing_in_any_order_of_rows() {
    let school = School1::new();
    let first = school.plan(&[HEADER, ONE, TWO, THREE]);
    let known = ids(&first);
    assert_eq!(known.len(), 3);
    assert_eq!(counts(&first, &BTreeSet::new()), (3, 0, 0));
    assert_eq!(counts(&school.plan(&[HEADER, THREE, &[], TWO, ONE]), &known), (0, 3, 0));
}

#[test]
fn a_better_mapping_imports_nothing_twice() {
    let school = School1::new();
    let known = ids(&school.plan(&[HEADER, ONE, THREE]));
    let better = Mapping { start: None, observer: None, notes: vec![], look_fors: vec![], ..mapping() };
    let plan = school.read(&sheet(&[HEADER, ONE, THREE]), &better).unwrap();
    assert_eq!(counts(&plan, &known), (0, 2, 0));
}

#[test]
fn a_row_that_was_changed_is_reported_and_new_rows_are_new() {
    let school = School1::new();
    let first = school.plan(&[HEADER, ONE, THREE]);
    let corrected: &[&str] = &["2026-09-02", "", "10", "204", "", "", "No"];
    let second = school.plan(&[HEADER, ONE, corrected, &["2026-09-03", "", "10", "204", "", "", "Yes"]]);
    let against = second.against(&ids(&first));
    assert_eq!((against.new.len(), against.already), (1, 1));
    assert_eq!((against.changed[0].row, against.changed[0].visit), (3, first.visits[1].id));
    // A second visit to the same room on the same day is new as long as the first is still in the table.
    assert_eq!(counts(&school.plan(&[HEADER, ONE, TWO, THREE]), &ids(&first)), (1, 2, 0));
}

#[test]
fn another_source_or_school_makes_other_visits() {
    let school = School1::new();
    let table = sheet(&[HEADER, ONE]);
    let setup = school.setup();
    let id = |setup: &Setup<'_>| read(&table, &mapping(), setup).unwrap().visits[0].id;
    let elsewhere = "birch".into();
    let other_school = Setup { school: &elsewhere, described: None, ..setup };
    assert_eq!(id(&setup), id(&school.setup()));
    assert_ne!(id(&setup), id(&Setup { source: "paper", ..setup }));
    assert_ne!(id(&setup), id(&other_school));
}

#[test]
fn intents_are_the_same_for_the_same_row() {
    let school = School1::new();
    let row: &[&str] = &["2026-09-01", "", "10", "204", "", "", "Yes", "", "3", "4", "note"];
    let intents = |plan: &Plan| plan.visits[0].intents();
    let (one, other) = (school.plan(&[HEADER, row]), school.plan(&[HEADER, &[], row]));
    assert_eq!(intents(&one), intents(&other));
    // Begin, context, one answer, three taps, a timer's two marks, a note, the end.
    assert_eq!(intents(&one).len(), 10);
}
