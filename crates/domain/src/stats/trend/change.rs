use std::collections::BTreeMap;

use super::Thirds;
use crate::stats::{ClusterCount, ClusteredShare, Estimate, WeighedShare, difference};

/// How much higher the share is in the last third of a series than in the first, with its 95 % interval.
///
/// One entry a period in the order of time, in it each classroom's looks; periods without looks are left out, as they
/// are no points. Within a third the looks at one classroom count as one cluster, however many weeks they came in, and
/// the interval rests on the effective number of looks. `classrooms_in_scope` is as for [`ClusteredShare::of`].
///
/// `None` with under three points, and for more looks than a `u32` counts.
///
/// The interval is that of [`difference`].
pub fn change_over<Room: Ord>(periods: &[Vec<(Room, ClusterCount)>], classrooms_in_scope: u32) -> Option<Estimate> {
    let points: Vec<_> = periods.iter().filter(|period| period.iter().any(|(_, count)| count.looked() > 0)).collect();
    let thirds = Thirds::of(points.len())?;
    let pooled = |third: &[&Vec<(Room, ClusterCount)>]| {
        let rooms = by_room(third.iter().flat_map(|period| period.iter()))?;
        ClusteredShare::of(&rooms, classrooms_in_scope)
    };
    let (first, last) = (pooled(points.get(thirds.first)?)?, pooled(points.get(thirds.last)?)?);
    difference(WeighedShare::from(&first), WeighedShare::from(&last))
}

fn by_room<'a, Room: Ord + 'a>(counts: impl Iterator<Item = &'a (Room, ClusterCount)>) -> Option<Vec<ClusterCount>> {
    let mut rooms: BTreeMap<&Room, (u32, u32)> = BTreeMap::new();
    for (room, count) in counts {
        let (shown, looked) = rooms.entry(room).or_default();
        *shown = shown.checked_add(count.shown())?;
        *looked = looked.checked_add(count.looked())?;
    }
    rooms.into_values().map(|(shown, looked)| ClusterCount::new(shown, looked).ok()).collect()
}
