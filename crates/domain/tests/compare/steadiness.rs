//! How many visits a classroom needs.

use domain::compare::{Selection, steadiness};
use domain::stats::Measure;
use domain::visit::{Amount, Outcome};

use crate::made::{Seen, World, room, row};

/// Six rooms, four visits each; in each so many of them show everything, and the taps of each visit are given.
fn world(shown: impl Fn(u8) -> u8, taps: impl Fn(u8, u8) -> u32) -> World {
    let visits = (0..6).flat_map(|number| (0..4).map(move |visit| (number, visit)));
    World::with(visits.map(|(number, visit)| {
        let outcome = if visit < shown(number) { Outcome::Shown } else { Outcome::NotShown };
        let amount = Amount { amount: taps(number, visit), of: 600 };
        Seen {
            day: i32::from(visit),
            room: room(number),
            outcomes: vec![outcome; 5],
            amounts: vec![amount; 3],
            ..Seen::default()
        }
    }))
}

#[test]
fn where_classrooms_always_do_the_same_one_visit_is_enough() {
    let world = world(|number| if number < 3 { 4 } else { 0 }, |_, _| 1);
    let found = steadiness(&world.ground(), &Selection::default(), row(&world.whole(), "goal")).unwrap();
    assert_eq!((found.classrooms, found.correlation.point(), found.visits), (6, 1.0, Some(1)));
}

#[test]
fn where_classrooms_do_not_differ_no_number_of_visits_tells_them_apart() {
    let world = world(|_| 2, |_, _| 1);
    let found = steadiness(&world.ground(), &Selection::default(), row(&world.whole(), "goal")).unwrap();
    assert_eq!((found.correlation.point(), found.visits), (0.0, None));
}

/// By hand: rooms have means 2, 4 … 12 and the visits ±1 around them, so MSB = 4 · 14 = 56, MSW = 24/18 = 4/3,
/// ρ = (56 − 4/3)/(56 + 3 · 4/3) = 164/180, and 0.7 · (1 − ρ)/(0.3 · ρ) = 0.23 of a visit is one.
#[test]
fn amounts_are_divided_by_their_rates() {
    let world = world(|_| 4, |number, visit| 2 * u32::from(number) + 2 + 2 * u32::from(visit % 2) - 1);
    let mut talk = row(&world.whole(), "talk").clone();
    talk.measure = Measure::Amount;
    let found = steadiness(&world.ground(), &Selection::default(), &talk).unwrap();
    assert!((found.correlation.point() - 164.0 / 180.0).abs() < 1e-9, "{}", found.correlation.point());
    assert_eq!(found.visits, Some(1));
}

#[test]
fn one_visit_a_room_says_nothing_about_rooms() {
    let world = World::with((0..6).map(|number| Seen { room: room(number), ..Seen::default() }));
    assert_eq!(steadiness(&world.ground(), &Selection::default(), row(&world.whole(), "goal")), None);
}
