//! Frameworks from the command line: out of one district and into another, from a CASE package, and what cannot be used.

use crate::district::Folder;

const SMART_LEVEL: &str = include_str!("../../../domain/tests/framework/cfpackage-smart-level.json");

#[tokio::test(flavor = "multi_thread")]
async fn a_framework_goes_into_an_empty_district_and_is_the_same_there() {
    let (ours, empty) = (Folder::new().await, Folder::without_framework().await);
    let written = ours.run(&["export", "framework", "--to", ours.path("ours.json").to_str().unwrap()]);
    assert_eq!((written.code, written.error.as_str()), (0, ""));
    let file = ours.path("ours.json");
    let file = file.to_str().unwrap();
    let tried = empty.run(&["import", "framework", file, "--dry-run", "--effective", "2026-09-01"]);
    assert!(tried.out.ends_with("nothing was published.\n"), "{}{}", tried.out, tried.error);
    let none = empty.run(&["export", "framework", "--to", empty.path("none.json").to_str().unwrap()]);
    assert!(none.error.contains("has not published a framework yet"), "{}", none.error);
    let done = empty.run(&["import", "framework", file, "--effective", "2026-09-01"]);
    assert!(done.out.contains("Published as version 1, in force from 2026-09-01."), "{}{}", done.out, done.error);
    empty.run(&["export", "framework", "--to", empty.path("theirs.json").to_str().unwrap()]);
    assert_eq!(empty.read("theirs.json"), ours.read("ours.json"));
    for form in ["json", "csv", "case"] {
        let file = empty.path(&format!("again.{form}"));
        let file = file.to_str().unwrap();
        assert_eq!(empty.run(&["export", "framework", "--form", form, "--to", file]).error, "");
        let again = empty.run(&["import", "framework", file]);
        assert!(again.out.contains("Nothing is otherwise than in version 1"), "{form}: {}{}", again.out, again.error);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_package_is_published_and_a_second_one_updates_it() {
    let folder = Folder::without_framework().await;
    folder.write("case.json", SMART_LEVEL);
    let case = folder.path("case.json");
    let case = case.to_str().unwrap();
    let done = folder.run(&["import", "framework", case, "--effective", "2026-09-01"]);
    insta::assert_snapshot!("a_case_package", format!("{}{}", done.out, done.error));
    let reworded = SMART_LEVEL.replace("\"fullStatement\": \"Item 1.1\"", "\"fullStatement\": \"Item one\"");
    folder.write("case.json", reworded);
    let next = folder.run(&["import", "framework", case, "--effective", "2026-10-01"]);
    insta::assert_snapshot!("a_case_package_again", format!("{}{}", next.out, next.error));
    let first = folder.path("first.json");
    folder.run(&["export", "framework", "--version", "1", "--to", first.to_str().unwrap()]);
    assert!(folder.read("first.json").contains("Item 1.1"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_read_is_not_left_out_unasked_and_no_version_comes_before_the_last() {
    let folder = Folder::without_framework().await;
    folder.write(
        "care.csv",
        "framework,strand,practice,kind\nOurs,Care,Names are used,\nOurs,Care,Doors are open,always\n",
    );
    let file = folder.path("care.csv");
    let file = file.to_str().unwrap();
    let refused = folder.run(&["import", "framework", file, "--effective", "2026-09-01"]);
    assert!(
        refused.out.contains("row 3, kind (\"Doors are open\"): \"always\" is none of presence"),
        "{}",
        refused.out
    );
    assert!(refused.code == 2 && refused.error.contains("--leave-out"), "{}", refused.error);
    let done = folder.run(&["import", "framework", file, "--effective", "2026-09-01", "--leave-out"]);
    assert!(done.out.contains("Published as version 1"), "{}{}", done.out, done.error);
    let early = folder.run(&["import", "framework", "--starter", "--effective", "2026-08-01"]);
    assert!(early.code == 2 && early.error.contains("in use from 2026-09-01"), "{}", early.error);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_starter_framework_is_there_to_begin_with() {
    let folder = Folder::without_framework().await;
    let done = folder.run(&["import", "framework", "--starter"]);
    assert!(done.out.contains("5 strands, 24 look-fors"), "{}{}", done.out, done.error);
    assert!(done.out.contains("Published as version 1"), "{}{}", done.out, done.error);
    let neither = folder.run(&["import", "framework"]);
    assert_eq!(neither.code, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_framework_says_so_and_publishes_nothing() {
    let folder = Folder::without_framework().await;
    folder.write("broken.json", "{\n  \"format\": ");
    folder.write("other.json", "{}");
    folder.write("table.csv", "Name,Kind\n");
    folder.write(
        "unfit.json",
        r#"{"format": "throughline.framework", "format_version": 1, "title": "T", "strands": []}"#,
    );
    let said: Vec<String> = ["broken.json", "other.json", "table.csv", "unfit.json", "nowhere.json"]
        .iter()
        .map(|name| {
            let path = folder.path(name);
            let said = folder.run(&["import", "framework", path.to_str().unwrap()]);
            assert_eq!(said.code, 2, "{name}: {}{}", said.out, said.error);
            said.error.replace(path.to_str().unwrap(), name)
        })
        .collect();
    insta::assert_snapshot!("no_frameworks", said.concat());
    let none = folder.run(&["export", "framework", "--to", folder.path("none.json").to_str().unwrap()]);
    assert_eq!((none.code, folder.path("none.json").exists()), (1, false));
}
