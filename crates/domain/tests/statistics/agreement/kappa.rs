use domain::stats::agreement::{BadRatings, KappaRemark, PairTable, Weights, cohens_kappa, kappa_remark};

use super::{at_least, codes};
use crate::{assert_near, estimate};

/// 100 patients, two clinicians, three diagnoses: Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions
/// (3rd ed. 2003), Table 18.1, κ = 0.68; standard errors as statsmodels' `cohens_kappa(table, wt=…)` prints them.
#[test]
fn agrees_with_fleiss_levin_and_paik() {
    let table = table(&[&[75, 1, 4], &[5, 4, 1], &[0, 0, 10]]);
    for (weights, kappa, standard_error) in [
        (Weights::Same, 0.676_470_588, 0.087_702_953_5),
        (Weights::Linear, 0.722_222_222, 0.084_300_953_9),
        (Weights::Quadratic, 0.755_319_149, 0.086_707_132_5),
    ] {
        let found = cohens_kappa(&table, weights).unwrap();
        assert_near(found.point(), kappa, 1e-9);
        assert_near(found.interval().low(), kappa - 1.959_963_985 * standard_error, 1e-8);
        assert_near(found.interval().high(), kappa + 1.959_963_985 * standard_error, 1e-8);
    }
}

/// 200 patients of whom the shares are those of Cohen, Educational and Psychological Measurement 20 (1960) 37–46:
/// κ = 0.492; the rest as statsmodels prints it.
#[test]
fn agrees_with_cohen() {
    let table = table(&[&[88, 14, 18], &[10, 40, 10], &[2, 6, 12]]);
    for (weights, kappa, standard_error) in [
        (Weights::Same, 0.491_525_424, 0.051_001_815_6),
        (Weights::Linear, 0.473_684_211, 0.054_432_309_2),
        (Weights::Quadratic, 0.454_545_455, 0.066_453_681_6),
    ] {
        let found = cohens_kappa(&table, weights).unwrap();
        assert_near(found.point(), kappa, 1e-9);
        assert_near(found.interval().high(), kappa + 1.959_963_985 * standard_error, 1e-8);
    }
}

#[test]
fn two_categories_have_no_near_misses() {
    let table = table(&[&[20, 5], &[10, 15]]);
    let same = cohens_kappa(&table, Weights::Same).unwrap();
    assert_near(same.point(), 0.4, 1e-12);
    for weights in [Weights::Linear, Weights::Quadratic] {
        let found = cohens_kappa(&table, weights).unwrap();
        assert_near(found.point(), same.point(), 1e-12);
        assert_near(found.interval().low(), same.interval().low(), 1e-12);
    }
}

#[test]
fn agreeing_every_time_is_not_certainty() {
    let found = cohens_kappa(&table(&[&[4, 0], &[0, 6]]), Weights::Same).unwrap();
    assert_eq!((found.point(), found.interval().high()), (1.0, 1.0));
    assert_near(found.interval().low(), at_least(10.0), 1e-12);
}

#[test]
fn one_observer_who_never_varies_tells_nothing() {
    let found = cohens_kappa(&table(&[&[7, 3], &[0, 0]]), Weights::Same).unwrap();
    assert_near(found.point(), 0.0, 1e-12);
    assert_eq!((found.interval().low(), found.interval().high()), (-1.0, 1.0));
}

/// Found by a property: the variance is nothing, but rounding leaves 1e-16 of it, of which the root is not small.
#[test]
fn a_spread_that_is_only_rounding_is_no_spread() {
    for rows in [[[0, 0, 0], [1, 1, 0], [1, 0, 0]], [[0, 1, 1], [0, 1, 0], [0, 0, 0]]] {
        let rows: Vec<&[u32]> = rows.iter().map(|row| row.as_slice()).collect();
        let found = cohens_kappa(&table(&rows), Weights::Linear).unwrap();
        assert_eq!((found.interval().low(), found.interval().high()), (-1.0, 1.0));
    }
}

#[test]
fn without_units_or_without_a_second_category_there_is_no_kappa() {
    assert_eq!(cohens_kappa(&table(&[&[0, 0], &[0, 0]]), Weights::Same), None);
    assert_eq!(cohens_kappa(&table(&[&[12, 0], &[0, 0]]), Weights::Linear), None);
}

#[test]
fn a_table_takes_the_units_that_both_observers_judged() {
    let three = codes(2, &["112", "1.2", "221", ".11", "121"]);
    assert_eq!(PairTable::of(&three, 0, 1), Some(table(&[&[1, 1], &[0, 1]])));
    assert_eq!(PairTable::of(&three, 1, 2).unwrap().units(), 4);
    assert_eq!((PairTable::of(&three, 1, 1), PairTable::of(&three, 0, 3)), (None, None));
    assert_eq!(PairTable::new(vec![vec![1]]), Err(BadRatings::FewCategories { categories: 1 }));
    assert_eq!(PairTable::new(vec![vec![1, 2], vec![3]]), Err(BadRatings::Uneven { unit: 1, places: 1, observers: 2 }));
}

#[test]
fn low_kappa_is_remarked_on_only_where_nearly_all_is_the_same() {
    let at = |point: f64| estimate(-1.0, point, 1.0);
    let remark = Some(KappaRemark::NearlyAllTheSame);
    assert_eq!(kappa_remark(at(0.94), Some(at(-0.02)), at(0.94)), remark);
    assert_eq!(kappa_remark(at(0.8), Some(at(0.4)), at(0.6)), remark);
    assert_eq!(kappa_remark(at(1.0), None, at(1.0)), remark);
    assert_eq!(kappa_remark(at(0.79), Some(at(0.1)), at(0.7)), None);
    assert_eq!(kappa_remark(at(0.9), Some(at(0.41)), at(0.9)), None);
    assert_eq!(kappa_remark(at(0.9), Some(at(0.3)), at(0.59)), None);
}

fn table(rows: &[&[u32]]) -> PairTable {
    PairTable::new(rows.iter().map(|row| row.to_vec()).collect()).unwrap()
}
