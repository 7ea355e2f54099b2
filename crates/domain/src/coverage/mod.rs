//! Coverage: which classrooms have been visited, how recently and how evenly, and whether the visits keep pace. A visit
//! with nothing to observe counts here too, except where the question is what the visits can say.

mod report;

mod rooms;

mod balance;
mod time_of_day;

mod pace;

mod last;

pub use balance::{Balance, Dimension, ENOUGH_VISITS, Key, LOPSIDED, Lean, Part, balances};
pub use last::{LastVisit, last_visits, visits_between, week_of};
pub use pace::{DropOff, Pace, WeekCount, pace};
pub use report::{Report, report};
pub use rooms::{Lack, NOT_LATELY, RoomCoverage, rooms};
pub use time_of_day::{SchoolDay, TimeOfDay};
