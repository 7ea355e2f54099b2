//! Where the work is, in words: the line in the recorder's head, and the red state when a tap is not on disk.

use domain::time::{MINUTE, Millis, UtcOffset};
use yew::prelude::*;

use super::names::join;
use crate::components::{Banner, BannerKind, Button, ButtonKind, Status, StatusLine};
use crate::state::{Command, Model, Saving, use_app};
use crate::text::Text;

/// "Saved on this tablet 10:42:07 · 3 visits waiting to sync · offline".
#[component]
pub(crate) fn RecordStatus() -> Html {
    let app = use_app();
    let (status, text) = status(&app.model);
    html! { <StatusLine {status} {text} /> }
}

/// The red state: what happened, what is safe, what to do. Nothing while everything is on disk.
#[component]
pub(crate) fn UnsavedBanner() -> Html {
    let app = use_app();
    let text = &app.model.text;
    let Saving::Failed { unsaved, full } = app.model.saving else {
        return html! {};
    };
    let title = text.with("recorder-unsaved-title", [("n", unsaved.into())]);
    let why = if full { text.get("recorder-unsaved-full") } else { text.get("recorder-unsaved-text") };
    let actions = html! {
        <>
            <Button on_press={app.on(|()| Command::RetrySaving)}>{ text.get("recorder-try-again") }</Button>
            <Button kind={ButtonKind::Primary} on_press={app.on(|()| Command::SaveCopy)}>{ text.get("recorder-save-copy") }</Button>
        </>
    };
    html! { <Banner kind={BannerKind::Danger} {title} {actions}>{ why }</Banner> }
}

fn status(model: &Model) -> (Status, String) {
    let text = &model.text;
    let waiting = match model.visits_waiting() {
        0 => String::new(),
        n => text.with("recorder-waiting", [("n", n.into())]),
    };
    let offline = if model.syncing.offline { text.get("recorder-offline") } else { String::new() };
    let (status, saved) = match model.saving {
        Saving::Nothing => (Status::Saved, text.get("recorder-saves-itself")),
        Saving::Saved(at) => {
            let time = clock_with_seconds(text, at, model.offset);
            (Status::Saved, text.with("recorder-saved-at", [("time", time.into())]))
        }
        Saving::Writing => (Status::Waiting, text.get("recorder-saving")),
        Saving::Failed { unsaved, .. } => (Status::Trouble, text.with("recorder-unsaved", [("n", unsaved.into())])),
    };
    (status, join([saved, waiting, offline]))
}

fn clock_with_seconds(text: &Text, at: Millis, offset: UtcOffset) -> String {
    format!("{}:{:02}", text.clock(at, offset), at.0.rem_euclid(MINUTE) / 1_000)
}
