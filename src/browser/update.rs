//! The service worker: registered once, asked to take over only when everything is stored.

use gloo_events::EventListener;
use js_sys::{Object, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};
use yew::Callback;

use super::{navigation, tasks};

/// A version that has arrived whole and waits.
#[derive(Debug, Clone, PartialEq)]
pub struct Ready(ServiceWorker);

impl Ready {
    /// Lets it take over; the page loads again when it has.
    pub fn take(&self) {
        let message = Object::new();
        let _ = Reflect::set(&message, &"type".into(), &"take-over".into());
        if let Some(container) = container() {
            EventListener::once(&container, "controllerchange", |_| navigation::reload()).forget();
        }
        let _ = self.0.post_message(&message);
    }
}

/// Registers the worker and calls `on_ready` whenever a new version waits. A browser without service workers, or an
/// address without a secure connection, has none; the app then works while the server answers.
pub fn register(on_ready: Callback<Ready>) {
    let Some(container) = container() else { return };
    tasks::spawn(async move {
        let Ok(registered) = JsFuture::from(container.register("/sw.js")).await else { return };
        let registration: ServiceWorkerRegistration = registered.unchecked_into();
        watch(&registration, &on_ready);
        let found = registration.clone();
        let listener = EventListener::new(&registration, "updatefound", move |_| watch(&found, &on_ready));
        listener.forget();
    });
}

/// Asks the server whether there is a new version.
pub fn look() {
    let Some(container) = container() else { return };
    tasks::spawn(async move {
        if let Ok(ready) = container.ready()
            && let Ok(registration) = JsFuture::from(ready).await
            && let Ok(update) = registration.unchecked_into::<ServiceWorkerRegistration>().update()
        {
            // Offline there is nothing to find.
            let _ = JsFuture::from(update).await;
        }
    });
}

fn watch(registration: &ServiceWorkerRegistration, on_ready: &Callback<Ready>) {
    // The very first worker replaces nobody.
    if container().is_none_or(|container| container.controller().is_none()) {
        return;
    }
    if let Some(waiting) = registration.waiting() {
        on_ready.emit(Ready(waiting));
    }
    if let Some(installing) = registration.installing() {
        let (worker, on_ready) = (installing.clone(), on_ready.clone());
        let listener = EventListener::new(&installing, "statechange", move |_| {
            if worker.state() == ServiceWorkerState::Installed {
                on_ready.emit(Ready(worker.clone()));
            }
        });
        listener.forget();
    }
}

fn container() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    let present = Reflect::has(&navigator, &"serviceWorker".into()).unwrap_or(false);
    present.then(|| navigator.service_worker())
}
