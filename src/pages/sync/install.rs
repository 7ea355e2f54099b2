//! How the app gets onto the home screen, and from one version to the next.

use yew::prelude::*;

use crate::components::{Button, ButtonKind, KeyValue, KeyValues, Panel};
use crate::state::{App, Command, Model, use_app};

/// Installing, in each platform's own words, and the version that waits.
#[component]
pub(super) fn InstallPanel() -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    html! {
        <Panel id="install" title={text.get("install-title")}>
            { version(&app) }
            if model.storage.installed {
                <p>{ text.get("install-done") }</p>
            } else {
                <p>{ text.get("install-why") }</p>
                if model.visits_waiting() > 0 {
                    <p class="strong">{ text.with("banner-install-unsent", [("n", model.visits_waiting().into())]) }</p>
                }
                if model.storage.can_install {
                    <div class="cluster">
                        <Button kind={ButtonKind::Primary} on_press={app.on(|()| Command::Install)}>
                            { text.get("banner-install-now") }
                        </Button>
                    </div>
                }
                <KeyValues rows={platforms(model)} />
            }
        </Panel>
    }
}

fn version(app: &App) -> Html {
    let text = &app.model.text;
    if !app.model.update_ready {
        return html! { <p>{ text.get("install-latest") }</p> };
    }
    html! {
        <div class="cluster">
            <p><strong>{ text.get("banner-update") }</strong>{ " " }{ text.get("banner-update-safe") }</p>
            <Button on_press={app.on(|()| Command::TakeUpdate)}>{ text.get("banner-take-update") }</Button>
        </div>
    }
}

fn platforms(model: &Model) -> Vec<KeyValue> {
    let text = &model.text;
    vec![
        KeyValue { label: text.get("install-ipad").into(), value: text.get("install-ipad-how").into() },
        KeyValue { label: text.get("install-android").into(), value: text.get("install-android-how").into() },
        KeyValue { label: text.get("install-chromebook").into(), value: text.get("install-chromebook-how").into() },
    ]
}
