use std::f64::consts::PI;

use super::run_chart::median;
use super::{MINIMUM_USEFUL, Point, Runs, Side, Signal, TooThin};
use crate::stats::{Interval, Share};

/// Limits rest on so many points or more.
pub const MINIMUM_BASELINE: usize = 12;

/// A typical point has at least so many visits that show the look-for, and so many that do not.
pub const MINIMUM_COUNT: f64 = 5.0;

/// How many deviations the limits lie from the centre.
const DEVIATIONS: f64 = 3.0;

/// A series of shares between limits that a baseline sets: Laney's p′ chart.
#[derive(Debug, Clone, PartialEq)]
pub struct LaneyChart {
    centre: Share,
    sigma_z: f64,
    points: Vec<LimitedPoint>,
    runs: Runs,
}

/// A point of a [`LaneyChart`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LimitedPoint {
    /// Shown of looked.
    pub share: Share,
    /// Within what it is unremarkable, `0..=1`: nearer for more visits.
    pub limits: Interval,
}

impl LaneyChart {
    /// Takes the centre and the spread from the first `baseline` points, those before a plan, and holds them fixed for
    /// all that follow.
    ///
    /// With p̄ = Σshown/Σlooked over the baseline, σᵢ = √(p̄(1 − p̄)/nᵢ) and zᵢ = (pᵢ − p̄)/σᵢ, the limits of a point are
    /// p̄ ± 3·σᵢ·σ_z, cut to `0..=1`, where σ_z is the mean of |zᵢ − zᵢ₋₁| over the baseline divided by 2/√π (1.128).
    /// σ_z over 1 means that periods differ by more than the luck of the draw: classrooms that share visits, a new
    /// unit, another observer. That is why looks are counted in full here, not by their design effect.
    ///
    /// Fails, and a run chart is the chart to draw, when the baseline has under [`MINIMUM_BASELINE`] points, when the
    /// median of n·p̄ or n·(1 − p̄) over it is under [`MINIMUM_COUNT`], and when no two neighbours differ.
    ///
    /// Laney, "Improved control charts for attributes", Quality Engineering 14 (2002) 531–537.
    pub fn of(points: &[Point], baseline: usize) -> Result<LaneyChart, TooThin> {
        let before = points.get(..baseline).unwrap_or(points);
        if before.len() < MINIMUM_BASELINE {
            return Err(TooThin::FewPoints { baseline: before.len(), all: points.len() });
        }
        let (shown, looked) = (sum(before, Point::shown), sum(before, Point::looked));
        let centre = shown / looked;
        let looks: Vec<_> = before.iter().map(|point| f64::from(point.looked())).collect();
        let typical = median(&looks).unwrap_or(0.0) * shown.min(looked - shown) / looked;
        if typical < MINIMUM_COUNT {
            return Err(TooThin::SmallCounts { typical });
        }
        let deviation = |point: &Point| (centre * (1.0 - centre) / f64::from(point.looked())).sqrt();
        let z: Vec<_> = before.iter().map(|point| (point.share() - centre) / deviation(point)).collect();
        let sigma_z = mean_step(&z) / (2.0 / PI.sqrt());
        if sigma_z <= 0.0 {
            return Err(TooThin::NoSpread);
        }
        let limits = |point: &Point| {
            let reach = DEVIATIONS * deviation(point) * sigma_z;
            Interval::new((centre - reach).max(0.0), (centre + reach).min(1.0)).ok()
        };
        LaneyChart::between(points, centre, sigma_z, limits).ok_or(TooThin::NoSpread)
    }

    fn between(
        points: &[Point],
        centre: f64,
        sigma_z: f64,
        limits: impl Fn(&Point) -> Option<Interval>,
    ) -> Option<LaneyChart> {
        let limited =
            |point: &Point| Some(LimitedPoint { share: Share::new(point.share()).ok()?, limits: limits(point)? });
        Some(LaneyChart {
            centre: Share::new(centre).ok()?,
            sigma_z,
            points: points.iter().map(limited).collect::<Option<_>>()?,
            runs: Runs::about(centre, points.iter().map(|point| point.share()))?,
        })
    }

    /// The centre line: the baseline's share.
    pub fn centre(&self) -> Share {
        self.centre
    }

    /// How many times as far as by the luck of the draw the baseline's points spread; finite and above zero.
    pub fn sigma_z(&self) -> f64 {
        self.sigma_z
    }

    /// All points in order with their limits, the baseline's first.
    pub fn points(&self) -> &[LimitedPoint] {
        &self.points
    }

    /// How the series runs around the centre line.
    pub fn runs(&self) -> Runs {
        self.runs
    }

    /// What the runs around the centre signal, then every point outside its limits; nothing under ten useful points.
    pub fn signals(&self) -> Vec<Signal> {
        let mut found = self.runs.signals();
        if self.runs.useful() >= MINIMUM_USEFUL {
            let outside = self
                .points
                .iter()
                .enumerate()
                .filter_map(|(position, point)| Some(Signal::OutsideLimits { position, side: point.outside()? }));
            found.extend(outside);
        }
        found
    }
}

impl LimitedPoint {
    /// On which side the point lies outside its limits; `None` within them or on one.
    pub fn outside(self) -> Option<Side> {
        if self.share.get() > self.limits.high() {
            Some(Side::Above)
        } else if self.share.get() < self.limits.low() {
            Some(Side::Below)
        } else {
            None
        }
    }
}

fn sum(points: &[Point], of: fn(Point) -> u32) -> f64 {
    points.iter().map(|point| f64::from(of(*point))).sum()
}

/// The mean distance between neighbours; 0 without any.
fn mean_step(values: &[f64]) -> f64 {
    let steps: f64 = values.iter().zip(values.iter().skip(1)).map(|(before, after)| (after - before).abs()).sum();
    steps / (values.len().max(2) - 1) as f64
}
