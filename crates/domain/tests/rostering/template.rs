//! The plain template.

use domain::roster::{Grade, Period};
use domain::rostering::{Format, TEMPLATE};

use super::made::{Package, World, refused};

fn filled_in() -> Package {
    TEMPLATE.iter().fold(Package::default(), |package, file| {
        let rows: Vec<String> =
            std::iter::once(file.columns).chain(file.example.iter().copied()).map(|row| row.join("|")).collect();
        package.with(file.name, &rows.join("\n"))
    })
}

#[test]
fn the_example_rows_of_the_template_can_be_imported() {
    let mut world = World::new();
    let report = world.import(&filled_in());
    assert_eq!((refused(&report), report.format), (vec![], Format::Template));
    assert_eq!((report.schools.added, report.classes.added, report.teachers.added), (2, 2, 3));
    let room = world.room("cedar", "c-204");
    assert_eq!((room.grade, room.students, room.lead.clone()), (Some(Grade(3)), Some(24), Some("t-17".into())));
    assert_eq!(room.groups, ["English learners".into()]);
    assert_eq!(room.periods, [Period { begins: 495, ends: 585 }, Period { begins: 590, ends: 650 }]);
    let algebra = world.room("harlan", "c-b12");
    assert_eq!((algebra.grade, algebra.subject.clone()), (Some(Grade(9)), Some("Mathematics".into())));
    assert_eq!(algebra.others, ["t-24".into()]);
    assert_eq!(world.district.networks.len(), 1);
}

#[test]
fn what_a_person_mistypes_is_said_where_it_stands() {
    let package = filled_in()
        .replaced("classes.csv", "|3|", "|third|")
        .replaced("sessions.csv", "|year|", "|jahr|")
        .add("classes.csv", "c-1|Gym|cedar|||||||many||")
        .add("classes.csv", "c-2|Gym|cedar|||||||||8-9|")
        .add("classes.csv", "c-3|Gym|cedar||||t-99|||||");
    let mut world = World::new();
    let report = world.import(&package);
    insta::assert_snapshot!(refused(&report).join("\n"));
    // A class whose teacher nobody knows is a class.
    assert!(world.rooms("cedar").contains(&"c-3"));
}

#[test]
fn a_class_whose_row_is_refused_keeps_its_teachers_and_its_number() {
    let mut world = World::new();
    world.import(&filled_in());
    let before = world.room("cedar", "c-204").clone();
    let report = world.import(&filled_in().replaced("classes.csv", "|3|", "|third|"));
    assert_eq!((report.refused_rows, world.room("cedar", "c-204")), (1, &before));
}

#[test]
fn whoever_leads_is_not_among_the_others_and_works_where_there_is_a_school() {
    let package = filled_in().replaced("classes.csv", "|t-23|t-24|", "|t-23|t-23; t-24|").replaced(
        "teachers.csv",
        "Bo Lin|harlan",
        "Bo Lin|harlen",
    );
    let mut world = World::new();
    let report = world.import(&package);
    assert_eq!(
        refused(&report),
        ["teachers.csv 3 schools: nothing that is taken from schools.csv has the id \"harlen\""]
    );
    assert_eq!(world.room("harlan", "c-b12").others, ["t-24".into()]);
}

#[test]
fn files_of_another_kind_say_so() {
    let mut world = World::new();
    world.import(&super::made::one_roster());
    let report = world.import(&filled_in());
    assert!(report.notes.contains(&domain::rostering::Note::OtherSource), "{:?}", report.notes);
}
