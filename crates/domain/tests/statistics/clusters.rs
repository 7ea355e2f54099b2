use domain::stats::{
    ASSUMED_CORRELATION, ClusteredShare, DesignEffect, design_effect, effective_n, intraclass_correlation,
    visits_per_classroom, wilson,
};

use crate::{PERSONS, POSITIVE, RATERS, SAW_A_DOCTOR, assert_near, counts, pairs, share};

/// Fleiss's kappa for unequal numbers of raters is 1 − MSW/(pq); the published 0.5415 therefore
/// fixes MSW, the total sum of squares Npq then fixes MSB, and N = 81, Σkᵢ² = 287 fix
/// n₀ = (81 − 287/81)/24 = 3.2274.
#[test]
fn correlation_agrees_with_the_kappa_published_for_unequal_numbers_of_raters() {
    let (n, m, kappa) = (81.0, 25.0, 0.5415);
    let p = 46.0 / n;
    let within = p * (1.0 - p) * (1.0 - kappa);
    let between = (n * p * (1.0 - p) - (n - m) * within) / (m - 1.0);
    let published = (between - within) / (between + (3.2274 - 1.0) * within);

    assert_near(intraclass_correlation(&counts(&pairs(RATERS, POSITIVE))), published, 0.0001);
}

/// By hand, ten classrooms with two looks: four show it twice, four never, two once. p = 1/2,
/// SSB = 8·2·(1/2)² = 4, MSB = 4/9, SSW = 2·(1/2) = 1, MSW = 1/10, n₀ = 2, so (4/9 − 1/10)/(4/9
/// + 1/10) = 31/49.
#[test]
fn correlation_of_ten_classrooms_is_31_in_49() {
    let mut rooms = vec![(2, 2); 4];
    rooms.extend([(2, 0); 4]);
    rooms.extend([(2, 1); 2]);
    assert_near(intraclass_correlation(&counts(&rooms)), 31.0 / 49.0, 1e-12);
}

#[test]
fn correlation_is_assumed_below_ten_revisited_classrooms() {
    let mut rooms = vec![(3, 1); 9];
    rooms.extend([(1, 1); 40]);
    assert_eq!(intraclass_correlation(&counts(&rooms)), ASSUMED_CORRELATION);
    assert_eq!(intraclass_correlation(&[]), ASSUMED_CORRELATION);
}

#[test]
fn correlation_is_assumed_when_every_look_ended_alike() {
    assert_eq!(intraclass_correlation(&counts(&[(3, 3); 20])), ASSUMED_CORRELATION);
    assert_eq!(intraclass_correlation(&counts(&[(3, 0); 20])), ASSUMED_CORRELATION);
}

#[test]
fn correlation_is_one_when_classrooms_never_vary_and_nought_when_they_all_vary_alike() {
    let mut rooms = vec![(3, 3); 6];
    rooms.extend([(3, 0); 6]);
    assert_eq!(intraclass_correlation(&counts(&rooms)), 1.0);
    assert_eq!(intraclass_correlation(&counts(&[(2, 1); 12])), 0.0);
}

/// By hand: visits 5, 3, 1, 1 give (25 + 9 + 1 + 1)/10 = 3.6.
#[test]
fn an_average_look_has_company() {
    assert_near(visits_per_classroom(&counts(&[(5, 0), (3, 1), (1, 1), (1, 0), (0, 0)])).unwrap(), 3.6, 1e-12);
    assert_eq!(visits_per_classroom(&counts(&[(0, 0)])), None);
}

/// Kish's 1 + (b − 1)·roh with b = 11 and roh = 0.1 is 2; the rest by hand.
#[test]
fn design_effect_follows_its_formula() {
    assert_near(design_effect(11.0, 4, 0, 0.1).get(), 2.0, 1e-12);
    // Half of the classrooms visited: 1 + (0.5·11 − 1)·0.1 = 1.45.
    assert_near(design_effect(11.0, 4, 8, 0.1).get(), 1.45, 1e-12);
    // All of them: 1 − 0.1 is under 1, and no clustering makes visits worth more than they are.
    assert_eq!(design_effect(11.0, 8, 8, 0.1), DesignEffect::NONE);
    assert_eq!(design_effect(11.0, 9, 8, 0.1), DesignEffect::NONE);
    assert_near(effective_n(44, design_effect(11.0, 4, 0, 0.1)), 22.0, 1e-12);
}

/// Cochran finds a variance of 0.00520 where independent persons would give 0.00197: a ratio of
/// 2.64. The model 1 + (k − 1)ρ reaches the same by another road, so it is held to within a
/// tenth.
#[test]
fn design_effect_of_the_households_is_near_the_one_cochran_measured() {
    let found = ClusteredShare::of(&counts(&pairs(PERSONS, SAW_A_DOCTOR)), 14_848).unwrap();
    assert_near(found.design_effect().get(), 0.00520 / 0.00197, 0.264);
}

/// By hand: 12 looks in 4 classrooms of 8, three each; ρ = 0.2, D = 1 + (0.5·3 − 1)·0.2 = 1.1,
/// n* = 12/1.1.
#[test]
fn a_clustered_share_is_the_wilson_interval_on_the_effective_number() {
    let found = ClusteredShare::of(&counts(&[(3, 3), (3, 2), (3, 2), (3, 2), (0, 0)]), 8).unwrap();
    assert_eq!((found.share(), found.looked(), found.classrooms()), (share(0.75), 12, 4));
    assert_near(found.design_effect().get(), 1.1, 1e-12);
    assert_near(found.effective_n(), 12.0 / 1.1, 1e-12);
    let by_hand = wilson(share(0.75), 12.0 / 1.1).unwrap();
    assert_near(found.estimate().interval().low(), by_hand.low(), 1e-12);
    assert_near(found.estimate().interval().high(), by_hand.high(), 1e-12);
}

#[test]
fn nothing_looked_at_has_no_share() {
    assert_eq!(ClusteredShare::of(&counts(&[(0, 0), (0, 0)]), 8), None);
    assert_eq!(ClusteredShare::of(&[], 8), None);
}
