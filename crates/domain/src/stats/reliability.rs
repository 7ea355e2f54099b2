//! How many visits a classroom needs before its figure says more about the classroom than about the days.

use super::one_way::{Group, OneWay};
use super::{ClusterCount, Estimate, Interval, Share, f_quantile, wilson};

/// The reliability that is asked for where a district has not set its own: enough to compare groups of classrooms.
pub const WANTED_RELIABILITY: f64 = 0.7;

/// Where the spread between visits comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct VarianceComponents {
    between: f64,
    within: f64,
    correlation: Estimate,
}

impl VarianceComponents {
    /// Divides the spread of amounts; give each classroom's visits together. Classrooms without visits take no part.
    ///
    /// σ²_within = MSW and σ²_between = (MSB − MSW)/n₀, a negative one counting as 0, by the one-way analysis of
    /// variance for groups of unequal size; ICC(1) is σ²_between as a part of both. Its interval is from the quantiles
    /// of F = MSB/MSW, exact for about normal amounts and classrooms with equally many visits, close otherwise; ends under
    /// 0 count as 0.
    ///
    /// `None` with fewer than two classrooms, when none of them has two visits, when all visits are the same, and for
    /// amounts that are not finite or too extreme.
    ///
    /// Searle, Casella and McCulloch, Variance Components (1992), ch. 3; Donner, International Statistical Review 54
    /// (1986) 67–82.
    pub fn of(classrooms: &[Vec<f64>]) -> Option<VarianceComponents> {
        VarianceComponents::of_groups(classrooms.iter().filter_map(|values| Group::of_values(values)))
    }

    /// The same for a look-for that is shown or not, as 1 and 0. The interval is then a rough one.
    ///
    /// [`intraclass_correlation`](super::intraclass_correlation) is this estimate with a rule for when not to trust it.
    pub fn of_counts(classrooms: &[ClusterCount]) -> Option<VarianceComponents> {
        VarianceComponents::of_groups(classrooms.iter().filter_map(Group::of_count))
    }

    fn of_groups(groups: impl Iterator<Item = Group> + Clone) -> Option<VarianceComponents> {
        let found = OneWay::of(groups)?;
        let point = found.correlation()?;
        let between = ((found.between - found.within) / found.typical_size).max(0.0);
        let correlation = Estimate::new(point, interval(&found, point)?).ok()?;
        Some(VarianceComponents { between, within: found.within, correlation })
    }

    /// The variance between classrooms, in the square of the amounts' unit; not negative.
    pub fn between(self) -> f64 {
        self.between
    }

    /// The variance between visits to one classroom, in the square of the amounts' unit; not negative.
    pub fn within(self) -> f64 {
        self.within
    }

    /// ICC(1), `0..=1`: the part of the variance that lies between classrooms, which is the reliability of one visit.
    pub fn correlation(self) -> Estimate {
        self.correlation
    }
}

/// How reliable the mean of so many visits to a classroom is, when one visit is as reliable as `correlation`: kρ/(1 +
/// (k − 1)ρ), `0..=1`, and 0 for no visits.
///
/// The share of the spread between classrooms' means that is about the classrooms. Assumes that visits differ from
/// each other by chance: not all on Monday mornings.
///
/// Spearman, British Journal of Psychology 3 (1910) 271–295; Brown, the same, 296–322.
pub fn reliability(correlation: Share, visits: u32) -> Share {
    let (rho, k) = (correlation.get(), f64::from(visits));
    Share::new(k * rho / (1.0 + (k - 1.0) * rho)).unwrap_or(Share::ZERO)
}

/// How many visits a classroom needs until their mean is as reliable as wanted: w(1 − ρ)/(ρ(1 − w)), rounded up; at
/// least 1.
///
/// `None` when no number of visits gets there: classrooms do not differ (ρ is 0), or nothing short of certainty is
/// wanted.
///
/// Spearman and Brown's formula, solved for the visits.
pub fn visits_for_reliability(correlation: Share, wanted: Share) -> Option<u32> {
    /// What rounding may add to a whole number.
    const ROUNDING: f64 = 1e-9;
    let visits = wanted.get() * correlation.rest().get() / (correlation.get() * wanted.rest().get());
    let visits = (visits - ROUNDING).ceil();
    (visits <= f64::from(u32::MAX)).then_some((visits as u32).max(1))
}

fn interval(found: &OneWay, point: f64) -> Option<Interval> {
    if found.within <= 0.0 {
        // Classrooms that never vary: what so many of them say at least.
        return wilson(Share::ONE, found.groups);
    }
    let (over, under) = (found.groups - 1.0, found.values - found.groups);
    let f = found.between / found.within;
    let correlation = |f: f64| (f - 1.0) / (f + found.typical_size - 1.0);
    let low = correlation(f / f_quantile(0.975, over, under)?).clamp(0.0, point);
    let high = correlation(f * f_quantile(0.975, under, over)?).clamp(point, 1.0);
    Interval::new(low, high).ok()
}
