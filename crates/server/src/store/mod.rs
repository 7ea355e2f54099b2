//! What the server keeps, and the only place with SQL beside `migrations/`. One file a concern; one SQL text for
//! SQLite and PostgreSQL: `$1` placeholders, text, bigint and bytes, inserts in chunks of [`columns::CHUNK`] rows.

pub(crate) mod accounts;
pub(crate) mod assignments;
pub(crate) mod audit;
mod columns;
pub(crate) mod commits;
pub(crate) mod documents;
pub(crate) mod edits;
mod error;
pub(crate) mod imports;
pub(crate) mod mappings;
mod migrate;
pub(crate) mod packs;
pub(crate) mod refusals;
pub(crate) mod replicas;
mod sessions;
pub(crate) mod setups;
pub(crate) mod visits;

use std::path::Path;

use sqlx::any::AnyPoolOptions;
use sqlx::{Any, AnyConnection, AnyPool, Executor};

pub(crate) use accounts::Account;
pub(crate) use assignments::Assignment;
pub(crate) use edits::NewEdit;
pub use error::StoreError;
pub(crate) use replicas::Replica;
pub(crate) use visits::StoredVisit;

/// A transaction on the one writing connection.
pub(crate) type Tx = sqlx::Transaction<'static, Any>;

/// The database's file in the data folder.
pub(crate) const FILE: &str = "throughline.sqlite";
/// How many connections read at once.
const READERS: u32 = 4;

/// The database: one connection that writes, several that read.
#[derive(Debug, Clone)]
pub(crate) struct Store {
    writer: AnyPool,
    readers: AnyPool,
}

impl Store {
    /// Opens the SQLite file `throughline.sqlite` in a folder, makes it if need be, and brings its tables up to date.
    pub(crate) async fn open(folder: &Path) -> Result<Self, StoreError> {
        sqlx::any::install_default_drivers();
        let url = sqlite_url(&folder.join(FILE));
        let writer = connections(1, &WRITER).connect(&url).await?;
        migrate::run(&writer).await?;
        let readers = connections(READERS, &READER).connect(&url).await?;
        Ok(Self { writer, readers })
    }

    /// Begins to write. Waits for whoever writes now.
    pub(crate) async fn begin(&self) -> Result<Tx, StoreError> {
        Ok(self.writer.begin().await?)
    }

    /// Begins to read: everything read through it belongs to one moment on SQLite; on PostgreSQL a statement sees what
    /// is committed when it starts, which is why readers bound every statement by the counter they read first.
    pub(crate) async fn read(&self) -> Result<Tx, StoreError> {
        Ok(self.readers.begin().await?)
    }

    /// Whether the database answers.
    pub(crate) async fn ping(&self) -> Result<(), StoreError> {
        sqlx::query("select 1").execute(&self.readers).await?;
        Ok(())
    }

    /// Closes every connection; the last one folds the log back into the file.
    pub(crate) async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

/// Full durability: an acknowledged edit survives a power cut.
static WRITER: [&str; 4] = [
    "pragma journal_mode = wal",
    "pragma synchronous = full",
    "pragma foreign_keys = on",
    "pragma busy_timeout = 10000",
];
static READER: [&str; 2] = ["pragma busy_timeout = 10000", "pragma query_only = on"];

fn connections(most: u32, pragmas: &'static [&'static str]) -> AnyPoolOptions {
    AnyPoolOptions::new().max_connections(most).idle_timeout(None).max_lifetime(None).after_connect(
        move |connection: &mut AnyConnection, _| {
            Box::pin(async move {
                for pragma in pragmas {
                    connection.execute(*pragma).await?;
                }
                Ok(())
            })
        },
    )
}

/// A path as a URL: the three characters that mean something in one are written as their codes.
fn sqlite_url(path: &Path) -> String {
    let path = path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    format!("sqlite://{path}?mode=rwc")
}
