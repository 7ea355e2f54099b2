//! Calibration: how far two observers or more, who saw the same lessons, agree.
//!
//! From visits, in the app:
//!
//! 1. [`Sitting::of`] reads one observer's record of a lesson, [`sessions`] puts the records of one lesson together;
//! 2. [`agreed`] says for every look-for how far its observers agree, over one session or many, and
//!    [`talking_points`] where they parted, minute by minute;
//! 3. [`leniency`] holds one observer's ordinary visits against those of others to the same rooms.
//!
//! From a file:
//!
//! 1. [`Sheet::of`] puts [`Rating`]s in order: a row a unit, a place an observer, and what the values are;
//! 2. [`Report::of`] goes through every [`Coefficient`] there is, gives those that fit with their 95 % interval, and
//!    says [`Why`] the others do not; [`Report::remark`] is there where kappa misleads.
//!
//! Facts only: the sentences are the command's, or the page's. What the numbers mean is in
//! [`agreement`](crate::stats::agreement).

mod calibrated;
mod session;
mod sitting;

mod agreed;
mod leniency;
mod lessons;
mod points;

mod coefficient;
mod report;

mod gauge;
mod sheet;
mod values;

pub use agreed::{
    Agreed, GOOD_AGREEMENT, LEAST_TOGETHER, TOLERATED_SECONDS, TOLERATED_SHARE, TOLERATED_TAPS, Within, agreed,
    agreed_together,
};
pub use calibrated::{Calibrated, calibration_visits};
pub use coefficient::Coefficient;
pub use gauge::MOST_CATEGORIES;
pub use leniency::{Halves, Leniency, leniency};
pub use points::{Said, TalkingPoint, talking_points};
pub use report::{ENOUGH_LESSONS, ENOUGH_UNITS, Line, Outcome, Report, Why};
pub use session::{Session, not_in_all, sessions};
pub use sheet::{RatedTwice, Rating, Sheet};
pub use sitting::{Noted, Seen, Sitting, Stretch, Watcher};
pub use values::Kind;
