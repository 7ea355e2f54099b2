//! Several tabs of one tablet: one syncs, the others are told.

use std::cell::Cell;
use std::future::Future;
use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{BroadcastChannel, MessageEvent};
use yew::Callback;

const CHANNEL: &str = "throughline";
const LOCK: &str = "throughline-sync";

/// Tells the other tabs that what is stored has changed.
pub struct Tabs {
    channel: Option<BroadcastChannel>,
    _listener: Option<EventListener>,
}

impl Tabs {
    /// Joins the other tabs; `on_change` is called with the account whose data another tab has changed.
    #[must_use]
    pub fn join(on_change: Callback<String>) -> Self {
        let channel = BroadcastChannel::new(CHANNEL).ok();
        let listener = channel.as_ref().map(|channel| {
            EventListener::new(channel, "message", move |event| {
                let account = event.dyn_ref::<MessageEvent>().and_then(|message| message.data().as_string());
                if let Some(account) = account {
                    on_change.emit(account);
                }
            })
        });
        Self { channel, _listener: listener }
    }

    /// Tells them.
    pub fn tell(&self, account: &str) {
        if let Some(channel) = &self.channel {
            let _ = channel.post_message(&JsValue::from_str(account));
        }
    }
}

/// Runs `work` if no other tab is syncing; whether it ran. A browser without locks runs it: syncing twice at once
/// is slower, never wrong.
pub async fn alone(work: impl Future<Output = ()> + 'static) -> bool {
    let Some((locks, request)) = locks() else {
        work.await;
        return true;
    };
    let options = Object::new();
    let _ = Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE);
    let ran = Rc::new(Cell::new(false));
    let note = Rc::clone(&ran);
    let callback = Closure::once(move |lock: JsValue| -> Promise {
        if lock.is_null() || lock.is_undefined() {
            return Promise::resolve(&JsValue::UNDEFINED);
        }
        note.set(true);
        future_to_promise(async move {
            work.await;
            Ok(JsValue::UNDEFINED)
        })
    });
    let held = request.call3(&locks, &LOCK.into(), &options, callback.as_ref());
    if let Ok(promise) = held.and_then(|held| held.dyn_into::<Promise>()) {
        let _ = JsFuture::from(promise).await;
    }
    ran.get()
}

fn locks() -> Option<(JsValue, Function)> {
    let navigator: JsValue = web_sys::window()?.navigator().into();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    let request = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    Some((locks, request))
}
