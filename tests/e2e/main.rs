//! The app in real browsers, driven as a person would: by what a control says, not by where it is.
//!
//! Run by `cargo xtask test`, or a part of it by `cargo xtask e2e chromium the_first_reload`. A
//! test that fails leaves a screenshot, the page and the browser's log in `target/e2e/`.

#[macro_use]
mod play;

mod axe;
mod browser;
mod line;
mod page;
mod process;
mod server;
mod site;
mod tablet;
mod wait;

mod access;
mod beginning;
mod comments;
mod deciding;
mod frameworks;
mod goals;
mod harness;
mod journey;
mod office;
mod restored;
mod rosters;
mod shots;
mod together;
mod trouble;
mod worker;
