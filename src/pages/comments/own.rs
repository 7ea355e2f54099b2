use domain::framework::{Comment, WithdrawComment, WriteComment};
use domain::id::LookForId;
use yew::prelude::*;

use super::words_form::WordsForm;
use super::{opens, use_form, words};
use crate::components::{Banner, BannerKind, Button, ConfirmButton};
use crate::state::{Command, CommentPart, CommentStep, use_app};

/// What [`Own`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct OwnProps {
    pub(super) round: u32,
    /// The round takes comments.
    pub(super) open: bool,
    /// What is commented on; `None` for the draft as a whole.
    pub(super) look_for: Option<LookForId>,
    /// What it is called.
    pub(super) name: AttrValue,
    /// What one has said already.
    pub(super) comment: Option<Comment>,
}

/// One's own comment: written, changed, withdrawn until it is answered.
#[component]
pub(super) fn Own(props: &OwnProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let part = CommentPart::Own(props.look_for.clone());
    let writing = use_form(&app, &part);
    let (round, look_for) = (props.round, props.look_for.clone());
    let on_keep = {
        let look_for = look_for.clone();
        app.on(move |text: String| {
            Command::Comment(CommentStep::Write(WriteComment { round, look_for: look_for.clone(), text }))
        })
    };
    let withdraw = app
        .on(move |()| Command::Comment(CommentStep::Withdraw(WithdrawComment { round, look_for: look_for.clone() })));
    let spoken = |message: &str| AttrValue::from(text.with(message, [("name", props.name.as_str().into())]));
    let was = props.comment.as_ref();
    let changeable = props.open && was.is_none_or(|comment| comment.answer.is_none());
    let shut = app.model.commenting.busy || app.model.syncing.offline;
    let failure = app.model.commenting.failure.as_ref().filter(|(of, _)| *of == part && !*writing);
    html! {
        <div id={part.id()} class="stack">
            if let Some(comment) = was {
                <p class="small strong">{ text.get("comments-yours") }</p>
                <p class="comment-words">{ &comment.text }</p>
                if let Some(answer) = &comment.answer {
                    { super::list::answer(&app, answer) }
                }
            }
            if let Some((_, failure)) = failure {
                <Banner kind={BannerKind::Danger} title={text.get("comments-not-stored")}>{ words::failure(text, failure) }</Banner>
            }
            if *writing {
                <WordsForm
                    part={part.clone()}
                    label={spoken("comments-field")}
                    was={was.map(|comment| comment.text.clone()).unwrap_or_default()}
                    {on_keep}
                    on_leave={opens(&writing, false, &part)}
                />
            } else if changeable {
                <div class="cluster">
                    <Button
                        disabled={app.model.syncing.offline}
                        spoken={spoken(if was.is_some() { "comments-change-spoken" } else { "comments-write-spoken" })}
                        on_press={opens(&writing, true, &part)}
                    >{ text.get(if was.is_some() { "comments-change" } else { "comments-write" }) }</Button>
                    if was.is_some() {
                        <ConfirmButton
                            id={format!("{}-withdraw", part.id())}
                            label={text.get("comments-withdraw")}
                            title={text.get("comments-withdraw-title")}
                            text={text.get("comments-withdraw-text")}
                            keep_label={text.get("draft-keep-it")}
                            disabled={shut}
                            on_confirm={withdraw}
                        />
                    }
                </div>
            }
        </div>
    }
}
