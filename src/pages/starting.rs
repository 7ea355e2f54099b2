use yew::prelude::*;

use crate::components::Skeleton;
use crate::state::use_app;

/// Stands while the tablet reads what it holds; for less than a second.
#[component]
pub fn Starting() -> Html {
    let app = use_app();
    let text = &app.model.text;
    html! {
        <main class="centred">
            <div class="centred-card">
                <h1 class="wordmark" id="page-title" tabindex="-1">{ text.get("wordmark") }</h1>
                <Skeleton label={text.get("starting")} />
            </div>
        </main>
    }
}
