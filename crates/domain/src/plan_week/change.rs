use super::dice::Dice;
use super::plan::{Planner, Spot, Stop, WeekPlan, Why, Wish};
use super::progress::progress;
use super::propose::propose;
use super::rooms::Rooms;
use crate::compare::Ground;
use crate::coverage::TimeOfDay;
use crate::id::SchoolId;
use crate::time::Date;

/// What a week is planned from.
#[derive(Debug, Clone, Copy)]
pub struct Basis<'a> {
    /// Visits, rosters, the calendar and what the district expects.
    pub ground: &'a Ground<'a>,
    /// Where the observer records visits.
    pub schools: &'a [SchoolId],
    /// The local date, and the minute of the local day.
    pub now: (Date, u16),
    /// Chance: the same seed gives the same plan.
    pub seed: u64,
}

/// What an observer does to a week's plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Plan it, or plan it anew: what is done, kept or added by hand stays.
    Propose(Wish),
    /// Take a stop out.
    Remove(Spot),
    /// Another room in its place.
    Swap(Spot),
    /// Put a room in.
    Add(Spot),
    /// To another day or time; then it is kept.
    Move(Spot, Date, TimeOfDay),
    /// Keep it when planning anew, or not.
    Keep(Spot, bool),
}

impl Basis<'_> {
    /// The schools that a wish is about, those with classrooms on their roster.
    pub(super) fn schools_of(&self, wish: &Wish) -> Vec<SchoolId> {
        let rosters = self.ground.rosters.iter().filter(|roster| !roster.classrooms.is_empty());
        let mine = rosters.map(|roster| &roster.school).filter(|school| self.schools.contains(school));
        mine.filter(|school| wish.school.as_ref().is_none_or(|only| only == *school)).cloned().collect()
    }
}

impl Planner {
    /// The planner after a change to the week that begins on `monday`. What makes no sense changes nothing: a stop that
    /// is not there, a room that is there already, or no other room to exchange it for. Weeks that are over are dropped.
    #[must_use]
    pub fn change(&self, basis: &Basis<'_>, monday: Date, change: &Change) -> Self {
        let mut after = self.clone();
        after.weeks.retain(|week| week.monday >= basis.now.0.monday() && week.monday != monday);
        let before = self.week(monday).cloned();
        let mut week = before.unwrap_or_else(|| WeekPlan { monday, stops: Vec::new(), passed: Vec::new() });
        // What is planned before that week, and not done yet, is about to be.
        let sooner: Vec<Stop> =
            after.weeks.iter().filter(|week| week.monday < monday).flat_map(|week| week.left(basis)).collect();
        match change {
            Change::Propose(wish) => {
                week = WeekPlan { monday, stops: week.kept(basis), passed: Vec::new() };
                week.stops = propose(basis, wish, &week, &sooner);
                after.wish = wish.clone();
            }
            Change::Remove(spot) => week.remove(spot),
            Change::Swap(spot) => week.swap(basis, spot, &sooner),
            Change::Add(spot) => week.add(basis, spot),
            Change::Move(spot, date, time) => week.shift(basis, spot, *date, *time),
            Change::Keep(spot, kept) => {
                week.stops.iter_mut().filter(|stop| stop.spot == *spot).for_each(|stop| stop.kept = *kept)
            }
        }
        week.stops.sort_by(|one, other| order(one).cmp(&order(other)));
        after.weeks.push(week);
        after.weeks.sort_by_key(|week| week.monday);
        after
    }
}

fn order(stop: &Stop) -> (Date, &SchoolId, TimeOfDay, Option<u16>, &str) {
    let Spot { date, school, classroom } = &stop.spot;
    (*date, school, stop.time, stop.lesson.map(|lesson| lesson.begins), classroom.as_str())
}

impl WeekPlan {
    /// The stops that planning anew leaves.
    fn kept(&self, basis: &Basis<'_>) -> Vec<Stop> {
        let progress = progress(self, basis.ground.packs.iter().copied());
        let stays = |stop: &&Stop| stop.kept || stop.why == Why::ByHand || progress.is_done(&stop.spot);
        self.stops.iter().filter(stays).cloned().collect()
    }

    /// The stops that are still to be made.
    fn left(&self, basis: &Basis<'_>) -> Vec<Stop> {
        let progress = progress(self, basis.ground.packs.iter().copied());
        self.stops.iter().filter(|stop| !progress.is_done(&stop.spot)).cloned().collect()
    }

    fn remove(&mut self, spot: &Spot) {
        if self.stop(spot).is_some() {
            self.stops.retain(|stop| stop.spot != *spot);
            self.passed.push((spot.school.clone(), spot.classroom.clone()));
        }
    }

    /// Every room of the observer's, with all stops counted but the one at a spot.
    fn rooms_beside<'a>(&self, spot: &Spot, basis: &Basis<'a>, dice: &mut Dice) -> Rooms<'a> {
        let mut rooms = Rooms::of(basis.ground, basis.schools, basis.now, dice);
        self.stops.iter().filter(|stop| stop.spot != *spot).for_each(|stop| rooms.count(stop));
        rooms
    }

    fn swap(&mut self, basis: &Basis<'_>, spot: &Spot, sooner: &[Stop]) {
        let mut dice = Dice::of(basis.seed);
        let mut rooms = self.rooms_beside(spot, basis, &mut dice);
        sooner.iter().for_each(|stop| rooms.expect(stop));
        let this = (spot.school.clone(), spot.classroom.clone());
        let all: Vec<_> = self.passed.iter().cloned().chain([this.clone()]).collect();
        let drawn = self.stop(spot).is_some_and(|stop| stop.why == Why::Drawn);
        // When every other room has been passed over, they come round again.
        for passed in [all, vec![this]] {
            let next = rooms.pick((&spot.school, spot.date), &passed, drawn, &mut dice);
            let stop = self.stops.iter_mut().find(|stop| stop.spot == *spot);
            if let (Some(stop), Some((other, why))) = (stop, next) {
                *stop = rooms.stop(other, why, &mut dice);
                self.passed = passed;
                return;
            }
        }
    }

    fn add(&mut self, basis: &Basis<'_>, spot: &Spot) {
        if self.stop(spot).is_none() && spot.date.monday() == self.monday {
            let mut dice = Dice::of(basis.seed);
            let rooms = self.rooms_beside(spot, basis, &mut dice);
            let stop = rooms.stop(spot.clone(), Why::ByHand, &mut dice);
            self.stops.push(stop);
        }
    }

    fn shift(&mut self, basis: &Basis<'_>, spot: &Spot, date: Date, time: TimeOfDay) {
        let to = Spot { date, ..spot.clone() };
        let taken = to != *spot && self.stop(&to).is_some();
        if taken || date.monday() != self.monday {
            return;
        }
        let lesson = self.rooms_beside(spot, basis, &mut Dice::of(basis.seed)).lesson(&to, time);
        if let Some(stop) = self.stops.iter_mut().find(|stop| stop.spot == *spot) {
            *stop = Stop { spot: to, time, lesson, kept: true, ..stop.clone() };
        }
    }
}
