use std::collections::BTreeSet;

use domain::id::VisitId;
use domain::import::{Before, Mapping, Plan, Setup, SourceName, read};

use crate::made::{HEADER, School1, mapping, sheet};

const ONE: &[&str] = &["2026-09-01", "", "10", "204", "", "", "Yes"];
const TWO: &[&str] = &["2026-09-01", "", "10", "204", "", "", "No"];
const THREE: &[&str] = &["2026-09-02", "", "10", "204", "", "", "Yes"];

fn ids(plan: &Plan) -> BTreeSet<VisitId> {
    plan.visits.iter().map(|visit| visit.id).collect()
}

fn standing(visits: &BTreeSet<VisitId>) -> Before {
    Before { visits: visits.clone(), undone: BTreeSet::new() }
}

/// New, already there, changed.
fn counts(plan: &Plan, known: &BTreeSet<VisitId>) -> (usize, u32, usize) {
    let against = plan.against(&standing(known));
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
    let against = second.against(&standing(&ids(&first)));
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
    let paper = SourceName::new("paper").unwrap();
    assert_ne!(id(&setup), id(&Setup { source: &paper, ..setup }));
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

#[test]
fn a_row_that_was_undone_comes_back_once_as_another_visit() {
    let school = School1::new();
    let plan = school.plan(&[HEADER, ONE, THREE]);
    let first = ids(&plan);
    let undone = Before { visits: BTreeSet::new(), undone: first.clone() };
    let again: BTreeSet<VisitId> = plan.against(&undone).new.iter().map(|visit| visit.id).collect();
    assert_eq!((again.len(), again.is_disjoint(&first)), (2, true));
    // What came back is there; what was undone a second time comes back as a third visit.
    let back = Before { visits: again.clone(), undone: first.clone() };
    assert_eq!((plan.against(&back).new.len(), plan.against(&back).already), (0, 2));
    let twice = Before { visits: BTreeSet::new(), undone: first.union(&again).copied().collect() };
    let third: BTreeSet<VisitId> = plan.against(&twice).new.iter().map(|visit| visit.id).collect();
    assert_eq!((third.len(), third.is_disjoint(&first), third.is_disjoint(&again)), (2, true, true));
    // One that somebody has taken back stands again, and is not doubled.
    let one = *first.iter().next().unwrap();
    let restored = Before { visits: [one].into(), undone: first.iter().copied().filter(|id| *id != one).collect() };
    assert_eq!((plan.against(&restored).new.len(), plan.against(&restored).already), (1, 1));
    // A changed row is known by what came back too.
    let corrected = school.plan(&[HEADER, ONE, &["2026-09-02", "", "10", "204", "", "", "No"]]);
    assert_eq!(corrected.against(&back).changed.len(), 1);
}

#[test]
fn a_changed_row_is_known_again_when_who_and_where_are_read_from_other_columns() {
    let school = School1::new();
    let row: &[&str] = &["2026-09-01", "9:05", "10", "204", "María Núñez", "Ada Okafor", "Yes"];
    let corrected: &[&str] = &["2026-09-01", "9:05", "10", "204", "María Núñez", "Ada Okafor", "No"];
    let short = Mapping { start: None, teacher: None, observer: None, ..mapping() };
    let first = school.read(&sheet(&[HEADER, row]), &short).unwrap();
    let before = Before { visits: ids(&first), undone: BTreeSet::new() };
    let second = sheet(&[HEADER, corrected]);
    let now = |earlier: &[Mapping]| {
        let plan = read(&second, &mapping(), &Setup { earlier, ..school.setup() }).unwrap();
        let against = plan.against(&before);
        (against.new.len(), against.changed.len())
    };
    assert_eq!(now(&[mapping(), short.clone()]), (0, 1));
    assert_eq!(now(&[]), (1, 0), "without the earlier mapping nobody can tell");
    let lost = Mapping { date: "When".to_owned(), ..short };
    assert_eq!(now(&[lost]), (1, 0), "a mapping of columns that are gone says nothing");
    // Columns that only moved: the rows are known by who, where and when.
    let header: &[&str] = &["Room", "Date", "Goal"];
    let moved = school.read(
        &sheet(&[header, &["204", "2026-09-01", "Yes"]]),
        &Mapping {
            minutes: None,
            notes: vec![],
            look_fors: vec![],
            start: None,
            teacher: None,
            observer: None,
            ..mapping()
        },
    );
    assert_eq!(moved.unwrap().against(&before).changed.len(), 1);
}
