//! Past walkthroughs from tables: what is read, what is refused and why, and that nothing is read twice.

#![expect(clippy::unwrap_used, reason = "a test that cannot make its table should fail loudly")]

mod again;
mod guessing;
mod made;
mod mapping;
mod properties;
mod reading;
mod refused;
mod report;
