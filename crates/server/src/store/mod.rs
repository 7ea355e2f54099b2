//! What the server keeps, and the only place with SQL beside `migrations/`. One file a concern; one SQL text for
//! SQLite and PostgreSQL: `$1` placeholders, text, bigint and bytes, inserts in chunks of [`columns::CHUNK`] rows.

pub(crate) mod accounts;
pub(crate) mod assignments;
pub(crate) mod audit;
mod columns;
pub(crate) mod comment_rounds;
pub(crate) mod comments;
pub(crate) mod commits;
mod copy;
pub(crate) mod documents;
pub(crate) mod edits;
pub(crate) mod erasures;
mod error;
pub(crate) mod framework_drafts;
pub(crate) mod goal_figures;
pub(crate) mod imports;
pub(crate) mod invitations;
pub(crate) mod mappings;
mod migrate;
pub(crate) mod packs;
mod place;
pub(crate) mod refusals;
pub(crate) mod replicas;
pub(crate) mod roster_records;
mod sessions;
pub(crate) mod setups;
mod tries;
mod turns;
pub(crate) mod visits;

use sqlx::{Any, AnyPool};

use crate::config::Database;

pub(crate) use accounts::Account;
pub(crate) use assignments::Assignment;
pub(crate) use edits::NewEdit;
pub use error::StoreError;
pub(crate) use place::FILE;
pub(crate) use replicas::Replica;
pub(crate) use turns::Turn;
pub(crate) use visits::StoredVisit;

/// A transaction that writes.
pub(crate) type Tx = sqlx::Transaction<'static, Any>;

/// The database: connections that write, and others that read.
#[derive(Debug, Clone)]
pub(crate) struct Store {
    database: Database,
    writer: AnyPool,
    readers: AnyPool,
}

impl Store {
    /// Opens a database, makes its file if it is to be one and there is none, and brings its tables up to date.
    pub(crate) async fn open(database: &Database) -> Result<Self, StoreError> {
        let (writer, readers) = place::open(database).await?;
        Ok(Self { database: database.clone(), writer, readers })
    }

    /// Begins to write. On SQLite it waits for whoever writes now.
    pub(crate) async fn begin(&self) -> Result<Tx, StoreError> {
        Ok(self.writer.begin().await?)
    }

    /// Begins to read: everything read through it belongs to one moment.
    pub(crate) async fn read(&self) -> Result<Tx, StoreError> {
        Ok(self.readers.begin().await?)
    }

    /// Whether the database answers.
    pub(crate) async fn ping(&self) -> Result<(), StoreError> {
        sqlx::query("select 1").execute(&self.readers).await?;
        Ok(())
    }

    /// Closes every connection; SQLite's last one folds the log back into the file.
    pub(crate) async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}
