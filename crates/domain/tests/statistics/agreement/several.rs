use domain::stats::agreement::{
    BadRatings, Codes, KappaRemark, Measurements, PairTable, Weights, cohens_kappa, fleiss_kappa, gwets_ac1,
    kappa_remark, over_groups, percent_agreement, percent_within,
};

use super::{FOUR_OBSERVERS, amounts, at_least, codes};
use crate::assert_near;

/// irrCAC for the same data: percent 0.81818; AC1 0.77544 (standard error 0.14295), from 0.46081; Fleiss 0.76117
/// (0.15302), from 0.42438.
#[test]
fn four_observers_with_gaps_agree_with_irrcac() {
    let four = codes(5, &FOUR_OBSERVERS);
    assert_near(percent_agreement(&four).unwrap().point(), 0.818_18, 0.000_005);
    for (found, published, low) in [(gwets_ac1(&four), 0.775_44, 0.460_81), (fleiss_kappa(&four), 0.761_17, 0.424_38)] {
        let found = found.unwrap();
        assert_near(found.point(), published, 0.000_005);
        assert_near(found.interval().low(), low, 0.000_02);
        assert_eq!(found.interval().high(), 1.0);
    }
}

/// Ten subjects, fourteen observers, five categories, the usual worked example of Fleiss' kappa: 0.210 (statsmodels'
/// `fleiss_kappa`: 0.209931); irrCAC gives an interval from 0.00097 to 0.41889, and an AC1 of 0.22561 from 0.0145 to
/// 0.43673.
#[test]
fn fourteen_observers_agree_with_the_worked_example() {
    const COUNTS: [[usize; 5]; 10] = [
        [0, 0, 0, 0, 14],
        [0, 2, 6, 4, 2],
        [0, 0, 3, 5, 6],
        [0, 3, 9, 2, 0],
        [2, 2, 8, 1, 1],
        [7, 7, 0, 0, 0],
        [3, 2, 6, 3, 0],
        [2, 5, 3, 2, 2],
        [6, 5, 2, 1, 0],
        [0, 2, 2, 3, 7],
    ];
    let judgements = |counts: [usize; 5]| {
        counts.into_iter().enumerate().flat_map(|(category, count)| vec![Some(category); count]).collect()
    };
    let fourteen = Codes::new(5, COUNTS.map(judgements).to_vec()).unwrap();
    let (fleiss, ac1) = (fleiss_kappa(&fourteen).unwrap(), gwets_ac1(&fourteen).unwrap());
    assert_near(percent_agreement(&fourteen).unwrap().point(), 0.378_02, 0.000_005);
    assert_near(fleiss.point(), 0.209_931, 0.000_000_5);
    assert_near(fleiss.interval().low(), 0.000_97, 0.000_02);
    assert_near(fleiss.interval().high(), 0.418_89, 0.000_02);
    assert_near(ac1.point(), 0.225_61, 0.000_005);
    assert_near(ac1.interval().low(), 0.014_50, 0.000_02);
    assert_near(ac1.interval().high(), 0.436_73, 0.000_02);
}

/// 118 times both saw it, five and two times only one of them, never neither: Gwet, British Journal of Mathematical
/// and Statistical Psychology 61 (2008) 29–48. κ = −0.023 although they agree in 94.4 %; AC1 = 0.94078 from 0.89514 to
/// 0.98641 (irrCAC).
#[test]
fn kappa_falls_where_nearly_everyone_saw_the_same_and_ac1_does_not() {
    let nearly_all: Vec<_> = [vec!["11"; 118], vec!["12"; 5], vec!["21"; 2]].concat();
    let two = codes(2, &nearly_all);
    let kappa = cohens_kappa(&PairTable::of(&two, 0, 1).unwrap(), Weights::Same).unwrap();
    let (percent, ac1) = (percent_agreement(&two).unwrap(), gwets_ac1(&two).unwrap());
    assert_near(percent.point(), 0.944, 1e-12);
    assert_near(kappa.point(), -0.023_391_812_9, 1e-9);
    assert_near(ac1.point(), 0.940_78, 0.000_005);
    assert_near(ac1.interval().low(), 0.895_14, 0.000_02);
    assert_near(ac1.interval().high(), 0.986_41, 0.000_02);
    assert_near(fleiss_kappa(&two).unwrap().interval().low(), -0.050_43, 0.000_02);
    assert_eq!(kappa_remark(percent, Some(kappa), ac1), Some(KappaRemark::NearlyAllTheSame));
}

#[test]
fn agreeing_every_time_is_not_certainty() {
    let ten = codes(3, &["111", "222", "333", "111", "222", "333", "111", "22.", "3.3", "..1"]);
    for found in [gwets_ac1(&ten), fleiss_kappa(&ten), percent_agreement(&ten)] {
        let found = found.unwrap();
        assert_eq!((found.point(), found.interval().high()), (1.0, 1.0));
        assert_near(found.interval().low(), at_least(9.0), 1e-12);
    }
}

#[test]
fn where_everyone_saw_the_same_everywhere_only_kappa_is_silent() {
    let same = codes(2, &["11"; 6]);
    assert_eq!(fleiss_kappa(&same), None);
    assert_eq!(gwets_ac1(&same).unwrap().point(), 1.0);
    assert_near(gwets_ac1(&same).unwrap().interval().low(), at_least(6.0), 1e-12);
}

#[test]
fn without_two_judgements_of_one_unit_nothing_can_agree() {
    for lonely in [codes(2, &[]), codes(2, &["..", ".."]), codes(2, &["1.", ".2"])] {
        assert_eq!((percent_agreement(&lonely), gwets_ac1(&lonely), fleiss_kappa(&lonely)), (None, None, None));
    }
    assert_eq!(gwets_ac1(&codes(2, &["12"])), None);
}

/// By hand: of "024", "55.", "1.3" and a lonely "7..", two apart is near in two pairs of three, one of one, one of one.
#[test]
fn amounts_agree_within_a_tolerance() {
    let found = percent_within(&amounts(&["024", "55.", "1.3", "7.."]), 2.0).unwrap();
    assert_near(found.point(), (2.0 / 3.0 + 1.0 + 1.0) / 3.0, 1e-12);
    assert_near(percent_within(&amounts(&["02", "55"]), 0.0).unwrap().point(), 0.5, 1e-12);
    assert_eq!(percent_within(&amounts(&["02", "55"]), -1.0), None);
    assert_eq!(percent_within(&amounts(&["0.", ".5"]), f64::NAN), None);
    assert_eq!(percent_within(&amounts(&["0.", ".5"]), 1.0), None);
}

#[test]
fn a_table_of_ratings_is_checked() {
    assert_eq!(Codes::new(1, vec![]), Err(BadRatings::FewCategories { categories: 1 }));
    assert_eq!(Codes::new(2, vec![vec![Some(0)]]), Err(BadRatings::FewObservers { observers: 1 }));
    assert_eq!(
        Codes::new(2, vec![vec![Some(0), None], vec![None; 3]]),
        Err(BadRatings::Uneven { unit: 1, places: 3, observers: 2 })
    );
    assert_eq!(
        Codes::new(2, vec![vec![Some(0), Some(2)]]),
        Err(BadRatings::NoSuchCategory { unit: 0, category: 2, categories: 2 })
    );
    assert_eq!(Measurements::new(vec![vec![Some(0.0), Some(f64::NAN)]]), Err(BadRatings::NotFinite { unit: 0 }));
}

/// The mean of 0.3, 0.4, 0.6 and 0.7: its jackknife is the t interval, 0.5 ± 3.182446 · √(0.1/3)/2 (Efron & Tibshirani 1993,
/// equation 11.5 with the mean).
#[test]
fn the_jackknife_of_a_mean_is_its_t_interval() {
    let values = [0.3, 0.4, 0.6, 0.7];
    let without = values.map(|left_out| Some((2.0 - left_out) / 3.0));
    let found = over_groups(0.5, &without, 0.0).unwrap();
    assert_near(found.interval().low(), 0.209_484, 1e-5);
    assert_near(found.interval().high(), 0.790_516, 1e-5);
}

#[test]
fn groups_that_say_nothing_leave_the_whole_range() {
    let ends = |found: domain::stats::Estimate| (found.interval().low(), found.interval().high());
    assert_eq!(over_groups(0.4, &[Some(0.4)], -1.0), None, "one group has nothing to differ from");
    assert_eq!(over_groups(0.4, &[Some(0.5), None, Some(0.3)], -1.0).map(ends), Some((-1.0, 1.0)));
    assert_eq!(over_groups(0.4, &[Some(0.4); 5], 0.0).map(ends), Some((0.0, 1.0)));
    let perfect = over_groups(1.0, &[Some(1.0); 5], 0.0).unwrap();
    assert_near(perfect.interval().low(), 0.566, 1e-3);
}
