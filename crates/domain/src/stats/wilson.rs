use super::{Interval, Share, Z_95};

/// The 95 % Wilson score interval around an observed share; both ends in `0..=1`, the share between
/// them.
///
/// `n` is the number of looks the share is worth and may be fractional: for clustered visits it is
/// the effective number, looks divided by the design effect. `None` when `n` is not a finite number
/// above zero.
///
/// Unlike the textbook interval it stays inside `0..=1` and does not shrink to a point at 0 % and
/// 100 %. It assumes `n` independent looks, which is what the design effect is there to restore.
///
/// Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927)
/// 209–212; recommended and tabulated by Newcombe, Statistics in Medicine 17 (1998) 857–872 (method
/// 3).
///
/// ```
/// # use domain::stats::{Share, wilson};
/// let seen_in_9_of_12 = wilson(Share::new(9.0 / 12.0)?, 12.0).map(|i| (i.low(), i.high()));
/// assert!(matches!(seen_in_9_of_12, Some((low, high)) if low > 0.46 && high < 0.92));
/// assert_eq!(wilson(Share::ONE, 0.0), None);
/// # Ok::<(), domain::stats::OutOfRange>(())
/// ```
pub fn wilson(share: Share, n: f64) -> Option<Interval> {
    if !(n.is_finite() && n > 0.0) {
        return None;
    }
    let p = share.get();
    let z2 = Z_95 * Z_95;
    // Wilson's formula with both fractions multiplied through by n, so that a tiny n cannot
    // overflow.
    let middle = n * p + z2 / 2.0;
    let reach = Z_95 * (n * p * (1.0 - p) + z2 / 4.0).sqrt();
    let whole = n + z2;
    // At p = 0 and p = 1 one end is the share itself; rounding must not push it past.
    let low = ((middle - reach) / whole).clamp(0.0, p);
    let high = ((middle + reach) / whole).clamp(p, 1.0);
    Interval::new(low, high).ok()
}
