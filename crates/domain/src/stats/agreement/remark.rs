use serde::{Deserialize, Serialize};

use crate::stats::Estimate;

/// From here on observers agree in nearly all units.
pub const HIGH_PERCENT: f64 = 0.8;

/// Up to here kappa is read as no better than "fair".
pub const LOW_KAPPA: f64 = 0.4;

/// From here on AC1 is read as "substantial".
pub const HIGH_AC1: f64 = 0.6;

/// What must be said beside a kappa, so that nobody reads it wrongly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KappaRemark {
    /// Kappa is low only because nearly everyone saw the same thing; the observers do agree.
    NearlyAllTheSame,
}

/// The prevalence paradox: percent agreement of [`HIGH_PERCENT`] or more and AC1 of [`HIGH_AC1`] or more, but kappa
/// (Cohen's or Fleiss') at most [`LOW_KAPPA`], or none because only one category occurs.
///
/// Nothing to remark otherwise: `None`.
///
/// Feinstein and Cicchetti, "High agreement but low kappa: I. The problems of two paradoxes", Journal of Clinical
/// Epidemiology 43 (1990) 543–549. The bounds of kappa and AC1 are those of Landis and Koch, Biometrics 33 (1977)
/// 159–174; that of the percentage is ours.
pub fn kappa_remark(percent: Estimate, kappa: Option<Estimate>, ac1: Estimate) -> Option<KappaRemark> {
    let agree = percent.point() >= HIGH_PERCENT && ac1.point() >= HIGH_AC1;
    let low = kappa.is_none_or(|kappa| kappa.point() <= LOW_KAPPA);
    (agree && low).then_some(KappaRemark::NearlyAllTheSame)
}
