//! The next version of the framework: begun from something, written by one or several people, published.

mod archived;
mod begin;
mod clash;
mod comments;
mod fields;
mod look_for;
mod offered;
mod origin;
mod preview;
mod publish;
mod strand_name;
mod strands;
mod words;

use domain::framework::Framework;
use domain::permission::Me;
use yew::prelude::*;

use crate::components::{Banner, BannerKind, Button, ButtonKind, EmptyState, Icon, PageHead, Skeleton};
use crate::route::Route;
use crate::state::{App, Command, CommentStep, DraftFailure, DraftStep, Drafting, use_app};
use crate::text::Text;
use strands::{Open, Strands};

// Opens at a tap: public so that tests can draw it open.
pub use look_for::{LookForForm, LookForFormProps};

pub(super) use words::particulars;

/// The next version of the framework.
#[component]
pub fn DraftPage() -> Html {
    let app = use_app();
    let text = &app.model.text;
    let allowed = app.model.me.as_deref().is_some_and(Me::may_write_framework);
    let send = app.send.clone();
    use_effect_with(allowed, move |allowed| {
        if *allowed {
            send.emit(Command::Draft(DraftStep::Read));
            send.emit(Command::Comment(CommentStep::Read(None)));
        }
    });
    let open = use_state(|| Open::Nothing);
    let page = Page { app: &app, text, now: &app.model.drafting, open: &open };
    if !allowed {
        return html! {
            <>
                { page.head() }
                <EmptyState title={text.get("draft-not-allowed")} text={text.get("draft-not-allowed-text")} />
            </>
        };
    }
    html! {
        <>
            { page.head() }
            if app.model.syncing.offline {
                <Banner kind={BannerKind::Info} title={text.get("export-offline")}>{ text.get("draft-offline") }</Banner>
            }
            <div aria-live="polite" class="stack">{ page.published() }{ page.failure() }</div>
            { page.clash() }
            { page.offered() }
            { page.body() }
        </>
    }
}

/// Everything that the parts of the page draw from.
struct Page<'a> {
    app: &'a App,
    text: &'a Text,
    now: &'a Drafting,
    /// What is being written, and not kept yet.
    open: &'a UseStateHandle<Open>,
}

impl Page<'_> {
    fn on(&self, step: DraftStep) -> Callback<()> {
        self.app.on(move |()| Command::Draft(step.clone()))
    }

    /// The version that was published last.
    fn newest(&self) -> Option<&Framework> {
        self.app.model.documents.newest()
    }

    fn head(&self) -> Html {
        let (text, now) = (self.text, self.now);
        let back = (AttrValue::from(Route::Framework.address()), AttrValue::from(text.get("framework-title")));
        let actions = now.mine.is_some().then(|| {
            let nothing = now.undo.is_empty();
            html! {
                <Button icon={Icon::Undo} disabled={nothing} on_press={self.on(DraftStep::Undo)}>{ text.get("draft-undo") }</Button>
            }
        });
        html! {
            <PageHead
                title={text.get("draft-title")}
                subtitle={self.standing().map(AttrValue::from)}
                {back}
                actions={actions.unwrap_or_default()}
            />
        }
    }

    /// Who wrote last, and whether all of it is with the server.
    fn standing(&self) -> Option<String> {
        let (text, now) = (self.text, self.now);
        let held = now.held.as_ref()?;
        if now.busy {
            return Some(text.get("draft-storing"));
        }
        if !now.is_stored() {
            return Some(text.get("draft-not-stored"));
        }
        let time = super::words::date_and_time(text, held.at, self.app.model.offset);
        Some(text.with("draft-stored", [("time", time.into()), ("name", held.by.clone().into())]))
    }

    fn published(&self) -> Html {
        let text = self.text;
        let Some(published) = self.now.published else { return Html::default() };
        let title = text.with("draft-published", [("version", published.version.into())]);
        html! { <Banner {title}>{ text.get("draft-published-text") }</Banner> }
    }

    fn failure(&self) -> Html {
        let (text, now) = (self.text, self.now);
        let Some(failure) = &now.failure else { return Html::default() };
        let unstored = now.mine.is_some() && !now.is_stored();
        let title = match failure {
            DraftFailure::File(_) => "draft-file-failed",
            DraftFailure::Network(_) if !now.known => "draft-unread",
            DraftFailure::Cannot(_) | DraftFailure::Network(_) if unstored => "draft-store-failed",
            DraftFailure::Cannot(_) | DraftFailure::Network(_) => "draft-failed",
        };
        let step = if now.known { DraftStep::Store } else { DraftStep::Read };
        let again = (unstored || !now.known).then(|| {
            html! { <Button kind={ButtonKind::Plain} on_press={self.on(step)}>{ text.get("draft-again") }</Button> }
        });
        html! {
            <Banner kind={BannerKind::Warning} title={text.get(title)} actions={again.unwrap_or_default()}>
                { words::failure(text, failure, now.mine.as_ref()) }
            </Banner>
        }
    }

    fn body(&self) -> Html {
        let (text, now) = (self.text, self.now);
        let Some(draft) = &now.mine else {
            return if now.known {
                self.begin()
            } else if now.failure.is_some() || self.app.model.syncing.offline {
                Html::default()
            } else {
                html! { <Skeleton label={text.get("draft-reading")} rows=4 /> }
            };
        };
        html! {
            <>
                { self.title(draft) }
                <Strands draft={draft.clone()} open={self.open.clone()} />
                { self.comments(draft) }
                { self.publish(draft) }
                { self.files() }
            </>
        }
    }
}
