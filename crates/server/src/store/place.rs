//! Where the rows lie: connections to one SQLite file, or to PostgreSQL.

use std::path::Path;

use sqlx::any::AnyPoolOptions;
use sqlx::{AnyConnection, AnyPool, Connection, Executor};

use super::{StoreError, migrate};
use crate::config::Database;

/// The database's file in the data folder.
pub(crate) const FILE: &str = "throughline.sqlite";

/// What a kind of database needs: how many connections, and what each of them hears first.
struct Kind {
    writers: u32,
    readers: u32,
    writer: &'static [&'static str],
    reader: &'static [&'static str],
}

/// One writer, for SQLite has one. Full durability: an acknowledged edit survives a power cut.
static SQLITE: Kind = Kind {
    writers: 1,
    readers: 4,
    writer: &[
        "pragma journal_mode = wal",
        "pragma synchronous = full",
        "pragma foreign_keys = on",
        "pragma busy_timeout = 10000",
        // What a visit was before an edit of it lies in pages that are free again: erased is erased there, too.
        "pragma secure_delete = on",
    ],
    reader: &["pragma busy_timeout = 10000", "pragma query_only = on"],
};

/// Writers as PostgreSQL has them, one statement after another at READ COMMITTED: districts do not wait for each other,
/// and within one the counter row puts them in order. A reader sees one moment, as it does on SQLite.
static POSTGRES: Kind = Kind {
    writers: 8,
    readers: 8,
    writer: &[],
    reader: &["set session characteristics as transaction isolation level repeatable read, read only"],
};

/// Opens connections to a database, and brings its tables up to date: those that write, and those that read.
pub(super) async fn open(database: &Database) -> Result<(AnyPool, AnyPool), StoreError> {
    sqlx::any::install_default_drivers();
    let (kind, url) = match database {
        Database::Folder(folder) => (&SQLITE, sqlite_url(&folder.join(FILE))),
        Database::Postgres(url) => (&POSTGRES, url.clone()),
    };
    let writer = connections(kind.writers, kind.writer).connect(&url).await?;
    migrate::run(database, &writer).await?;
    let readers = connections(kind.readers, kind.reader).connect(&url).await?;
    Ok((writer, readers))
}

fn connections(most: u32, first: &'static [&'static str]) -> AnyPoolOptions {
    AnyPoolOptions::new()
        .max_connections(most)
        .idle_timeout(None)
        .max_lifetime(None)
        .after_connect(move |connection: &mut AnyConnection, _| {
            Box::pin(async move {
                for statement in first {
                    connection.execute(*statement).await?;
                }
                Ok(())
            })
        })
        .after_release(|connection: &mut AnyConnection, _| Box::pin(is_done(connection)))
}

/// Whether a connection that comes back has ended its transaction; else it is closed. SQLite rolls a transaction back of its
/// own when the disk is full, so that sqlx's rollback after that fails, and sqlx would begin the next transaction inside one
/// that is not there: what is committed in it would be acknowledged and lost (`tests/killed/disk.rs`).
async fn is_done(connection: &mut AnyConnection) -> sqlx::Result<bool> {
    // A rollback that was asked for comes before this.
    connection.ping().await?;
    Ok(!connection.is_in_transaction())
}

/// A path as a URL: the three characters that mean something in one are written as their codes.
fn sqlite_url(path: &Path) -> String {
    let path = path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    format!("sqlite://{path}?mode=rwc")
}
