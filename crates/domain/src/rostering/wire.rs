//! What the app asks of the server about rosters, and hears from it.

use serde::{Deserialize, Serialize};

use super::layout::NotAPackage;
use super::report::RosterReport;
use crate::id::{Bits128, SchoolId};
use crate::sync::ProblemCode;
use crate::time::Millis;

/// A package may not be longer, in bytes: 50,000 classes with their enrolments are about 12 MB as a zip.
pub const MOST_ROSTER_BYTES: usize = 64 * 1_024 * 1_024;

/// What to do with a package: `POST /api/v1/roster/import`. The body is this as JSON in one line, a line feed, and the bytes
/// of the files one after another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterAsk {
    /// The files: one zip archive, or several tables.
    pub files: Vec<SentFile>,
    /// The stamp of the report that was looked at, to store what it says; a dry run when `None`.
    #[serde(default)]
    pub store: Option<Bits128>,
}

/// A file in the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentFile {
    /// Its name, without where it lies.
    pub name: String,
    /// Its bytes.
    pub size: u32,
}

/// `GET /api/v1/roster`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterSummary {
    /// By name.
    pub schools: Vec<SchoolSummary>,
    /// When a package was last imported, by the server's clock; `None` before the first.
    pub imported: Option<Millis>,
}

/// What a school's roster holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchoolSummary {
    /// Which school.
    pub id: SchoolId,
    /// As people say it.
    pub name: String,
    /// Its network's name.
    pub network: Option<String>,
    /// How many classes it has.
    pub classes: u32,
    /// How many teachers.
    pub teachers: u32,
    /// How many of its classes have somebody who leads.
    pub led: u32,
}

/// Why a package cannot be imported. Nothing of it was stored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CannotReadRoster {
    /// Its files are no package.
    #[error("{0}")]
    NotAPackage(NotAPackage),
    /// It is no zip, or a broken one.
    #[error("the file is no zip archive, or is broken")]
    NotAZip,
    /// It unpacks to more than is read at once.
    #[error("the files are larger than is read at once")]
    TooLarge,
    /// A file is not UTF-8 text.
    #[error("line {line} of {file} is not UTF-8 text: save it as \"CSV UTF-8\"")]
    NotText {
        /// Which file.
        file: String,
        /// Where it stops being that, counted from 1.
        line: u32,
    },
    /// The district has not been set up.
    #[error("the district has not been set up yet")]
    NoDistrict,
    /// Something has changed since it was looked at: this is what it would do now.
    #[error("something has changed since this was looked at: look at it again")]
    Otherwise(Box<RosterReport>),
}

/// The answer to a package that cannot be imported: a [`Problem`](crate::sync::Problem) that says more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterProblem {
    /// What happened, for programs.
    pub code: ProblemCode,
    /// What happened, for logs and for people who read the API; the app has its own words.
    pub message: String,
    /// The id under which the server logged the request.
    pub request: String,
    /// What is wrong.
    pub why: CannotReadRoster,
}
