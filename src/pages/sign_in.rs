use yew::prelude::*;

use crate::components::{Button, ButtonKind, Checkbox, InputKind, TextField};
use crate::pages::words;
use crate::state::{Command, Model, Trouble, use_app};
use crate::text::Text;
use domain::sync::{Failure, ProblemCode};

/// Email and passphrase. The first sign-in on a tablet needs the network; from then on nothing does.
#[component]
pub fn SignInPage() -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let email = use_state(|| AttrValue::from(model.me.as_ref().map(|me| me.email.clone()).unwrap_or_default()));
    let passphrase = use_state(AttrValue::default);
    let shown = use_state(|| false);
    let asked = use_state(|| false);
    let waits = *asked && model.trouble.is_none();
    {
        let asked = asked.clone();
        use_effect_with(model.trouble, move |trouble| {
            if trouble.is_some() {
                asked.set(false);
            }
        });
    }
    let onsubmit = {
        let (send, email, passphrase) = (app.send.clone(), email.clone(), passphrase.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            asked.set(true);
            let (email, passphrase) = (email.trim().to_owned(), passphrase.to_string());
            send.emit(Command::SignIn { email, passphrase });
        })
    };
    let kind = if *shown { InputKind::Text } else { InputKind::Password };
    html! {
        <main class="centred">
            <form class="centred-card" {onsubmit} aria-busy={waits.then_some("true")}>
                <h1 id="page-title" tabindex="-1">{ text.get("sign-in-title") }</h1>
                <p class="muted">{ introduction(model) }</p>
                <TextField
                    id="email"
                    label={text.get("sign-in-email")}
                    value={(*email).clone()}
                    kind={InputKind::Email}
                    autocomplete="username"
                    required={true}
                    on_input={let email = email.clone(); Callback::from(move |value| email.set(value))}
                />
                <TextField
                    id="passphrase"
                    label={text.get("sign-in-passphrase")}
                    value={(*passphrase).clone()}
                    {kind}
                    autocomplete="current-password"
                    required={true}
                    error={trouble(text, model.trouble).map(AttrValue::from)}
                    on_input={let passphrase = passphrase.clone(); Callback::from(move |value| passphrase.set(value))}
                />
                <Checkbox
                    id="show"
                    label={text.get("sign-in-show")}
                    checked={*shown}
                    on_toggle={let shown = shown.clone(); Callback::from(move |on| shown.set(on))}
                />
                <Button kind={ButtonKind::Primary} big={true} submit={true} disabled={waits}>
                    { if waits { text.get("sign-in-waits") } else { text.get("sign-in-go") } }
                </Button>
            </form>
        </main>
    }
}

/// What signing in is for: the first time, again after the server has ended the session, or with no network.
fn introduction(model: &Model) -> String {
    let text = &model.text;
    if model.me.is_some() && model.syncing.signed_out {
        text.get("sign-in-again")
    } else if model.syncing.offline {
        text.get("sign-in-offline")
    } else {
        text.get("sign-in-first")
    }
}

fn trouble(text: &Text, trouble: Option<Trouble>) -> Option<String> {
    match trouble? {
        Trouble::Network(Failure::Unreachable) => Some(text.get("sign-in-unreachable")),
        Trouble::Network(Failure::Problem(ProblemCode::Fault, _)) => Some(text.get("sign-in-fault")),
        Trouble::Network(failure) => Some(words::failure(text, failure)),
        Trouble::NotACopy | Trouble::CopyLoaded { .. } => None,
    }
}
