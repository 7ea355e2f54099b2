//! The tablet's sync engine against the real server, over a line that drops, repeats, delays and cuts.
//!
//! The engine, the tablet's rules and the server are the ones that run in schools; only the tablet's disk is memory,
//! and the line is a call. Two tabs are two engines over one disk, two people two disks on one tablet.

#![expect(clippy::unwrap_used, reason = "a test that cannot build its request should fail loudly")]

#[path = "../api/support.rs"]
#[expect(dead_code, reason = "shared with the API's tests, which use all of it")]
mod support;

mod faults;
mod journeys;
mod line;
mod refused;
mod restored;
mod tablet;
