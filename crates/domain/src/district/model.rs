//! Who decides what: who sets a school's priorities, and who controls what is done about them.

use serde::{Deserialize, Serialize};

use super::{Area, CannotChangeDistrict, District};
use crate::id::SchoolId;
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
    /// The model that holds for a school on a day: the one that began last. `None` where none has been chosen yet.
    #[must_use]
    pub fn model_on(&self, school: &SchoolId, day: Date) -> Option<&ChosenModel> {
        let of_it = self.models.iter().filter(|chosen| chosen.school == *school && chosen.from <= day);
        of_it.max_by_key(|chosen| chosen.from)
    }

    /// Who sets the priorities of an area on a day; `None` where nobody has said so, which it always is for the district and
    /// its networks.
    #[must_use]
    pub fn priorities_of(&self, area: &Area, day: Date) -> Option<Decider> {
        match area {
            Area::School(school) => self.model_on(school, day).map(|chosen| chosen.model.priorities),
            Area::District | Area::Network(_) => None,
        }
    }

    /// Puts one choice in the place of another, or adds it, or takes one out.
    pub(super) fn choose_model(
        &mut self,
        was: Option<&ChosenModel>,
        now: Option<ChosenModel>,
    ) -> Result<(), CannotChangeDistrict> {
        if let Some(was) = was {
            let at = self.models.iter().position(|known| known == was).ok_or(CannotChangeDistrict::Changed)?;
            self.models.remove(at);
        }
        let Some(now) = now else { return Ok(()) };
        if !self.has(&Area::School(now.school.clone())) {
            return Err(CannotChangeDistrict::NoSuchArea);
        }
        let same = |known: &ChosenModel| known.school == now.school && known.from == now.from;
        if self.models.iter().any(same) {
            return Err(CannotChangeDistrict::Model(CannotChoose::Again));
        }
        now.check().map_err(CannotChangeDistrict::Model)?;
        self.models.push(now);
        self.models.sort_by(|one, other| (&one.school, one.from).cmp(&(&other.school, other.from)));
        Ok(())
    }
}
