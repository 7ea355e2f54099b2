use domain::stats::{
    Ceiling, Direction, Expected, PValue, Share, WeighedShare, benjamini_hochberg, p_of_amount_shortfall,
    p_of_shortfall, pooled_ratio, wilson,
};
use proptest::prelude::*;

use crate::{TOLERANCE, a_share, watched_classrooms};

const TWO_AND_A_HALF_PERCENT: f64 = 0.025;

fn p_values() -> impl Strategy<Value = Vec<PValue>> {
    let one = prop_oneof![1 => Just(0.0), 1 => Just(1.0), 4 => 0.0..0.1, 4 => 0.0..=1.0];
    proptest::collection::vec(one.prop_map(|p| PValue::new(p).unwrap()), 0..30)
}

proptest! {
    #[test]
    fn the_test_of_a_share_agrees_with_its_interval(
        observed in a_share(), n in 0.5..2000.0, level in 0.0..=1.0,
    ) {
        let interval = wilson(observed, n).unwrap();
        for direction in [Direction::AtLeast, Direction::AtMost] {
            let expected = Expected::share(Share::new(level).unwrap(), direction);
            let p = p_of_shortfall(WeighedShare::new(observed, n).unwrap(), expected).unwrap().get();
            let short_by = match direction {
                Direction::AtLeast => level - interval.high(),
                Direction::AtMost => interval.low() - level,
            };
            if short_by.abs() > TOLERANCE {
                prop_assert_eq!(p < TWO_AND_A_HALF_PERCENT, short_by > 0.0, "p {}, short by {}", p, short_by);
            }
        }
    }

    #[test]
    fn the_test_of_an_amount_agrees_with_its_interval(rooms in watched_classrooms(), level in 0.0..50.0) {
        let Some(interval) = pooled_ratio(&rooms, Ceiling::None).map(|found| found.interval()) else {
            return Ok(());
        };
        for direction in [Direction::AtLeast, Direction::AtMost] {
            let expected = Expected::amount(level, direction).unwrap();
            let p = p_of_amount_shortfall(&rooms, expected).unwrap().get();
            let short_by = match direction {
                Direction::AtLeast => level - interval.high(),
                Direction::AtMost => interval.low() - level,
            };
            if short_by.abs() > TOLERANCE * (1.0 + level) {
                prop_assert_eq!(p < TWO_AND_A_HALF_PERCENT, short_by > 0.0, "p {}, short by {}", p, short_by);
            }
        }
    }

    #[test]
    fn adjusting_keeps_the_order_and_never_lowers(p_values in p_values(), level in a_share()) {
        let found = benjamini_hochberg(&p_values, level);
        prop_assert_eq!(found.len(), p_values.len());
        for (one, p) in found.iter().zip(&p_values) {
            prop_assert!(one.adjusted >= *p);
            prop_assert_eq!(one.passes, one.adjusted.get() <= level.get());
            for (other, other_p) in found.iter().zip(&p_values) {
                prop_assert!(p > other_p || one.adjusted <= other.adjusted);
            }
        }
    }

    /// The rule as it is usually told: the last rank whose p-value is at most its part of the level, and all before it.
    #[test]
    fn what_passes_is_what_the_step_up_rule_says(p_values in p_values(), level in 0.001..0.5) {
        let mut sorted: Vec<_> = p_values.iter().map(|p| p.get()).collect();
        sorted.sort_by(f64::total_cmp);
        let part = |rank: usize| level * (rank as f64 + 1.0) / sorted.len() as f64;
        let last = (0..sorted.len()).rev().find(|&rank| sorted[rank] <= part(rank)).map(|rank| sorted[rank]);
        let found = benjamini_hochberg(&p_values, Share::new(level).unwrap());
        for (one, p) in found.iter().zip(&p_values) {
            prop_assert_eq!(one.passes, last.is_some_and(|last| p.get() <= last));
        }
    }

    #[test]
    fn a_single_test_is_left_as_it_is(p in 0.0..=1.0) {
        let found = benjamini_hochberg(&[PValue::new(p).unwrap()], Share::ONE);
        prop_assert_eq!(found[0].adjusted.get(), p);
    }
}
