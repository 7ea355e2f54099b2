use domain::compare::ComparisonRow;
use domain::framework::{Ask, Kind};
use domain::stats::{Interval, Measure};

use crate::text::Text;

/// In what a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    /// A share of visits.
    Visits,
    /// A share of watched time.
    Time,
    /// A share of students.
    Students,
    /// A share of the moments at which somebody looked.
    Moments,
    /// Occurrences per ten watched minutes.
    PerTenMinutes,
}

impl Unit {
    /// What a row's numbers are in.
    pub(crate) fn of(row: &ComparisonRow) -> Self {
        match row.measure {
            Measure::ShareOfVisits => Self::Visits,
            Measure::Amount => Self::of_amount(&row.look_for.kind),
        }
    }

    /// What the amount of a kind is in; presence and ratings have none but visits.
    pub(crate) fn of_amount(kind: &Kind) -> Self {
        match kind {
            Kind::Presence | Kind::Rating { .. } => Self::Visits,
            Kind::Count => Self::PerTenMinutes,
            Kind::Duration => Self::Time,
            Kind::Interval { ask: Ask::NotDoing, .. } => Self::Students,
            Kind::Interval { ask: Ask::YesOrNo, .. } => Self::Moments,
        }
    }

    /// The number alone: "45 %", "5.4".
    pub(crate) fn level(self, text: &Text, value: f64) -> String {
        match self {
            Self::Visits | Self::Time | Self::Students | Self::Moments => text.percent(value),
            Self::PerTenMinutes => text.number(value),
        }
    }

    /// Both ends of an interval: "31–60 %", "2.4–3.9".
    pub(crate) fn range(self, text: &Text, interval: Interval) -> String {
        let low = match self {
            Self::Visits | Self::Time | Self::Students | Self::Moments => {
                text.number((interval.low() * 100.0).round() + 0.0)
            }
            Self::PerTenMinutes => text.number(interval.low()),
        };
        format!("{low}–{}", self.level(text, interval.high()))
    }

    /// The number with what it is of: "45 % of visits", "5.4 per 10 minutes".
    pub(crate) fn value(self, text: &Text, value: f64) -> String {
        self.of_what(text, self.level(text, value))
    }

    /// "45 % of visits", from "45 %".
    pub(crate) fn of_what(self, text: &Text, level: String) -> String {
        let level = [("level", level.into())];
        match self {
            Self::Visits => text.with("compare-of-visits", level),
            Self::Time => text.with("compare-of-time", level),
            Self::Students => text.with("compare-of-students", level),
            Self::Moments => text.with("compare-of-moments", level),
            Self::PerTenMinutes => text.with("compare-in-ten-minutes", level),
        }
    }

    /// A difference: "4 points", "1.2 per 10 minutes".
    pub(crate) fn difference(self, text: &Text, value: f64) -> String {
        match self {
            Self::Visits | Self::Time | Self::Students | Self::Moments => {
                let points = points(value);
                text.with("compare-points", [("n", points.into()), ("label", text.number(points).into())])
            }
            Self::PerTenMinutes => text.with("compare-in-ten-minutes", [("level", text.number(value).into())]),
        }
    }

    /// Differences from `low` to `high`: "22–47 points". One where both round to the same.
    pub(crate) fn differences(self, text: &Text, low: f64, high: f64) -> String {
        let (low, high) = match self {
            Self::Visits | Self::Time | Self::Students | Self::Moments => (points(low), points(high)),
            Self::PerTenMinutes => (low, high),
        };
        let (from, to) = (text.number(low), text.number(high));
        let label = if from == to { from } else { format!("{from}–{to}") };
        match self {
            Self::Visits | Self::Time | Self::Students | Self::Moments => {
                text.with("compare-points", [("n", high.into()), ("label", label.into())])
            }
            Self::PerTenMinutes => text.with("compare-in-ten-minutes", [("level", label.into())]),
        }
    }

    /// The right end of a scale that holds these values: 100 % for a share, otherwise the next round number.
    pub(crate) fn top(self, values: impl Iterator<Item = f64>) -> f64 {
        match self {
            Self::Visits | Self::Time | Self::Students | Self::Moments => 1.0,
            Self::PerTenMinutes => round_up(values.fold(1.0, f64::max)),
        }
    }
}

/// A share in whole points; in tenths where it would round to none, because a little is not nothing.
fn points(share: f64) -> f64 {
    let points = share * 100.0;
    let whole = points.round();
    // Adding zero turns −0 into 0, which prints without a sign.
    (if whole == 0.0 { (points * 10.0).round() / 10.0 } else { whole }) + 0.0
}

/// The next of 1, 2, 4, 5, 8, 10, 20 … that is not less.
fn round_up(value: f64) -> f64 {
    let ten = 10_f64.powf(value.log10().floor());
    let steps = [1.0, 2.0, 4.0, 5.0, 8.0, 10.0];
    steps.into_iter().map(|step| step * ten).find(|step| *step >= value).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn a_scale_ends_at_the_next_round_number() {
        let tops = [0.2, 1.0, 2.3, 4.1, 7.9, 8.1, 43.0].map(|value| Unit::PerTenMinutes.top([value].into_iter()));
        assert_eq!(tops, [1.0, 1.0, 4.0, 5.0, 8.0, 10.0, 50.0]);
        assert_eq!(Unit::Students.top([0.3].into_iter()), 1.0);
    }

    #[test]
    fn a_difference_is_in_its_own_unit_and_a_little_is_not_nothing() {
        let text = Text::new(Language::En);
        assert_eq!(Unit::Visits.differences(&text, 0.221, 0.469), "22–47 points");
        assert_eq!(Unit::Visits.differences(&text, 0.003, 0.12), "0.3–12 points");
        assert_eq!(Unit::Time.difference(&text, 0.01), "1 point");
        assert_eq!(Unit::PerTenMinutes.differences(&text, 1.21, 2.4), "1.2–2.4 per 10 minutes");
    }
}
