//! How classrooms are visited: what they lack, where the visits lean, and whether they keep pace.

use domain::compare::Selection;
use domain::coverage::{Balance, Dimension, Key, Lack, NOT_LATELY, TimeOfDay, balances, pace, rooms};
use domain::roster::{Grade, Period};
use domain::time::date;
use domain::visit::{Place, Source};

use crate::made::{FIRST_DAY, Seen, TODAY, World, room};

/// The north school alone, so that every room on the roster can be named.
fn north() -> Selection {
    Selection { schools: vec!["north".into()], ..Selection::default() }
}

/// Lessons from 8:00 to 14:00 in every room.
fn with_lessons(mut world: World) -> World {
    for roster in &mut world.rosters {
        for classroom in &mut roster.classrooms {
            classroom.periods = (8..14).map(|hour| Period { begins: hour * 60, ends: hour * 60 + 60 }).collect();
            classroom.lead = Some(format!("teacher-of-{}", classroom.id).as_str().into());
        }
    }
    world
}

fn balance(world: &World, dimension: Dimension) -> Balance {
    let all = balances(&world.ground(), &north());
    all.into_iter().find(|balance| balance.dimension == dimension).unwrap()
}

#[test]
fn a_room_lacks_visits_recent_visits_or_other_times_of_day() {
    let today = TODAY.days_until(FIRST_DAY).abs();
    let at = |number: u8, day: i32, minute: u16| Seen { room: room(number), day, minute, ..Seen::default() };
    let world = with_lessons(World::with([
        at(1, today - NOT_LATELY - 1, 9 * 60),
        at(2, today - 3, 9 * 60),
        at(2, today - 2, 9 * 60),
        at(2, today - 1, 8 * 60 + 30),
        at(3, today - 1, 9 * 60),
        Seen { nothing: true, ..at(3, today - 1, 13 * 60 + 30) },
        at(3, today - 1, 13 * 60),
        Seen { room: Place::Described("gym".to_owned()), ..Seen::default() },
    ]));
    let lacks: Vec<_> = rooms(&world.ground(), &north()).iter().map(|room| room.lack(TODAY)).collect();
    let expected = [
        Some(Lack::Never),
        Some(Lack::NotLately(NOT_LATELY + 1)),
        Some(Lack::OnlyAt(TimeOfDay::Morning)),
        None,
        Some(Lack::Never),
        Some(Lack::Never),
    ];
    assert_eq!(lacks, expected);
}

#[test]
fn a_visit_of_unknown_time_counts_as_a_visit_and_says_nothing_of_the_time_of_day() {
    let imported = |minute| Seen { source: Source::Imported, room: room(1), day: 70, minute, ..Seen::default() };
    let morning = Seen { room: room(1), day: 70, minute: 9 * 60, ..Seen::default() };
    let world = with_lessons(World::with([morning.clone(), morning.clone(), morning, imported(0), imported(13 * 60)]));
    let one = &rooms(&world.ground(), &north())[1];
    assert_eq!((one.visits, one.at, one.untimed()), (5, [3, 0, 1], 1));
    for dimension in [Dimension::TimeOfDay, Dimension::Segment] {
        let found = balance(&world, dimension);
        assert_eq!((found.visits, found.untimed), (4, 1), "{dimension:?}");
    }
    let weekdays = balance(&world, Dimension::Weekday);
    assert_eq!((weekdays.visits, weekdays.untimed), (5, 0));
    // Three in the morning are a habit, unless nobody knows when the fourth was.
    let known = Seen { room: room(2), day: 70, minute: 9 * 60, ..Seen::default() };
    let unknown = Seen { room: room(2), ..imported(0) };
    let world = with_lessons(World::with([known.clone(), known.clone(), known, unknown]));
    assert_eq!(rooms(&world.ground(), &north())[2].lack(TODAY), None);
}

#[test]
fn visits_that_are_all_in_the_morning_lean_there_and_away_from_the_rest() {
    let visits = (0..30).map(|number: i32| Seen {
        day: number % 4,
        room: room(u8::try_from(number % 6).unwrap()),
        minute: 8 * 60 + 10,
        ..Seen::default()
    });
    let world = with_lessons(World::with(visits));
    let times = balance(&world, Dimension::TimeOfDay);
    let leans: Vec<_> = times.leans().iter().map(|lean| (lean.part.key.clone(), lean.more)).collect();
    let expected = [
        (Key::TimeOfDay(TimeOfDay::Morning), true),
        (Key::TimeOfDay(TimeOfDay::Midday), false),
        (Key::TimeOfDay(TimeOfDay::Afternoon), false),
    ];
    assert_eq!(leans, expected);
    // Tuesday to Friday, seven or eight each: Monday is missing, and thirty visits are enough to say so.
    let days: Vec<_> = balance(&world, Dimension::Weekday).leans().iter().map(|lean| lean.part.key.clone()).collect();
    assert_eq!(days, [Key::Weekday(0)]);
    let dimensions: Vec<_> = balances(&world.ground(), &north()).iter().map(|balance| balance.dimension).collect();
    assert!(!dimensions.contains(&Dimension::Subject), "the rosters name one subject: nothing to be even over");
}

#[test]
fn one_teacher_with_half_the_visits_is_named_and_those_with_fewer_are_not() {
    let lead = |number: i32| if number % 2 == 0 { "teacher-of-room-0" } else { "teacher-of-room-1" };
    let visits = (0..40).map(|number| Seen { lead: Some(lead(number)), day: number % 30, ..Seen::default() });
    let world = with_lessons(World::with(visits));
    let teachers = balance(&world, Dimension::Teacher);
    let named: Vec<_> = teachers.leans().iter().map(|lean| (lean.part.key.clone(), lean.share)).collect();
    let teacher = |id: &str| Key::Teacher(id.into());
    assert_eq!(named, [(teacher("teacher-of-room-0"), 0.5), (teacher("teacher-of-room-1"), 0.5)]);
}

#[test]
fn visits_to_one_grade_do_not_lean_to_its_teachers_nor_those_in_one_subject_to_it() {
    let lesson = |number: i32| Seen {
        grade: Some(Grade(0)),
        lead: Some("teacher-of-room-0"),
        subject: Some("maths"),
        day: number % 30,
        ..Seen::default()
    };
    let mut world = with_lessons(World::with((0..40).map(lesson)));
    world.rosters[0].classrooms[1].subject = Some("science".into());
    let dimensions = |selection: &Selection| -> Vec<_> {
        let all = balances(&world.ground(), selection);
        all.iter().filter(|balance| !balance.leans().is_empty()).map(|balance| balance.dimension).collect()
    };
    assert!(dimensions(&north()).contains(&Dimension::Teacher));
    let grade = dimensions(&Selection { grades: Some((Grade(0), Grade(0))), ..north() });
    assert!(!grade.contains(&Dimension::Teacher), "only one teacher has that grade");
    let subject = dimensions(&Selection { subject: Some("maths".into()), ..north() });
    assert!(!subject.contains(&Dimension::Subject) && subject.contains(&Dimension::Teacher));
}

#[test]
fn eleven_visits_are_too_few_to_lean_and_visits_in_vain_say_nothing() {
    let world = with_lessons(World::with((0..11).map(|_| Seen { minute: 8 * 60, ..Seen::default() })));
    assert!(balance(&world, Dimension::TimeOfDay).leans().is_empty());
    let vain = with_lessons(World::with((0..40).map(|_| Seen { minute: 8 * 60, nothing: true, ..Seen::default() })));
    assert_eq!(balance(&vain, Dimension::TimeOfDay).visits, 0);
    assert!(balance(&vain, Dimension::TimeOfDay).leans().is_empty());
}

/// So many visits in each week of school, from the first on.
fn weeks(visits: &[i32]) -> World {
    let of_week = |(week, visits): (usize, &i32)| {
        let week = i32::try_from(week).unwrap();
        (0..*visits).map(move |number| Seen { day: week * 7 + number % 4, ..Seen::default() })
    };
    World::with(visits.iter().enumerate().flat_map(of_week))
}

#[test]
fn weeks_are_counted_from_the_first_of_school_with_empty_ones_between() {
    let mut world = weeks(&[3, 0, 2]);
    world.district.visits_a_week = Some(5);
    let found = pace(&world.ground(), &north(), FIRST_DAY.plus_days(16));
    let counted: Vec<_> = found.weeks.iter().map(|week| (week.visits, week.running)).collect();
    assert_eq!(counted, [(3, false), (0, false), (2, true)]);
    assert_eq!((found.expected, found.drop_off), (Some(5), None));
    assert_eq!(pace(&world.ground(), &Selection::default(), TODAY).expected, Some(10), "two schools");
}

#[test]
fn a_drop_off_is_named_with_the_week_in_which_it_began() {
    let visits: Vec<i32> = (0..26).map(|week| if week < 22 { 9 + week % 3 } else { 3 }).collect();
    let found = pace(&weeks(&visits).ground(), &north(), FIRST_DAY.plus_days(26 * 7));
    let drop_off = found.drop_off.unwrap();
    assert_eq!(drop_off.since, FIRST_DAY.monday().plus_days(22 * 7));
    assert!((drop_off.before - 10.0).abs() < 0.2 && (drop_off.after - 3.0).abs() < 1e-9 && drop_off.spring);
}

#[test]
fn weeks_that_go_up_and_down_are_no_drop_off() {
    let visits: Vec<i32> = (0..26).map(|week| 6 + (week * 7) % 9).collect();
    assert_eq!(pace(&weeks(&visits).ground(), &north(), FIRST_DAY.plus_days(26 * 7)).drop_off, None);
    let quiet_last_week: Vec<i32> = (0..12).map(|week| if week < 11 { 5 } else { 2 }).collect();
    assert_eq!(pace(&weeks(&quiet_last_week).ground(), &north(), date(2026, 11, 24)).drop_off, None);
}
