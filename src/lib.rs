//! Throughline in the browser.
//!
//! Data flows one way: [`state::Model`] holds what is known, [`pages`] draw it with [`components`] and send
//! [`state::Command`]s, and [`runtime`] carries those out through [`browser`], the only code that touches the web.

pub mod app;
pub mod browser;
pub mod components;
pub mod pages;
pub mod route;
pub mod runtime;
pub mod state;
pub mod text;
