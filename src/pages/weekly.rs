//! One page for staff, in plain words: what was visited this week, what goes well, what is furthest below, and what
//! nobody can say yet. It names look-fors, never people or rooms.

use domain::compare::{Comparison, ComparisonRow, Selection, Summary, summary};
use yew::prelude::*;

use super::ask::{Reply, use_comparison};
use super::compare::{estimate, expected_level, failed, no_framework, no_visits, period, place};
use super::held::Held;
use super::narrow::{Offered, dates, said};
use crate::components::{Button, Icon, KeyFigure, KeyFigures, PageHead, Skeleton};
use crate::route::{CompareView, Route};
use crate::state::{App, Command, Question, use_app};
use crate::text::Text;

/// What [`WeeklyPage`] shows, as its address has it.
#[derive(Properties, PartialEq)]
pub struct WeeklyPageProps {
    /// Everything so far: its verdicts come from here, because one week has too few visits to judge by.
    pub selection: Selection,
}

/// No more look-fors than this are listed as not told yet: the page stays one page.
const MOST_UNTOLD: usize = 8;

/// One page for staff.
#[component]
pub fn WeeklyPage(props: &WeeklyPageProps) -> Html {
    let app = use_app();
    let held = Held::of(&app.model);
    let offered = use_memo((held.clone(), app.model.me.clone()), |(held, me)| Offered::of(held, me.as_deref()));
    let of_week = props.selection.in_week_of(app.model.today());
    let so_far = use_comparison(&app, &held, &props.selection, true);
    // The server is asked one thing at a time.
    let week = use_comparison(&app, &held, &of_week, so_far.current);
    let text = &app.model.text;
    let subtitle = subtitle(&app, &offered, &props.selection, &so_far);
    let back = Route::Compare(props.selection.clone(), CompareView::default()).address();
    html! {
        <>
            <PageHead
                title={text.get("weekly-title")}
                {subtitle}
                back={(back.into(), text.get("weekly-back").into())}
                actions={html! {
                    <Button icon={Icon::Print} on_press={app.on(|()| Command::Print)}>
                        { text.get("compare-print") }
                    </Button>
                }}
            />
            { body(&app, &held, &props.selection, &of_week, [&so_far, &week]) }
        </>
    }
}

fn subtitle(app: &App, offered: &Offered, selection: &Selection, so_far: &Reply<Comparison>) -> String {
    let (text, today) = (&app.model.text, app.model.today());
    let week = selection.in_week_of(today);
    let mut parts = vec![place(&app.model, offered, selection)];
    parts.extend(week.from.zip(week.to).filter(|(from, to)| from <= to).map(|days| dates(text, days, today)));
    let seen = so_far.told.as_deref().and_then(|comparison| comparison.dates);
    parts.extend(
        period(text, selection, seen, today).map(|days| text.with("weekly-verdicts-from", [("dates", days.into())])),
    );
    parts.extend(said(text, offered, selection));
    parts.join(" · ")
}

fn body(app: &App, held: &Held, selection: &Selection, of_week: &Selection, answers: [&Reply<Comparison>; 2]) -> Html {
    let text = &app.model.text;
    let [so_far, week] = answers;
    if held.documents.frameworks.is_empty() || held.documents.district.is_none() {
        return no_framework(text);
    }
    if let Some(failure) = so_far.failure {
        return failed(app, Question::Compare(selection.clone()), failure);
    }
    if let Some(failure) = week.failure {
        return failed(app, Question::Compare(of_week.clone()), failure);
    }
    match (&so_far.told, &week.told) {
        (Some(so_far), Some(_)) if so_far.visits + so_far.nothing_to_observe == 0 => no_visits(text),
        (Some(so_far), Some(week)) => page(text, so_far, week),
        (None, _) | (_, None) => html! { <Skeleton label={text.get("compare-loading")} rows=4 /> },
    }
}

fn page(text: &Text, so_far: &Comparison, week: &Comparison) -> Html {
    let summary = summary(so_far, week);
    html! {
        <>
            { figures(text, &summary) }
            { section(text, "weekly-well", text.get("weekly-well"), &summary.going_well, text.get("weekly-well-none")) }
            { section(
                text,
                "weekly-below",
                text.get("weekly-below"),
                &summary.furthest_below,
                text.get("weekly-below-none"),
            ) }
            { untold(text, &summary.not_enough) }
            <p class="muted">{ text.get("weekly-foot") }</p>
        </>
    }
}

fn figures(text: &Text, summary: &Summary<'_>) -> Html {
    let figure = |value: u32, label: String| KeyFigure {
        value: text.number(f64::from(value)).into(),
        label: label.into(),
        note: None,
    };
    let figures = vec![
        figure(summary.visits, text.with("weekly-visits", [("n", summary.visits.into())])),
        figure(summary.classrooms, text.with("weekly-rooms", [("n", summary.classrooms.into())])),
    ];
    html! { <KeyFigures {figures} /> }
}

fn section(text: &Text, id: &'static str, title: String, rows: &[&ComparisonRow], none: String) -> Html {
    html! {
        <section class="section" aria-labelledby={id}>
            <h2 {id}>{ title }</h2>
            if rows.is_empty() {
                <p>{ none }</p>
            } else {
                <ul class="stack">{ for rows.iter().map(|row| item(text, row)) }</ul>
            }
        </section>
    }
}

/// A look-for, with what was seen and what is expected in one sentence.
pub(super) fn item(text: &Text, row: &ComparisonRow) -> Html {
    let seen = estimate(text, row).unwrap_or_default();
    let expected = row
        .expectation
        .as_ref()
        .map_or_else(String::new, |expectation| expected_level(text, &row.look_for.kind, expectation));
    let sentence = [("seen", seen.into()), ("expected", expected.into()), ("visits", row.visits.into())];
    html! {
        <li>
            <span class="strong">{ &row.look_for.text }</span>
            <br />
            { text.with("weekly-sentence", sentence) }
        </li>
    }
}

fn untold(text: &Text, rows: &[&ComparisonRow]) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <section class="section" aria-labelledby="weekly-untold">
            <h2 id="weekly-untold">{ text.get("weekly-untold") }</h2>
            { untold_names(text, rows) }
        </section>
    }
}

/// The look-fors that nobody can judge yet, and why.
pub(super) fn untold_names(text: &Text, rows: &[&ComparisonRow]) -> Html {
    let names: Vec<_> = rows.iter().take(MOST_UNTOLD).map(|row| row.look_for.short.as_str()).collect();
    let rest = rows.len().saturating_sub(MOST_UNTOLD);
    html! {
        <>
            <p>{ text.with("weekly-untold-text", [("n", rows.len().into())]) }</p>
            <p>
                { names.join(" · ") }
                if rest > 0 {
                    { " · " }{ text.with("weekly-untold-rest", [("n", rest.into())]) }
                }
            </p>
        </>
    }
}
