//! An edit: one change by one person, in bytes that never change after they are first written.
//!
//! ```
//! use domain::edit::{Edit, Pen};
//! use domain::id::{MarkId, ReplicaId, VisitId};
//! use domain::stream::Stream;
//! use domain::time::Millis;
//! use domain::visit::Change;
//!
//! let mut pen = Pen::new(ReplicaId::from([7; 16]), "okafor".into());
//! let stream = Stream::School("cedar-ridge".into());
//! let edit = pen.write(Millis(0), &stream, VisitId::from([1; 16]), Change::Void(MarkId::from([2; 16])))?;
//! assert_eq!(Edit::read(edit.text().to_owned())?, edit);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod wellformed;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::id::{AccountId, Bits128, ChangeId, EditHash, ReplicaId, VisitId};
use crate::stream::Stream;
use crate::time::{Clock, Millis, Stamp};
use crate::visit::Change;

pub use wellformed::Malformed;

/// The schema that this program writes. A higher one is kept, not understood. Since 2 there are calibration visits,
/// which a program that did not know them would count.
pub const SCHEMA: u16 = 2;

/// An edit's text may not be longer, in bytes.
pub const MOST_BYTES: usize = 64 * 1024;

/// Which edit: the replica's own numbering, from 1 without gaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EditId {
    /// The replica that wrote or re-issued it.
    pub replica: ReplicaId,
    /// From 1.
    pub seq: u64,
}

/// One change by one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    id: EditId,
    author: AccountId,
    stamp: Stamp,
    stream: Stream,
    body: Body,
    change: ChangeId,
    text: Box<str>,
}

/// What an edit changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// A visit.
    Visit(VisitId, Change),
    /// Something that a newer program wrote about this visit, if it named one.
    Unknown(Option<VisitId>),
}

/// The members of an edit's JSON, in the order in which they are written.
#[derive(Serialize, Deserialize)]
struct Envelope<'a> {
    schema: u16,
    replica: ReplicaId,
    seq: u64,
    author: AccountId,
    stamp: Stamp,
    stream: Stream,
    #[serde(borrow)]
    body: &'a RawValue,
}

#[derive(Serialize, Deserialize)]
struct VisitBody {
    visit: VisitId,
    change: Change,
}

/// What can still be read of a body that a newer program wrote.
#[derive(Deserialize)]
struct AnyBody {
    #[serde(default)]
    visit: Option<VisitId>,
}

impl Edit {
    /// Reads an edit and checks that it is well formed, from its own bytes alone.
    ///
    /// # Errors
    /// Why it is malformed. A body of a newer schema is not malformed: it is [`Body::Unknown`].
    pub fn read(text: impl Into<Box<str>>) -> Result<Self, Malformed> {
        let text = text.into();
        if text.len() > MOST_BYTES {
            return Err(Malformed::TooLong { bytes: text.len() });
        }
        let envelope: Envelope<'_> = serde_json::from_str(&text).map_err(Malformed::not_an_edit)?;
        let body = match serde_json::from_str::<VisitBody>(envelope.body.get()) {
            Ok(body) => {
                wellformed::check(&body.change)?;
                Body::Visit(body.visit, body.change)
            }
            Err(_) if envelope.schema > SCHEMA => {
                let body: AnyBody = serde_json::from_str(envelope.body.get()).map_err(Malformed::not_an_edit)?;
                Body::Unknown(body.visit)
            }
            Err(error) => return Err(Malformed::not_an_edit(error)),
        };
        wellformed::check_stream(&envelope.stream)?;
        if envelope.seq == 0 {
            return Err(Malformed::NumberedZero);
        }
        let change = change_id(&envelope.author, envelope.stamp, envelope.body);
        let Envelope { replica, seq, author, stamp, stream, .. } = envelope;
        let id = EditId { replica, seq };
        Ok(Self { id, author, stamp, stream, body, change, text })
    }

    /// The same change under another id, for a replica whose numbering has forked. Author, stamp and body are
    /// kept to the byte, and so is the change id: it folds in as the change that it is.
    ///
    /// # Errors
    /// Never for an edit that was read or written; the text is read again to keep the invariants in one place.
    pub fn reissue(&self, id: EditId) -> Result<Self, Malformed> {
        let envelope: Envelope<'_> = serde_json::from_str(&self.text).map_err(Malformed::not_an_edit)?;
        let text = serde_json::to_string(&Envelope { replica: id.replica, seq: id.seq, ..envelope })
            .map_err(Malformed::not_an_edit)?;
        Self::read(text)
    }

    /// Which edit.
    #[must_use]
    pub fn id(&self) -> EditId {
        self.id
    }

    /// Who made the change.
    #[must_use]
    pub fn author(&self) -> &AccountId {
        &self.author
    }

    /// When, for ordering.
    #[must_use]
    pub fn stamp(&self) -> Stamp {
        self.stamp
    }

    /// The stream that carries it.
    #[must_use]
    pub fn stream(&self) -> &Stream {
        &self.stream
    }

    /// What it changes.
    #[must_use]
    pub fn body(&self) -> &Body {
        &self.body
    }

    /// The visit it is about, if it names one.
    #[must_use]
    pub fn visit(&self) -> Option<VisitId> {
        match &self.body {
            Body::Visit(visit, _) => Some(*visit),
            Body::Unknown(visit) => *visit,
        }
    }

    /// Which change: the hash of author, stamp and body.
    #[must_use]
    pub fn change(&self) -> ChangeId {
        self.change
    }

    /// The text as first written: stored, sent, hashed and kept.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The hash of the text.
    #[must_use]
    pub fn hash(&self) -> EditHash {
        EditHash(Bits128::hash(&[self.text.as_bytes()]))
    }
}

fn change_id(author: &AccountId, stamp: Stamp, body: &RawValue) -> ChangeId {
    let Stamp { wall, counter, replica } = stamp;
    ChangeId(Bits128::hash(&[
        author.as_str().as_bytes(),
        &wall.0.to_le_bytes(),
        &counter.to_le_bytes(),
        &replica.0.0,
        body.get().as_bytes(),
    ]))
}

/// What a replica writes with: its next number and its clock. Stored in the transaction that stores the edit, so
/// that two tabs cannot give one number twice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pen {
    replica: ReplicaId,
    author: AccountId,
    next: u64,
    clock: Clock,
}

impl Pen {
    /// A new replica's pen.
    #[must_use]
    pub fn new(replica: ReplicaId, author: AccountId) -> Self {
        Self { replica, author, next: 1, clock: Clock::default() }
    }

    /// The replica that writes.
    #[must_use]
    pub fn replica(&self) -> ReplicaId {
        self.replica
    }

    /// The account it is bound to.
    #[must_use]
    pub fn author(&self) -> &AccountId {
        &self.author
    }

    /// How many edits it has written.
    #[must_use]
    pub fn written(&self) -> u64 {
        self.next - 1
    }

    /// Writes an edit.
    ///
    /// # Errors
    /// When the change is malformed; the pen has then not moved on.
    pub fn write(&mut self, now: Millis, stream: &Stream, visit: VisitId, change: Change) -> Result<Edit, Malformed> {
        let body = serde_json::value::to_raw_value(&VisitBody { visit, change }).map_err(Malformed::not_an_edit)?;
        let mut clock = self.clock;
        let envelope = Envelope {
            schema: SCHEMA,
            replica: self.replica,
            seq: self.next,
            author: self.author.clone(),
            stamp: clock.tick(now, self.replica),
            stream: stream.clone(),
            body: &body,
        };
        let edit = Edit::read(serde_json::to_string(&envelope).map_err(Malformed::not_an_edit)?)?;
        self.clock = clock;
        self.next += 1;
        Ok(edit)
    }

    /// Hears a stamp that arrived, so that the next edit sorts after it.
    pub fn hear(&mut self, stamp: Stamp, now: Millis) {
        self.clock.hear(stamp, now);
    }

    /// Moves to another replica after a fork; numbering starts anew, the clock does not.
    pub fn move_to(&mut self, replica: ReplicaId) {
        self.replica = replica;
        self.next = 1;
    }

    /// The id under which the next edit is issued or re-issued.
    pub fn take_id(&mut self) -> EditId {
        let id = EditId { replica: self.replica, seq: self.next };
        self.next += 1;
        id
    }
}

#[cfg(test)]
mod tests;
