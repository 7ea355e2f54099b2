//! Delta files: what has changed since the last package.

use domain::id::SchoolId;
use domain::rostering::{Counts, Note};

use super::made::{Package, World, one_roster, refused};

fn delta(files: &[&str]) -> Package {
    let announced: Vec<String> = files.iter().map(|file| format!("file.{file}|delta")).collect();
    Package::default().with("manifest.csv", &format!("p|v\noneroster.version|1.1\n{}", announced.join("\n")))
}

#[test]
fn a_delta_changes_what_it_names_and_nothing_else() {
    let mut world = World::new();
    world.import(&one_roster());
    let report = world.import(
        &delta(&["users", "classes"])
            .with(
                "users.csv",
                "sourcedId|status|role|givenName|familyName|orgSourcedIds\nt2|active|teacher|José|Núñez Vega|birch",
            )
            .with(
                "classes.csv",
                "sourcedId|status|title|schoolSourcedId|location|termSourcedIds\nc4|active|Chemistry|cedar|301|y",
            ),
    );
    assert_eq!(refused(&report), [""; 0]);
    assert_eq!(report.classes, Counts { added: 1, same: 2, ..Counts::default() });
    assert_eq!((world.teachers("birch"), world.rooms("cedar")), (vec!["José Núñez Vega"], vec!["c1", "c4"]));
    assert_eq!(world.room("cedar", "c1").students, Some(4));
}

#[test]
fn one_of_two_enrolments_can_end_and_the_teacher_still_teaches() {
    let mut world = World::new();
    world.import(&one_roster());
    let gone = |ids: &[&str]| {
        let rows: Vec<String> = ids.iter().map(|id| format!("{id}|tobedeleted|c1|t1|teacher")).collect();
        let table = format!("sourcedId|status|classSourcedId|userSourcedId|role\n{}", rows.join("\n"));
        delta(&["enrollments"]).with("enrollments.csv", &table)
    };
    let report = world.import(&gone(&["e2"]));
    assert_eq!(
        (world.room("cedar", "c1").lead.clone(), report.notes),
        (Some("t1".into()), vec![Note::StudentsAsBefore])
    );
    world.import(&gone(&["e1"]));
    // The aide is the only one who is left.
    assert_eq!(world.room("cedar", "c1").lead, Some("a1".into()));
    assert_eq!(world.room("cedar", "c1").students, Some(4));
}

#[test]
fn whoever_is_to_be_deleted_leaves_and_keeps_their_history() {
    let mut world = World::new();
    world.import(&one_roster());
    let report = world.import(
        &delta(&["users", "classes"])
            .with("users.csv", "sourcedId|status|role|givenName|familyName\nt1|tobedeleted|teacher|Ada|Okafor")
            .with("classes.csv", "sourcedId|status|title|schoolSourcedId\nc2|tobedeleted|Homeroom 3|birch"),
    );
    assert_eq!((report.teachers.gone, report.classes.gone, report.classes.changed), (1, 1, 1));
    let cedar = &world.rosters[&SchoolId::from("cedar")];
    assert_eq!(cedar.teacher(&"t1".into()).unwrap().name, "Ada Okafor");
    assert!(cedar.teachers.iter().all(|teacher| teacher.name != "Ada Okafor"));
    let birch = &world.rosters[&SchoolId::from("birch")];
    assert_eq!((birch.classrooms.len(), birch.classroom(&"c2".into()).unwrap().name.as_str()), (0, "Homeroom 3 (204)"));
    // They come back as they were.
    world.import(&one_roster());
    assert_eq!(world.rosters[&SchoolId::from("cedar")].former_teachers, []);
    assert_eq!(world.rooms("birch"), ["c2"]);
}

#[test]
fn what_shows_only_later_is_stored_all_the_same() {
    let mut world = World::new();
    world.import(&one_roster());
    let ends = delta(&["enrollments"]).with(
        "enrollments.csv",
        "sourcedId|status|classSourcedId|userSourcedId|role|primary|endDate\ne2|active|c1|t1|teacher|true|2027-02-01",
    );
    let report = world.import(&ends);
    assert!(report.changes_anything() && report.remembers && !report.shows());
    assert!(!world.look(&ends).0.changes_anything());
}

#[test]
fn a_school_that_is_to_be_deleted_stays_without_classes_and_they_do_not_come_back() {
    let mut world = World::new();
    world.import(&one_roster());
    let gone = delta(&["orgs"]).with("orgs.csv", "sourcedId|status|name|type\nbirch|tobedeleted|Birch Hill|school");
    let report = world.import(&gone);
    assert!(report.notes.contains(&Note::SchoolsStay));
    assert_eq!((world.rooms("birch").len(), report.classes.gone), (0, 1));
    assert!(world.district.school(&"birch".into()).is_some());
    let other = delta(&["classes"]).with("classes.csv", "sourcedId|title|schoolSourcedId\nc9|Gym|cedar");
    world.import(&other);
    assert_eq!((world.rooms("birch").len(), world.rooms("cedar")), (0, vec!["c1", "c9"]));
}

#[test]
fn groups_stay_where_nobody_says_who_belongs_to_them() {
    let mut world = World::new();
    world.import(&one_roster());
    world.import(&one_roster().without("users.csv").replaced("manifest.csv", "file.users|bulk", "file.users|absent"));
    assert_eq!(world.room("cedar", "c1").groups, ["English learners".into()]);
}
