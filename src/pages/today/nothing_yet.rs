//! Today without classrooms: why there are none, and what to do next.

use domain::permission::Me;
use yew::prelude::*;

use crate::components::{Button, ButtonKind, ButtonLink, EmptyState, Progress};
use crate::pages::opening_selection;
use crate::pages::words;
use crate::route::{CompareView, Route};
use crate::state::{App, Command, use_app};

/// How far the first pull has come; nothing when none is under way.
#[component]
pub(super) fn FirstPull() -> Html {
    let app = use_app();
    let text = &app.model.text;
    let Some((done, all)) = app.model.syncing.first_pull else { return html! {} };
    let label = text.with("today-arriving", [("done", done.into()), ("all", all.into())]);
    html! {
        <div class="stack">
            <Progress id="first-pull" {label} of={(done, all)} />
            <p class="muted">{ text.get("today-arriving-safe") }</p>
        </div>
    }
}

/// An administrator's tablet, one that is still filling, or a school without a roster.
#[component]
pub(super) fn NothingYet() -> Html {
    let app = use_app();
    let model = &app.model;
    if model.syncing.first_pull.is_some() || model.documents.district.is_none() {
        return arriving(&app);
    }
    if model.me.as_ref().is_some_and(|me| me.schools.is_empty()) {
        return whole_district(&app);
    }
    if model.documents.frameworks.is_empty() {
        return no_framework(&app);
    }
    no_roster(&app)
}

/// The first pull is under way, or has not got through.
fn arriving(app: &App) -> Html {
    let (model, text) = (&app.model, &app.model.text);
    let syncing = &model.syncing;
    if syncing.first_pull.is_some() {
        return html! { <FirstPull /> };
    }
    if syncing.running {
        return html! { <Progress id="first-pull" label={text.get("today-asking")} /> };
    }
    let why = match syncing.failure {
        _ if syncing.offline => text.get("today-first-offline"),
        Some(failure) => words::failure(text, failure),
        None => text.get("today-first-waits"),
    };
    html! {
        <EmptyState
            title={text.get("today-first-title")}
            text={why}
            actions={html! {
                <Button kind={ButtonKind::Primary} on_press={app.on(|()| Command::Sync)}>{ text.get("sync-now") }</Button>
            }}
        />
    }
}

fn whole_district(app: &App) -> Html {
    let text = &app.model.text;
    let compare = Route::Compare(opening_selection(&app.model), CompareView::default());
    html! {
        <EmptyState
            title={text.get("today-district-title")}
            text={text.get("today-district-text")}
            actions={html! {
                <>
                    <ButtonLink kind={ButtonKind::Primary} href={compare.address()}>{ text.get("today-compare") }</ButtonLink>
                    <ButtonLink href={Route::Framework.address()}>{ text.get("today-framework") }</ButtonLink>
                    if app.model.me.as_deref().is_some_and(Me::may_manage_people) {
                        <ButtonLink href={Route::People.address()}>{ text.get("people-link") }</ButtonLink>
                        <ButtonLink href={Route::Roster.address()}>{ text.get("roster-link") }</ButtonLink>
                    }
                </>
            }}
        />
    }
}

fn no_framework(app: &App) -> Html {
    let text = &app.model.text;
    html! { <EmptyState title={text.get("today-no-framework-title")} text={text.get("today-no-framework-text")} /> }
}

fn no_roster(app: &App) -> Html {
    let text = &app.model.text;
    html! { <EmptyState title={text.get("today-no-roster-title")} text={text.get("today-no-roster-text")} /> }
}
