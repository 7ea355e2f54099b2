//! Agreement in words.

use domain::calibration::{Agreed, Coefficient, ENOUGH_UNITS, Report, Session, Watcher, Why};
use domain::framework::{Framework, Kind};
use domain::stats::Estimate;
use domain::stats::agreement::KappaRemark;

use crate::state::Model;
use crate::text::Text;

/// Somebody who watched, as people say it.
pub(super) fn watcher(model: &Model, watcher: &Watcher) -> String {
    match watcher {
        Watcher::Named(name) => name.clone(),
        Watcher::Account(id) => {
            let known = model.documents.district.as_ref().and_then(|district| district.observer(id));
            let me = model.me.as_ref().filter(|me| me.account == *id).map(|me| me.name.as_str());
            known.or(me).map_or_else(|| model.text.get("visit-observer-unknown"), ToOwned::to_owned)
        }
    }
}

/// Everyone who watched a lesson: "A. Ito, M. Ruiz".
pub(super) fn watchers(model: &Model, session: &Session) -> String {
    let names: Vec<String> = session.sittings.iter().map(|sitting| watcher(model, &sitting.watcher)).collect();
    names.join(", ")
}

/// "88 % (74–95 %)".
pub(super) fn share(text: &Text, estimate: Estimate) -> String {
    let range = range(text, Coefficient::PercentAgreement, estimate);
    text.with("compare-estimate", [("value", text.percent(estimate.point()).into()), ("range", range.into())])
}

/// A coefficient without its interval.
pub(super) fn value(text: &Text, which: Coefficient, estimate: Estimate) -> String {
    if which == Coefficient::PercentAgreement {
        return text.percent(estimate.point());
    }
    text.hundredths(estimate.point())
}

/// The interval alone: "74–95 %", "0.31 … 0.93".
pub(super) fn range(text: &Text, which: Coefficient, estimate: Estimate) -> String {
    let (low, high) = (estimate.interval().low(), estimate.interval().high());
    if which == Coefficient::PercentAgreement {
        return text.with("calibration-range", [("low", whole(low).into()), ("high", whole(high).into())]);
    }
    format!("{}\u{a0}… {}", text.hundredths(low), text.hundredths(high))
}

fn whole(share: f64) -> String {
    (share * 100.0).round().to_string()
}

/// "0.62 (0.31–0.93)"; a share as a share.
pub(super) fn coefficient(text: &Text, which: Coefficient, estimate: Estimate) -> String {
    let parts = [("value", value(text, which, estimate).into()), ("range", range(text, which, estimate).into())];
    text.with("compare-estimate", parts)
}

/// How far they agree, in a sentence; why that cannot be said, where it cannot.
pub(super) fn in_words(text: &Text, report: &Report) -> String {
    let Some(percent) = report.estimate(Coefficient::PercentAgreement) else {
        return report.nothing_fits().map(|why| missing(text, why)).unwrap_or_default();
    };
    let share = if over_lessons(report) { share(text, percent) } else { text.percent(percent.point()) };
    let words = match report.beats_chance() {
        Some(true) => "calibration-beats-chance",
        Some(false) => "calibration-may-be-chance",
        None => "calibration-agree",
    };
    text.with(words, [("share", share.into()), ("n", report.paired.into())])
}

/// Whether there are lessons enough for a range: the look-fors of one lesson hang together, so that a range over them would
/// be too narrow.
pub(super) fn over_lessons(report: &Report) -> bool {
    report.lessons.is_some_and(|lessons| lessons > 1)
}

/// How far they agree on one look-for, with the tolerance that it allows.
pub(super) fn on_one(text: &Text, agreed: &Agreed, framework: &Framework) -> String {
    if let Some(why) = agreed.report.nothing_fits() {
        return missing(text, why);
    }
    // One lesson is no share of anything.
    if agreed.report.paired == 1 {
        return text.get(if agreed.parted == 0 { "calibration-same" } else { "calibration-not-same" });
    }
    let kind = framework.look_for(&agreed.look_for).map(|look_for| &look_for.kind);
    match agreed.within.zip(kind) {
        Some((within, kind)) => {
            let tolerance = tolerance(text, kind, within.tolerance);
            let words = [("share", share(text, within.estimate).into()), ("tolerance", tolerance.into())];
            text.with("calibration-within", words)
        }
        None => agreed.share().map(|found| share(text, found)).unwrap_or_default(),
    }
}

fn tolerance(text: &Text, kind: &Kind, tolerance: f64) -> String {
    match kind {
        Kind::Count => text.with("calibration-tolerance-taps", [("n", tolerance.into())]),
        Kind::Duration => text.with("calibration-tolerance-seconds", [("n", tolerance.into())]),
        Kind::Interval { .. } | Kind::Presence | Kind::Rating { .. } => {
            text.with("calibration-tolerance-points", [("n", (tolerance * 100.0).into())])
        }
    }
}

/// What must be said beside a low kappa, where there is enough to speak of.
pub(super) fn remark(text: &Text, report: &Report) -> Option<String> {
    let quoted = if report.observers == 2 { Coefficient::CohensKappa } else { Coefficient::FleissKappa };
    let low = report.paired >= ENOUGH_UNITS && report.estimate(quoted).is_some();
    report.remark.filter(|_| low).map(|KappaRemark::NearlyAllTheSame| text.get("calibration-remark"))
}

/// The name of a coefficient, as the literature has it.
pub(super) fn name(text: &Text, coefficient: Coefficient) -> String {
    match coefficient {
        Coefficient::PercentAgreement => text.get("calibration-percent"),
        Coefficient::CohensKappa => "Cohen κ".to_owned(),
        Coefficient::CohensKappaLinear => text.get("calibration-kappa-linear"),
        Coefficient::CohensKappaQuadratic => text.get("calibration-kappa-quadratic"),
        Coefficient::GwetsAc1 => "Gwet AC1".to_owned(),
        Coefficient::FleissKappa => "Fleiss κ".to_owned(),
        Coefficient::AlphaNominal => text.get("calibration-alpha-nominal"),
        Coefficient::AlphaOrdinal => text.get("calibration-alpha-ordinal"),
        Coefficient::AlphaInterval => text.get("calibration-alpha-interval"),
        Coefficient::AlphaRatio => text.get("calibration-alpha-ratio"),
        Coefficient::Icc1 => "ICC(1,1)".to_owned(),
        Coefficient::Icc2 => "ICC(2,1)".to_owned(),
        Coefficient::Icc3 => "ICC(3,1)".to_owned(),
        Coefficient::Icc1Average => "ICC(1,k)".to_owned(),
        Coefficient::Icc2Average => "ICC(2,k)".to_owned(),
        Coefficient::Icc3Average => "ICC(3,k)".to_owned(),
    }
}

/// Why a coefficient does not fit.
pub(super) fn missing(text: &Text, why: Why) -> String {
    text.get(match why {
        Why::NoValues => "calibration-why-no-values",
        Why::OneObserver => "calibration-why-one-observer",
        Why::NoOverlap => "calibration-why-no-overlap",
        Why::MoreThanTwoObservers => "calibration-why-more-than-two",
        Why::NotNumbers => "calibration-why-not-numbers",
        Why::NotWholeNumbers => "calibration-why-not-whole",
        Why::TooManyCategories => "calibration-why-too-many",
        Why::NegativeNumbers => "calibration-why-negative",
        Why::Incomplete => "calibration-why-incomplete",
        Why::NoVariation => "calibration-why-no-variation",
        Why::OneUnit => "calibration-why-one-unit",
        Why::TooExtreme => "calibration-why-extreme",
    })
}
