//! Trends over the same district: spans, points, limits, direction, and what was expected when.

use domain::compare::{Person, Selection};
use domain::district::Term;
use domain::expectation::{Direction, Expectation, ExpectedShare, Scope, Target};
use domain::stats::trend::{Course, Period, Signal, TooThin};
use domain::time::date;
use domain::trends::{Line, NoLimits, Over, Trend, Trends, trends};
use domain::visit::{Amount, Outcome};

use crate::made::{FIRST_DAY, Seen, TODAY, World, framework, room, version};

const WEEKLY: Over = Over { period: Period::Week, start: None };

impl World {
    fn over_time(&self, selection: &Selection, over: Over) -> Trends {
        trends(&self.ground(), selection, over, TODAY)
    }

    fn weekly(&self) -> Trends {
        self.over_time(&Selection::default(), WEEKLY)
    }
}

fn trend<'a>(trends: &'a Trends, look_for: &str) -> &'a Trend {
    trends.rows.iter().find(|trend| trend.row.look_for.id.as_str() == look_for).unwrap()
}

/// In each of so many weeks so many visits to different rooms, of which as many show everything as `shown` says.
fn weeks(weeks: i32, visits: i32, shown: impl Fn(i32) -> i32) -> Vec<Seen> {
    let visit = |week: i32, number: i32| Seen {
        day: week * 7 + number % 4,
        room: room(u8::try_from((number + week) % 6).unwrap()),
        outcomes: vec![if number < shown(week) { Outcome::Shown } else { Outcome::NotShown }; 5],
        amounts: vec![Amount { amount: 4, of: 480 }, Amount { amount: 120, of: 480 }, Amount { amount: 3, of: 30 }],
        ..Seen::default()
    };
    (0..weeks).flat_map(|week| (0..visits).map(move |number| (week, number))).map(|(w, n)| visit(w, n)).collect()
}

#[test]
fn a_week_without_visits_is_a_span_and_no_point() {
    let seen = |day| Seen { day, ..Seen::default() };
    let found = World::with([seen(0), seen(15), seen(16)]).weekly();
    let visits: Vec<u32> = found.spans.iter().map(|span| span.visits).collect();
    assert_eq!(visits, [1, 0, 2]);
    assert_eq!((found.spans[0].from, found.spans[0].to), (date(2026, 8, 31), date(2026, 9, 6)));
    let points: Vec<_> = trend(&found, "goal").points.iter().map(|point| (point.span, point.visits)).collect();
    assert_eq!(points, [(0, 1), (2, 2)]);
}

#[test]
fn a_point_is_the_share_of_those_that_looked_and_a_blank_is_not_among_them() {
    let seen = |outcome| Seen { outcomes: vec![outcome; 5], ..Seen::default() };
    let world = World::with([Outcome::Shown, Outcome::NotShown, Outcome::Shown, Outcome::Blank].map(seen));
    let points = &trend(&world.weekly(), "goal").points.clone();
    assert_eq!(points.iter().map(|point| (point.visits, point.value)).collect::<Vec<_>>(), [(3, 2.0 / 3.0)]);
}

#[test]
fn without_visits_there_are_no_spans_and_every_look_for_is_still_named() {
    let found = World::new().weekly();
    assert!(found.spans.is_empty() && found.dates.is_none());
    assert_eq!(found.rows.len(), framework().look_fors().count());
    assert!(found.rows.iter().all(|trend| trend.line.is_none() && trend.points.is_empty() && trend.course.is_none()));
}

#[test]
fn months_and_terms_gather_more_and_holidays_belong_to_the_term_before() {
    let mut world = World::with(weeks(12, 6, |_| 3));
    let term = |name: &str, from, to| Term { name: name.to_owned(), first_day: from, last_day: to };
    world.district.calendar.terms = vec![
        term("Autumn", date(2026, 9, 14), date(2026, 10, 16)),
        term("Winter", date(2026, 11, 2), date(2027, 2, 1)),
        term("Spring", date(2027, 3, 1), date(2027, 6, 1)),
    ];
    let monthly = world.over_time(&Selection::default(), Over { period: Period::Month, start: None });
    assert_eq!(monthly.spans.iter().map(|span| span.from.month()).collect::<Vec<_>>(), [9, 10, 11]);
    let by_term = world.over_time(&Selection::default(), Over { period: Period::Term, start: None });
    let named: Vec<_> = by_term.spans.iter().map(|span| (span.name.as_deref().unwrap(), span.visits)).collect();
    // Twelve weeks of six: two before the first term, seven in or after the first, three in the second.
    assert_eq!((named, by_term.outside), (vec![("Autumn", 42), ("Winter", 18)], 12));
}

#[test]
fn a_practice_that_grows_is_rising_and_one_that_does_not_is_not() {
    let growing = World::with(weeks(12, 12, |week| 1 + week)).weekly();
    let goal = trend(&growing, "goal");
    assert_eq!(goal.course, Some(Course::Rising));
    assert!(goal.change.unwrap().interval().low() > 0.3);
    let level = World::with(weeks(12, 12, |week| 5 + week % 3)).weekly();
    assert!(matches!(trend(&level, "goal").course, Some(Course::CannotTell | Course::Steady)));
}

#[test]
fn limits_need_twelve_points_with_five_of_each_kind() {
    let line = |visits, shown: fn(i32) -> i32, count| {
        let found = World::with(weeks(count, visits, shown)).weekly();
        trend(&found, "goal").line.unwrap()
    };
    assert!(matches!(line(14, |week| 6 + week % 3, 12), Line::Baseline { points: 12, .. }));
    let short = NoLimits::Thin(TooThin::FewPoints { baseline: 11, all: 11 });
    assert!(
        matches!(line(14, |week| 6 + week % 3, 11), Line::Median { why, offer: Some(Period::Month), .. } if why == short)
    );
    assert!(matches!(
        line(6, |week| 2 + week % 3, 12),
        Line::Median { why: NoLimits::Thin(TooThin::SmallCounts { .. }), .. }
    ));
}

#[test]
fn limits_rest_on_what_was_before_a_start_and_a_week_far_from_it_stands_out() {
    let world = World::with(weeks(15, 20, |week| if week == 13 { 2 } else { 12 + week % 3 }));
    let start = FIRST_DAY.plus_days(12 * 7);
    let found = world.over_time(&Selection::default(), Over { period: Period::Week, start: Some(start) });
    let goal = trend(&found, "goal");
    assert!(matches!(goal.line, Some(Line::Baseline { points: 12, .. })), "{:?}", goal.line);
    assert!(goal.signals.iter().any(|signal| matches!(signal, Signal::OutsideLimits { position: 13, .. })));
    assert!(goal.points.iter().all(|point| point.limits.is_some()));
}

#[test]
fn amounts_and_one_persons_visits_have_no_limits() {
    let world = World::with(weeks(14, 14, |week| 6 + week % 3));
    let found = world.weekly();
    let talk = trend(&found, "talk");
    assert!(matches!(talk.line, Some(Line::Median { why: NoLimits::Amount, offer: None, .. })));
    // 14 visits × 4 in 14 × 8 minutes.
    assert!(talk.points.iter().all(|point| (point.value - 5.0).abs() < 1e-9 && point.limits.is_none()));
    let mine = Selection { person: Some(Person::Observer("observer".into())), ..Selection::default() };
    let goal = &world.over_time(&mine, WEEKLY);
    assert!(matches!(trend(goal, "goal").line, Some(Line::Median { why: NoLimits::Person, .. })));
    let other = Selection { person: Some(Person::Observer("somebody else".into())), ..Selection::default() };
    assert_eq!(world.over_time(&other, WEEKLY).visits, 0);
}

#[test]
fn the_expected_level_follows_its_own_history() {
    let mut world = World::with(weeks(6, 4, |_| 2));
    let expect = |from, points| {
        let target = Target::Share(ExpectedShare::from_points(points).unwrap());
        Expectation::new("goal".into(), Scope::District, from, Direction::AtLeast, target)
    };
    world.district.expectations = vec![expect(date(2026, 9, 7), 60), expect(date(2026, 9, 24), 80)];
    let found = world.weekly();
    let steps: Vec<_> = trend(&found, "goal").expected.iter().map(|step| (step.first, step.last, step.level)).collect();
    // Nothing in the first week; a week belongs to what held on its last day.
    assert_eq!(steps, [(1, 2, 0.6), (3, 5, 0.8)]);
}

#[test]
fn a_version_that_took_effect_in_between_is_marked_and_one_at_the_start_is_not() {
    let mut visits = weeks(6, 4, |_| 2);
    for seen in visits.iter_mut().filter(|seen| seen.day >= 21) {
        seen.version = 2;
    }
    let mut world = World::with(visits);
    let mut second = framework();
    (second.version, second.effective) = (2, FIRST_DAY.plus_days(21));
    world.frameworks.insert(version(2), second);
    let starts: Vec<_> = world.weekly().versions.iter().map(|start| (start.number, start.from)).collect();
    assert_eq!(starts, [(2, FIRST_DAY.plus_days(21))]);
}
