use domain::stats::{
    VarianceComponents, WANTED_RELIABILITY, intraclass_correlation, reliability, visits_for_reliability,
};

use crate::{POSITIVE, RATERS, assert_near, counts, pairs, share};

/// By hand, four classrooms with three visits each and means 5, 9, 2, 6: MSB = 3·(0.25 + 12.25 + 12.25 + 0.25)/3 = 25,
/// MSW = 8/8 = 1, so 8 between, 1 within, ICC(1) = 8/9. The variances are those of statsmodels' `mixedlm` (7.99998,
/// 1.00000); the ends from scipy's F quantiles.
#[test]
fn equal_numbers_of_visits_by_hand() {
    let found = components(&[&[4.0, 6.0, 5.0], &[9.0, 8.0, 10.0], &[2.0, 3.0, 1.0], &[7.0, 5.0, 6.0]]).unwrap();
    assert_near(found.between(), 8.0, 1e-12);
    assert_near(found.within(), 1.0, 1e-12);
    assert_near(found.correlation().point(), 8.0 / 9.0, 1e-12);
    assert_near(found.correlation().interval().low(), 0.546_552_769, 1e-8);
    assert_near(found.correlation().interval().high(), 0.991_792_002, 1e-8);
}

/// n₀ = (12 − 38/12)/3 = 2.944; the rest as a second program in numpy and scipy has it.
#[test]
fn unequal_numbers_of_visits_agree_with_a_second_program() {
    let rooms: [&[f64]; 5] = [&[4.0, 6.0, 5.0], &[9.0, 8.0], &[2.0, 3.0, 1.0, 2.0], &[], &[7.0, 5.0, 6.0]];
    let found = components(&rooms).unwrap();
    assert_near(found.between(), 6.875, 1e-9);
    assert_near(found.within(), 0.8125, 1e-9);
    assert_near(found.correlation().point(), 0.894_308_943, 1e-8);
    assert_near(found.correlation().interval().low(), 0.562_443_359, 1e-8);
    assert_near(found.correlation().interval().high(), 0.992_225_659, 1e-8);
}

/// MSW = pq(1 − κ) = 0.1125 follows from the kappa of 0.5415 that Fleiss published for these 25 subjects.
#[test]
fn shown_and_not_shown_are_one_and_nought() {
    let subjects = counts(&pairs(RATERS, POSITIVE));
    let found = VarianceComponents::of_counts(&subjects).unwrap();
    assert_near(found.within(), 0.1125, 0.000_05);
    assert_eq!(found.correlation().point(), intraclass_correlation(&subjects));
    assert_near(found.correlation().interval().low(), 0.337_942_127, 1e-8);
    assert_near(found.correlation().interval().high(), 0.746_560_741, 1e-8);
}

#[test]
fn classrooms_that_never_vary_are_not_certain_to_differ() {
    let found = components(&[&[1.0, 1.0], &[2.0, 2.0], &[3.0, 3.0]]).unwrap();
    assert_eq!((found.within(), found.correlation().point()), (0.0, 1.0));
    assert_near(found.correlation().interval().low(), 3.0 / (3.0 + 1.959_963_984_540_054_f64.powi(2)), 1e-12);
}

#[test]
fn classrooms_that_differ_less_than_their_days_have_no_variance_between_them() {
    let found = components(&[&[1.0, 5.0], &[5.0, 2.0], &[1.0, 4.0]]).unwrap();
    assert_eq!((found.between(), found.correlation().point(), found.correlation().interval().low()), (0.0, 0.0, 0.0));
    assert!(found.correlation().interval().high() > 0.0);
}

#[test]
fn there_is_nothing_to_divide_without_a_second_classroom_a_second_visit_or_a_difference() {
    assert_eq!(components(&[]), None);
    assert_eq!(components(&[&[1.0, 2.0]]), None);
    assert_eq!(components(&[&[1.0], &[2.0]]), None);
    assert_eq!(components(&[&[2.0, 2.0], &[2.0, 2.0]]), None);
    assert_eq!(components(&[&[1.0, f64::NAN], &[2.0, 2.0]]), None);
    assert_eq!(components(&[&[f64::MAX, f64::MIN], &[2.0, 2.0]]), None);
}

/// One judge of Shrout and Fleiss (1979) is reliable to 0.1657 and the mean of four to 0.4428.
#[test]
fn four_judges_are_as_reliable_as_shrout_and_fleiss_found() {
    assert_near(reliability(share(0.165_741_768), 4).get(), 0.442_797_134, 1e-8);
    assert_eq!((reliability(share(0.3), 0), reliability(share(0.3), 1)), (share(0.0), share(0.3)));
}

/// By hand: 0.7·0.84/(0.16·0.3) = 12.25, and 0.7·0.56/(0.44·0.3) = 2.97.
#[test]
fn open_questions_need_thirteen_visits_and_lecturing_three() {
    let wanted = share(WANTED_RELIABILITY);
    assert_eq!(visits_for_reliability(share(0.16), wanted), Some(13));
    assert_eq!(visits_for_reliability(share(0.44), wanted), Some(3));
    assert_eq!(visits_for_reliability(share(0.5), share(0.8)), Some(4));
    assert_eq!(visits_for_reliability(share(0.7), wanted), Some(1));
}

#[test]
fn no_number_of_visits_tells_classrooms_apart_that_do_not_differ() {
    assert_eq!(visits_for_reliability(share(0.0), share(0.7)), None);
    assert_eq!(visits_for_reliability(share(1e-300), share(0.7)), None);
    assert_eq!(visits_for_reliability(share(0.5), share(1.0)), None);
    assert_eq!(visits_for_reliability(share(1.0), share(0.7)), Some(1));
}

fn components(rooms: &[&[f64]]) -> Option<VarianceComponents> {
    VarianceComponents::of(&rooms.iter().map(|room| room.to_vec()).collect::<Vec<_>>())
}
