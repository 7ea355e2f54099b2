use serde::{Deserialize, Serialize};

use crate::coverage::TimeOfDay;
use crate::id::{ClassroomId, SchoolId};
use crate::roster::Period;
use crate::time::Date;

/// What one observer has planned, and with what. It belongs to the person at the tablet and is not synced.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Planner {
    /// What they planned with last: where the next plan starts from.
    pub wish: Wish,
    /// This week's plan and the next one's, where there are any, in order.
    pub weeks: Vec<WeekPlan>,
}

/// What an observer plans with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// Only this school; `None` for all of theirs.
    pub school: Option<SchoolId>,
    /// Monday to Friday: whether there is time for visits.
    pub days: [bool; 5],
    /// Minutes for visits on each of those days.
    pub minutes_a_day: u16,
    /// Minutes that one visit takes, the way there included.
    pub minutes_a_visit: u16,
}

/// One week's plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekPlan {
    /// Its Monday.
    pub monday: Date,
    /// By day, within a day by school and by the time of day.
    pub stops: Vec<Stop>,
    /// Rooms that the observer took out: no other room is exchanged for one of these.
    pub passed: Vec<(SchoolId, ClassroomId)>,
}

/// A classroom on a day: no plan has it twice.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Spot {
    /// The day.
    pub date: Date,
    /// The school.
    pub school: SchoolId,
    /// The classroom, on its roster.
    pub classroom: ClassroomId,
}

/// One visit that is planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stop {
    /// Which room, on which day.
    pub spot: Spot,
    /// The third of the school day.
    pub time: TimeOfDay,
    /// A lesson of the room that begins in that third; `None` where the roster knows none.
    pub lesson: Option<Period>,
    /// Why it is in the plan.
    pub why: Why,
    /// The observer wants it as it is: planning anew leaves it.
    pub kept: bool,
}

/// Why a stop is in a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    /// The room had never been visited.
    Never,
    /// Its last visit, when the plan was made, was on this day: none of the others had waited longer.
    NotSince(Date),
    /// It was drawn among all rooms of that day's school with equal chance.
    Drawn,
    /// The observer added it.
    ByHand,
}

impl Default for Wish {
    /// Four visits of ten minutes on every day.
    fn default() -> Self {
        Self { school: None, days: [true; 5], minutes_a_day: 40, minutes_a_visit: 10 }
    }
}

impl Wish {
    /// Visits that fit into a day.
    #[must_use]
    pub fn stops_a_day(&self) -> usize {
        usize::from(self.minutes_a_day / self.minutes_a_visit.max(1))
    }
}

impl Planner {
    /// The plan of the week that begins on a Monday.
    #[must_use]
    pub fn week(&self, monday: Date) -> Option<&WeekPlan> {
        self.weeks.iter().find(|week| week.monday == monday)
    }
}

impl WeekPlan {
    /// The stop in a room on a day.
    #[must_use]
    pub fn stop(&self, spot: &Spot) -> Option<&Stop> {
        self.stops.iter().find(|stop| stop.spot == *spot)
    }
}
