//! What the API can answer instead of success, and the one place that turns it into a response.
//!
//! The store speaks [`StoreError`] (never the client's fault); everything that a request can do wrong is an
//! [`ApiError`]. Only this file knows status codes.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::district::{
    BadFigure, CannotChangeDistrict, CannotTake, DistrictProblem, FigureFileProblem, FigureProblem, NotFigures,
};
use domain::framework::{CannotComment, CannotDraft, CommentProblem, DraftProblem, FileProblem, NotAFramework};
use domain::import::{CannotImport, ImportProblem, NotATable};
use domain::people::{CannotChangePeople, PeopleProblem};
use domain::rostering::{CannotReadRoster, RosterProblem};
use domain::sync::{Problem, ProblemCode};

use crate::http::request;
use crate::outside::NoRandomness;
use crate::store::StoreError;

/// Why a request is not answered with success.
#[derive(Debug, thiserror::Error)]
pub enum ApiError {
    /// The request cannot be read.
    #[error("{0}")]
    Unreadable(#[from] Unreadable),
    /// The request is larger than it may be.
    #[error("the request holds more than {most} {of}")]
    TooLarge {
        /// The most that is allowed.
        most: usize,
        /// Of what.
        of: Measure,
    },
    /// Nobody is signed in, or the session has ended.
    #[error("nobody is signed in")]
    SignedOut,
    /// Email and passphrase do not go together, or there is no such account: nobody can tell which.
    #[error("email and passphrase do not go together")]
    WrongPassphrase,
    /// Too many tries.
    #[error("too many tries; the next is possible in {seconds} s")]
    SlowDown {
        /// When to try again.
        seconds: u32,
    },
    /// Signed in, and not allowed to.
    #[error("this account is not allowed to do that")]
    NotAllowed,
    /// The cursor is of a history that this server does not have.
    #[error("this server's history is not the one that the cursor is of; begin anew")]
    Rewound,
    /// There is no such thing here.
    #[error("there is no such thing here")]
    NotFound,
    /// The path is right and the method is not.
    #[error("this path does not answer that method")]
    WrongMethod,
    /// The request came from another site.
    #[error("the request came from another site")]
    WrongOrigin,
    /// Too much is waiting.
    #[error("too much is waiting; try again in {seconds} s")]
    Busy {
        /// When to try again.
        seconds: u32,
    },
    /// An export has more rows than a workbook's sheet holds.
    #[error(
        "{rows} rows are more than the {most} of a workbook's sheet: choose fewer schools or a shorter time, or take \
         the CSV file, which has no such end"
    )]
    TooManyRows {
        /// How many it would be, the names of the columns included.
        rows: u64,
        /// The most that fit.
        most: u64,
    },
    /// A file cannot be imported.
    #[error("{0}; nothing was stored")]
    CannotImport(#[from] CannotImport),
    /// A roster cannot be imported.
    #[error("{0}; nothing was stored")]
    CannotReadRoster(#[from] CannotReadRoster),
    /// A draft of the framework cannot be changed or published.
    #[error("{0}; nothing was changed")]
    CannotDraft(#[from] CannotDraft),
    /// A comment round or a comment in it is not changed.
    #[error("{0}; nothing was changed")]
    CannotComment(#[from] CannotComment),
    /// Somebody's place in the district is not changed.
    #[error("{0}; nothing was changed")]
    CannotChangePeople(#[from] CannotChangePeople),
    /// Something about the district is not changed.
    #[error("{0}; nothing was changed")]
    CannotChangeDistrict(#[from] CannotChangeDistrict),
    /// The figures of a goal are not changed.
    #[error("{0}; nothing was changed")]
    CannotTake(#[from] CannotTake),
    /// A file of figures cannot be taken.
    #[error("{0}; nothing was changed")]
    NotFigures(#[from] NotFigures),
    /// A file holds no framework.
    #[error("{0}; nothing was changed")]
    NotAFramework(#[from] NotAFramework),
    /// A temporary file cannot be written or read.
    #[error("a temporary file: {0}")]
    File(std::io::Error),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There is no randomness to be had.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
    /// The task that did the work ended before it was done.
    #[error("the work was cut short")]
    CutShort,
}

/// When to ask again while the database takes nothing, in seconds.
const STORE_COMES_BACK: u32 = 5;

/// What a size is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Bytes, after decompression.
    Bytes,
    /// Edits.
    Edits,
}

impl std::fmt::Display for Measure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Bytes => "bytes",
            Self::Edits => "edits",
        })
    }
}

/// Why a request cannot be read. Nothing of it is stored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// The body is of another media type.
    #[error("the body must be {wanted}")]
    ContentType {
        /// The one that this path takes.
        wanted: &'static str,
    },
    /// The body is compressed with something else than gzip.
    #[error("the body may be compressed with gzip only")]
    Encoding,
    /// The body says it is gzip and is not, or breaks off.
    #[error("the body is not whole gzip")]
    Gzip,
    /// The line was cut before the body was complete.
    #[error("the body broke off")]
    BrokeOff,
    /// The body is not the JSON that this path takes.
    #[error("the body cannot be read at line {line}, column {column}")]
    Json {
        /// Counted from 1; 0 when the place is not known.
        line: usize,
        /// Counted from 1; 0 when the place is not known.
        column: usize,
    },
    /// The query is not what this path takes.
    #[error("the query cannot be read")]
    Query,
    /// An edit has no number by which it could be answered.
    #[error("the edit at position {position} has no seq")]
    EditWithoutSeq {
        /// Counted from 0.
        position: usize,
    },
    /// Edits are not in order of their seq.
    #[error("the edit at position {position} is not in order of seq")]
    OutOfOrder {
        /// Counted from 0.
        position: usize,
    },
    /// A member of the body has a value that cannot be used.
    #[error("{0} cannot be used")]
    Member(&'static str),
}

impl ApiError {
    fn answer(&self) -> (StatusCode, ProblemCode) {
        match self {
            Self::Unreadable(Unreadable::ContentType { .. } | Unreadable::Encoding)
            | Self::CannotImport(CannotImport::NotATable(NotATable::OtherFormat)) => {
                (StatusCode::UNSUPPORTED_MEDIA_TYPE, ProblemCode::Unreadable)
            }
            Self::CannotImport(CannotImport::NotATable(NotATable::TooLarge)) => {
                (StatusCode::PAYLOAD_TOO_LARGE, ProblemCode::TooLarge)
            }
            Self::CannotReadRoster(CannotReadRoster::TooLarge) => {
                (StatusCode::PAYLOAD_TOO_LARGE, ProblemCode::TooLarge)
            }
            Self::CannotReadRoster(CannotReadRoster::Otherwise(_)) => (StatusCode::CONFLICT, ProblemCode::Unreadable),
            Self::CannotDraft(CannotDraft::NoTag) => (StatusCode::PRECONDITION_REQUIRED, ProblemCode::Unreadable),
            Self::CannotDraft(CannotDraft::Changed(_)) => (StatusCode::PRECONDITION_FAILED, ProblemCode::Unreadable),
            Self::CannotChangeDistrict(CannotChangeDistrict::Changed)
            | Self::CannotTake(CannotTake { why: BadFigure::Changed, .. }) => {
                (StatusCode::CONFLICT, ProblemCode::Unreadable)
            }
            Self::CannotComment(
                CannotComment::AlreadyOpen | CannotComment::Over | CannotComment::Answered | CannotComment::Changed,
            ) => (StatusCode::CONFLICT, ProblemCode::Unreadable),
            Self::CannotChangePeople(_)
            | Self::CannotChangeDistrict(_)
            | Self::CannotTake(_)
            | Self::NotFigures(_)
            | Self::CannotComment(_)
            | Self::CannotImport(_)
            | Self::CannotReadRoster(_)
            | Self::CannotDraft(_)
            | Self::NotAFramework(_) => (StatusCode::UNPROCESSABLE_ENTITY, ProblemCode::Unreadable),
            Self::Unreadable(_) => (StatusCode::BAD_REQUEST, ProblemCode::Unreadable),
            Self::TooLarge { .. } | Self::TooManyRows { .. } => (StatusCode::PAYLOAD_TOO_LARGE, ProblemCode::TooLarge),
            Self::SignedOut => (StatusCode::UNAUTHORIZED, ProblemCode::SignedOut),
            Self::WrongPassphrase => (StatusCode::UNAUTHORIZED, ProblemCode::WrongPassphrase),
            Self::SlowDown { .. } => (StatusCode::TOO_MANY_REQUESTS, ProblemCode::SlowDown),
            Self::NotAllowed => (StatusCode::FORBIDDEN, ProblemCode::NotAllowed),
            Self::Rewound => (StatusCode::CONFLICT, ProblemCode::Rewound),
            Self::NotFound => (StatusCode::NOT_FOUND, ProblemCode::NotFound),
            Self::WrongMethod => (StatusCode::METHOD_NOT_ALLOWED, ProblemCode::NotFound),
            Self::WrongOrigin => (StatusCode::FORBIDDEN, ProblemCode::WrongOrigin),
            Self::Busy { .. } => (StatusCode::SERVICE_UNAVAILABLE, ProblemCode::Busy),
            Self::Store(error) if error.may_pass() => (StatusCode::SERVICE_UNAVAILABLE, ProblemCode::Busy),
            Self::File(_) | Self::Store(_) | Self::NoRandomness(_) | Self::CutShort => {
                (StatusCode::INTERNAL_SERVER_ERROR, ProblemCode::Fault)
            }
        }
    }

    fn retry_after(&self) -> Option<u32> {
        match self {
            Self::SlowDown { seconds } | Self::Busy { seconds } => Some(*seconds),
            Self::Store(error) if error.may_pass() => Some(STORE_COMES_BACK),
            Self::Unreadable(_)
            | Self::TooLarge { .. }
            | Self::SignedOut
            | Self::WrongPassphrase
            | Self::NotAllowed
            | Self::Rewound
            | Self::NotFound
            | Self::WrongMethod
            | Self::WrongOrigin
            | Self::CannotImport(_)
            | Self::CannotReadRoster(_)
            | Self::CannotDraft(_)
            | Self::CannotComment(_)
            | Self::NotAFramework(_)
            | Self::CannotChangePeople(_)
            | Self::CannotChangeDistrict(_)
            | Self::CannotTake(_)
            | Self::NotFigures(_)
            | Self::TooManyRows { .. }
            | Self::File(_)
            | Self::Store(_)
            | Self::NoRandomness(_)
            | Self::CutShort => None,
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let (status, code) = self.answer();
        let message = match code {
            ProblemCode::Busy if matches!(self, Self::Store(_)) => {
                tracing::error!(error = %self, "the database takes nothing");
                String::from("the database takes nothing at the moment: ask again, sending twice is safe")
            }
            // What went wrong inside is for the log, under the id that the answer carries.
            ProblemCode::Fault => {
                tracing::error!(error = %self, "fault");
                String::from("the server failed; nothing was stored")
            }
            ProblemCode::Unreadable
            | ProblemCode::TooLarge
            | ProblemCode::SignedOut
            | ProblemCode::WrongPassphrase
            | ProblemCode::SlowDown
            | ProblemCode::NotAllowed
            | ProblemCode::Rewound
            | ProblemCode::NotFound
            | ProblemCode::WrongOrigin
            | ProblemCode::Busy => {
                tracing::info!(reason = %self, "refused");
                self.to_string()
            }
        };
        let request = request::id();
        let mut response = match &self {
            Self::CannotImport(why) => {
                (status, axum::Json(ImportProblem { code, message, request, why: why.clone() })).into_response()
            }
            Self::CannotReadRoster(why) => {
                (status, axum::Json(RosterProblem { code, message, request, why: why.clone() })).into_response()
            }
            Self::CannotDraft(why) => {
                (status, axum::Json(DraftProblem { code, message, request, why: why.clone() })).into_response()
            }
            Self::CannotComment(why) => {
                (status, axum::Json(CommentProblem { code, message, request, why: *why })).into_response()
            }
            Self::CannotChangePeople(why) => {
                (status, axum::Json(PeopleProblem { code, message, request, why: *why })).into_response()
            }
            Self::CannotChangeDistrict(why) => {
                (status, axum::Json(DistrictProblem { code, message, request, why: why.clone() })).into_response()
            }
            Self::CannotTake(why) => {
                (status, axum::Json(FigureProblem { code, message, request, why: why.clone() })).into_response()
            }
            Self::NotFigures(why) => {
                (status, axum::Json(FigureFileProblem { code, message, request, why: why.clone() })).into_response()
            }
            Self::NotAFramework(why) => {
                (status, axum::Json(FileProblem { code, message, request, why: why.clone() })).into_response()
            }
            _ => (status, axum::Json(Problem { code, message, request })).into_response(),
        };
        if let Some(seconds) = self.retry_after() {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
