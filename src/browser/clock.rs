//! The tablet's clock: the one place in the app that asks what time it is.

use domain::time::{Millis, UtcOffset};
use gloo_timers::callback::{Interval, Timeout};
use yew::prelude::*;

/// The time now. Drawn natively, where there is no browser, it is the beginning of time.
#[must_use]
pub fn now() -> Millis {
    // Date.now() is a whole number of milliseconds far below 2^53.
    if cfg!(target_arch = "wasm32") { Millis(js_sys::Date::now() as i64) } else { Millis(0) }
}

/// Minutes that the tablet's clock is ahead of UTC at a moment.
#[must_use]
pub fn offset_at(at: Millis) -> UtcOffset {
    if !cfg!(target_arch = "wasm32") {
        return UtcOffset(0);
    }
    let date = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(at.0 as f64));
    UtcOffset(-date.get_timezone_offset() as i16)
}

/// Whether so many milliseconds have gone by since the component was first drawn. Natively, where nothing is waited
/// for, they have.
#[hook]
pub fn use_after(millis: u32) -> bool {
    let gone = use_state(|| !cfg!(target_arch = "wasm32"));
    let set = gone.setter();
    use_effect_with(millis, move |millis| {
        let timeout = Timeout::new(*millis, move || set.set(true));
        move || drop(timeout)
    });
    *gone
}

/// The time now, again every so many milliseconds; only the component that asks is drawn again.
#[hook]
pub fn use_now(every: u32) -> Millis {
    let time = use_state(now);
    let set = time.clone();
    use_effect_with(every, move |every| {
        let interval = Interval::new(*every, move || set.set(now()));
        move || drop(interval)
    });
    *time
}
