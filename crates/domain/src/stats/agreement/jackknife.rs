use super::bounds::{ROUNDING, around, between, perfect};
use crate::stats::{Estimate, Interval, t_95};

/// A coefficient with an interval over groups of units, where the units of one group hang together: the answers of one
/// lesson, the prompts of one lesson.
///
/// `without` has the coefficient of all units but one group's, group by group. The interval is the delete-one-group
/// jackknife: point ± t(m − 1)·√((m − 1)/m · Σ(θ₍ᵢ₎ − θ̄)²) over m groups, cut to `lowest` and 1. Where it is undefined
/// without one of the groups, or no group makes a difference, these groups do not say how sure it is: the interval is
/// the whole range. Agreement in everything has the interval of a share, m of m.
///
/// `None` with fewer than two groups.
///
/// Efron & Tibshirani, An Introduction to the Bootstrap (1993), ch. 11.
pub fn over_groups(point: f64, without: &[Option<f64>], lowest: f64) -> Option<Estimate> {
    let others = u32::try_from(without.len()).ok()?.checked_sub(1).filter(|others| *others > 0)?;
    let estimate = match without.iter().copied().collect::<Option<Vec<f64>>>() {
        _ if point >= 1.0 - ROUNDING => perfect(without.len()),
        None => between(-1.0, point, 1.0),
        Some(values) => {
            let groups = f64::from(others) + 1.0;
            let mean = values.iter().sum::<f64>() / groups;
            let spread: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
            around(point, t_95(others)? * (f64::from(others) / groups * spread).sqrt())
        }
    }?;
    let (low, high) = (estimate.interval().low().max(lowest), estimate.interval().high());
    Estimate::new(estimate.point(), Interval::new(low, high).ok()?).ok()
}
