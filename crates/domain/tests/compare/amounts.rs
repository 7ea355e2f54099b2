//! Counts, durations and intervals.

use domain::compare::Comparison;
use domain::expectation::Scope;
use domain::stats::{Measure, Standing};
use domain::visit::{Amount, Outcome};

use crate::made::{Seen, World, room, row};

/// A visit in which something was tapped `taps` times and done for `seconds` of `watched`, with 20 of 25 on task.
fn amounts(number: u8, taps: u32, seconds: u32, watched: u32) -> Seen {
    Seen {
        room: room(number),
        amounts: vec![
            Amount { amount: taps, of: watched },
            Amount { amount: seconds, of: watched },
            Amount { amount: 20, of: 25 },
        ],
        ..Seen::default()
    }
}

fn observed(comparison: &Comparison, look_for: &str) -> Option<f64> {
    row(comparison, look_for).observed
}

#[test]
fn a_count_is_a_rate_per_ten_watched_minutes_and_the_rest_are_shares() {
    let comparison = World::with([amounts(0, 3, 60, 300), amounts(1, 5, 240, 300)]).whole();
    assert_eq!(observed(&comparison, "talk"), Some(8.0));
    assert_eq!(observed(&comparison, "work"), Some(0.5));
    assert_eq!(observed(&comparison, "task"), Some(0.8));
    assert_eq!(row(&comparison, "talk").measure, Measure::Amount);
    assert_eq!(row(&comparison, "talk").amount.unwrap().of, 600);
}

#[test]
fn no_rate_is_shown_before_three_watched_minutes_altogether() {
    let mut world = World::with([amounts(0, 3, 60, 89), amounts(1, 5, 80, 90)]);
    assert_eq!(observed(&world.whole(), "talk"), None);
    assert_eq!(row(&world.whole(), "talk").estimate, None);
    assert_eq!(observed(&world.whole(), "task"), Some(0.8));
    world.see(amounts(2, 0, 0, 1));
    assert!(observed(&world.whole(), "talk").is_some());
}

#[test]
fn one_room_has_a_rate_and_no_interval() {
    let comparison = World::with([amounts(0, 3, 60, 300)]).whole();
    assert_eq!(observed(&comparison, "talk"), Some(6.0));
    assert_eq!(row(&comparison, "talk").estimate, None);
}

#[test]
fn an_amount_over_nothing_says_nothing() {
    let unmeasured = Seen { room: room(5), ..Seen::default() };
    let comparison = World::with([amounts(0, 3, 60, 300), unmeasured]).whole();
    let talk = row(&comparison, "talk");
    assert_eq!((talk.visits, talk.classrooms, talk.tally.looked()), (1, 1, 2));
}

#[test]
fn an_expected_amount_is_held_against_the_ratio() {
    let mut world = World::with((0..18).map(|number: u8| amounts(number % 6, 3, 60, 300)));
    world.expect_amount("talk", 6.0);
    let comparison = world.whole();
    let talk = row(&comparison, "talk");
    assert_eq!((talk.standing, talk.measure), (Some(Standing::Met), Measure::Amount));
    assert_eq!((talk.visits, talk.classrooms), (18, 6));
    assert_eq!((talk.needed.more_visits, talk.needed.smallest_gap, talk.plain), (None, None, None));
}

#[test]
fn a_share_expected_of_a_count_is_held_against_the_visits_that_showed_it() {
    let none = |number: u8| Seen { outcomes: vec![Outcome::NotShown; 5], ..amounts(number % 6, 0, 0, 300) };
    let some = |number: u8| amounts(number % 6, 3, 60, 300);
    let mut world = World::with((0..18).map(some).chain((0..18).map(none)));
    world.expect("talk", Scope::District, 90);
    let comparison = world.whole();
    let talk = row(&comparison, "talk");
    assert_eq!((talk.measure, talk.observed), (Measure::ShareOfVisits, Some(0.5)));
    assert_eq!((talk.visits, talk.standing), (36, Some(Standing::Below)));
}
