//! One observer held against others in the same rooms.

use domain::calibration::{Leniency, leniency};
use domain::compare::Selection;
use domain::visit::{Outcome, Source};

use crate::made::{Seen, World, framework, rating, room, version};

const ROOMS: u8 = 12;

/// In each room three early and three late visits by others and as many by Ada; `shown` says whether the nth visit (of
/// three) of somebody to a room, early or late, shows everything.
fn world(shown: impl Fn(&'static str, u8, bool, u8) -> bool) -> World {
    let mut visits = Vec::new();
    for number in 0..ROOMS {
        for late in [false, true] {
            for observer in ["ada", "bo"] {
                for nth in 0..3 {
                    let outcome = if shown(observer, number, late, nth) { Outcome::Shown } else { Outcome::NotShown };
                    let day = i32::from(late) * 40 + i32::from(nth);
                    visits.push(Seen {
                        day,
                        observer,
                        room: room(number),
                        outcomes: vec![outcome; 5],
                        ..Seen::default()
                    });
                }
            }
        }
    }
    World::with(visits)
}

fn of(world: &World, observer: &str) -> Leniency {
    leniency(&world.ground(), &Selection::default(), &observer.into())
}

/// Ada sees it in one visit of three more than Bo, in two rooms of three.
#[test]
fn who_sees_more_in_the_same_rooms_is_more_lenient_by_that_much() {
    let world = world(|observer, number, _, nth| nth < if observer == "ada" && number % 3 > 0 { 2 } else { 1 });
    let found = of(&world, "ada");
    assert_eq!((found.rooms, found.visits), (12, 72));
    let overall = found.overall.unwrap();
    assert!((overall.point() - 2.0 / 9.0).abs() < 1e-12, "{}", overall.point());
    assert!(overall.interval().low() > 0.0 && overall.interval().high() < 0.5);
    assert!((of(&world, "bo").overall.unwrap().point() + 2.0 / 9.0).abs() < 1e-12, "the other way round");
}

#[test]
fn practice_that_improves_for_everyone_is_no_drift() {
    let world = world(|observer, number, late, nth| {
        let usual = u8::from(late) * 2;
        nth < usual + u8::from(observer == "ada" && number % 2 == 0)
    });
    let halves = of(&world, "ada").halves.unwrap();
    assert!(halves.drift.point().abs() < 1e-12, "{}", halves.drift.point());
    assert!(halves.drift.interval().low() < 0.0 && halves.drift.interval().high() > 0.0);
}

#[test]
fn who_turns_strict_while_others_stay_as_they_were_has_drifted() {
    let world = world(|observer, number, late, nth| match observer {
        "ada" => !late && (nth < 2 || number % 4 == 0),
        _ => nth < 1 + number % 2,
    });
    let halves = of(&world, "ada").halves.unwrap();
    assert!(halves.before.interval().low() > 0.0);
    assert!(halves.drift.interval().high() < 0.0, "{:?}", halves.drift);
}

#[test]
fn few_rooms_in_common_or_no_spread_between_them_say_nothing() {
    let alone = World::with([Seen { observer: "ada", ..Seen::default() }]);
    let found = of(&alone, "ada");
    assert_eq!((found.rooms, found.visits, found.overall, found.halves), (0, 0, None, None));
    let certain = world(|observer, _, _, _| observer == "ada");
    assert_eq!(of(&certain, "ada").overall, None, "every room the same: no interval, so no number");
}

#[test]
fn imported_visits_take_no_part() {
    let mut world = world(|_, number, _, nth| nth < number % 3);
    let before = of(&world, "ada");
    for number in 0..ROOMS {
        world.see(Seen { source: Source::Imported, observer: "bo", room: room(number), ..Seen::default() });
    }
    assert_eq!(of(&world, "ada"), before);
}

/// Ada was there while depth was shown from level 2 on, Bo since it is shown from level 3 on.
#[test]
fn look_fors_that_versions_observe_by_different_rules_are_not_held_against_each_other() {
    let seen = |observer, of: u8, number| {
        let mut outcomes = vec![Outcome::Blank; 5];
        outcomes[4] = if observer == "ada" || number % 2 == 0 { Outcome::Shown } else { Outcome::NotShown };
        Seen { observer, version: of, room: room(number), outcomes, ..Seen::default() }
    };
    let rooms = |theirs: u8| {
        let mut world = World::with((0..ROOMS).flat_map(|at| [seen("ada", 1, at), seen("bo", theirs, at)]));
        let mut newer = framework();
        newer.strands[1].look_fors[1].kind = rating(3, 3);
        world.frameworks.insert(version(2), newer);
        of(&world, "ada").rooms
    };
    assert_eq!((rooms(1), rooms(2)), (12, 0), "another rule is another look-for");
}
