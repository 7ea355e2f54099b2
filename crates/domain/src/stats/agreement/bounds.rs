//! Intervals of coefficients that run from −1 to 1.

use crate::stats::{Estimate, Interval, Share, wilson};

/// Rounding leaves this much where nothing should be left.
pub(super) const ROUNDING: f64 = 1e-12;

/// And this much of its square root, where a variance should be nothing.
const ROUNDING_OF_A_ROOT: f64 = 1e-6;

/// The interval around a coefficient, cut to its range; the whole range when `reach` is nothing. `None` for numbers
/// that are none.
pub(super) fn around(point: f64, reach: f64) -> Option<Estimate> {
    if reach > ROUNDING_OF_A_ROOT { between(point - reach, point, point + reach) } else { between(-1.0, point, 1.0) }
}

/// A coefficient with the ends of its interval, all cut to its range; ends that miss the point by rounding are moved
/// to it.
pub(super) fn between(low: f64, point: f64, high: f64) -> Option<Estimate> {
    if low.is_nan() || point.is_nan() || high.is_nan() {
        return None;
    }
    let point = point.clamp(-1.0, 1.0);
    let interval = Interval::new(low.clamp(-1.0, point), high.clamp(point, 1.0)).ok()?;
    Estimate::new(point, interval).ok()
}

/// Agreement in all of so many units; `None` without units.
pub(super) fn perfect(units: usize) -> Option<Estimate> {
    Estimate::new(1.0, wilson(Share::ONE, units as f64)?).ok()
}
