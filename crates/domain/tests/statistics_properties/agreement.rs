use std::collections::BTreeMap;

use domain::calibration::{Rating, Report, Sheet};
use domain::stats::Estimate;
use domain::stats::agreement::{
    Codes, Measurements, Model, PairTable, Scale, Weights, cohens_kappa, fleiss_kappa, gwets_ac1, intraclass,
    krippendorffs_alpha, percent_agreement,
};
use proptest::prelude::*;

use crate::TOLERANCE;

const CATEGORIES: usize = 3;
const SCALES: [Scale; 4] = [Scale::Nominal, Scale::Ordinal, Scale::Interval, Scale::Ratio];
const MODELS: [Model; 3] = [Model::OneWay, Model::TwoWayRandom, Model::TwoWayMixed];
const WEIGHTS: [Weights; 3] = [Weights::Same, Weights::Linear, Weights::Quadratic];

fn rows<T: std::fmt::Debug + Clone>(
    one: impl Strategy<Value = T> + Clone,
) -> impl Strategy<Value = Vec<Vec<Option<T>>>> {
    (2_usize..5).prop_flat_map(move |observers| {
        let judgement = proptest::option::weighted(0.8, one.clone());
        proptest::collection::vec(proptest::collection::vec(judgement, observers), 0..25)
    })
}

fn all(codes: &Codes) -> Vec<Option<Estimate>> {
    let mut found = vec![percent_agreement(codes), gwets_ac1(codes), fleiss_kappa(codes)];
    if let Some(table) = PairTable::of(codes, 0, 1) {
        found.extend(WEIGHTS.map(|weights| cohens_kappa(&table, weights)));
    }
    found.extend(SCALES.map(|scale| krippendorffs_alpha(&codes.as_measurements(), scale)));
    found.extend(MODELS.map(|model| intraclass(&codes.as_measurements(), model).map(|found| found.single)));
    found
}

fn near(one: &[Option<Estimate>], other: &[Option<Estimate>]) -> bool {
    one.iter().zip(other).all(|pair| match pair {
        (Some(one), Some(other)) => {
            let ends = |e: &Estimate| [e.point(), e.interval().low(), e.interval().high()];
            ends(one).iter().zip(ends(other)).all(|(one, other)| (one - other).abs() < 1e-6)
        }
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    })
}

proptest! {
    #[test]
    fn every_coefficient_stays_in_range(rows in rows(0..CATEGORIES)) {
        for found in all(&Codes::new(CATEGORIES, rows).unwrap()).into_iter().flatten() {
            prop_assert!(-1.0 <= found.interval().low() && found.interval().high() <= 1.0);
        }
    }

    #[test]
    fn neither_the_order_of_units_nor_that_of_observers_matters(rows in rows(0..CATEGORIES)) {
        let plain = all(&Codes::new(CATEGORIES, rows.clone()).unwrap());
        let units_turned = rows.iter().rev().cloned().collect();
        prop_assert!(near(&plain, &all(&Codes::new(CATEGORIES, units_turned).unwrap())));
        let mut observers_swapped = rows;
        observers_swapped.iter_mut().for_each(|row| row.swap(0, 1));
        prop_assert!(near(&plain, &all(&Codes::new(CATEGORIES, observers_swapped).unwrap())));
    }

    #[test]
    fn names_of_categories_do_not_matter_where_they_have_no_order(rows in rows(0..CATEGORIES)) {
        let nameless = |rows| {
            let codes = Codes::new(CATEGORIES, rows).unwrap();
            let alpha = krippendorffs_alpha(&codes.as_measurements(), Scale::Nominal);
            [percent_agreement(&codes), gwets_ac1(&codes), fleiss_kappa(&codes), alpha]
        };
        let renamed = rows.iter().map(|row| row.iter().map(|code| code.map(|c| (c + 1) % CATEGORIES)).collect());
        prop_assert!(near(&nameless(rows.clone()), &nameless(renamed.collect())));
    }

    #[test]
    fn those_who_always_agree_are_at_one_and_never_beyond_doubt(
        seen in proptest::collection::vec(0..CATEGORIES, 2..20), observers in 2_usize..5,
    ) {
        prop_assume!(seen.iter().any(|category| *category != seen[0]));
        let codes = Codes::new(CATEGORIES, seen.iter().map(|c| vec![Some(*c); observers]).collect()).unwrap();
        for found in all(&codes) {
            let found = found.unwrap();
            prop_assert!(found.point() > 1.0 - TOLERANCE && found.interval().low() < 1.0);
        }
    }

    #[test]
    fn the_interval_alpha_and_the_correlation_do_not_mind_the_unit(
        rows in rows(0.0..10.0), unit in 0.1..10.0, zero in -5.0..5.0,
    ) {
        let in_unit = rows.iter().map(|row| row.iter().map(|value| value.map(|v| v * unit + zero)).collect());
        let (plain, moved) = (Measurements::new(rows.clone()).unwrap(), Measurements::new(in_unit.collect()).unwrap());
        let found = |ratings| {
            let mut found = vec![krippendorffs_alpha(ratings, Scale::Interval)];
            found.extend(MODELS.map(|model| intraclass(ratings, model).map(|found| found.average)));
            found
        };
        prop_assert!(near(&found(&plain), &found(&moved)));
    }

    #[test]
    fn no_amounts_whatever_panic_or_leave_the_range(rows in rows(any::<f64>())) {
        let Ok(ratings) = Measurements::new(rows) else { return Ok(()) };
        for found in SCALES.map(|scale| krippendorffs_alpha(&ratings, scale)).into_iter().flatten() {
            prop_assert!(found.interval().low() >= -1.0 && found.interval().high() <= 1.0);
        }
        for found in MODELS.map(|model| intraclass(&ratings, model)).into_iter().flatten() {
            prop_assert!(found.single.interval().low() >= -1.0 && found.average.interval().high() <= 1.0);
        }
    }
}

/// Of few units by few observers; digits, amounts too extreme to compute with, words and blanks.
fn values() -> impl Strategy<Value = BTreeMap<(u8, u8), Option<String>>> {
    let value = proptest::option::of("[0-9]{1,2}|-?[0-9]e[0-9]{3}|[a-c]");
    proptest::collection::btree_map((0..6_u8, 0..4_u8), value, 0..30)
}

proptest! {
    /// Never NaN: it would be written as null, of which no number is read.
    #[test]
    fn any_ratings_whatever_give_each_coefficient_or_a_reason(values in values()) {
        let rating = |((unit, observer), value): ((u8, u8), Option<String>)| {
            Rating { unit: unit.to_string(), observer: observer.to_string(), value }
        };
        let ratings: Vec<Rating> = values.into_iter().map(rating).collect();
        let sheet = Sheet::of(&ratings).unwrap();
        let written = serde_json::to_string(&Report::of(&sheet)).unwrap();
        prop_assert!(serde_json::from_str::<Report>(&written).is_ok(), "{}", written);
    }
}
