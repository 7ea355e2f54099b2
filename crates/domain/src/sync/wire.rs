//! What crosses the network, both ways. All of it is JSON, except that tablets pull pages in the saved form; an edit travels
//! as the text it was first written in.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::Fingerprint;
use crate::district::Document;
use crate::id::{ReplicaId, VisitId};
use crate::merge::VisitState;
use crate::permission::Me;
use crate::stream::Stream;
use crate::time::Millis;

/// A push may not hold more edits.
pub const MOST_EDITS: usize = 500;
/// A push may not be longer, in bytes after decompression.
pub const MOST_PUSH_BYTES: usize = 1_024 * 1_024;

/// A place in a district's history. A tag the server does not know means that the server was rewound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Cursor {
    /// Which history; a new one begins when the server finds itself rewound.
    pub epoch: u64,
    /// The commit, from 1; 0 before the first.
    pub seq: u64,
    /// Drawn at random for each commit, 0 before the first; below 2⁶³.
    pub tag: u64,
}

/// `epoch.seq.tag`, as an address has it.
impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.epoch, self.seq, self.tag)
    }
}

impl FromStr for Cursor {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut parts = text.splitn(3, '.').map(str::parse);
        let mut next = || parts.next().unwrap_or_else(|| "".parse());
        Ok(Self { epoch: next()?, seq: next()?, tag: next()? })
    }
}

/// `POST /api/v1/sync/push`
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PushRequest {
    /// The latest place in history that the tablet has heard of; `None` before its first pull.
    pub cursor: Option<Cursor>,
    /// Who pushes. Each edit in it carries this replica.
    pub replica: ReplicaId,
    /// In order of their seq, at most [`MOST_EDITS`].
    pub edits: Vec<Box<RawValue>>,
}

/// The answer to a push that could be read as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PushAnswer {
    /// When the server received it, by its clock.
    pub received: Millis,
    /// One an edit, in the order pushed.
    pub results: Vec<PushResult>,
    /// Everything up to this seq of the replica is answered for good.
    pub acked_through: u64,
    /// What the server has accepted from this replica, this push included.
    pub fingerprint: Fingerprint,
    /// A place in history at which the server has all of this. A tablet that knew none would not notice that the server
    /// was rewound, and would never send again what was lost; `None` from servers before this member.
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

/// What became of one edit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PushResult {
    /// The edit's seq.
    pub seq: u64,
    /// What became of it.
    pub verdict: Verdict,
}

/// What became of an edit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    /// Stored, delivered and counted.
    Applied,
    /// It was here already, to the byte.
    Duplicate,
    /// Stored and delivered, not counted until the framework it names arrives.
    Held,
    /// Stored nowhere but in the record of refusals. The tablet keeps it, marked.
    Rejected(Refusal),
    /// Another edit holds this id: the numbering has forked, and a new replica re-issues what is unacknowledged.
    Fork,
}

/// Why the server refuses an edit that is well formed, or finds it malformed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Refusal {
    /// It is not well formed.
    Malformed,
    /// Its author had no assignment at that school when the work was done.
    NotAssigned,
    /// Somebody else recorded the visit, and the author's role does not change others' visits.
    NotYours,
    /// It names another author than the account that pushes, or another replica than the push.
    NotAuthor,
    /// A visit belongs to one stream for ever, and this is another.
    WrongStream,
}

/// `GET /api/v1/sync/pull`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PullQuery {
    /// Which stream.
    pub stream: Stream,
    /// With `seq` and `tag`, the cursor after which to go on; all absent for a first pull.
    pub epoch: Option<u64>,
    /// See `epoch`.
    pub seq: Option<u64>,
    /// See `epoch`.
    pub tag: Option<u64>,
    /// While a snapshot is under way: the last visit that has arrived.
    pub after_visit: Option<VisitId>,
    /// While a snapshot is under way: `true`, so that its first page is told from a delta.
    #[serde(default)]
    pub snapshot: bool,
    /// Visits or edits a page, 1 ..= 1000.
    pub limit: Option<u16>,
    /// The latest place in history that the tablet has heard of, from whatever stream or push. The server may have been
    /// rewound to between this stream's cursor and there.
    #[serde(default, with = "as_text")]
    pub heard: Option<Cursor>,
}

impl PullQuery {
    /// Names and values of the address's query.
    #[must_use]
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = vec![("stream", self.stream.to_string()), ("snapshot", self.snapshot.to_string())];
        let numbers = [("epoch", self.epoch), ("seq", self.seq), ("tag", self.tag)];
        pairs.extend(numbers.into_iter().filter_map(|(name, number)| Some((name, number?.to_string()))));
        pairs.extend(self.after_visit.map(|visit| ("after_visit", visit.to_string())));
        pairs.extend(self.limit.map(|limit| ("limit", limit.to_string())));
        pairs.extend(self.heard.map(|heard| ("heard", heard.to_string())));
        pairs
    }
}

mod as_text {
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    use super::Cursor;

    pub(super) fn serialize<S: Serializer>(cursor: &Option<Cursor>, serializer: S) -> Result<S::Ok, S::Error> {
        cursor.map(|cursor| cursor.to_string()).serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Cursor>, D::Error> {
        let text: Option<String> = Option::deserialize(deserializer)?;
        text.map(|text| text.parse().map_err(D::Error::custom)).transpose()
    }
}

/// One page of a stream. The tablet stores rows and cursor in one transaction.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PullAnswer {
    /// Where the stream stands after this page; while a snapshot is under way, where it stood when it began.
    pub cursor: Cursor,
    /// Documents published since, or all that hold on the first page of a snapshot.
    pub documents: Vec<Document>,
    /// A snapshot's visits, in the order of their ids.
    pub visits: Vec<VisitSnapshot>,
    /// A delta's edits, in commit order; a commit is never split between pages.
    pub edits: Vec<Delivered>,
    /// Visits that were erased: the tablet forgets all it has of them, except that unacknowledged edits are sent first.
    pub removed: Vec<VisitId>,
    /// Whether another page is ready.
    pub more: bool,
    /// In a snapshot, how many visits the stream held when this page was made; for progress only.
    pub total: Option<u64>,
}

/// A visit's whole state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitSnapshot {
    /// Which visit.
    pub visit: VisitId,
    /// All that is known of it.
    pub state: VisitState,
}

/// An edit as it was first written, and when the server received it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivered {
    /// The edit's text.
    pub text: String,
    /// By the server's clock.
    pub received: Millis,
}

/// `POST /api/v1/session`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignIn {
    /// Compared without regard to case.
    pub email: String,
    /// As typed.
    pub passphrase: String,
}

/// The answer to a sign-in and to `GET /api/v1/session`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedIn {
    /// Who it is.
    pub me: Me,
    /// The server's clock, so that a tablet learns how wrong its own is.
    pub now: Millis,
}

/// Any answer that is not a success carries this.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// What happened, for programs.
    pub code: ProblemCode,
    /// What happened, for logs and for people who read the API; the app has its own words.
    pub message: String,
    /// The id under which the server logged the request.
    pub request: String,
}

/// What happened, for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProblemCode {
    /// The request cannot be read: not JSON, not gzip, not the members it should have.
    Unreadable,
    /// The request is larger than it may be.
    TooLarge,
    /// Nobody is signed in, or the session has ended.
    SignedOut,
    /// Email and passphrase do not go together.
    WrongPassphrase,
    /// Too many tries; `Retry-After` says when to try again.
    SlowDown,
    /// Signed in, and not allowed to.
    NotAllowed,
    /// The cursor is of a history that this server does not have; begin anew and push own edits again.
    Rewound,
    /// There is no such thing here.
    NotFound,
    /// The request came from another site.
    WrongOrigin,
    /// Too much is waiting; `Retry-After` says when to try again.
    Busy,
    /// The server's fault; nothing was stored.
    Fault,
}
