//! Installing: whether the app runs in a window of its own, and the browser's own dialog where it has one.

use gloo_events::{EventListener, EventListenerOptions};
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;
use yew::Callback;

/// Whether the app runs installed.
#[must_use]
pub fn is_installed() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let own_window =
        window.match_media("(display-mode: standalone)").ok().flatten().is_some_and(|media| media.matches());
    let ipad = Reflect::get(&window.navigator(), &"standalone".into()).ok().and_then(|yes| yes.as_bool());
    own_window || ipad.unwrap_or(false)
}

/// The browser's offer to install; it can be taken up once.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer(Event);

impl Offer {
    /// Shows the browser's dialog.
    pub fn take(self) {
        let prompt = Reflect::get(&self.0, &"prompt".into()).ok().and_then(|prompt| prompt.dyn_into::<Function>().ok());
        if let Some(prompt) = prompt {
            let _ = prompt.call0(&JsValue::from(self.0));
        }
    }
}

/// Calls `on_offer` when the browser offers to install, and with `None` when the app has been installed.
#[must_use]
pub fn listen(on_offer: Callback<Option<Offer>>) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let installed = on_offer.clone();
    let options = EventListenerOptions::enable_prevent_default();
    vec![
        EventListener::new_with_options(&window, "beforeinstallprompt", options, move |event| {
            event.prevent_default();
            on_offer.emit(Some(Offer(event.clone())));
        }),
        EventListener::new(&window, "appinstalled", move |_| installed.emit(None)),
    ]
}
