use yew::prelude::*;

use super::clock::{Stopwatch, use_time};
use crate::components::RecorderFoot;
use crate::text::Text;

/// What [`Foot`] needs.
#[derive(Properties, PartialEq)]
pub(crate) struct FootProps {
    /// The language.
    pub text: Text,
    /// What the undo button takes back; `None` when there is nothing.
    pub undo: Option<AttrValue>,
    /// Watched time, which stamps the next note; `None` where no clock runs.
    pub watched: Option<Stopwatch>,
    /// Takes the last act back.
    pub on_undo: Callback<()>,
    /// Opens the note sheet.
    pub on_note: Callback<()>,
    /// Opens the finish sheet.
    pub on_finish: Callback<()>,
}

/// Undo, note and finish.
#[component]
pub(crate) fn Foot(props: &FootProps) -> Html {
    let now = use_time();
    let text = &props.text;
    let undo_label = match &props.undo {
        Some(what) => text.with("recorder-undo-what", [("what", what.as_str().into())]),
        None => text.get("recorder-undo"),
    };
    let note_label = match props.watched {
        Some(watched) => text.with("recorder-note-at", [("time", text.stopwatch(watched.read(now)).into())]),
        None => text.get("recorder-note"),
    };
    html! {
        <RecorderFoot
            {undo_label}
            can_undo={props.undo.is_some()}
            {note_label}
            finish_label={text.get("recorder-finish")}
            on_undo={props.on_undo.clone()}
            on_note={props.on_note.clone()}
            on_finish={props.on_finish.clone()}
        />
    }
}
