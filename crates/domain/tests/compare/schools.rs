//! Schools side by side.

use domain::compare::{Selection, by_school};
use domain::expectation::Scope;
use domain::stats::Standing;
use domain::visit::Outcome;

use crate::made::{ROOMS, Seen, TODAY, World, room};

/// Thirty visits to each school: `north` shows the goal in the first so many, `south` in the first so many.
fn world(north: u8, south: u8) -> World {
    let visits = [("north", north), ("south", south)].into_iter().flat_map(|(school, shown)| {
        (0..30).map(move |number: u8| {
            let outcome = if number < shown { Outcome::Shown } else { Outcome::NotShown };
            Seen { school, room: room(number % ROOMS), outcomes: vec![outcome; 5], ..Seen::default() }
        })
    });
    World::with(visits)
}

#[test]
fn each_school_stands_as_it_would_by_itself_against_its_own_expectation() {
    let mut world = world(27, 6);
    world.expect("goal", Scope::District, 80);
    world.expect("goal", Scope::School("south".into()), 20);
    let found = by_school(&world.ground(), &Selection::default(), TODAY);
    let goal = found.look_fors.iter().position(|one| one.id.as_str() == "goal").unwrap();
    for (line, points) in found.lines.iter().zip([80, 20]) {
        let cell = line.cells[goal].unwrap();
        let alone = world.compare(&Selection { schools: vec![line.school.clone()], ..Selection::default() });
        assert_eq!((cell.standing, cell.visits), (alone.rows[goal].standing, 30));
        let expected = alone.rows[goal].expectation.as_ref().unwrap();
        assert_eq!(
            expected.target,
            domain::expectation::Target::Share(domain::expectation::ExpectedShare::from_points(points).unwrap(),)
        );
    }
    assert!(found.lines.iter().all(|line| line.cells[goal].unwrap().standing != Some(Standing::Below)));
}

#[test]
fn the_largest_gap_comes_first_and_schools_without_one_last() {
    let mut world = world(9, 20);
    world.expect("goal", Scope::District, 90);
    world.district.schools.push(domain::district::School { id: "west".into(), name: "West".to_owned(), network: None });
    world.rosters.push(domain::roster::Roster { school: "west".into(), ..Default::default() });
    let found = by_school(&world.ground(), &Selection::default(), TODAY);
    let names: Vec<_> = found.by_gap(&"goal".into()).iter().map(|line| line.school.as_str()).collect();
    assert_eq!(names, ["north", "south", "west"]);
    assert_eq!(found.lines.last().map(|line| line.visits), Some(0));
}
