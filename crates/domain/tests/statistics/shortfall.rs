use domain::stats::{
    Direction, Expected, PValue, Share, WeighedShare, benjamini_hochberg, p_of_amount_shortfall, p_of_shortfall,
};

use crate::{PERSONS, SAW_A_DOCTOR, amounts, assert_near, pairs, share};

/// 27 of 40 against 80 %: z = (0.675 − 0.8)/√(0.8·0.2/40) = −1.976, below which lies 0.0241 of the normal
/// distribution; statsmodels' `proportions_ztest(27, 40, 0.8, "smaller", prop_var=0.8)` gives 0.024053.
#[test]
fn a_share_under_its_floor_by_hand() {
    let at_least_80 = Expected::share(share(0.8), Direction::AtLeast);
    assert_near(p_of_shortfall(seen(0.675, 40.0), at_least_80).unwrap().get(), 0.024_053_413_944, 1e-11);
    let at_most_20 = Expected::share(share(0.2), Direction::AtMost);
    assert_near(p_of_shortfall(seen(0.325, 40.0), at_most_20).unwrap().get(), 0.024_053_413_944, 1e-11);
    assert_near(p_of_shortfall(seen(0.8, 40.0), at_least_80).unwrap().get(), 0.5, 1e-11);
}

#[test]
fn against_every_visit_a_single_miss_cannot_be_chance() {
    let always = Expected::share(Share::ONE, Direction::AtLeast);
    assert_eq!(p_of_shortfall(seen(0.99, 100.0), always), Some(PValue::NEVER));
    assert_eq!(p_of_shortfall(seen(1.0, 100.0), always), Some(PValue::ALWAYS));
}

/// Cochran's households, of which 30 in 104 persons saw a doctor with a variance of 0.00520: t = (0.2885 −
/// 0.4)/0.0721 = −1.545 on 29 degrees of freedom; scipy gives 0.066479 for its lower tail, and 0.115011 for a cap of
/// 20 %.
#[test]
fn an_amount_under_its_floor_agrees_with_scipy() {
    let households: Vec<_> =
        pairs(SAW_A_DOCTOR, PERSONS).iter().map(|&(saw, persons)| (f64::from(saw), f64::from(persons))).collect();
    let p = |level, direction| {
        p_of_amount_shortfall(&amounts(&households), Expected::amount(level, direction).unwrap()).unwrap().get()
    };
    assert_near(p(0.4, Direction::AtLeast), 0.066_478_968_5, 1e-9);
    assert_near(p(0.2, Direction::AtMost), 0.115_010_708_5, 1e-9);
}

#[test]
fn classrooms_exactly_alike_leave_nothing_to_chance() {
    let alike = amounts(&[(2.0, 10.0), (3.0, 15.0)]);
    let at_least = |level| Expected::amount(level, Direction::AtLeast).unwrap();
    assert_eq!(p_of_amount_shortfall(&alike, at_least(0.3)), Some(PValue::NEVER));
    assert_eq!(p_of_amount_shortfall(&alike, at_least(0.1)), Some(PValue::ALWAYS));
    assert_eq!(p_of_amount_shortfall(&amounts(&[(2.0, 10.0)]), at_least(0.3)), None);
}

#[test]
fn a_share_and_an_amount_are_not_held_against_each_other() {
    let share_of_visits = Expected::share(share(0.8), Direction::AtLeast);
    let amount = Expected::amount(0.8, Direction::AtLeast).unwrap();
    assert_eq!(p_of_shortfall(seen(0.5, 40.0), amount), None);
    assert_eq!(p_of_amount_shortfall(&amounts(&[(2.0, 10.0), (3.0, 10.0)]), share_of_visits), None);
}

/// The fifteen p-values of Benjamini and Hochberg (1995), section 4: at 5 % the first four pass (Bonferroni would pass
/// three). Adjusted as statsmodels' `multipletests(p, 0.05, "fdr_bh")` prints them.
#[test]
fn agrees_with_the_example_of_benjamini_and_hochberg() {
    let published = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590,
        1.0,
    ];
    let adjusted = [
        0.0015,
        0.003,
        0.0095,
        0.035_625,
        0.0603,
        0.063_857_14,
        0.063_857_14,
        0.0645,
        0.0765,
        0.486,
        0.581_181_82,
        0.714_875,
        0.753_230_77,
        0.813_214_29,
        1.0,
    ];
    let found = benjamini_hochberg(&p_values(&published), share(0.05));
    assert_eq!(found.iter().map(|one| one.passes).collect::<Vec<_>>(), [[true; 4].as_slice(), &[false; 11]].concat());
    for (found, adjusted) in found.iter().zip(adjusted) {
        assert_near(found.adjusted.get(), adjusted, 1e-8);
    }
}

/// Step-up: the third of three passes at 5 %, and takes the other two along although 0.04 is over 1/3 and 2/3 of it.
#[test]
fn a_later_pass_takes_the_earlier_ones_along() {
    let found = benjamini_hochberg(&p_values(&[0.045, 0.04, 0.043]), share(0.05));
    assert!(found.iter().all(|one| one.passes));
    assert_near(found[1].adjusted.get(), 0.045, 1e-12);
}

#[test]
fn without_tests_nothing_passes() {
    assert_eq!(benjamini_hochberg(&[], share(0.05)), []);
}

#[test]
fn a_p_value_is_a_probability() {
    assert!(PValue::new(1.000_1).is_err() && PValue::new(-0.1).is_err() && PValue::new(f64::NAN).is_err());
}

fn seen(observed: f64, n: f64) -> WeighedShare {
    WeighedShare::new(share(observed), n).unwrap()
}

fn p_values(values: &[f64]) -> Vec<PValue> {
    values.iter().map(|&value| PValue::new(value).unwrap()).collect()
}
