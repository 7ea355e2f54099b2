//! Pages drawn by Yew's server renderer from a model of the made-up district: what a person is told in each state.
//!
//! Snapshots keep the markup; the assertions beside them keep what must never change with it.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test whose model is not as it made it should fail loudly"
)]
#![cfg(not(target_arch = "wasm32"))]

mod busy;
mod calendar;
mod calibration;
mod comments;
mod compare;
mod contrast;
mod coverage;
mod deciding;
mod discrepancies;
mod draft;
mod expectations;
mod export;
mod frame;
mod framework;
mod getting_in;
mod goals;
mod import;
mod models;
mod people;
mod plan_week;
mod record;
mod recording;
mod report;
mod roster;
mod schools;
mod settings;
mod start;
mod support;
mod sync;
mod today;
mod trends;
mod visit;
mod visits;
mod weekly;
