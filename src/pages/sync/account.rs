//! Who uses the tablet, and how they leave it.

use yew::prelude::*;

use crate::components::{Button, ButtonKind, ButtonLink, KeyValue, KeyValues, Panel};
use crate::pages::words;
use crate::route::Route;
use crate::state::{Command, Model, use_app};

/// Who is signed in, and signing out.
#[component]
pub(super) fn AccountPanel() -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let asking = use_state(|| false);
    let ask = |on: bool| {
        let asking = asking.clone();
        Callback::from(move |()| asking.set(on))
    };
    html! {
        <Panel id="account" title={text.get("account-title")}>
            <KeyValues rows={particulars(model)} />
            if model.syncing.signed_out {
                <p>{ text.get("banner-signed-out-safe") }</p>
                <div class="cluster">
                    <ButtonLink href={Route::SignIn.address()}>{ text.get("banner-sign-in") }</ButtonLink>
                </div>
            } else if *asking {
                <p role="status">{ consequence(model) }</p>
                <div class="cluster">
                    <Button on_press={ask(false)}>{ text.get("account-stay") }</Button>
                    <Button kind={ButtonKind::Danger} on_press={app.on(|()| Command::SignOut)}>
                        { text.get("account-sign-out") }
                    </Button>
                </div>
            } else {
                <div class="cluster">
                    <Button on_press={ask(true)} expanded={false}>{ text.get("account-sign-out") }</Button>
                </div>
            }
        </Panel>
    }
}

fn particulars(model: &Model) -> Vec<KeyValue> {
    let text = &model.text;
    let Some(me) = &model.me else { return Vec::new() };
    let district = model.documents.district.as_ref();
    let name = |school| district.and_then(|district| district.school(school)).map(|school| school.name.clone());
    let schools: Vec<String> =
        me.schools.iter().map(|school| name(school).unwrap_or_else(|| school.to_string())).collect();
    let schools = if schools.is_empty() { text.get("account-whole-district") } else { schools.join(", ") };
    let row = |label: String, value: String| KeyValue { label: label.into(), value: value.into() };
    vec![
        row(text.get("account-name"), me.name.clone()),
        row(text.get("account-email"), me.email.clone()),
        row(text.get("account-role"), words::role(text, me.role)),
        row(text.get("account-schools"), schools),
    ]
}

fn consequence(model: &Model) -> String {
    let text = &model.text;
    let name = model.me.as_ref().map(|me| me.name.clone()).unwrap_or_default();
    match model.visits_waiting() {
        0 => text.get("account-sign-out-plain"),
        waiting => text.with("account-sign-out-unsent", [("n", waiting.into()), ("name", name.into())]),
    }
}
