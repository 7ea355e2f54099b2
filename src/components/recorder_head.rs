use yew::prelude::*;

use super::truth;

/// What [`RecorderHead`] needs.
#[derive(Properties, PartialEq)]
pub struct RecorderHeadProps {
    /// "Room 204 · Grade 4 · Mathematics".
    pub title: AttrValue,
    /// "R. Okafor · middle of the lesson". Pressed to change segment, subject, grade and flags.
    pub context: AttrValue,
    /// Said for the context line: "Change segment, subject, grade or flags".
    pub context_label: AttrValue,
    /// Watched time so far, "06:42".
    pub elapsed: AttrValue,
    /// "Watched time", for screen readers.
    pub elapsed_label: AttrValue,
    /// The visit is paused.
    pub paused: bool,
    /// A clock runs that can be paused; off for a visit entered afterwards.
    #[prop_or(true)]
    pub can_pause: bool,
    /// What the button does now: "Pause" or "Resume".
    pub pause_label: AttrValue,
    /// The [`StatusLine`](super::StatusLine).
    pub status: Html,
    /// Quiet screen, back to Today and the like.
    #[prop_or_default]
    pub actions: Html,
    /// The context line was pressed.
    pub on_context: Callback<()>,
    /// Pause or resume.
    pub on_pause: Callback<()>,
}

/// The recorder's dark head: where, for how long, and whether it is saved.
#[component]
pub fn RecorderHead(props: &RecorderHeadProps) -> Html {
    html! {
        <header class="recorder-head recorder-top">
            <div class="recorder-head-inner">
                <div>
                    <h1 class="recorder-head-title" id="page-title" tabindex="-1">{ &props.title }</h1>
                    <button
                        type="button"
                        class="recorder-head-context"
                        aria-haspopup="dialog"
                        title={&props.context_label}
                        onclick={props.on_context.reform(|_: MouseEvent| ())}
                    >{ &props.context }</button>
                </div>
                <div class="recorder-head-elapsed" role="timer">
                    <span class="visually-hidden">{ &props.elapsed_label }</span>
                    { &props.elapsed }
                </div>
                <div class="cluster">
                    { props.actions.clone() }
                    if props.can_pause {
                        <button
                            type="button"
                            class="recorder-head-pause"
                            aria-pressed={truth(props.paused)}
                            onclick={props.on_pause.reform(|_: MouseEvent| ())}
                        >
                            <span class="recorder-head-sign" aria-hidden="true">{ if props.paused { "▶" } else { "❚❚" } }</span>
                            <span class="recorder-head-word">{ &props.pause_label }</span>
                        </button>
                    }
                </div>
                <div class="recorder-head-status">{ props.status.clone() }</div>
            </div>
        </header>
    }
}
