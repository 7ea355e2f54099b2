use domain::trends::{ExpectedStep, TrendPoint};
use yew::prelude::*;

use super::words::Said;
use crate::components::{Column, DataTable};

/// The numbers behind a chart.
pub(super) fn table(said: &Said<'_>) -> Html {
    let text = said.text;
    let number = |label: String| Column { label: label.into(), numeric: true };
    let columns = vec![
        Column { label: text.with("trends-column-span", [said.period()]).into(), numeric: false },
        number(text.get("trends-column-visits")),
        number(text.get("trends-column-value")),
        number(text.get("trends-column-low")),
        number(text.get("trends-column-high")),
        number(text.get("trends-column-expected")),
    ];
    let rows: Vec<Vec<Html>> = said.trend.points.iter().map(|point| cells(said, point)).collect();
    html! { <DataTable caption={said.trend.row.look_for.text.clone()} {columns} {rows} /> }
}

fn cells(said: &Said<'_>, point: &TrendPoint) -> Vec<Html> {
    let level = |value: Option<f64>| {
        let dash = || said.text.get("compare-no-number");
        html! { { value.map_or_else(dash, |value| said.unit().level(said.text, value)) } }
    };
    let span = said.trends.spans.get(point.span).map(|span| said.short_name(span));
    vec![
        html! { { for span } },
        html! { { point.visits } },
        level(Some(point.value)),
        level(point.limits.map(|limits| limits.low())),
        level(point.limits.map(|limits| limits.high())),
        level(expected(said, point).map(|step| step.level)),
    ]
}

/// What was expected in the span of a point.
pub(super) fn expected<'a>(said: &Said<'a>, point: &TrendPoint) -> Option<&'a ExpectedStep> {
    said.trend.expected.iter().find(|step| (step.first..=step.last).contains(&point.span))
}
