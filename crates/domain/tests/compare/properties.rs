//! What holds for any visits and any selection; the numbers themselves against a count written the slow way.

use std::collections::BTreeSet;

use domain::compare::{Comparison, Flagged, Ground, Selection, Sources, Tally, compare, select};
use domain::expectation::Scope;
use domain::fact::Pack;
use domain::framework::Autonomy;
use domain::roster::Grade;
use domain::stats::trend::Period;
use domain::trends::{Over, trends};
use domain::visit::{Amount, Flag, Outcome, Place, Source};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select as one_of;

use crate::made::{FIRST_DAY, ROOMS, SCHOOLS, Seen, TODAY, World, room};

const OUTCOMES: [Outcome; 5] =
    [Outcome::Shown, Outcome::NotShown, Outcome::NotApplicable, Outcome::CouldNotJudge, Outcome::Blank];

fn a_place() -> impl Strategy<Value = Place> {
    prop_oneof![
        8 => (0..ROOMS).prop_map(room),
        1 => Just(Place::Described("library".to_owned())),
    ]
}

fn an_amount() -> impl Strategy<Value = Amount> {
    (0..60_u32, 0..600_u32).prop_map(|(amount, of)| Amount { amount: amount.min(of), of })
}

prop_compose! {
    fn a_visit()(
        school in one_of(&SCHOOLS[..]),
        day in 0..80_i32,
        room in a_place(),
        grade in option::of((0..4_i8).prop_map(Grade)),
        subject in option::of(one_of(&["maths", "art"][..])),
        groups in vec(one_of(&["inclusion", "multilingual"][..]), 0..2),
        flags in vec(one_of(&Flag::ALL[..]), 0..2),
        source in one_of(&[Source::Live, Source::Paper, Source::Imported][..]),
        nothing in prop::bool::weighted(0.1),
        outcomes in vec(one_of(&OUTCOMES[..]), 5),
        amounts in vec(an_amount(), 3),
    ) -> Seen {
        Seen {
            school, day, room, grade, subject, groups, flags, source, nothing, outcomes, amounts, ..Seen::default()
        }
    }
}

prop_compose! {
    fn a_selection()(
        school in option::of(one_of(&SCHOOLS[..])),
        from in option::of(0..80_i32),
        to in option::of(0..80_i32),
        grades in option::of((0..3_i8, 0..2_i8)),
        subject in option::weighted(0.2, Just("maths")),
        group in option::weighted(0.2, Just("inclusion")),
        strand in option::weighted(0.2, Just("learning")),
        autonomy in option::weighted(0.2, Just(Autonomy::NonNegotiable)),
        flagged in one_of(&[Flagged::Count, Flagged::LeaveOut, Flagged::Only(Flag::Test)][..]),
        paper in any::<bool>(),
        imported in any::<bool>(),
    ) -> Selection {
        let day = |days: i32| FIRST_DAY.plus_days(i64::from(days));
        Selection {
            schools: school.into_iter().map(Into::into).collect(),
            from: from.map(day),
            to: to.map(day),
            grades: grades.map(|(low, more)| (Grade(low), Grade(low + more))),
            subject: subject.map(Into::into),
            group: group.map(Into::into),
            person: None,
            strand: strand.map(Into::into),
            autonomy,
            flagged,
            sources: Sources { paper, imported },
            drill: None,
        }
    }
}

fn visits() -> impl Strategy<Value = Vec<Seen>> {
    vec(a_visit(), 0..60)
}

fn world(visits: Vec<Seen>) -> World {
    let mut world = World::with(visits);
    world.expect("goal", Scope::District, 70);
    world.expect("task", Scope::School("north".into()), 60);
    world.expect("depth", Scope::Subject("maths".into()), 80);
    world.expect_amount("talk", 5.0);
    world
}

fn tallies(comparison: &Comparison) -> impl Iterator<Item = [u32; 5]> {
    comparison.rows.iter().map(|row| counts(row.tally))
}

fn counts(tally: Tally) -> [u32; 5] {
    [tally.shown(), tally.looked() - tally.shown(), tally.not_applicable(), tally.could_not_judge(), tally.blank()]
}

/// Outcome by outcome over the selected visits, look-for `position`: the counts and the distinct classrooms.
fn slowly(ground: &Ground<'_>, selection: &Selection, position: usize) -> ([u32; 5], u32) {
    let (mut counts, mut rooms) = ([0; 5], BTreeSet::new());
    for (pack, _, row) in select(ground, selection).filter(|(_, _, row)| !row.nothing()) {
        let ended = row.outcomes()[position];
        counts[OUTCOMES.iter().position(|outcome| *outcome == ended).unwrap()] += 1;
        if ended.looked() {
            rooms.insert((&pack.key.school, pack.classroom(row).unwrap()));
        }
    }
    (counts, u32::try_from(rooms.len()).unwrap())
}

/// A comparison after one more visit to a room that the rosters know.
fn after(mut visits: Vec<Seen>, more: Seen, selection: &Selection) -> (Comparison, Comparison) {
    let before = world(visits.clone()).compare(selection);
    visits.push(more);
    (before, world(visits).compare(selection))
}

proptest! {
    #[test]
    fn trends_count_every_visit_once_and_say_of_the_whole_time_what_compare_says(
        visits in vec(a_visit(), 0..60),
        selection in a_selection(),
        period in one_of(&[Period::Week, Period::Month, Period::Term][..]),
    ) {
        let world = World::with(visits);
        let (ground, over) = (world.ground(), Over { period, start: None });
        let (whole, found) = (compare(&ground, &selection, TODAY), trends(&ground, &selection, over, TODAY));
        prop_assert_eq!(found.spans.iter().map(|span| span.visits).sum::<u32>() + found.outside, whole.visits);
        prop_assert_eq!(found.rows.iter().map(|trend| &trend.row).collect::<Vec<_>>(), whole.rows.iter().collect::<Vec<_>>());
        if period != Period::Term {
            for trend in &found.rows {
                let points = trend.points.iter().map(|point| point.visits).sum::<u32>();
                prop_assert!(points <= trend.row.visits);
                prop_assert!(trend.points.iter().all(|point| point.value.is_finite() && point.visits > 0));
            }
        }
    }

    #[test]
    fn a_visit_counts_once_under_any_filter(visits in visits(), selection in a_selection()) {
        let world = world(visits);
        let comparison = world.compare(&selection);
        let selected = world.select(&selection);
        let distinct: BTreeSet<_> = selected.iter().collect();
        prop_assert_eq!(distinct.len(), selected.len());
        let counted = comparison.visits + comparison.nothing_to_observe;
        prop_assert_eq!(usize::try_from(counted).unwrap(), selected.len());
        for counts in tallies(&comparison) {
            prop_assert_eq!(counts.iter().sum::<u32>(), comparison.visits);
        }
    }

    #[test]
    fn counts_and_distinct_classrooms_are_those_of_a_slow_count(
        visits in visits(),
        selection in a_selection(),
    ) {
        let world = world(visits);
        let names = ["goal", "talk", "work", "task", "depth"];
        for row in world.compare(&selection).rows {
            let position = names.iter().position(|name| *name == row.look_for.short).unwrap();
            let (counted, rooms) = slowly(&world.ground(), &selection, position);
            prop_assert_eq!(counts(row.tally), counted);
            match row.measure {
                domain::stats::Measure::ShareOfVisits => prop_assert_eq!(row.classrooms, rooms),
                domain::stats::Measure::Amount => prop_assert!(row.amount.is_some()),
            }
        }
    }

    #[test]
    fn schools_add_up_to_the_whole(visits in visits(), selection in a_selection()) {
        let world = world(visits);
        let of = |schools: &[&str]| {
            let schools = schools.iter().map(|school| (*school).into()).collect();
            world.compare(&Selection { schools, ..selection.clone() })
        };
        let (whole, north, south) = (of(&SCHOOLS), of(&["north"]), of(&["south"]));
        prop_assert_eq!(whole.visits, north.visits + south.visits);
        prop_assert_eq!(whole.coverage.visited, north.coverage.visited + south.coverage.visited);
        // A school without visits has every look-for too, and so adds its noughts.
        let sums: Vec<_> = tallies(&north)
            .zip(tallies(&south))
            .map(|(one, other)| std::array::from_fn(|at| one[at] + other[at]))
            .collect();
        prop_assert_eq!(tallies(&whole).collect::<Vec<[u32; 5]>>(), sums);
    }

    #[test]
    fn flagged_and_other_visits_and_earlier_and_later_ones_add_up_to_the_whole(visits in visits(), cut in 0..80_i64) {
        let world = world(visits.clone());
        let calm = Selection { flagged: Flagged::LeaveOut, ..Selection::default() };
        let flagged = visits.iter().filter(|seen| !seen.flags.is_empty()).count();
        let whole = world.select(&Selection::default()).len();
        prop_assert_eq!(world.select(&calm).len() + flagged, whole);

        let day = FIRST_DAY.plus_days(cut);
        let until = Selection { to: Some(day), ..Selection::default() };
        let since = Selection { from: Some(day.plus_days(1)), ..Selection::default() };
        prop_assert_eq!(world.select(&until).len() + world.select(&since).len(), whole);
    }

    #[test]
    fn neither_the_order_of_packs_nor_that_of_visits_matters(
        visits in visits(),
        selection in a_selection(),
        turn in 0..8_usize,
    ) {
        let world_one = world(visits.clone());
        let mut world_two = world(vec![]);
        // Under other ids and put in backwards, so that every table of every pack is in another order.
        for (number, seen) in visits.into_iter().enumerate().rev() {
            let bytes = u128::try_from(number).unwrap().to_be_bytes();
            world_two.see_as(bytes.into(), seen);
        }
        let turned = |world: &World| {
            let mut ground = world.ground();
            let turn = turn.min(ground.packs.len());
            ground.packs.rotate_left(turn);
            compare(&ground, &selection, TODAY)
        };
        prop_assert_eq!(turned(&world_one), world_two.compare(&selection));
    }

    #[test]
    fn a_blank_changes_nothing_but_the_count_of_blanks(visits in visits(), selection in a_selection()) {
        let blank = Seen {
            outcomes: vec![Outcome::Blank; 5],
            grade: Some(Grade(1)),
            subject: Some("maths"),
            groups: vec!["inclusion"],
            flags: vec![Flag::Test],
            ..Seen::default()
        };
        let (before, after) = after(visits, blank, &selection);
        // A room that no roster knows joins those to be judged by being observed, whatever was seen in it: one more
        // room that is not in the sample makes every interval a little wider.
        let same_rooms = before.coverage == after.coverage && before.nothing_to_observe == 0;
        for (before, after) in before.rows.iter().zip(&after.rows) {
            let (was, is) = (before.tally, after.tally);
            prop_assert_eq!((was.shown(), was.looked()), (is.shown(), is.looked()));
            prop_assert_eq!(before.observed, after.observed);
            if same_rooms {
                prop_assert_eq!(before.estimate, after.estimate);
            }
            prop_assert!(was.blank() <= is.blank());
        }
    }

    #[test]
    fn nothing_to_observe_changes_coverage_only(
        visits in visits(),
        selection in a_selection(),
        room in a_place(),
    ) {
        let nothing = Seen { nothing: true, room, ..Seen::default() };
        let (before, after) = after(visits, nothing, &selection);
        prop_assert_eq!(before.rows, after.rows);
        prop_assert_eq!(before.visits, after.visits);
    }

    #[test]
    fn every_number_is_a_number(visits in visits(), selection in a_selection()) {
        for row in world(visits).compare(&selection).rows {
            let estimate = row.estimate.map(|e| [e.point(), e.interval().low(), e.interval().high()]);
            let gap = row.gap().map(|gap| [gap.point(), gap.interval().low(), gap.interval().high()]);
            let single = [row.observed, row.design_effect, row.needed.smallest_gap, row.comparable_gap()];
            let numbers = single.into_iter().flatten();
            for number in numbers.chain(estimate.into_iter().flatten()).chain(gap.into_iter().flatten()) {
                prop_assert!(number.is_finite());
            }
            prop_assert_eq!(row.standing.is_some(), row.expectation.is_some());
        }
    }

    #[test]
    fn a_pack_holds_the_last_fact_of_each_visit(
        visits in vec((0..6_u128, a_visit()), 0..40),
        gone in 0..6_u128,
    ) {
        let mut world = World::new();
        let mut last = std::collections::BTreeMap::new();
        for (number, seen) in visits {
            // One school and month, so that all go into one pack.
            let seen = Seen { school: "north", day: seen.day % 28, ..seen };
            last.insert(number, seen.clone());
            world.see_as(number.to_be_bytes().into(), seen);
        }
        last.remove(&gone);
        for pack in world.packs.values_mut() {
            Pack::take(pack, gone.to_be_bytes().into());
        }
        prop_assert_eq!(world.packs.values().map(Pack::len).sum::<usize>(), last.len());
        for (number, seen) in last {
            let row = world.packs.values().find_map(|pack| pack.row(number.to_be_bytes().into()));
            let row = row.unwrap();
            prop_assert_eq!(row.outcomes(), seen.outcomes);
            prop_assert_eq!(row.amounts(), seen.amounts);
        }
    }
}
