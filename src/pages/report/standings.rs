use domain::compare::{ComparisonRow, discrepancies, summary};
use domain::stats::Standing;
use yew::prelude::*;

use super::school::Found;
use crate::components::{Column, DataTable, KeyFigure, KeyFigures, StandingMark};
use crate::pages::compare::{band, expected_level, gap, shape, standing};
use crate::pages::weekly;
use crate::text::Text;

/// Visits, classrooms, and how the look-fors stand.
pub(super) fn figures(found: &Found<'_>) -> Html {
    let (text, comparison) = (found.text(), found.comparison);
    let standing = |wanted: Standing| comparison.rows.iter().filter(|row| row.standing == Some(wanted)).count();
    let expected = comparison.rows.iter().filter(|row| row.standing.is_some()).count();
    let figure = |value: usize, label: &str, note: Option<String>| KeyFigure {
        value: text.number(value as f64).into(),
        label: text.get(label).into(),
        note: note.map(AttrValue::from),
    };
    let (visits, rooms) = (comparison.visits + comparison.nothing_to_observe, found.coverage.rooms.len());
    let visited = found.coverage.rooms.iter().filter(|room| room.visits > 0).count();
    let of_expected = || Some(text.with("report-of-look-fors", [("n", expected.into())]));
    let figures = vec![
        figure(visits as usize, "report-visits", None),
        figure(visited, "coverage-visited", Some(text.with("coverage-of-rooms", [("n", rooms.into())]))),
        figure(standing(Standing::Met), "report-met", of_expected()),
        figure(standing(Standing::Below), "report-below", of_expected()),
    ];
    html! { <KeyFigures {figures} /> }
}

/// What goes well, what is furthest below, and how much of that may be chance.
pub(super) fn in_short(found: &Found<'_>) -> Html {
    let (text, comparison) = (found.text(), found.comparison);
    let summary = summary(comparison, comparison);
    let below = discrepancies(comparison);
    let calls = below.iter().filter(|one| one.calls).count();
    let list = |title: &str, rows: &[&ComparisonRow], none: &str| {
        html! {
            <div>
                <h4>{ text.get(title) }</h4>
                if rows.is_empty() {
                    <p>{ text.get(none) }</p>
                } else {
                    <ul class="stack">{ for rows.iter().map(|row| weekly::item(text, row)) }</ul>
                }
            </div>
        }
    };
    let body = html! {
        <>
            <div class="grid" data-size="wide">
                { list("weekly-well", &summary.going_well, "weekly-well-none") }
                { list("weekly-below", &summary.furthest_below, "weekly-below-none") }
            </div>
            if !below.is_empty() {
                <p>{ text.with("report-calls", [("calls", calls.into()), ("below", below.len().into())]) }</p>
            }
            if !summary.not_enough.is_empty() {
                { weekly::untold_names(text, &summary.not_enough) }
            }
        </>
    };
    found.section(text.get("report-in-short"), body)
}

/// Every look-for, strand by strand: the chart and its numbers side by side.
pub(super) fn every_look_for(found: &Found<'_>) -> Html {
    let text = found.text();
    let words = |id: &str| Column { label: text.get(id).into(), numeric: false };
    let number = |id: &str| Column { label: text.get(id).into(), numeric: true };
    let columns = vec![
        words("compare-column-look-for"),
        words("compare-column-standing"),
        words("report-column-chart"),
        words("compare-column-expected"),
        number("compare-column-visits"),
        number("compare-column-rooms"),
    ];
    let strands = found.comparison.rows.chunk_by(|one, next| one.strand == next.strand);
    let tables = strands.filter_map(|rows| Some((rows.first()?, rows))).map(|(first, rows)| {
        let rows: Vec<_> = rows.iter().map(|row| cells(found, row)).collect();
        let caption = format!("{} · {}", first.strand_name, found.name);
        html! { <DataTable {caption} columns={columns.clone()} {rows} /> }
    });
    found.section(text.get("compare-title"), html! { <div class="stack" data-gap="wide">{ for tables }</div> })
}

fn cells(found: &Found<'_>, row: &ComparisonRow) -> Vec<Html> {
    let text = found.text();
    vec![
        html! { { &row.look_for.text } },
        html! {
            <>
                <StandingMark shape={shape(row.standing)} word={standing(text, row)} />
                <br />
                { gap(text, row) }
            </>
        },
        html! { <div class="report-band">{ band(text, found.comparison, row) }</div> },
        html! { { expected(text, row) } },
        html! { { row.visits } },
        html! { { row.classrooms } },
    ]
}

fn expected(text: &Text, row: &ComparisonRow) -> String {
    let level = row.expectation.as_ref().map(|expected| expected_level(text, &row.look_for.kind, expected));
    level.unwrap_or_else(|| text.get("compare-no-number"))
}
