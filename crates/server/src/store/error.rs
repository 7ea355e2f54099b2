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
