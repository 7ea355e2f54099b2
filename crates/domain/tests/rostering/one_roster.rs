//! OneRoster 1.1 and 1.2, bulk.

use domain::id::SubjectId;
use domain::roster::Grade;
use domain::rostering::{Counts, Format, NotAPackage, Note};
use domain::time::date;

use super::made::{Package, World, one_roster, refused};

#[test]
fn a_package_becomes_schools_classes_and_teachers() {
    let mut world = World::new();
    let report = world.import(&one_roster());
    assert_eq!(refused(&report), [""; 0]);
    assert_eq!(report.format, Format::OneRoster11);
    assert_eq!((report.schools.added, report.classes.added, report.teachers.added), (2, 2, 4));
    assert_eq!((report.students, report.over), (4, 1));

    let cedar = world.district.school(&"cedar".into()).unwrap();
    let network = world.district.networks.iter().find(|network| Some(&network.id) == cedar.network.as_ref());
    assert_eq!((cedar.name.as_str(), network.unwrap().name.as_str()), ("Cedar Ridge", "North"));
    // The district itself is no network.
    assert_eq!(world.district.school(&"birch".into()).unwrap().network, None);

    let algebra = world.room("cedar", "c1");
    assert_eq!(algebra.name, "Algebra 1 (220)");
    assert_eq!((algebra.grade, algebra.subject.clone()), (Some(Grade(9)), Some(SubjectId::from("Mathematics"))));
    assert_eq!((algebra.lead.clone(), algebra.others.clone()), (Some("t1".into()), vec!["a1".into()]));
    assert_eq!((algebra.students, algebra.groups.clone()), (Some(4), vec!["English learners".into()]));
    // An only teacher leads, whether or not that is said; a student who left is not counted.
    let homeroom = world.room("birch", "c2");
    assert_eq!((homeroom.lead.clone(), homeroom.students), (Some("t2".into()), None));
    // Its sessions were over in October.
    assert_eq!(world.rooms("cedar"), ["c1"]);
    assert_eq!(world.teachers("cedar"), ["Ada Okafor", "Bo Lin", "José Núñez"]);
    assert_eq!(world.teachers("birch"), ["José Núñez"]);
}

#[test]
fn the_school_year_comes_with_it_and_what_lies_outside_goes() {
    let mut world = World::new();
    let year = world.import(&one_roster()).year.unwrap();
    assert_eq!((year.first_day, year.last_day), (date(2026, 8, 17), date(2027, 6, 4)));
    assert_eq!(year.terms, ["Fall", "Spring"]);
    assert_eq!(world.district.calendar.check_dates, [date(2026, 10, 30)]);
}

#[test]
fn a_year_that_is_over_leaves_the_districts_own_alone() {
    let earlier = |text: &str| text.replace("2026", "2020").replace("2027", "2021");
    let sessions = earlier(
        "sourcedId|title|type|startDate|endDate\ny|2026-27|schoolYear|2026-08-17|2027-06-04\n\
         f|Fall|semester|2026-08-17|2026-12-18\ns|Spring|semester|2027-01-04|2027-06-04",
    );
    let package = one_roster().with("academicSessions.csv", &sessions).replaced("classes.csv", "|q1|", "|f|");
    let mut world = World::new();
    let before = world.district.calendar.clone();
    let report = world.import(&package);
    assert_eq!((report.on, report.notes.as_slice(), &report.year), (date(2021, 6, 4), &[Note::PastYear][..], &None));
    assert_eq!(world.district.calendar, before);
    // Held against the last day of that year, not today: what went on until then is there.
    assert_eq!(world.rooms("cedar"), ["c1"]);
}

#[test]
fn the_same_package_again_changes_nothing() {
    let mut world = World::new();
    world.import(&one_roster());
    let (again, outcome, _) = world.look(&one_roster());
    assert!(!again.changes_anything() && outcome.rosters.is_empty() && outcome.district == world.district);
    assert_eq!(again.classes, Counts { same: 2, ..Counts::default() });
    assert_eq!(again.changes, []);
}

#[test]
fn in_version_1_2_roles_stand_in_a_file_of_their_own() {
    let package = one_roster()
        .with("manifest.csv", "p|v\noneroster.version|1.2\nfile.orgs|bulk\nfile.users|bulk\nfile.roles|bulk\nfile.classes|bulk\nfile.enrollments|bulk")
        .with(
            "users.csv",
            "sourcedId|enabledUser|givenName|familyName|preferredGivenName|primaryOrgSourcedId|metadata.groups\n\
             t1|true|Adaeze|Okafor|Ada|cedar|\nt2|true|José|Núñez||d1|\na1|false|Bo|Lin||cedar|\nk1|true|Kim|One||cedar|ELL\n\
             k2|true|Kim|Two||cedar|ELL\nk3|true|K|3|||ELL\nk4|true|K|4|||",
        )
        .with(
            "roles.csv",
            "sourcedId|userSourcedId|roleType|role|orgSourcedId\nr1|t1|primary|teacher|cedar\nr2|t2|primary|teacher|birch\n\
             r3|a1|primary|aide|cedar\nr4|k1|primary|student|cedar\nr5|k2|primary|student|cedar\n\
             r6|k3|primary|student|cedar\nr7|k4|primary|student|cedar",
        );
    let mut world = World::new();
    let report = world.import(&package);
    assert_eq!((report.format, report.students), (Format::OneRoster12, 4));
    assert_eq!(world.teachers("cedar"), ["Ada Okafor"]);
    assert_eq!(world.teachers("birch"), ["José Núñez"]);
    assert_eq!(world.room("cedar", "c1").groups, ["ELL".into()]);
    // Somebody whose account is shut is not there to teach.
    assert_eq!(
        refused(&report),
        ["enrollments.csv 4 userSourcedId: nothing that is taken from users.csv has the id \"a1\""]
    );
}

#[test]
fn optional_files_may_be_missing_and_announced_ones_may_not() {
    let bare = one_roster().without("manifest.csv").without("courses.csv").without("academicSessions.csv");
    let mut world = World::new();
    let report = world.import(&bare);
    assert_eq!(report.notes, [Note::NoManifest]);
    assert_eq!((refused(&report).len(), world.rooms("cedar")), (0, vec!["c1", "c3"]));
    let announced = one_roster().without("classes.csv").read(&Default::default());
    assert_eq!(announced, Err(NotAPackage::Announced("classes.csv".to_owned())));
    assert_eq!(Package::default().with("notes.csv", "a").read(&Default::default()), Err(NotAPackage::Unknown));
}

#[test]
fn a_file_without_a_column_that_is_needed_is_refused_whole() {
    let package = one_roster().with("classes.csv", "sourcedId|name\nc1|x");
    let columns = vec!["title".to_owned(), "schoolSourcedId".to_owned()];
    assert_eq!(package.read(&Default::default()), Err(NotAPackage::NoColumns { file: "classes.csv".into(), columns }));
}

#[test]
fn a_year_that_is_announced_is_not_this_one() {
    let package = one_roster()
        .add("academicSessions.csv", "y2|2027-28|schoolYear|2027-08-16|2028-06-02")
        .add("academicSessions.csv", "f2|Fall 27|semester|2027-08-16|2027-12-17");
    let mut world = World::new();
    let year = world.import(&package).year.unwrap();
    assert_eq!(
        (year.first_day, year.terms, year.dropped),
        (date(2026, 8, 17), vec!["Fall".into(), "Spring".into()], 1)
    );
    assert_eq!(world.rooms("cedar"), ["c1"]);
}

#[test]
fn whoever_comes_later_does_not_teach_yet() {
    let next = one_roster().add("enrollments.csv", "e5|c1|cedar|t2|teacher|true|2027-01-04|2027-06-04");
    let mut world = World::new();
    world.import(&next);
    assert_eq!(world.room("cedar", "c1").lead, Some("t1".into()));
    // A class in which nobody has begun has whoever will.
    let all_later =
        one_roster().replaced("enrollments.csv", "e4|c2|birch|t2|teacher|||", "e4|c2|birch|t2|teacher||2027-01-04|");
    world.import(&all_later);
    assert_eq!(world.room("birch", "c2").lead, Some("t2".into()));
}

#[test]
fn a_group_of_one_or_two_tags_nothing_and_is_not_kept() {
    let package = one_roster();
    let records = package.read(&Default::default()).unwrap().records;
    let text = serde_json::to_string(&records).unwrap();
    assert!(text.contains("English learners") && !text.contains("IEP"), "{text}");
}

#[test]
fn what_the_standard_does_not_know_is_refused_and_nothing_of_it_kept() {
    let package = one_roster()
        .add("users.csv", "k9|true|cedar|pupil|Secret|Name|")
        .add("users.csv", "k8|true|cedar||Secret|Name|")
        .add("orgs.csv", "elm||Elm|schol|d1")
        .add("enrollments.csv", "e7|c1|cedar|t1|techer|||");
    let taken = package.read(&Default::default()).unwrap();
    assert!(!format!("{taken:?}").contains("Secret"), "{taken:?}");
    let columns: Vec<_> = taken.refused.iter().filter_map(|row| row.column.as_deref()).collect();
    assert_eq!(columns, ["type", "role", "role", "role"]);
    let full = one_roster().replaced("manifest.csv", "file.users|bulk", "file.users|full");
    let mode = NotAPackage::Mode { file: "users.csv".into(), value: "full".into() };
    assert_eq!(full.read(&Default::default()), Err(mode));
}
