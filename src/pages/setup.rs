use domain::sync::{Failure, ProblemCode};
use yew::prelude::*;

use crate::components::{Button, ButtonKind, ButtonLink, Checkbox, InputKind, TextField};
use crate::pages::words;
use crate::route::Route;
use crate::state::{Command, Trouble, use_app};
use crate::text::Text;

/// The shortest passphrase that the server takes, in characters.
const LEAST_PASSPHRASE: usize = 10;

/// What [`SetupPage`] needs.
#[derive(Properties, PartialEq)]
pub struct SetupPageProps {
    /// The last part of the one-time link.
    pub token: String,
}

/// What is typed.
#[derive(Clone, Default, PartialEq)]
struct Draft {
    district: AttrValue,
    name: AttrValue,
    email: AttrValue,
    passphrase: AttrValue,
}

/// Sets up an empty server: the district and its first administrator, who is signed in by it.
#[component]
pub fn SetupPage(props: &SetupPageProps) -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let draft = use_state(Draft::default);
    let shown = use_state(|| false);
    let tried = use_state(|| false);
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
        let (send, draft, token, tried) = (app.send.clone(), draft.clone(), props.token.clone(), tried.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            tried.set(true);
            if draft.has_email() && draft.has_passphrase() {
                asked.set(true);
                send.emit(draft.command(&token));
            }
        })
    };
    let change = |put: fn(&mut Draft, AttrValue)| {
        let draft = draft.clone();
        Callback::from(move |value| {
            let mut next = (*draft).clone();
            put(&mut next, value);
            draft.set(next);
        })
    };
    html! {
        <main class="centred">
            <form class="centred-card" {onsubmit} aria-busy={waits.then_some("true")}>
                <h1 id="page-title" tabindex="-1">{ text.get("setup-title") }</h1>
                <p class="muted">{ text.get("setup-introduction") }</p>
                <TextField
                    id="district"
                    label={text.get("setup-district")}
                    value={draft.district.clone()}
                    autocomplete="organization"
                    required={true}
                    on_input={change(|draft, value| draft.district = value)}
                />
                <TextField
                    id="name"
                    label={text.get("setup-name")}
                    hint={text.get("setup-name-hint")}
                    value={draft.name.clone()}
                    autocomplete="name"
                    required={true}
                    on_input={change(|draft, value| draft.name = value)}
                />
                <TextField
                    id="email"
                    label={text.get("setup-email")}
                    value={draft.email.clone()}
                    kind={InputKind::Email}
                    autocomplete="username"
                    required={true}
                    error={(*tried && !draft.has_email()).then(|| text.get("setup-email-wrong"))}
                    on_input={change(|draft, value| draft.email = value)}
                />
                <TextField
                    id="passphrase"
                    label={text.get("setup-passphrase")}
                    hint={text.with("setup-passphrase-hint", [("n", LEAST_PASSPHRASE.into())])}
                    value={draft.passphrase.clone()}
                    kind={if *shown { InputKind::Text } else { InputKind::Password }}
                    autocomplete="new-password"
                    required={true}
                    error={(*tried && !draft.has_passphrase()).then(|| text.get("setup-passphrase-short"))}
                    on_input={change(|draft, value| draft.passphrase = value)}
                />
                <Checkbox
                    id="show"
                    label={text.get("sign-in-show")}
                    checked={*shown}
                    on_toggle={Callback::from(move |on| shown.set(on))}
                />
                if let Some(sentence) = trouble(text, model.trouble) {
                    <p class="field-error" role="alert">{ sentence }</p>
                }
                <Button kind={ButtonKind::Primary} big={true} submit={true} disabled={waits}>
                    { if waits { text.get("setup-waits") } else { text.get("setup-go") } }
                </Button>
                if model.trouble.is_some_and(|trouble| trouble.is(ProblemCode::NotAllowed)) {
                    <ButtonLink href={Route::SignIn.address()}>{ text.get("setup-sign-in") }</ButtonLink>
                }
            </form>
        </main>
    }
}

impl Draft {
    fn has_email(&self) -> bool {
        self.email.contains('@')
    }

    fn has_passphrase(&self) -> bool {
        self.passphrase.chars().count() >= LEAST_PASSPHRASE
    }

    fn command(&self, token: &str) -> Command {
        let plain = |value: &AttrValue| value.trim().to_owned();
        Command::SetUp {
            token: token.to_owned(),
            district: plain(&self.district),
            name: plain(&self.name),
            email: plain(&self.email),
            passphrase: self.passphrase.to_string(),
        }
    }
}

fn trouble(text: &Text, trouble: Option<Trouble>) -> Option<String> {
    match trouble? {
        Trouble::Network(Failure::Problem(ProblemCode::NotAllowed, _)) => Some(text.get("setup-used")),
        Trouble::Network(Failure::Problem(ProblemCode::Unreadable, _)) => Some(text.get("setup-refused")),
        Trouble::Network(Failure::Unreachable) => Some(text.get("setup-unreachable")),
        Trouble::Network(failure) => Some(words::failure(text, failure)),
        Trouble::NotACopy | Trouble::CopyLoaded { .. } => None,
    }
}
