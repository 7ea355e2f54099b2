use domain::stats::{Share, wilson};

use crate::{assert_near, share};

#[test]
fn agrees_with_newcombe_1998_table_1_method_3() {
    for (shown, looked, low, high) in [
        (81.0, 263.0, 0.2553, 0.3662),
        (15.0, 148.0, 0.0624, 0.1605),
        (0.0, 20.0, 0.0, 0.1611),
        (1.0, 29.0, 0.0061, 0.1718),
    ] {
        let interval = wilson(share(shown / looked), looked).unwrap();
        assert_near(interval.low(), low, 0.00005);
        assert_near(interval.high(), high, 0.00005);
    }
}

#[test]
fn ends_exactly_at_nothing_and_at_everything() {
    assert_eq!(wilson(Share::ZERO, 7.3).unwrap().low(), 0.0);
    assert_eq!(wilson(Share::ONE, 7.3).unwrap().high(), 1.0);
}

/// By hand: at p = 0 the upper end is z²/(n + z²), and 3.8415/(12.5 + 3.8415) = 0.2351.
#[test]
fn takes_a_fractional_number_of_looks() {
    assert_near(wilson(Share::ZERO, 12.5).unwrap().high(), 0.2351, 0.00005);
}

#[test]
fn has_nothing_to_say_without_looks() {
    for n in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert_eq!(wilson(share(0.5), n), None);
    }
}
