use domain::stats::{Ceiling, pooled_ratio, t_95};

use crate::{PERSONS, SAW_A_DOCTOR, amounts, assert_near, pairs};

/// Cochran's households: 30 of 104 persons consulted a doctor, and the variance of that ratio
/// is 0.00520.
#[test]
fn variance_agrees_with_cochrans_households() {
    let households: Vec<_> =
        pairs(SAW_A_DOCTOR, PERSONS).iter().map(|&(saw, persons)| (f64::from(saw), f64::from(persons))).collect();
    let found = pooled_ratio(&amounts(&households), Ceiling::One).unwrap();
    assert_near(found.point(), 0.2885, 0.00005);
    let standard_error = (found.interval().high() - found.point()) / t_95(29).unwrap();
    assert_near(standard_error * standard_error, 0.00520, 0.00001);
}

/// By hand, three classrooms with 2 in 10, 3 in 10 and 7 in 20 minutes: R = 12/40 = 0.3,
/// residuals −1, 0, 1, v = 3/2 · 2/1600 = 0.001875, and 0.3 ± 4.3027·0.043301 = 0.1137 …
/// 0.4863.
#[test]
fn interval_of_three_classrooms_by_hand() {
    let found = pooled_ratio(&amounts(&[(2.0, 10.0), (3.0, 10.0), (7.0, 20.0)]), Ceiling::None).unwrap();
    assert_near(found.point(), 0.3, 1e-12);
    assert_near(found.interval().low(), 0.1137, 0.00005);
    assert_near(found.interval().high(), 0.4863, 0.00005);
}

#[test]
fn interval_is_cut_where_the_unit_ends() {
    let uneven = amounts(&[(0.0, 10.0), (10.0, 10.0)]);
    let open = pooled_ratio(&uneven, Ceiling::None).unwrap().interval();
    let share_of_time = pooled_ratio(&uneven, Ceiling::One).unwrap().interval();
    assert_eq!((open.low(), share_of_time.low(), share_of_time.high()), (0.0, 0.0, 1.0));
    assert!(open.high() > 1.0);
}

#[test]
fn one_classroom_cannot_say_how_classrooms_differ() {
    assert_eq!(pooled_ratio(&amounts(&[(4.0, 10.0)]), Ceiling::None), None);
    assert_eq!(pooled_ratio(&[], Ceiling::None), None);
}

#[test]
fn more_than_all_of_the_time_is_no_share_of_it() {
    assert_eq!(pooled_ratio(&amounts(&[(12.0, 10.0), (11.0, 10.0)]), Ceiling::One), None);
}

#[test]
fn numbers_beyond_reckoning_give_nothing_rather_than_something_wrong() {
    let huge = amounts(&[(1.0, f64::MAX), (1.0, f64::MAX)]);
    assert_eq!(pooled_ratio(&huge, Ceiling::None), None);
    let huge = amounts(&[(f64::MAX, 1.0), (f64::MAX, 1.0)]);
    assert_eq!(pooled_ratio(&huge, Ceiling::None), None);
}
