//! An import with a wrong mapping is undone, and the same file imported again.

use domain::fact::Pack;
use domain::visit::Outcome;

use crate::district::Folder;

const WRONG: &str = r#"{"version":1,"date":"Date","classroom":"Room",
    "look_fors":[{"column":"Goal","look_for":"goal","values":{"y":"not_seen","n":"seen"}}]}"#;

async fn goals(folder: &Folder) -> Vec<Outcome> {
    let packs = folder.packs().await;
    let mut rows: Vec<_> = packs.iter().flat_map(Pack::rows).map(|(_, row)| (row.date(), row.outcomes()[0])).collect();
    rows.sort_unstable();
    rows.into_iter().map(|(_, outcome)| outcome).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_mapping_is_undone_and_the_right_one_imports_the_same_file() {
    let folder = Folder::new().await;
    let listed = folder.run(&["import", "undo"]);
    assert_eq!((listed.code, listed.out.as_str()), (0, "Nothing has been imported.\n"));
    folder.write("walks.csv", "Date,Room,Goal\n2026-03-04,204,y\n2026-03-05,7,n\n");
    folder.write("wrong.json", WRONG);
    folder.write("right.json", WRONG.replace("\"y\":\"not_seen\",\"n\":\"seen\"", "\"y\":\"seen\",\"n\":\"not_seen\""));
    folder.import("walks.csv", &["--mapping", "wrong.json"]);
    assert_eq!(goals(&folder).await, [Outcome::NotShown, Outcome::Shown]);

    let listed = folder.run(&["import", "undo"]).out;
    assert!(listed.contains("2 visits to cedar from \"forms\", by adams@alder.example\n"), "{listed}");
    let (import, _) = listed.split_once(' ').unwrap();
    let undone = folder.run(&["import", "undo", import]);
    assert_eq!(undone.out, "Undone: 2 visits discarded.\n", "{}", undone.error);
    assert!(goals(&folder).await.is_empty());
    assert!(folder.run(&["import", "undo"]).out.contains("; undone "));
    assert_eq!(folder.run(&["import", "undo", import]).out, "Nothing was left to undo.\n");

    let again = folder.import("walks.csv", &["--mapping", "right.json"]);
    assert!(again.out.ends_with("Imported 2 visits, marked as imported.\n"), "{}{}", again.out, again.error);
    assert_eq!(goals(&folder).await, [Outcome::Shown, Outcome::NotShown]);
    let third = folder.import("walks.csv", &[]);
    assert!(third.out.starts_with("0 visits to import.\n2 rows already there.\n"), "{}", third.out);
    let second = folder.run(&["import", "undo"]).out;
    assert_eq!(second.lines().count(), 2);
    assert_eq!(folder.run(&["import", "undo", import]).out, "Nothing was left to undo.\n", "the second import stands");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_that_is_not_there_or_not_ones_own_is_not_undone() {
    let folder = Folder::new().await;
    folder.write("walks.csv", "Date,Room,Goal\n2026-03-04,204,y\n");
    folder.write("wrong.json", WRONG);
    folder.import("walks.csv", &["--mapping", "wrong.json"]);
    let missing = folder.run(&["import", "undo", &"0".repeat(32)]);
    assert_eq!((missing.code, missing.error.contains("there was no import 0000")), (2, true), "{}", missing.error);
    let listed = folder.run(&["import", "undo"]).out;
    let (import, _) = listed.split_once(' ').unwrap();
    let coach = folder.run(&["import", "undo", import, "--as", "okafor@alder.example"]);
    assert_eq!((coach.code, coach.error.contains("this account may not")), (1, true), "{}", coach.error);
    assert_eq!(goals(&folder).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_source_is_one_however_it_is_typed_and_a_corrected_row_is_known_by_newly_mapped_columns() {
    let folder = Folder::new().await;
    folder.write("first.csv", "Date,Room,Teacher,Goal\n2026-03-04,204,Sam Reyes,y\n");
    folder.write("corrected.csv", "Date,Room,Teacher,Goal\n2026-03-04,204,Sam Reyes,n\n");
    folder.write("short.json", WRONG);
    folder.write("long.json", WRONG.replace("\"Room\",", "\"Room\",\"teacher\":\"Teacher\","));
    let import = |file, source, mapping| {
        folder.run(&["import", "visits", file, "--school", "cedar", "--source", source, "--mapping", mapping])
    };
    import("first.csv", "Google Forms", "short.json");
    let same = import("first.csv", " google  forms ", "long.json");
    assert!(same.out.starts_with("0 visits to import.\n1 row already there.\n"), "{}{}", same.out, same.error);
    let corrected = import("corrected.csv", "google-forms", "long.json");
    assert!(corrected.out.contains("1 row changed since they were imported"), "{}{}", corrected.out, corrected.error);
    assert_eq!(goals(&folder).await.len(), 1);
    let nameless = import("first.csv", " - ", "long.json");
    assert_eq!((nameless.code, nameless.error.contains("a source is called by")), (2, true), "{}", nameless.error);
}
