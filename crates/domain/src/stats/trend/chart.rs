use super::{
    LaneyChart, Period, Point, RunChart, Signal, TooThin, run_signal_by_chance, run_signal_by_chance_about_fixed_line,
};
use crate::stats::Share;

/// How often a point lies outside three deviations by chance: 2·(1 − Φ(3)).
const OUTSIDE_BY_CHANCE: f64 = 0.002_7;

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

    /// How likely it signals although nothing has changed; 0 where nothing can signal. For
    /// [`signals_by_chance`](super::signals_by_chance).
    ///
    /// Exact for a run chart. Approximate for limits: its runs are taken as coin tosses about the frozen centre, its
    /// points as normal and its limits as known; limits from a dozen points are crossed somewhat more often. `None` for
    /// series longer than [`MOST_POINTS`](super::MOST_POINTS).
    pub fn signal_by_chance(&self) -> Option<Share> {
        match self {
            Chart::Run { chart, why: _, offer: _ } => run_signal_by_chance(chart.runs().above(), chart.runs().below()),
            Chart::Limits(chart) => {
                let runs = run_signal_by_chance_about_fixed_line(chart.runs().useful())?;
                let points = i32::try_from(chart.points().len()).ok()?;
                let nothing = runs.rest().get() * (1.0 - OUTSIDE_BY_CHANCE).powi(points);
                Share::new(1.0 - nothing).ok()
            }
        }
    }
}
