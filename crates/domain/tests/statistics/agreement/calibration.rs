//! Which coefficients fit which ratings; the values themselves are checked beside the coefficients.

use domain::calibration::{Coefficient, Kind, Outcome, RatedTwice, Rating, Report, Sheet, Why};
use domain::stats::agreement::{KappaRemark, Model, PairTable, Scale, Weights, cohens_kappa, intraclass};
use domain::stats::agreement::{fleiss_kappa, gwets_ac1, krippendorffs_alpha, percent_agreement};

use super::intraclass::SHROUT_FLEISS;
use super::{FOUR_OBSERVERS, amounts, codes};
use crate::assert_near;

/// One row a unit, one word an observer, a dot where it was left blank.
fn ratings(units: &[&str]) -> Vec<Rating> {
    let rating = |unit: usize, (observer, value): (usize, &str)| Rating {
        unit: format!("lesson {unit}"),
        observer: format!("observer {observer}"),
        value: (value != ".").then(|| value.to_owned()),
    };
    let row = |(unit, values): (usize, &&str)| {
        values.split(' ').enumerate().map(|value| rating(unit, value)).collect::<Vec<_>>()
    };
    units.iter().enumerate().flat_map(row).collect()
}

fn report(units: &[&str]) -> Report {
    Report::of(&Sheet::of(&ratings(units)).unwrap())
}

fn why(report: &Report, coefficient: Coefficient) -> Option<Why> {
    report.coefficients.iter().find(|line| line.coefficient == coefficient).and_then(|line| match line.outcome {
        Outcome::Found { .. } => None,
        Outcome::Missing { missing } => Some(missing),
    })
}

fn found(report: &Report) -> Vec<Coefficient> {
    report.coefficients.iter().map(|line| line.coefficient).filter(|one| report.estimate(*one).is_some()).collect()
}

fn spaced(signs: &str) -> String {
    signs.chars().map(String::from).collect::<Vec<_>>().join(" ")
}

#[test]
fn four_observers_with_gaps_get_all_that_is_not_for_two() {
    let rows = FOUR_OBSERVERS.map(spaced);
    let found = report(&rows.each_ref().map(String::as_str));
    assert_eq!((found.observers, found.units, found.paired, found.complete), (4, 12, 11, 8));
    assert_eq!((found.ratings, found.blank, found.kind, found.different), (41, 7, Kind::Numbers, 5));
    assert_eq!(found.values, ["1", "2", "3", "4", "5"]);
    for two_only in [Coefficient::CohensKappa, Coefficient::CohensKappaLinear, Coefficient::CohensKappaQuadratic] {
        assert_eq!(why(&found, two_only), Some(Why::MoreThanTwoObservers));
    }
    let (codes, amounts) = (codes(5, &FOUR_OBSERVERS), amounts(&FOUR_OBSERVERS));
    for (coefficient, by_itself) in [
        (Coefficient::PercentAgreement, percent_agreement(&codes)),
        (Coefficient::GwetsAc1, gwets_ac1(&codes)),
        (Coefficient::FleissKappa, fleiss_kappa(&codes)),
        (Coefficient::AlphaNominal, krippendorffs_alpha(&amounts, Scale::Nominal)),
        (Coefficient::AlphaOrdinal, krippendorffs_alpha(&amounts, Scale::Ordinal)),
        (Coefficient::AlphaInterval, krippendorffs_alpha(&amounts, Scale::Interval)),
        (Coefficient::AlphaRatio, krippendorffs_alpha(&amounts, Scale::Ratio)),
        (Coefficient::Icc2, intraclass(&amounts, Model::TwoWayRandom).map(|found| found.single)),
    ] {
        let (one, other) = (found.estimate(coefficient).unwrap(), by_itself.unwrap());
        assert_near(one.point(), other.point(), 1e-12);
        assert_near(one.interval().low(), other.interval().low(), 1e-12);
    }
}

#[test]
fn the_correlations_are_of_one_judgement_and_of_the_mean() {
    let rows = SHROUT_FLEISS.map(|row| row.map(|value| value.to_string()).join(" "));
    let found = report(&rows.each_ref().map(String::as_str));
    for (coefficient, published) in [
        (Coefficient::Icc1, 0.17),
        (Coefficient::Icc2, 0.29),
        (Coefficient::Icc3, 0.71),
        (Coefficient::Icc1Average, 0.44),
        (Coefficient::Icc2Average, 0.62),
        (Coefficient::Icc3Average, 0.91),
    ] {
        assert_near(found.estimate(coefficient).unwrap().point(), published, 0.005);
    }
}

#[test]
fn words_get_what_needs_no_order() {
    let found_in = report(&["yes yes", "no yes", "no no", "1 yes"]);
    assert_eq!((found_in.kind, &*found_in.values), (Kind::Words, &["1", "no", "yes"].map(String::from)[..]));
    assert_eq!(found(&found_in), {
        use Coefficient::{AlphaNominal, CohensKappa, FleissKappa, GwetsAc1, PercentAgreement};
        [PercentAgreement, CohensKappa, GwetsAc1, FleissKappa, AlphaNominal]
    });
    assert_eq!(why(&found_in, Coefficient::AlphaOrdinal), Some(Why::NotNumbers));
    assert_eq!(why(&found_in, Coefficient::CohensKappaLinear), Some(Why::NotNumbers));
}

/// Nobody gave a 3 or a 4, and still 5 is three times as far from 2 as 2 is from 1.
#[test]
fn weights_go_by_the_distance_of_the_numbers() {
    let found = report(&["1 2", "2 5", "5 5", "1 1", "2 2"]);
    let all_five = PairTable::of(&codes(5, &["12", "25", "55", "11", "22"]), 0, 1).unwrap();
    for (coefficient, weights) in
        [(Coefficient::CohensKappaLinear, Weights::Linear), (Coefficient::CohensKappaQuadratic, Weights::Quadratic)]
    {
        assert_eq!(found.estimate(coefficient), cohens_kappa(&all_five, weights));
    }
    let halves = report(&["1 1.5", "2 2", "1 1"]);
    assert_eq!(why(&halves, Coefficient::CohensKappaLinear), Some(Why::NotWholeNumbers));
}

#[test]
fn one_number_written_two_ways_is_one_value() {
    let found = report(&["1 1.0", "2 +2", "0 -0", "3 3e0"]);
    assert_eq!(found.values, ["0", "1", "2", "3"]);
    assert_eq!(found.estimate(Coefficient::PercentAgreement).unwrap().point(), 1.0);
}

#[test]
fn what_cannot_agree_says_why() {
    for (units, reason) in [
        (&[". .", ". ."][..], Why::NoValues),
        (&[], Why::NoValues),
        (&["1 .", "2 ."], Why::OneObserver),
        (&["1 .", ". 2"], Why::NoOverlap),
    ] {
        let report = report(units);
        assert_eq!((report.nothing_fits(), found(&report).len(), report.remark), (Some(reason), 0, None));
    }
    assert_eq!(report(&["1 1", "2 1"]).nothing_fits(), None);
}

#[test]
fn what_does_not_fit_says_why() {
    let one_unit = report(&["1 2"]);
    assert_eq!(why(&one_unit, Coefficient::GwetsAc1), Some(Why::OneUnit));
    assert_eq!(why(&one_unit, Coefficient::FleissKappa), Some(Why::OneUnit));
    assert_eq!(why(&one_unit, Coefficient::Icc1), Some(Why::Incomplete));
    assert_eq!(why(&report(&["-1 1", "2 2"]), Coefficient::AlphaRatio), Some(Why::NegativeNumbers));
    assert_eq!(why(&report(&["1e300 -1e300", "1 1"]), Coefficient::AlphaInterval), Some(Why::TooExtreme));
    assert_eq!(why(&report(&["1e300 -1e300", "1 1"]), Coefficient::Icc3), Some(Why::TooExtreme));

    let rows: Vec<String> = (0..31).map(|minutes| format!("{minutes} {minutes}")).collect();
    let amounts = report(&rows.iter().map(String::as_str).collect::<Vec<_>>());
    for categories in [Coefficient::CohensKappa, Coefficient::FleissKappa, Coefficient::AlphaNominal] {
        assert_eq!(why(&amounts, categories), Some(Why::TooManyCategories));
    }
    assert!(amounts.values.is_empty() && amounts.estimate(Coefficient::AlphaRatio).is_some());
    assert_eq!(why(&report(&["1 90", "2 2"]), Coefficient::CohensKappaLinear), Some(Why::TooManyCategories));
}

#[test]
fn where_everyone_saw_the_same_kappa_is_silent_and_remarked_on() {
    let same = report(&["4 4"; 6]);
    for coefficient in [Coefficient::CohensKappa, Coefficient::FleissKappa, Coefficient::AlphaRatio, Coefficient::Icc2]
    {
        assert_eq!(why(&same, coefficient), Some(Why::NoVariation));
    }
    assert_eq!(same.estimate(Coefficient::GwetsAc1).unwrap().point(), 1.0);
    assert_eq!(same.remark, Some(KappaRemark::NearlyAllTheSame));
    assert_eq!(report(&["1 2", "2 1", "1 1"]).remark, None);
}

/// The mean of six times 0.1 is not 0.1 to the last bit, and the spread around it is not nothing.
#[test]
fn a_spread_that_is_only_rounding_is_no_variation() {
    for same in [report(&["0.1 0.1"; 3]), report(&["0.1 0.1 0.1"; 7]), report(&["1e-9 1e-9"; 11])] {
        for line in &same.coefficients[6..] {
            assert_eq!(why(&same, line.coefficient), Some(Why::NoVariation), "{:?}", line.coefficient);
        }
    }
}

#[test]
fn an_observer_who_left_everything_blank_takes_no_part() {
    let found = report(&["1 2 .", "2 2 .", "1 1 ."]);
    assert_eq!((found.observers, found.complete, found.blank), (2, 3, 3));
    assert!(found.estimate(Coefficient::CohensKappa).is_some());
}

#[test]
fn which_of_two_ratings_counts_nobody_can_tell() {
    let mut twice = ratings(&["1 2", "2 1"]);
    twice.push(Rating { value: None, ..twice[1].clone() });
    assert_eq!(Sheet::of(&twice), Err(RatedTwice(vec![(1, 4)])));
}

#[test]
fn a_report_comes_back_as_it_was_written() {
    let found = report(&["yes yes", "no yes", "no no"]);
    let json = serde_json::to_value(&found).unwrap();
    assert_eq!(json["coefficients"][2]["missing"], "not_numbers");
    assert_eq!(json["coefficients"][0]["units"], 3);
    assert_eq!(serde_json::from_value::<Report>(json).unwrap(), found);
}
