//! The address bar: pages are plain links, and this turns a click on one into a change of page.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlAnchorElement, MouseEvent};
use yew::Callback;

use crate::route::Route;

/// The page at the present address.
#[must_use]
pub fn here() -> Route {
    let Some(location) = web_sys::window().map(|window| window.location()) else { return Route::Today };
    Route::read(&location.pathname().unwrap_or_default(), &location.search().unwrap_or_default())
}

/// Shows another page's address, with a step to go back.
pub fn go(route: &Route) {
    if let Some(window) = web_sys::window() {
        if let Ok(history) = window.history() {
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&route.address()));
        }
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Shows another page's address in place of the present one.
pub fn replace(route: &Route) {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&route.address()));
    }
}

/// Where the app came from: `https://walks.district.example`, without a slash at the end.
#[must_use]
pub fn origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// Shows a title in the tab.
pub fn title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Prints the page.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Loads the app again.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

/// Calls `on_route` when a link inside the app is followed or the person goes back. Forget the listeners and it ends.
#[must_use]
pub fn listen(on_route: Callback<Route>) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let Some(document) = window.document() else { return Vec::new() };
    let back = on_route.clone();
    let popped = EventListener::new(&window, "popstate", move |_| back.emit(here()));
    let options = EventListenerOptions::enable_prevent_default();
    let clicked = EventListener::new_with_options(&document, "click", options, move |event| {
        if let Some(route) = inner_link(event) {
            event.prevent_default();
            go(&route);
            on_route.emit(route);
        }
    });
    vec![popped, clicked]
}

/// The page that a plain click on a link of ours leads to.
fn inner_link(event: &Event) -> Option<Route> {
    let click = event.dyn_ref::<MouseEvent>()?;
    let plain = click.button() == 0 && !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key());
    if !plain || event.default_prevented() {
        return None;
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let link = target.closest("a[href]").ok()??.dyn_into::<HtmlAnchorElement>().ok()?;
    let outward = !link.target().is_empty() || link.has_attribute("download");
    let ours = link.origin() == web_sys::window()?.location().origin().ok()?;
    let in_page = link.get_attribute("href").is_some_and(|href| href.starts_with('#'));
    (ours && !outward && !in_page).then(|| Route::read(&link.pathname(), &link.search()))
}

/// The element of index.html that the app is drawn into, emptied of what stood there while it loaded.
#[must_use]
pub fn place_for_app() -> Option<Element> {
    let place = web_sys::window()?.document()?.get_element_by_id("app")?;
    place.set_inner_html("");
    Some(place)
}
