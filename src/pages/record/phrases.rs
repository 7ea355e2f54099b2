use yew::prelude::*;

use crate::components::{Button, ButtonKind, Chip};
use crate::state::{Command, use_app};

/// What [`Phrases`] needs.
#[derive(Properties, PartialEq)]
pub(crate) struct PhrasesProps {
    /// What stands in the note, which can be kept as a phrase.
    pub typed: AttrValue,
    /// A phrase to put into the note.
    pub on_use: Callback<AttrValue>,
}

/// A phrase longer than this is a note.
const MOST_PHRASE: usize = 120;

/// The observer's own phrases, one tap each.
#[component]
pub(crate) fn Phrases(props: &PhrasesProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let removing = use_state(|| false);
    let phrases = &app.model.phrases;
    let fits = !props.typed.is_empty() && props.typed.chars().count() <= MOST_PHRASE;
    let is_new = fits && !phrases.iter().any(|phrase| **phrase == *props.typed);
    let keep = {
        let all: Vec<String> = phrases.iter().cloned().chain([props.typed.to_string()]).collect();
        app.on(move |()| Command::KeepPhrases(all.clone()))
    };
    let toggle = {
        let removing = removing.clone();
        Callback::from(move |()| removing.set(!*removing))
    };
    let chips = phrases.iter().map(|phrase| {
        let on_press = if *removing {
            let rest: Vec<String> = phrases.iter().filter(|other| *other != phrase).cloned().collect();
            app.on(move |()| Command::KeepPhrases(rest.clone()))
        } else {
            let phrase = AttrValue::from(phrase.clone());
            props.on_use.reform(move |()| phrase.clone())
        };
        let label = if *removing {
            text.with("recorder-remove-phrase", [("phrase", phrase.as_str().into())])
        } else {
            phrase.clone()
        };
        html! { <Chip key={phrase.clone()} {label} {on_press} /> }
    });
    html! {
        <div class="cluster" role="group" aria-label={text.get("recorder-phrases")}>
            { for chips }
            if is_new {
                <Button kind={ButtonKind::Quiet} on_press={keep}>{ text.get("recorder-keep-phrase") }</Button>
            }
            if !phrases.is_empty() {
                <Button kind={ButtonKind::Quiet} pressed={*removing} on_press={toggle}>{ text.get("recorder-remove-phrases") }</Button>
            }
        </div>
    }
}
