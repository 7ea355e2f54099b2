//! What holds for any package.

use domain::rostering::Records;
use proptest::prelude::*;

use super::made::{Package, World, one_roster};

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("cedar".to_owned()),
        Just("c1".to_owned()),
        Just("t1".to_owned()),
        Just("teacher".to_owned()),
        Just("pupil".to_owned()),
        Just("tobedeleted".to_owned()),
        Just("2026-09-01".to_owned()),
        "[a-z0-9,;é\u{feff} -]{0,12}",
    ]
}

proptest! {
    #[test]
    fn any_rows_are_read_or_refused_and_reading_twice_changes_nothing(
        file in prop::sample::select(vec!["orgs.csv", "academicSessions.csv", "classes.csv", "users.csv", "enrollments.csv"]),
        rows in prop::collection::vec(prop::collection::vec(cell(), 0..10), 0..6),
    ) {
        let package = rows.iter().fold(one_roster(), |package, row| package.add(file, &row.join("|")));
        let mut world = World::new();
        world.import(&package);
        let (again, outcome, _) = world.look(&package);
        prop_assert!(!again.changes_anything(), "{again:?}");
        prop_assert!(outcome.rosters.is_empty());
    }

    #[test]
    fn what_is_kept_reads_back_from_its_json(rows in prop::collection::vec(prop::collection::vec(cell(), 0..9), 0..6)) {
        let package: Package = rows.iter().fold(one_roster(), |package, row| package.add("users.csv", &row.join("|")));
        let records = package.read(&Records::default()).unwrap().records;
        let text = serde_json::to_string(&records).unwrap();
        prop_assert!(!text.contains("Kim"), "a student is kept");
        prop_assert_eq!(serde_json::from_str::<Records>(&text).unwrap(), records);
    }
}
