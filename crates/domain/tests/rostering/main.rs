//! Rosters of other systems: what packages mean, what they change, and what they cannot say.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test should fail loudly")]

mod delta;
mod links;
mod made;
mod one_roster;
mod outcome;
mod properties;
mod template;
