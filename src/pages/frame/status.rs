//! Where the work is, in the few words that fit at the foot of the rail.

use yew::AttrValue;

use crate::pages::words;
use crate::state::{Model, Saving};

/// What stands at the foot of the rail.
pub(super) struct Status {
    /// One or two short lines.
    pub(super) lines: Vec<AttrValue>,
    /// Something needs the person.
    pub(super) trouble: bool,
}

/// First what is not safe or not sent yet, then how the tablet stands with the server.
pub(super) fn of(model: &Model) -> Status {
    let here = here(model);
    let there = there(model);
    let unsafe_now = matches!(model.saving, Saving::Failed { .. });
    Status {
        lines: here.into_iter().chain(Some(there)).map(AttrValue::from).collect(),
        trouble: unsafe_now || model.syncing.signed_out,
    }
}

fn here(model: &Model) -> Option<String> {
    let text = &model.text;
    let waiting = model.visits_waiting();
    match model.saving {
        Saving::Failed { unsaved, .. } => Some(text.with("frame-not-saved", [("n", unsaved.into())])),
        Saving::Writing => Some(text.get("frame-saving")),
        Saving::Saved(_) | Saving::Nothing if waiting > 0 => Some(text.with("frame-waiting", [("n", waiting.into())])),
        Saving::Saved(_) => Some(text.get("frame-saved")),
        Saving::Nothing => None,
    }
}

fn there(model: &Model) -> String {
    let (text, syncing) = (&model.text, &model.syncing);
    if syncing.signed_out {
        text.get("frame-signed-out")
    } else if syncing.offline {
        text.get("frame-offline")
    } else if syncing.running {
        text.get("frame-syncing")
    } else if syncing.failure.is_some() {
        text.get("frame-sync-failed")
    } else if let Some(at) = model.ledger.last_sync {
        let when = words::moment(text, at, model.now, model.offset);
        text.with("frame-synced", [("when", when.into())])
    } else {
        text.get("frame-not-synced")
    }
}
