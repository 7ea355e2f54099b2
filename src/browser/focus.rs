//! The focus, which only the browser can move: into a dialog that opens, back when it closes, and to the heading of
//! a page that has changed.

use std::cell::RefCell;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, Event, HtmlElement, KeyboardEvent, MutationObserver, MutationObserverInit};

const DIALOG: &str = "[role=dialog], [role=alertdialog]";
const STOPS: &str = "button:not([disabled]), [href], input:not([disabled]), select, textarea, [tabindex='0']";

/// Follows dialogs for as long as the app runs.
pub fn follow_dialogs() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let Some(body) = document.body() else { return };
    let before: RefCell<Option<HtmlElement>> = RefCell::new(None);
    let page = document.clone();
    let changed = Closure::<dyn Fn()>::new(move || follow(&page, &before));
    if let Ok(observer) = MutationObserver::new(changed.as_ref().unchecked_ref()) {
        let options = MutationObserverInit::new();
        options.set_child_list(true);
        options.set_subtree(true);
        let _ = observer.observe_with_options(&body, &options);
    }
    changed.forget();
    let page = document.clone();
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document, "keydown", options, move |event| trap(&page, event)).forget();
}

fn follow(document: &Document, before: &RefCell<Option<HtmlElement>>) {
    let active = document.active_element();
    match document.query_selector(DIALOG).ok().flatten() {
        Some(dialog) if !dialog.contains(active.as_ref().map(AsRef::as_ref)) => {
            let mut before = before.borrow_mut();
            if before.is_none() {
                *before = active.and_then(|element| element.dyn_into().ok());
            }
            let first = |selector| dialog.query_selector(selector).ok().flatten();
            focus(first("[autofocus]").or_else(|| first(STOPS)).or(Some(dialog.clone())));
        }
        Some(_) => {}
        None => {
            if let Some(element) = before.take() {
                let _ = element.focus();
            }
        }
    }
}

/// Moves the focus to an element, if there is one with this id; one that Tab does not reach can have it all the same.
pub fn to(id: &str) {
    let element = web_sys::window().and_then(|window| window.document()?.get_element_by_id(id));
    if let Some(element) = element.as_ref().and_then(|element| element.dyn_ref::<HtmlElement>())
        && element.tab_index() < 0
    {
        element.set_tab_index(-1);
    }
    focus(element);
}

/// Moves the focus to the page's heading, so that a screen reader begins there.
pub fn to_heading() {
    to("page-title");
}

/// Keeps Tab inside an open dialog.
fn trap(document: &Document, event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>().filter(|key| key.key() == "Tab") else { return };
    let Some(dialog) = document.query_selector(DIALOG).ok().flatten() else { return };
    let Ok(stops) = dialog.query_selector_all(STOPS) else { return };
    let Some(last) = stops.length().checked_sub(1) else { return };
    let active = document.active_element();
    let at = |index| stops.item(index).as_ref() == active.as_ref().map(AsRef::as_ref);
    let inside = dialog.contains(active.as_ref().map(AsRef::as_ref));
    let wraps = if key.shift_key() { at(0) || !inside } else { at(last) || !inside };
    if wraps {
        event.prevent_default();
        let next = if key.shift_key() { last } else { 0 };
        focus(stops.item(next).and_then(|node| node.dyn_into().ok()));
    }
}

fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
