//! A backup, in the place of data that is gone. Tablets notice and send again what came after it.

use std::io;
use std::path::Path;

use crate::app::{App, OpenError};
use crate::config::Config;
use crate::store::{FILE, StoreError};

/// Why nothing was restored.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CannotRestore {
    #[error("{0}")]
    File(#[from] io::Error),
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What every SQLite file begins with.
const SQLITE: &[u8] = b"SQLite format 3\0";

/// Puts a backup into a data folder that has no database, and begins a history that no tablet has seen.
pub(crate) async fn restore(from: &Path, data_dir: &Path) -> Result<(), CannotRestore> {
    let refused = |kind, why| Err(CannotRestore::File(io::Error::new(kind, why)));
    let place = data_dir.join(FILE);
    if place.exists() {
        return refused(
            io::ErrorKind::AlreadyExists,
            "the data folder has a database: stop the server, move the folder away, and restore into a new one",
        );
    }
    if !std::fs::read(from)?.starts_with(SQLITE) {
        return refused(io::ErrorKind::InvalidData, "it is not a backup of Throughline");
    }
    std::fs::create_dir_all(data_dir)?;
    let unfinished = tempfile::tempdir_in(data_dir)?;
    std::fs::copy(from, unfinished.path().join(FILE))?;
    let app = App::open(Config::in_folder(unfinished.path())).await?;
    let districts = app.store().districts().await?;
    for district in &districts {
        app.store().leave_epoch(district).await?;
    }
    app.close().await;
    if districts.is_empty() {
        return refused(io::ErrorKind::InvalidData, "there is no district in it");
    }
    // The last connection has folded the log back into the file.
    std::fs::File::open(unfinished.path().join(FILE))?.sync_all()?;
    std::fs::rename(unfinished.path().join(FILE), place)?;
    Ok(())
}
