//! Looking after the data: a copy of it, the copy in its place again, and whether it is what its edits say.

mod backup;
mod check;
mod restore;

pub(crate) use backup::back_up;
pub(crate) use check::check;
pub use check::{Checked, Difference};
pub use restore::{CannotRestore, restore};
