use serde::{Deserialize, Serialize};

use crate::roster::Roster;

/// A third of the school day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TimeOfDay {
    /// The first third.
    Morning,
    /// The second.
    Midday,
    /// The last.
    Afternoon,
}

impl TimeOfDay {
    /// In the order of the day.
    pub const ALL: [Self; 3] = [Self::Morning, Self::Midday, Self::Afternoon];
}

/// When lessons begin and end, in minutes of the local day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SchoolDay {
    begins: u16,
    ends: u16,
}

/// From 8:00 to 15:00, where no roster says when lessons are.
const USUAL: SchoolDay = SchoolDay { begins: 8 * 60, ends: 15 * 60 };

impl SchoolDay {
    /// From the first lesson of any classroom to the last.
    #[must_use]
    pub fn of<'a>(rosters: impl IntoIterator<Item = &'a Roster>) -> Self {
        let rooms = rosters.into_iter().flat_map(|roster| &roster.classrooms);
        let periods: Vec<_> = rooms.flat_map(|room| &room.periods).collect();
        let begins = periods.iter().map(|period| period.begins).min();
        let ends = periods.iter().map(|period| period.ends).max();
        let whole = begins.zip(ends).filter(|(begins, ends)| begins < ends);
        whole.map_or(USUAL, |(begins, ends)| Self { begins, ends })
    }

    /// Whether the last lesson has ended at a minute of the day.
    #[must_use]
    pub fn is_over(self, minute: u16) -> bool {
        minute >= self.ends
    }

    /// The third in which a minute of the day lies; before school is morning, after it afternoon.
    #[must_use]
    pub fn at(self, minute: u16) -> TimeOfDay {
        let (gone, length) = (u32::from(minute.saturating_sub(self.begins)), u32::from(self.ends - self.begins));
        match gone * 3 {
            early if early < length => TimeOfDay::Morning,
            late if late >= 2 * length => TimeOfDay::Afternoon,
            _ => TimeOfDay::Midday,
        }
    }
}
