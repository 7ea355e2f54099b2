//! Sync and storage: what is recorded, what has arrived, whether it is safe here, and everything that can be done
//! about it.

mod account;
mod clock;
mod copies;
mod install;
mod ledger;
mod refused;
mod storage;

use yew::prelude::*;

use crate::components::PageHead;
use crate::pages::words;
use crate::state::use_app;
use account::AccountPanel;
use clock::ClockPanel;
use copies::CopiesPanel;
use install::InstallPanel;
use ledger::LedgerPanel;
use refused::RefusedPanel;
use storage::StoragePanel;

/// The page behind the status at the foot of the rail.
#[component]
pub fn SyncPage() -> Html {
    let app = use_app();
    let text = &app.model.text;
    html! {
        <>
            <PageHead title={text.get("sync-title")} subtitle={text.get("sync-subtitle")} />
            if words::clock_trouble(&app.model).is_some() {
                <ClockPanel />
            }
            <RefusedPanel />
            <div class="grid" data-size="wide">
                <LedgerPanel />
                <div class="stack" data-gap="wide">
                    <StoragePanel />
                    <CopiesPanel />
                </div>
                <InstallPanel />
                <AccountPanel />
            </div>
        </>
    }
}
