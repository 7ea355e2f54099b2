//! What a DOM event carries, read out of the element it came from.

pub use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};
use yew::AttrValue;

/// The text now in the field or select the event came from; empty when it came from neither.
pub fn text(event: &Event) -> AttrValue {
    // `value` is looked up by name, so the one cast serves input, textarea and select alike.
    event
        .target()
        .map(|target| AttrValue::from(target.unchecked_into::<HtmlInputElement>().value()))
        .unwrap_or_default()
}

/// How far the element the event came from is scrolled, in CSS pixels; 0 at the top.
pub fn scroll_top(event: &Event) -> f64 {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .map_or(0.0, |element| f64::from(element.scroll_top()))
}

/// Begins to carry something by drag and drop; some browsers carry nothing without words.
pub fn carry(event: &web_sys::DragEvent, words: &str) {
    if let Some(data) = event.data_transfer() {
        let _ = data.set_data("text/plain", words);
        data.set_effect_allowed("move");
    }
}
