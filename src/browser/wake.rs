//! What happens around the page: it comes into sight, goes out of it, the network comes and goes.

use gloo_events::EventListener;
use web_sys::VisibilityState;
use yew::Callback;

/// Something that happened around the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Around {
    /// It came into sight, or back from the browser's cache.
    Shown,
    /// It went out of sight; it may never come back.
    Hidden,
    /// The browser says that there is a network.
    Online,
    /// The browser says that there is none.
    Offline,
}

/// Whether the browser says that there is no network. When it says that there is one, it may be wrong.
#[must_use]
pub fn is_offline() -> bool {
    web_sys::window().is_some_and(|window| !window.navigator().on_line())
}

/// Calls `on` for each. Forget the listeners and it ends.
#[must_use]
pub fn listen(on: &Callback<Around>) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let Some(document) = window.document() else { return Vec::new() };
    let (visibility, shown, online, offline) = (on.clone(), on.clone(), on.clone(), on.clone());
    let page = document.clone();
    vec![
        EventListener::new(&document, "visibilitychange", move |_| {
            let visible = page.visibility_state() == VisibilityState::Visible;
            visibility.emit(if visible { Around::Shown } else { Around::Hidden });
        }),
        EventListener::new(&window, "pageshow", move |_| shown.emit(Around::Shown)),
        EventListener::new(&window, "online", move |_| online.emit(Around::Online)),
        EventListener::new(&window, "offline", move |_| offline.emit(Around::Offline)),
    ]
}
