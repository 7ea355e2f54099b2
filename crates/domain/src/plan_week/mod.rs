//! An observer's week: which classrooms to visit on which days, so that the sample is fair and fits the time there is.
//!
//! Two stops in three go to the rooms that have waited longest, those never visited first. One in three is drawn among
//! all rooms of that day's school with equal chance: rooms that are always chosen by one rule, or by habit, are a sample of that rule. Each
//! stop gets the third of the day at which its room was visited least.

mod plan;

mod change;

mod expected;
mod propose;
mod rooms;
mod timetable;

mod progress;

mod dice;

pub use change::{Basis, Change};
pub use expected::{Expected, expected};
pub use plan::{Planner, Spot, Stop, WeekPlan, Why, Wish};
pub use progress::{Progress, progress};
pub use timetable::{days_left, first_day, weeks_ahead};
