//! What people think of the draft: whoever is asked reads it and comments, administrators ask and answer.

mod answering;
mod list;
mod own;
mod reading;
mod round;
mod round_form;
mod words;
mod words_form;

use std::rc::Rc;

use domain::framework::HeldRound;
use domain::permission::Me;
use domain::sync::{Failure, ProblemCode};
use yew::prelude::*;

use super::words::date_and_time;
use crate::browser::{focus, tasks};
use crate::components::{Banner, BannerKind, Button, ButtonLink, Choice, EmptyState, FilterSelect, PageHead, Skeleton};
use crate::route::Route;
use crate::state::{App, Command, CommentPart, CommentStep, FileFailure, PeopleStep, use_app};
use reading::Reading;
use round::RoundPanel;

pub(super) use list::CommentList;
pub(super) use words::{counted, standing};

// Open at a tap: public so that tests can draw them open.
pub use round_form::{RoundForm, RoundFormProps};
pub use words_form::{WordsForm, WordsFormProps};

/// What people think of the draft.
#[component]
pub fn CommentsPage() -> Html {
    let app = use_app();
    let text = &app.model.text;
    let now = &app.model.commenting;
    let writes = app.model.me.as_deref().is_some_and(Me::may_write_framework);
    let send = app.send.clone();
    use_effect_with(writes, move |writes| {
        send.emit(Command::Comment(CommentStep::Read(None)));
        if *writes {
            send.emit(Command::People(PeopleStep::Read));
        }
    });
    let back = (AttrValue::from(Route::Framework.address()), AttrValue::from(text.get("framework-title")));
    let subtitle = now.held.as_ref().map(|held| AttrValue::from(held.round.title.clone()));
    let actions = if writes {
        html! { <ButtonLink href={Route::FrameworkDraft.address()}>{ text.get("comments-draft-link") }</ButtonLink> }
    } else {
        Html::default()
    };
    html! {
        <>
            <PageHead title={text.get("comments-title")} {subtitle} {back} {actions} />
            if app.model.syncing.offline {
                <Banner kind={BannerKind::Info} title={text.get("export-offline")}>{ text.get("comments-offline") }</Banner>
            }
            <div aria-live="polite" class="stack">{ unread(&app) }</div>
            { body(&app, writes) }
        </>
    }
}

/// Why what there is could not be read. That one is not asked is no failure.
fn unread(app: &App) -> Html {
    let (text, now) = (&app.model.text, &app.model.commenting);
    let refused = FileFailure::Network(Failure::Problem(ProblemCode::NotAllowed, None));
    let Some((CommentPart::Page, failure)) = now.failure.as_ref().filter(|(_, failure)| *failure != refused) else {
        return Html::default();
    };
    let again = app.on(|()| Command::Comment(CommentStep::Read(None)));
    let actions = html! { <Button on_press={again}>{ text.get("draft-again") }</Button> };
    html! {
        <Banner kind={BannerKind::Warning} title={text.get("comments-unread")} {actions}>
            { words::failure(text, failure) }
        </Banner>
    }
}

fn body(app: &App, writes: bool) -> Html {
    let (text, now) = (&app.model.text, &app.model.commenting);
    if !now.known {
        return if now.failure.is_some() || app.model.syncing.offline {
            Html::default()
        } else {
            html! { <Skeleton label={text.get("comments-reading")} rows=4 /> }
        };
    }
    let Some(held) = &now.held else {
        return match (writes, now.can_open) {
            (true, true) => html! { <RoundPanel held={None::<Rc<HeldRound>>} /> },
            (true, false) => {
                let actions = html! {
                    <ButtonLink href={Route::FrameworkDraft.address()}>{ text.get("draft-link") }</ButtonLink>
                };
                html! {
                    <EmptyState title={text.get("comments-no-draft")} text={text.get("comments-no-draft-text")} {actions} />
                }
            }
            (false, _) => html! {
                <EmptyState title={text.get("comments-not-asked")} text={text.get("comments-not-asked-text")} />
            },
        };
    };
    let number = held.round.number;
    let reading = held.draft.as_ref().map(|draft| {
        html! { <Reading key={format!("reading-{number}")} held={Rc::clone(held)} draft={draft.clone()} /> }
    });
    let list = html! {
        <CommentList key={format!("list-{number}")} held={Rc::clone(held)} draft={held.draft.clone()} />
    };
    let panel = html! { <RoundPanel key={format!("round-{number}")} held={Rc::clone(held)} /> };
    // Whoever is asked reads first; whoever answers sees first what waits.
    html! {
        <>
            { rounds(app, held) }
            { panel }
            if writes {
                { list }
                { reading }
            } else {
                { reading }
                { list }
            }
        </>
    }
}

/// A switch, where there is more than one round.
fn rounds(app: &App, held: &HeldRound) -> Html {
    let text = &app.model.text;
    if held.rounds.len() < 2 {
        return Html::default();
    }
    let name = |number: &u32| text.with("comments-round-one", [("number", number.to_string().into())]);
    let options: Vec<Choice> =
        held.rounds.iter().rev().map(|number| Choice::new(number.to_string(), name(number))).collect();
    let on_change = app.on(|number: AttrValue| Command::Comment(CommentStep::Read(number.parse().ok())));
    html! {
        <div class="filters">
            <FilterSelect
                id="comments-rounds"
                label={text.get("comments-rounds")}
                value={held.round.number.to_string()}
                {options}
                {on_change}
            />
        </div>
    }
}

/// When something was written, as the page says it.
fn time(app: &App, at: domain::time::Millis) -> String {
    date_and_time(&app.model.text, at, app.model.offset)
}

/// Moves the focus once what was pressed has been drawn anew.
fn focus_soon(id: String) {
    tasks::Timeout::new(0, move || focus::to(&id)).forget();
}

/// Opens or shuts a form, and moves the focus to where it goes on.
fn opens(open: &UseStateHandle<bool>, now: bool, part: &CommentPart) -> Callback<()> {
    let (open, to) = (open.clone(), if now { part.field() } else { part.id() });
    Callback::from(move |()| {
        open.set(now);
        focus_soon(to.clone());
    })
}

/// A form is shut once what it says is stored.
#[hook]
fn use_form(app: &App, part: &CommentPart) -> UseStateHandle<bool> {
    let open = use_state(|| false);
    let now = &app.model.commenting;
    let (shut, own) = (open.clone(), now.last.as_ref() == Some(part));
    use_effect_with(now.done, move |_| {
        if own {
            shut.set(false);
        }
    });
    open
}
