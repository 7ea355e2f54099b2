//! Classrooms visited, and classrooms in scope.

use domain::compare::{Coverage, Selection};
use domain::expectation::Scope;
use domain::roster::Grade;
use domain::stats::Standing;
use domain::visit::Place;

use crate::made::{Seen, World, in_rooms, room, row};

#[test]
fn a_room_that_no_roster_names_was_visited_but_is_not_in_scope() {
    let described = Place::Described("the portable by the gym".to_owned());
    let world = World::with([Seen::default(), Seen { room: described, ..Seen::default() }]);
    let north = Selection { schools: vec!["north".into()], ..Selection::default() };
    assert_eq!(world.compare(&north).coverage, Coverage { visited: 2, visited_in_scope: 1, in_scope: Some(6) });
}

#[test]
fn a_room_number_is_a_different_room_in_every_school() {
    let world = World::with(["north", "south"].map(|school| Seen { school, ..Seen::default() }));
    assert_eq!(world.whole().coverage.visited, 2);
    assert_eq!(row(&world.whole(), "goal").classrooms, 2);
}

#[test]
fn nobody_knows_how_many_rooms_there_are_without_every_roster() {
    let mut world = World::with([Seen::default(), Seen { school: "south", ..Seen::default() }]);
    assert_eq!(world.whole().coverage.in_scope, Some(12));
    world.rosters.pop();
    assert_eq!(world.whole().coverage.in_scope, None);
    let north = Selection { schools: vec!["north".into()], ..Selection::default() };
    assert_eq!(world.compare(&north).coverage.in_scope, Some(6));
}

#[test]
fn rooms_that_may_hold_such_a_lesson_are_in_scope() {
    let north = Selection { schools: vec!["north".into()], ..Selection::default() };
    let in_scope = |selection: &Selection| World::new().compare(selection).coverage.in_scope;
    let grades = Some((Grade(1), Grade(3)));
    assert_eq!(in_scope(&Selection { grades, ..north.clone() }), Some(3));
    let subject = Some("maths".into());
    assert_eq!(in_scope(&Selection { subject, ..north.clone() }), Some(6));
    let subject = Some("art".into());
    assert_eq!(in_scope(&Selection { subject, ..north.clone() }), Some(3));
    let group = Some("inclusion".into());
    assert_eq!(in_scope(&Selection { group, ..north }), Some(1));
}

#[test]
fn four_rooms_are_too_few_unless_there_are_no_more() {
    let mut world = World::with(in_rooms(4, 12, 12));
    world.expect("goal", Scope::District, 60);
    let north = Selection { schools: vec!["north".into()], ..Selection::default() };
    let standing = |world: &World| row(&world.compare(&north), "goal").standing;
    assert_eq!(standing(&world), Some(Standing::TooFew));
    assert_eq!(row(&world.compare(&north), "goal").needed.classrooms_to_minimum, 1);
    world.rosters[0].classrooms.truncate(4);
    assert_eq!(standing(&world), Some(Standing::Met));
}

#[test]
fn a_room_that_no_roster_names_does_not_stand_in_for_one_that_was_not_visited() {
    let elsewhere = (0..12).map(|_| Seen { room: Place::Described("library".to_owned()), ..Seen::default() });
    let mut world = World::with(in_rooms(3, 12, 12).chain(elsewhere));
    world.expect("goal", Scope::District, 60);
    world.rosters[0].classrooms.truncate(4);
    let north = Selection { schools: vec!["north".into()], ..Selection::default() };
    assert_eq!(row(&world.compare(&north), "goal").standing, Some(Standing::TooFew));
    world.see(Seen { room: room(3), ..Seen::default() });
    assert_eq!(row(&world.compare(&north), "goal").standing, Some(Standing::Met));
}
