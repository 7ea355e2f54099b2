//! What the app asks of the server about the draft of a framework, and hears from it.

use serde::{Deserialize, Serialize};

use super::Draft;
use crate::framework::{NotAFramework, Unfit};
use crate::id::{Bits128, DocumentHash};
use crate::sync::ProblemCode;
use crate::time::{Date, Millis};

/// A draft may not be longer, in bytes of JSON.
pub const MOST_DRAFT_BYTES: usize = 1_024 * 1_024;

/// `GET /api/v1/framework/draft`, and the answer to every change of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AskedDraft {
    /// The draft; `None` while nobody writes one.
    pub held: Option<HeldDraft>,
}

/// A draft as the server has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HeldDraft {
    /// What it is now.
    pub draft: Draft,
    /// Names it: whoever changes it sends this as `If-Match`.
    pub tag: Bits128,
    /// Who changed it last.
    pub by: String,
    /// When, by the server's clock.
    pub at: Millis,
}

/// `POST /api/v1/framework/draft/publish`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishDraft {
    /// The number that it gets: one more than that of the version that its changes were shown against.
    pub version: u32,
    /// The first day on which visits are recorded against it.
    pub effective: Date,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedDraft {
    /// The number of the new version.
    pub version: u32,
    /// Names its document.
    pub hash: DocumentHash,
}

/// The form of a file that a framework is saved as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileForm {
    /// This program's own JSON: everything.
    Json,
    /// A table for a spreadsheet: everything.
    Csv,
    /// A CASE package: the tree and its words.
    Case,
}

/// `POST /api/v1/framework/save`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SaveDraft {
    /// As what.
    pub form: FileForm,
    /// What.
    pub draft: Draft,
}

/// A framework as a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedDraft {
    /// What the file can be called.
    pub name: String,
    /// What it holds.
    pub text: String,
}

/// The answer to a file that holds no framework: a [`Problem`](crate::sync::Problem) that says more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FileProblem {
    /// What happened, for programs.
    pub code: ProblemCode,
    /// What happened, for logs and for people who read the API; the app has its own words.
    pub message: String,
    /// The id under which the server logged the request.
    pub request: String,
    /// What is wrong.
    pub why: NotAFramework,
}

/// Why a draft is not changed or published. It is as it was.
#[derive(Debug, Clone, PartialEq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CannotDraft {
    /// The request does not say which draft it is about.
    #[error("say which draft this is about: If-Match with its tag, or If-None-Match: * to begin one")]
    NoTag,
    /// Somebody else has changed it: this is what it is now, nothing where there is none any more.
    #[error("somebody else has changed the draft")]
    Changed(Option<Box<HeldDraft>>),
    /// Observers could not use it.
    #[error("observers could not use it: {0}")]
    Unfit(Unfit),
    /// A newer version has been published than the one that its changes were shown against.
    #[error("version {newest} has been published since this was looked at")]
    Overtaken {
        /// Its number.
        newest: u32,
    },
    /// It would be in use before the version that it follows, which would then take over from it.
    #[error("the version before it is in use from {from}; it can be in use from that day on")]
    TooEarly {
        /// The first day of the version before.
        from: Date,
    },
    /// Nothing is otherwise than in the version before.
    #[error("nothing is otherwise than in the version before")]
    Same,
}

/// The answer to what cannot be done with a draft: a [`Problem`](crate::sync::Problem) that says more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DraftProblem {
    /// What happened, for programs.
    pub code: ProblemCode,
    /// What happened, for logs and for people who read the API; the app has its own words.
    pub message: String,
    /// The id under which the server logged the request.
    pub request: String,
    /// What is wrong.
    pub why: CannotDraft,
}
