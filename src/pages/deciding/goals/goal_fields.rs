//! What stands in the form of a goal while somebody types.

use domain::district::{Aim, Area, CannotSetGoal, Goal, Measure, Reading, Unit};
use domain::expectation::Direction;
use domain::id::{GoalId, LookForId};
use domain::time::Date;

/// The form of a goal.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fields {
    pub(super) name: String,
    pub(super) area: Area,
    pub(super) achievement: bool,
    pub(super) adopted: String,
    pub(super) until: String,
    /// One a line.
    pub(super) agreed: String,
    pub(super) look_fors: Vec<LookForId>,
    pub(super) measure: String,
    pub(super) unit: Unit,
    pub(super) direction: Direction,
    pub(super) baseline: String,
    pub(super) measured: String,
    pub(super) target: String,
    pub(super) by: String,
}

/// What is wrong in the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrong {
    Adopted,
    Until,
    Baseline,
    Measured,
    Target,
    By,
    Cannot(CannotSetGoal),
}

impl Fields {
    /// An empty form.
    pub(super) fn new(area: Area, today: Date) -> Self {
        Self {
            name: String::new(),
            area,
            achievement: true,
            adopted: today.to_string(),
            until: String::new(),
            agreed: String::new(),
            look_fors: Vec::new(),
            measure: String::new(),
            unit: Unit::Percent,
            direction: Direction::AtLeast,
            baseline: String::new(),
            measured: String::new(),
            target: String::new(),
            by: String::new(),
        }
    }

    /// As a goal is.
    pub(super) fn of(was: &Goal, today: Date) -> Self {
        let fields = Self {
            name: was.name.clone(),
            achievement: was.measure().is_some(),
            adopted: was.adopted.to_string(),
            until: was.until.map(|last| last.to_string()).unwrap_or_default(),
            agreed: was.agreed.join("\n"),
            look_fors: was.look_fors.clone(),
            ..Self::new(was.area.clone(), today)
        };
        let Some(measure) = was.measure() else { return fields };
        Self {
            measure: measure.name.clone(),
            unit: measure.unit,
            direction: measure.direction,
            baseline: measure.baseline.to_string(),
            measured: measure.measured.to_string(),
            target: measure.target.to_string(),
            by: measure.by.to_string(),
            ..fields
        }
    }

    /// The goal that they say.
    pub(super) fn read(&self, id: &GoalId) -> Result<Goal, Wrong> {
        let until = self.until.trim();
        let until = (!until.is_empty()).then(|| until.parse().map_err(|_| Wrong::Until)).transpose()?;
        let agreed = self.agreed.lines().map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
        let goal = Goal {
            id: id.clone(),
            name: self.name.trim().to_owned(),
            area: self.area.clone(),
            look_fors: self.look_fors.clone(),
            adopted: self.adopted.parse().map_err(|_| Wrong::Adopted)?,
            until,
            agreed: agreed.collect(),
            aim: if self.achievement { Aim::Achievement(self.read_measure()?) } else { Aim::Instruction },
        };
        goal.check().map_err(Wrong::Cannot)?;
        Ok(goal)
    }

    fn read_measure(&self) -> Result<Measure, Wrong> {
        let number = |typed: &str, wrong: Wrong| typed.parse::<Reading>().map_err(|_| wrong);
        let day = |typed: &str, wrong: Wrong| typed.parse::<Date>().map_err(|_| wrong);
        Ok(Measure {
            name: self.measure.trim().to_owned(),
            unit: self.unit,
            direction: self.direction,
            baseline: number(&self.baseline, Wrong::Baseline)?,
            measured: day(&self.measured, Wrong::Measured)?,
            target: number(&self.target, Wrong::Target)?,
            by: day(&self.by, Wrong::By)?,
        })
    }
}
