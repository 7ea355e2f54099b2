use super::{Estimate, Interval, t_95};

/// Looks at one thing in one place by two parties: strata are what makes them comparable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stratum {
    /// Which classroom it belongs to: strata of one classroom resemble each other.
    pub classroom: usize,
    /// Shown and looked by the first party; a stratum without looks of either says nothing.
    pub one: (u32, u32),
    /// Shown and looked by the second.
    pub other: (u32, u32),
}

/// By how much the first party finds more than the second in the same places, with a 95 % interval; `-1..=1`.
///
/// The risk difference of Mantel and Haenszel: Σ(x₁n₀ − x₀n₁)/N over Σn₁n₀/N, so that each place weighs what it can
/// say. Its variance is that of a ratio of two totals over classrooms, with t at m − 1 degrees of freedom, because the
/// looks at one classroom are not independent.
///
/// `None` when fewer than two classrooms were looked at by both, and when all of them say exactly the same: then there is
/// nothing to take an interval from.
///
/// Greenland and Robins, "Estimation of a common effect parameter from sparse follow-up data", Biometrics 41 (1985)
/// 55–68; the variance, Cochran, Sampling Techniques (3rd ed. 1977), ch. 6.
#[must_use]
pub fn stratified_difference(strata: &[Stratum]) -> Option<Estimate> {
    let classrooms = strata.iter().map(|stratum| stratum.classroom + 1).max()?;
    let mut totals = vec![(0.0, 0.0); classrooms];
    for Stratum { classroom, one: (x1, n1), other: (x0, n0) } in strata {
        let (x1, n1, x0, n0) = (f64::from(*x1), f64::from(*n1), f64::from(*x0), f64::from(*n0));
        if let Some((apart, weight)) = totals.get_mut(*classroom).filter(|_| n1 > 0.0 && n0 > 0.0) {
            *apart += (x1 * n0 - x0 * n1) / (n1 + n0);
            *weight += n1 * n0 / (n1 + n0);
        }
    }
    totals.retain(|(_, weight)| *weight > 0.0);
    let others = u32::try_from(totals.len()).ok()?.checked_sub(1).filter(|others| *others > 0)?;
    let weight: f64 = totals.iter().map(|(_, weight)| weight).sum();
    let point = totals.iter().map(|(apart, _)| apart).sum::<f64>() / weight;
    let spread: f64 = totals.iter().map(|(apart, of)| ((apart - point * of) / weight).powi(2)).sum();
    if spread <= 0.0 {
        return None;
    }
    let freedom = f64::from(others);
    let reach = t_95(others)? * (spread * (freedom + 1.0) / freedom).sqrt();
    let interval = Interval::new((point - reach).max(-1.0), (point + reach).min(1.0)).ok()?;
    Estimate::new(point.clamp(interval.low(), interval.high()), interval).ok()
}
