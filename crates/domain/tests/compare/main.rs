//! Compare, held against a district small enough to count by hand and against a count written the slow way.

#![expect(clippy::unwrap_used, reason = "a test that cannot build its numbers should fail loudly")]

mod made;

mod amounts;
mod contrast;
mod coverage;
mod discrepancies;
mod expectations;
mod from_counts;
mod leniency;
mod over_time;
mod plan_week;
mod properties;
mod reading;
mod schools;
mod scope;
mod steadiness;
mod successions;
mod versions;
mod visits;
