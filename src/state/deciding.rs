use domain::district::{Area, CannotChangeDistrict, DistrictChange};
use domain::id::{GoalId, InitiativeId, LookForId, SchoolId};

use super::FileFailure;

/// How far changing what the district has decided has got.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Deciding {
    /// What is being changed, or was last.
    pub about: Option<Decision>,
    /// Something is being asked of the server.
    pub busy: bool,
    /// Why the last change was not made.
    pub failure: Option<FileFailure<CannotChangeDistrict>>,
    /// The last change was made.
    pub done: bool,
}

/// What a change of the district is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// What an area watches.
    Focus(Area),
    /// What everyone is held against.
    Rules,
    /// What is expected of a look-for.
    Expectation(LookForId),
    /// Who decides for a school.
    Model(SchoolId),
    /// The school year.
    Calendar,
    /// A goal.
    Goal(GoalId),
    /// Something else that is under way.
    Initiative(InitiativeId),
}

impl Decision {
    /// What a change is about.
    #[must_use]
    pub fn of(change: &DistrictChange) -> Self {
        match change {
            DistrictChange::Focus { area, .. } => Self::Focus(area.clone()),
            DistrictChange::Rules { .. } => Self::Rules,
            DistrictChange::Expect { was, now } => {
                let one = now.as_ref().or(was.as_ref());
                Self::Expectation(one.map(|one| one.look_for.clone()).unwrap_or_default())
            }
            DistrictChange::Model { was, now } => {
                let one = now.as_ref().or(was.as_ref());
                Self::Model(one.map(|one| one.school.clone()).unwrap_or_default())
            }
            DistrictChange::Calendar { .. } => Self::Calendar,
            DistrictChange::Goal { was, now } => {
                let one = now.as_ref().or(was.as_ref());
                Self::Goal(one.map(|one| one.id.clone()).unwrap_or_default())
            }
            DistrictChange::Initiative { was, now } => {
                let one = now.as_ref().or(was.as_ref());
                Self::Initiative(one.map(|one| one.id.clone()).unwrap_or_default())
            }
        }
    }

    /// The element that says what became of it, to which the focus goes.
    #[must_use]
    pub fn said(&self) -> &'static str {
        match self {
            Self::Focus(_) => "focus-said",
            Self::Rules => "rules-said",
            Self::Expectation(_) => "expect-said",
            Self::Model(_) => "model-said",
            Self::Calendar => "calendar-said",
            Self::Goal(_) | Self::Initiative(_) => "goal-said",
        }
    }
}
