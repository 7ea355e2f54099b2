//! The server through its router, on a real database: a SQLite file in a temporary folder, or PostgreSQL (`database`).

#![expect(clippy::unwrap_used, reason = "a test that cannot build its request should fail loudly")]

mod bad_input;
mod calibration;
mod comments;
mod commits;
mod compare;
mod district;
mod drafts;
mod erase;
mod export;
mod facts;
mod goals;
mod import;
mod openapi;
mod people;
mod permissions;
mod processes;
mod pull;
mod push;
mod rewind;
mod rosters;
mod sessions;
mod setup;
mod site;
mod support;
mod undo;
