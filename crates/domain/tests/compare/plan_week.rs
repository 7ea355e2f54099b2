//! An observer's week: fair, partly drawn, within the minutes, changed by hand.

use std::collections::{BTreeMap, BTreeSet};

use domain::coverage::TimeOfDay;
use domain::district::Term;
use domain::id::{ClassroomId, SchoolId};
use domain::plan_week::{Basis, Change, Planner, Spot, Stop, WeekPlan, Why, Wish, first_day, progress, weeks_ahead};
use domain::roster::Period;
use domain::time::{Date, date};
use proptest::prelude::*;

use crate::made::{FIRST_DAY, ROOMS, Seen, World, room};

/// A Monday in the middle of the term, before school.
const MONDAY: Date = date(2026, 11, 16);
const EARLY: (Date, u16) = (MONDAY, 7 * 60);

fn mine() -> [SchoolId; 1] {
    ["north".into()]
}

/// One school, two visits a day.
fn wish() -> Wish {
    Wish { minutes_a_day: 20, ..Wish::default() }
}

fn change(world: &World, planner: &Planner, now: (Date, u16), seed: u64, change: &Change) -> Planner {
    let (ground, schools) = (world.ground(), mine());
    planner.change(&Basis { ground: &ground, schools: &schools, now, seed }, MONDAY, change)
}

fn plan(world: &World, wish: Wish, seed: u64) -> WeekPlan {
    let planner = change(world, &Planner::default(), EARLY, seed, &Change::Propose(wish));
    planner.week(MONDAY).unwrap().clone()
}

fn rooms(plan: &WeekPlan) -> Vec<&str> {
    plan.stops.iter().map(|stop| stop.spot.classroom.as_str()).collect()
}

/// A visit to a room so many days before the Monday.
fn visit(number: u8, days_before: i32) -> Seen {
    Seen { room: room(number), day: FIRST_DAY.days_until(MONDAY) - days_before, ..Seen::default() }
}

/// Rooms 0 to 3 were visited, the lower the longer ago; 4 and 5 never.
fn visited() -> World {
    World::with((0..4).map(|number| visit(number, 40 - i32::from(number))))
}

/// Lessons from 8:00 to 14:00 in every room.
fn with_lessons(mut world: World) -> World {
    for classroom in world.rosters.iter_mut().flat_map(|roster| &mut roster.classrooms) {
        classroom.periods = (8..14).map(|hour| Period { begins: hour * 60, ends: hour * 60 + 60 }).collect();
    }
    world
}

proptest! {
    #[test]
    fn minutes_days_and_rooms_are_never_exceeded(
        seed: u64,
        minutes_a_day in 0..200_u16,
        minutes_a_visit in 0..40_u16,
        days: [bool; 5],
        today in 0..5_i64,
    ) {
        let wish = Wish { school: None, days, minutes_a_day, minutes_a_visit };
        let now = (MONDAY.plus_days(today), 12 * 60);
        let planner = change(&visited(), &Planner::default(), now, seed, &Change::Propose(wish));
        let plan = planner.week(MONDAY).unwrap();
        let mut of_day: BTreeMap<Date, Vec<&ClassroomId>> = BTreeMap::new();
        for stop in &plan.stops {
            prop_assert!(stop.spot.date >= now.0 && days[usize::from(stop.spot.date.days_after_monday())]);
            prop_assert!(stop.spot.date != now.0 || stop.time >= TimeOfDay::Midday, "the morning is over");
            of_day.entry(stop.spot.date).or_default().push(&stop.spot.classroom);
        }
        for rooms in of_day.values() {
            prop_assert!(rooms.len() * usize::from(minutes_a_visit.max(1)) <= usize::from(minutes_a_day));
            prop_assert_eq!(rooms.iter().collect::<BTreeSet<_>>().len(), rooms.len(), "a room twice on a day");
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_plan_and_no_room_stands_twice_while_there_are_others(seed: u64) {
        let wish = Wish { days: [true, true, true, false, false], ..wish() };
        let plan = plan(&visited(), wish.clone(), seed);
        prop_assert_eq!(&plan, &self::plan(&visited(), wish, seed));
        prop_assert_eq!(plan.stops.len(), usize::from(ROOMS));
        prop_assert_eq!(rooms(&plan).into_iter().collect::<BTreeSet<_>>().len(), usize::from(ROOMS));
    }

    #[test]
    fn rooms_never_visited_or_not_for_longest_get_in_before_the_others(seed: u64) {
        // Three stops: one drawn, two by how long the rooms have waited.
        let wish = Wish { days: [true, true, true, false, false], minutes_a_day: 10, ..wish() };
        let plan = plan(&visited(), wish, seed);
        let drawn: Vec<_> = plan.stops.iter().filter(|stop| stop.why == Why::Drawn).collect();
        prop_assert_eq!(drawn.len(), 1);
        let lot = drawn[0].spot.classroom.as_str();
        let mut fair: Vec<_> = rooms(&plan).into_iter().filter(|room| *room != lot).collect();
        fair.sort_unstable();
        let longest: Vec<_> = ["room-4", "room-5", "room-0"].into_iter().filter(|room| *room != lot).take(2).collect();
        let mut longest = longest;
        longest.sort_unstable();
        prop_assert_eq!(fair, longest);
        let since = plan.stops.iter().find(|stop| stop.spot.classroom.as_str() == "room-0" && stop.why != Why::Drawn);
        prop_assert!(since.is_none_or(|stop| stop.why == Why::NotSince(MONDAY.plus_days(-40))));
    }

    #[test]
    fn planning_anew_keeps_what_is_done_kept_or_added_by_hand(seed: u64, other: u64) {
        let mut world = visited();
        let wish = Wish { minutes_a_day: 10, ..wish() };
        let planner = change(&world, &Planner::default(), EARLY, seed, &Change::Propose(wish.clone()));
        let stops = planner.week(MONDAY).unwrap().stops.clone();
        let free = (0..ROOMS).map(|number| format!("room-{number}")).find(|id| stops.iter().all(|stop| stop.spot.classroom.as_str() != id));
        let added = Spot { date: MONDAY.plus_days(4), classroom: free.unwrap().as_str().into(), school: "north".into() };
        let planner = change(&world, &planner, EARLY, seed, &Change::Add(added.clone()));
        let planner = change(&world, &planner, EARLY, seed, &Change::Keep(stops[1].spot.clone(), true));
        let done = stops[0].spot.clone();
        world.see(Seen { room: domain::visit::Place::Known(done.classroom.clone()), ..visit(0, 0) });
        let now = (MONDAY.plus_days(1), 7 * 60);
        let anew = change(&world, &planner, now, other, &Change::Propose(wish));
        let anew = anew.week(MONDAY).unwrap();
        for spot in [&done, &added, &stops[1].spot] {
            prop_assert!(anew.stop(spot).is_some(), "{spot:?} is gone");
        }
        prop_assert!(anew.stop(&added).unwrap().why == Why::ByHand);
        prop_assert_eq!(progress(anew, &world.packs.into_values().collect::<Vec<_>>()).done(&done), Some(MONDAY));
    }
}

#[test]
fn every_room_is_drawn_about_as_often_as_any_other() {
    let world = visited();
    let wish = Wish { days: [true, true, true, false, false], minutes_a_day: 10, ..wish() };
    let mut drawn: BTreeMap<ClassroomId, u32> = BTreeMap::new();
    for seed in 0..1_200 {
        for stop in plan(&world, wish.clone(), seed).stops {
            *drawn.entry(stop.spot.classroom).or_default() += u32::from(stop.why == Why::Drawn);
        }
    }
    assert_eq!(drawn.values().sum::<u32>(), 1_200, "one of three stops in every plan");
    // 200 each, with a standard deviation of 13.
    assert!(drawn.len() == usize::from(ROOMS) && drawn.values().all(|times| (150..250).contains(times)), "{drawn:?}");
}

#[test]
fn a_single_stop_is_drawn_in_one_plan_of_three() {
    let world = visited();
    let wish = Wish { days: [true, false, false, false, false], minutes_a_day: 10, ..wish() };
    let drawn = (0..600).filter(|seed| plan(&world, wish.clone(), *seed).stops[0].why == Why::Drawn).count();
    assert!((160..240).contains(&drawn), "{drawn}");
}

#[test]
fn fewer_rooms_than_stops_come_again_on_another_day() {
    let plan = plan(&visited(), Wish { minutes_a_day: 30, ..wish() }, 1);
    assert_eq!(plan.stops.len(), 15);
    let mut times: BTreeMap<&str, u32> = BTreeMap::new();
    rooms(&plan).into_iter().for_each(|room| *times.entry(room).or_default() += 1);
    assert!(times.values().all(|times| (2..=3).contains(times)), "{times:?}");
}

#[test]
fn rooms_visited_this_week_wait_until_every_other_has_been() {
    let mut world = World::new();
    for number in 0..4 {
        world.see(visit(number, 0));
    }
    let now = (MONDAY.plus_days(1), 7 * 60);
    let wish = Wish { days: [true, true, false, false, false], ..wish() };
    let planner = change(&world, &Planner::default(), now, 5, &Change::Propose(wish));
    let mut planned = rooms(planner.week(MONDAY).unwrap());
    planned.sort_unstable();
    assert_eq!(planned, ["room-4", "room-5"]);
}

#[test]
fn each_room_gets_the_time_of_day_that_it_has_had_least() {
    let at = |number: u8, hour: u16| Seen { minute: hour * 60, ..visit(number, 30) };
    // Every room in the morning and around noon, so that all are due in the afternoon.
    let world = with_lessons(World::with((0..ROOMS).flat_map(|number| [at(number, 8), at(number, 11)])));
    let plan_of = |world: &World, seed| plan(world, Wish { days: [true, true, true, false, false], ..wish() }, seed);
    for stop in plan_of(&world, 3).stops {
        assert_eq!(stop.time, TimeOfDay::Afternoon);
        assert!(stop.lesson.is_some_and(|lesson| lesson.begins >= 12 * 60), "a lesson of the afternoon");
    }
    let fresh = plan_of(&with_lessons(World::new()), 3);
    let count = |time: TimeOfDay| fresh.stops.iter().filter(|stop| stop.time == time).count();
    assert_eq!(TimeOfDay::ALL.map(count), [2, 2, 2], "rooms without a past are spread evenly");
}

#[test]
fn a_room_is_planned_only_at_a_time_at_which_it_has_a_lesson() {
    let mut world = with_lessons(World::new());
    let morning = Period { begins: 8 * 60, ends: 9 * 60 };
    world.rosters[0].classrooms[0].periods = vec![morning];
    for seed in 0..20 {
        let plan = plan(&world, Wish { days: [true, true, true, false, false], ..wish() }, seed);
        let stop = plan.stops.iter().find(|stop| stop.spot.classroom.as_str() == "room-0").unwrap();
        assert_eq!((stop.time, stop.lesson), (TimeOfDay::Morning, Some(morning)));
    }
}

#[test]
fn holidays_weekends_and_the_hours_after_school_are_not_planned() {
    let mut world = visited();
    let calendar = &mut world.district.calendar;
    let term = |first_day, last_day| Term { name: String::new(), first_day, last_day };
    calendar.terms = vec![term(FIRST_DAY, date(2026, 11, 18)), term(date(2026, 11, 30), calendar.last_day)];
    let plan = plan(&world, wish(), 1);
    assert!(plan.stops.iter().all(|stop| stop.spot.date <= date(2026, 11, 18)), "Wednesday is the last day of term");
    let late = change(&world, &Planner::default(), (date(2026, 11, 17), 16 * 60), 1, &Change::Propose(wish()));
    assert!(late.week(MONDAY).unwrap().stops.iter().all(|stop| stop.spot.date == date(2026, 11, 18)));
    assert_eq!(first_day(&world.rosters, (MONDAY, 14 * 60)), MONDAY);
    assert_eq!(first_day(&world.rosters, (MONDAY, 15 * 60)), MONDAY.plus_days(1), "school is over");
    let calendar = &world.district.calendar;
    assert_eq!(weeks_ahead(calendar, date(2026, 11, 10)), [date(2026, 11, 9), MONDAY]);
    assert_eq!(weeks_ahead(calendar, MONDAY), [MONDAY], "the week after has no school");
    assert_eq!(weeks_ahead(calendar, date(2026, 11, 19)), [date(2026, 11, 30), date(2026, 12, 7)]);
    assert_eq!(weeks_ahead(calendar, date(2027, 7, 1)), []);
}

#[test]
fn no_more_is_planned_than_the_district_expects_however_many_others_have_made() {
    let mut world = visited();
    world.district.visits_a_week = Some(5);
    assert_eq!(plan(&world, wish(), 1).stops.len(), 5, "ten would fit");
    world.see(visit(0, 0));
    world.see(visit(1, 0));
    assert_eq!(plan(&world, wish(), 1).stops.len(), 5, "the time is there all the same");
    let planner = change(&world, &Planner::default(), EARLY, 1, &Change::Propose(wish()));
    let kept = planner.week(MONDAY).unwrap().stops[0].spot.clone();
    let planner = change(&world, &planner, EARLY, 1, &Change::Keep(kept, true));
    let planner = change(&world, &planner, EARLY, 2, &Change::Propose(wish()));
    assert_eq!(planner.week(MONDAY).unwrap().stops.len(), 5, "what is kept is one of them");
    world.district.visits_a_week = Some(50);
    assert_eq!(plan(&world, wish(), 1).stops.len(), 10, "more than fit is never planned");
}

#[test]
fn a_day_has_one_school_and_schools_share_the_week() {
    let world = visited();
    let (ground, schools) = (world.ground(), ["north", "south"].map(SchoolId::from));
    for seed in 0..20 {
        let basis = Basis { ground: &ground, schools: &schools, now: EARLY, seed };
        let planner = Planner::default().change(&basis, MONDAY, &Change::Propose(wish()));
        let mut of_day: BTreeMap<Date, BTreeSet<&SchoolId>> = BTreeMap::new();
        for Stop { spot, .. } in &planner.week(MONDAY).unwrap().stops {
            of_day.entry(spot.date).or_default().insert(&spot.school);
        }
        assert!(of_day.len() == 5 && of_day.values().all(|schools| schools.len() == 1));
        let south = of_day.values().filter(|there| there.contains(&schools[1])).count();
        assert!((2..=3).contains(&south));
        let only = Wish { school: Some("south".into()), ..wish() };
        let planner = Planner::default().change(&basis, MONDAY, &Change::Propose(only));
        assert!(planner.week(MONDAY).unwrap().stops.iter().all(|stop| stop.spot.school == schools[1]));
    }
}

#[test]
fn a_stop_is_exchanged_for_one_room_after_the_other_and_comes_round_only_then() {
    let world = visited();
    let wish = Wish { days: [true, false, false, false, false], minutes_a_day: 10, ..wish() };
    let mut planner = change(&world, &Planner::default(), EARLY, 1, &Change::Propose(wish));
    let mut seen = BTreeSet::new();
    for seed in 0..u64::from(ROOMS) {
        let spot = planner.week(MONDAY).unwrap().stops[0].spot.clone();
        seen.insert(spot.classroom.clone());
        planner = change(&world, &planner, EARLY, seed, &Change::Swap(spot));
    }
    assert_eq!(seen.len(), usize::from(ROOMS), "every room had its turn");
    assert_eq!(planner.week(MONDAY).unwrap().stops.len(), 1);
}

#[test]
fn a_room_that_was_taken_out_is_not_offered_in_exchange() {
    let world = visited();
    let wish = Wish { days: [true, true, true, true, false], minutes_a_day: 10, ..wish() };
    let planner = change(&world, &Planner::default(), EARLY, 1, &Change::Propose(wish));
    let stops = planner.week(MONDAY).unwrap().stops.clone();
    let planner = change(&world, &planner, EARLY, 1, &Change::Remove(stops[0].spot.clone()));
    assert_eq!(planner.week(MONDAY).unwrap().stops.len(), 3);
    for seed in 0..20 {
        let swapped = change(&world, &planner, EARLY, seed, &Change::Swap(stops[1].spot.clone()));
        assert!(!rooms(swapped.week(MONDAY).unwrap()).contains(&stops[0].spot.classroom.as_str()));
    }
}

#[test]
fn a_moved_stop_is_kept_and_goes_nowhere_where_its_room_is_already() {
    let world = with_lessons(visited());
    let planner = change(&world, &Planner::default(), EARLY, 1, &Change::Propose(wish()));
    let stop = planner.week(MONDAY).unwrap().stops[0].clone();
    let elsewhere = |date: Date| Spot { date, ..stop.spot.clone() };
    let free = (1..5)
        .map(|day| MONDAY.plus_days(day))
        .find(|day| planner.week(MONDAY).unwrap().stop(&elsewhere(*day)).is_none());
    let to = elsewhere(free.unwrap());
    let moved = change(&world, &planner, EARLY, 1, &Change::Move(stop.spot.clone(), to.date, TimeOfDay::Afternoon));
    let found = moved.week(MONDAY).unwrap().stop(&to).unwrap();
    assert!(found.kept && found.time == TimeOfDay::Afternoon);
    assert_eq!(found.lesson, Some(Period { begins: 12 * 60, ends: 13 * 60 }));
    let twice = change(&world, &moved, EARLY, 1, &Change::Add(to.clone()));
    assert_eq!(twice, moved, "the room is there already");
    let away = change(&world, &moved, EARLY, 1, &Change::Move(to, MONDAY.plus_days(7), TimeOfDay::Morning));
    assert_eq!(away, moved, "that is another week");
}

#[test]
fn a_visit_does_for_one_stop_on_its_day_or_later_in_the_week() {
    let spot = |number: u8, day: i64| Spot {
        date: MONDAY.plus_days(day),
        school: "north".into(),
        classroom: format!("room-{number}").as_str().into(),
    };
    let stop = |spot: Spot| Stop { spot, time: TimeOfDay::Morning, lesson: None, why: Why::ByHand, kept: false };
    let spots = [spot(0, 1), spot(0, 3), spot(1, 0), spot(2, 2)];
    let plan = WeekPlan { monday: MONDAY, stops: spots.iter().cloned().map(stop).collect(), passed: vec![] };
    let world =
        World::with([visit(0, -2), visit(1, -4), visit(2, -1), visit(2, -7), Seen { school: "south", ..visit(2, -3) }]);
    let found = progress(&plan, world.packs.values());
    let days: Vec<_> = spots.iter().map(|spot| found.done(spot).map(|day| MONDAY.days_until(day))).collect();
    assert_eq!(days, [Some(2), None, Some(4), None]);
    assert_eq!(found.count(), 2);
}

/// Six rooms; three are planned this week and not yet visited, so the two of next week that are not drawn are others.
#[test]
fn next_week_does_not_repeat_the_rooms_that_this_week_is_about_to_visit() {
    let world = visited();
    let (ground, schools) = (world.ground(), mine());
    let three = Wish { days: [true, true, true, false, false], minutes_a_day: 10, ..Wish::default() };
    let waited = |plan: &WeekPlan| {
        let stops = plan.stops.iter().filter(|stop| stop.why != Why::Drawn);
        stops.map(|stop| stop.spot.classroom.to_string()).collect::<Vec<_>>()
    };
    for seed in 0..20 {
        let basis = Basis { ground: &ground, schools: &schools, now: EARLY, seed };
        let this = Planner::default().change(&basis, MONDAY, &Change::Propose(three.clone()));
        let both = this.change(&basis, MONDAY.plus_days(7), &Change::Propose(three.clone()));
        let soon = rooms(both.week(MONDAY).unwrap());
        let next = waited(both.week(MONDAY.plus_days(7)).unwrap());
        assert_eq!((soon.len(), next.len()), (3, 2));
        assert!(next.iter().all(|room| !soon.contains(&room.as_str())), "{soon:?} {next:?}");
    }
}

#[test]
fn weeks_that_are_over_are_dropped_and_the_wish_is_remembered() {
    let world = visited();
    let planner = change(&world, &Planner::default(), EARLY, 1, &Change::Propose(wish()));
    let (ground, schools) = (world.ground(), mine());
    let later = (MONDAY.plus_days(8), 600);
    let basis = Basis { ground: &ground, schools: &schools, now: later, seed: 1 };
    let next = planner.change(&basis, MONDAY.plus_days(14), &Change::Propose(wish()));
    assert_eq!(next.weeks.iter().map(|week| week.monday).collect::<Vec<_>>(), [MONDAY.plus_days(14)]);
    assert_eq!(next.wish, wish());
}
