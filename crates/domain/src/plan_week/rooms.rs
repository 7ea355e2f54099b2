use std::collections::BTreeMap;

use super::dice::Dice;
use super::plan::{Spot, Stop, Why};
use crate::compare::{Ground, Selection};
use crate::coverage::{RoomCoverage, SchoolDay, TimeOfDay, rooms};
use crate::id::{ClassroomId, SchoolId};
use crate::roster::{Classroom, Period};
use crate::time::Date;

/// The rooms that a week is planned from, with what they have had and what they are getting.
pub(super) struct Rooms<'a> {
    rooms: Vec<Room<'a>>,
    day: SchoolDay,
    now: (Date, u16),
    /// Stops so far by third of the day: of each day, and of the week.
    on_day: BTreeMap<Date, [u32; TimeOfDay::ALL.len()]>,
    in_week: [u32; TimeOfDay::ALL.len()],
}

struct Room<'a> {
    had: RoomCoverage,
    classroom: &'a Classroom,
    /// Among rooms that have waited equally long, chance decides.
    order: usize,
    /// Its stops in this week.
    dates: Vec<Date>,
    /// Its last stop in an earlier week that is still to be made.
    sooner: Option<Date>,
}

impl<'a> Rooms<'a> {
    /// The classrooms of some schools as they are before anything is planned.
    pub(super) fn of(ground: &Ground<'a>, schools: &[SchoolId], now: (Date, u16), dice: &mut Dice) -> Self {
        let here: Vec<_> = ground.rosters.iter().copied().filter(|roster| schools.contains(&roster.school)).collect();
        let selection = Selection { schools: schools.to_vec(), ..Selection::default() };
        // Both are in the order of the rosters.
        let classrooms = here.iter().flat_map(|roster| &roster.classrooms);
        let had = if schools.is_empty() { Vec::new() } else { rooms(ground, &selection) };
        let mut order: Vec<usize> = (0..had.len()).collect();
        dice.shuffle(&mut order);
        let room = |((had, classroom), order)| Room { had, classroom, order, dates: Vec::new(), sooner: None };
        Self {
            day: SchoolDay::of(here.iter().copied()),
            rooms: had.into_iter().zip(classrooms).zip(order).map(room).collect(),
            now,
            on_day: BTreeMap::new(),
            in_week: [0; TimeOfDay::ALL.len()],
        }
    }

    /// How many rooms of a school are still free on a day.
    pub(super) fn free(&self, school: &SchoolId, date: Date) -> usize {
        self.free_on(school, date).count()
    }

    /// Counts a stop that is in the plan already.
    pub(super) fn count(&mut self, stop: &Stop) {
        let Spot { date, school, classroom } = &stop.spot;
        let known = self.rooms.iter_mut().find(|room| room.had.school == *school && room.had.classroom == *classroom);
        if let Some(room) = known {
            room.dates.push(*date);
            if let Some(count) = room.had.at.get_mut(stop.time as usize) {
                *count += 1;
            }
        }
        self.on_day.entry(*date).or_default()[stop.time as usize] += 1;
        self.in_week[stop.time as usize] += 1;
    }

    /// Counts a stop of an earlier week that is still to be made: its room is about to be visited.
    pub(super) fn expect(&mut self, stop: &Stop) {
        let Spot { date, school, classroom } = &stop.spot;
        for room in self.rooms.iter_mut().filter(|room| (&room.had.school, &room.had.classroom) == (school, classroom))
        {
            room.sooner = room.sooner.max(Some(*date));
        }
    }

    /// A room of a school for a day: drawn among all with equal chance, or the one that has waited longest. A room that
    /// has a stop or a visit in this week already comes only when every other has one too. `None` where no room is free,
    /// or none but those passed over.
    pub(super) fn pick(
        &self,
        (school, date): (&SchoolId, Date),
        passed: &[(SchoolId, ClassroomId)],
        drawn: bool,
        dice: &mut Dice,
    ) -> Option<(Spot, Why)> {
        let is_passed =
            |room: &&Room<'_>| passed.iter().any(|(at, id)| (at, id) == (&room.had.school, &room.had.classroom));
        let free = || self.free_on(school, date).filter(|room| !is_passed(room));
        let fewest = free().map(|room| room.this_week(date)).min()?;
        let mut rooms: Vec<_> = free().filter(|room| room.this_week(date) == fewest).collect();
        rooms.sort_by_key(|room| (room.had.last.max(room.sooner), room.order));
        let room = rooms.get(if drawn { dice.below(rooms.len()) } else { 0 })?;
        let why = match (drawn, room.had.last) {
            (true, _) => Why::Drawn,
            (false, None) => Why::Never,
            (false, Some(last)) => Why::NotSince(last),
        };
        Some((Spot { date, school: school.clone(), classroom: room.had.classroom.clone() }, why))
    }

    /// The stop at a spot, at the third of the day at which the room was visited least; then at the one with the fewest
    /// stops on that day, and in that week. Only thirds in which the room has a lesson, where its roster knows any, and
    /// which are not over.
    pub(super) fn stop(&self, spot: Spot, why: Why, dice: &mut Dice) -> Stop {
        let room = self.room(&spot);
        let open = || TimeOfDay::ALL.into_iter().filter(|time| self.is_open(spot.date, *time));
        let taught: Vec<_> = open().filter(|time| !self.lessons(room, spot.date, *time).is_empty()).collect();
        let times = if taught.is_empty() { open().collect() } else { taught };
        let on_day = self.on_day.get(&spot.date).copied().unwrap_or_default();
        let had = room.map(|room| room.had.at).unwrap_or_default();
        let so_far = |time: &TimeOfDay| (had[*time as usize], on_day[*time as usize], self.in_week[*time as usize]);
        let time = times.into_iter().min_by_key(so_far).unwrap_or(TimeOfDay::Afternoon);
        let lessons = self.lessons(room, spot.date, time);
        let lesson = lessons.get(dice.below(lessons.len())).copied();
        Stop { spot, time, lesson, why, kept: false }
    }

    /// The first lesson that a room has in a third of a day.
    pub(super) fn lesson(&self, spot: &Spot, time: TimeOfDay) -> Option<Period> {
        self.lessons(self.room(spot), spot.date, time).first().copied()
    }

    fn room(&self, spot: &Spot) -> Option<&Room<'a>> {
        self.rooms.iter().find(|room| room.had.school == spot.school && room.had.classroom == spot.classroom)
    }

    fn free_on(&self, school: &SchoolId, date: Date) -> impl Iterator<Item = &Room<'a>> {
        self.rooms.iter().filter(move |room| room.had.school == *school && !room.dates.contains(&date))
    }

    fn lessons(&self, room: Option<&Room<'a>>, date: Date, time: TimeOfDay) -> Vec<Period> {
        let (today, minute) = self.now;
        let periods = room.map_or(&[][..], |room| &room.classroom.periods);
        let to_come = |period: &&Period| date != today || period.ends > minute;
        periods.iter().filter(to_come).filter(|period| self.day.at(period.begins) == time).copied().collect()
    }

    fn is_open(&self, date: Date, time: TimeOfDay) -> bool {
        let (today, minute) = self.now;
        date != today || time >= self.day.at(minute)
    }
}

impl Room<'_> {
    /// Its stops in the week of a day, or the visit it had there without one.
    fn this_week(&self, date: Date) -> usize {
        let visited = self.had.last.is_some_and(|last| last >= date.monday());
        self.dates.len().max(usize::from(visited))
    }
}
