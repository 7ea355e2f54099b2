//! What was imported goes out again, and reads back into the same tallies.

use std::collections::BTreeMap;

use domain::compare::Selection;
use domain::export::Reader;
use domain::fact::{Pack, PackKey};

use crate::district::Folder;

async fn filled() -> Folder {
    let folder = Folder::new().await;
    folder.write(
        "mapping.json",
        r#"{"version":1,"date":"Date","classroom":"Room","minutes":"Minutes",
        "look_fors":[{"column":"Goal","look_for":"goal","values":{"y":"seen","n":"not_seen"}},
        {"column":"Questions","look_for":"questions"}]}"#,
    );
    folder.write(
        "past.csv",
        "Date,Room,Minutes,Goal,Questions\n2026-03-04,204,10,y,3\n2026-03-05,=1+1,10,n,0\n2026-04-06,7,10,,\n",
    );
    let done = folder.import("past.csv", &["--mapping", "mapping.json"]);
    assert!(done.out.contains("Imported 3 visits"), "{}{}", done.out, done.error);
    folder
}

fn records(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_reads_back_into_the_tallies_of_the_database() {
    let folder = filled().await;
    let done = folder.run(&["export", "visits", "--to", "visits.csv", "--codebook", "codebook.csv"]);
    assert_eq!((done.code, done.out.as_str()), (0, ""));
    assert_eq!(done.error, "Wrote 12 rows to visits.csv, and the codebook to codebook.csv.\n");
    assert!(folder.read("codebook.csv").starts_with("about,name,meaning,unit,allowed_values,framework\r\n"));
    let rows = records(&folder.read("visits.csv"));
    assert!(rows.iter().flatten().any(|cell| cell == "'=1+1") && rows.iter().flatten().all(|cell| cell != "=1+1"));

    let frameworks = folder.frameworks();
    let mut reader = Reader::new(&rows[0], &frameworks).unwrap();
    rows[1..].iter().for_each(|row| reader.row(0, row));
    let mut back: BTreeMap<PackKey, Pack> = BTreeMap::new();
    for fact in reader.finish().facts {
        back.entry(fact.key.clone()).or_insert_with(|| Pack::new(fact.key.clone())).put(fact);
    }
    let back: Vec<Pack> = back.into_values().collect();
    let before = folder.compare(&folder.packs().await, &Selection::default());
    assert_eq!((before.visits, folder.compare(&back, &Selection::default())), (3, before));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_checked_against_the_database() {
    let folder = filled().await;
    folder.run(&["export", "visits", "--to", "visits.csv"]);
    let same = folder.run(&["export", "check", "visits.csv"]);
    let said = "12 rows read back into 3 visits.\n\
                No other visit of its schools, from its first day to its last, is in this database.\n\
                Each of 4 look-fors has the same tally as in the database.\n";
    assert_eq!((same.code, same.out.as_str(), same.error.as_str()), (0, said, ""));

    let text = folder.read("visits.csv");
    folder.write("edited.csv", text.replacen("not shown", "shown", 1));
    let edited = folder.run(&["export", "check", "edited.csv"]);
    assert!(edited.out.contains("goal: shown 2 of 2 in the file, 1 of 2 in the database"), "{}", edited.out);
    assert_eq!((edited.code, edited.error.contains("edited.csv and the database differ")), (1, true));

    // Without the visit of the middle day, and without that of the last: only the first is missed.
    let without =
        |day: &str| text.lines().filter(|line| !line.contains(day)).map(|line| format!("{line}\r\n")).collect();
    let [middle, last]: [String; 2] = ["2026-03-05", "2026-04-06"].map(without);
    folder.write("middle.csv", middle);
    folder.write("last.csv", last);
    let missed = folder.run(&["export", "check", "middle.csv"]);
    assert_eq!(missed.code, 0, "{}", missed.error);
    assert!(missed.out.contains("1 visit of its schools, from its first day to its last, is"), "{}", missed.out);
    assert!(folder.run(&["export", "check", "last.csv"]).out.contains("No other visit of its schools"));

    folder.write("broken.csv", text.replacen("left blank", "?", 1));
    let broken = folder.run(&["export", "check", "broken.csv"]);
    assert!(broken.error.contains("1 rows cannot be read, the first: row"), "{}", broken.error);
    let other = folder.run(&["export", "check", "past.csv"]);
    assert!(other.error.contains("past.csv cannot be read back: it has no column visit, school"), "{}", other.error);
    assert_eq!((broken.code, other.code, folder.run(&["export", "check", "none.csv"]).code), (2, 2, 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_is_narrowed_and_a_half_written_one_never_has_the_name() {
    let folder = filled().await;
    let narrow = ["--school", "cedar", "--from", "2026-03-05", "--until", "2026-03-31"];
    folder.run(&[&["export", "visits", "--to", "march.csv"], &narrow[..]].concat());
    assert_eq!(records(&folder.read("march.csv")).len(), 1 + 4);
    let workbook = folder.run(&["export", "visits", "--to", "march.XLSX"]);
    assert_eq!((workbook.code, folder.path("march.XLSX").exists()), (0, true));

    folder.write("visits.txt", "mine");
    let format = folder.run(&["export", "visits", "--to", "visits.txt"]);
    assert!(format.error.contains("visits.txt: a file of visits is called .csv or .xlsx"), "{}", format.error);
    assert_eq!(folder.read("visits.txt"), "mine");
    let nowhere = folder.run(&["export", "visits", "--to", "missing/visits.csv"]);
    assert!(nowhere.error.contains("missing/visits.csv cannot be written"), "{}", nowhere.error);
    let elsewhere = folder.run(&["export", "visits", "--to", "elm.csv", "--school", "elm"]);
    assert!(elsewhere.error.contains("the district has no school \"elm\""), "{}", elsewhere.error);
    let mut files = folder.files();
    files.sort();
    files.retain(|file| file != "data");
    assert_eq!(files, ["mapping.json", "march.XLSX", "march.csv", "past.csv", "visits.txt"]);
}
