//! Rosters from other systems' files: packages of tables in, schools, classes and teachers out.
//!
//! Two kinds of package are read: **OneRoster CSV** 1.1 and 1.2, bulk and delta, and the project's own plain template. In
//! order:
//!
//! 1. [`Layout::of`] knows a package by the names of its files, and says which are read and in which order;
//! 2. [`Reading`] takes their rows one by one, so that a million enrolments are never held at once. Students are counted
//!    and forgotten;
//! 3. [`Reading::end`] puts what was read onto what an earlier package said ([`Records`]), follows every link, and says which
//!    rows are refused and why;
//! 4. [`Outcome::new`] is what the district and its rosters become: classes and teachers that are gone stay by name for the
//!    visits that they were in;
//! 5. [`RosterReport`] says what that changes. It is the dry run, and carries a stamp, so that nothing is stored but
//!    what was looked at.

pub(crate) mod cells;
mod layout;
mod one_roster;
mod outcome;
mod put;
mod reading;
mod records;
mod refused;
mod report;
mod students;
mod template;
mod wire;

pub use layout::{Format, Layout, Mode, NotAPackage};
pub use outcome::Outcome;
pub use put::Taken;
pub use reading::Reading;
pub use records::Records;
pub use refused::{Fault, RefusedRow};
pub use report::{Change, Counts, Note, Part, RosterReport, What, Year};
pub use students::TAGGED_PERCENT;
pub use template::{FILES as TEMPLATE, TemplateFile};
pub use wire::{CannotReadRoster, MOST_ROSTER_BYTES, RosterAsk, RosterProblem, RosterSummary, SchoolSummary, SentFile};
