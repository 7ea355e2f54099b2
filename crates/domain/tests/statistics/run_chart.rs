use domain::stats::trend::{
    MOST_POINTS, RunChart, Signal, fewest_crossings, longest_run, run_signal_by_chance,
    run_signal_by_chance_about_fixed_line, signals_by_chance,
};

use crate::{assert_near, share};

/// Anhøj and Olesen, PLoS ONE 9 (2014) e113825, critical values by useful observations; recomputed with
/// `scipy.stats.binom.ppf(0.05, n - 1, 0.5)`.
#[test]
fn agrees_with_the_critical_values_of_anhoj_and_olesen() {
    for (useful, longest, fewest) in [
        (10, 6, 2),
        (11, 6, 2),
        (12, 7, 3),
        (14, 7, 4),
        (17, 7, 5),
        (19, 7, 6),
        (22, 7, 7),
        (23, 8, 7),
        (24, 8, 8),
        (27, 8, 9),
        (30, 8, 10),
        (40, 8, 14),
        (60, 9, 23),
        (100, 10, 41),
    ] {
        assert_eq!((longest_run(useful), fewest_crossings(useful)), (longest, fewest), "{useful} useful points");
    }
    assert_eq!((longest_run(0), fewest_crossings(0), fewest_crossings(1)), (3, 0, 0));
}

/// By hand: of 3 5 5 7 1 9 5 the median is 5; three points lie on it, and low high low high crosses three times.
#[test]
fn points_on_the_median_are_on_neither_side() {
    let chart = RunChart::of(&[3.0, 5.0, 5.0, 7.0, 1.0, 9.0, 5.0]).unwrap();
    let runs = chart.runs();
    assert_eq!((chart.median(), runs.useful(), runs.above(), runs.below()), (5.0, 4, 2, 2));
    assert_eq!((runs.longest(), runs.crossings()), (1, 3));
    assert_eq!(chart.signals(), []);
}

#[test]
fn a_point_on_the_median_does_not_break_a_run() {
    let runs = RunChart::of(&[1.0, 2.0, 3.0, 2.0, 3.0, 3.0, 1.0, 1.0]).unwrap().runs();
    assert_eq!((runs.useful(), runs.longest(), runs.crossings()), (6, 3, 2));
}

#[test]
fn a_shifted_series_signals_both_ways() {
    let shifted: Vec<f64> = [[0.4; 8], [0.6; 8]].concat();
    assert_eq!(
        RunChart::of(&shifted).unwrap().signals(),
        [Signal::LongRun { points: 8, at_most: 7 }, Signal::FewCrossings { crossings: 1, at_least: 4 }]
    );
}

#[test]
fn nine_useful_points_signal_nothing() {
    let shifted = [1.0, 1.0, 1.0, 1.0, 2.0, 3.0, 3.0, 3.0, 3.0];
    assert_eq!(RunChart::of(&shifted).unwrap().signals(), []);
    let one_more = [1.0, 1.0, 1.0, 1.0, 1.0, 3.0, 3.0, 3.0, 3.0, 3.0];
    assert_eq!(RunChart::of(&one_more).unwrap().signals(), [Signal::FewCrossings { crossings: 1, at_least: 2 }]);
}

#[test]
fn there_is_no_chart_of_nothing_or_of_what_is_no_number() {
    assert_eq!(RunChart::of(&[]), None);
    assert_eq!(RunChart::of(&[0.5, f64::NAN]), None);
    assert_eq!(RunChart::of(&[0.5, f64::INFINITY]), None);
}

/// Counted by a program that writes down every order of the points and applies the two rules to each.
#[test]
fn chance_agrees_with_writing_down_every_order() {
    for (above, below, signalling, orders) in [
        (5, 5, 2.0, 252.0),
        (5, 6, 2.0, 462.0),
        (6, 6, 12.0, 924.0),
        (7, 7, 86.0, 3_432.0),
        (9, 4, 31.0, 715.0),
        (8, 8, 114.0, 12_870.0),
        (10, 10, 3_926.0, 184_756.0),
    ] {
        assert_near(run_signal_by_chance(above, below).unwrap().get(), signalling / orders, 1e-12);
    }
}

#[test]
fn chance_about_a_fixed_line_agrees_with_writing_down_every_toss() {
    for (useful, signalling, tosses) in [(10, 46.0, 1024.0), (12, 176.0, 4096.0), (18, 15_344.0, 262_144.0)] {
        assert_near(run_signal_by_chance_about_fixed_line(useful).unwrap().get(), signalling / tosses, 1e-12);
    }
}

#[test]
fn what_cannot_signal_does_not_signal_by_chance() {
    assert_eq!(run_signal_by_chance(5, 4), Some(share(0.0)));
    assert_eq!(run_signal_by_chance_about_fixed_line(9), Some(share(0.0)));
    assert_eq!(run_signal_by_chance(12, 0), Some(share(1.0)));
}

#[test]
fn endless_series_are_not_reckoned_through() {
    assert!(run_signal_by_chance(MOST_POINTS / 2, MOST_POINTS / 2).is_some());
    assert_eq!(run_signal_by_chance(MOST_POINTS, 1), None);
    assert_eq!(run_signal_by_chance(u32::MAX, u32::MAX), None);
    assert_eq!(run_signal_by_chance_about_fixed_line(MOST_POINTS + 1), None);
}

/// 40,000 shuffled series of 24 points from a fixed seed, within four standard errors.
#[test]
fn chance_agrees_with_shuffling() {
    const SERIES: u32 = 40_000;
    let mut seed = 20_140_729_u64;
    let mut points: Vec<f64> = (0..24).map(f64::from).collect();
    let mut signalling = 0;
    for _ in 0..SERIES {
        for last in (1..points.len()).rev() {
            points.swap(last, (next(&mut seed) % (last as u64 + 1)) as usize);
        }
        signalling += u32::from(!RunChart::of(&points).unwrap().signals().is_empty());
    }
    let exact = run_signal_by_chance(12, 12).unwrap().get();
    let standard_error = (exact * (1.0 - exact) / f64::from(SERIES)).sqrt();
    assert_near(f64::from(signalling) / f64::from(SERIES), exact, 4.0 * standard_error);
}

/// By hand: two charts at 5 % and one at 10 % make 0.2 signals, and 1 − 0.95·0.95·0.9 = 0.18775 for one or more.
#[test]
fn chances_of_several_charts_add_up() {
    let page = signals_by_chance(&[share(0.05), share(0.05), share(0.1)]);
    assert_near(page.expected, 0.2, 1e-12);
    assert_near(page.at_least_one.get(), 0.187_75, 1e-12);
    assert_eq!((signals_by_chance(&[]).expected, signals_by_chance(&[]).at_least_one), (0.0, share(0.0)));
}

/// Marsaglia's xorshift, Journal of Statistical Software 8 (2003) 14.
fn next(seed: &mut u64) -> u64 {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    *seed
}
