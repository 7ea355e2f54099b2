use domain::stats::agreement::{Measurements, Scale, krippendorffs_alpha};

use super::{FOUR_OBSERVERS, amounts, at_least, codes};
use crate::assert_near;

const SCALES: [Scale; 4] = [Scale::Nominal, Scale::Ordinal, Scale::Interval, Scale::Ratio];

/// Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011): 0.743, 0.815, 0.849, 0.797. More digits from the
/// Python package `krippendorff`, from which the jackknife's lower ends were computed in numpy.
#[test]
fn agrees_with_krippendorffs_worked_example() {
    let published = [
        (0.743_421_052_6, 0.417_384_953_8),
        (0.815_387_503_8, 0.485_553_118_8),
        (0.849_107_142_9, 0.535_296_442_7),
        (0.797_402_774_7, 0.478_175_991_4),
    ];
    for (scale, (alpha, low)) in SCALES.into_iter().zip(published) {
        let found = krippendorffs_alpha(&amounts(&FOUR_OBSERVERS), scale).unwrap();
        assert_near(found.point(), alpha, 1e-9);
        assert_near(found.interval().low(), low, 1e-9);
        assert_eq!(found.interval().high(), 1.0);
    }
}

/// The nominal and the ordinal alpha do not mind what the categories are called.
#[test]
fn categories_count_by_their_order() {
    let numbered = codes(5, &FOUR_OBSERVERS).as_measurements();
    for scale in [Scale::Nominal, Scale::Ordinal, Scale::Interval] {
        assert_eq!(
            krippendorffs_alpha(&numbered, scale).map(|found| found.point()),
            krippendorffs_alpha(&amounts(&FOUR_OBSERVERS), scale).map(|found| found.point())
        );
    }
}

/// By hand: six judgements, four of them 0 and two 1. D_o = 4/6, D_e = 2·4·2/(6·5) = 16/30, alpha = 1 − (4/6)/(16/30).
#[test]
fn alpha_by_hand() {
    let found = krippendorffs_alpha(&amounts(&["01", "10", "00"]), Scale::Nominal).unwrap();
    assert_near(found.point(), -0.25, 1e-12);
}

#[test]
fn agreeing_every_time_is_not_certainty() {
    for scale in SCALES {
        let found = krippendorffs_alpha(&amounts(&["11", "33", "2.", "00"]), scale).unwrap();
        assert_eq!((found.point(), found.interval().high()), (1.0, 1.0));
        assert_near(found.interval().low(), at_least(3.0), 1e-12);
    }
}

#[test]
fn two_units_say_next_to_nothing() {
    let found = krippendorffs_alpha(&amounts(&["12", "11"]), Scale::Nominal).unwrap();
    assert_eq!((found.interval().low(), found.interval().high()), (-1.0, 1.0));
}

#[test]
fn there_is_no_alpha_without_pairs_or_without_variety() {
    for scale in SCALES {
        assert_eq!(krippendorffs_alpha(&amounts(&[]), scale), None);
        assert_eq!(krippendorffs_alpha(&amounts(&["1.", ".2"]), scale), None);
        assert_eq!(krippendorffs_alpha(&amounts(&["33", "33", "33"]), scale), None);
    }
}

#[test]
fn nothing_is_less_than_no_amount() {
    let below = Measurements::new(vec![vec![Some(-1.0), Some(2.0)], vec![Some(1.0), Some(1.0)]]).unwrap();
    assert_eq!(krippendorffs_alpha(&below, Scale::Ratio), None);
    assert!(krippendorffs_alpha(&below, Scale::Interval).is_some());
}

/// Found with the program: the jackknife went through all pairs of judgements again for every unit. The ends from a
/// jackknife written down in numpy, over alphas of the Python package `krippendorff`.
#[test]
fn amounts_that_are_all_different_have_the_same_jackknife() {
    let rows = (1..=40_u8).map(|unit| {
        let seconds = f64::from(unit) * 7.0 % 41.0 + f64::from(unit) / 50.0;
        vec![Some(seconds), Some(seconds * if unit % 3 == 0 { 1.4 } else { 0.97 })]
    });
    let found = krippendorffs_alpha(&Measurements::new(rows.collect()).unwrap(), Scale::Ratio).unwrap();
    assert_near(found.point(), 0.953_690_752_063, 1e-9);
    assert_near(found.interval().low(), 0.932_667_129_250, 1e-9);
    assert_near(found.interval().high(), 0.974_714_374_877, 1e-9);
}

/// Without the last unit only one value is left, and no alpha: the sums must not make one of their rounding.
#[test]
fn nothing_is_known_where_one_unit_makes_all_the_difference() {
    let amounts = |last: f64| vec![vec![Some(0.1), Some(0.1)], vec![Some(0.1), Some(0.1)], vec![Some(0.1), Some(last)]];
    let found = krippendorffs_alpha(&Measurements::new(amounts(0.3)).unwrap(), Scale::Ratio).unwrap();
    assert_eq!((found.interval().low(), found.interval().high()), (-1.0, 1.0));
}
