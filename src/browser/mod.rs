//! The only code that touches the browser: `web_sys`, `gloo`, `js_sys`.

pub mod clipboard;
pub mod clock;
pub mod database;
pub mod events;
pub mod files;
pub mod focus;
mod gzip;
pub mod ids;
pub mod install;
pub mod navigation;
pub mod network;
pub mod pictures;
pub mod preferences;
pub mod space;
pub mod tabs;
pub mod tasks;
pub mod update;
pub mod wake;

pub use clock::use_now;
