//! Which expectation holds for a selection, and what comes of it.

use domain::compare::Selection;
use domain::expectation::{Scope, Target};
use domain::roster::Grade;
use domain::stats::Standing;
use domain::time::Date;

use crate::made::{FIRST_DAY, Seen, TODAY, World, in_rooms, row};

fn points(world: &World, selection: &Selection) -> Option<u8> {
    let comparison = world.compare(selection);
    match row(&comparison, "goal").expectation.as_ref()?.target {
        Target::Share(share) => Some(share.into()),
        Target::Amount(_) => None,
    }
}

#[test]
fn visits_that_happen_to_be_in_one_subject_are_not_yet_a_selection_of_it() {
    let mut world = World::with([Seen { subject: Some("maths"), ..Seen::default() }]);
    world.expect("goal", Scope::District, 60);
    world.expect("goal", Scope::Subject("maths".into()), 80);
    assert_eq!(points(&world, &Selection::default()), Some(60));
    let maths = Selection { subject: Some("maths".into()), ..Selection::default() };
    assert_eq!(points(&world, &maths), Some(80));
}

#[test]
fn schools_of_one_network_are_held_against_what_the_network_expects() {
    let mut world = World::new();
    world.expect("goal", Scope::District, 60);
    world.expect("goal", Scope::Network("hills".into()), 70);
    world.expect("goal", Scope::School("north".into()), 75);
    world.expect("goal", Scope::GradeBand(Grade(0), Grade(2)), 80);
    let north = Selection { schools: vec!["north".into()], ..Selection::default() };
    let first = Selection { grades: Some((Grade(0), Grade(1))), ..Selection::default() };
    assert_eq!(points(&world, &Selection::default()), Some(70));
    assert_eq!(points(&world, &north), Some(75));
    assert_eq!(points(&world, &first), Some(80));
    world.district.schools[1].network = None;
    assert_eq!(points(&world, &Selection::default()), Some(60));
}

#[test]
fn a_tablet_with_one_school_holds_it_against_what_that_school_expects() {
    let mut world = World::with([Seen::default()]);
    world.expect("goal", Scope::School("north".into()), 75);
    world.rosters.pop();
    assert_eq!(points(&world, &Selection::default()), Some(75));
}

#[test]
fn what_is_expected_from_tomorrow_on_does_not_hold_today() {
    let mut world = World::new();
    world.expect("goal", Scope::District, 60);
    world.expect("goal", Scope::District, 90);
    world.district.expectations[1].from = TODAY.plus_days(1);
    let until = |to: Option<Date>| Selection { to, ..Selection::default() };
    assert_eq!(points(&world, &until(None)), Some(60));
    assert_eq!(points(&world, &until(Some(domain::time::date(2027, 1, 31)))), Some(60));
    assert_eq!(points(&world, &until(Some(FIRST_DAY.plus_days(-1)))), None);
}

#[test]
fn without_an_expectation_there_is_an_estimate_and_no_standing() {
    let comparison = World::with(in_rooms(6, 4, 3)).whole();
    let goal = row(&comparison, "goal");
    assert_eq!((goal.standing, goal.gap(), goal.expected()), (None, None, None));
    assert_eq!(goal.observed, Some(0.75));
    assert!(goal.estimate.is_some());
}

#[test]
fn an_amount_expected_of_a_presence_look_for_is_not_held_against_it() {
    let mut world = World::with(in_rooms(6, 4, 3));
    world.expect_amount("goal", 6.0);
    assert_eq!(row(&world.whole(), "goal").standing, None);
    assert_eq!(row(&world.whole(), "goal").expectation, None);
}

#[test]
fn a_gap_is_told_with_its_interval_and_what_would_have_shown() {
    let mut world = World::with(in_rooms(6, 10, 4));
    world.expect("goal", Scope::District, 80);
    let comparison = world.whole();
    let goal = row(&comparison, "goal");
    assert_eq!(goal.standing, Some(Standing::Below));
    let gap = goal.gap().unwrap();
    assert!((gap.point() - 0.4).abs() < 1e-12);
    assert!(gap.interval().low() > 0.0 && gap.interval().high() < 0.8);
    assert_eq!((goal.visits, goal.classrooms), (60, 6));
    let (clustered, plain) = (goal.estimate.unwrap(), goal.plain.unwrap());
    assert!(clustered.interval().low() < plain.interval().low());
    assert!(goal.design_effect.unwrap() > 1.0);
}

#[test]
fn nine_visits_of_the_48_that_show_a_gap_to_60_leave_39_to_go() {
    // One visit a room: no two share a classroom, and the design effect is 1.
    let mut world = World::with(
        ["north", "south"]
            .into_iter()
            .flat_map(|school| in_rooms(6, 1, 1).map(move |seen| Seen { school, ..seen }))
            .take(9),
    );
    world.expect("goal", Scope::District, 60);
    let comparison = world.whole();
    let goal = row(&comparison, "goal");
    assert_eq!((goal.standing, goal.design_effect), (Some(Standing::TooFew), Some(1.0)));
    assert_eq!(goal.needed.more_visits, Some(39));
    assert_eq!((goal.needed.visits_to_minimum, goal.needed.classrooms_to_minimum), (3, 0));
}
