use std::rc::Rc;

use domain::framework::{CloseRound, HeldRound};
use domain::permission::Me;
use yew::prelude::*;

use super::round_form::RoundForm;
use super::{standing, time, use_form, words};
use crate::components::{Banner, BannerKind, Button, ButtonKind, ConfirmButton, Panel};
use crate::state::{App, Command, CommentPart, CommentStep, use_app};

/// What [`RoundPanel`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct RoundPanelProps {
    /// The round; `None` before the first.
    pub(super) held: Option<Rc<HeldRound>>,
}

/// How long a round lasts, what its people are told, and, for whoever writes the framework, changing it and opening another.
#[component]
pub(super) fn RoundPanel(props: &RoundPanelProps) -> Html {
    let app = use_app();
    let (text, now) = (&app.model.text, &app.model.commenting);
    let part = CommentPart::Round;
    let planning = use_form(&app, &part);
    // Which round the open form is about; `None` for a new one.
    let about = use_state(|| None::<u32>);
    let writes = app.model.me.as_deref().is_some_and(Me::may_write_framework);
    let held = props.held.as_deref();
    let title = held
        .map_or_else(|| text.get("comments-ask"), |held| standing(text, &held.round, app.model.now, app.model.offset));
    let opens = |number: Option<u32>| {
        let (planning, about) = (planning.clone(), about.clone());
        Callback::from(move |()| {
            about.set(number);
            planning.set(true);
            super::focus_soon(String::from("comments-until"));
        })
    };
    let failure = now.failure.as_ref().filter(|(of, _)| *of == part && !*planning);
    html! {
        <Panel id={part.id()} {title}>
            { told(&app, held) }
            if let Some((_, failure)) = failure {
                <Banner kind={BannerKind::Danger} title={text.get("comments-not-stored")}>{ words::failure(text, failure) }</Banner>
            }
            if *planning {
                <RoundForm
                    held={props.held.clone().filter(|held| *about == Some(held.round.number))}
                    on_leave={super::opens(&planning, false, &part)}
                />
            } else if writes {
                { actions(&app, held, opens(held.map(|held| held.round.number)), opens(None)) }
            }
        </Panel>
    }
}

/// What the district says to those it asks, and what becomes of what they write.
fn told(app: &App, held: Option<&HeldRound>) -> Html {
    let text = &app.model.text;
    let Some(held) = held else { return html! { <p class="reading">{ text.get("comments-ask-text") }</p> } };
    let facts = [("name", held.round.by.as_str().into()), ("time", time(app, held.round.at).into())];
    let who = match &held.invited {
        Some(invited) => text.with("comments-asked", [("n", invited.len().into())]),
        None if held.round.is_open(app.model.now) => text.get("comments-who-reads"),
        None => text.get("comments-over-text"),
    };
    html! {
        <>
            if !held.round.note.is_empty() {
                <p class="comment-words">{ &held.round.note }</p>
            }
            <p class="muted small">{ text.with("comments-opened", facts) }</p>
            <p class="reading">{ who }</p>
        </>
    }
}

fn actions(app: &App, held: Option<&HeldRound>, change: Callback<()>, open: Callback<()>) -> Html {
    let (text, now) = (&app.model.text, &app.model.commenting);
    let shut = now.busy || app.model.syncing.offline;
    let round = held.map(|held| &held.round);
    let close = round.filter(|round| round.is_open(app.model.now)).map(|round| {
        let round = round.number;
        app.on(move |()| Command::Comment(CommentStep::Close(CloseRound { round })))
    });
    html! {
        <div class="cluster">
            if now.can_open {
                <Button kind={ButtonKind::Primary} disabled={shut} on_press={open}>
                    { text.get(if round.is_some() { "comments-open-another" } else { "comments-open" }) }
                </Button>
            }
            if round.is_some_and(domain::framework::Round::can_change) {
                <Button disabled={shut} on_press={change}>{ text.get("comments-round-change") }</Button>
            }
            if let Some(on_confirm) = close {
                <ConfirmButton
                    id="comments-close"
                    label={text.get("comments-close")}
                    title={text.get("comments-close-title")}
                    text={text.get("comments-close-text")}
                    keep_label={text.get("draft-not-yet")}
                    disabled={shut}
                    {on_confirm}
                />
            }
        </div>
    }
}
