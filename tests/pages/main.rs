//! Pages drawn by Yew's server renderer from a model of the made-up district: what a person is told in each state.
//!
//! Snapshots keep the markup; the assertions beside them keep what must never change with it.
#![cfg(not(target_arch = "wasm32"))]

mod frame;
mod getting_in;
mod settings;
mod sync;
mod today;
mod record;
mod recording;
mod start;
mod support;
mod visit;
mod busy;
mod compare;
mod framework;
mod visits;
mod weekly;
