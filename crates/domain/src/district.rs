//! What the district publishes to everyone: its schools, people, calendar and rules, as immutable documents.

mod calendar;
mod change;
mod expect;
mod figure;
mod figure_file;
mod focus;
mod goal;
mod model;
mod table;

use serde::{Deserialize, Serialize};

use crate::expectation::Expectation;
use crate::framework::Framework;
use crate::id::{AccountId, Bits128, DistrictId, DocumentHash, LookForId, NetworkId, SchoolId};
use crate::roster::Roster;

pub use calendar::{Calendar, CalendarFault, CalendarPart, DaysOff, MOST_DAYS, Term};
pub use change::{CannotChangeDistrict, DistrictChange, DistrictProblem, DistrictRules, MOST_MARGIN, MOST_VISITS};
pub use expect::{CannotExpect, MOST_REASON};
pub use figure::{
    BadFigure, CannotTake, ChangeFigures, Course, Figure, FigureChange, FigureKind, FigureProblem, GoalFigures,
    MOST_FIGURES, MOST_GROUP, NotAReading, Progress, Reading, courses, figures_changed,
};
pub use figure_file::{
    BadCell, BadRow, FIGURE_KINDS, FigureFileProblem, FiguresRead, NotFigures, figure_difference, figure_rows,
    read_figures,
};
pub use focus::{Area, Focus, FocusSet, MOST_FOCUS};
pub use goal::{
    Aim, CannotSetGoal, Goal, Goals, Initiative, MOST_AGREED, MOST_GOALS, MOST_NAME, Measure, USUAL_GOALS, Unit,
};
pub use model::{CannotChoose, ChosenModel, Decider, DecisionModel, MOST_WORDS};
pub use table::{
    CalendarRow, CannotTakeTable, DistrictTable, FromTable, RefusedCell, Rest, TableChange, TableItem, WhyRefused,
};

/// The district itself: the one document that names all the others' parts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct District {
    /// The district's key.
    pub id: DistrictId,
    /// As people say it.
    pub name: String,
    /// Groups of schools.
    pub networks: Vec<Network>,
    /// Every school.
    pub schools: Vec<School>,
    /// Everyone who records visits, so that a visit can name its observer.
    pub observers: Vec<Person>,
    /// The school year and its terms.
    pub calendar: Calendar,
    /// How close is close, in share of visits: 0.10 is ten points.
    pub margin: f64,
    /// What the district watches, as documents say it that were written before there were [`FocusSet`]s.
    pub focus: Vec<LookForId>,
    /// What the district, networks and schools have chosen to watch.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub focus_sets: Vec<FocusSet>,
    /// Visits below which nothing is said of a look-for; `None` for 12.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_visits: Option<u32>,
    /// Visits that the district expects of each school in a week; `None` where it expects none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visits_a_week: Option<u32>,
    /// What is expected, past and present.
    pub expectations: Vec<Expectation>,
    /// Who decides for each school, past and present.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub models: Vec<ChosenModel>,
    /// What it has set out to reach.
    #[serde(default, skip_serializing_if = "Goals::is_empty")]
    pub goals: Goals,
}

/// A group of schools.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Network {
    /// Its key.
    pub id: NetworkId,
    /// As people say it.
    pub name: String,
}

/// A school.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct School {
    /// Its key.
    pub id: SchoolId,
    /// As people say it.
    pub name: String,
    /// The network it belongs to, if any.
    pub network: Option<NetworkId>,
}

/// Someone who records visits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The account they sign in with.
    pub id: AccountId,
    /// As people say it.
    pub name: String,
}

impl District {
    /// The school with this id.
    #[must_use]
    pub fn school(&self, id: &SchoolId) -> Option<&School> {
        self.schools.iter().find(|school| school.id == *id)
    }

    /// The network a school belongs to.
    #[must_use]
    pub fn network_of(&self, school: &SchoolId) -> Option<&NetworkId> {
        self.school(school)?.network.as_ref()
    }

    /// Whether one part of the district holds all of another.
    #[must_use]
    pub fn covers(&self, area: &Area, other: &Area) -> bool {
        match (area, other) {
            (Area::District, _) => true,
            (Area::Network(network), Area::School(school)) => self.network_of(school) == Some(network),
            (Area::Network(_) | Area::School(_), _) => area == other,
        }
    }

    /// The name of an observer.
    #[must_use]
    pub fn observer(&self, id: &AccountId) -> Option<&str> {
        self.observers.iter().find(|person| person.id == *id).map(|person| person.name.as_str())
    }
}

/// What kind of document it is: which part of the published state it replaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DocumentKind {
    /// A [`District`]; the latest one holds.
    District,
    /// A [`Framework`] version; every one is kept.
    Framework,
    /// A school's [`Roster`]; the latest one holds.
    Roster,
}

/// A published document: immutable, named by the hash of its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Which part of the published state it is.
    pub kind: DocumentKind,
    /// The JSON as first written.
    pub text: String,
}

/// A document that has been read.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    target_pointer_width = "64",
    expect(clippy::large_enum_variant, reason = "one at a time is read, and taken apart at once")
)]
pub enum Published {
    /// The district.
    District(District),
    /// A framework version.
    Framework(Framework),
    /// A school's roster.
    Roster(Roster),
}

/// The document's text is not what its kind says.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a {kind:?} document cannot be read at line {line}, column {column}")]
pub struct UnreadableDocument {
    /// What it claims to be.
    pub kind: DocumentKind,
    /// Counted from 1.
    pub line: usize,
    /// Counted from 1.
    pub column: usize,
}

impl Document {
    /// The name under which visits and tablets know it.
    #[must_use]
    pub fn hash(&self) -> DocumentHash {
        DocumentHash(Bits128::hash(&[self.text.as_bytes()]))
    }

    /// Reads the text as its kind says.
    ///
    /// # Errors
    /// Where the text stops being such a document.
    pub fn read(&self) -> Result<Published, UnreadableDocument> {
        let read = match self.kind {
            DocumentKind::District => serde_json::from_str(&self.text).map(Published::District),
            DocumentKind::Framework => serde_json::from_str(&self.text).map(Published::Framework),
            DocumentKind::Roster => serde_json::from_str(&self.text).map(Published::Roster),
        };
        read.map_err(|error| UnreadableDocument { kind: self.kind, line: error.line(), column: error.column() })
    }
}

impl Published {
    /// The document that carries this, ready to be named and published.
    ///
    /// # Errors
    /// When a number in it is not finite, which JSON cannot hold.
    pub fn write(&self) -> Result<Document, serde_json::Error> {
        let (kind, text) = match self {
            Self::District(district) => (DocumentKind::District, serde_json::to_string(district)?),
            Self::Framework(framework) => (DocumentKind::Framework, serde_json::to_string(framework)?),
            Self::Roster(roster) => (DocumentKind::Roster, serde_json::to_string(roster)?),
        };
        Ok(Document { kind, text })
    }
}
