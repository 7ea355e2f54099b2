//! Visits to one classroom resemble each other more than visits to different ones, so thirty visits
//! to three classrooms say less than thirty visits to thirty. The design effect says how much less.

use super::OutOfRange;
use super::one_way::{Group, OneWay};

/// The intraclass correlation taken for granted while there is too little to estimate it from.
pub const ASSUMED_CORRELATION: f64 = 0.2;

/// How many classrooms must have been looked at twice or more before the correlation is estimated.
pub const MINIMUM_REVISITED_CLASSROOMS: usize = 10;

/// One classroom's looks at one look-for: `shown` of `looked` visits; blanks are in neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ClusterCount {
    shown: u32,
    looked: u32,
}

impl ClusterCount {
    /// Fails when the look-for was shown more often than it was looked at.
    pub fn new(shown: u32, looked: u32) -> Result<ClusterCount, OutOfRange> {
        if shown <= looked {
            Ok(ClusterCount { shown, looked })
        } else {
            Err(OutOfRange::MoreShownThanLooked { shown, looked })
        }
    }

    /// Visits to this classroom that showed the look-for.
    pub fn shown(self) -> u32 {
        self.shown
    }

    /// Visits to this classroom in which it was looked at: shown or not shown.
    pub fn looked(self) -> u32 {
        self.looked
    }
}

/// ρ: how much of the spread between visits is spread between classrooms, `0..=1`.
///
/// The one-way analysis-of-variance estimator for clusters of unequal size on the outcomes 0 and 1:
/// (MSB − MSW) / (MSB + (n₀ − 1)·MSW) with n₀ = (N − Σkᵢ²/N)/(m − 1), a negative estimate counting
/// as 0. Classrooms with no look take no part. [`ASSUMED_CORRELATION`] when fewer than
/// [`MINIMUM_REVISITED_CLASSROOMS`] have two looks or more, and when every single look had the same
/// outcome: then there is no spread to divide.
///
/// Donner, "A review of inference procedures for the intraclass correlation coefficient in the
/// one-way random effects model", International Statistical Review 54 (1986) 67–82; Donner and
/// Klar, Design and Analysis of Cluster Randomization Trials in Health Research (2000); for binary
/// outcomes, Ridout, Demétrio and Firth, Biometrics 55 (1999) 137–148.
pub fn intraclass_correlation(classrooms: &[ClusterCount]) -> f64 {
    if classrooms.iter().filter(|c| c.looked >= 2).count() < MINIMUM_REVISITED_CLASSROOMS {
        return ASSUMED_CORRELATION;
    }
    let groups = classrooms.iter().filter_map(Group::of_count);
    OneWay::of(groups).and_then(|found| found.correlation()).unwrap_or(ASSUMED_CORRELATION)
}

/// k = Σkᵢ²/n: in how many looks' company an average look finds itself in its classroom, itself
/// included.
///
/// At least 1, and equal to the number of looks a classroom when all have the same. `None` when
/// nothing was looked at.
///
/// The size-weighted mean is the one that keeps 1 + (k − 1)ρ exact for a pooled share: Eldridge,
/// Ashby and Kerry, International Journal of Epidemiology 35 (2006) 1292–1300, who write it as mean
/// size × (1 + cv²).
pub fn visits_per_classroom(classrooms: &[ClusterCount]) -> Option<f64> {
    let n: f64 = classrooms.iter().map(|c| f64::from(c.looked)).sum();
    let squares: f64 = classrooms.iter().map(|c| f64::from(c.looked).powi(2)).sum();
    (n > 0.0).then(|| squares / n)
}

/// By how much clustering multiplies the variance of a pooled share; finite and at least 1.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct DesignEffect(f64);

impl DesignEffect {
    /// No clustering: every look counts in full.
    pub const NONE: DesignEffect = DesignEffect(1.0);

    /// The factor, `1..`.
    pub fn get(self) -> f64 {
        self.0
    }
}

/// D = max(1, 1 + ((1 − m/M)·k − 1)·ρ).
///
/// `k` is [`visits_per_classroom`], `visited` (m) the distinct classrooms looked at, `in_scope` (M)
/// the classrooms the selection is about, `correlation` (ρ) from [`intraclass_correlation`].
///
/// The factor 1 − m/M is the finite population correction on the part of the variance that lies
/// between classrooms: once every classroom has been visited, which ones were chosen is no longer a
/// matter of luck. `in_scope` 0 means that nobody knows how many there are, and corrects nothing;
/// fewer in scope than visited counts as all. `k` under 1 counts as 1, `correlation` outside
/// `0..=1` as the nearer end.
///
/// Kish, Survey Sampling (1965), for 1 + (k − 1)ρ; Cochran, Sampling Techniques (3rd ed. 1977), ch.
/// 10, for the correction by stage.
pub fn design_effect(k: f64, visited: u32, in_scope: u32, correlation: f64) -> DesignEffect {
    let k = if k.is_finite() { k.max(1.0) } else { 1.0 };
    let correlation = if correlation.is_nan() { ASSUMED_CORRELATION } else { correlation.clamp(0.0, 1.0) };
    let covered = if in_scope == 0 { 0.0 } else { (f64::from(visited) / f64::from(in_scope)).min(1.0) };
    DesignEffect((1.0 + ((1.0 - covered) * k - 1.0) * correlation).max(1.0))
}

/// n* = n / D: how many independent looks the clustered ones are worth; `0..=looked`.
///
/// Kish, Survey Sampling (1965); put in the place of n in methods for independent outcomes, as here
/// in [`wilson`](super::wilson), by Rao and Scott, Biometrics 48 (1992) 577–585.
pub fn effective_n(looked: u32, design_effect: DesignEffect) -> f64 {
    f64::from(looked) / design_effect.0
}
