//! What stands below at a check date, and which of it calls for action.

use domain::compare::{Selection, discrepancies};
use domain::expectation::Scope;
use domain::stats::Standing;
use domain::visit::{Amount, Outcome};

use crate::made::{ROOMS, Seen, World, in_rooms, room};

/// `shown` of 30 visits in six rooms show the goal; everything else is always shown.
fn goal_in(shown: u8) -> World {
    let visit = |number: u8| {
        let mut outcomes = vec![Outcome::Shown; 5];
        outcomes[0] = if number < shown { Outcome::Shown } else { Outcome::NotShown };
        Seen { room: room(number % ROOMS), outcomes, ..Seen::default() }
    };
    World::with((0..30).map(visit))
}

#[test]
fn a_gap_far_beyond_chance_calls_for_action_and_what_is_met_does_not_show() {
    let mut world = goal_in(6);
    world.expect("goal", Scope::District, 80);
    world.expect("depth", Scope::District, 80);
    let whole = world.whole();
    let found = discrepancies(&whole);
    let named: Vec<_> = found.iter().map(|one| (one.row.look_for.id.as_str(), one.calls)).collect();
    assert_eq!(named, [("goal", true)]);
    assert!(found[0].adjusted.get() < 0.001);
}

#[test]
fn a_look_for_just_below_is_held_against_how_many_were_looked_at() {
    // Alone, 18 of 30 against 80 % is a call; among five that all stand well it is still below, and may be chance.
    let mut alone = goal_in(18);
    alone.expect("goal", Scope::District, 80);
    let one = alone.whole();
    assert_eq!(discrepancies(&one).iter().map(|found| found.calls).collect::<Vec<_>>(), [true]);
    let p = discrepancies(&one)[0].adjusted.get();
    let mut among = goal_in(18);
    for look_for in ["goal", "talk", "work", "task", "depth"] {
        among.expect(look_for, Scope::District, 80);
    }
    let five = among.whole();
    let found = discrepancies(&five);
    assert_eq!(found.len(), 1);
    assert!((found[0].adjusted.get() - 5.0 * p).abs() < 1e-12, "five tests, one of them low");
}

#[test]
fn too_few_visits_are_no_discrepancy_however_bad_they_look() {
    let mut world = World::with(in_rooms(3, 3, 0));
    world.expect("goal", Scope::District, 90);
    assert_eq!(world.whole().rows[0].standing, Some(Standing::TooFew));
    assert!(discrepancies(&world.whole()).is_empty());
}

#[test]
fn an_amount_below_calls_too_and_the_largest_gap_comes_first() {
    let talk = |number: u8| Seen {
        room: room(number % ROOMS),
        outcomes: vec![Outcome::NotShown; 5],
        amounts: vec![Amount { amount: u32::from(number % 3), of: 480 }, Amount::default(), Amount::default()],
        ..Seen::default()
    };
    let mut world = World::with((0..30).map(talk));
    world.expect_amount("talk", 6.0);
    world.expect("goal", Scope::District, 60);
    let whole = world.whole();
    let found: Vec<_> = discrepancies(&whole).iter().map(|one| (one.row.look_for.id.as_str(), one.calls)).collect();
    assert_eq!(found, [("talk", true), ("goal", true)]);
}

#[test]
fn nothing_expected_is_nothing_to_fall_short_of() {
    assert!(discrepancies(&goal_in(0).compare(&Selection::default())).is_empty());
}
