//! The only code that touches the browser: `web_sys`, `gloo`, `js_sys`.

pub mod events;
