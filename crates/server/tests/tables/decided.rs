//! What the district has decided from the command line: out of one district and into another, and what cannot be taken.

use crate::district::{Folder, Said};

/// As a Spanish spreadsheet saves it: a mark in front, semicolons, commas in numbers, the line ends of Windows.
const EXPECTED: &str = "\u{feff}look_for;where;which;direction;amount;unit;from;until;practice_minutes;lesson_minutes;\
    visit_minutes;reason\r\n\
    questions;district;;at least;4,5;per_10_minutes;2026-09-01;;;;;\r\n\
    goal;school;cedar;at least;90;percent_of_visits;2026-09-01;2027-01-29;10;50;10;\"Año nuevo; \"\"sí\"\", siempre\"\r\n\
    goal;grades;PK to 2;at_least;40;percent_of_visits;2026-09-01;;15;50;10;\r\n";

const MODELS: &str = "school,goal,priorities,actions,from,reason,autonomy\n\
    cedar,,school,school,2020-09-01,Agreed with its staff.,\"Its schedule, its meetings\"\n\
    birch,,district,school,2020-09-01,Agreed with its staff.,\n";

const CALENDAR: &str = "kind,name,first_day,last_day\n\
    year,,2026-08-17,2027-06-04\n\
    term,Otoño,2026-08-17,2026-12-18\n\
    term,Primavera,2027-01-04,2027-06-04\n\
    day_off,\"Thanksgiving, and after\",2026-11-26,2026-11-27\n\
    check_date,,2026-10-30,\n";

const ALL: [(&str, &str); 3] = [("expectations", EXPECTED), ("models", MODELS), ("calendar", CALENDAR)];

impl Folder {
    fn take(&self, table: &str, text: &str, more: &[&str]) -> Said {
        let file = format!("{table}.csv");
        self.write(&file, text);
        let path = self.path(&file);
        let path = path.to_str().unwrap();
        let mut said = self.run(&[&["import", table, path], more].concat());
        said.error = said.error.replace(path, &file);
        said
    }

    fn written(&self, table: &str) -> String {
        let file = self.path("written.csv");
        let said = self.run(&["export", table, "--to", file.to_str().unwrap()]);
        assert_eq!((said.code, said.error.as_str()), (0, ""));
        self.read("written.csv")
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_decided_is_tried_stored_and_the_same_in_another_district() {
    let (ours, theirs) = (Folder::new().await, Folder::new().await);
    let before = ours.published().await;
    let mut tried = String::new();
    for (table, text) in ALL {
        let said = ours.take(table, text, &["--dry-run"]);
        assert_eq!((said.code, said.error.as_str()), (0, ""));
        tried += &said.out;
    }
    insta::assert_snapshot!("decided_dry_runs", tried);
    assert_eq!(ours.published().await, before, "a dry run stores nothing");

    for (table, text) in ALL {
        let done = ours.take(table, text, &[]);
        assert!(done.out.ends_with("Stored. Tablets take it at their next sync.\n"), "{}{}", done.out, done.error);
    }
    let (district, _) = ours.published().await;
    assert_eq!((district.expectations.len(), district.models.len(), district.calendar.terms.len()), (3, 2, 2));
    assert_eq!(district.expectations[1].reason.as_deref(), Some("Año nuevo; \"sí\", siempre"));

    for (table, _) in ALL {
        let written = ours.written(table);
        let again = ours.take(table, &written, &[]);
        assert!(again.out.ends_with("Nothing is otherwise than before.\n"), "{}{}", again.out, again.error);
        assert_eq!(theirs.take(table, &written, &[]).error, "");
        assert_eq!(theirs.written(table), written);
    }
    assert_eq!(ours.published().await.0, district);
    assert_eq!(theirs.published().await.0, district);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_file_does_not_name_stays_unless_it_replaces_all() {
    let folder = Folder::new().await;
    folder.take("expectations", EXPECTED, &[]);
    folder.take("models", MODELS, &[]);
    let header = EXPECTED.split_inclusive('\n').next().unwrap();
    let raised =
        format!("{header}goal;school;cedar;at least;95;percent_of_visits;2026-09-01;;10;50;10;It is a habit\r\n");
    let kept = folder.take("expectations", &raised, &[]);
    insta::assert_snapshot!("expectations_raised", kept.out);
    assert_eq!(folder.published().await.0.expectations.len(), 3);
    let replaced = folder.take("expectations", &raised, &["--replace"]);
    assert!(replaced.out.contains("0 changed      2 gone      1 the same"), "{}", replaced.out);
    assert_eq!(folder.published().await.0.expectations.len(), 1);
    let none = folder.take("models", "school,goal,priorities,actions,from,reason,autonomy\n", &["--replace"]);
    assert_eq!((none.code, folder.published().await.0.models.len()), (0, 0), "{}", none.error);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_row_that_cannot_be_taken_and_none_is() {
    let folder = Folder::new().await;
    let before = folder.published().await;
    let wrong = [
        ("expectations", EXPECTED.replace("PK to 2", "3-May").replace("cedar", "nowhere")),
        ("expectations", EXPECTED.replace(";\"Año nuevo; \"\"sí\"\", siempre\"", ";")),
        ("expectations", EXPECTED.replace("which", "place")),
        ("models", MODELS.replace("birch,,district", "birch,,board")),
        ("calendar", CALENDAR.replace("2027-01-04", "2026-12-18")),
    ];
    let mut refused = String::new();
    for (table, text) in wrong {
        for more in [&["--dry-run"][..], &[]] {
            let said = folder.take(table, &text, more);
            assert_eq!((said.code, said.out.as_str()), (2, ""), "{}", said.error);
            refused += if more.is_empty() { &said.error } else { "" };
        }
    }
    folder.write("latin.csv", b"kind,name,first_day,last_day\nterm,Oto\xf1o,,\n");
    for file in ["latin.csv", "missing.csv"] {
        let path = folder.path(file);
        let said = folder.run(&["import", "calendar", path.to_str().unwrap()]);
        assert_eq!((said.code, said.out.as_str()), (2, ""));
        refused += &said.error.replace(path.to_str().unwrap(), file);
    }
    insta::assert_snapshot!("what_is_not_taken", refused);
    assert_eq!(folder.published().await, before);
}
