use domain::sync::{Failure, ProblemCode};
use yew::prelude::*;

use crate::components::{Button, ButtonKind, ButtonLink, Checkbox, InputKind, Skeleton, TextField};
use crate::pages::words;
use crate::route::Route;
use crate::state::{Command, Trouble, use_app};
use crate::text::Text;

/// The shortest passphrase that the server takes, in characters.
const LEAST_PASSPHRASE: usize = 10;

/// What [`JoinPage`] needs.
#[derive(Properties, PartialEq)]
pub struct JoinPageProps {
    /// The last part of the link.
    pub token: String,
}

/// Somebody was invited, or forgot their passphrase: they choose one and are signed in by it.
#[component]
pub fn JoinPage(props: &JoinPageProps) -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let passphrase = use_state(AttrValue::default);
    let (shown, tried, asked) = (use_state(|| false), use_state(|| false), use_state(|| false));
    {
        let send = app.send.clone();
        use_effect_with(props.token.clone(), move |token| send.emit(Command::LookAtLink(token.clone())));
    }
    {
        let asked = asked.clone();
        use_effect_with(model.trouble, move |trouble| {
            if trouble.is_some() {
                asked.set(false);
            }
        });
    }
    let told = model.joining.as_ref().filter(|joining| joining.token == props.token).and_then(|one| one.told.as_ref());
    let found = match told {
        None => return card(text, html! { <Skeleton label={text.get("join-reading")} rows=3 /> }),
        Some(Err(failure)) => return card(text, refused(text, *failure)),
        Some(Ok(found)) => found,
    };
    let long_enough = passphrase.chars().count() >= LEAST_PASSPHRASE;
    let waits = *asked && model.trouble.is_none();
    let onsubmit = {
        let (send, token, passphrase) = (app.send.clone(), props.token.clone(), passphrase.clone());
        let (tried, asked) = (tried.clone(), asked.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            tried.set(true);
            if long_enough {
                asked.set(true);
                send.emit(Command::Join { token: token.clone(), passphrase: passphrase.to_string() });
            }
        })
    };
    let typed = {
        let passphrase = passphrase.clone();
        Callback::from(move |value| passphrase.set(value))
    };
    let trouble = match model.trouble {
        Some(Trouble::Network(failure)) => Some(sentence(text, failure)),
        Some(Trouble::NotACopy | Trouble::CopyLoaded { .. }) | None => None,
    };
    let welcome = [("name", found.name.as_str().into()), ("district", found.district.as_str().into())];
    card(
        text,
        html! {
            <form class="stack" data-gap="wide" {onsubmit} aria-busy={waits.then_some("true")}>
                <p>{ text.with("join-welcome", welcome) }</p>
                <TextField
                    id="email"
                    label={text.get("join-email")}
                    kind={InputKind::Email}
                    value={found.email.clone()}
                    autocomplete="username"
                    disabled={true}
                    on_input={Callback::noop()}
                />
                <TextField
                    id="passphrase"
                    label={text.get("setup-passphrase")}
                    hint={text.with("setup-passphrase-hint", [("n", LEAST_PASSPHRASE.into())])}
                    value={(*passphrase).clone()}
                    kind={if *shown { InputKind::Text } else { InputKind::Password }}
                    autocomplete="new-password"
                    required={true}
                    error={(*tried && !long_enough).then(|| text.get("setup-passphrase-short"))}
                    on_input={typed}
                />
                <Checkbox
                    id="show"
                    label={text.get("sign-in-show")}
                    checked={*shown}
                    on_toggle={Callback::from(move |on| shown.set(on))}
                />
                if let Some(sentence) = trouble {
                    <p class="field-error" role="alert">{ sentence }</p>
                }
                <Button kind={ButtonKind::Primary} big={true} submit={true} disabled={waits}>
                    { text.get(if waits { "setup-waits" } else { "join-go" }) }
                </Button>
            </form>
        },
    )
}

fn card(text: &Text, inside: Html) -> Html {
    html! {
        <main class="centred">
            <div class="centred-card">
                <h1 id="page-title" tabindex="-1">{ text.get("join-title") }</h1>
                { inside }
            </div>
        </main>
    }
}

fn refused(text: &Text, failure: Failure) -> Html {
    html! {
        <>
            <p role="alert">{ sentence(text, failure) }</p>
            <ButtonLink href={Route::SignIn.address()}>{ text.get("setup-sign-in") }</ButtonLink>
        </>
    }
}

fn sentence(text: &Text, failure: Failure) -> String {
    match failure {
        Failure::Problem(ProblemCode::NotAllowed, _) => text.get("join-used"),
        Failure::Unreachable => text.get("join-unreachable"),
        other => words::failure(text, other),
    }
}
