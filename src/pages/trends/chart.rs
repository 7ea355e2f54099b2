use domain::trends::Line;
use yew::prelude::*;

use super::words::Said;
use crate::components::{ChartMark, ChartPoint, ChartStep, TrendChart};

/// The chart of one look-for, laid out on a scale of its own unit.
pub(crate) fn chart(said: &Said<'_>) -> Html {
    let (text, trend, unit) = (said.text, said.trend, said.unit());
    let limits = trend.points.iter().filter_map(|point| point.limits).map(|limits| limits.high());
    let levels = trend.expected.iter().map(|step| step.level);
    let top = unit.top(trend.points.iter().map(|point| point.value).chain(limits).chain(levels));
    let point = |point: &domain::trends::TrendPoint| ChartPoint {
        slot: point.span,
        at: point.value / top,
        limits: point.limits.map(|limits| (limits.low() / top, limits.high() / top)),
        outside: point.limits.is_some_and(|limits| !limits.contains(point.value)),
    };
    let expected = trend.expected.iter().map(|step| ChartStep {
        first: step.first,
        last: step.last,
        at: step.level / top,
        text: unit.level(text, step.level).into(),
    });
    let centre = trend.line.map(|line| match line {
        Line::Median { value, .. } | Line::Baseline { value, .. } => value / top,
    });
    let spans = &said.trends.spans;
    let visits = |span: usize| trend.points.iter().find(|point| point.span == span).map(|point| point.visits);
    let counts = (0..spans.len()).map(|span| visits(span).map_or_else(AttrValue::default, |n| n.to_string().into()));
    let end =
        |span: Option<&domain::trends::Span>| span.map_or_else(AttrValue::default, |span| said.short_name(span).into());
    html! {
        <TrendChart
            label={said.spoken()}
            slots={spans.len()}
            points={trend.points.iter().map(point).collect::<Vec<_>>()}
            {centre}
            expected={expected.collect::<Vec<_>>()}
            marks={marks(said)}
            counts={counts.collect::<Vec<_>>()}
            ends={[end(spans.first()), said.counts().into(), end(spans.last().filter(|_| spans.len() > 1))]}
            scale={(AttrValue::from(unit.level(text, 0.0)), AttrValue::from(unit.level(text, top)))}
        />
    }
}

/// Framework versions, and the day on which something new began.
fn marks(said: &Said<'_>) -> Vec<ChartMark> {
    let spans = &said.trends.spans;
    let slot = |day| spans.iter().rposition(|span| span.from <= day);
    let versions = said.trends.versions.iter().filter_map(|start| {
        let text = said.text.with("trends-version", [("n", start.number.into())]);
        Some(ChartMark { slot: slot(start.from)?, text: text.into() })
    });
    let within = |day: &domain::time::Date| spans.last().is_some_and(|last| *day <= last.to);
    let began = said
        .view
        .start
        .filter(within)
        .and_then(|day| Some(ChartMark { slot: slot(day)?, text: said.text.get("trends-started").into() }));
    versions.chain(began).collect()
}
