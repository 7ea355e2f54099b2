use domain::stats::trend::{
    MINIMUM_USEFUL, RunChart, fewest_crossings, longest_run, run_signal_by_chance,
    run_signal_by_chance_about_fixed_line,
};
use proptest::prelude::*;

/// Few different values, so that ties and points on the median come often.
fn a_series() -> impl Strategy<Value = Vec<f64>> {
    proptest::collection::vec((0_u8..8).prop_map(f64::from), 1..60)
}

proptest! {
    #[test]
    fn at_most_half_of_a_series_lies_on_either_side(series in a_series()) {
        let runs = RunChart::of(&series).unwrap().runs();
        let half = u32::try_from(series.len() / 2).unwrap();
        prop_assert!(runs.above() <= half && runs.below() <= half);
        prop_assert!(runs.longest() <= runs.useful());
        prop_assert!(runs.crossings() < runs.useful().max(1));
    }

    #[test]
    fn a_series_runs_alike_backwards_upside_down_and_in_any_unit(series in a_series(), unit in 0.5..2.0) {
        let found = RunChart::of(&series).unwrap();
        let backwards: Vec<_> = series.iter().rev().copied().collect();
        prop_assert_eq!(RunChart::of(&backwards).unwrap(), found);
        let turned: Vec<_> = series.iter().map(|value| -value).collect();
        prop_assert_eq!(RunChart::of(&turned).unwrap().signals(), found.signals());
        let scaled: Vec<_> = series.iter().map(|value| value * 4.0).collect();
        prop_assert_eq!(RunChart::of(&scaled).unwrap().runs(), found.runs());
        prop_assert!(RunChart::of(&[unit]).unwrap().signals().is_empty());
    }

    #[test]
    fn a_chart_signals_only_from_ten_useful_points(series in a_series()) {
        let chart = RunChart::of(&series).unwrap();
        prop_assert!(chart.signals().is_empty() || chart.runs().useful() >= MINIMUM_USEFUL);
    }

    #[test]
    fn no_series_whatever_panics_or_yields_a_median_that_is_no_number(series in any::<Vec<f64>>()) {
        if let Some(chart) = RunChart::of(&series) {
            prop_assert!(chart.median().is_finite());
        }
    }

    #[test]
    fn limits_grow_with_the_series(useful in 1_u32..5000) {
        prop_assert!(longest_run(useful) <= longest_run(useful + 1));
        prop_assert!(fewest_crossings(useful) <= fewest_crossings(useful + 1));
        prop_assert!(fewest_crossings(useful) <= useful / 2);
    }

    #[test]
    fn chance_is_a_share_and_does_not_mind_which_side_is_up(above in 0_u32..60, below in 0_u32..60) {
        prop_assert_eq!(run_signal_by_chance(above, below), run_signal_by_chance(below, above));
        prop_assert!(run_signal_by_chance(above, below).is_some());
    }

    /// With the line at the series' own median the two sides are equal, and long runs rarer than with coins.
    #[test]
    fn the_own_median_signals_less_often_than_a_fixed_line(half in 5_u32..40) {
        let own = run_signal_by_chance(half, half).unwrap();
        let fixed = run_signal_by_chance_about_fixed_line(2 * half).unwrap();
        prop_assert!(own < fixed && fixed.get() < 0.1);
    }
}
