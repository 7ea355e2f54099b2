//! An observer's own plan of the week. It belongs to the person at the tablet and is not synced.

use super::shelf::{Key, Shelf, Storage, put};
use crate::plan_week::Planner;

/// Changes the plan as it is kept, so that two changes in a row, or in two tabs, both count. The plan before, and as it
/// is kept now. One that cannot be read is set aside as it is, and an empty one takes its place.
///
/// # Errors
/// When the storage fails; then nothing has changed.
pub async fn change_planner<S: Storage>(
    storage: &S,
    next: impl Fn(&Planner) -> Planner,
) -> Result<(Planner, Planner), S::Error> {
    let place = Key::new(Shelf::Account, "planner");
    storage
        .transact(|rows| {
            let mut writes = Vec::new();
            let before: Planner = rows.load(&place, &mut writes)?.unwrap_or_default();
            let after = next(&before);
            put(&mut writes, place.clone(), &after);
            Ok((writes, (before, after)))
        })
        .await
}
