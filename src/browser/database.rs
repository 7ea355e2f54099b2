//! The tablet's database: IndexedDB, one database an account, one object store a shelf, strict durability.
//!
//! A connection that dies is normal on iPads: the handle is dropped and the transaction runs again on a fresh one,
//! at most three times. What a transaction does is all or nothing, and doing it twice is the same as once.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

use domain::device::{Decision, Key, Missing, Rows, Shelf, Storage, Write};
use futures_util::future::LocalBoxFuture;
use indexed_db_futures::KeyRange;
use indexed_db_futures::database::{Database as Connection, VersionChangeEvent};
use indexed_db_futures::error::{DomException, Error, OpenDbError};
use indexed_db_futures::internals::SystemRepr;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{Transaction, TransactionDurability, TransactionMode, TransactionOptions};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};

use super::tasks;

const TRIES: usize = 3;
/// A connection that answers nothing for so long, in milliseconds, is dead.
const PATIENCE: u32 = 15_000;
/// An open that answers nothing for so long is tried again; opening takes milliseconds, but another tab may have to close
/// first.
const OPENING: u32 = 5_000;

/// Why the database could not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageFailure {
    /// The browser has none, or none for this page.
    Unavailable,
    /// The disk or the browser's allowance is full.
    Full,
    /// The connection died, again and again.
    Lost,
}

/// What a transaction writes once it has read enough.
type Decide<'a> = dyn Fn(&Rows) -> Result<Vec<Write>, Missing> + 'a;

/// A database, opened when it is first used and again after its connection has died.
pub struct Database {
    name: String,
    connection: RefCell<Option<Rc<Connection>>>,
}

impl Database {
    /// The database with this name. Nothing happens until it is used.
    #[must_use]
    pub fn new(name: String) -> Self {
        Self { name, connection: RefCell::new(None) }
    }

    /// Lets the connection go: what runs on it ends, and the next use opens a fresh one.
    fn close(&self) {
        if let Some(connection) = self.connection.take() {
            (*connection).clone().close();
        }
    }

    async fn connection(&self) -> Result<Rc<Connection>, StorageFailure> {
        if let Some(connection) = self.connection.borrow().as_ref() {
            return Ok(Rc::clone(connection));
        }
        let connection = Rc::new(open(&self.name).await?);
        close_on_version_change(&connection);
        *self.connection.borrow_mut() = Some(Rc::clone(&connection));
        Ok(connection)
    }

    /// One read-write transaction; boxed, so that no caller carries a copy of it.
    fn write<'a>(&'a self, decide: &'a Decide<'a>) -> LocalBoxFuture<'a, Result<(), StorageFailure>> {
        Box::pin(self.retry(async |connection| {
            let options = TransactionOptions::new().with_durability(TransactionDurability::Strict);
            let names = Shelf::ALL.map(Shelf::name);
            let transaction =
                connection.transaction(names).with_mode(TransactionMode::Readwrite).with_options(options).build()?;
            let mut rows = Rows::default();
            let writes = loop {
                match decide(&rows) {
                    Err(Missing(keys)) => read(&transaction, keys, &mut rows).await?,
                    Ok(writes) => break writes,
                }
            };
            for write in writes {
                carry_out(&transaction, write)?;
            }
            let asked = transaction.as_sys().clone().unchecked_into();
            transaction.commit().await.map_err(|error| why_aborted(&asked).unwrap_or(error))
        }))
    }

    /// Runs `work`, on a fresh connection each time it fails for lack of one. Opening can hang as well as reading: WebKit
    /// has been seen to leave an open unanswered when the page before it had only just gone.
    async fn retry<T>(&self, work: impl AsyncFn(&Connection) -> Result<T, Error>) -> Result<T, StorageFailure> {
        for _ in 0..TRIES {
            let connection = match tasks::within(OPENING, self.connection()).await {
                Some(opened) => opened?,
                None => continue,
            };
            match tasks::within(PATIENCE, work(&connection)).await {
                Some(Ok(answer)) => return Ok(answer),
                Some(Err(error)) if is_full(&error) => return Err(StorageFailure::Full),
                Some(Err(_)) | None => {}
            }
            drop(connection);
            self.close();
        }
        Err(StorageFailure::Lost)
    }
}

impl Storage for Database {
    type Error = StorageFailure;

    /// Every caller decides something else; what is carried out is compiled once for all of them.
    async fn transact<T>(&self, decide: impl Fn(&Rows) -> Decision<T>) -> Result<T, StorageFailure> {
        let answer = Cell::new(None);
        let decide = |rows: &Rows| {
            let (writes, decided) = decide(rows)?;
            answer.set(Some(decided));
            Ok(writes)
        };
        self.write(&decide).await?;
        answer.take().ok_or(StorageFailure::Lost)
    }

    async fn scan(
        &self,
        shelf: Shelf,
        after: Option<String>,
        limit: usize,
    ) -> Result<Vec<(String, Vec<u8>)>, StorageFailure> {
        let limit = u32::try_from(limit).unwrap_or(u32::MAX);
        self.retry(async |connection| {
            let transaction = connection.transaction(shelf.name()).build()?;
            let store = transaction.object_store(shelf.name())?;
            let range = KeyRange::LowerBound(after.clone().unwrap_or_default(), true);
            let names =
                store.get_all_keys::<String>().with_query::<String, _>(range.clone()).with_limit(limit).primitive()?;
            let values = store.get_all::<JsValue>().with_query::<String, _>(range).with_limit(limit).primitive()?;
            let names: Vec<String> = names.await?.collect::<Result<_, _>>()?;
            let values: Vec<JsValue> = values.await?.collect::<Result<_, _>>()?;
            Ok(names.into_iter().zip(values.iter().map(bytes)).collect())
        })
        .await
    }
}

/// So many keys of one shelf are more than are likely to be there: which of them are is asked first.
const MANY: usize = 32;

/// All requests go out before the first is awaited: one turn of the event loop for a whole tap.
async fn read(transaction: &Transaction<'_>, keys: Vec<Key>, rows: &mut Rows) -> Result<(), Error> {
    let mut requests = Vec::with_capacity(keys.len());
    for keys in keys.chunk_by(|key, next| key.shelf == next.shelf) {
        let store = transaction.object_store(keys[0].shelf.name())?;
        let there = match keys {
            [first, .., last] if keys.len() > MANY => {
                let range = KeyRange::Bound(first.name.clone(), false, last.name.clone(), false);
                let names = store.get_all_keys::<String>().with_query::<String, _>(range).primitive()?.await?;
                Some(names.collect::<Result<BTreeSet<_>, _>>()?)
            }
            _ => None,
        };
        for key in keys {
            if there.as_ref().is_none_or(|there| there.contains(&key.name)) {
                requests.push((key.clone(), store.get::<JsValue, _, _>(key.name.as_str()).primitive()?));
            } else {
                rows.insert(key.clone(), None);
            }
        }
    }
    for (key, request) in requests {
        let value = request.await?;
        rows.insert(key, value.as_ref().map(bytes));
    }
    Ok(())
}

fn carry_out(transaction: &Transaction<'_>, write: Write) -> Result<(), Error> {
    match write {
        Write::Put(key, value) => {
            let store = transaction.object_store(key.shelf.name())?;
            let value: JsValue = Uint8Array::from(value.as_slice()).into();
            store.put(value).with_key(key.name).primitive()?;
        }
        Write::Delete(key) => {
            transaction.object_store(key.shelf.name())?.delete(key.name.as_str()).primitive()?;
        }
    }
    Ok(())
}

fn bytes(value: &JsValue) -> Vec<u8> {
    value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default()
}

/// Opens without naming a version, so that an older program never meets a newer number; stores that a database
/// lacks are added under the next version.
async fn open(name: &str) -> Result<Connection, StorageFailure> {
    let connection = Connection::open(name)
        .with_on_upgrade_needed(|_: VersionChangeEvent, connection: Connection| add_shelves(&connection))
        .await
        .map_err(open_failure)?;
    let present: Vec<String> = connection.object_store_names().collect();
    if Shelf::ALL.iter().all(|shelf| present.iter().any(|name| name == shelf.name())) {
        return Ok(connection);
    }
    let next = connection.version() + 1.0;
    connection.close();
    Connection::open(name)
        .with_version(next)
        .with_on_upgrade_needed(|_: VersionChangeEvent, connection: Connection| add_shelves(&connection))
        .await
        .map_err(open_failure)
}

fn add_shelves(connection: &Connection) -> Result<(), Error> {
    let present: Vec<String> = connection.object_store_names().collect();
    for shelf in Shelf::ALL {
        if !present.iter().any(|name| name == shelf.name()) {
            connection.create_object_store(shelf.name()).build()?;
        }
    }
    Ok(())
}

/// Another tab of a newer program wants to add a store: every tab lets go, and opens again when it next needs to.
fn close_on_version_change(connection: &Rc<Connection>) {
    let Ok(mut changes) = connection.version_changes() else { return };
    let connection = Rc::downgrade(connection);
    tasks::spawn(async move {
        if changes.recv().await.is_some()
            && let Some(connection) = connection.upgrade()
        {
            (*connection).clone().close();
        }
    });
}

/// Chromium finds the disk full only while it commits; the reason then stands on the transaction alone.
fn why_aborted(transaction: &web_sys::IdbTransaction) -> Option<Error> {
    transaction.error().map(|reason| DomException::from(reason).into())
}

fn open_failure(error: OpenDbError) -> StorageFailure {
    match error {
        OpenDbError::Base(error) if is_full(&error) => StorageFailure::Full,
        _ => StorageFailure::Unavailable,
    }
}

fn is_full(error: &Error) -> bool {
    matches!(error, Error::DomException(DomException::Other(exception)) if exception.name() == "QuotaExceededError")
}
