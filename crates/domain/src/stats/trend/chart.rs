use super::{LaneyChart, Period, Point, RunChart, Signal, TooThin};

/// The chart that a series of shares can carry.
#[derive(Debug, Clone, PartialEq)]
pub enum Chart {
    /// Too thin for limits: the points around their median.
    Run {
        /// The points around their median.
        chart: RunChart,
        /// Why there are no limits.
        why: TooThin,
        /// The period to offer instead, whose points gather more visits; `None` after the longest.
        offer: Option<Period>,
    },
    /// The points between limits.
    Limits(LaneyChart),
}

impl Chart {
    /// Limits where the first `baseline` points can carry them, a run chart where they cannot: see [`LaneyChart::of`].
    ///
    /// `baseline` is how many points lie before the plan; all of them when there is none. `None` without points.
    pub fn of(points: &[Point], baseline: usize, period: Period) -> Option<Chart> {
        match LaneyChart::of(points, baseline) {
            Ok(chart) => Some(Chart::Limits(chart)),
            Err(why) => {
                let shares: Vec<_> = points.iter().map(|point| point.share()).collect();
                Some(Chart::Run { chart: RunChart::of(&shares)?, why, offer: period.longer() })
            }
        }
    }

    /// What it signals; nothing under ten useful points.
    pub fn signals(&self) -> Vec<Signal> {
        match self {
            Chart::Run { chart, why: _, offer: _ } => chart.signals(),
            Chart::Limits(chart) => chart.signals(),
        }
    }
}
