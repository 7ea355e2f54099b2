//! A trend in words: where it is going, what stands out, and what it is drawn from.

use domain::expectation::Direction;
use domain::stats::Standing;
use domain::stats::trend::{Course, Period, Signal, TooThin};
use domain::time::Date;
use domain::trends::{Line, NoLimits, Span, Trend, Trends};
use fluent_bundle::FluentValue;

use crate::pages::compare::Unit;
use crate::route::TrendsView;
use crate::text::Text;

/// What is said of one trend.
pub(crate) struct Said<'a> {
    pub(crate) text: &'a Text,
    pub(crate) trends: &'a Trends,
    pub(crate) trend: &'a Trend,
    pub(crate) view: &'a TrendsView,
    pub(crate) today: Date,
}

/// The one thing to know, and the sign before it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Headline {
    pub(crate) sign: &'static str,
    pub(crate) words: String,
}

impl Said<'_> {
    pub(super) fn unit(&self) -> Unit {
        Unit::of(&self.trend.row)
    }

    /// What stands out, most urgent first.
    pub(crate) fn headline(&self) -> Headline {
        self.all().into_iter().next().unwrap_or(Headline { sign: "", words: String::new() })
    }

    /// What else stands out.
    pub(super) fn others(&self) -> Vec<String> {
        let others = self.all().into_iter().skip(1).map(|line| line.words);
        others.chain(self.uncertain()).collect()
    }

    /// How far it may have gone either way, while nobody can tell which.
    fn uncertain(&self) -> Option<String> {
        let change = self.trend.change.filter(|_| self.trend.course == Some(Course::CannotTell))?.interval();
        let ends = [
            ("down", self.unit().difference(self.text, -change.low()).into()),
            ("up", self.unit().difference(self.text, change.high()).into()),
            self.period(),
        ];
        Some(self.text.with("trends-change-between", ends))
    }

    fn all(&self) -> Vec<Headline> {
        if self.trend.points.is_empty() {
            return vec![Headline { sign: "○", words: self.text.get("trends-no-visits") }];
        }
        let mut lines: Vec<_> = self.outside().into_iter().collect();
        lines.extend(self.course());
        lines.extend(self.trend.signals.iter().filter_map(|signal| self.pattern(*signal)));
        lines
    }

    /// Points outside the limits, all in one line.
    fn outside(&self) -> Option<Headline> {
        let position = |signal: &Signal| match signal {
            Signal::OutsideLimits { position, .. } => Some(*position),
            Signal::LongRun { .. } | Signal::FewCrossings { .. } => None,
        };
        let outside: Vec<usize> = self.trend.signals.iter().filter_map(position).collect();
        let last = self.trend.points.get(*outside.last()?)?;
        let span = self.trends.spans.get(last.span)?;
        let words = if outside.len() == 1 {
            self.text.with("trends-outside-one", [("span", self.name(span).into())])
        } else {
            let several = [("n", outside.len().into()), self.period(), ("span", self.name_within(span).into())];
            self.text.with("trends-outside-several", several)
        };
        Some(Headline { sign: "●", words })
    }

    /// Which way it goes.
    fn course(&self) -> Option<Headline> {
        let (Some(change), Some(course)) = (self.trend.change, self.trend.course) else {
            return Some(Headline { sign: "◇", words: self.text.with("trends-too-short", [self.period()]) });
        };
        let (low, high) = (change.interval().low(), change.interval().high());
        let amount = |low, high| ("amount", self.unit().differences(self.text, low, high).into());
        Some(match course {
            Course::Rising => {
                Headline { sign: "↗", words: self.text.with("trends-rising", [amount(low, high), self.period()]) }
            }
            Course::Falling => {
                Headline { sign: "↘", words: self.text.with("trends-falling", [amount(-high, -low), self.period()]) }
            }
            Course::Steady => Headline { sign: "→", words: self.text.get(self.steady()) },
            Course::CannotTell => Headline { sign: "◇", words: self.text.get("trends-cannot-tell") },
        })
    }

    fn steady(&self) -> &'static str {
        let cap = self.trend.row.expectation.as_ref().map(|expectation| expectation.direction);
        match (self.trend.row.standing, cap) {
            (Some(Standing::Met), _) => "trends-steady-met",
            (Some(Standing::Close), _) => "trends-steady-close",
            (Some(Standing::Below), Some(Direction::AtMost)) => "trends-steady-over",
            (Some(Standing::Below), Some(Direction::AtLeast) | None) => "trends-steady-below",
            (
                Some(Standing::NoVisits | Standing::TooManyBlanks | Standing::TooFew | Standing::CannotTell) | None,
                _,
            ) => "trends-steady",
        }
    }

    /// What the order of the points says.
    fn pattern(&self, signal: Signal) -> Option<Headline> {
        let words = match signal {
            Signal::LongRun { points, at_most: _ } => {
                self.text.with("trends-long-run", [("n", points.into()), self.period()])
            }
            Signal::FewCrossings { crossings, at_least } => {
                self.text.with("trends-few-crossings", [("n", crossings.into()), ("least", at_least.into())])
            }
            Signal::OutsideLimits { .. } => return None,
        };
        Some(Headline { sign: "●", words })
    }

    /// Around what the points lie, and why there are no limits where there are none.
    pub(crate) fn basis(&self) -> Option<String> {
        let text = self.text;
        let level = |value| ("level", self.unit().level(text, value).into());
        Some(match self.trend.line? {
            Line::Baseline { value, points } => {
                text.with("trends-limits", [level(value), ("n", points.into()), self.period()])
            }
            Line::Median { value, why, offer: _ } => {
                let why = match why {
                    NoLimits::Thin(TooThin::FewPoints { baseline, all: _ }) => {
                        text.with("trends-few-points", [("n", baseline.into()), self.period()])
                    }
                    NoLimits::Thin(TooThin::SmallCounts { .. }) => text.with("trends-small-counts", [self.period()]),
                    NoLimits::Thin(TooThin::NoSpread) => text.get("trends-no-spread"),
                    NoLimits::Amount => text.get("trends-amount"),
                    NoLimits::Person => text.get("trends-one-person"),
                };
                format!("{} {why}", text.with("trends-median", [level(value)]))
            }
        })
    }

    /// The whole chart in a few sentences.
    pub(super) fn spoken(&self) -> String {
        let end = |span: Option<&Span>| span.map_or_else(String::new, |span| self.short_name(span));
        let spans = &self.trends.spans;
        let parts = [
            ("headline", self.headline().words.into()),
            ("n", self.trend.points.len().into()),
            self.period(),
            ("first", end(spans.first()).into()),
            ("last", end(spans.last()).into()),
        ];
        let mut spoken = vec![self.text.with("trends-spoken", parts)];
        spoken.extend(self.basis());
        spoken.extend(self.trend.expected.last().map(|step| {
            self.text.with("trends-spoken-expected", [("level", self.unit().value(self.text, step.level).into())])
        }));
        spoken.join(" ")
    }

    /// Under the numbers of visits.
    pub(super) fn counts(&self) -> String {
        self.text.with("trends-counts", [self.period()])
    }

    /// "6 Oct", "Oct 2026", "Autumn".
    pub(super) fn short_name(&self, span: &Span) -> String {
        match (self.view.period, &span.name) {
            (Period::Week, _) if span.from.year() == self.today.year() => self.text.date(span.from),
            (Period::Week, _) => self.text.full_date(span.from),
            (Period::Term, Some(name)) => name.clone(),
            (Period::Month | Period::Term, _) => {
                let month = self.text.get(&format!("month-short-{}", span.from.month()));
                format!("{month} {}", span.from.year())
            }
        }
    }

    /// "Week of 6 Oct", at the start of a sentence.
    fn name(&self, span: &Span) -> String {
        self.named(span, "trends-week-of")
    }

    /// "the week of 6 Oct".
    fn name_within(&self, span: &Span) -> String {
        self.named(span, "trends-the-week-of")
    }

    fn named(&self, span: &Span, week: &str) -> String {
        let short = self.short_name(span);
        match self.view.period {
            Period::Week => self.text.with(week, [("date", short.into())]),
            Period::Month | Period::Term => short,
        }
    }

    /// What a point covers, for messages that name it.
    pub(super) fn period(&self) -> (&'static str, FluentValue<'static>) {
        let period = match self.view.period {
            Period::Week => "week",
            Period::Month => "month",
            Period::Term => "term",
        };
        ("period", period.into())
    }
}

/// The next longer period, where its points would gather more visits.
pub(super) fn offer(text: &Text, trend: &Trend) -> Option<(Period, String)> {
    match trend.line? {
        Line::Median { offer: Some(period), .. } => {
            let words = match period {
                Period::Week | Period::Month => text.get("trends-offer-month"),
                Period::Term => text.get("trends-offer-term"),
            };
            Some((period, words))
        }
        Line::Median { offer: None, .. } | Line::Baseline { .. } => None,
    }
}
