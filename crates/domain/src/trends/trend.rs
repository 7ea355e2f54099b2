use serde::{Deserialize, Serialize};

use super::Span;
use super::spans::Spans;
use crate::compare::{Bar, Column, ComparisonRow, Planned, Seen};
use crate::expectation::Direction;
use crate::stats::trend::{Chart, Course, Period, Point, RunChart, Signal, TooThin, run_signal_by_chance};
use crate::stats::{Estimate, Interval, Measure, Share};

/// One look-for over time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Trend {
    /// The same look-for over the whole time, as Compare has it: its words, expectation and standing.
    pub row: ComparisonRow,
    /// In the order of time; a span in which nobody looked has none.
    pub points: Vec<TrendPoint>,
    /// Around what the points lie; `None` without points.
    pub line: Option<Line>,
    /// What the chart signals.
    pub signals: Vec<Signal>,
    /// How likely it signals although nothing has changed, `0..=1`.
    pub by_chance: Share,
    /// What was expected, as it changed over time; in the unit of the points.
    pub expected: Vec<ExpectedStep>,
    /// How much higher the value is in the last third of the spans with visits than in the first; `None` under three
    /// such spans, and where a third has no interval.
    pub change: Option<Estimate>,
    /// Which way it goes; `None` without a change.
    pub course: Option<Course>,
}

/// One week, month or term of a look-for.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct TrendPoint {
    /// The position of its span.
    pub span: usize,
    /// Visits that it rests on.
    pub visits: u32,
    /// A share, or an amount in the look-for's own unit.
    pub value: f64,
    /// Within what it is unremarkable; `None` on a run chart.
    pub limits: Option<Interval>,
}

/// Around what the points of a chart lie.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Line {
    /// The median of the points, without limits.
    Median {
        /// In the unit of the points.
        value: f64,
        /// Why there are no limits.
        why: NoLimits,
        /// The period whose points gather more visits, where that may help.
        offer: Option<Period>,
    },
    /// The share over the baseline, from which the limits are taken.
    Baseline {
        /// `0..=1`.
        value: f64,
        /// How many points the baseline has.
        points: usize,
    },
}

/// Why a chart has no limits.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum NoLimits {
    /// There are too few visits, or too few points.
    Thin(TooThin),
    /// It is an amount; limits are those of shares.
    Amount,
    /// It is one person's pattern, which nobody should read as a verdict.
    Person,
}

/// From one span to another the same was expected.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct ExpectedStep {
    /// The position of the first span.
    pub first: usize,
    /// The position of the last span.
    pub last: usize,
    /// In the unit of the points.
    pub level: f64,
    /// Which side is good.
    pub direction: Direction,
}

/// Everything that the trends of one answer are made from.
pub(super) struct Series<'a> {
    pub(super) spans: &'a Spans,
    pub(super) bar: &'a Bar<'a>,
    pub(super) period: Period,
    /// How many spans the limits may rest on.
    pub(super) baseline: usize,
    /// The visits are one person's.
    pub(super) person: bool,
}

impl Series<'_> {
    pub(super) fn trend(&self, planned: &Planned<'_>, row: ComparisonRow, columns: &Seen) -> Trend {
        let by_span = columns.spans.iter().enumerate();
        let seen: Vec<_> = by_span.filter_map(|(span, column)| point(&row, span, column)).collect();
        let change = match columns.parts.as_slice() {
            [first, last] if self.spans.has_thirds() => {
                let [first, last] = [first, last].map(|column| self.bar.row(planned, column));
                first.change_to(&last)
            }
            _ => None,
        };
        let close = row.closeness(self.bar.rule.margin);
        let mut trend = Trend {
            points: seen.iter().map(|(point, _)| *point).collect(),
            line: None,
            signals: Vec::new(),
            by_chance: Share::ZERO,
            expected: self.expected(&row),
            change,
            course: change.map(|change| Course::of(change, close)),
            row,
        };
        match (self.person, trend.row.measure) {
            (true, _) => trend.run(NoLimits::Person),
            (false, Measure::Amount) => trend.run(NoLimits::Amount),
            (false, Measure::ShareOfVisits) => self.chart(&mut trend, &seen),
        }
        trend
    }

    /// Limits where the shares can carry them.
    fn chart(&self, trend: &mut Trend, seen: &[(TrendPoint, Option<Point>)]) {
        let points: Vec<Point> = seen.iter().filter_map(|(_, point)| *point).collect();
        let baseline = seen.iter().filter(|(point, _)| point.span < self.baseline).count();
        let Some(chart) = Chart::of(&points, baseline, self.period) else { return };
        trend.signals = chart.signals();
        trend.by_chance = chart.signal_by_chance().unwrap_or(Share::ZERO);
        trend.line = Some(match &chart {
            Chart::Run { chart, why, offer } => {
                Line::Median { value: chart.median(), why: NoLimits::Thin(*why), offer: *offer }
            }
            Chart::Limits(limited) => {
                for (point, limited) in trend.points.iter_mut().zip(limited.points()) {
                    point.limits = Some(limited.limits);
                }
                Line::Baseline { value: limited.centre().get(), points: baseline }
            }
        });
    }

    /// What was expected on the last day of each span, as long as it is in the unit of the row.
    fn expected(&self, row: &ComparisonRow) -> Vec<ExpectedStep> {
        let mut steps: Vec<ExpectedStep> = Vec::new();
        for (at, Span { to, .. }) in self.spans.all.iter().enumerate() {
            let day = (*to).min(self.bar.last_day);
            let expected = self.bar.expectation_on(&row.look_for, day).and_then(crate::compare::level);
            let Some(expected) = expected.filter(|expected| expected.measure() == row.measure) else { continue };
            let (level, direction) = (expected.level(), expected.direction());
            match steps.last_mut() {
                Some(step) if step.last + 1 == at && step.level == level && step.direction == direction => {
                    step.last = at;
                }
                Some(_) | None => steps.push(ExpectedStep { first: at, last: at, level, direction }),
            }
        }
        steps
    }
}

/// A look-for in one span, and for shares what it is a share of; `None` where nobody looked.
fn point(row: &ComparisonRow, span: usize, column: &Column) -> Option<(TrendPoint, Option<Point>)> {
    let at = |visits, value| TrendPoint { span, visits, value, limits: None };
    match row.measure {
        Measure::ShareOfVisits => {
            let point = Point::new(column.tally().shown(), column.tally().looked()).ok()?;
            Some((at(point.looked(), point.share()), Some(point)))
        }
        Measure::Amount => {
            let rate = column.amount().rate(&row.look_for.kind)?;
            Some((at(column.amount().visits, rate), None))
        }
    }
}

impl Trend {
    /// The points around their median.
    fn run(&mut self, why: NoLimits) {
        let values: Vec<f64> = self.points.iter().map(|point| point.value).collect();
        let Some(chart) = RunChart::of(&values) else { return };
        self.line = Some(Line::Median { value: chart.median(), why, offer: None });
        self.signals = chart.signals();
        let runs = chart.runs();
        self.by_chance = run_signal_by_chance(runs.above(), runs.below()).unwrap_or(Share::ZERO);
    }
}
