//! Two periods or two groups held against each other.

use domain::compare::{Person, Selection, contrast};
use domain::roster::Grade;
use domain::stats::trend::Course;
use domain::visit::Outcome;

use crate::made::{FIRST_DAY, ROOMS, Seen, World, room};

/// Thirty visits early, of which so many show everything, and thirty late.
fn world(early: u8, late: u8) -> World {
    let visits = [(0, early), (40, late)].into_iter().flat_map(|(day, shown)| {
        (0..30).map(move |number: u8| {
            let outcome = if number < shown { Outcome::Shown } else { Outcome::NotShown };
            Seen { day, room: room(number % ROOMS), outcomes: vec![outcome; 5], ..Seen::default() }
        })
    });
    World::with(visits)
}

fn early() -> Selection {
    Selection { schools: vec!["north".into()], to: Some(FIRST_DAY.plus_days(20)), ..Selection::default() }
}

fn late() -> Selection {
    Selection { schools: vec!["north".into()], from: Some(FIRST_DAY.plus_days(21)), ..Selection::default() }
}

#[test]
fn a_share_that_grew_is_higher_by_the_difference_of_the_two() {
    let world = world(6, 24);
    let (before, after) = (world.compare(&early()), world.compare(&late()));
    let found = contrast(&before, &after);
    let goal = found.iter().find(|one| one.after.look_for.id.as_str() == "goal").unwrap();
    let change = goal.change.unwrap();
    assert!((change.point() - 0.6).abs() < 1e-12);
    // Newcombe's interval for 24/30 against 6/30, not widened: all six rooms of the school were visited.
    assert!((change.interval().low() - 0.355).abs() < 1e-3 && (change.interval().high() - 0.748).abs() < 1e-3);
    assert_eq!(goal.course, Some(Course::Rising));
    let back = contrast(&after, &before);
    assert_eq!(back[0].change.map(|change| change.point()), Some(-change.point()));
}

#[test]
fn without_visits_on_one_side_there_is_no_difference_and_no_direction() {
    let world = world(6, 24);
    let nowhere = Selection { person: Some(Person::Observer("nobody".into())), ..early() };
    let (before, after) = (world.compare(&nowhere), world.compare(&late()));
    assert!(contrast(&before, &after).iter().all(|one| one.change.is_none() && one.course.is_none()));
}

#[test]
fn selections_are_apart_only_where_no_visit_can_be_in_both() {
    let of = |school: &str| Selection { schools: vec![school.into()], ..Selection::default() };
    let grades = |low, high| Selection { grades: Some((Grade(low), Grade(high))), ..Selection::default() };
    let group = |name: &str| Selection { group: Some(name.into()), ..Selection::default() };
    assert!(early().is_apart_from(&late()) && late().is_apart_from(&early()));
    assert!(of("north").is_apart_from(&of("south")) && grades(0, 2).is_apart_from(&grades(3, 5)));
    assert!(!of("north").is_apart_from(&Selection::default()), "the district has the school's visits too");
    assert!(!grades(0, 3).is_apart_from(&grades(3, 5)) && !group("inclusion").is_apart_from(&group("multilingual")));
}
