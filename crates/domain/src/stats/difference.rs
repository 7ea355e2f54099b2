use super::{ClusteredShare, Estimate, Interval, OutOfRange, Share, wilson};

/// A share together with how many independent looks it is worth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeighedShare {
    share: Share,
    n: f64,
}

impl WeighedShare {
    /// `n` may be fractional: for clustered visits it is the effective number, looks divided by the design effect.
    ///
    /// Fails unless it is finite and above zero: a share of nothing is not a share.
    pub fn new(share: Share, n: f64) -> Result<WeighedShare, OutOfRange> {
        if n.is_finite() && n > 0.0 { Ok(WeighedShare { share, n }) } else { Err(OutOfRange::EffectiveN(n)) }
    }

    /// The observed share.
    pub fn share(self) -> Share {
        self.share
    }

    /// Independent looks that it is worth; finite and above zero.
    pub fn n(self) -> f64 {
        self.n
    }
}

impl From<&ClusteredShare> for WeighedShare {
    /// The pooled share on its effective number of looks.
    fn from(pooled: &ClusteredShare) -> WeighedShare {
        WeighedShare { share: pooled.share(), n: pooled.effective_n() }
    }
}

/// How much higher the share is `after` than `before`, with a 95 % interval: positive for more, in `-1..=1`.
///
/// Newcombe's hybrid score interval: with the Wilson interval [l, u] of each share p, the lower end lies
/// √((p₂ − l₂)² + (u₁ − p₁)²) under the difference and the upper end √((u₂ − p₂)² + (p₁ − l₁)²) over it. It stays
/// inside its range and does not shrink to a point where both shares are 0 or 1.
///
/// `before` and `after` may be two periods or two groups; no look may be in both. Classrooms that are in both make
/// the interval somewhat too wide, never too narrow, as long as they keep their ways.
///
/// `None` only for numbers of looks too extreme for an `f64`.
///
/// Newcombe, "Interval estimation for the difference between independent proportions: comparison of eleven methods",
/// Statistics in Medicine 17 (1998) 873–890 (method 10).
///
/// ```
/// # use domain::stats::{Share, WeighedShare, difference};
/// let autumn = WeighedShare::new(Share::new(48.0 / 80.0)?, 80.0)?;
/// let spring = WeighedShare::new(Share::new(56.0 / 70.0)?, 70.0)?;
/// let change = difference(autumn, spring).map(|change| change.interval().low());
/// assert!(matches!(change, Some(at_least) if at_least > 0.05));
/// # Ok::<(), domain::stats::OutOfRange>(())
/// ```
pub fn difference(before: WeighedShare, after: WeighedShare) -> Option<Estimate> {
    let estimate = |seen: WeighedShare| Estimate::new(seen.share.get(), wilson(seen.share, seen.n)?).ok();
    let change = difference_of_estimates(estimate(before)?, estimate(after)?)?;
    let (low, high) = (change.interval().low(), change.interval().high());
    Estimate::new(change.point(), Interval::new(low.max(-1.0), high.min(1.0)).ok()?).ok()
}

/// How much higher `after` is than `before`, with a 95 % interval made of the two, as in [`difference`]: for amounts,
/// in their own unit.
///
/// `None` when the difference is too large for an `f64`.
///
/// Zou and Donner, "Construction of confidence limits about effect measures: a general approach", Statistics in
/// Medicine 27 (2008) 1693–1702: Newcombe's construction holds for any two independent estimates with intervals.
pub fn difference_of_estimates(before: Estimate, after: Estimate) -> Option<Estimate> {
    let (first, second) = (before.point(), after.point());
    let (around_first, around_second) = (before.interval(), after.interval());
    let point = second - first;
    let down = (second - around_second.low()).hypot(around_first.high() - first);
    let up = (around_second.high() - second).hypot(first - around_first.low());
    Estimate::new(point, Interval::new(point - down, point + up).ok()?).ok()
}
