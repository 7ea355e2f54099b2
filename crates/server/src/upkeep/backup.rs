//! A backup: the whole database as it stands at one moment, in one SQLite file, while the server goes on. It is the same
//! file whichever database it comes from.

use std::fs;
use std::io;
use std::path::Path;

use crate::app::App;
use crate::store::{FILE, StoreError};

/// Why there is no backup.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CannotBackUp {
    #[error("{0}")]
    File(#[from] io::Error),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Writes the backup, and gives it its name once it is whole. Never over a file that is there.
pub(crate) async fn back_up(app: &App, to: &Path) -> Result<u64, CannotBackUp> {
    if to.exists() {
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, "there is such a file already").into());
    }
    let folder = match to.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        Some(_) | None => Path::new("."),
    };
    let unfinished = tempfile::tempdir_in(folder)?;
    let copy = unfinished.path().join(FILE);
    app.store().copy_to(unfinished.path()).await?;
    let file = fs::OpenOptions::new().read(true).write(true).open(&copy)?;
    file.sync_all()?;
    let bytes = file.metadata()?.len();
    drop(file);
    // A hard link fails where there is a file by now; renaming would replace it.
    fs::hard_link(&copy, to)?;
    Ok(bytes)
}
