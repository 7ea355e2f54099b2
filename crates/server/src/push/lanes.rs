//! Waiting one's turn: so many pushes wait for a district, the next hears when to come back. Every tablet wakes at
//! 08:00, and a queue that grows without bound would answer none of them.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use domain::id::DistrictId;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::error::ApiError;

/// Pushes that may wait for one district. Each holds at most 1 MB.
const PLACES: usize = 64;
/// Of those, how many may use a database connection: one that writes and one that is ready to.
const TURNS: usize = 2;
/// When to come back, in seconds.
const COME_BACK: u32 = 2;

/// The queues of all districts.
#[derive(Debug, Default)]
pub(crate) struct Lanes(Mutex<BTreeMap<DistrictId, Lane>>);

#[derive(Debug, Clone)]
struct Lane {
    places: Arc<Semaphore>,
    turns: Arc<Semaphore>,
}

/// A place in a queue; dropped, it is free again.
pub(crate) struct Place {
    turns: Arc<Semaphore>,
    _place: OwnedSemaphorePermit,
}

impl Lanes {
    /// Takes a place in the district's queue.
    ///
    /// # Errors
    /// [`ApiError::Busy`] when none is free.
    pub(crate) fn wait(&self, district: &DistrictId) -> Result<Place, ApiError> {
        let lane = {
            let mut lanes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            lanes.entry(district.clone()).or_insert_with(Lane::new).clone()
        };
        let place = lane.places.try_acquire_owned().map_err(|_| ApiError::Busy { seconds: COME_BACK })?;
        Ok(Place { turns: lane.turns, _place: place })
    }
}

impl Lane {
    fn new() -> Self {
        Self { places: Arc::new(Semaphore::new(PLACES)), turns: Arc::new(Semaphore::new(TURNS)) }
    }
}

impl Place {
    /// Waits until it is this push's turn; held for as long as the database is used.
    pub(crate) async fn turn(&self) -> Result<OwnedSemaphorePermit, ApiError> {
        Arc::clone(&self.turns).acquire_owned().await.map_err(|_| ApiError::CutShort)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beyond_the_bound_a_push_hears_when_to_come_back_and_other_districts_do_not_notice() {
        let lanes = Lanes::default();
        let waiting: Vec<_> = (0..PLACES).map(|_| lanes.wait(&"alder".into()).ok()).collect();
        assert!(waiting.iter().all(Option::is_some));
        assert!(matches!(lanes.wait(&"alder".into()), Err(ApiError::Busy { seconds: COME_BACK })));
        assert!(lanes.wait(&"birch".into()).is_ok());
        drop(waiting);
        assert!(lanes.wait(&"alder".into()).is_ok());
    }
}
