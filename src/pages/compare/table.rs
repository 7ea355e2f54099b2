use domain::compare::ComparisonRow;
use yew::prelude::*;

use super::{Unit, words};
use crate::components::{Column, DataTable, StandingMark};
use crate::text::Text;

/// The same rows as a table.
pub(super) fn table(text: &Text, rows: &[&ComparisonRow]) -> Html {
    let words = |label: String| Column { label: label.into(), numeric: false };
    let number = |label: String| Column { label: label.into(), numeric: true };
    let columns = vec![
        words(text.get("compare-column-look-for")),
        words(text.get("compare-column-standing")),
        words(text.get("compare-column-gap")),
        // In words, because each look-for has a unit of its own; and words may be broken over lines.
        words(text.get("compare-column-observed")),
        number(text.get("compare-column-interval")),
        words(text.get("compare-column-expected")),
        number(text.get("compare-column-visits")),
        number(text.get("compare-column-rooms")),
        number(text.get("compare-column-blank")),
        number(text.get("compare-column-absent")),
        number(text.get("compare-column-unjudged")),
    ];
    let rows: Vec<_> = rows.iter().map(|row| cells(text, row)).collect();
    html! { <DataTable caption={text.get("compare-caption")} {columns} {rows} /> }
}

fn cells(text: &Text, row: &ComparisonRow) -> Vec<Html> {
    let unit = Unit::of(row);
    let interval = row.estimate.map(|estimate| unit.range(text, estimate.interval()));
    let expected = row.expectation.as_ref();
    vec![
        html! { { &row.look_for.text } },
        html! { <StandingMark shape={words::shape(row.standing)} word={words::standing(text, row)} /> },
        html! { { words::gap(text, row) } },
        said(text, row.observed.map(|value| unit.value(text, value))),
        said(text, interval),
        said(text, expected.map(|expected| words::expected_level(text, &row.look_for.kind, expected))),
        html! { { row.visits } },
        html! { { row.classrooms } },
        html! { { row.tally.blank() } },
        html! { { row.tally.not_applicable() } },
        html! { { row.tally.could_not_judge() } },
    ]
}

/// A dash where there is no number: nothing is not 0 %.
fn said(text: &Text, value: Option<String>) -> Html {
    html! { { value.unwrap_or_else(|| text.get("compare-no-number")) } }
}
