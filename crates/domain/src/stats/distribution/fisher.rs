use std::f64::consts::FRAC_PI_2;

use super::beta::{Split, incomplete_beta};

/// The value that Fisher's F with so many degrees of freedom stays under with probability `p`; above zero and finite.
///
/// Degrees of freedom may be fractional, as Satterthwaite's approximation gives them. `None` unless `p` lies strictly
/// between 0 and 1 and both degrees are finite and above zero, and for quantiles beyond an `f64`.
///
/// Solved by halving from the incomplete beta function: Abramowitz and Stegun, Handbook of Mathematical Functions
/// (1964), 26.6.2.
pub fn f_quantile(p: f64, numerator: f64, denominator: f64) -> Option<f64> {
    let usable = |degrees: f64| degrees.is_finite() && degrees > 0.0;
    if !(p > 0.0 && p < 1.0 && usable(numerator) && usable(denominator)) {
        return None;
    }
    // In the angle θ with F = d₂/d₁·tan²θ, which is bounded where F is not and exact near both ends.
    let (mut low, mut high) = (0.0, FRAC_PI_2);
    for _ in 0..64 {
        let middle = 0.5 * (low + high);
        if under(middle, numerator, denominator) < p {
            low = middle;
        } else {
            high = middle;
        }
    }
    // An end that never moved: the quantile lies beyond what the angle can tell apart.
    if low == 0.0 || high == FRAC_PI_2 {
        return None;
    }
    let quantile = denominator / numerator * (0.5 * (low + high)).tan().powi(2);
    (quantile.is_finite() && quantile > 0.0).then_some(quantile)
}

/// P(F ≤ d₂/d₁·tan²θ).
fn under(theta: f64, numerator: f64, denominator: f64) -> f64 {
    let (sin, cos) = theta.sin_cos();
    incomplete_beta(Split { below: sin * sin, above: cos * cos }, numerator / 2.0, denominator / 2.0)
}
