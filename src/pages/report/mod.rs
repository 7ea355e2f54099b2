//! A school's report, to print or to keep as a file: how it stands, what the visits say over time, and how far they can
//! be trusted. Several schools follow one another, each from a page of its own.

mod over_time;
mod school;
mod spread;
mod standings;

use domain::compare::Selection;
use domain::id::SchoolId;
use yew::prelude::*;

use super::compare::{no_framework, period};
use super::held::Held;
use super::narrow::{Narrow, Offered, said};
use crate::components::{Button, ButtonKind, Icon, PageHead, Progress};
use crate::route::{CompareView, Route};
use crate::state::{App, Command, use_app};
use school::SchoolReport;

/// What [`ReportPage`] shows, as its address has it.
#[derive(Properties, PartialEq)]
pub struct ReportPageProps {
    /// Which visits; without schools, those of every school that the person may see.
    pub selection: Selection,
}

/// The report of one school, or of several.
#[component]
pub fn ReportPage(props: &ReportPageProps) -> Html {
    let app = use_app();
    let held = Held::of(&app.model);
    let offered = use_memo((held.clone(), app.model.me.clone()), |(held, me)| Offered::of(held, me.as_deref()));
    let schools = schools(&offered, &props.selection);
    // Schools are worked out one after another: the first is there to be read while the others are on their way.
    let done = use_state(|| (props.selection.clone(), 0));
    let finished = if done.0 == props.selection { done.1 } else { 0 };
    // The same callback at every drawing: a school says once that it is done.
    let on_done = {
        let done = done.setter();
        use_callback(props.selection.clone(), move |at: usize, selection| done.set((selection.clone(), at + 1)))
    };
    let narrowed = said(&app.model.text, &offered, &props.selection).join(" · ");
    let report = |(at, (school, name)): (usize, &(SchoolId, String))| {
        let selection = Selection { schools: vec![school.clone()], ..props.selection.clone() };
        let key = Route::Report(selection.clone()).address();
        html! {
            <SchoolReport
                {key}
                name={name.clone()}
                narrowed={narrowed.clone()}
                {selection}
                {at}
                last={at + 1 == schools.len()}
                on_done={&on_done}
            />
        }
    };
    html! {
        <>
            { head(&app, props, finished >= schools.len()) }
            { filters(&app, &offered, &props.selection) }
            if held.documents.frameworks.is_empty() || schools.is_empty() {
                { no_framework(&app.model.text) }
            } else {
                { progress(&app, finished, schools.len()) }
                // An element of their own: only among keyed siblings does one that joins leave the others as they are.
                <div>{ for schools.iter().enumerate().take(finished + 1).map(report) }</div>
            }
        </>
    }
}

/// The schools to report on, by name.
fn schools(offered: &Offered, selection: &Selection) -> Vec<(SchoolId, String)> {
    let chosen = |id: &SchoolId| selection.schools.is_empty() || selection.schools.contains(id);
    offered.schools.iter().filter(|(id, _)| chosen(id)).cloned().collect()
}

fn head(app: &App, props: &ReportPageProps, ready: bool) -> Html {
    let (text, today) = (&app.model.text, app.model.today());
    let back = Route::Compare(props.selection.clone(), CompareView::default()).address();
    let actions = html! {
        <Button
            kind={ButtonKind::Primary}
            icon={Icon::Print}
            disabled={!ready}
            on_press={app.on(|()| Command::Print)}
        >{ text.get("compare-print") }</Button>
    };
    html! {
        <div data-print="no">
            <PageHead
                title={text.get("report-title")}
                subtitle={period(text, &props.selection, None, today).map(AttrValue::from)}
                back={(back.into(), text.get("weekly-back").into())}
                {actions}
            />
        </div>
    }
}

fn filters(app: &App, offered: &Offered, selection: &Selection) -> Html {
    let text = &app.model.text;
    let narrow = Narrow {
        prefix: "",
        text,
        offered,
        selection,
        today: app.model.today(),
        on_change: app.on(|selection| Command::Go(Route::Report(selection))),
    };
    html! {
        <div class="filters" role="group" aria-label={text.get("narrow-label")}>
            { narrow.school() }
            { narrow.when() }
            { narrow.imported() }
        </div>
    }
}

/// How far a report of several schools has got.
fn progress(app: &App, finished: usize, all: usize) -> Html {
    if all < 2 || finished >= all {
        return Html::default();
    }
    let label = app.model.text.with("report-progress", [("done", finished.into()), ("all", all.into())]);
    let of = Some((finished as u64, all as u64));
    html! { <div data-print="no"><Progress id="report-progress" {label} {of} /></div> }
}
