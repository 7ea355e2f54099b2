//! Who decides, one choice for a school a row.

use super::TableItem;
use super::cells::{Line, Wrong};
use super::plan::{Decided, Entry};
use crate::district::{
    CannotChangeDistrict, CannotChoose, ChosenModel, Decider, DecisionModel, District, DistrictChange,
};
use crate::framework::Framework;
use crate::id::{GoalId, SchoolId};

const SCHOOL: &str = "school";
const GOAL: &str = "goal";
const PRIORITIES: &str = "priorities";
const ACTIONS: &str = "actions";
const FROM: &str = "from";
const REASON: &str = "reason";
const AUTONOMY: &str = "autonomy";

const DECIDERS: [&str; 2] = ["district", "school"];

impl Entry for ChosenModel {
    const COLUMNS: &'static [&'static str] = &[SCHOOL, GOAL, PRIORITIES, ACTIONS, FROM, REASON, AUTONOMY];

    fn cells(&self, _: &[Framework]) -> Vec<String> {
        let decider = |decider| match decider {
            Decider::District => DECIDERS[0].to_owned(),
            Decider::School => DECIDERS[1].to_owned(),
        };
        vec![
            self.school.0.clone(),
            self.goal.as_ref().map(|goal| goal.0.clone()).unwrap_or_default(),
            decider(self.model.priorities),
            decider(self.model.actions),
            self.from.to_string(),
            self.reason.clone(),
            self.autonomy.clone(),
        ]
    }

    fn read(line: &Line<'_>, _: &[Framework]) -> Result<Self, Wrong> {
        let decider =
            |column| line.one_of(column, &DECIDERS).map(|at| if at == 0 { Decider::District } else { Decider::School });
        Ok(Self {
            school: SchoolId(line.must(SCHOOL)?),
            goal: Some(line.text(GOAL)).filter(|goal| !goal.is_empty()).map(GoalId),
            model: DecisionModel { priorities: decider(PRIORITIES)?, actions: decider(ACTIONS)? },
            from: line.must_date(FROM)?,
            reason: line.must(REASON)?,
            autonomy: line.text(AUTONOMY),
        })
    }

    fn is_about_the_same(&self, other: &Self) -> bool {
        (&self.school, &self.goal, self.from) == (&other.school, &other.goal, other.from)
    }

    fn item(&self) -> TableItem {
        TableItem::Model(self.clone())
    }
}

impl Decided for ChosenModel {
    fn all(district: &District) -> &[Self] {
        &district.models
    }

    fn change(was: Option<&Self>, now: Option<&Self>) -> DistrictChange {
        let boxed = |one: Option<&Self>| one.cloned().map(Box::new);
        DistrictChange::Model { was: boxed(was), now: boxed(now) }
    }

    fn column(why: &CannotChangeDistrict) -> Option<&'static str> {
        match why {
            CannotChangeDistrict::NoSuchArea => Some(SCHOOL),
            CannotChangeDistrict::Model(why) => Some(match why {
                CannotChoose::Again => FROM,
                CannotChoose::Goal => GOAL,
                CannotChoose::Reason => REASON,
                CannotChoose::Autonomy => AUTONOMY,
            }),
            CannotChangeDistrict::Changed
            | CannotChangeDistrict::NoSuchLookFor(_)
            | CannotChangeDistrict::Twice(_)
            | CannotChangeDistrict::TooMany
            | CannotChangeDistrict::Margin
            | CannotChangeDistrict::Visits
            | CannotChangeDistrict::Goals
            | CannotChangeDistrict::Goal(_)
            | CannotChangeDistrict::Expectation(_)
            | CannotChangeDistrict::Calendar(_) => None,
        }
    }
}
