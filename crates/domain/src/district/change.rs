//! What a person changes about the district. Each change says what it was when they looked, so that nobody changes what
//! they have not seen.

use serde::{Deserialize, Serialize};

use super::{
    Area, Calendar, CalendarFault, CannotChoose, CannotExpect, CannotSetGoal, ChosenModel, District, Focus, Goal,
    Initiative, MOST_FOCUS, MOST_GOALS, USUAL_GOALS,
};
use crate::expectation::Expectation;
use crate::framework::Framework;
use crate::id::LookForId;
use crate::stats::Rule;
use crate::sync::ProblemCode;

/// One thing that a person changes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DistrictChange {
    /// What an area watches.
    Focus {
        /// Which area.
        area: Area,
        /// What it had chosen.
        was: Focus,
        /// What it chooses; nothing for what holds around it.
        now: Focus,
    },
    /// What everyone is held against.
    Rules {
        /// As they were.
        was: DistrictRules,
        /// As they are to be.
        now: DistrictRules,
    },
    /// What is expected of one look-for, somewhere, from a date on.
    Expect {
        /// The one in whose place it comes; `None` for one more.
        was: Option<Box<Expectation>>,
        /// What is expected; `None` where it is no longer, as if it never had been.
        now: Option<Box<Expectation>>,
    },
    /// The school year.
    Calendar {
        /// As it was.
        was: Box<Calendar>,
        /// As it is to be, its rows in any order.
        now: Box<Calendar>,
    },
    /// Who decides for a school from a date on.
    Model {
        /// The choice in whose place it comes; `None` for one more.
        was: Option<Box<ChosenModel>>,
        /// What is chosen; `None` where it is no longer, as if it never had been.
        now: Option<Box<ChosenModel>>,
    },
    /// A goal.
    Goal {
        /// As it was; `None` for one more.
        was: Option<Box<Goal>>,
        /// As it is to be; `None` where it is taken out, as if it never had been.
        now: Option<Box<Goal>>,
    },
    /// Something else that is under way.
    Initiative {
        /// As it was; `None` for one more.
        was: Option<Box<Initiative>>,
        /// As it is to be; `None` where it is taken out, as if it never had been.
        now: Option<Box<Initiative>>,
    },
}

/// What everyone is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DistrictRules {
    /// How close is close, in points of visits: 0 ..= [`MOST_MARGIN`].
    pub margin: u8,
    /// Visits below which nothing is said, 1 ..= [`MOST_VISITS`].
    pub minimum_visits: u32,
    /// Visits that are expected of each school in a week, 1 ..= [`MOST_VISITS`]; `None` where none are.
    pub visits_a_week: Option<u32>,
    /// Goals that a school works towards at a time at most, 1 ..= [`MOST_GOALS`].
    #[serde(default = "usual_goals")]
    pub most_goals: u8,
}

/// What an app means that does not know of goals yet.
fn usual_goals() -> u8 {
    USUAL_GOALS
}

/// A margin is at most so many points: beyond it, "close" would say nothing.
pub const MOST_MARGIN: u8 = 25;
/// No rule asks for more visits than this.
pub const MOST_VISITS: u32 = 500;

/// Why something about the district cannot be changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CannotChangeDistrict {
    /// Somebody else has changed it since this person looked.
    #[error("somebody else has changed it meanwhile")]
    Changed,
    /// The district has no such school or network.
    #[error("there is no such school or network")]
    NoSuchArea,
    /// No published version of the framework has it.
    #[error("no look-for {0:?} is in use")]
    NoSuchLookFor(LookForId),
    /// A look-for is watched twice.
    #[error("look-for {0:?} is there twice")]
    Twice(LookForId),
    /// More than the recorder opens on.
    #[error("at most {MOST_FOCUS} look-fors can be in focus")]
    TooMany,
    /// The margin is out of its range.
    #[error("the margin is from 0 to {MOST_MARGIN} points")]
    Margin,
    /// A number of visits is out of its range.
    #[error("a number of visits is from 1 to {MOST_VISITS}")]
    Visits,
    /// The number of goals is out of its range.
    #[error("a school has from 1 to {MOST_GOALS} goals at a time")]
    Goals,
    /// The goal or the initiative cannot be set.
    #[error("{0}")]
    Goal(CannotSetGoal),
    /// It cannot be expected.
    #[error("{0}")]
    Expectation(CannotExpect),
    /// The model cannot be chosen.
    #[error("{0}")]
    Model(CannotChoose),
    /// The calendar contradicts itself.
    #[error("{0}")]
    Calendar(CalendarFault),
}

/// The answer to a change that is not made: a [`Problem`](crate::sync::Problem) that also says what is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DistrictProblem {
    /// What happened, for programs.
    pub code: ProblemCode,
    /// What happened, for logs and for people who read the API; the app has its own words.
    pub message: String,
    /// The id under which the server logged the request.
    pub request: String,
    /// What is wrong.
    pub why: CannotChangeDistrict,
}

impl District {
    /// The rules as they are.
    #[must_use]
    pub fn rules(&self) -> DistrictRules {
        DistrictRules {
            margin: (self.margin * 100.0).round().clamp(0.0, 100.0) as u8,
            minimum_visits: self.minimum_visits.unwrap_or(Rule::default().minimum_visits),
            visits_a_week: self.visits_a_week.filter(|visits| *visits > 0),
            most_goals: self.goals.most(),
        }
    }

    /// It with something changed. `frameworks` are the versions that it has published.
    ///
    /// # Errors
    /// Why not.
    pub fn changed(&self, change: DistrictChange, frameworks: &[Framework]) -> Result<Self, CannotChangeDistrict> {
        let mut next = self.clone();
        match change {
            DistrictChange::Focus { area, was, now } => {
                if !self.has(&area) {
                    return Err(CannotChangeDistrict::NoSuchArea);
                }
                if self.chosen_focus(&area) != was {
                    return Err(CannotChangeDistrict::Changed);
                }
                fits(&now, frameworks)?;
                next.choose_focus(&area, now);
            }
            DistrictChange::Rules { was, now } => {
                if self.rules() != was {
                    return Err(CannotChangeDistrict::Changed);
                }
                now.check(was)?;
                // What nobody touched stays to the last digit.
                if now.margin != was.margin {
                    next.margin = f64::from(now.margin) / 100.0;
                }
                if now.minimum_visits != was.minimum_visits {
                    next.minimum_visits = Some(now.minimum_visits);
                }
                if now.visits_a_week != was.visits_a_week {
                    next.visits_a_week = now.visits_a_week;
                }
                if now.most_goals != was.most_goals {
                    next.goals.most = Some(now.most_goals);
                }
            }
            DistrictChange::Expect { was, now } => {
                next.expect(was.as_deref(), now.map(|now| *now), frameworks)?;
            }
            DistrictChange::Model { was, now } => next.choose_model(was.as_deref(), now.map(|now| *now))?,
            DistrictChange::Goal { was, now } => {
                next.set_goal(was.as_deref(), now.map(|now| *now), frameworks)?;
            }
            DistrictChange::Initiative { was, now } => next.set_initiative(was.as_deref(), now.map(|now| *now))?,
            DistrictChange::Calendar { was, now } => {
                if self.calendar != *was {
                    return Err(CannotChangeDistrict::Changed);
                }
                now.check().map_err(CannotChangeDistrict::Calendar)?;
                next.calendar = now.sorted();
            }
        }
        Ok(next)
    }

    pub(super) fn has(&self, area: &Area) -> bool {
        match area {
            Area::District => true,
            Area::Network(id) => self.networks.iter().any(|network| network.id == *id),
            Area::School(id) => self.school(id).is_some(),
        }
    }
}

impl DistrictRules {
    /// Whether what is otherwise than before is within its range.
    fn check(self, was: Self) -> Result<(), CannotChangeDistrict> {
        let visits = |many: u32| (1..=MOST_VISITS).contains(&many);
        if self.margin > MOST_MARGIN && self.margin != was.margin {
            return Err(CannotChangeDistrict::Margin);
        }
        if !(1..=MOST_GOALS).contains(&self.most_goals) && self.most_goals != was.most_goals {
            return Err(CannotChangeDistrict::Goals);
        }
        let fits = (visits(self.minimum_visits) || self.minimum_visits == was.minimum_visits)
            && (self.visits_a_week.is_none_or(visits) || self.visits_a_week == was.visits_a_week);
        if fits { Ok(()) } else { Err(CannotChangeDistrict::Visits) }
    }
}

/// Takes one out of a list, and says where it stood; where another comes that takes nobody's place, it comes last.
pub(super) fn taken<T: PartialEq>(list: &mut Vec<T>, was: Option<&T>) -> Result<usize, CannotChangeDistrict> {
    let Some(was) = was else { return Ok(list.len()) };
    let at = list.iter().position(|known| known == was).ok_or(CannotChangeDistrict::Changed)?;
    list.remove(at);
    Ok(at)
}

fn fits(focus: &Focus, frameworks: &[Framework]) -> Result<(), CannotChangeDistrict> {
    if focus.look_fors.len() > MOST_FOCUS {
        return Err(CannotChangeDistrict::TooMany);
    }
    for (at, id) in focus.look_fors.iter().enumerate() {
        if focus.look_fors.iter().take(at).any(|before| before == id) {
            return Err(CannotChangeDistrict::Twice(id.clone()));
        }
        if frameworks.iter().all(|framework| framework.look_for(id).is_none()) {
            return Err(CannotChangeDistrict::NoSuchLookFor(id.clone()));
        }
    }
    Ok(())
}
