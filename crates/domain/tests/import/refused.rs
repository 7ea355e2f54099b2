use domain::import::Reason;
use domain::time::date;

use crate::made::{HEADER, School1};

/// Why the one row is refused, with the column.
#[track_caller]
fn reasons(row: &[&str]) -> Vec<(Option<String>, Reason)> {
    let plan = School1::new().plan(&[HEADER, &["2026-09-01", "", "", "204"], row]);
    assert_eq!(plan.visits.len(), 1, "the good row stays");
    assert!(plan.refused.iter().all(|refused| refused.row == 3));
    plan.refused.into_iter().map(|refused| (refused.column, refused.reason)).collect()
}

#[track_caller]
fn assert_refused(row: &[&str], column: &str, reason: Reason) {
    let column = (!column.is_empty()).then(|| column.to_owned());
    assert_eq!(reasons(row), [(column, reason)]);
}

#[test]
fn every_reason_names_its_row_and_column() {
    let text = |text: &str| text.to_owned();
    let day = "2026-09-02";
    assert_refused(&["", "9:05", "", "204"], "Date", Reason::NoDate);
    assert_refused(&["soon", "", "", "204"], "Date", Reason::NotADate(text("soon")));
    assert_refused(&["2026-02-30", "", "", "204"], "Date", Reason::NotADate(text("2026-02-30")));
    assert_refused(&["1926-02-03", "", "", "204"], "Date", Reason::NotADate(text("1926-02-03")));
    assert_refused(&["2026-11-23", "", "", "204"], "Date", Reason::InTheFuture(date(2026, 11, 23)));
    assert_refused(&[day, "noon", "", "204"], "Time", Reason::NotATime(text("noon")));
    assert_refused(&[day, "", "a while", "204"], "Minutes", Reason::NotMinutes(text("a while")));
    assert_refused(&[day, "", "601", "204"], "Minutes", Reason::NotMinutes(text("601")));
    assert_refused(&[day, "", "10", ""], "", Reason::NoPlace);
    assert_refused(&[day, "", "", "204", "", "", "Maybe"], "Goal", Reason::UnknownValue(text("Maybe")));
    assert_refused(&[day, "", "", "204", "", "", "", "", "many"], "Questions", Reason::NotACount(text("many")));
    assert_refused(&[day, "", "", "204", "", "", "", "", "-1"], "Questions", Reason::NotACount(text("-1")));
    assert_refused(&[day, "", "5", "204", "", "", "", "", "", "6"], "Pair talk", Reason::LongerThanVisit(6));
    assert_refused(&[day, "", "", "204", "", "", "", "", "", "6"], "Pair talk", Reason::LongerThanVisit(6));
    assert_refused(&[day, "", "", "204", "", "", "", "", "", "long"], "Pair talk", Reason::NotMinutes(text("long")));
    let long = "x".repeat(201);
    assert_refused(&[day, "", "", &long], "Room", Reason::TooLong { characters: 201, most: 200 });
    let long = "x".repeat(4_001);
    let row = [day, "", "", "204", "", "", "", "", "", "", &long];
    assert_refused(&row, "Notes", Reason::TooLong { characters: 4_001, most: 4_000 });
    let wide = [day, "", "", "204", "", "", "", "", "", "", "", "besides"];
    assert_refused(&wide, "", Reason::CellsBesides);
    assert_refused(&["2026-09-01", "", "", "204", "", ""], "", Reason::SameAs(2));
}

#[test]
fn a_row_with_several_faults_names_them_all_and_strangers_of_refused_rows_do_not_count() {
    let found = reasons(&["soon", "noon", "", "Annex", "", "", "Maybe"]);
    assert_eq!(found.len(), 3);
    let plan = School1::new().plan(&[HEADER, &["soon", "", "", "Annex"]]);
    assert!(plan.strangers.classrooms.is_empty());
}
