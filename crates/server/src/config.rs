//! What the server is told when it starts.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use crate::outside::{Outside, TheWorld};

/// Where the server keeps its data, what it serves, and who can reach it.
#[derive(Clone)]
pub struct Config {
    /// Where the rows are kept.
    pub database: Database,
    /// The folder of the built app; `None` serves the API alone.
    pub app_dir: Option<PathBuf>,
    /// Who can reach it.
    pub reach: Reach,
    /// The log of erasures, which no backup of the database covers; without it nothing can be erased.
    pub erasure_log: Option<PathBuf>,
    /// The clock and the randomness.
    pub outside: Arc<dyn Outside>,
}

/// The log of erasures in a data folder, beside the database's file.
pub(crate) const ERASURE_LOG: &str = "erasures.jsonl";

/// Where the rows are kept.
#[derive(Clone, PartialEq, Eq)]
pub enum Database {
    /// In a SQLite file in this folder, which is made if need be, by one process.
    Folder(PathBuf),
    /// In PostgreSQL, by any number of processes: `postgres://user:passphrase@host/database`.
    Postgres(String),
}

/// A database is named by something else than a URL of PostgreSQL.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a database is named as postgres://user:passphrase@host/name")]
pub struct NoDatabase;

impl Database {
    /// The database that a URL names.
    ///
    /// # Errors
    /// When it is not one of PostgreSQL.
    pub fn at(url: &str) -> Result<Self, NoDatabase> {
        let known = ["postgres://", "postgresql://"].iter().any(|scheme| url.starts_with(scheme));
        if known { Ok(Self::Postgres(url.to_owned())) } else { Err(NoDatabase) }
    }
}

/// Without the passphrase that a URL may hold.
impl fmt::Display for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => write!(f, "{}", folder.display()),
            Self::Postgres(url) => {
                let rest = url.split_once("://").map_or("", |(_, rest)| rest);
                let public = rest.split(['?', '#']).next().unwrap_or_default();
                match public.rsplit_once('@') {
                    Some((_, host)) => write!(f, "postgres://{host}"),
                    None if rest.contains('@') => write!(f, "postgres://"),
                    None => write!(f, "postgres://{public}"),
                }
            }
        }
    }
}

impl fmt::Debug for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// Who can reach the server, which decides how it protects the session cookie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Plain HTTP, from this machine alone.
    Loopback,
    /// Through a proxy that ends TLS and sets `X-Forwarded-For`.
    BehindTls,
}

impl Config {
    /// A server for this machine alone, without the app, by the machine's own clock.
    pub fn in_folder(data_dir: impl Into<PathBuf>) -> Self {
        Self::on(Database::Folder(data_dir.into()))
    }

    /// The same on any database. The log of erasures lies in the data folder; on PostgreSQL there is none.
    #[must_use]
    pub fn on(database: Database) -> Self {
        let erasure_log = match &database {
            Database::Folder(folder) => Some(folder.join(ERASURE_LOG)),
            Database::Postgres(_) => None,
        };
        Self { database, app_dir: None, reach: Reach::Loopback, erasure_log, outside: Arc::new(TheWorld) }
    }
}

impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { database, app_dir, reach, erasure_log, outside: _ } = self;
        f.debug_struct("Config")
            .field("database", database)
            .field("app_dir", app_dir)
            .field("reach", reach)
            .field("erasure_log", erasure_log)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_is_named_without_its_passphrase() {
        for url in ["postgres://ada:se/cr@et@db.example:5433/tl", "postgresql://db.example:5433/tl?password=secret#x"] {
            assert_eq!(
                Database::at(url).map(|database| database.to_string()),
                Ok("postgres://db.example:5433/tl".to_owned())
            );
        }
        assert_eq!(Database::at("mysql://db.example/tl"), Err(NoDatabase));
    }
}
