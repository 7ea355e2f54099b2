//! Who decides what: who sets a school's priorities, and who controls what is done about them.

use serde::{Deserialize, Serialize};

use super::change::taken;
use super::{Area, CannotChangeDistrict, District};
use crate::id::{GoalId, LookForId, SchoolId};
use crate::time::Date;

/// A text of a [`ChosenModel`] is at most this long, in characters.
pub const MOST_WORDS: usize = 500;

/// Who decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decider {
    /// Whoever administers the district.
    District,
    /// Whoever leads the school.
    School,
}

/// One of the four models of how a district and a school share decisions (Education Northwest, *The District's Role in School
/// Improvement*, 2017).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DecisionModel {
    /// Who sets the priorities: what is watched in the school, and what is expected of it alone.
    pub priorities: Decider,
    /// Who controls the actions that follow.
    pub actions: Decider,
}

impl DecisionModel {
    /// All four, in the order in which they are usually named.
    pub const ALL: [Self; 4] = [
        Self { priorities: Decider::District, actions: Decider::District },
        Self { priorities: Decider::District, actions: Decider::School },
        Self { priorities: Decider::School, actions: Decider::School },
        Self { priorities: Decider::School, actions: Decider::District },
    ];
}

/// The model that a district has chosen for a school, from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenModel {
    /// For which school.
    pub school: SchoolId,
    /// For what carries one goal; `None` for everything that no goal's model decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<GoalId>,
    /// Which of the four.
    pub model: DecisionModel,
    /// The first local date on which it holds.
    pub from: Date,
    /// Why it was chosen, 1 ..= [`MOST_WORDS`] characters.
    pub reason: String,
    /// The parameters of autonomy: what the school may do otherwise than the rest, and within which bounds; 0 ..=
    /// [`MOST_WORDS`] characters.
    pub autonomy: String,
}

/// Why a model cannot be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CannotChoose {
    /// Another is chosen from the same day on.
    #[error("a model is chosen for that school from that day on already")]
    Again,
    /// It names a goal that is not there, or that the school does not work towards.
    #[error("the school does not work towards that goal")]
    Goal,
    /// Nobody says why, or at too great a length.
    #[error("a reason of 1 to {MOST_WORDS} characters is needed")]
    Reason,
    /// The parameters of autonomy are too long.
    #[error("the parameters of autonomy have at most {MOST_WORDS} characters")]
    Autonomy,
}

impl ChosenModel {
    /// Whether it can be chosen, by itself.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self) -> Result<(), CannotChoose> {
        if !(1..=MOST_WORDS).contains(&self.reason.trim().chars().count()) {
            return Err(CannotChoose::Reason);
        }
        if self.autonomy.trim().chars().count() > MOST_WORDS {
            return Err(CannotChoose::Autonomy);
        }
        Ok(())
    }
}

impl District {
    /// The model that holds for a school on a day, for what carries a goal or else for everything: the one that began last.
    /// `None` where none has been chosen yet.
    #[must_use]
    pub fn model_on(&self, school: &SchoolId, goal: Option<&GoalId>, day: Date) -> Option<&ChosenModel> {
        let of_it = self.models.iter().filter(|chosen| chosen.school == *school && chosen.goal.as_ref() == goal);
        let of_it = of_it.filter(|chosen| chosen.from <= day);
        of_it.max_by_key(|chosen| chosen.from)
    }

    /// Who sets the priorities of an area on a day; `None` where nobody has said so, which it always is for the district and
    /// its networks.
    #[must_use]
    pub fn priorities_of(&self, area: &Area, day: Date) -> Option<Decider> {
        match area {
            Area::School(school) => self.model_on(school, None, day).map(|chosen| chosen.model.priorities),
            Area::District | Area::Network(_) => None,
        }
    }

    /// Who sets the priorities of an area on a day as far as one look-for goes: where it carries goals whose model the school has
    /// of its own, whoever they name, and the district where they name both; else whoever sets its priorities at large.
    #[must_use]
    pub fn priorities_for(&self, area: &Area, look_for: &LookForId, day: Date) -> Option<Decider> {
        let Area::School(school) = area else { return None };
        let carried = self.goals_of(area, day).filter(|goal| goal.look_fors.contains(look_for));
        let deciders = carried.filter_map(|goal| self.model_on(school, Some(&goal.id), day));
        // The district comes first.
        deciders.map(|chosen| chosen.model.priorities).min().or_else(|| self.priorities_of(area, day))
    }

    /// Puts one choice in the place of another, or adds it, or takes one out.
    pub(super) fn choose_model(
        &mut self,
        was: Option<&ChosenModel>,
        now: Option<ChosenModel>,
    ) -> Result<(), CannotChangeDistrict> {
        taken(&mut self.models, was)?;
        let Some(now) = now else { return Ok(()) };
        if !self.has(&Area::School(now.school.clone())) {
            return Err(CannotChangeDistrict::NoSuchArea);
        }
        if let Some(id) = &now.goal {
            let goal = self.goals.get(id);
            if !goal.is_some_and(|goal| self.covers(&goal.area, &Area::School(now.school.clone()))) {
                return Err(CannotChangeDistrict::Model(CannotChoose::Goal));
            }
        }
        let same = |known: &ChosenModel| (&known.school, &known.goal, known.from) == (&now.school, &now.goal, now.from);
        if self.models.iter().any(same) {
            return Err(CannotChangeDistrict::Model(CannotChoose::Again));
        }
        now.check().map_err(CannotChangeDistrict::Model)?;
        self.models.push(now);
        self.models
            .sort_by(|one, other| (&one.school, &one.goal, one.from).cmp(&(&other.school, &other.goal, other.from)));
        Ok(())
    }
}
