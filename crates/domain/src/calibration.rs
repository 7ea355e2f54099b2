//! Calibration: how far two observers or more, who saw the same lessons, agree on one look-for.
//!
//! 1. [`Sheet::of`] puts [`Rating`]s in order: a row a unit, a place an observer, and what the values are;
//! 2. [`Report::of`] goes through every [`Coefficient`] there is, gives those that fit with their 95 % interval, and
//!    says [`Why`] the others do not; [`Report::remark`] is there where kappa misleads.
//!
//! Facts only: the sentences are the command's, or the page's. What the numbers mean is in
//! [`agreement`](crate::stats::agreement).

mod coefficient;
mod report;

mod gauge;
mod sheet;
mod values;

pub use coefficient::Coefficient;
pub use gauge::MOST_CATEGORIES;
pub use report::{Line, Outcome, Report, Why};
pub use sheet::{RatedTwice, Rating, Sheet};
pub use values::Kind;
