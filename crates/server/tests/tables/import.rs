//! A messy Google Forms file on its way in: guessed, corrected, tried, imported, and imported again.

use domain::compare::{Selection, Sources};
use domain::fact::Pack;
use domain::visit::{Outcome, Source};

use crate::district::Folder;

const FORMS: &[u8] = include_bytes!("forms.csv");

/// The mapping that a person makes of the guess: what the ticks mean.
fn corrected(guess: &str) -> String {
    assert!(guess.contains("\"empty\": \"blank\""));
    let pairs = guess.find("\"pairs\"").unwrap();
    format!("{}{}", &guess[..pairs], guess[pairs..].replacen("\"empty\": \"blank\"", "\"empty\": \"not_seen\"", 1))
}

async fn guessed() -> (Folder, String) {
    let folder = Folder::new().await;
    folder.write("forms.csv", FORMS);
    let guess = folder.import("forms.csv", &[]);
    assert_eq!(guess.code, 0, "{}", guess.error);
    insta::assert_snapshot!("what_it_is_unsure_of", guess.error);
    (folder, guess.out)
}

async fn outcomes(folder: &Folder, look_for: usize) -> Vec<Outcome> {
    let packs = folder.packs().await;
    let mut rows: Vec<_> = packs.iter().flat_map(Pack::rows).map(|(_, row)| (row.date(), row)).collect();
    rows.sort_by_key(|(date, row)| (*date, row.minute()));
    rows.iter().map(|(_, row)| row.outcomes()[look_for]).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_guessed_tried_imported_and_adds_nothing_the_second_time() {
    let (folder, guess) = guessed().await;
    insta::assert_snapshot!("a_guess", guess);
    folder.write("mapping.json", corrected(&guess));
    let tried = folder.import("forms.csv", &["--mapping", "mapping.json", "--dry-run"]);
    assert_eq!((tried.code, tried.error.as_str()), (0, ""));
    insta::assert_snapshot!("a_dry_run", tried.out);
    assert!(folder.packs().await.is_empty(), "a dry run stores nothing");

    let done = folder.import("forms.csv", &["--mapping", "mapping.json"]);
    assert!(done.out.ends_with("Imported 3 visits, marked as imported.\n"), "{}{}", done.out, done.error);
    use Outcome::{NotApplicable, NotShown, Shown};
    assert_eq!(outcomes(&folder, 0).await, [Shown, NotShown, NotApplicable]);
    assert_eq!(outcomes(&folder, 1).await, [Shown, NotShown, Shown]);
    assert_eq!(outcomes(&folder, 2).await, [Shown, NotShown, NotShown]);

    // The mapping is remembered for the source, and what is there stays there once.
    let again = folder.import("forms.csv", &[]);
    assert!(again.out.starts_with("0 visits to import.\n3 rows already there.\n"), "{}{}", again.out, again.error);
    assert!(again.out.ends_with("Nothing was stored.\n"));
    let packs = folder.packs().await;
    assert_eq!(packs.iter().map(Pack::len).sum::<usize>(), 3);
    assert!(packs.iter().flat_map(Pack::rows).all(|(_, row)| row.source() == Source::Imported));
    assert_eq!(folder.compare(&packs, &Selection::default()).visits, 3);
    let live = Selection { sources: Sources { imported: false, ..Sources::default() }, ..Selection::default() };
    assert_eq!(folder.compare(&packs, &live).visits, 0, "imported visits can be left out");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_row_is_reported_and_a_new_one_imported() {
    let (folder, guess) = guessed().await;
    folder.write("mapping.json", corrected(&guess));
    folder.import("forms.csv", &["--mapping", "mapping.json"]);
    let text = String::from_utf8(FORMS.to_vec()).unwrap().replace("Annex B,N/A", "Annex B,Yes");
    let more = "9/29/2025 9:00:00,9/29/2025,9:00 AM,10,Ada Okafor,Sam Reyes,7,Yes,x,3 - proficient,2,,\r\n";
    folder.write("forms.csv", format!("{}{more}", text.trim_end_matches([',', '\r', '\n']).to_owned() + "\r\n"));
    let second = folder.import("forms.csv", &[]);
    assert!(second.out.contains("1 visit to import.\n2 rows already there.\n"), "{}{}", second.out, second.error);
    assert!(second.out.contains("1 row changed since they were imported"), "{}", second.out);
    assert!(second.out.contains("  row 5: visit "), "{}", second.out);
    assert_eq!(outcomes(&folder, 0).await.len(), 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_used_says_what_to_do_and_stores_nothing() {
    let folder = Folder::new().await;
    folder.write("mapping.json", r#"{"version":1,"date":"Date","classroom":"Room"}"#);
    folder.write("open.csv", "Date,Room\n3/4/2026,204\n5/6/2026,7\n");
    folder.write("latin.csv", b"Date,Room\n2026-03-04,Sal\xf3n\n");
    folder.write("empty.csv", "\n , \n");
    folder.write("notes.doc", "");
    folder.write("sheet.xlsx", "not a workbook");
    folder.write("newer.json", r#"{"version":9}"#);
    folder.write("broken.json", "{");
    let mut said = String::new();
    for (file, more) in [
        ("open.csv", vec!["--mapping", "mapping.json"]),
        ("open.csv", vec!["--mapping", "newer.json"]),
        ("open.csv", vec!["--mapping", "broken.json"]),
        ("open.csv", vec!["--mapping", "missing.json"]),
        ("latin.csv", vec![]),
        ("empty.csv", vec![]),
        ("notes.doc", vec![]),
        ("sheet.xlsx", vec![]),
    ] {
        let refused = folder.import(file, &more);
        assert_eq!(refused.code, 2, "{file} {more:?}");
        said += &format!("$ {file} {}\n{}\n", more.join(" "), refused.error);
    }
    insta::assert_snapshot!(said);
    let elsewhere = folder.run(&["import", "visits", "open.csv", "--source", "forms", "--school", "elm"]);
    assert!(elsewhere.error.contains("the district has no school \"elm\""), "{}", elsewhere.error);
    assert!(folder.packs().await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_may_not_record_for_others_cannot_import_for_them() {
    let (folder, guess) = guessed().await;
    folder.write("mapping.json", guess.replace("\"Observer name\"", "null"));
    let coach = ["--mapping", "mapping.json", "--as", "okafor@alder.example"];
    // As their own visits they are taken, ...
    let own = folder.import("forms.csv", &coach);
    assert!(own.out.ends_with("marked as imported.\n"), "{}{}", own.out, own.error);
    // ... in another school they are not.
    let mut elsewhere = vec!["import", "visits", "forms.csv", "--source", "forms", "--school", "birch"];
    elsewhere.extend(coach);
    let refused = folder.run(&elsewhere);
    assert_eq!(refused.code, 1);
    assert!(refused.error.contains("this account may not record visits of others in birch"), "{}", refused.error);
}
