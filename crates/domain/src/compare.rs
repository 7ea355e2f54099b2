//! Compare: what was observed, held against what is expected, over any selection of visits.
//!
//! Everything here reads fact packs and nothing else, so the tablet and the server give the same answer, to the
//! last digit and whatever order the packs come in:
//!
//! 1. a [`Selection`] says which visits and which look-fors are meant; [`select`] walks the visits;
//! 2. [`compare`] tallies them classroom by classroom, finds the expectation that holds, and gives a
//!    [`Comparison`] with one [`ComparisonRow`] a look-for;
//! 3. [`Comparison::sorted`] puts the rows in the order asked for, [`summary`] picks what a page for staff
//!    says, and [`discrepancies`] which look-fors call for action at a check date.
//!
//! Where nothing is known but counts, without visits or classrooms, [`from_counts`] does what can be done.
//!
//! A visit counts once under any filter, and a blank is never "no": it widens nothing but the count of blanks.

mod selection;

mod ground;
mod select;

mod comparison;
mod row;
mod tally;

mod from_counts;

mod asked;
mod cells;
mod counted;
mod plan;
mod pooled;
mod rooms;

mod contrast;
mod discrepancy;
mod order;
mod schools;
mod steadiness;
mod summary;

pub(crate) use asked::Asked;
pub(crate) use cells::Column;
pub use comparison::{Comparison, Coverage, compare};
pub use contrast::{Contrast, contrast};
pub(crate) use counted::{Layout, Seat, Seen};
pub use discrepancy::{CHANCE_AMONG_CALLS, Discrepancy, discrepancies};
pub use from_counts::{FromCounts, from_counts};
pub use ground::Ground;
pub(crate) use ground::may_hold;
pub use order::Order;
pub(crate) use plan::{Planned, taken};
pub(crate) use row::{Bar, level};
pub use row::{ComparisonRow, Needed};
pub use schools::{SchoolCell, SchoolLine, Schools, by_school};
pub use select::select;
pub(crate) use select::{Picked, picked};
pub use selection::{Drill, Flagged, Person, Selection, Sources};
pub use steadiness::{Steadiness, steadiness};
pub use summary::{MOST_NAMED, Summary, summary};
pub use tally::{AmountTally, MoreShownThanLooked, Tally};
