use domain::import::{CannotRead, DateOrder, Empty};
use domain::time::date;
use domain::visit::{Adult, Amount, Begin, Outcome, Place, Source, UNTIMED};

use crate::made::{HEADER, School1, folded, mapping, sheet};

#[test]
fn a_row_becomes_a_visit_marked_as_imported() {
    let school = School1::new();
    let row = &[
        "11/20/2025",
        "9:05 AM",
        "12 min",
        "204",
        "Nunez, Maria",
        "ada okafor",
        "yes",
        "3 - Proficient",
        "4",
        "6",
        "Two\nlines, \"quoted\"",
    ];
    let plan = school.plan(&[HEADER, row]);
    assert_eq!((plan.visits.len(), plan.refused.len()), (1, 0));
    let fact = school.fact(&plan.visits[0]);
    assert_eq!((fact.date, fact.minute, fact.watched), (date(2025, 11, 20), 545, 720));
    assert_eq!(fact.classroom, Place::Known("r204".into()));
    assert_eq!(fact.lead, Some(Adult::Known("t1".into())));
    assert_eq!((fact.observer.as_str(), fact.source), ("okafor", Source::Imported));
    let outcomes = [Outcome::Shown, Outcome::Shown, Outcome::Shown, Outcome::Shown, Outcome::Blank];
    assert_eq!(fact.outcomes, outcomes);
    let amount = |amount, of| Amount { amount, of };
    assert_eq!(fact.amounts, [amount(4, 720), amount(360, 720), Amount::default()]);
    let notes = folded(&plan.visits[0]).notes;
    assert_eq!(notes[0].1.what.text, "Two\nlines, \"quoted\"");
}

#[test]
fn every_answer_keeps_its_meaning_and_blank_is_never_no() {
    let school = School1::new();
    let rows: [&[&str]; 4] = [
        &["2026-09-01", "", "10", "204", "", "", "No", "2", "0", "0", ""],
        &["2026-09-02", "", "10", "204", "", "", "n/a", "1", "", "", ""],
        &["2026-09-03", "", "10", "204", "", "", "", "", "", "", ""],
        &["2026-09-04", "", "", "204", "", "", "YES", "", "3", "", ""],
    ];
    let plan = school.plan(&[&[HEADER][..], &rows[..]].concat());
    let ends: Vec<_> = plan.visits.iter().map(|visit| school.fact(visit).outcomes[..4].to_vec()).collect();
    use Outcome::{Blank, NotApplicable, NotShown, Shown};
    assert_eq!(ends[0], [NotShown, NotShown, NotShown, NotShown]);
    assert_eq!(ends[1], [NotApplicable, NotShown, Blank, Blank]);
    assert_eq!(ends[2], [Blank; 4]);
    assert_eq!(ends[3], [Shown, Blank, Shown, Blank]);
    assert_eq!((plan.strangers.untimed, plan.strangers.unwatched), (4, 1));
}

#[test]
fn a_row_without_a_time_of_day_has_none_and_noon_is_a_time() {
    let school = School1::new();
    let at = |date, time| [date, time, "10", "204", "", "", "Yes"];
    let rows = [at("2026-09-01", ""), at("2026-09-02 00:00", ""), at("2026-09-03", "12:00"), at("2026-09-04 9:05", "")];
    let plan = school.plan(&[HEADER, &rows[0], &rows[1], &rows[2], &rows[3]]);
    let minutes: Vec<_> = plan.visits.iter().map(|visit| visit.begin.minute()).collect();
    assert_eq!(minutes, [None, None, Some(720), Some(545)]);
    assert_eq!(plan.strangers.untimed, 2);
    let facts: Vec<_> = plan.visits.iter().map(|visit| school.fact(visit)).collect();
    assert_eq!((facts[0].minute, facts[0].date, facts[0].watched), (UNTIMED, date(2026, 9, 1), 600));
    let midnight = Begin { source: Source::Live, ..plan.visits[0].begin.clone() };
    assert_eq!(midnight.minute(), Some(0), "who records at midnight was there at midnight");
}

#[test]
fn an_empty_box_is_not_seen_only_where_the_mapping_says_so() {
    let school = School1::new();
    let mut mapping = mapping();
    mapping.look_fors[0].empty = Empty::NotSeen;
    let sheet = sheet(&[HEADER, &["2026-09-03", "", "", "204"]]);
    let plan = school.read(&sheet, &mapping).unwrap();
    assert_eq!(school.fact(&plan.visits[0]).outcomes[0], Outcome::NotShown);
}

#[test]
fn names_that_nobody_knows_are_kept_as_described_and_counted() {
    let school = School1::new();
    let row = |date| [date, "", "", "Annex 9", "Sam Reyes", "Bo Lin", "Yes"];
    let plan = school.plan(&[HEADER, &row("2026-09-01"), &row("2026-09-02")]);
    let fact = school.fact(&plan.visits[0]);
    assert_eq!(fact.classroom, Place::Described("Annex 9".to_owned()));
    // Two on the roster are called so.
    assert_eq!(fact.lead, Some(Adult::Described("Sam Reyes".to_owned())));
    assert_eq!(fact.observer.as_str(), "adams");
    assert_eq!(plan.strangers.classrooms["Annex 9"], 2);
    assert_eq!(plan.strangers.teachers["Sam Reyes"], 2);
    assert_eq!(plan.strangers.observers["Bo Lin"], 2);
}

#[test]
fn a_table_without_rooms_tells_lessons_apart_by_their_teacher() {
    let school = School1::new();
    let plan = school.plan(&[HEADER, &["2026-09-01", "", "", "", "María Núñez"]]);
    let fact = school.fact(&plan.visits[0]);
    assert_eq!(fact.classroom, Place::Described("María Núñez".to_owned()));
    assert_eq!(fact.lead, Some(Adult::Known("t1".into())));
}

#[test]
fn the_order_of_dates_comes_from_the_whole_column_or_is_asked_for() {
    let school = School1::new();
    let both = |last| sheet(&[HEADER, &["3/4/2026", "", "", "204"], &[last, "", "", "204"]]);
    let dates = |last, mapping: &_| {
        let plan = school.read(&both(last), mapping)?;
        Ok::<_, CannotRead>(plan.visits.iter().map(|visit| visit.begin.date).collect::<Vec<_>>())
    };
    assert_eq!(dates("3/20/2026", &mapping()), Ok(vec![date(2026, 3, 4), date(2026, 3, 20)]));
    assert_eq!(dates("20/3/2026", &mapping()), Ok(vec![date(2026, 4, 3), date(2026, 3, 20)]));
    let open = CannotRead::DateOrder { column: "Date".to_owned(), example: "3/4/2026".to_owned() };
    assert_eq!(dates("5/6/2026", &mapping()), Err(open));
    let day_first = domain::import::Mapping { date_order: Some(DateOrder::DayFirst), ..mapping() };
    assert_eq!(dates("5/6/2026", &day_first), Ok(vec![date(2026, 4, 3), date(2026, 6, 5)]));
}

#[test]
fn rows_of_other_schools_are_left_out_and_counted() {
    let school = School1::new();
    let mapping = domain::import::Mapping { school: Some("School".to_owned()), look_fors: vec![], ..mapping() };
    let header = [HEADER, &["School"]].concat();
    let row = |date, name| vec![date, "", "", "204", "", "", "", "", "", "", "", name];
    let rows = [header, row("2026-09-01", "cedar ridge"), row("2026-09-02", "Birch"), row("2026-09-03", "CEDAR")];
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let plan = school.read(&sheet(&rows), &mapping).unwrap();
    assert_eq!((plan.visits.len(), plan.elsewhere), (2, 1));
}

#[test]
fn grades_and_subjects_are_read_as_people_write_them() {
    let school = School1::new();
    let named = |name: &str| Some(name.to_owned());
    let mapping =
        domain::import::Mapping { grade: named("Goal"), subject: named("Depth"), look_fors: vec![], ..mapping() };
    let sheet = sheet(&[
        HEADER,
        &["2026-09-01", "", "", "204", "", "", "3rd grade", "MATHEMATICS"],
        &["2026-09-02", "", "", "204", "", "", "K-2", "Robotics"],
    ]);
    let plan = school.read(&sheet, &mapping).unwrap();
    let found: Vec<_> = plan.visits.iter().map(|visit| (visit.context.grade, visit.context.subject.clone())).collect();
    assert_eq!(found[0], (Some(domain::roster::Grade(3)), Some("Mathematics".into())));
    assert_eq!(found[1], (None, Some("Robotics".into())));
    assert_eq!(plan.strangers.grades["K-2"], 1);
}
