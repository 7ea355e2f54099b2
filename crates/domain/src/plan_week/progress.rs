use std::collections::{BTreeMap, BTreeSet};

use super::plan::{Spot, WeekPlan};
use crate::coverage::week_of;
use crate::fact::Pack;
use crate::id::{ClassroomId, SchoolId};
use crate::time::{Date, Month};
use crate::visit::Place;

/// Which stops of a week are done, and by a visit on which day. Derived from the visits, never stored.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Progress(BTreeMap<Spot, Date>);

/// A stop is done when the room was visited on its day or later in that week, by anyone: the plan is about rooms. A
/// visit does for one stop; the earliest that waits for it.
pub fn progress<'a>(plan: &WeekPlan, packs: impl IntoIterator<Item = &'a Pack>) -> Progress {
    let planned: BTreeSet<_> = plan.stops.iter().map(|stop| (&stop.spot.school, &stop.spot.classroom)).collect();
    let (from, to) = week_of(plan.monday);
    let mut visits: BTreeMap<(&SchoolId, &ClassroomId), Vec<Date>> = BTreeMap::new();
    let months = [Month::from(from), Month::from(to)];
    for pack in packs.into_iter().filter(|pack| months.contains(&pack.key.month)) {
        for (_, row) in pack.rows().filter(|(_, row)| (from..=to).contains(&row.date())) {
            if let Some(Place::Known(classroom)) = pack.classroom(row)
                && let Some(room) = planned.get(&(&pack.key.school, classroom))
            {
                visits.entry(*room).or_default().push(row.date());
            }
        }
    }
    let mut spots: Vec<_> = plan.stops.iter().map(|stop| &stop.spot).collect();
    spots.sort();
    let mut done = BTreeMap::new();
    for spot in spots {
        let of_room = visits.get_mut(&(&spot.school, &spot.classroom));
        let Some(dates) = of_room else { continue };
        dates.sort();
        if let Some(at) = dates.iter().position(|date| *date >= spot.date) {
            done.insert(spot.clone(), dates.remove(at));
        }
    }
    Progress(done)
}

impl Progress {
    /// When the visit took place; `None` while there is none.
    #[must_use]
    pub fn done(&self, spot: &Spot) -> Option<Date> {
        self.0.get(spot).copied()
    }

    /// Whether there was a visit.
    #[must_use]
    pub fn is_done(&self, spot: &Spot) -> bool {
        self.0.contains_key(spot)
    }

    /// How many stops are done.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }
}
