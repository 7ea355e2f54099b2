//! What `agreement` says in words.

use std::path::Path;

use domain::calibration::{Coefficient, Kind, MOST_CATEGORIES, Outcome, Report, Why};
use domain::stats::agreement::KappaRemark;

/// The family, and which of it.
fn parts(coefficient: Coefficient) -> (&'static str, Option<&'static str>) {
    match coefficient {
        Coefficient::PercentAgreement => ("Percent agreement, as a share", None),
        Coefficient::CohensKappa => ("Cohen's kappa", Some("unweighted")),
        Coefficient::CohensKappaLinear => ("Cohen's kappa", Some("linear weights")),
        Coefficient::CohensKappaQuadratic => ("Cohen's kappa", Some("quadratic weights")),
        Coefficient::GwetsAc1 => ("Gwet's AC1", None),
        Coefficient::FleissKappa => ("Fleiss' kappa", None),
        Coefficient::AlphaNominal => ("Krippendorff's alpha", Some("nominal")),
        Coefficient::AlphaOrdinal => ("Krippendorff's alpha", Some("ordinal")),
        Coefficient::AlphaInterval => ("Krippendorff's alpha", Some("interval")),
        Coefficient::AlphaRatio => ("Krippendorff's alpha", Some("ratio")),
        Coefficient::Icc1 => ("ICC(1,1)", None),
        Coefficient::Icc2 => ("ICC(2,1)", None),
        Coefficient::Icc3 => ("ICC(3,1)", None),
        Coefficient::Icc1Average => ("ICC(1,k)", None),
        Coefficient::Icc2Average => ("ICC(2,k)", None),
        Coefficient::Icc3Average => ("ICC(3,k)", None),
    }
}

pub(super) fn name(coefficient: Coefficient) -> String {
    match parts(coefficient) {
        (family, Some(which)) => format!("{family}, {which}"),
        (family, None) => family.to_owned(),
    }
}

/// Several, each family once.
pub(super) fn names(coefficients: &[Coefficient]) -> String {
    let all: Vec<_> = coefficients.iter().map(|coefficient| parts(*coefficient)).collect();
    let of_one = |same: &[(&str, Option<&str>)]| {
        let family = same.first().map_or("", |(family, _)| family);
        let which: Vec<&str> = same.iter().filter_map(|(_, which)| *which).collect();
        if which.is_empty() { family.to_owned() } else { format!("{family} ({})", which.join(", ")) }
    };
    all.chunk_by(|one, next| one.0 == next.0).map(of_one).collect::<Vec<_>>().join(", ")
}

/// Without its stop.
pub(super) fn why(why: Why) -> String {
    match why {
        Why::NoValues => "every value is blank".into(),
        Why::OneObserver => "one observer only; agreement needs a second one who rated the same units".into(),
        Why::NoOverlap => "no unit was rated by two observers; agreement needs units that two or more rated".into(),
        Why::MoreThanTwoObservers => "for two observers, and here are more".into(),
        Why::NotNumbers => "for numbers, and these are words".into(),
        Why::NotWholeNumbers => "for levels in whole numbers, and some of these are not whole".into(),
        Why::TooManyCategories => format!("for at most {MOST_CATEGORIES} categories or levels, and here are more"),
        Why::NegativeNumbers => "for amounts from nothing upwards, and some of these are negative".into(),
        Why::Incomplete => "needs two units that every observer rated".into(),
        Why::NoVariation => "every value is the same, and then nothing tells agreement from habit".into(),
        Why::OneUnit => "needs a second unit".into(),
        Why::TooExtreme => "the numbers are too large or too close together to compute with".into(),
    }
}

pub(super) fn nothing_fits(file: &Path, look_fors: &[(String, Why)]) -> String {
    let mut said = format!("{} has nothing to compare:", file.display());
    for (look_for, missing) in look_fors {
        said.push_str(&format!("\n  {look_for}: {}.", why(*missing)));
    }
    said + "\nNothing was computed, and nothing was changed."
}

pub(super) fn remark(remark: KappaRemark) -> &'static str {
    match remark {
        KappaRemark::NearlyAllTheSame => {
            "kappa is low, or missing, only because nearly everyone saw the same thing. The observers do agree:\n  \
             see the percent agreement and Gwet's AC1."
        }
    }
}

/// Who rated what.
pub(super) fn rests_on(report: &Report) -> String {
    let Report { observers, units, paired, complete, ratings, .. } = report;
    let ratings = counted(*ratings, "value");
    format!(
        "{observers} observers, {}, {ratings}; {paired} rated by two or more, {complete} by all.",
        counted(*units, "unit")
    )
}

/// What the values were taken to be.
pub(super) fn read_as(report: &Report) -> String {
    let kind = match report.kind {
        Kind::Words => "words",
        Kind::Numbers => "numbers",
    };
    let which = if report.values.is_empty() { String::new() } else { format!(": {}", report.values.join(", ")) };
    format!("Read as {kind}, {} different{which}.", report.different)
}

fn counted(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

/// The coefficients that do not fit, by reason, in the order of the first of each.
pub(super) fn missing(report: &Report) -> Vec<(Why, Vec<Coefficient>)> {
    let mut reasons: Vec<(Why, Vec<Coefficient>)> = Vec::new();
    for line in &report.coefficients {
        if let Outcome::Missing { missing } = line.outcome {
            match reasons.iter_mut().find(|(why, _)| *why == missing) {
                Some((_, same)) => same.push(line.coefficient),
                None => reasons.push((missing, vec![line.coefficient])),
            }
        }
    }
    reasons
}
