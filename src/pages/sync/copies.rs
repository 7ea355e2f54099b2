//! A copy of everything unsent, to a file and back.

use yew::prelude::*;

use crate::components::{Button, Icon, Panel};
use crate::state::{Command, Trouble, use_app};
use crate::text::Text;

/// Saves a copy and loads one.
#[component]
pub(super) fn CopiesPanel() -> Html {
    let app = use_app();
    let text = &app.model.text;
    html! {
        <Panel id="copies" title={text.get("copies-title")}>
            <p>{ text.get("copies-why") }</p>
            <div class="cluster">
                <Button icon={Icon::Save} on_press={app.on(|()| Command::SaveCopy)}>{ text.get("copies-save") }</Button>
                <Button on_press={app.on(|()| Command::LoadCopy)}>{ text.get("copies-load") }</Button>
            </div>
            <p role="status">{ result(text, app.model.trouble) }</p>
        </Panel>
    }
}

/// What became of the last file; nothing for what went wrong elsewhere.
fn result(text: &Text, trouble: Option<Trouble>) -> Option<String> {
    match trouble? {
        Trouble::NotACopy => Some(text.get("copies-not-a-copy")),
        Trouble::CopyLoaded { restored: 0, known } => Some(text.with("copies-all-here", [("n", known.into())])),
        Trouble::CopyLoaded { restored, known } => {
            Some(text.with("copies-loaded", [("n", restored.into()), ("known", known.into())]))
        }
        Trouble::Network(_) => None,
    }
}
