//! An observer's own phrases for notes. They belong to the person at the tablet and are not synced.

use super::shelf::{Key, Shelf, Storage, put};

/// Keeps the phrases in place of the earlier ones.
///
/// # Errors
/// When the storage fails.
pub async fn keep_phrases<S: Storage>(storage: &S, phrases: &[String]) -> Result<(), S::Error> {
    storage
        .transact(|_| {
            let mut writes = Vec::new();
            put(&mut writes, Key::new(Shelf::Account, "phrases"), &phrases);
            Ok((writes, ()))
        })
        .await
}
