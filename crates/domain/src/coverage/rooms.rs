use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{SchoolDay, TimeOfDay};
use crate::compare::{Ground, Selection, select};
use crate::id::{ClassroomId, SchoolId};
use crate::time::Date;
use crate::visit::Place;

/// A classroom that has not been visited for so many days is "not lately".
pub const NOT_LATELY: i32 = 28;

/// So many visits, all at one time of day, are a habit.
const A_HABIT: u32 = 3;

/// How one classroom has been visited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomCoverage {
    /// The school.
    pub school: SchoolId,
    /// The classroom, on its roster.
    pub classroom: ClassroomId,
    /// Visits of the selection, those with nothing to observe included.
    pub visits: u32,
    /// The local date of the latest of them.
    pub last: Option<Date>,
    /// Visits by time of day, in the order of [`TimeOfDay::ALL`]; those without a known time are [`Self::untimed`].
    pub at: [u32; TimeOfDay::ALL.len()],
}

/// What a classroom's visits lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lack {
    /// It was never visited.
    Never,
    /// Its last visit was more than [`NOT_LATELY`] days ago: so many.
    NotLately(i32),
    /// Every one of its visits, three or more, was at this time of day. Of a visit whose time nobody knows that cannot be
    /// said, so a room with one is never listed so.
    OnlyAt(TimeOfDay),
}

/// Every classroom on the rosters of a selection's schools, as the rosters have them. Rooms that are on no roster are
/// not among them.
#[must_use]
pub fn rooms(ground: &Ground<'_>, selection: &Selection) -> Vec<RoomCoverage> {
    let day = SchoolDay::of(ground.rosters.iter().copied());
    let mut seen: BTreeMap<(&SchoolId, &ClassroomId), RoomCoverage> = BTreeMap::new();
    for (pack, _, row) in select(ground, selection) {
        let Some(Place::Known(classroom)) = pack.classroom(row) else { continue };
        let room = seen
            .entry((&pack.key.school, classroom))
            .or_insert_with(|| RoomCoverage::unvisited(&pack.key.school, classroom));
        room.visits += 1;
        room.last = room.last.max(Some(row.date()));
        let time = row.time().map(|minute| day.at(minute) as usize);
        if let Some(count) = time.and_then(|time| room.at.get_mut(time)) {
            *count += 1;
        }
    }
    let schools = ground.schools(selection);
    let rosters = ground.rosters.iter().filter(|roster| schools.contains(&roster.school));
    let all = rosters.flat_map(|roster| roster.classrooms.iter().map(move |room| (&roster.school, &room.id)));
    all.map(|(school, room)| seen.remove(&(school, room)).unwrap_or_else(|| RoomCoverage::unvisited(school, room)))
        .collect()
}

impl RoomCoverage {
    fn unvisited(school: &SchoolId, classroom: &ClassroomId) -> Self {
        Self { school: school.clone(), classroom: classroom.clone(), visits: 0, last: None, at: [0; 3] }
    }

    /// Visits of which nobody knows the time of day, as of some imported ones.
    #[must_use]
    pub fn untimed(&self) -> u32 {
        self.visits.saturating_sub(self.at.iter().sum())
    }

    /// What its visits lack on a day, the gravest first; `None` when nothing.
    #[must_use]
    pub fn lack(&self, today: Date) -> Option<Lack> {
        let Some(last) = self.last else { return Some(Lack::Never) };
        let days = last.days_until(today);
        if days > NOT_LATELY {
            return Some(Lack::NotLately(days));
        }
        let only = |(_, visits): &(TimeOfDay, u32)| *visits == self.visits && self.visits >= A_HABIT;
        TimeOfDay::ALL.into_iter().zip(self.at).find(only).map(|(time, _)| Lack::OnlyAt(time))
    }
}
