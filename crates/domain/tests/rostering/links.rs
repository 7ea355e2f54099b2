//! Rows that are refused, and why; what was known of them stays.

use super::made::{World, one_roster, refused};

#[test]
fn every_fault_has_its_file_row_and_column() {
    let package = one_roster()
        .add("orgs.csv", "||No id|school|")
        .add("academicSessions.csv", "z|Odd|holiday|2026-01-01|2026-01-02")
        .add("academicSessions.csv", "z2|Odd|term|2026-13-01|2026-01-02")
        .add("academicSessions.csv", "z3|Odd|term|2026-03-01|2026-01-02")
        .add("classes.csv", "c9|Ghost|||1|elsewhere||")
        .add("classes.csv", "c8|Linked||none|1|cedar|gone|")
        .add("classes.csv", "c1|Other|||1|cedar||")
        .add("classes.csv", "c7|Room, 7||||cedar||||and more")
        .add("enrollments.csv", "e8|c1|cedar|nobody|teacher|||")
        .add("enrollments.csv", "e9|c99|cedar|t1|teacher|||");
    let mut world = World::new();
    let report = world.import(&package);
    insta::assert_snapshot!(refused(&report).join("\n"));
    // A link that leads nowhere is left out; the class is taken.
    assert_eq!(world.rooms("cedar"), ["c1", "c8"]);
}

#[test]
fn what_was_known_of_a_refused_row_stays() {
    let mut world = World::new();
    world.import(&one_roster());
    let broken = one_roster().replaced("classes.csv", "c1|Algebra 1|09|alg|220|cedar", "c1|Algebra 1|09|alg|220|");
    let report = world.import(&broken);
    assert_eq!(refused(&report), ["classes.csv 2 schoolSourcedId: it is empty, and must not be"]);
    assert_eq!(world.room("cedar", "c1").name, "Algebra 1 (220)");
    assert!(!report.changes_anything());
}

#[test]
fn the_same_row_twice_is_harmless() {
    let mut world = World::new();
    let report = world.import(&one_roster().add("classes.csv", "c2|Homeroom 3|03||204|birch|y|"));
    assert_eq!((refused(&report).len(), report.classes.added), (0, 2));
}
