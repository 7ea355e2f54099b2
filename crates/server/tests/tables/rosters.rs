//! Rosters from the command line: a package that nobody here has written, folders, archives, and what is wrong with some.

use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use domain::id::SchoolId;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::district::Folder;

fn grand_bend() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables/grand-bend")
}

fn zipped(folder: &Path, within: &str) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{within}{}", entry.file_name().to_str().unwrap());
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(&std::fs::read(entry.path()).unwrap()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_package_that_others_wrote_is_tried_imported_and_adds_nothing_the_second_time() {
    let folder = Folder::new().await;
    let package = grand_bend();
    let package = package.to_str().unwrap();
    let before = folder.published().await;
    let tried = folder.run(&["import", "roster", package, "--dry-run"]);
    assert_eq!((tried.code, tried.error.as_str()), (0, ""));
    insta::assert_snapshot!("a_roster_dry_run", tried.out);
    assert_eq!(folder.published().await, before, "a dry run stores nothing");

    let done = folder.run(&["import", "roster", package]);
    assert!(done.out.ends_with("Stored.\n"), "{}{}", done.out, done.error);
    let (district, rosters) = folder.published().await;
    assert_eq!(district.schools.last().unwrap().name, "Grand Bend High School");
    assert_eq!(district.calendar, before.0.calendar, "a year that is over is not this one");
    let roster = &rosters[&SchoolId::from("255901001")];
    // Both teacher rows have a field too many, and ids begin with zeros.
    let room = &roster.classrooms[0];
    assert_eq!((room.name.as_str(), room.students), ("ALG-1 (220)", Some(5)));
    assert_eq!(roster.teacher(room.lead.as_ref().unwrap()).unwrap().name, "Kelley Christian");
    assert_eq!(room.subject, Some("Algebra I".into()));
    assert_eq!((rosters.len(), &rosters[&SchoolId::from("cedar")]), (2, &before.1[&SchoolId::from("cedar")]));

    folder.write("package.zip", zipped(&grand_bend(), "export/"));
    let archive = folder.path("package.zip");
    let again = folder.run(&["import", "roster", archive.to_str().unwrap()]);
    assert!(again.out.ends_with("Nothing is otherwise than before.\n"), "{}{}", again.out, again.error);
    assert_eq!(folder.published().await, (district, rosters));
}

#[tokio::test(flavor = "multi_thread")]
async fn marks_line_ends_and_quotes_of_other_systems_are_read() {
    let folder = Folder::new().await;
    let package = folder.path("package");
    std::fs::create_dir(&package).unwrap();
    let write = |name: &str, text: &str| std::fs::write(package.join(name), text).unwrap();
    write("Schools.csv", "\u{feff}id;name\r\ns1;\"Niños; primary\"\r\n\r\n");
    write("teachers.csv", "ID,NAME\r\nt1,\"Núñez, José\"\r\n");
    write("classes.csv", "id,name,school,lead\n\nc1,\"Room \"\"A\"\"\",s1,t1\nc2,,s1,\n");
    let done = folder.run(&["import", "roster", package.to_str().unwrap()]);
    assert!(done.out.contains("classes.csv, row 4, name: it is empty"), "{}{}", done.out, done.error);
    let (district, rosters) = folder.published().await;
    assert_eq!(district.school(&"s1".into()).unwrap().name, "Niños; primary");
    let roster = &rosters[&SchoolId::from("s1")];
    assert_eq!((roster.classrooms[0].name.as_str(), roster.teachers[0].name.as_str()), ("Room \"A\"", "Núñez, José"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_package_says_what_to_do_and_stores_nothing() {
    let folder = Folder::new().await;
    let before = folder.published().await;
    std::fs::create_dir(folder.path("folder")).unwrap();
    folder.write("folder/notes.csv", "a,b\n1,2\n");
    folder.write("broken.zip", [b"PK\x03\x04".as_slice(), &[7; 40]].concat());
    folder.write("picture.zip", b"\x89PNG");
    std::fs::create_dir(folder.path("latin")).unwrap();
    folder.write("latin/schools.csv", b"id,name\ns1,Ni\xf1os\n");
    std::fs::create_dir(folder.path("lacks")).unwrap();
    folder.write("lacks/orgs.csv", "sourcedId,label\ns1,Cedar\n");
    let said: Vec<String> = ["folder", "broken.zip", "picture.zip", "latin", "lacks", "nowhere"]
        .iter()
        .map(|place| {
            let path = folder.path(place);
            let said = folder.run(&["import", "roster", path.to_str().unwrap()]);
            assert_eq!(said.code, 2, "{place}: {}{}", said.out, said.error);
            said.error.replace(path.to_str().unwrap(), place)
        })
        .collect();
    insta::assert_snapshot!("no_rosters", said.concat());
    assert_eq!(folder.published().await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_template_is_written_once_and_can_be_imported() {
    let folder = Folder::new().await;
    let place = folder.path("template");
    let place = place.to_str().unwrap();
    let written = folder.run(&["import", "roster-template", place]);
    assert_eq!((written.code, written.out.lines().count()), (0, 5));
    let again = folder.run(&["import", "roster-template", place]);
    assert_eq!(again.out.matches("is there already").count(), 5);
    let done = folder.run(&["import", "roster", place]);
    assert!(done.out.ends_with("Stored.\n"), "{}{}", done.out, done.error);
    let (district, rosters) = folder.published().await;
    // The district had a school called cedar, with two classrooms of its own.
    assert_eq!(rosters[&SchoolId::from("cedar")].classrooms.len(), 3);
    assert_eq!((district.calendar.terms.len(), rosters[&SchoolId::from("harlan")].teachers.len()), (2, 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_behind_an_open_quotation_mark_are_not_lost() {
    let folder = Folder::new().await;
    let place = folder.path("template");
    let place = place.to_str().unwrap();
    folder.run(&["import", "roster-template", place]);
    folder.run(&["import", "roster", place]);
    let before = folder.published().await;
    let classes = folder.read("template/classes.csv").replace("c-204,Room 204", "c-204,\"Room 204");
    folder.write("template/classes.csv", classes);
    let said = folder.run(&["import", "roster", place]);
    assert_eq!(said.code, 2);
    assert!(said.error.contains("row 2 of classes.csv has a line break within a cell"), "{}", said.error);
    assert_eq!(folder.published().await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_would_take_much_away_waits_to_be_told_again() {
    let folder = Folder::new().await;
    let place = folder.path("template");
    let place = place.to_str().unwrap();
    folder.run(&["import", "roster-template", place]);
    folder.run(&["import", "roster", place]);
    let before = folder.published().await;
    let classes = folder.read("template/classes.csv");
    let fewer: Vec<&str> = classes.lines().filter(|line| !line.starts_with("c-")).collect();
    folder.write("template/classes.csv", format!("{}\n", fewer.join("\n")));
    folder.write("template/teachers.csv", "id,name\n");
    let said = folder.run(&["import", "roster", place]);
    assert_eq!((said.code, said.error.contains("say --yes if that is meant")), (1, true), "{}{}", said.out, said.error);
    assert_eq!(folder.published().await, before);
    let done = folder.run(&["import", "roster", place, "--yes"]);
    assert_eq!(done.code, 0, "{}", done.error);
    assert_eq!(folder.published().await.1[&SchoolId::from("harlan")].classrooms, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_table_is_a_package_and_two_of_one_name_are_none() {
    let folder = Folder::new().await;
    folder.write("schools.csv", "id,name\nelm,Elm Street\n");
    let schools = folder.path("schools.csv");
    let done = folder.run(&["import", "roster", schools.to_str().unwrap()]);
    assert!(done.out.contains("school Elm Street (elm): new"), "{}{}", done.out, done.error);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for name in ["2025/schools.csv", "2026/schools.csv"] {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(b"id,name\n").unwrap();
    }
    folder.write("twice.zip", archive.finish().unwrap().into_inner());
    let twice = folder.path("twice.zip");
    let said = folder.run(&["import", "roster", twice.to_str().unwrap()]);
    assert!(said.error.contains("there are two files called schools.csv"), "{}", said.error);
}
