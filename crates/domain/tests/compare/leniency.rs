//! One observer held against others in the same rooms.

use domain::calibration::leniency;
use domain::compare::Selection;
use domain::visit::Outcome;

use crate::made::{FIRST_DAY, Seen, World, room};

/// Eight rooms; in each, somebody else sees everything and then nothing, and Ada what `shown` says of her visit.
fn world(rooms: u8, shown: impl Fn(u8) -> bool) -> World {
    let seen = |number: u8, day: i32, observer: &'static str, yes: bool| {
        let outcome = if yes { Outcome::Shown } else { Outcome::NotShown };
        Seen { day, observer, room: room(number), outcomes: vec![outcome; 5], ..Seen::default() }
    };
    World::with((0..rooms).flat_map(|number| {
        let day = i32::from(number) * 5;
        let others = [seen(number, day, "bo", true), seen(number, day + 1, "bo", false)];
        others.into_iter().chain([seen(number, day + 2, "ada", shown(number))])
    }))
}

#[test]
fn who_sees_more_in_the_same_rooms_is_more_lenient_by_that_much() {
    let world = world(8, |_| true);
    let found = leniency(&world.ground(), &Selection::default(), &"ada".into());
    assert_eq!((found.rooms, found.visits), (8, 8));
    assert!((found.overall.unwrap().point() - 0.5).abs() < 1e-12);
    let other = leniency(&world.ground(), &Selection::default(), &"bo".into());
    assert!((other.overall.unwrap().point() + 0.5).abs() < 1e-12, "the other way round");
}

#[test]
fn who_turns_strict_in_the_middle_of_the_year_has_drifted() {
    let world = world(8, |number| number < 4);
    let halves = leniency(&world.ground(), &Selection::default(), &"ada".into()).halves.unwrap();
    assert_eq!(halves.from, FIRST_DAY.plus_days(22));
    assert!((halves.before.point() - 0.5).abs() < 1e-12 && (halves.after.point() + 0.5).abs() < 1e-12);
    assert!((halves.drift.point() + 1.0).abs() < 1e-12);
}

#[test]
fn without_shared_rooms_there_is_nothing_to_hold_against_each_other() {
    let alone = World::with([Seen { observer: "ada", ..Seen::default() }]);
    let found = leniency(&alone.ground(), &Selection::default(), &"ada".into());
    assert_eq!((found.rooms, found.visits, found.overall, found.halves), (0, 1, None, None));
    let nobody = leniency(&alone.ground(), &Selection::default(), &"cy".into());
    assert_eq!((nobody.visits, nobody.overall), (0, None));
}
