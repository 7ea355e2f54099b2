use yew::prelude::*;

use crate::components::ErrorState;
use crate::state::use_app;

/// The browser gives no storage: nothing can be recorded safely, and the app says so instead of pretending.
#[component]
pub fn NoStorage() -> Html {
    let app = use_app();
    let text = &app.model.text;
    html! {
        <main class="centred">
            <div class="stack" data-gap="wide">
                <h1 class="wordmark" id="page-title" tabindex="-1">{ text.get("wordmark") }</h1>
                <ErrorState
                    happened={text.get("no-storage-happened")}
                    safe={text.get("no-storage-safe")}
                    remedy={text.get("no-storage-remedy")}
                />
            </div>
        </main>
    }
}
