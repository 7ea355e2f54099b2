//! What can go wrong in the store. None of it is the client's fault.

use crate::outside::NoRandomness;

/// What went wrong in the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database refused or did not answer.
    #[error("the database: {0}")]
    Database(#[from] sqlx::Error),
    /// A stored value is not what this program writes.
    #[error("the database holds something unreadable in {0}")]
    Damaged(&'static str),
    /// The database was written by a newer program.
    #[error("the database has migration {found}, and this program knows only {known}: start the newer program")]
    Newer {
        /// The highest migration in the database.
        found: i64,
        /// The highest that this program has.
        known: i64,
    },
    /// A number is too large for a column.
    #[error("a number is too large for the database")]
    TooLarge,
    /// A state cannot be written in the saved form.
    #[error(transparent)]
    Unwritable(#[from] domain::saved::Unwritable),
    /// The district has no counter row.
    #[error("there is no such district")]
    NoDistrict,
    /// Someone else signs in with this email.
    #[error("that email is taken")]
    EmailTaken,
    /// No secret could be drawn.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}

impl StoreError {
    /// Whether the same may work in a while: the database does not answer, restarts, has no room, or others are in the
    /// way. Nothing was stored.
    pub(crate) fn may_pass(&self) -> bool {
        match self {
            Self::Database(
                sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::WorkerCrashed | sqlx::Error::Protocol(_),
            ) => true,
            Self::Database(sqlx::Error::Database(error)) => error.code().is_some_and(|code| passing(&code)),
            Self::Database(_)
            | Self::Damaged(_)
            | Self::Newer { .. }
            | Self::TooLarge
            | Self::Unwritable(_)
            | Self::NoDistrict
            | Self::EmailTaken
            | Self::NoRandomness(_) => false,
        }
    }
}

/// PostgreSQL's codes have five characters, of which the first two are the class: lost connections (08), transactions
/// that others rolled back (40), no room (53), an operator's doing (57). SQLite's are numbers, of which the lowest byte is
/// the class: busy (5), locked (6), read-only (8), a failing disk (10), a full disk (13), no file (14).
fn passing(code: &str) -> bool {
    match code.parse::<u32>() {
        Ok(number) if code.len() < 5 => [5, 6, 8, 10, 13, 14].contains(&(number & 0xFF)),
        Ok(_) | Err(_) => ["08", "40", "53", "57"].iter().any(|class| code.starts_with(class)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_passes_and_a_broken_rule_does_not() {
        // SQLITE_FULL, SQLITE_IOERR_WRITE, disk_full, admin_shutdown, serialization_failure.
        assert!(["13", "778", "53100", "57P01", "40001"].into_iter().all(passing));
        // SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CORRUPT, unique_violation, syntax_error.
        assert!(!["1555", "11", "23505", "42601"].into_iter().any(passing));
    }
}
