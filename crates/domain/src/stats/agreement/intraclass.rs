use super::Measurements;
use super::bounds::{ROUNDING, between, perfect};
use crate::stats::{Estimate, f_quantile};

/// Which observers the answer is about, and whether it matters that one is always higher.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Model {
    /// ICC(1): any observers, other ones for every unit.
    OneWay,
    /// ICC(2): the same observers for every unit, drawn from many; being always higher counts as disagreement.
    TwoWayRandom,
    /// ICC(3): these very observers; being always higher by the same amount does not count.
    TwoWayMixed,
}

/// How much of the spread between judgements is spread between units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Intraclass {
    /// For the judgement of one observer: ICC(·,1).
    pub single: Estimate,
    /// For the mean of all observers' judgements: ICC(·,k).
    pub average: Estimate,
    /// Units that every observer judged, which are those it rests on; at least 2.
    pub units: usize,
}

/// The intraclass correlation of amounts with its F-based interval.
///
/// Rests on the units that every observer judged, and assumes amounts that are about normal. `None` with fewer than
/// two such units, when all judgements are the same, for ICC(3) when no unit differs from another and observers differ
/// by the same everywhere, and for numbers too extreme for an `f64`.
///
/// Shrout and Fleiss, "Intraclass correlations: uses in assessing rater reliability", Psychological Bulletin 86 (1979)
/// 420–428; interval of ICC(2,1), the same and McGraw and Wong, Psychological Methods 1 (1996) 30–46.
pub fn intraclass(ratings: &Measurements, model: Model) -> Option<Intraclass> {
    let squares = Squares::of(ratings)?;
    let (single, average) = match model {
        Model::OneWay => squares.ratio(squares.within, squares.n * (squares.k - 1.0))?,
        Model::TwoWayMixed => squares.ratio(squares.error, (squares.n - 1.0) * (squares.k - 1.0))?,
        Model::TwoWayRandom => squares.two_way_random()?,
    };
    Some(Intraclass { single, average, units: squares.n as usize })
}

/// The mean squares of a table without gaps: n units, k observers.
struct Squares {
    n: f64,
    k: f64,
    units: f64,
    observers: f64,
    error: f64,
    within: f64,
}

impl Squares {
    fn of(ratings: &Measurements) -> Option<Squares> {
        let mut rows: Vec<Vec<f64>> =
            ratings.units().iter().filter_map(|row| row.iter().copied().collect::<Option<_>>()).collect();
        let observers = rows.first()?.len();
        // Counted from one of them, judgements that are all the same have exactly no spread.
        let zero = *rows.first()?.first()?;
        rows.iter_mut().flatten().for_each(|value| *value -= zero);
        let (n, k) = (rows.len() as f64, observers as f64);
        if rows.len() < 2 {
            return None;
        }
        let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
        let of_unit: Vec<f64> = rows.iter().map(|row| mean(row)).collect();
        let column = |place: usize| rows.iter().filter_map(|row| row.get(place).copied()).collect::<Vec<_>>();
        let of_observer: Vec<f64> = (0..observers).map(|place| mean(&column(place))).collect();
        let overall = mean(&of_unit);

        let around = |values: &[f64]| values.iter().map(|value| (value - overall).powi(2)).sum::<f64>();
        let (mut within, mut error) = (0.0, 0.0);
        for (row, unit) in rows.iter().zip(&of_unit) {
            for (value, observer) in row.iter().zip(&of_observer) {
                within += (value - unit).powi(2);
                error += (value - unit - observer + overall).powi(2);
            }
        }
        let units = k * around(&of_unit) / (n - 1.0);
        let observers = n * around(&of_observer) / (k - 1.0);
        let within = within / (n * (k - 1.0));
        let all = units + observers + within;
        // What rounding leaves of a spread that is none, and leaves differently from order to order, is none.
        let spread = |square: f64| if square <= all * ROUNDING { 0.0 } else { square };
        (all.is_finite() && all > 0.0).then(|| Squares {
            n,
            k,
            units: spread(units),
            observers: spread(observers),
            error: spread(error / ((n - 1.0) * (k - 1.0))),
            within: spread(within),
        })
    }

    /// ICC(1) and ICC(3), with the mean square that disagreement is: F = MS_units/MS_disagreement and its quantiles.
    ///
    /// `None` when there is neither disagreement nor any difference between the units.
    fn ratio(&self, disagreement: f64, degrees: f64) -> Option<(Estimate, Estimate)> {
        if disagreement == 0.0 && self.units == 0.0 {
            return None;
        }
        if disagreement <= self.units * ROUNDING {
            let exact = perfect(self.n as usize)?;
            return Some((exact, exact));
        }
        let f = self.units / disagreement;
        let low = f / f_quantile(UPPER, self.n - 1.0, degrees)?;
        let high = f * f_quantile(UPPER, degrees, self.n - 1.0)?;
        let single = |f: f64| (f - 1.0) / (f + self.k - 1.0);
        let average = |f: f64| 1.0 - 1.0 / f;
        Some((between(single(low), single(f), single(high))?, between(average(low), average(f), average(high))?))
    }

    /// ICC(2): the interval has Satterthwaite's degrees of freedom v, because two mean squares stand for disagreement.
    fn two_way_random(&self) -> Option<(Estimate, Estimate)> {
        let Squares { n, k, units, observers, error, within: _ } = *self;
        if error + observers <= units * ROUNDING {
            let exact = perfect(n as usize)?;
            return Some((exact, exact));
        }
        let point = (units - error) / (units + (k - 1.0) * error + k * (observers - error) / n);
        let rest = n * (1.0 + (k - 1.0) * point) - k * point;
        let v = (k - 1.0) * (n - 1.0) * (k * point * observers + rest * error).powi(2)
            / ((n - 1.0) * (k * point * observers).powi(2) + (rest * error).powi(2));
        let both = k * observers + (k * n - k - n) * error;
        // Without degrees of freedom, where the point is far under its range, nothing is known.
        let (low, high) = match f_quantile(UPPER, n - 1.0, v).zip(f_quantile(UPPER, v, n - 1.0)) {
            Some((over, under)) => (
                n * (units - over * error) / (over * both + n * units),
                n * (under * units - error) / (both + n * under * units),
            ),
            None => (-1.0, 1.0),
        };
        let average = |single: f64| {
            let room = 1.0 + (k - 1.0) * single;
            if room > 0.0 { k * single / room } else { -1.0 }
        };
        Some((between(low, point, high)?, between(average(low), average(point), average(high))?))
    }
}

/// Two-sided 5 %.
const UPPER: f64 = 0.975;
