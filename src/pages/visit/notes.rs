use domain::visit::Act;
use yew::prelude::*;

use super::Part;
use crate::components::{Button, Icon, Panel};
use crate::pages::record::{Form, NoteSheet, Same, short_name};
use crate::state::use_app;

/// What [`Notes`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct NotesProps {
    /// The visit.
    pub part: Part,
    /// Takes what is written.
    pub on_act: Callback<Act>,
    /// Notes can be added and changed now.
    pub may_edit: bool,
}

/// Notes with the minute each was about.
#[component]
pub(super) fn Notes(props: &NotesProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let writing = use_state(|| false);
    let visit = &props.part.open.visit;
    let form = use_memo(props.part.framework.clone(), |framework| Form::of(framework, &[]));
    if visit.notes.is_empty() && !props.may_edit {
        return html! {};
    }
    let set = |to: bool| {
        let writing = writing.clone();
        Callback::from(move |()| writing.set(to))
    };
    let aside = html! {
        if props.may_edit {
            <Button icon={Icon::Note} on_press={set(true)}>{ text.get("visit-write-note") }</Button>
        }
    };
    html! {
        <>
            <Panel id="notes" title={text.get("visit-notes")} {aside}>
                <ul class="note-list">
                    { for visit.notes.iter().map(|(id, note)| html! {
                        <li key={id.to_string()} class="note-list-item">
                            <span class="number muted">{ text.stopwatch(visit.watched_by(note.at)) }</span>
                            <span class="note-list-text">
                                { &note.what.text }
                                if let Some(about) = &note.what.about {
                                    <span class="muted">{ " — " }{ short_name(&props.part.framework, about) }</span>
                                }
                            </span>
                        </li>
                    }) }
                </ul>
            </Panel>
            if *writing {
                <NoteSheet visit={visit.clone()} form={Same::of(&form)} on_act={props.on_act.clone()} on_close={set(false)} />
            }
        </>
    }
}
