//! What the build shares with the browser tests.

pub mod worker;
