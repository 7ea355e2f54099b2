//! One strength and one question, in the observer's words, kept with the visit.

use domain::visit::{Act, MostText};
use yew::prelude::*;

use super::ActingProps;
use crate::components::{Button, ButtonKind, Panel, TextArea};
use crate::state::use_app;

/// The two texts for the teacher. Saved when the field is left, or by the button.
#[component]
pub(super) fn WordsForTeacher(props: &ActingProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let visit = &props.part.open.visit;
    html! {
        <Panel id="for-teacher" title={text.get("visit-for-teacher")}>
            <div class="stack" data-gap="wide" data-print="no">
                <p class="muted">{ text.get("visit-for-teacher-text") }</p>
                <Kept
                    id="strength"
                    label={text.get("visit-strength")}
                    hint={text.get("visit-strength-hint")}
                    kept={visit.strength.clone()}
                    on_save={props.on_act.reform(Act::Strength)}
                />
                <Kept
                    id="question"
                    label={text.get("visit-question")}
                    hint={text.get("visit-question-hint")}
                    kept={visit.question.clone()}
                    on_save={props.on_act.reform(Act::Question)}
                />
            </div>
        </Panel>
    }
}

#[derive(Properties, PartialEq)]
struct KeptProps {
    id: AttrValue,
    label: AttrValue,
    hint: AttrValue,
    /// What is recorded.
    kept: AttrValue,
    on_save: Callback<String>,
}

/// A text that is kept when it is left, so that nobody loses a sentence by walking on.
#[component]
fn Kept(props: &KeptProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let typed = use_state(|| props.kept.clone());
    let too_long = typed.chars().count() > MostText::NOTE;
    let changed = typed.trim() != props.kept.as_str() && !too_long;
    let save = {
        let (on_save, typed) = (props.on_save.clone(), typed.clone());
        Callback::from(move |()| {
            if changed {
                on_save.emit(typed.trim().to_owned());
            }
        })
    };
    let on_input = {
        let typed = typed.clone();
        Callback::from(move |words: AttrValue| typed.set(words))
    };
    let error = too_long.then(|| AttrValue::from(text.with("recorder-too-long", [("n", MostText::NOTE.into())])));
    html! {
        <div class="stack" onfocusout={save.reform(|_: FocusEvent| ())}>
            <TextArea id={&props.id} label={&props.label} hint={props.hint.clone()} value={&*typed} rows={3} {error} {on_input} />
            <div class="cluster">
                <Button kind={ButtonKind::Plain} disabled={!changed} on_press={save}>
                    { if changed || props.kept.is_empty() { text.get("visit-save") } else { text.get("visit-kept") } }
                </Button>
            </div>
        </div>
    }
}
