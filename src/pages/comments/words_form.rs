use domain::framework::worded;
use yew::prelude::*;

use super::words;
use crate::components::{Banner, BannerKind, Button, ButtonKind, TextArea};
use crate::state::{CommentPart, use_app};

/// What [`WordsForm`] needs.
#[derive(Properties, PartialEq)]
pub struct WordsFormProps {
    /// What is written.
    pub part: CommentPart,
    /// What its words are called.
    pub label: AttrValue,
    /// What stands there already; what is typed afterwards is never taken away by another.
    pub was: AttrValue,
    /// What can be said beside the words.
    #[prop_or_default]
    pub children: Html,
    /// Kept: words that can be stored.
    pub on_keep: Callback<String>,
    /// Left as it was.
    pub on_leave: Callback<()>,
}

/// A comment or an answer while it is written. Where it cannot be stored, it stays as it was typed.
#[component]
pub fn WordsForm(props: &WordsFormProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let now = &app.model.commenting;
    let typed = use_state(|| props.was.to_string());
    let wrong = use_state(|| false);
    let on_input = {
        let typed = typed.clone();
        Callback::from(move |words: AttrValue| typed.set(words.to_string()))
    };
    let keep = {
        let (typed, wrong, on_keep, busy) = (typed.clone(), wrong.clone(), props.on_keep.clone(), now.busy);
        let field = props.part.field();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let words = worded(&typed);
            wrong.set(words.is_err());
            match words {
                // Pressed twice, it is stored once.
                Ok(words) if !busy => on_keep.emit(words),
                Ok(_) => {}
                Err(_) => super::focus_soon(field.clone()),
            }
        })
    };
    let failure = now.failure.as_ref().filter(|(part, _)| *part == props.part);
    html! {
        <form class="form" onsubmit={keep} novalidate={true}>
            <TextArea
                id={props.part.field()}
                label={props.label.clone()}
                hint={AttrValue::from(text.get("comments-words-hint"))}
                value={(*typed).clone()}
                error={wrong.then(|| AttrValue::from(text.get("comments-wrong-words")))}
                {on_input}
            />
            { props.children.clone() }
            if let Some((_, failure)) = failure {
                <Banner kind={BannerKind::Danger} title={text.get("comments-not-stored")}>{ words::failure(text, failure) }</Banner>
            }
            <div class="cluster">
                <Button kind={ButtonKind::Primary} submit={true} disabled={app.model.syncing.offline}>{ text.get("comments-keep") }</Button>
                <Button on_press={props.on_leave.clone()}>{ text.get("draft-leave") }</Button>
            </div>
        </form>
    }
}
