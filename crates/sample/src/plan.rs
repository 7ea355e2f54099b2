//! Who visits which classroom when: the whole year's rounds, drawn before any visit is made up.

use std::collections::BTreeMap;

use domain::district::Calendar;
use domain::id::SchoolId;
use domain::permission::Role;
use domain::roster::{Period, Roster};
use domain::time::{Date, day_number};

use crate::dice::Dice;
use crate::people::Account;
use crate::together::Together;
use crate::year;

/// One visit to be made up.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slot {
    /// Names the visit's own randomness.
    pub(crate) number: u64,
    pub(crate) school: usize,
    pub(crate) room: usize,
    /// A position among the accounts.
    pub(crate) observer: usize,
    pub(crate) date: Date,
    /// When it begins, in minutes of the local day.
    pub(crate) minute: u16,
    pub(crate) period: usize,
    /// How long it lasts, 3 ..= 12.
    pub(crate) minutes: u16,
    pub(crate) fate: Fate,
    /// When writing it down begins, in minutes of the local day.
    pub(crate) written: u16,
    /// It is one of several records of one lesson.
    pub(crate) together: Option<Together>,
}

/// What becomes of a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    Finished,
    /// Written on paper, entered after school.
    Paper,
    /// The class was elsewhere.
    Nothing,
    /// Never finished.
    Open,
    Discarded,
}

/// The fates with how often they come, in hundredths.
const FATES: [(Fate, f64); 5] =
    [(Fate::Finished, 91.9), (Fate::Paper, 4.0), (Fate::Nothing, 2.5), (Fate::Open, 0.6), (Fate::Discarded, 1.0)];

/// A visit, the words after it and the walk to the next fit into so many minutes.
const ROUND: u16 = 17;
/// Entering a paper visit takes so many minutes.
const ENTRY: u16 = 6;
/// When entering paper visits begins, after the last lesson.
const AFTER_SCHOOL: u16 = 900;

/// Draws the rounds, in the order in which they are written down. `schools` and `accounts` as in the sample.
pub(crate) fn rounds(
    seed: u64,
    visits: usize,
    calendar: &Calendar,
    until: Date,
    rosters: &[Roster],
    accounts: &[Account],
) -> Vec<Slot> {
    let mut planner = Planner::new(seed, calendar, until, rosters, accounts);
    let mut slots: Vec<Slot> = (0..visits).filter_map(|number| planner.next(number as u64)).collect();
    // Drawn last and from dice of their own: the other visits are the same with them and without.
    planner.dice = Dice::of(seed, "lessons together", 0);
    for lesson in 0..lessons_together(visits) {
        slots.extend((0..100).find_map(|_| planner.together(lesson)).unwrap_or_default());
    }
    slots.sort_by_key(|slot| (slot.date, slot.written, slot.number));
    slots
}

/// Beside so many visits, so many lessons are recorded together.
fn lessons_together(visits: usize) -> u64 {
    (visits as u64 / 75).min(24)
}

/// Numbers of records of such lessons begin here, whatever the number of visits.
const TOGETHER: u64 = 1 << 32;
/// After school, when videos are watched, each observer at a time of their own.
const EVENING: u16 = 1_080;

struct Planner<'a> {
    dice: Dice,
    days: Vec<Date>,
    day_weights: Vec<f64>,
    rosters: &'a [Roster],
    school_weights: Vec<f64>,
    room_weights: Vec<Vec<f64>>,
    watchers: Vec<Vec<Watcher>>,
    /// When each observer begins something, by day.
    taken: BTreeMap<(usize, i32), Vec<u16>>,
}

struct Watcher {
    account: usize,
    weight: f64,
    /// Schools to get round to; one for everyone but coaches.
    rota: Vec<usize>,
}

impl Watcher {
    /// Whether it is this school's turn.
    fn is_at(&self, school: usize, day: i32) -> bool {
        self.rota[usize::try_from(day).unwrap_or(0) % self.rota.len()] == school
    }
}

impl<'a> Planner<'a> {
    fn new(seed: u64, calendar: &Calendar, until: Date, rosters: &'a [Roster], accounts: &[Account]) -> Self {
        let mut dice = Dice::of(seed, "plan", 0);
        let days = year::school_days(calendar, until);
        let day_weights = days.iter().map(|day| day_weight(calendar, *day)).collect();
        let school_weights =
            (0..rosters.len()).map(|school| if school == 0 { 1.0 } else { 0.65 + 0.7 * dice.unit() }).collect();
        let room_weights = rosters.iter().map(|roster| room_weights(roster.classrooms.len(), &mut dice)).collect();
        let watchers = rosters.iter().map(|roster| watchers(roster, rosters, accounts)).collect();
        Self { dice, days, day_weights, rosters, school_weights, room_weights, watchers, taken: BTreeMap::new() }
    }

    /// One more visit; `None` when nobody has had time for it in a hundred tries.
    fn next(&mut self, number: u64) -> Option<Slot> {
        (0..100).find_map(|_| self.attempt(number))
    }

    fn attempt(&mut self, number: u64) -> Option<Slot> {
        let school = self.dice.weighted(&self.school_weights);
        let date = *self.days.get(self.dice.weighted(&self.day_weights))?;
        let day = day_number(date);
        let room = self.dice.weighted(&self.room_weights[school]);
        let observer = self.watcher(school, day);
        let periods = &self.rosters[school].classrooms[room].periods;
        let period = self.dice.below(periods.len());
        let lesson = periods.get(period)?;
        let minutes = u16::try_from((self.dice.between(3, 12) + self.dice.between(4, 11)) / 2).ok()?;
        let minute = self.knock(lesson, minutes)?;
        let busy = self.taken.entry((observer, day)).or_default();
        if busy.iter().any(|begun| begun.abs_diff(minute) < ROUND) {
            return None;
        }
        busy.push(minute);
        let weights = FATES.map(|(_, weight)| weight);
        let (fate, _) = FATES[self.dice.weighted(&weights)];
        let written = if fate == Fate::Paper { self.entry(observer, day) } else { minute };
        Some(Slot { number, school, room, observer, date, minute, period, minutes, fate, written, together: None })
    }

    /// A lesson that two or three observers record, every second one at the first school, every fourth from a video;
    /// of the others one in three goes without a code. `None` when they have no time together.
    fn together(&mut self, lesson: u64) -> Option<Vec<Slot>> {
        let number = TOGETHER + lesson * 4;
        let school = if lesson.is_multiple_of(2) { 0 } else { lesson as usize / 2 % self.rosters.len() };
        let date = *self.days.get(self.dice.weighted(&self.day_weights))?;
        let day = day_number(date);
        let room = self.dice.weighted(&self.room_weights[school]);
        let period = self.dice.below(self.rosters[school].classrooms[room].periods.len());
        let begins = self.rosters[school].classrooms[room].periods.get(period)?.begins;
        let minutes = u16::try_from(self.dice.between(9, 12)).ok()?;
        let video = lesson % 4 == 3;
        let together = Together { lesson: number, minute: begins, video, coded: video || lesson % 3 != 2 };
        let mut slots = Vec::new();
        let watchers = self.watchers[school].iter().filter(|watcher| watcher.is_at(school, day)).take(3);
        for (seat, watcher) in (0..).zip(watchers) {
            let minute = if video { EVENING + u16::try_from(self.dice.below(30)).ok()? } else { begins };
            let busy = self.taken.get(&(watcher.account, day));
            if busy.is_some_and(|busy| busy.iter().any(|begun| begun.abs_diff(minute) < ROUND)) {
                continue;
            }
            let (number, observer) = (number + seat, watcher.account);
            let (fate, written, together) = (Fate::Finished, minute, Some(together));
            slots.push(Slot { number, school, room, observer, date, minute, period, minutes, fate, written, together });
        }
        if slots.len() < 2 {
            return None;
        }
        slots.iter().for_each(|slot| self.taken.entry((slot.observer, day)).or_default().push(slot.minute));
        Some(slots)
    }

    fn watcher(&mut self, school: usize, day: i32) -> usize {
        let watchers = &self.watchers[school];
        let here = |watcher: &Watcher| if watcher.is_at(school, day) { watcher.weight } else { 0.0 };
        let weights: Vec<f64> = watchers.iter().map(here).collect();
        watchers[self.dice.weighted(&weights)].account
    }

    /// A minute to come in at: often as the lesson begins, sometimes to see how it ends. `None` when the visit
    /// would not fit into the lesson.
    fn knock(&mut self, lesson: &Period, minutes: u16) -> Option<u16> {
        let (first, last) = (i64::from(lesson.begins), i64::from(lesson.ends) - i64::from(minutes));
        let minute = match self.dice.weighted(&[0.3, 0.5, 0.2]) {
            0 => self.dice.between(first, first + 5),
            1 => self.dice.between(first, last.max(first)),
            _ => self.dice.between(last - 4, last),
        };
        u16::try_from(minute).ok().filter(|_| (first..=last).contains(&minute))
    }

    /// The next free moment after school for this observer.
    fn entry(&mut self, observer: usize, day: i32) -> u16 {
        let busy = self.taken.entry((observer, day)).or_default();
        let latest = busy.iter().filter(|begun| **begun >= AFTER_SCHOOL).max();
        let free = latest.map_or(AFTER_SCHOOL, |latest| latest + ENTRY);
        busy.push(free);
        free
    }
}

/// Slow first week, full autumn, fewer in winter, thin in spring; fewer on Fridays.
/// Days after Monday.
const FRIDAY: u8 = 4;

fn day_weight(calendar: &Calendar, day: Date) -> f64 {
    let season = match calendar.terms.iter().position(|term| day <= term.last_day) {
        Some(0) => 1.0,
        Some(1) => 0.8,
        Some(_) | None => 0.5 - 0.3 * (year::gone(calendar, day) - 0.76),
    };
    let first_week = day_number(day) - day_number(calendar.first_day) < 7;
    let friday = day.days_after_monday() == FRIDAY;
    season * if first_week { 0.35 } else { 1.0 } * if friday { 0.75 } else { 1.0 }
}

/// Uneven, as rounds are: some rooms lie on the way, three are hardly ever reached.
fn room_weights(rooms: usize, dice: &mut Dice) -> Vec<f64> {
    let mut weights: Vec<f64> = (0..rooms).map(|_| 0.3 + 1.4 * dice.unit()).collect();
    weights.iter_mut().take(3).for_each(|weight| *weight = 0.01);
    dice.shuffle(&mut weights);
    weights
}

fn watchers(roster: &Roster, rosters: &[Roster], accounts: &[Account]) -> Vec<Watcher> {
    let position = |school: &SchoolId| rosters.iter().position(|roster| roster.school == *school);
    let works_here = |(_, account): &(usize, &Account)| account.me.schools.contains(&roster.school);
    let watcher = |(account, who): (usize, &Account)| {
        let weight = match who.me.role {
            Role::Administrator => 0.0,
            Role::Principal => 0.5,
            Role::Coach => 0.6,
            Role::Observer => 0.35,
        };
        Watcher { account, weight, rota: who.me.schools.iter().filter_map(position).collect() }
    };
    accounts.iter().enumerate().filter(works_here).map(watcher).collect()
}
