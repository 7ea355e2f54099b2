use super::{Estimate, Interval, OutOfRange, t_95};

/// One classroom's visits put together, for a look-for with an amount: how much, over how much
/// watched.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClusterAmount {
    amount: f64,
    watched: f64,
}

impl ClusterAmount {
    /// `amount` and `watched` in units whose quotient is the unit of the expectation: taps over
    /// tens of minutes, minutes over minutes, students over students.
    ///
    /// Fails unless the amount is finite and not negative and the watched part is finite and above
    /// zero: a classroom that was not watched has nothing to say.
    pub fn new(amount: f64, watched: f64) -> Result<ClusterAmount, OutOfRange> {
        if amount.is_finite() && amount >= 0.0 && watched.is_finite() && watched > 0.0 {
            Ok(ClusterAmount { amount, watched })
        } else {
            Err(OutOfRange::Amount { amount, watched })
        }
    }
}

/// How high a ratio can possibly be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ceiling {
    /// Taps per ten minutes: there is always room for more.
    None,
    /// A share of time or of students: never above 1, and neither is its interval.
    One,
}

/// Σ amount / Σ watched over all classrooms, with a 95 % interval.
///
/// R ± t(m − 1)·√v with v = m/(m − 1) · Σ(aᵢ − R·wᵢ)² / (Σwᵢ)²: the linearised variance of a ratio
/// of two totals, each classroom being one draw, so that visits to the same classroom may resemble
/// each other as much as they like. The interval is cut at 0, and at 1 under [`Ceiling::One`].
///
/// No finite population correction: the interval keeps its full width even when every classroom was
/// visited, because within each of them only a few minutes were watched. With few classrooms the
/// linearisation is a little narrow, which is what t with m − 1 degrees of freedom makes up for;
/// classrooms with exactly the same rate give an interval of width zero, so the minimum number of
/// classrooms in [`Rule`](super::Rule) matters here.
///
/// `None` with fewer than two classrooms (one cannot say how classrooms differ), under
/// [`Ceiling::One`] when more was counted than watched, and for numbers too extreme to be squared
/// in an `f64`.
///
/// Cochran, Sampling Techniques (3rd ed. 1977), ch. 6 (ratio estimators).
pub fn pooled_ratio(classrooms: &[ClusterAmount], ceiling: Ceiling) -> Option<Estimate> {
    let Linearised { ratio, standard_error, others } = Linearised::of(classrooms)?;
    let reach = t_95(others)? * standard_error;
    let highest = match ceiling {
        Ceiling::None => f64::INFINITY,
        Ceiling::One => 1.0,
    };
    let interval = Interval::new((ratio - reach).max(0.0), (ratio + reach).min(highest)).ok()?;
    Estimate::new(ratio, interval).ok()
}

/// A ratio of two totals with what its interval, and the test that agrees with the interval, are made of.
pub(super) struct Linearised {
    pub(super) ratio: f64,
    /// Not negative; 0 when all classrooms have the same rate.
    pub(super) standard_error: f64,
    /// The degrees of freedom m − 1, at least 1.
    pub(super) others: u32,
}

impl Linearised {
    /// `None` with fewer than two classrooms, and where the numbers are too extreme for an `f64`.
    pub(super) fn of(classrooms: &[ClusterAmount]) -> Option<Linearised> {
        let others = u32::try_from(classrooms.len()).ok()?.checked_sub(1).filter(|others| *others > 0)?;
        let watched: f64 = classrooms.iter().map(|c| c.watched).sum();
        if !watched.is_finite() {
            return None;
        }
        let ratio = classrooms.iter().map(|c| c.amount).sum::<f64>() / watched;
        // Divided by `watched` before squaring: the quotients are small whatever the unit is.
        let spread: f64 = classrooms.iter().map(|c| ((c.amount - ratio * c.watched) / watched).powi(2)).sum();
        let m_less_one = f64::from(others);
        let standard_error = (spread * (m_less_one + 1.0) / m_less_one).sqrt();
        (ratio.is_finite() && standard_error.is_finite()).then_some(Linearised { ratio, standard_error, others })
    }
}
