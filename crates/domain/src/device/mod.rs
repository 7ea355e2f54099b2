//! What a tablet holds for one account, and every way in which that changes.
//!
//! The tablet's database is a set of shelves of keyed values ([`Shelf`]). Each change is one transaction of
//! [`Storage`]: read some keys, decide here, write the outcome. The deciding is pure, so the same code runs over
//! IndexedDB in the app and over [`MemoryStorage`] in native tests and simulations.

mod absorb;
mod accounts;
mod boot;
mod copy;
mod documents;
mod ledger;
mod memory;
mod phrases;
mod planner;
mod record;
mod refused;
mod settle;
mod shelf;
mod visits;

pub(crate) use absorb::position_after;
pub use absorb::{Absorbed, absorb};
pub use accounts::{forget, remember, who};
pub use boot::{Boot, boot, rebuild_facts, recount};
pub use copy::{Copy, Restored, copy, restore};
pub use documents::Documents;
pub use ledger::{Delivery, Ledger, Position, Quarantined, delivery, ledger, note_clock, note_sync, position};
pub use memory::MemoryStorage;
pub use phrases::keep_phrases;
pub use planner::change_planner;
pub use record::{Author, Intent, Recorded, preview, record};
pub use refused::{retry, take_back};
pub use settle::{Settled, fork, quarantine, rewind, settle};
pub use shelf::{Decision, Key, Missing, Rows, Shelf, Storage, Write};
pub use visits::{Kept, find_visits};
