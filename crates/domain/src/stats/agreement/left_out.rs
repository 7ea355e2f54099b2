//! Krippendorff's alpha without one unit, by taking what the unit adds out of the sums over all. Going through all
//! pairs of judgements again for each unit would take minutes for two thousand units of amounts.

use super::alpha::{Metric, grouped};

/// Under this part of a sum, what is left of it is mostly rounding.
const LEFT: f64 = 1e-6;

/// The sums of which alpha is made.
pub(super) struct Sums {
    metric: Metric,
    judgements: f64,
    within: f64,
    all: f64,
    groups: Vec<(f64, f64)>,
}

impl Sums {
    /// Of units with two judgements or more.
    pub(super) fn of(metric: Metric, units: &[&[f64]]) -> Sums {
        let values = units.concat();
        Sums {
            metric,
            judgements: values.len() as f64,
            within: units.iter().map(|unit| metric.within(unit)).sum(),
            all: metric.apart_in_all(values.clone()),
            groups: grouped(values),
        }
    }

    /// The alpha of the other units. `None` where too little is left to be taken from the sums.
    pub(super) fn without(&self, unit: &[f64]) -> Option<f64> {
        let judgements = self.judgements - unit.len() as f64;
        let across: f64 = unit.iter().map(|value| self.metric.apart_from(*value, &self.groups)).sum();
        let all = self.all - 2.0 * across + self.metric.apart_in_all(unit.to_vec());
        let within = self.within - self.metric.within(unit);
        (all > self.all * LEFT).then(|| 1.0 - within * (judgements - 1.0) / all)
    }
}
