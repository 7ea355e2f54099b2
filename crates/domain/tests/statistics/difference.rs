use domain::stats::{
    ClusteredShare, OutOfRange, Stratum, WeighedShare, difference, difference_of_estimates, stratified_difference,
    wilson,
};

use crate::{assert_near, counts, estimate, share};

/// The eight contrasts of Newcombe, Statistics in Medicine 17 (1998) 873–890, Table II, method 10; recomputed to four
/// decimals with an independent program (statsmodels, `confint_proportions_2indep(method="newcomb")`).
#[test]
fn agrees_with_newcombe_1998_table_2_method_10() {
    for (after, before, low, high) in [
        ((56.0, 70.0), (48.0, 80.0), 0.0524, 0.3339),
        ((9.0, 10.0), (3.0, 10.0), 0.1705, 0.8090),
        ((6.0, 7.0), (2.0, 7.0), 0.0582, 0.8062),
        ((5.0, 56.0), (0.0, 29.0), -0.0381, 0.1926),
        ((0.0, 10.0), (0.0, 20.0), -0.1611, 0.2775),
        ((0.0, 10.0), (0.0, 10.0), -0.2775, 0.2775),
        ((10.0, 10.0), (0.0, 20.0), 0.6791, 1.0),
        ((10.0, 10.0), (0.0, 10.0), 0.6075, 1.0),
    ] {
        let found = difference(of(before), of(after)).unwrap();
        assert_near(found.interval().low(), low, 0.00005);
        assert_near(found.interval().high(), high, 0.00005);
    }
}

#[test]
fn shared_classrooms_widen_the_difference() {
    let crowded = ClusteredShare::of(&counts(&[(10, 8), (10, 6), (10, 9)]), 30).unwrap();
    let spread = of((23.0, 30.0));
    let before = of((10.0, 30.0));
    let (plain, clustered) = (difference(before, spread).unwrap(), difference(before, (&crowded).into()).unwrap());
    assert_near(plain.point(), clustered.point(), 1e-12);
    assert!(clustered.interval().low() < plain.interval().low() - 0.05);
}

/// As the other share becomes exactly known, the interval becomes the Wilson interval moved by it.
#[test]
fn against_a_share_that_is_known_it_is_the_wilson_interval() {
    let (known, seen) = (WeighedShare::new(share(0.8), 1e12).unwrap(), of((9.0, 12.0)));
    let (moved, plain) = (difference(known, seen).unwrap().interval(), wilson(share(0.75), 12.0).unwrap());
    assert_near(moved.low(), plain.low() - 0.8, 1e-6);
    assert_near(moved.high(), plain.high() - 0.8, 1e-6);
}

#[test]
fn a_share_of_nothing_cannot_be_compared() {
    assert_eq!(WeighedShare::new(share(0.5), 0.0), Err(OutOfRange::EffectiveN(0.0)));
    assert!(WeighedShare::new(share(0.5), f64::INFINITY).is_err());
    assert!(WeighedShare::new(share(0.5), f64::NAN).is_err());
}

fn of((shown, looked): (f64, f64)) -> WeighedShare {
    WeighedShare::new(share(shown / looked), looked).unwrap()
}

/// By hand: from 2 (1.7 … 2.4) to 3 (2.6 … 3.3) is 1 less √(0.4² + 0.4²) and more √(0.3² + 0.3²).
#[test]
fn amounts_are_held_against_each_other_with_the_intervals_they_have() {
    let change = difference_of_estimates(estimate(1.7, 2.0, 2.4), estimate(2.6, 3.0, 3.3)).unwrap();
    assert_near(change.point(), 1.0, 1e-12);
    assert_near(change.interval().low(), 1.0 - 0.32_f64.sqrt(), 1e-12);
    assert_near(change.interval().high(), 1.0 + 0.18_f64.sqrt(), 1e-12);
    let huge = estimate(f64::MIN, 0.0, f64::MAX);
    assert_eq!(difference_of_estimates(huge, huge), None);
}

/// By hand: the rooms say +1 over 2, 0 over 2 and +1 over 2, so 1/3, with a standard error of 1/6 and t₂ = 4.302653.
#[test]
fn the_same_places_seen_by_two_are_pooled_by_what_each_can_say() {
    let stratum = |classroom, one, other| Stratum { classroom, one, other };
    let strata = [stratum(0, (3, 4), (1, 4)), stratum(1, (2, 4), (2, 4)), stratum(2, (4, 4), (2, 4))];
    let found = stratified_difference(&strata).unwrap();
    assert_near(found.point(), 1.0 / 3.0, 1e-12);
    assert_near(found.interval().low(), 1.0 / 3.0 - 4.302_653 / 6.0, 1e-6);
    assert_near(found.interval().high(), 1.0, 1e-12);
    let turned = strata.map(|at| Stratum { one: at.other, other: at.one, ..at });
    assert_near(stratified_difference(&turned).unwrap().point(), -1.0 / 3.0, 1e-12);
    let elsewhere = [stratum(7, (5, 5), (0, 0)), stratum(8, (0, 0), (1, 9))];
    let more: Vec<Stratum> = strata.into_iter().chain(elsewhere).collect();
    assert_eq!(stratified_difference(&more), Some(found), "a place that only one of them saw says nothing");
}

#[test]
fn one_place_cannot_say_how_places_differ() {
    assert_eq!(stratified_difference(&[]), None);
    assert_eq!(stratified_difference(&[Stratum { classroom: 0, one: (3, 4), other: (1, 4) }]), None);
}
