//! Recorded, waiting, sent, acknowledged; and the plain sentence that says what it comes to.

use yew::prelude::*;

use crate::browser::use_now;
use crate::components::{Button, ButtonKind, KeyValue, KeyValues, Panel, Progress, Status, StatusLine};
use crate::pages::words;
use crate::state::{Command, Model, Saving, use_app};

/// How this tablet's own work stands with the server.
#[component]
pub(super) fn LedgerPanel() -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let running = model.syncing.running;
    let (status, verdict) = verdict(model);
    html! {
        <Panel id="ledger" title={text.get("sync-ledger")}>
            <StatusLine {status} text={verdict} />
            <KeyValues rows={counts(model)} />
            if let Some((done, all)) = model.syncing.sending {
                <Progress
                    id="sending"
                    label={text.with("sync-sending", [("done", done.into()), ("all", all.into())])}
                    of={(done, all)}
                />
            } else if let Some((done, all)) = model.syncing.first_pull {
                <Progress
                    id="first-pull"
                    label={text.with("today-arriving", [("done", done.into()), ("all", all.into())])}
                    of={(done, all)}
                />
            } else if running {
                <Progress id="syncing" label={text.get("sync-running")} />
            }
            <Failed />
            <div class="cluster">
                <Button kind={ButtonKind::Primary} on_press={app.on(|()| Command::Sync)} disabled={running}>
                    { if running { text.get("sync-running") } else { text.get("sync-now") } }
                </Button>
            </div>
        </Panel>
    }
}

/// The one sentence: is everything on the server, and if not, why not.
fn verdict(model: &Model) -> (Status, String) {
    let (text, ledger) = (&model.text, &model.ledger);
    let waiting = model.visits_waiting();
    if let Saving::Failed { unsaved, .. } = model.saving {
        (Status::Trouble, text.with("sync-verdict-unsaved", [("n", unsaved.into())]))
    } else if waiting > 0 {
        (Status::Waiting, text.with("sync-verdict-waiting", [("n", waiting.into())]))
    } else if model.recorded == 0 {
        (Status::Saved, text.get("sync-verdict-nothing"))
    } else if ledger.on_server.is_some_and(|theirs| theirs != ledger.acknowledged) {
        (Status::Trouble, text.get("sync-verdict-differs"))
    } else if !model.quarantined.is_empty() {
        (Status::Trouble, text.with("sync-verdict-refused", [("n", model.quarantined.len().into())]))
    } else {
        (Status::Saved, text.get("sync-verdict-all"))
    }
}

fn counts(model: &Model) -> Vec<KeyValue> {
    let (text, ledger) = (&model.text, &model.ledger);
    let waiting: usize = model.waiting.values().sum();
    let row = |label: String, value: String| KeyValue { label: label.into(), value: value.into() };
    let synced = ledger.last_sync.map(|at| words::date_and_time(text, at, model.offset));
    vec![
        row(text.get("sync-recorded"), model.recorded.to_string()),
        row(
            text.get("sync-waiting"),
            text.with("sync-waiting-value", [("edits", waiting.into()), ("visits", model.visits_waiting().into())]),
        ),
        row(text.get("sync-acknowledged"), ledger.acknowledged.count.to_string()),
        row(text.get("sync-refused"), model.quarantined.len().to_string()),
        row(
            text.get("sync-on-server"),
            ledger.on_server.map_or_else(|| text.get("sync-not-heard"), |theirs| theirs.count.to_string()),
        ),
        row(text.get("sync-fingerprint"), short(&ledger.acknowledged.sum.to_string())),
        row(
            text.get("sync-fingerprint-server"),
            ledger.on_server.map_or_else(|| text.get("sync-not-heard"), |theirs| short(&theirs.sum.to_string())),
        ),
        row(text.get("sync-last"), synced.unwrap_or_else(|| text.get("sync-never"))),
    ]
}

/// The first eight digits in groups of four: enough to read out over the telephone.
fn short(digits: &str) -> String {
    format!("{} {}", digits.get(..4).unwrap_or(digits), digits.get(4..8).unwrap_or_default())
}

/// Why the last sync stopped, and when the next one is tried; it counts down by itself.
#[component]
fn Failed() -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let now = use_now(1_000).max(model.now);
    let syncing = &model.syncing;
    let why = match syncing.failure {
        _ if syncing.offline => Some(text.get("sync-offline")),
        Some(failure) => Some(words::failure(text, failure)),
        None => None,
    };
    let Some(why) = why.filter(|_| !syncing.running) else { return html! {} };
    let next = syncing.next.filter(|_| !syncing.offline).map(|next| {
        let seconds = next.since(now).max(0) / 1_000;
        if seconds >= 60 {
            text.with("sync-next-minutes", [("n", words::whole_minutes(next.since(now)).into())])
        } else {
            text.with("sync-next-seconds", [("n", seconds.into())])
        }
    });
    html! {
        <div class="stack">
            <p><strong>{ text.get("sync-stopped") }</strong>{ " " }{ why }</p>
            if let Some(next) = next {
                <p class="muted number">{ next }</p>
            }
        </div>
    }
}
