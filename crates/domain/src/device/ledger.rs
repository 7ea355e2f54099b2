//! What a tablet knows about its own delivery.

use serde::{Deserialize, Serialize};

use super::shelf::{Key, Shelf, Storage, put};
use crate::id::VisitId;
use crate::stream::Stream;
use crate::sync::{Cursor, Fingerprint, Refusal};
use crate::time::Millis;

/// Recorded, sent, acknowledged, quarantined: what the sync page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Ledger {
    /// What this tablet has seen acknowledged under its present replica.
    pub acknowledged: Fingerprint,
    /// What the server said it has, at the last push.
    pub on_server: Option<Fingerprint>,
    /// The latest place in history that this tablet has heard of.
    pub cursor: Option<Cursor>,
    /// When a sync last ran through, by this tablet's clock.
    pub last_sync: Option<Millis>,
    /// How far this tablet's clock was ahead of the server's at the last answer, in milliseconds.
    pub clock_ahead: Option<i64>,
}

/// How far a stream has been pulled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Position {
    /// A first pull is under way.
    Snapshot {
        /// Where the stream stood when it began.
        began: Cursor,
        /// The last visit that has arrived.
        after: Option<VisitId>,
    },
    /// Everything up to here is on the tablet.
    Through(Cursor),
}

/// An own edit that the server refused. It stays visible in its author's view, marked, and out of every tally.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quarantined {
    /// The edit as first written.
    pub text: String,
    /// Why it was refused.
    pub refusal: Refusal,
    /// When, by this tablet's clock.
    pub at: Millis,
}

/// What the tablet knows about its own delivery.
///
/// # Errors
/// When the storage fails.
pub async fn ledger<S: Storage>(storage: &S) -> Result<Ledger, S::Error> {
    storage
        .transact(|rows| {
            let mut writes = Vec::new();
            let ledger = rows.load(&Key::ledger(), &mut writes)?.unwrap_or_default();
            Ok((writes, ledger))
        })
        .await
}

/// What the two fingerprints say when nothing waits any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// Both sides have the same, or something still waits.
    Agrees,
    /// The server has edits under this replica that were written elsewhere: the installation was copied.
    WrittenElsewhere,
    /// The server has fewer than it had acknowledged: it was rewound, and nothing else has shown it.
    Missing,
}

/// Holds what this tablet saw acknowledged against what the server says it has.
///
/// # Errors
/// When the storage fails.
pub async fn delivery<S: Storage>(storage: &S) -> Result<Delivery, S::Error> {
    if !storage.scan(Shelf::Outbox, None, 1).await?.is_empty() {
        return Ok(Delivery::Agrees);
    }
    let Ledger { acknowledged, on_server, .. } = ledger(storage).await?;
    Ok(match on_server {
        Some(there) if there.count < acknowledged.count => Delivery::Missing,
        Some(there) if there != acknowledged => Delivery::WrittenElsewhere,
        Some(_) | None => Delivery::Agrees,
    })
}

/// Notes that a sync ran through.
///
/// # Errors
/// When the storage fails.
pub async fn note_sync<S: Storage>(storage: &S, now: Millis) -> Result<(), S::Error> {
    storage
        .transact(|rows| {
            let mut writes = Vec::new();
            let ledger: Ledger = rows.load(&Key::ledger(), &mut writes)?.unwrap_or_default();
            put(&mut writes, Key::ledger(), &Ledger { last_sync: Some(now), ..ledger });
            Ok((writes, ()))
        })
        .await
}

/// Notes how far this tablet's clock is ahead of the server's, in milliseconds.
///
/// # Errors
/// When the storage fails.
pub async fn note_clock<S: Storage>(storage: &S, ahead: i64) -> Result<(), S::Error> {
    storage
        .transact(|rows| {
            let mut writes = Vec::new();
            let ledger: Ledger = rows.load(&Key::ledger(), &mut writes)?.unwrap_or_default();
            put(&mut writes, Key::ledger(), &Ledger { clock_ahead: Some(ahead), ..ledger });
            Ok((writes, ()))
        })
        .await
}

/// How far a stream has been pulled; `None` before its first page.
///
/// # Errors
/// When the storage fails.
pub async fn position<S: Storage>(storage: &S, stream: &Stream) -> Result<Option<Position>, S::Error> {
    storage
        .transact(|rows| {
            let mut writes = Vec::new();
            let position = rows.load(&Key::position(stream), &mut writes)?;
            Ok((writes, position))
        })
        .await
}
