//! Writing notes: the words, the observer's own phrases, and what was written before.

use domain::id::{LookForId, NoteId};
use domain::visit::{Act, MostText, Visit};
use yew::prelude::*;

use super::clock::use_time;
use super::found::Form;
use super::phrases::Phrases;
use super::same::Same;
use crate::components::{Button, ButtonKind, Choice, Dialog, DialogKind, SelectField, TextArea};
use crate::state::use_app;
use crate::text::Text;

/// What [`NoteSheet`] needs.
#[derive(Properties, PartialEq)]
pub struct NoteSheetProps {
    /// The visit with its notes.
    pub visit: Visit,
    /// The look-fors that a note can be about.
    pub form: Same<Form>,
    /// Earlier notes are kept out of sight.
    #[prop_or_default]
    pub quiet: bool,
    /// Takes what the observer writes.
    pub on_act: Callback<Act>,
    /// Closes the sheet.
    pub on_close: Callback<()>,
}

/// What is being written.
#[derive(Clone, PartialEq, Default)]
struct Draft {
    id: Option<NoteId>,
    about: Option<LookForId>,
    text: AttrValue,
}

/// The note sheet.
#[component]
pub fn NoteSheet(props: &NoteSheetProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let draft = use_state(Draft::default);
    let now = use_time();
    // A note is about the moment at which the observer reached for it, however long writing takes.
    let opened = *use_state(|| now);
    let length = draft.text.chars().count();
    let words = draft.text.trim();
    let too_long = length > MostText::NOTE;
    let time = text.stopwatch(props.visit.watched_by(opened));
    let title = if props.visit.is_live() {
        text.with("recorder-note-at", [("time", time.into())])
    } else {
        text.get("recorder-note")
    };
    let set_text = {
        let draft = draft.clone();
        Callback::from(move |text: AttrValue| draft.set(Draft { text, ..(*draft).clone() }))
    };
    let set_about = {
        let draft = draft.clone();
        Callback::from(move |id: AttrValue| {
            let about = (!id.is_empty()).then(|| LookForId::from(id.as_str()));
            draft.set(Draft { about, ..(*draft).clone() });
        })
    };
    let use_phrase = {
        let draft = draft.clone();
        Callback::from(move |phrase: AttrValue| {
            let joined = if draft.text.trim().is_empty() {
                phrase.to_string()
            } else {
                format!("{} {phrase}", draft.text.trim_end())
            };
            draft.set(Draft { text: joined.into(), ..(*draft).clone() });
        })
    };
    let save = {
        let (on_act, on_close) = (props.on_act.clone(), props.on_close.clone());
        let act = Act::Note { id: draft.id, at: Some(opened), about: draft.about.clone(), text: words.to_owned() };
        Callback::from(move |()| {
            on_act.emit(act.clone());
            on_close.emit(());
        })
    };
    let edit = {
        let draft = draft.clone();
        Callback::from(move |note: Draft| draft.set(note))
    };
    let actions = html! {
        <>
            <Button on_press={props.on_close.clone()}>{ text.get("recorder-cancel") }</Button>
            <Button kind={ButtonKind::Primary} disabled={words.is_empty() || too_long} on_press={save}>{ text.get("recorder-save-note") }</Button>
        </>
    };
    let error = too_long.then(|| AttrValue::from(text.with("recorder-too-long", [("n", MostText::NOTE.into())])));
    html! {
        <Dialog id="note" kind={DialogKind::Sheet} {title} close_label={text.get("recorder-close")} on_close={props.on_close.clone()} {actions}>
            <TextArea
                id="note-text"
                label={if draft.id.is_some() { text.get("recorder-note-rewrite") } else { text.get("recorder-note-words") }}
                value={draft.text.clone()}
                {error}
                autofocus={true}
                on_input={set_text}
            />
            <Phrases typed={AttrValue::from(words.to_owned())} on_use={use_phrase} />
            <SelectField
                id="note-about"
                label={text.get("recorder-note-about")}
                value={draft.about.as_ref().map(|about| about.0.clone()).unwrap_or_default()}
                options={about_choices(text, &props.form)}
                on_change={set_about}
            />
            if !props.quiet {
                { written(text, props, &edit) }
            }
        </Dialog>
    }
}

fn about_choices(text: &Text, form: &Form) -> Vec<Choice> {
    let none = Choice::new("", text.get("recorder-note-about-nothing"));
    let look_fors = form.all().map(|look_for| Choice::new(look_for.id.0.clone(), look_for.text.clone()));
    std::iter::once(none).chain(look_fors).collect()
}

fn written(text: &Text, props: &NoteSheetProps, edit: &Callback<Draft>) -> Html {
    if props.visit.notes.is_empty() {
        return html! {};
    }
    let notes = props.visit.notes.iter().rev().map(|(id, note)| {
        let time = text.stopwatch(props.visit.watched_by(note.at));
        let draft = Draft { id: Some(*id), about: note.what.about.clone(), text: note.what.text.clone().into() };
        let delete = Act::Note { id: Some(*id), at: None, about: None, text: String::new() };
        let named = |message| text.with(message, [("time", time.as_str().into())]);
        html! {
            <li key={id.to_string()} class="note-list-item">
                <span class="number muted">{ &time }</span>
                <span class="note-list-text">{ &note.what.text }</span>
                <Button spoken={named("recorder-edit-note-spoken")} on_press={edit.reform(move |()| draft.clone())}>{ text.get("recorder-edit") }</Button>
                <Button kind={ButtonKind::Danger} spoken={named("recorder-delete-note-spoken")} on_press={props.on_act.reform(move |()| delete.clone())}>{ text.get("recorder-delete") }</Button>
            </li>
        }
    });
    html! {
        <section aria-labelledby="notes-so-far">
            <h3 id="notes-so-far">{ text.get("recorder-notes-so-far") }</h3>
            <ul class="note-list">{ for notes }</ul>
        </section>
    }
}
