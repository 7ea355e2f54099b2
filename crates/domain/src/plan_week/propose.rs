use std::collections::BTreeMap;

use super::change::Basis;
use super::dice::Dice;
use super::expected::expected;
use super::plan::{Stop, WeekPlan, Wish};
use super::rooms::Rooms;
use super::timetable::{days_left, first_day};
use crate::id::SchoolId;
use crate::time::Date;

/// One stop in so many is drawn among all rooms of that day's school with equal chance.
const DRAWN: usize = 3;

/// A stop to be filled.
struct Slot {
    date: Date,
    school: SchoolId,
}

/// The stops of a week: those kept in its plan, and new ones in the time that they leave; in all no more than the district
/// expects of these schools in a week. One school a day, so that nobody drives about. A room with a stop that comes `sooner`, in an earlier week, waits
/// from that day on.
pub(super) fn propose(basis: &Basis<'_>, wish: &Wish, kept: &WeekPlan, sooner: &[Stop]) -> Vec<Stop> {
    let mut dice = Dice::of(basis.seed);
    let schools = basis.schools_of(wish);
    let mut rooms = Rooms::of(basis.ground, &schools, basis.now, &mut dice);
    kept.stops.iter().for_each(|stop| rooms.count(stop));
    sooner.iter().for_each(|stop| rooms.expect(stop));
    let days = days(basis, wish, kept.monday);
    let days = places(&days, &schools, &kept.stops, &mut dice);
    let most = expected(basis.ground, &schools, kept.monday).map_or(usize::MAX, |expected| expected.visits);
    let slots = slots(days, wish, &kept.stops, &rooms, most.saturating_sub(kept.stops.len()));
    let drawn = lots(slots.len(), &mut dice);
    let mut stops = kept.stops.clone();
    // The draw comes first: then every room has the same chance in it, also one that has waited longest.
    for turn in [true, false] {
        for (slot, _) in slots.iter().zip(&drawn).filter(|(_, drawn)| **drawn == turn) {
            let Some((spot, why)) = rooms.pick((&slot.school, slot.date), &[], turn, &mut dice) else { continue };
            let stop = rooms.stop(spot, why, &mut dice);
            rooms.count(&stop);
            stops.push(stop);
        }
    }
    stops
}

/// The days that the observer chose and the calendar has, as far as they are not over.
fn days(basis: &Basis<'_>, wish: &Wish, monday: Date) -> Vec<Date> {
    let from = first_day(basis.ground.rosters.iter().copied(), basis.now);
    let chosen = |day: &Date| wish.days.get(usize::from(day.days_after_monday())) == Some(&true);
    days_left(&basis.ground.district.calendar, monday, from).into_iter().filter(chosen).collect()
}

/// The school of each day: where a kept stop is, or else one of those with the fewest days so far, by lot.
fn places(days: &[Date], schools: &[SchoolId], kept: &[Stop], dice: &mut Dice) -> Vec<Slot> {
    let mut order = schools.to_vec();
    dice.shuffle(&mut order);
    let mut had: BTreeMap<SchoolId, usize> = BTreeMap::new();
    let mut places = Vec::new();
    for date in days {
        let there = kept.iter().find(|stop| stop.spot.date == *date && schools.contains(&stop.spot.school));
        let next = || order.iter().min_by_key(|school| had.get(school).copied().unwrap_or(0)).cloned();
        let Some(school) = there.map(|stop| stop.spot.school.clone()).or_else(next) else { break };
        *had.entry(school.clone()).or_default() += 1;
        places.push(Slot { date: *date, school });
    }
    places
}

/// As many stops as there are minutes and rooms for on each day, and no more than `most` in all, spread evenly.
fn slots(days: Vec<Slot>, wish: &Wish, kept: &[Stop], rooms: &Rooms<'_>, most: usize) -> Vec<Slot> {
    let taken = |day: &Slot| kept.iter().filter(|stop| stop.spot.date == day.date).count();
    let mut loads: Vec<_> = days.iter().map(taken).collect();
    let room = |(day, load): (&Slot, &usize)| {
        let minutes = wish.stops_a_day().saturating_sub(*load);
        load + minutes.min(rooms.free(&day.school, day.date))
    };
    let full: Vec<_> = days.iter().zip(&loads).map(room).collect();
    let before = loads.clone();
    for _ in 0..most {
        let lightest = (0..loads.len()).filter(|day| loads[*day] < full[*day]).min_by_key(|day| loads[*day]);
        let Some(day) = lightest else { break };
        loads[day] += 1;
    }
    let new = days.into_iter().zip(loads).zip(before);
    let repeated = |((day, after), before): ((Slot, usize), usize)| {
        (before..after).map(move |_| Slot { date: day.date, school: day.school.clone() })
    };
    new.flat_map(repeated).collect()
}

/// Which of so many stops are drawn: one in [`DRAWN`] on average in every week, however few.
fn lots(stops: usize, dice: &mut Dice) -> Vec<bool> {
    let drawn = stops / DRAWN + usize::from(dice.below(DRAWN) < stops % DRAWN);
    let mut lots: Vec<_> = (0..stops).map(|position| position < drawn).collect();
    dice.shuffle(&mut lots);
    lots
}
