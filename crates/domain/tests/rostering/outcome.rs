//! What a roster becomes, and what an import leaves alone.

use domain::id::SchoolId;
use domain::roster::{Classroom, Roster, Teacher};
use domain::rostering::{Note, Part, What};

use super::made::{World, one_roster};

fn by_hand() -> Roster {
    let classroom = Classroom {
        id: "greenhouse".into(),
        name: "Greenhouse".to_owned(),
        lead: None,
        others: vec![],
        grade: None,
        subject: None,
        groups: vec![],
        students: None,
        periods: vec![],
    };
    let teacher = Teacher { id: "visitor".into(), name: "Visiting Artist".to_owned() };
    Roster { school: "cedar".into(), classrooms: vec![classroom], teachers: vec![teacher], ..Roster::default() }
}

#[test]
fn what_no_package_brought_no_package_takes() {
    let mut world = World::new().with_school("cedar", "Cedar").with_school("lone", "Lone Pine");
    world.rosters.insert("cedar".into(), by_hand());
    let report = world.import(&one_roster());
    assert_eq!((report.schools.added, report.schools.changed, report.schools.same), (1, 1, 1));
    assert_eq!((report.classes.gone, report.teachers.gone), (0, 0));
    assert_eq!(world.rooms("cedar"), ["c1", "greenhouse"]);
    world.import(&one_roster());
    assert_eq!(world.rooms("cedar"), ["c1", "greenhouse"]);
}

#[test]
fn a_class_that_a_bulk_package_no_longer_names_is_gone_and_known_by_name() {
    let mut world = World::new();
    world.import(&one_roster());
    let fewer = one_roster().replaced("classes.csv", "c2|Homeroom 3|03||204|birch|y|\n", "").replaced(
        "enrollments.csv",
        "e4|c2|birch|t2|teacher|||\n",
        "",
    );
    let report = world.import(&fewer);
    assert_eq!((report.changes[0].what, report.changes[0].kind), (What::Gone, Part::Class));
    assert_eq!(report.notes, [Note::ManyGone]);
    let birch = &world.rosters[&SchoolId::from("birch")];
    assert_eq!(birch.classroom(&"c2".into()).map(|room| room.name.as_str()), Some("Homeroom 3 (204)"));
    assert_eq!(birch.classrooms, []);
}

#[test]
fn a_change_says_what_is_otherwise() {
    let mut world = World::new();
    world.import(&one_roster());
    let other = one_roster().replaced("classes.csv", "c1|Algebra 1|09|alg|220", "c1|Algebra 1|10|alg|221").replaced(
        "enrollments.csv",
        "e3|c1|cedar|a1|aide|false",
        "e3|c1|cedar|a1|teacher|true",
    );
    let (report, ..) = world.look(&other);
    let change = &report.changes[0];
    assert_eq!((change.what, change.id.as_str()), (What::Changed, "c1"));
    assert_eq!(change.parts, [Part::Name, Part::Grade]);
    assert_eq!((report.classes.changed, report.classes.same), (1, 1));
}

#[test]
fn a_stamp_stands_for_what_would_be_stored() {
    let mut world = World::new();
    let first = world.look(&one_roster()).0.stamp;
    assert_eq!(world.look(&one_roster()).0.stamp, first);
    let other = one_roster().replaced("classes.csv", "Algebra 1", "Algebra 2");
    assert_ne!(world.look(&other).0.stamp, first);
    world.district.margin = 0.05;
    assert_ne!(world.look(&one_roster()).0.stamp, first);
}

#[test]
fn a_school_leaves_its_network_when_the_package_says_so_and_not_one_that_somebody_chose() {
    let mut world = World::new();
    world.import(&one_roster());
    let network = |world: &World, school: &str| world.district.school(&school.into()).unwrap().network.clone();
    assert_eq!(network(&world, "cedar"), Some("n1".into()));
    let birch = world.district.schools.iter_mut().find(|school| school.id.as_str() == "birch").unwrap();
    birch.network = Some("by-hand".into());
    world.import(&one_roster().replaced("orgs.csv", "cedar||Cedar Ridge|school|n1", "cedar||Cedar Ridge|school|d1"));
    assert_eq!((network(&world, "cedar"), network(&world, "birch")), (None, Some("by-hand".into())));
}
