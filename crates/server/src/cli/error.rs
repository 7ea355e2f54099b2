use std::path::PathBuf;

use super::{BadTable, CannotImport, NoFramework, NoResults, NotTaken, NothingFits};
use crate::app::OpenError;
use crate::config::NoDatabase;
use crate::demo::DemoError;
use crate::erase::EraseError;
use crate::error::ApiError;
use crate::export::NotTheTable;
use crate::import::ImportError;
use crate::people::PeopleError;
use crate::rostering::RosterError;
use crate::store::StoreError;

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// Anyone on the way could read along.
    #[error(
        "plain HTTP is served to this machine alone, and {0} is not this machine. Put a proxy that ends TLS in front \
         and say --behind-tls, or listen on 127.0.0.1"
    )]
    PlainHttp(String),
    /// The address cannot be listened on.
    #[error("cannot listen on {address}: {error}")]
    Listen {
        /// Which address.
        address: String,
        /// What the system says.
        error: std::io::Error,
    },
    /// The server stopped by itself.
    #[error("the server stopped: {0}")]
    Stopped(std::io::Error),
    /// Standard input or output failed.
    #[error("{0}")]
    Terminal(std::io::Error),
    /// Files of the data folder cannot be moved.
    #[error("the data folder: {0}")]
    Folder(std::io::Error),
    /// The data or the app cannot be used.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The demo district could not be made.
    #[error(transparent)]
    Demo(#[from] DemoError),
    /// Someone could not be added or changed.
    #[error(transparent)]
    People(#[from] PeopleError),
    /// A visit was not erased.
    #[error(transparent)]
    Erase(#[from] EraseError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There is no district yet to which someone could be added.
    #[error("there is no district here yet: start `serve` once, or check --data-dir")]
    NoDistrict,
    /// The district has no school with this id.
    #[error("the district has no school {school:?}; it has: {known}")]
    NoSchool {
        /// What was asked for.
        school: String,
        /// The ids there are.
        known: String,
    },
    /// A file's name does not say what to write.
    #[error("{}: a file of visits is called .csv or .xlsx", .0.display())]
    NoSuchFormat(PathBuf),
    /// A file cannot be written; what stood there before is left as it was.
    #[error("{} cannot be written: {error}", file.display())]
    CannotWrite {
        /// Which file.
        file: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// A file is not a table that `export visits` wrote.
    #[error("{} cannot be read back: {what}", file.display())]
    CannotReadBack {
        /// Which file.
        file: PathBuf,
        /// Why.
        what: NotTheTable,
    },
    /// A file that was read back says something else than the database.
    #[error("{} and the database differ", .0.display())]
    Differs(PathBuf),
    /// There is no backup; what is there is as it was.
    #[error("nothing was written to {}: {why}", file.display())]
    NoBackup {
        /// Where it should be.
        file: PathBuf,
        /// Why not.
        why: String,
    },
    /// A backup is not in its place; what is there is as it was.
    #[error("{} was not restored: {why}", file.display())]
    NotRestored {
        /// Which file.
        file: PathBuf,
        /// Why not.
        why: String,
    },
    /// Something kept is not what the edits say.
    #[error("{0} things are not what the edits say. Keep this folder as it is, and restore a backup into a new one")]
    NotWhatTheEditsSay(usize),
    /// The database's name is none.
    #[error(transparent)]
    NoDatabase(#[from] NoDatabase),
    /// What was asked for is not to be had.
    #[error(transparent)]
    Refused(#[from] ApiError),
    /// A file cannot be imported, or not so.
    #[error(transparent)]
    CannotImport(#[from] CannotImport),
    /// An import ended early.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// A framework is not published, or not written.
    #[error(transparent)]
    NoFramework(#[from] NoFramework),
    /// Nothing of a table of what the district has decided is taken.
    #[error(transparent)]
    NotTaken(#[from] NotTaken),
    /// Nothing of a table of results is taken.
    #[error(transparent)]
    NoResults(#[from] NoResults),
    /// A roster is not imported; what is there is as it was.
    #[error("{} cannot be imported: {why}.\nNothing was stored.", package.display())]
    NoRoster {
        /// Which archive or folder.
        package: PathBuf,
        /// Why.
        why: RosterError,
    },
    /// An import of a roster that would take much away waits to be told again.
    #[error("nothing was stored, because so much would be gone: say --yes if that is meant")]
    ManyGone,
    /// A file cannot be used.
    #[error(transparent)]
    Table(#[from] BadTable),
    /// No look-for of a file has anything to compare.
    #[error(transparent)]
    NothingFits(#[from] NothingFits),
}

impl CliError {
    /// What the program ends with: 2 for input that cannot be used, as for arguments that cannot be read; else 1.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Table(_)
            | Self::NothingFits(_)
            | Self::CannotImport(_)
            | Self::NoRoster { .. }
            | Self::NotTaken(_)
            | Self::NoResults(_)
            | Self::NoFramework(
                NoFramework::CannotRead { .. }
                | NoFramework::NotOne { .. }
                | NoFramework::Unfit(_)
                | NoFramework::TooEarly(_)
                | NoFramework::LeftOut(_),
            )
            | Self::CannotReadBack { .. }
            | Self::NoDatabase(_) => 2,
            Self::PlainHttp(_)
            | Self::Listen { .. }
            | Self::Stopped(_)
            | Self::Terminal(_)
            | Self::Folder(_)
            | Self::Open(_)
            | Self::Demo(_)
            | Self::People(_)
            | Self::Erase(_)
            | Self::Store(_)
            | Self::NoDistrict
            | Self::NoSuchFormat(_)
            | Self::CannotWrite { .. }
            | Self::Differs(_)
            | Self::NoBackup { .. }
            | Self::NotRestored { .. }
            | Self::ManyGone
            | Self::NoFramework(NoFramework::Publish(_) | NoFramework::NotPublished(_))
            | Self::NotWhatTheEditsSay(_)
            | Self::Refused(_)
            | Self::Import(_)
            | Self::NoSchool { .. } => 1,
        }
    }
}
