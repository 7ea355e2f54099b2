//! The incomplete beta function, from which the tails of Student's t and Fisher's F are read.

use std::f64::consts::PI;

/// A point of the unit interval with its distance from either end, neither of which rounding may swallow.
#[derive(Debug, Clone, Copy)]
pub(super) struct Split {
    /// The distance from 0.
    pub(super) below: f64,
    /// The distance from 1; the two add up to 1.
    pub(super) above: f64,
}

/// Iₓ(a, b): the probability that a Beta(a, b) variate is at most x, `0..=1`; `a` and `b` above zero and finite.
///
/// Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.5.8 (continued fraction), evaluated by Lentz's
/// method: Press and others, Numerical Recipes (3rd ed. 2007), 6.4.
pub(super) fn incomplete_beta(x: Split, a: f64, b: f64) -> f64 {
    if x.below <= 0.0 {
        return 0.0;
    }
    if x.above <= 0.0 {
        return 1.0;
    }
    let scale = (ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b) + a * x.below.ln() + b * x.above.ln()).exp();
    // The fraction converges fast on the near side of the mean; the far side is its mirror image.
    let probability = if x.below < (a + 1.0) / (a + b + 2.0) {
        scale * continued_fraction(x.below, a, b) / a
    } else {
        1.0 - scale * continued_fraction(x.above, b, a) / b
    };
    probability.clamp(0.0, 1.0)
}

/// Stops when a step changes nothing any more, after about √max(a, b) steps.
fn continued_fraction(x: f64, a: f64, b: f64) -> f64 {
    const LAST_STEP: u32 = 100_000;
    const TINY: f64 = 1e-300;
    let away_from_nought = |value: f64| if value.abs() < TINY { TINY } else { value };

    let mut c = 1.0;
    let mut d = 1.0 / away_from_nought(1.0 - (a + b) * x / (a + 1.0));
    let mut fraction = d;
    for step in 1..=LAST_STEP {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away_from_nought(1.0 + even * d);
        c = away_from_nought(1.0 + even / c);
        fraction *= d * c;

        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away_from_nought(1.0 + odd * d);
        c = away_from_nought(1.0 + odd / c);
        fraction *= d * c;
        if (d * c - 1.0).abs() < f64::EPSILON {
            break;
        }
    }
    fraction
}

/// ln Γ(x) for x above zero, to about 1e-15 of its size.
///
/// Lanczos, SIAM Journal on Numerical Analysis B 1 (1964) 86–96, with Godfrey's nine coefficients for g = 7.
fn ln_gamma(x: f64) -> f64 {
    const G: f64 = 7.0;
    const FIRST: f64 = 0.999_999_999_999_809_9;
    const COEFFICIENTS: [f64; 8] = [
        676.520_368_121_885_1,
        -1_259.139_216_722_402_8,
        771.323_428_777_653_1,
        -176.615_029_162_140_6,
        12.507_343_278_686_905,
        -0.138_571_095_265_720_12,
        9.984_369_578_019_572e-6,
        1.505_632_735_149_311_6e-7,
    ];
    if x < 0.5 {
        return (PI / (PI * x).sin()).ln() - ln_gamma(1.0 - x);
    }
    let x = x - 1.0;
    let sum: f64 =
        FIRST + (1..).zip(COEFFICIENTS).map(|(i, coefficient)| coefficient / (x + f64::from(i))).sum::<f64>();
    let t = x + G + 0.5;
    0.5 * (2.0 * PI).ln() + (x + 0.5) * t.ln() - t + sum.ln()
}
