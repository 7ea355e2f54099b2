use std::rc::Rc;

use domain::framework::{Comment, CommentAnswer, CommentCount, Draft, HeldRound, unanswered_first};
use domain::permission::Me;
use yew::prelude::*;

use super::answering::Answering;
use super::{counted, time, words};
use crate::state::{App, CommentPart, use_app};

/// What [`CommentList`] needs.
#[derive(Properties, PartialEq)]
pub(in crate::pages) struct CommentListProps {
    pub(in crate::pages) held: Rc<HeldRound>,
    /// The draft as it is now; `None` where nobody is shown it any more.
    pub(in crate::pages) draft: Option<Draft>,
}

/// Every comment of a round, unanswered ones first, to be answered by whoever writes the framework.
#[component]
pub(in crate::pages) fn CommentList(props: &CommentListProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let held = &props.held;
    let writes = app.model.me.as_deref().is_some_and(Me::may_write_framework);
    let all = unanswered_first(&held.comments);
    html! {
        <section class="section" aria-labelledby="comments-all">
            <h2 id="comments-all">{ text.get("comments-all") }</h2>
            <p class="muted" role="status">{ counted(text, CommentCount::of(&held.comments)) }</p>
            if !all.is_empty() {
                <ul class="comments">
                    { for all.iter().enumerate().map(|(at, comment)| one(&app, props, writes, at, comment)) }
                </ul>
            }
        </section>
    }
}

fn one(app: &App, props: &CommentListProps, writes: bool, at: usize, comment: &Comment) -> Html {
    let text = &app.model.text;
    let (about, gone) = about(app, props.draft.as_ref(), comment);
    let part = comment.account.clone().map(|account| CommentPart::Answer(account, comment.look_for.clone()));
    let id = part.as_ref().map(CommentPart::id);
    let key = id.clone().unwrap_or_else(|| at.to_string());
    let facts = [("name", name(app, comment).into()), ("time", time(app, comment.at).into())];
    html! {
        <li {key} {id} class="comment">
            <p class="strong">{ about.clone() }</p>
            if gone {
                <p class="small strong">{ text.get("comments-gone") }</p>
            }
            <p class="comment-words">{ &comment.text }</p>
            <p class="muted small">{ text.with("comments-by", facts) }</p>
            if let Some(given) = &comment.answer {
                { answer(app, given) }
            } else {
                <p class="small strong">{ text.get("comments-waiting") }</p>
            }
            if writes && let Some(part) = part {
                <Answering round={props.held.round.number} {part} {about} comment={comment.clone()} />
            }
        </li>
    }
}

/// What the district says to a comment.
pub(super) fn answer(app: &App, answer: &CommentAnswer) -> Html {
    let text = &app.model.text;
    let facts = [("name", answer.by.as_str().into()), ("time", time(app, answer.at).into())];
    html! {
        <div class="comment-answer">
            <p class="small strong">{ text.with("comments-answer-by", facts) }</p>
            <p class="comment-words">{ &answer.text }</p>
            if answer.uptake.is_some() {
                <p class="small strong">{ text.get(words::uptake(answer.uptake)) }</p>
            }
        </div>
    }
}

/// What a comment is about, and whether that has left the draft since.
fn about(app: &App, draft: Option<&Draft>, comment: &Comment) -> (String, bool) {
    let Some(id) = &comment.look_for else { return (app.model.text.get("comments-whole"), false) };
    let now = draft.map(|draft| draft.look_for(id).map(|(_, one)| one.text.clone()));
    match now {
        Some(Some(words)) => (words, false),
        Some(None) => (comment.about.clone(), true),
        None => (comment.about.clone(), false),
    }
}

fn name(app: &App, comment: &Comment) -> String {
    let text = &app.model.text;
    let mine = app.model.me.as_deref().is_some_and(|me| comment.is_of(&me.account));
    match &comment.by {
        Some(_) if mine => text.get("comments-by-you"),
        Some(name) => name.clone(),
        None => text.get("comments-by-somebody"),
    }
}
