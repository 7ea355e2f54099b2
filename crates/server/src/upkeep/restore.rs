//! A backup, in the place of data that is gone. Tablets notice and send again what came after it.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::app::{App, OpenError};
use crate::config::{Config, Database, ERASURE_LOG};
use crate::store::{FILE, StoreError};

/// Why nothing was restored.
#[derive(Debug, thiserror::Error)]
pub enum CannotRestore {
    /// A file cannot be read or written, is no backup, or is in the way.
    #[error("{0}")]
    File(#[from] io::Error),
    /// The backup, or the database that it goes into, does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What every SQLite file begins with.
const SQLITE: &[u8] = b"SQLite format 3\0";

/// Puts a backup into a data folder or a PostgreSQL database that has no district, and begins a history that no tablet
/// has seen.
///
/// `erased` is the log of erasures of the folder that the backup is of; what it names is erased when the folder is opened.
///
/// # Errors
/// Why nothing was restored. A database that was there is as it was.
pub async fn restore(from: &Path, into: &Database, erased: Option<&Path>) -> Result<(), CannotRestore> {
    let mut head = Vec::new();
    File::open(from)?.take(SQLITE.len() as u64).read_to_end(&mut head)?;
    if head != SQLITE {
        return refused(io::ErrorKind::InvalidData, "it is not a backup of Throughline");
    }
    match into {
        Database::Folder(folder) => restore_file(from, folder, erased).await,
        Database::Postgres(_) => restore_rows(from, into).await,
    }
}

async fn restore_file(from: &Path, folder: &Path, erased: Option<&Path>) -> Result<(), CannotRestore> {
    let place = folder.join(FILE);
    if place.exists() {
        return refused(
            io::ErrorKind::AlreadyExists,
            "the data folder has a database: stop the server, move the folder away, and restore into a new one",
        );
    }
    std::fs::create_dir_all(folder)?;
    let log = folder.join(ERASURE_LOG);
    if erased.is_some() && log.exists() {
        return refused(io::ErrorKind::AlreadyExists, "the data folder has a log of erasures of its own");
    }
    let unfinished = tempfile::tempdir_in(folder)?;
    prepare(from, unfinished.path()).await?.close().await;
    // The last connection has folded the log back into the file.
    File::open(unfinished.path().join(FILE))?.sync_all()?;
    if let Some(erased) = erased {
        std::fs::copy(erased, &log)?;
        File::open(log)?.sync_all()?;
    }
    std::fs::rename(unfinished.path().join(FILE), place)?;
    Ok(())
}

async fn restore_rows(from: &Path, into: &Database) -> Result<(), CannotRestore> {
    let unfinished = tempfile::tempdir()?;
    let backup = prepare(from, unfinished.path()).await?;
    let app = App::open(Config::on(into.clone())).await?;
    let filled = app.store().fill_from(backup.store()).await;
    app.close().await;
    backup.close().await;
    if filled? {
        Ok(())
    } else {
        refused(io::ErrorKind::AlreadyExists, "the database has a district: restore into an empty one")
    }
}

/// A copy of the backup in a folder, with this program's tables and a new history.
async fn prepare(from: &Path, folder: &Path) -> Result<App, CannotRestore> {
    std::fs::copy(from, folder.join(FILE))?;
    let app = App::open(Config::in_folder(folder)).await?;
    let districts = app.store().districts().await?;
    for district in &districts {
        app.store().leave_epoch(district).await?;
    }
    if districts.is_empty() {
        app.close().await;
        return refused(io::ErrorKind::InvalidData, "there is no district in it");
    }
    Ok(app)
}

fn refused<T>(kind: io::ErrorKind, why: &str) -> Result<T, CannotRestore> {
    Err(CannotRestore::File(io::Error::new(kind, why)))
}
