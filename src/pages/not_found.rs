use yew::prelude::*;

use crate::components::{ButtonKind, ButtonLink, PageHead};
use crate::route::Route;
use crate::state::{VisitFilter, use_app};

/// No page has this address.
#[component]
pub fn NotFoundPage() -> Html {
    let app = use_app();
    let text = &app.model.text;
    html! {
        <>
            <PageHead title={text.get("not-found-title")} />
            <p>{ text.get("not-found-what") }</p>
            <div class="cluster">
                <ButtonLink kind={ButtonKind::Primary} href={Route::Today.address()}>{ text.get("not-found-today") }</ButtonLink>
                <ButtonLink href={Route::Visits(VisitFilter::default()).address()}>{ text.get("not-found-visits") }</ButtonLink>
            </div>
        </>
    }
}
