use yew::prelude::*;

use super::clock::{Stopwatch, use_time};
use super::status::RecordStatus;
use crate::components::RecorderHead;
use crate::text::Text;

/// What [`Head`] needs.
#[derive(Properties, PartialEq)]
pub(crate) struct HeadProps {
    /// The language.
    pub text: Text,
    /// "Room 204 · Grade 4 · Mathematics".
    pub title: AttrValue,
    /// "R. Okafor · middle of the lesson", without the name on a quiet screen.
    pub context: AttrValue,
    /// Watched time.
    pub watched: Stopwatch,
    /// Nobody is watching at the moment.
    pub paused: bool,
    /// It is recorded as it happens, so that it can be paused.
    pub live: bool,
    /// Opens the sheet with segment, flags and the rest.
    pub on_context: Callback<()>,
    /// Pauses or resumes.
    pub on_pause: Callback<()>,
}

/// The recorder's head; the only part of the page that is drawn every second.
#[component]
pub(crate) fn Head(props: &HeadProps) -> Html {
    let now = use_time();
    let text = &props.text;
    let pause_label = if props.paused { text.get("recorder-resume") } else { text.get("recorder-pause") };
    html! {
        <RecorderHead
            title={&props.title}
            context={&props.context}
            context_label={text.get("recorder-change-context")}
            elapsed={text.stopwatch(props.watched.read(now))}
            elapsed_label={text.get("recorder-watched-time")}
            paused={props.paused}
            can_pause={props.live}
            {pause_label}
            status={html! { <RecordStatus /> }}
            on_context={props.on_context.clone()}
            on_pause={props.on_pause.clone()}
        />
    }
}
