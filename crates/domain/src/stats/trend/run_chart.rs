use super::{Runs, Signal};

/// A series around its own median: no limits, so it needs no assumption about how its points spread.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RunChart {
    median: f64,
    runs: Runs,
}

impl RunChart {
    /// Draws the median through `values`, shares or amounts in the order of time. A period without visits is no
    /// point: leave it out.
    ///
    /// `None` without values, and when one of them is not finite.
    ///
    /// Assumes that the points are independent of each other while nothing changes.
    pub fn of(values: &[f64]) -> Option<RunChart> {
        let median = median(values)?;
        Some(RunChart { median, runs: Runs::about(median, values.iter().copied())? })
    }

    /// The centre line, in the unit of the values: as many of them above as below.
    pub fn median(self) -> f64 {
        self.median
    }

    /// How the series runs around the centre line.
    pub fn runs(self) -> Runs {
        self.runs
    }

    /// What it signals; nothing under ten useful points.
    pub fn signals(self) -> Vec<Signal> {
        self.runs.signals()
    }
}

/// The middle value, or half-way between the two middle ones. `None` without values, and when one is not finite.
pub(super) fn median(values: &[f64]) -> Option<f64> {
    if !values.iter().all(|value| value.is_finite()) {
        return None;
    }
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let upper = *sorted.get(sorted.len() / 2)?;
    let lower = *sorted.get((sorted.len() - 1) / 2)?;
    // Halved before they are added, so that the largest numbers do not overflow; equal ones stay as they are.
    Some(if lower == upper { upper } else { lower / 2.0 + upper / 2.0 })
}
