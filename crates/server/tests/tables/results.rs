//! The results of a goal from the command line: in, again, and out.

use domain::district::{Aim, Area, Goal, Goals, Measure, Reading, Unit};
use domain::expectation::Direction;
use domain::time::date;

use crate::district::{Folder, Said};

/// A goal for achievement, of the whole district.
pub(crate) fn goals() -> Goals {
    let measure = Measure {
        name: "Grade 4 reading, at or above standard".to_owned(),
        unit: Unit::Percent,
        direction: Direction::AtLeast,
        baseline: Reading::ZERO,
        measured: date(2026, 6, 1),
        target: Reading::HUNDRED,
        by: date(2028, 6, 1),
    };
    let goal = Goal {
        id: "reading".into(),
        name: "Everyone reads".to_owned(),
        area: Area::District,
        aim: Aim::Achievement(measure),
        look_fors: vec![],
        adopted: date(2026, 8, 10),
        until: None,
        agreed: vec![],
    };
    Goals { all: vec![goal], ..Goals::default() }
}

fn take(folder: &Folder, text: &str, more: &[&str]) -> Said {
    folder.write("results.csv", text);
    let path = folder.path("results.csv");
    let mut said = folder.run(&[&["import", "results", path.to_str().unwrap(), "--goal", "reading"], more].concat());
    said.error = said.error.replace(path.to_str().unwrap(), "results.csv");
    said
}

fn written(folder: &Folder) -> String {
    let path = folder.path("written.csv");
    let said = folder.run(&["export", "results", "--goal", "reading", "--to", path.to_str().unwrap()]);
    assert_eq!((said.code, said.error.as_str()), (0, ""));
    folder.read("written.csv")
}

const TABLE: &str = "date;value;school;group;students\r\n\
    2027-06-01;61,5;Cedar Ridge;;51\r\n\
    2027-06-01;38;cedar;English learners;12\r\n\
    2027-06-01;57;;;\r\n";

#[tokio::test(flavor = "multi_thread")]
async fn results_are_taken_shown_first_and_written_as_they_read() {
    let folder = Folder::new().await;
    let looked = take(&folder, TABLE, &["--dry-run"]);
    assert!(looked.out.starts_with("3 new, 0 changed, 0 the same\n"), "{}{}", looked.out, looked.error);
    assert!(looked.out.ends_with("Nothing was stored.\n"));
    assert_eq!(written(&folder).lines().count(), 1, "only the names of the columns");

    assert!(take(&folder, TABLE, &[]).out.ends_with("Stored.\n"));
    let table = written(&folder);
    insta::assert_snapshot!(table.trim_start_matches('\u{feff}'));
    assert!(take(&folder, &table, &[]).out.starts_with("0 new, 0 changed, 3 the same\n"));
    let corrected = take(&folder, &TABLE.replace("61,5", "62"), &[]);
    assert!(corrected.out.contains("cedar, , result, 2027-06-01, 62, 51 (was 61.5)"), "{}", corrected.out);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_with_one_bad_row_is_refused_and_a_goal_has_to_be_there() {
    let folder = Folder::new().await;
    let bad = take(&folder, &TABLE.replace("Cedar Ridge", "Elsewhere").replace("57", "157"), &[]);
    insta::assert_snapshot!(bad.error);
    assert_eq!((bad.code, written(&folder).lines().count()), (2, 1));
    let path = folder.path("results.csv");
    let none = folder.run(&["import", "results", path.to_str().unwrap(), "--goal", "song"]);
    assert_ne!(none.code, 0);
    assert!(none.error.contains("there is no such thing here"), "{}", none.error);
}
