//! The tablet's database as this crate sees it: shelves of keyed values, changed in transactions.

use std::collections::{BTreeMap, BTreeSet};
use std::future::Future;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::edit::EditId;
use crate::fact::PackKey;
use crate::id::{ChangeId, VisitId};
use crate::saved::{Loaded, load, save};
use crate::stream::Stream;

/// One kind of value. Shelves are only ever added, never renamed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shelf {
    /// Single values: who it is, the pen, the ledger.
    Account,
    /// Own edits that the server has not acknowledged, by seq.
    Outbox,
    /// Own edits that it has, kept for 60 days in case it is rewound.
    Sent,
    /// Own edits that it refused, by visit.
    Quarantine,
    /// Visits touched here, by id.
    Hot,
    /// Pulled visits, in packs.
    Cold,
    /// Fact packs.
    Facts,
    /// Published documents.
    Documents,
    /// How far each stream has been pulled.
    Positions,
    /// Edits of a newer program that name no visit, by change.
    Unknown,
    /// What could not be read, as it was.
    Unreadable,
}

impl Shelf {
    /// Every shelf.
    pub const ALL: [Self; 11] = [
        Self::Account,
        Self::Outbox,
        Self::Sent,
        Self::Quarantine,
        Self::Hot,
        Self::Cold,
        Self::Facts,
        Self::Documents,
        Self::Positions,
        Self::Unknown,
        Self::Unreadable,
    ];

    /// Its name in the database.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Outbox => "outbox",
            Self::Sent => "sent",
            Self::Quarantine => "quarantine",
            Self::Hot => "hot",
            Self::Cold => "cold",
            Self::Facts => "facts",
            Self::Documents => "documents",
            Self::Positions => "positions",
            Self::Unknown => "unknown",
            Self::Unreadable => "unreadable",
        }
    }
}

/// A value's place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Which shelf.
    pub shelf: Shelf,
    /// Which value; ASCII, so that every database sorts it alike.
    pub name: String,
}

impl Key {
    /// A key from its parts.
    #[must_use]
    pub fn new(shelf: Shelf, name: impl Into<String>) -> Self {
        Self { shelf, name: name.into() }
    }

    pub(super) fn pen() -> Self {
        Self::new(Shelf::Account, "pen")
    }

    pub(super) fn ledger() -> Self {
        Self::new(Shelf::Account, "ledger")
    }

    pub(super) fn outbox(seq: u64) -> Self {
        Self::new(Shelf::Outbox, format!("{seq:020}"))
    }

    pub(super) fn sent(id: EditId) -> Self {
        Self::new(Shelf::Sent, format!("{}/{:020}", id.replica, id.seq))
    }

    pub(super) fn quarantine(visit: Option<VisitId>) -> Self {
        Self::new(Shelf::Quarantine, visit.map_or_else(|| String::from("none"), |visit| visit.to_string()))
    }

    pub(super) fn hot(visit: VisitId) -> Self {
        Self::new(Shelf::Hot, visit.to_string())
    }

    /// Pulled visits of a stream lie in 256 packs by the first byte of their id: a pack of a school with 30,000
    /// visits still holds fewer than 128, and no directory has to be kept.
    pub(super) fn cold(stream: &Stream, visit: VisitId) -> Self {
        Self::new(Shelf::Cold, format!("{stream}/{:02x}", visit.0.0[0]))
    }

    pub(super) fn facts(key: &PackKey) -> Self {
        let PackKey { school, month, framework } = key;
        Self::new(Shelf::Facts, format!("{school}/{:04}-{:02}/{framework}", month.year, month.month))
    }

    pub(super) fn position(stream: &Stream) -> Self {
        Self::new(Shelf::Positions, stream.to_string())
    }

    pub(super) fn unknown(change: ChangeId) -> Self {
        Self::new(Shelf::Unknown, change.to_string())
    }

    pub(super) fn unreadable(&self) -> Self {
        Self::new(Shelf::Unreadable, format!("{}/{}", self.shelf.name(), self.name))
    }
}

/// A change to one value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Write {
    /// Puts a value in place.
    Put(Key, Vec<u8>),
    /// Takes a value away.
    Delete(Key),
}

/// A decision needs values that have not been read yet: their keys, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing(pub Vec<Key>);

/// What a transaction writes and answers, or what it must read first.
pub type Decision<T> = Result<(Vec<Write>, T), Missing>;

/// What a transaction has read so far.
#[derive(Debug, Clone, Default)]
pub struct Rows(BTreeMap<Key, Option<Vec<u8>>>);

impl Rows {
    /// Takes in what was read; `None` where there is nothing.
    pub fn insert(&mut self, key: Key, value: Option<Vec<u8>>) {
        self.0.insert(key, value);
    }

    /// Asks for keys together, each once, so that they are read in one go.
    pub(super) fn need(&self, keys: impl IntoIterator<Item = Key>) -> Result<(), Missing> {
        let missing: BTreeSet<Key> = keys.into_iter().filter(|key| !self.0.contains_key(key)).collect();
        if missing.is_empty() { Ok(()) } else { Err(Missing(missing.into_iter().collect())) }
    }

    /// Whether there is anything in a place.
    pub(super) fn holds(&self, key: &Key) -> Result<bool, Missing> {
        self.0.get(key).map(Option::is_some).ok_or_else(|| Missing(vec![key.clone()]))
    }

    pub(super) fn bytes(&self, key: &Key) -> Result<Option<Vec<u8>>, Missing> {
        self.0.get(key).cloned().ok_or_else(|| Missing(vec![key.clone()]))
    }

    /// Loads a value. One that cannot be read is moved aside as it is, and the transaction goes on without it.
    pub(super) fn load<T: DeserializeOwned>(&self, key: &Key, writes: &mut Vec<Write>) -> Result<Option<T>, Missing> {
        Ok(match load(self.bytes(key)?) {
            Loaded::Nothing => None,
            Loaded::Thing(thing) => Some(thing),
            Loaded::Unreadable(bytes) => {
                writes.push(Write::Put(key.unreadable(), bytes));
                writes.push(Write::Delete(key.clone()));
                None
            }
        })
    }
}

/// Puts a value, in the saved form.
pub(super) fn put<T: Serialize>(writes: &mut Vec<Write>, key: Key, value: &T) {
    if let Ok(bytes) = save(value) {
        writes.push(Write::Put(key, bytes));
    }
}

/// A tablet's database for one account.
pub trait Storage {
    /// Why it could not.
    type Error;

    /// Runs one read-write transaction: reads what `decide` misses until it has decided, writes, and returns when
    /// the writes are durable. All of it happens or none. `decide` may be called more than once and must not
    /// change anything but its answer.
    fn transact<T>(&self, decide: impl Fn(&Rows) -> Decision<T>) -> impl Future<Output = Result<T, Self::Error>>;

    /// Values of a shelf whose names come after `after`, in the order of names, at most `limit`.
    fn scan(
        &self,
        shelf: Shelf,
        after: Option<String>,
        limit: usize,
    ) -> impl Future<Output = Result<Vec<(String, Vec<u8>)>, Self::Error>>;
}
