//! Framework versions that have been read. They never change, so a process reads each once.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use domain::framework::Framework;
use domain::id::{DistrictId, DocumentHash};
use sqlx::AnyConnection;

use crate::store::{StoreError, documents};

/// Every framework version that this process has met.
#[derive(Debug, Default)]
pub(crate) struct Frameworks(RwLock<BTreeMap<(DistrictId, DocumentHash), Arc<Framework>>>);

impl Frameworks {
    /// The version with this hash; `None` while it has not been published in the district.
    pub(crate) async fn get(
        &self,
        tx: &mut AnyConnection,
        district: &DistrictId,
        hash: DocumentHash,
    ) -> Result<Option<Arc<Framework>>, StoreError> {
        let key = (district.clone(), hash);
        if let Some(known) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Ok(Some(Arc::clone(known)));
        }
        let Some(read) = documents::framework(tx, district, hash).await? else {
            return Ok(None);
        };
        let read = Arc::new(read);
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(key, Arc::clone(&read));
        Ok(Some(read))
    }
}
