//! How easily chance alone falls as short of an expectation as the visits did: one-sided tests that agree with the
//! intervals that people are shown.

use super::ratio::Linearised;
use super::{ClusterAmount, Direction, Expected, Measure, PValue, WeighedShare, normal_cdf, t_cdf};

/// The one-sided p-value of a share under a floor, or over a cap.
///
/// The score test: z = (p − E)/√(E(1 − E)/n), with the spread that the *expected* share would have, and Φ(z) for "at
/// least", Φ(−z) for "at most". It is the test that the Wilson interval is made of: the interval lies wholly on the
/// bad side of E exactly when the p-value is under 2.5 %, so a look-for never stands *below* by one and not by the
/// other. Exact binomial or Wald tests would contradict the interval on the same page.
///
/// An expectation of exactly 0 or 1 has no spread: any shortfall at all has p-value 0, and none has 1. `None` when the
/// expectation is an amount.
///
/// Wilson, JASA 22 (1927) 209–212; Agresti and Coull, The American Statistician 52 (1998) 119–126, on the score test
/// and its interval; on the effective n, Rao and Scott, Biometrics 48 (1992) 577–585.
pub fn p_of_shortfall(observed: WeighedShare, expected: Expected) -> Option<PValue> {
    match expected.measure() {
        Measure::ShareOfVisits => {
            let level = expected.level();
            let spread = (level * (1.0 - level) / observed.n()).sqrt();
            p_value(observed.share().get(), expected, spread, normal_cdf)
        }
        Measure::Amount => None,
    }
}

/// The one-sided p-value of an amount under a floor, or over a cap.
///
/// Student's t with m − 1 degrees of freedom on (R − E)/√v, with R and v as in [`pooled_ratio`](super::pooled_ratio):
/// its interval lies wholly on the bad side of E exactly when the p-value is under 2.5 %.
///
/// Classrooms that all have exactly the same rate leave no spread: any shortfall at all then has p-value 0, and none
/// has 1. `None` with fewer than two classrooms, when the expectation is a share of visits, and for numbers too
/// extreme for an `f64`.
///
/// Cochran, Sampling Techniques (3rd ed. 1977), ch. 6 (ratio estimators).
pub fn p_of_amount_shortfall(classrooms: &[ClusterAmount], expected: Expected) -> Option<PValue> {
    match expected.measure() {
        Measure::ShareOfVisits => None,
        Measure::Amount => {
            let Linearised { ratio, standard_error, others } = Linearised::of(classrooms)?;
            p_value(ratio, expected, standard_error, |t| t_cdf(t, others))
        }
    }
}

fn p_value(
    observed: f64,
    expected: Expected,
    spread: f64,
    probability_up_to: impl Fn(f64) -> Option<f64>,
) -> Option<PValue> {
    let past = match expected.direction() {
        Direction::AtLeast => observed - expected.level(),
        Direction::AtMost => expected.level() - observed,
    };
    if spread > 0.0 {
        PValue::new(probability_up_to(past / spread)?).ok()
    } else if past < 0.0 {
        Some(PValue::NEVER)
    } else {
        Some(PValue::ALWAYS)
    }
}
