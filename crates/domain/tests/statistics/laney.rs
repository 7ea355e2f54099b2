use domain::stats::trend::{
    Chart, Course, LaneyChart, Period, Point, Side, Signal, Thirds, TooThin, change_over,
    run_signal_by_chance_about_fixed_line,
};
use domain::stats::{ClusterCount, ClusteredShare, Estimate, OutOfRange, difference};

use crate::{assert_near, counts, estimate, share};

/// Sixteen made-up weeks, twelve of them before a plan.
const WEEKS: [(u32, u32); 16] = [
    (12, 20),
    (15, 22),
    (9, 18),
    (17, 25),
    (20, 30),
    (11, 21),
    (13, 19),
    (16, 24),
    (15, 26),
    (13, 20),
    (12, 23),
    (15, 22),
    (20, 24),
    (18, 20),
    (24, 25),
    (5, 21),
];

/// By hand: 45 and 55 of 100 in turn. p̄ = 0.5, σ = 0.05, z = ∓1, each step 2, σ_z = 2/(2/√π) = √π, limits 0.5 ±
/// 3·0.05·√π.
#[test]
fn limits_by_hand() {
    let chart = LaneyChart::of(&points(&[(45, 100), (55, 100)].repeat(6)), 12).unwrap();
    assert_eq!(chart.centre(), share(0.5));
    assert_near(chart.sigma_z(), std::f64::consts::PI.sqrt(), 1e-12);
    let limits = chart.points()[0].limits;
    assert_near(limits.low(), 0.5 - 0.15 * std::f64::consts::PI.sqrt(), 1e-12);
    assert_near(limits.high(), 0.5 + 0.15 * std::f64::consts::PI.sqrt(), 1e-12);
}

/// The formulas of Laney, Quality Engineering 14 (2002) 531–537, written down a second time in numpy.
#[test]
fn limits_for_unequal_weeks_agree_with_a_second_program() {
    let chart = LaneyChart::of(&points(&WEEKS), 12).unwrap();
    assert_near(chart.centre().get(), 0.622_222_222, 1e-9);
    assert_near(chart.sigma_z(), 0.942_106_535, 1e-9);
    for (position, low, high) in [(0, 0.315_816_24, 0.928_628_2), (4, 0.372_042_79, 0.872_401_66)] {
        assert_near(chart.points()[position].limits.low(), low, 1e-8);
        assert_near(chart.points()[position].limits.high(), high, 1e-8);
    }
    assert_eq!(
        chart.signals(),
        [
            Signal::OutsideLimits { position: 14, side: Side::Above },
            Signal::OutsideLimits { position: 15, side: Side::Below }
        ]
    );
}

#[test]
fn what_follows_the_baseline_does_not_move_the_limits() {
    let (before, all) = (points(&WEEKS[..12]), points(&WEEKS));
    let (frozen, alone) = (LaneyChart::of(&all, 12).unwrap(), LaneyChart::of(&before, 12).unwrap());
    assert_eq!(frozen.points()[..12], alone.points()[..]);
}

#[test]
fn a_series_without_limits_says_why() {
    let weeks = points(&WEEKS);
    assert_eq!(LaneyChart::of(&weeks, 11), Err(TooThin::FewPoints { baseline: 11, all: 16 }));
    assert_eq!(LaneyChart::of(&[], 0), Err(TooThin::FewPoints { baseline: 0, all: 0 }));
    let small = points(&[(3, 12), (4, 12)].repeat(6));
    assert_eq!(LaneyChart::of(&small, 12), Err(TooThin::SmallCounts { typical: 3.5 }));
    let never = points(&[(0, 40); 12]);
    assert_eq!(LaneyChart::of(&never, 12), Err(TooThin::SmallCounts { typical: 0.0 }));
    let flat = points(&[(20, 40); 12]);
    assert_eq!(LaneyChart::of(&flat, 12), Err(TooThin::NoSpread));
}

#[test]
fn a_typical_point_of_five_on_either_side_is_enough() {
    assert!(LaneyChart::of(&points(&[(4, 20), (6, 20)].repeat(6)), 12).is_ok());
    assert!(LaneyChart::of(&points(&[(14, 20), (16, 20)].repeat(6)), 12).is_ok());
}

#[test]
fn a_thin_series_is_a_run_chart_and_offers_the_next_longer_period() {
    let few = points(&WEEKS[..5]);
    let Some(Chart::Run { chart, why, offer }) = Chart::of(&few, 5, Period::Week) else {
        panic!("five weeks have no limits");
    };
    assert_eq!((chart.median(), why), (2.0 / 3.0, TooThin::FewPoints { baseline: 5, all: 5 }));
    assert_eq!(offer, Some(Period::Month));
    assert_eq!((Period::Month.longer(), Period::Term.longer()), (Some(Period::Term), None));
    assert!(matches!(Chart::of(&points(&WEEKS), 16, Period::Week), Some(Chart::Limits(_))));
    assert_eq!(Chart::of(&[], 0, Period::Week), None);
}

/// By hand: the runs as about a fixed line, and sixteen points stay inside with
/// probability 0.9973¹⁶.
#[test]
fn limits_add_their_own_false_alarms_to_those_of_the_runs() {
    let limits = Chart::of(&points(&WEEKS), 12, Period::Week).unwrap();
    let runs = run_signal_by_chance_about_fixed_line(16).unwrap();
    let by_hand = 1.0 - (1.0 - runs.get()) * 0.9973_f64.powi(16);
    assert_near(limits.signal_by_chance().unwrap().get(), by_hand, 1e-12);
    let run = Chart::of(&points(&WEEKS[..5]), 5, Period::Week).unwrap();
    assert_eq!(run.signal_by_chance(), Some(share(0.0)));
}

/// Two rooms, seven weeks of which the third is empty: the first third is the first two weeks, the last third the last
/// two.
#[test]
fn the_change_over_a_series_pools_each_third_by_classroom() {
    let week = |a: (u32, u32), b: (u32, u32)| {
        [('a', a), ('b', b)].map(|(room, (shown, looked))| (room, ClusterCount::new(shown, looked).unwrap())).to_vec()
    };
    let (none, middle) = (week((0, 0), (0, 0)), week((1, 3), (2, 2)));
    let first = [week((1, 4), (2, 3)), week((0, 2), (1, 5))];
    let last = [week((4, 5), (3, 3)), week((5, 6), (2, 4))];
    let series = [&first[..], &[none, middle.clone(), middle], &last].concat();
    let pooled = |looked_and_shown| ClusteredShare::of(&counts(looked_and_shown), 40).unwrap();
    let by_hand = difference((&pooled(&[(6, 1), (8, 3)])).into(), (&pooled(&[(11, 9), (7, 5)])).into());
    assert_eq!(change_over(&series, 40), by_hand);
    assert_near(by_hand.unwrap().point(), 14.0 / 18.0 - 4.0 / 14.0, 1e-12);
    assert_eq!(change_over(&series[..2], 40), None);
}

#[test]
fn a_period_without_looks_is_no_point() {
    assert_eq!(Point::new(0, 0), Err(OutOfRange::EffectiveN(0.0)));
    assert_eq!(Point::new(3, 2), Err(OutOfRange::MoreShownThanLooked { shown: 3, looked: 2 }));
}

#[test]
fn a_course_needs_an_interval_that_excludes_nought() {
    assert_eq!(course(estimate(0.01, 0.1, 0.2)), Course::Rising);
    assert_eq!(course(estimate(0.0, 0.1, 0.2)), Course::CannotTell);
    assert_eq!(course(estimate(-0.2, -0.1, -0.01)), Course::Falling);
    assert_eq!(course(estimate(-0.1, 0.02, 0.1)), Course::Steady);
    assert_eq!(course(estimate(-0.11, 0.0, 0.1)), Course::CannotTell);
    assert_eq!(Course::of(estimate(0.0, 0.0, 0.0), f64::NAN), Course::CannotTell);
}

#[test]
fn what_is_over_stays_in_the_middle() {
    assert_eq!(Thirds::of(11), Some(Thirds { first: 0..3, last: 8..11 }));
    assert_eq!(Thirds::of(3), Some(Thirds { first: 0..1, last: 2..3 }));
    assert_eq!(Thirds::of(2), None);
}

fn course(change: Estimate) -> Course {
    Course::of(change, 0.1)
}

fn points(shown_and_looked: &[(u32, u32)]) -> Vec<Point> {
    shown_and_looked.iter().map(|&(shown, looked)| Point::new(shown, looked).unwrap()).collect()
}
