//! Turns between processes: what only one of them may do at a time. SQLite has one process. PostgreSQL has advisory locks,
//! the one thing here that is its own: a row could not be locked while there is no table yet.

use domain::id::Bits128;
use sqlx::AnyConnection;

use super::{Store, StoreError, Tx};
use crate::config::Database;

/// Somebody's turn; dropped, it is the next one's.
#[must_use]
pub(crate) struct Turn {
    _held: Option<Tx>,
}

impl Store {
    /// Waits for every other process that does the same thing. Holds a writing connection on PostgreSQL.
    pub(crate) async fn turn(&self, thing: &str) -> Result<Turn, StoreError> {
        let held = match &self.database {
            Database::Folder(_) => None,
            Database::Postgres(_) => {
                let mut tx = self.begin().await?;
                lock(&mut tx, thing).await?;
                Some(tx)
            }
        };
        Ok(Turn { _held: held })
    }
}

/// Locks a thing until the transaction ends.
pub(super) async fn lock(tx: &mut AnyConnection, thing: &str) -> Result<(), StoreError> {
    let hash = Bits128::hash(&[b"turn", thing.as_bytes()]).0;
    let mut key = [0; 8];
    key.copy_from_slice(&hash[..8]);
    sqlx::query("select pg_advisory_xact_lock($1)").bind(i64::from_le_bytes(key)).execute(tx).await?;
    Ok(())
}
