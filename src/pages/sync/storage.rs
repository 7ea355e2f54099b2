//! Whether the browser keeps what is on this tablet, and how much room is left.

use yew::prelude::*;

use crate::components::{Button, KeyValue, KeyValues, Panel, Status, StatusLine};
use crate::state::{App, Command, Model, Saving, use_app};
use crate::text::Text;

/// Under this many bytes left, the person is told; a visit takes about 20 kB.
const LITTLE_ROOM: f64 = 20e6;

/// How safe the tablet's own copy is.
#[component]
pub(super) fn StoragePanel() -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let (status, sentence) = safety(model);
    html! {
        <Panel id="storage" title={text.get("storage-title")}>
            <StatusLine {status} text={sentence} />
            { for ask(&app) }
            <KeyValues rows={room(model)} />
            if little_room(model) {
                <p>{ text.get("storage-little-room") }</p>
            }
            { for unreadable(&app) }
        </Panel>
    }
}

fn safety(model: &Model) -> (Status, String) {
    let (text, storage) = (&model.text, model.storage);
    if let Saving::Failed { full: true, .. } = model.saving {
        return (Status::Trouble, text.get("storage-full"));
    }
    match storage.persisted {
        Some(true) => (Status::Saved, text.get("storage-kept")),
        None if storage.installed => (Status::Saved, text.get("storage-installed")),
        Some(false) => (Status::Waiting, text.get("storage-may-be-cleared")),
        None => (Status::Waiting, text.get("storage-unknown")),
    }
}

fn ask(app: &App) -> Option<Html> {
    let text = &app.model.text;
    (app.model.storage.persisted == Some(false)).then(|| {
        html! {
            <div class="cluster">
                <Button on_press={app.on(|()| Command::AskPersistence)}>{ text.get("storage-ask") }</Button>
            </div>
        }
    })
}

fn room(model: &Model) -> Vec<KeyValue> {
    let (text, storage) = (&model.text, model.storage);
    let said = |bytes: Option<f64>| bytes.map_or_else(|| text.get("storage-not-said"), |bytes| size(text, bytes));
    let left = storage.quota.zip(storage.used).map(|(quota, used)| (quota - used).max(0.0));
    vec![
        KeyValue { label: text.get("storage-used").into(), value: said(storage.used).into() },
        KeyValue { label: text.get("storage-left").into(), value: said(left).into() },
    ]
}

fn little_room(model: &Model) -> bool {
    let storage = model.storage;
    storage.quota.zip(storage.used).is_some_and(|(quota, used)| quota - used < LITTLE_ROOM)
}

fn unreadable(app: &App) -> Option<Html> {
    let (model, text) = (&app.model, &app.model.text);
    (model.unreadable > 0).then(|| html! {
        <div class="stack">
            <p>
                <strong>{ text.with("banner-unreadable", [("n", model.unreadable.into())]) }</strong>{ " " }
                { text.get("banner-unreadable-safe") }
            </p>
            <div class="cluster">
                <Button on_press={app.on(|()| Command::SaveUnreadable)}>{ text.get("banner-save-unreadable") }</Button>
            </div>
        </div>
    })
}

/// Bytes as people read them: "12.4 MB".
fn size(text: &Text, bytes: f64) -> String {
    if bytes >= 1e9 {
        text.with("storage-gigabytes", [("n", text.number(bytes / 1e9).into())])
    } else {
        text.with("storage-megabytes", [("n", text.number(bytes / 1e6).into())])
    }
}
