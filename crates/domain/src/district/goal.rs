//! What the district has set out to reach: its goals, the look-fors that carry them, and the initiatives that serve them.

use serde::{Deserialize, Serialize};

use super::change::taken;
use super::{Area, CannotChangeDistrict, ChosenModel, District, Figure, Reading};
use crate::framework::Framework;
use crate::id::{GoalId, InitiativeId, LookForId};
use crate::stats::Direction;
use crate::time::Date;

/// A school works towards at most so many goals at a time, unless the district says otherwise.
pub const USUAL_GOALS: u8 = 3;
/// No district lets a school work towards more goals at a time than this.
pub const MOST_GOALS: u8 = 20;
/// A name is at most this long, in characters.
pub const MOST_NAME: usize = 200;
/// At most so many stakeholders are named.
pub const MOST_AGREED: usize = 30;

/// What the district has set out to reach, and what it does for it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Goals {
    /// Past and present goals, in the order in which they were set.
    pub all: Vec<Goal>,
    /// Whatever else is under way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub initiatives: Vec<Initiative>,
    /// How many goals a school works towards at a time at most, 1 ..= [`MOST_GOALS`]; `None` for [`USUAL_GOALS`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<u8>,
}

/// A goal that the board has adopted. It is not for negotiation; how a school gets there may be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// Its key, the same for ever.
    pub id: GoalId,
    /// As people say it, 1 ..= [`MOST_NAME`] characters.
    pub name: String,
    /// Who works towards it.
    pub area: Area,
    /// What is to change.
    pub aim: Aim,
    /// The practices that carry it, each once; what is expected of them are its targets in classrooms.
    pub look_fors: Vec<LookForId>,
    /// The local date on which the board adopted it: it is worked towards from then on.
    pub adopted: Date,
    /// The last local date on which it is worked towards; `None` until somebody says so.
    pub until: Option<Date>,
    /// Who agreed to it besides the board: at most [`MOST_AGREED`] names of people or bodies, each 1 ..= [`MOST_NAME`]
    /// characters.
    pub agreed: Vec<String>,
}

/// What a goal is to change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aim {
    /// How is taught: seen in visits, by the look-fors that carry it.
    Instruction,
    /// What students achieve: read off a measure.
    Achievement(Measure),
}

/// What an achievement goal is read off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// As people say it ("grade 4 reading, at or above standard"), 1 ..= [`MOST_NAME`] characters.
    pub name: String,
    /// What its numbers are.
    pub unit: Unit,
    /// Whether more is better.
    pub direction: Direction,
    /// Where the whole area stood.
    pub baseline: Reading,
    /// When it stood there.
    pub measured: Date,
    /// Where it is to stand, beyond the baseline in the measure's direction.
    pub target: Reading,
    /// By when, after `measured`.
    pub by: Date,
}

/// What the numbers of a measure are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// A share of students, 0 ..= 100.
    Percent,
    /// Points on a scale of its own.
    Points,
}

/// Something else that is under way. It names the goal that it serves, or stands marked as a distraction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Initiative {
    /// Its key, the same for ever.
    pub id: InitiativeId,
    /// As people say it, 1 ..= [`MOST_NAME`] characters.
    pub name: String,
    /// Where it is under way.
    pub area: Area,
    /// Which goal it serves; `None` for none.
    pub serves: Option<GoalId>,
    /// Its first local date.
    pub from: Date,
    /// Its last local date; `None` until somebody says so.
    pub until: Option<Date>,
}

/// Why a goal or an initiative cannot be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CannotSetGoal {
    /// It has no name, or too long a one.
    #[error("a name of 1 to {MOST_NAME} characters is needed")]
    Name,
    /// A stakeholder has no name or too long a one, or there are too many.
    #[error("at most {MOST_AGREED} stakeholders, each a name of 1 to {MOST_NAME} characters")]
    Agreed,
    /// It ends before it begins.
    #[error("the last day comes before the first")]
    Dates,
    /// A goal for instruction without a look-for, or one look-for twice.
    #[error("a goal for instruction needs look-fors that carry it, each once")]
    LookFors,
    /// The measure has no name or too long a one, or a number that its unit does not have.
    #[error("the measure needs a name of 1 to {MOST_NAME} characters, and shares from 0 to 100")]
    Measure,
    /// The target is not beyond the baseline, or not after it.
    #[error("the target has to be beyond the baseline, and on a later day")]
    Target,
    /// A school would work towards more goals at a time than the district allows.
    #[error("a school would have more goals at a time than the district allows")]
    TooMany,
    /// Decision models or figures name it, and would no longer fit it.
    #[error("decision models or figures name it, and would no longer fit it")]
    InUse,
    /// It serves a goal that is not there, or that nobody works towards where it is under way.
    #[error("there is no such goal there")]
    NoSuchGoal,
}

impl Goal {
    /// Whether it is worked towards on a day.
    #[must_use]
    pub fn is_active(&self, day: Date) -> bool {
        self.adopted <= day && self.until.is_none_or(|last| day <= last)
    }

    /// What it is read off; `None` for a goal for instruction.
    #[must_use]
    pub fn measure(&self) -> Option<&Measure> {
        match &self.aim {
            Aim::Instruction => None,
            Aim::Achievement(measure) => Some(measure),
        }
    }

    /// Whether it can be set, by itself.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self) -> Result<(), CannotSetGoal> {
        let twice = |(at, one): (usize, &LookForId)| self.look_fors.iter().take(at).any(|before| before == one);
        let bare = self.aim == Aim::Instruction && self.look_fors.is_empty();
        let agreed = self.agreed.len() <= MOST_AGREED && self.agreed.iter().all(|name| is_name(name));
        let faults = [
            (!is_name(&self.name), CannotSetGoal::Name),
            (!agreed, CannotSetGoal::Agreed),
            (self.until.is_some_and(|last| last < self.adopted), CannotSetGoal::Dates),
            (bare || self.look_fors.iter().enumerate().any(twice), CannotSetGoal::LookFors),
        ];
        first(faults)?;
        self.measure().map_or(Ok(()), Measure::check)
    }
}

impl Measure {
    /// Whether its unit has such a number.
    #[must_use]
    pub fn has(&self, reading: Reading) -> bool {
        match self.unit {
            Unit::Percent => (Reading::ZERO..=Reading::HUNDRED).contains(&reading),
            Unit::Points => true,
        }
    }

    /// Whether one reading is at least as good as another.
    #[must_use]
    pub fn reaches(&self, reading: Reading, other: Reading) -> bool {
        match self.direction {
            Direction::AtLeast => reading >= other,
            Direction::AtMost => reading <= other,
        }
    }

    fn check(&self) -> Result<(), CannotSetGoal> {
        let beyond = !self.reaches(self.baseline, self.target) && self.by > self.measured;
        first([
            (!is_name(&self.name) || !self.has(self.baseline) || !self.has(self.target), CannotSetGoal::Measure),
            (!beyond, CannotSetGoal::Target),
        ])
    }
}

impl Initiative {
    /// Whether it is under way on a day.
    #[must_use]
    pub fn is_under_way(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|last| day <= last)
    }

    /// Whether it can be listed, by itself.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self) -> Result<(), CannotSetGoal> {
        first([
            (!is_name(&self.name), CannotSetGoal::Name),
            (self.until.is_some_and(|last| last < self.from), CannotSetGoal::Dates),
        ])
    }
}

impl Goals {
    /// Whether nothing has been set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The goal with this key.
    #[must_use]
    pub fn get(&self, id: &GoalId) -> Option<&Goal> {
        self.all.iter().find(|goal| goal.id == *id)
    }

    /// How many goals a school works towards at a time at most.
    #[must_use]
    pub fn most(&self) -> u8 {
        self.most.unwrap_or(USUAL_GOALS)
    }
}

impl District {
    /// The goals that an area works towards on a day, in the order in which they were set.
    pub fn goals_of(&self, area: &Area, day: Date) -> impl Iterator<Item = &Goal> {
        self.goals.all.iter().filter(move |goal| goal.is_active(day) && self.covers(&goal.area, area))
    }

    /// Puts one goal in the place of another, or adds it, or takes one out.
    pub(super) fn set_goal(
        &mut self,
        was: Option<&Goal>,
        now: Option<Goal>,
        frameworks: &[Framework],
    ) -> Result<(), CannotChangeDistrict> {
        let at = taken(&mut self.goals.all, was)?;
        let id = now.as_ref().map(|goal| &goal.id);
        // A model is for a school that works towards its goal.
        let outside = |chosen: &ChosenModel| {
            let of_it = was.is_some_and(|was| chosen.goal.as_ref() == Some(&was.id));
            of_it && now.as_ref().is_none_or(|now| !self.covers(&now.area, &Area::School(chosen.school.clone())))
        };
        if self.models.iter().any(outside) {
            return Err(CannotChangeDistrict::Goal(CannotSetGoal::InUse));
        }
        // What served a goal that is gone serves none.
        if let Some(was) = was.filter(|was| id != Some(&was.id)) {
            for one in self.goals.initiatives.iter_mut().filter(|one| one.serves.as_ref() == Some(&was.id)) {
                one.serves = None;
            }
        }
        let Some(now) = now else { return Ok(()) };
        if self.goals.get(&now.id).is_some() {
            return Err(CannotChangeDistrict::Changed);
        }
        if !self.has(&now.area) {
            return Err(CannotChangeDistrict::NoSuchArea);
        }
        now.check().map_err(CannotChangeDistrict::Goal)?;
        // What has left the framework since may stay.
        let known = |id: &LookForId| {
            was.is_some_and(|was| was.look_fors.contains(id)) || frameworks.iter().any(|one| one.look_for(id).is_some())
        };
        if let Some(unknown) = now.look_fors.iter().find(|id| !known(id)) {
            return Err(CannotChangeDistrict::NoSuchLookFor(unknown.clone()));
        }
        if self.crowds(was, &now) {
            return Err(CannotChangeDistrict::Goal(CannotSetGoal::TooMany));
        }
        self.goals.all.insert(at, now);
        Ok(())
    }

    /// Puts one initiative in the place of another, or adds it, or takes one out.
    pub(super) fn set_initiative(
        &mut self,
        was: Option<&Initiative>,
        now: Option<Initiative>,
    ) -> Result<(), CannotChangeDistrict> {
        let at = taken(&mut self.goals.initiatives, was)?;
        let Some(now) = now else { return Ok(()) };
        if self.goals.initiatives.iter().any(|known| known.id == now.id) {
            return Err(CannotChangeDistrict::Changed);
        }
        if !self.has(&now.area) {
            return Err(CannotChangeDistrict::NoSuchArea);
        }
        now.check().map_err(CannotChangeDistrict::Goal)?;
        let meets = |goal: &Goal| self.covers(&goal.area, &now.area) || self.covers(&now.area, &goal.area);
        if now.serves.as_ref().is_some_and(|goal| !self.goals.get(goal).is_some_and(meets)) {
            return Err(CannotChangeDistrict::Goal(CannotSetGoal::NoSuchGoal));
        }
        self.goals.initiatives.insert(at, now);
        Ok(())
    }

    /// Whether a goal would be one too many for some part of its area, on some day, where it was not before.
    fn crowds(&self, was: Option<&Goal>, goal: &Goal) -> bool {
        let schools = self.schools.iter().map(|school| Area::School(school.id.clone()));
        let mut places = schools.chain([goal.area.clone()]).filter(|place| self.covers(&goal.area, place));
        // The crowd is largest on a day on which some goal begins, or from which on this one goes on after all.
        let begins = self.goals.all.iter().map(|other| other.adopted).chain([goal.adopted]);
        let longer = was.and_then(|was| was.until).map(|last| last.plus_days(1));
        let days: Vec<Date> = begins.chain(longer).filter(|day| goal.is_active(*day)).collect();
        places.any(|place| {
            let new = |day: Date| !was.is_some_and(|was| was.is_active(day) && self.covers(&was.area, &place));
            let full = |day: Date| self.goals_of(&place, day).count() >= usize::from(self.goals.most());
            days.iter().any(|day| new(*day) && full(*day))
        })
    }
}

/// Where the whole area of a goal stands by its measure, and where it is to stand.
impl From<&Measure> for [Figure; 2] {
    fn from(measure: &Measure) -> Self {
        use super::FigureKind::{Baseline, Target};
        let figure = |what, on, value| Figure { school: None, group: None, what, on, value, students: None };
        [figure(Baseline, measure.measured, measure.baseline), figure(Target, measure.by, measure.target)]
    }
}

fn is_name(text: &str) -> bool {
    (1..=MOST_NAME).contains(&text.trim().chars().count())
}

fn first<const N: usize>(faults: [(bool, CannotSetGoal); N]) -> Result<(), CannotSetGoal> {
    faults.into_iter().find_map(|(wrong, why)| wrong.then_some(why)).map_or(Ok(()), Err)
}
