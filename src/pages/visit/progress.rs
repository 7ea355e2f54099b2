//! Where the visit's record is: open, discarded, waiting, refused, on the server.

use domain::sync::Refusal;
use yew::prelude::*;

use super::PartProps;
use crate::components::{Banner, BannerKind, ButtonLink, Status, StatusLine};
use crate::route::Route;
use crate::state::{Model, Saving, use_app};
use crate::text::Text;

/// The state of the record, in words.
#[component]
pub(super) fn Progress(props: &PartProps) -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let open = &props.part.open;
    let waiting = model.waiting.get(&open.at.visit).copied().unwrap_or(0);
    let (status, line) = match model.saving {
        Saving::Failed { unsaved, .. } => (Status::Trouble, text.with("recorder-unsaved", [("n", unsaved.into())])),
        Saving::Nothing | Saving::Saved(_) | Saving::Writing if waiting > 0 => {
            (Status::Waiting, text.with("visit-waiting", [("n", waiting.into())]))
        }
        Saving::Nothing | Saving::Saved(_) | Saving::Writing => (Status::Saved, text.get("visit-on-server")),
    };
    html! {
        <>
            if open.visit.discarded {
                <Banner kind={BannerKind::Warning} title={text.get("visit-discarded")}>{ text.get("visit-discarded-text") }</Banner>
            } else if open.visit.finished.is_none() {
                <Banner title={text.get("visit-open")}>{ text.get("visit-open-text") }</Banner>
            }
            { refused(model, &props.part.open) }
            <div data-print="no"><StatusLine {status} text={line} /></div>
        </>
    }
}

fn refused(model: &Model, open: &crate::state::OpenVisit) -> Html {
    if open.quarantined == 0 {
        return html! {};
    }
    let text = &model.text;
    let own = model.quarantined.iter().filter(|(visit, _)| *visit == Some(open.at.visit));
    let mut refusals: Vec<Refusal> = own.map(|(_, edit)| edit.refusal).collect();
    refusals.sort_unstable();
    refusals.dedup();
    let reasons: Vec<String> = refusals.into_iter().map(|refusal| reason(text, refusal)).collect();
    let actions = html! { <ButtonLink href={Route::Sync.address()}>{ text.get("visit-refused-see") }</ButtonLink> };
    html! {
        <Banner kind={BannerKind::Danger} title={text.with("refused-title", [("n", open.quarantined.into())])} {actions}>
            { reasons.join(". ") }{ " " }{ text.get("visit-refused-safe") }
        </Banner>
    }
}

fn reason(text: &Text, refusal: Refusal) -> String {
    text.get(match refusal {
        Refusal::Malformed => "refused-malformed",
        Refusal::NotAssigned => "refused-not-assigned",
        Refusal::NotYours => "refused-not-yours",
        Refusal::NotAuthor => "refused-not-author",
        Refusal::WrongStream => "refused-wrong-stream",
    })
}
