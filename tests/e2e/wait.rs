//! Waiting for a condition, never for a time.

use std::time::Duration;

use tokio::time::{Instant, sleep};

/// Longer than anything takes on a slow machine with two cores and other tests running.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// How soon a condition is looked at again.
const GLANCE: Duration = Duration::from_millis(30);

/// Looks until there is something to see, or until patience ends with the last reason why not.
pub(crate) async fn until<T, E>(look: impl AsyncFnMut() -> Result<T, E>) -> Result<T, E> {
    until_within(PATIENCE, look).await
}

/// The same for what is known to take longer.
pub(crate) async fn until_within<T, E>(
    patience: Duration,
    mut look: impl AsyncFnMut() -> Result<T, E>,
) -> Result<T, E> {
    let deadline = Instant::now() + patience;
    loop {
        match look().await {
            Ok(seen) => return Ok(seen),
            Err(reason) if Instant::now() > deadline => return Err(reason),
            Err(_) => sleep(GLANCE).await,
        }
    }
}
