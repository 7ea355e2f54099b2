//! What a person must know whatever page they are on: the most urgent first.

use yew::prelude::*;

use crate::components::{Banner, BannerKind, Button, ButtonKind, ButtonLink};
use crate::pages::words;
use crate::route::Route;
use crate::state::{App, Command, Saving, use_app};

/// Every banner that holds now.
#[component]
pub(super) fn Banners() -> Html {
    let app = use_app();
    html! {
        <>
            { for not_saved(&app) }
            { for signed_out(&app) }
            { for unreadable(&app) }
            { for clock(&app) }
            { for update(&app) }
            { for install(&app) }
        </>
    }
}

fn not_saved(app: &App) -> Option<Html> {
    let text = &app.model.text;
    let Saving::Failed { unsaved, full } = app.model.saving else { return None };
    let remedy = if full { text.get("banner-full-remedy") } else { text.get("banner-unsaved-remedy") };
    Some(html! {
        <Banner
            kind={BannerKind::Danger}
            title={text.with("banner-unsaved", [("n", unsaved.into())])}
            actions={html! {
                <>
                    <Button kind={ButtonKind::Primary} on_press={app.on(|()| Command::SaveCopy)}>{ text.get("banner-save-copy") }</Button>
                    <Button on_press={app.on(|()| Command::RetrySaving)}>{ text.get("banner-retry") }</Button>
                </>
            }}
        >{ text.get("banner-unsaved-safe") }{ " " }{ remedy }</Banner>
    })
}

fn signed_out(app: &App) -> Option<Html> {
    let text = &app.model.text;
    app.model.syncing.signed_out.then(|| html! {
        <Banner
            kind={BannerKind::Warning}
            title={text.get("banner-signed-out")}
            actions={html! { <ButtonLink href={Route::SignIn.address()}>{ text.get("banner-sign-in") }</ButtonLink> }}
        >{ text.get("banner-signed-out-safe") }</Banner>
    })
}

fn unreadable(app: &App) -> Option<Html> {
    let (model, text) = (&app.model, &app.model.text);
    (model.unreadable > 0).then(|| html! {
        <Banner
            kind={BannerKind::Warning}
            title={text.with("banner-unreadable", [("n", model.unreadable.into())])}
            actions={html! { <Button on_press={app.on(|()| Command::SaveUnreadable)}>{ text.get("banner-save-unreadable") }</Button> }}
        >{ text.get("banner-unreadable-safe") }</Banner>
    })
}

fn clock(app: &App) -> Option<Html> {
    let text = &app.model.text;
    let title = words::clock_trouble(&app.model).filter(|_| app.model.route != Route::Sync)?;
    let more = html! { <ButtonLink href={Route::Sync.address()}>{ text.get("banner-clock-visits") }</ButtonLink> };
    Some(html! {
        <Banner kind={BannerKind::Warning} {title} actions={more}>{ text.get("banner-clock-remedy") }</Banner>
    })
}

fn update(app: &App) -> Option<Html> {
    let (model, text) = (&app.model, &app.model.text);
    let safe = if model.open_visits().is_empty() {
        text.get("banner-update-safe")
    } else {
        text.get("banner-update-safe-open")
    };
    model.update_ready.then(|| html! {
        <Banner
            kind={BannerKind::Update}
            title={text.get("banner-update")}
            actions={html! { <Button on_press={app.on(|()| Command::TakeUpdate)}>{ text.get("banner-take-update") }</Button> }}
        >{ safe }</Banner>
    })
}

/// Only on Today: it is advice, not an alarm. An installed app does not see what the browser's tab has kept, so unsent
/// work is named first.
fn install(app: &App) -> Option<Html> {
    let (model, text) = (&app.model, &app.model.text);
    let storage = model.storage;
    if storage.installed || storage.hint_dismissed || model.route != Route::Today {
        return None;
    }
    let waiting = model.visits_waiting();
    let title = if model.recorded == 0 { text.get("banner-install-first") } else { text.get("banner-install") };
    let more = html! { <ButtonLink href={Route::Sync.address()}>{ text.get("banner-install-how") }</ButtonLink> };
    let dismiss = html! {
        <Button kind={ButtonKind::Quiet} on_press={app.on(|()| Command::DismissInstallHint)}>{ text.get("banner-dismiss") }</Button>
    };
    Some(if waiting > 0 {
        html! {
            <Banner {title} actions={html! { <>{ more }{ dismiss }</> }}>
                { text.with("banner-install-unsent", [("n", waiting.into())]) }
            </Banner>
        }
    } else {
        let now = storage.can_install.then(|| {
            html! {
                <Button on_press={app.on(|()| Command::Install)}>{ text.get("banner-install-now") }</Button>
            }
        });
        html! {
            <Banner {title} actions={html! { <>{ now.unwrap_or(more) }{ dismiss }</> }}>
                { text.get("banner-install-why") }
            </Banner>
        }
    })
}
