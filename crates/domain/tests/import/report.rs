use domain::import::{Before, ImportReport, TableLook, Unmeant};

use crate::made::{DOCUMENT, HEADER, School1, mapping, sheet};

#[test]
fn a_report_counts_every_row_and_lists_the_first_of_many() {
    let school = School1::new();
    let days: Vec<String> = (0..600).map(|number| format!("day {number}")).collect();
    let rows: Vec<[&str; 7]> = days.iter().map(|day| [day.as_str(), "", "", "204", "", "", "Kind of"]).collect();
    let table: Vec<&[&str]> = std::iter::once(HEADER).chain(rows.iter().map(|row| &row[..])).collect();
    let plan = school.plan(&table);
    let report = ImportReport::new(&plan, &plan.against(&Before::default()), &mapping(), None);
    assert_eq!((report.new, report.refused_rows, report.refused.len()), (0, 600, 500));
    // Every value is asked for once, with how many rows have it.
    let values = [("Kind of".to_owned(), 600)].into();
    assert_eq!(report.unmeant, [Unmeant { column: "Goal".to_owned(), look_for: "goal".into(), values }]);
    let words: Vec<String> = (0..600).map(|number| format!("word {number}")).collect();
    let rows: Vec<[&str; 7]> = words.iter().map(|word| ["2026-09-01", "", "", "204", "", "", word.as_str()]).collect();
    let table: Vec<&[&str]> = std::iter::once(HEADER).chain(rows.iter().map(|row| &row[..])).collect();
    let plan = school.plan(&table);
    let many = ImportReport::new(&plan, &plan.against(&Before::default()), &mapping(), None);
    assert_eq!((many.refused_rows, many.unmeant[0].values.len()), (600, 500));
    let back: ImportReport = serde_json::from_str(&serde_json::to_string(&report).unwrap()).unwrap();
    assert_eq!(back, report);
}

#[test]
fn a_look_shows_what_is_frequent_and_cuts_what_is_long() {
    let school = School1::new();
    let long = "é".repeat(100);
    let table =
        sheet(&[&["Date", "Room", "Notes"], &["2026-09-01", "204", &long], &["2026-09-02", "7", ""], &["", "7"]]);
    let look = TableLook::new(&table, (&school.framework, DOCUMENT), None, None);
    let room = &look.columns[1];
    assert_eq!((room.filled, room.different, room.samples.clone()), (3, 2, vec!["7".to_owned(), "204".to_owned()]));
    let shown = &look.columns[2].samples[0];
    assert_eq!((shown.chars().count(), shown.ends_with('…')), (81, true));
    assert_eq!((look.rows, look.must), (3, None));
}
