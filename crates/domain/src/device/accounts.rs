//! Who uses this tablet. Kept apart from every account's own data, in a database of its own.

use super::shelf::{Key, Shelf, Storage, Write, put};
use crate::permission::Me;

fn place() -> Key {
    Key::new(Shelf::Account, "me")
}

/// Remembers who signed in, so that the app opens without a network.
///
/// # Errors
/// When the storage fails.
pub async fn remember<S: Storage>(storage: &S, me: &Me) -> Result<(), S::Error> {
    let decide = |_: &_| {
        let mut writes = Vec::new();
        put(&mut writes, place(), me);
        Ok((writes, ()))
    };
    storage.transact(decide).await
}

/// Who signed in last; `None` when nobody has, or they signed out.
///
/// # Errors
/// When the storage fails.
pub async fn who<S: Storage>(storage: &S) -> Result<Option<Me>, S::Error> {
    storage
        .transact(|rows| {
            let mut writes = Vec::new();
            let me = rows.load(&place(), &mut writes)?;
            Ok((writes, me))
        })
        .await
}

/// Forgets who signed in. What they recorded stays theirs, in their own database.
///
/// # Errors
/// When the storage fails.
pub async fn forget<S: Storage>(storage: &S) -> Result<(), S::Error> {
    storage.transact(|_| Ok((vec![Write::Delete(place())], ()))).await
}
