use super::Measurements;
use super::bounds::{ROUNDING, around, perfect};
use super::left_out::Sums;
use crate::stats::{Estimate, t_95};

/// What the numbers of a scale mean, and so how far apart two of them are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scale {
    /// Names: the same or not.
    Nominal,
    /// Ranks: as far apart as there are judgements between them.
    Ordinal,
    /// Degrees: by their difference.
    Interval,
    /// Amounts from nothing upwards: by their difference as a part of their sum. Negative numbers are none.
    Ratio,
}

/// Krippendorff's alpha: 1 − D_o/D_e, the disagreement within units held against that between any two judgements;
/// `-1..=1`.
///
/// For any number of observers and any gaps; units with a single judgement take no part. The interval is the
/// jackknife's over units with t(n − 1): Krippendorff draws his by bootstrap, for which a computation that must come
/// out the same everywhere has no chance to spare.
///
/// `None` when no unit has two judgements, when all judgements are the same (nothing then tells agreement from habit),
/// for negative numbers on [`Scale::Ratio`], and for numbers too extreme for an `f64`.
///
/// Krippendorff, Content Analysis (3rd ed. 2013), ch. 12, and "Computing Krippendorff's Alpha-Reliability" (2011);
/// jackknife, Fleiss and Davies, American Journal of Epidemiology 115 (1982) 841–845.
pub fn krippendorffs_alpha(ratings: &Measurements, scale: Scale) -> Option<Estimate> {
    let units: Vec<Vec<f64>> = ratings.units().iter().map(|row| row.iter().flatten().copied().collect()).collect();
    let paired: Vec<&[f64]> = units.iter().map(Vec::as_slice).filter(|unit| unit.len() >= 2).collect();
    if scale == Scale::Ratio && paired.iter().any(|unit| unit.iter().any(|value| *value < 0.0)) {
        return None;
    }
    let point = alpha(&paired, scale)?;
    if 1.0 - point < ROUNDING {
        return perfect(paired.len());
    }
    around(point, jackknife(&paired, scale).unwrap_or(0.0))
}

/// Half the width of the interval; `None` when a unit left out leaves no alpha.
fn jackknife(units: &[&[f64]], scale: Scale) -> Option<f64> {
    let n = units.len() as f64;
    let sums = (scale == Scale::Ratio).then(|| Sums::of(Metric::RelativeSquared, units));
    let without = |(left_out, unit): (usize, &&[f64])| {
        sums.as_ref().and_then(|sums| sums.without(unit)).or_else(|| {
            let rest = units.iter().enumerate().filter(|(unit, _)| *unit != left_out);
            alpha(&rest.map(|(_, values)| *values).collect::<Vec<_>>(), scale)
        })
    };
    let alphas = units.iter().enumerate().map(without).collect::<Option<Vec<_>>>()?;
    let mean = alphas.iter().sum::<f64>() / n;
    let spread: f64 = alphas.iter().map(|alpha| (alpha - mean).powi(2)).sum();
    let t = t_95(u32::try_from(units.len()).ok()?.checked_sub(1)?)?;
    Some(t * ((n - 1.0) / n * spread).sqrt())
}

fn alpha(units: &[&[f64]], scale: Scale) -> Option<f64> {
    let (metric, placed) = place(units, scale);
    let judgements = placed.iter().map(Vec::len).sum::<usize>() as f64;
    let observed = placed.iter().map(|unit| metric.within(unit)).sum::<f64>() / judgements;
    let expected = metric.apart_in_all(placed.concat()) / (judgements * (judgements - 1.0));
    let alpha = 1.0 - observed / expected;
    alpha.is_finite().then_some(alpha)
}

/// How far apart two placed numbers are.
#[derive(Clone, Copy)]
pub(super) enum Metric {
    Different,
    Squared,
    RelativeSquared,
}

/// Ranks become mid-ranks, which turns Krippendorff's ordinal metric into the interval one.
fn place(units: &[&[f64]], scale: Scale) -> (Metric, Vec<Vec<f64>>) {
    let as_they_are = || units.iter().map(|unit| unit.to_vec()).collect();
    match scale {
        Scale::Nominal => (Metric::Different, as_they_are()),
        Scale::Interval => (Metric::Squared, as_they_are()),
        Scale::Ratio => (Metric::RelativeSquared, as_they_are()),
        Scale::Ordinal => {
            let mut sorted = units.concat();
            sorted.sort_by(f64::total_cmp);
            let middle = |value: &f64| {
                let (under, up_to) = (sorted.partition_point(|x| x < value), sorted.partition_point(|x| x <= value));
                (under + up_to) as f64 / 2.0
            };
            (Metric::Squared, units.iter().map(|unit| unit.iter().map(middle).collect()).collect())
        }
    }
}

impl Metric {
    pub(super) fn apart(self, one: f64, other: f64) -> f64 {
        match self {
            Metric::Different => f64::from(u8::from(one != other)),
            Metric::Squared => (one - other).powi(2),
            // Nothing and nothing are the same amount.
            Metric::RelativeSquared if one == other => 0.0,
            Metric::RelativeSquared => ((one - other) / (one + other)).powi(2),
        }
    }

    /// What a unit of two judgements or more adds to the observed disagreement, before the division by all judgements.
    pub(super) fn within(self, unit: &[f64]) -> f64 {
        self.apart_in_all(unit.to_vec()) / (unit.len() as f64 - 1.0)
    }

    /// The sum over every ordered pair of values.
    pub(super) fn apart_in_all(self, values: Vec<f64>) -> f64 {
        match self {
            // Counted from one of them, values that are all the same have exactly no spread.
            Metric::Squared => {
                let (n, zero) = (values.len() as f64, values.first().copied().unwrap_or(0.0));
                let mean = values.iter().map(|value| value - zero).sum::<f64>() / n;
                2.0 * n * values.iter().map(|value| (value - zero - mean).powi(2)).sum::<f64>()
            }
            Metric::Different | Metric::RelativeSquared => {
                let groups = grouped(values);
                groups.iter().map(|(value, count)| count * self.apart_from(*value, &groups)).sum()
            }
        }
    }

    /// The sum of one value's distances from many.
    pub(super) fn apart_from(self, value: f64, groups: &[(f64, f64)]) -> f64 {
        groups.iter().map(|(other, count)| count * self.apart(value, *other)).sum()
    }
}

/// Each value once, with how often it occurs.
pub(super) fn grouped(mut values: Vec<f64>) -> Vec<(f64, f64)> {
    values.sort_by(f64::total_cmp);
    let same = values.chunk_by(|one, other| one == other);
    same.filter_map(|same| Some((*same.first()?, same.len() as f64))).collect()
}
