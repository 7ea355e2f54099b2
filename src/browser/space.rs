//! What the browser says of its storage. `navigator.storage` may be missing; then it says nothing.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What is known of the storage.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Space {
    /// Whether the data are safe from being cleared.
    pub persisted: Option<bool>,
    /// Bytes used.
    pub used: Option<f64>,
    /// Bytes that may be used.
    pub quota: Option<f64>,
}

/// Asks what is known.
pub async fn read() -> Space {
    let estimate = call("estimate").await;
    let number = |name: &str| Reflect::get(estimate.as_ref()?, &name.into()).ok()?.as_f64();
    let (used, quota) = (number("usage"), number("quota"));
    Space { persisted: call("persisted").await.and_then(|yes| yes.as_bool()), used, quota }
}

/// Asks the browser to keep the data.
pub async fn persist() {
    call("persist").await;
}

async fn call(method: &str) -> Option<JsValue> {
    let navigator: JsValue = web_sys::window()?.navigator().into();
    let storage = Reflect::get(&navigator, &"storage".into()).ok()?;
    let function: Function = Reflect::get(&storage, &method.into()).ok()?.dyn_into().ok()?;
    let promise: Promise = function.call0(&storage).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}
