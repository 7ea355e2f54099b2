use domain::framework::{AnswerComment, Comment, Uptake};
use yew::prelude::*;

use super::words_form::WordsForm;
use super::{opens, use_form, words};
use crate::components::{Button, Choice, SelectField};
use crate::state::{Command, CommentPart, CommentStep, use_app};

/// Whether a comment is taken up, each with the value that stands for it in the list.
const UPTAKES: [(&str, Option<Uptake>); 3] =
    [("none", None), ("yes", Some(Uptake::TakenUp)), ("no", Some(Uptake::NotTakenUp))];

/// What [`Answering`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct AnsweringProps {
    pub(super) round: u32,
    /// Which part of the page this is.
    pub(super) part: CommentPart,
    /// What the comment is about.
    pub(super) about: AttrValue,
    pub(super) comment: Comment,
}

/// The district's answer: given, and given anew.
#[component]
pub(super) fn Answering(props: &AnsweringProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let was = props.comment.answer.as_ref();
    let writing = use_form(&app, &props.part);
    let uptake = use_state(|| was.and_then(|answer| answer.uptake));
    let on_keep = {
        let (round, comment, uptake) = (props.round, props.comment.clone(), *uptake);
        app.on(move |text: String| {
            let account = comment.account.clone().unwrap_or_default();
            let look_for = comment.look_for.clone();
            let answer = AnswerComment { round, account, look_for, seen: comment.tag(), text, uptake };
            Command::Comment(CommentStep::Answer(answer))
        })
    };
    let name = props.comment.by.clone().unwrap_or_default();
    let facts = [("name", name.into()), ("about", props.about.as_str().into())];
    let (label, spoken) = if was.is_some() {
        ("comments-answer-change", text.with("comments-answer-change-spoken", facts))
    } else {
        ("comments-answer", text.with("comments-answer-spoken", facts))
    };
    if !*writing {
        // Somebody else may have answered since this row was drawn first.
        let (uptake, held) = (uptake.clone(), was.and_then(|answer| answer.uptake));
        let open = opens(&writing, true, &props.part).reform(move |()| uptake.set(held));
        return html! {
            <div class="cluster">
                <Button {spoken} disabled={app.model.syncing.offline} on_press={open}>
                    { text.get(label) }
                </Button>
            </div>
        };
    }
    let on_leave = {
        let (uptake, before) = (uptake.clone(), was.and_then(|answer| answer.uptake));
        opens(&writing, false, &props.part).reform(move |()| uptake.set(before))
    };
    let options: Vec<Choice> =
        UPTAKES.iter().map(|(value, one)| Choice::new(*value, text.get(words::uptake(*one)))).collect();
    let value = UPTAKES.iter().find(|(_, one)| *one == *uptake).map_or("", |(value, _)| *value);
    let on_change = {
        let uptake = uptake.clone();
        Callback::from(move |chosen: AttrValue| {
            let chosen = UPTAKES.iter().find(|(value, _)| *value == chosen.as_str());
            uptake.set(chosen.and_then(|(_, one)| *one));
        })
    };
    html! {
        <WordsForm
            part={props.part.clone()}
            label={text.get("comments-answer-field")}
            was={was.map(|answer| answer.text.clone()).unwrap_or_default()}
            {on_keep}
            {on_leave}
        >
            <SelectField
                id={format!("{}-uptake", props.part.id())}
                label={text.get("comments-uptake")}
                {value}
                {options}
                {on_change}
            />
        </WordsForm>
    }
}
