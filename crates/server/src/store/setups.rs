//! The one-time link with which a new district's first administrator makes their account.

use domain::id::DistrictId;
use domain::time::Millis;
use sqlx::AnyConnection;

use super::{Store, StoreError};

impl Store {
    /// Keeps a new link's token in place of any earlier one.
    pub(crate) async fn offer_setup(
        &self,
        district: &DistrictId,
        token: [u8; 32],
        ends: Millis,
    ) -> Result<(), StoreError> {
        let sql = "insert into setups (district, token, ends) values ($1, $2, $3) \
                   on conflict (district) do update set token = excluded.token, ends = excluded.ends";
        let mut tx = self.begin().await?;
        sqlx::query(sql).bind(district.as_str()).bind(token.to_vec()).bind(ends.0).execute(&mut *tx).await?;
        Ok(tx.commit().await?)
    }
}

/// Uses a link up. Whether it was there and had not ended; of two that come at once, one hears no.
pub(crate) async fn take(
    tx: &mut AnyConnection,
    district: &DistrictId,
    token: [u8; 32],
    now: Millis,
) -> Result<bool, StoreError> {
    let sql = "delete from setups where district = $1 and token = $2 and ends > $3";
    let taken = sqlx::query(sql).bind(district.as_str()).bind(token.to_vec()).bind(now.0).execute(&mut *tx).await?;
    Ok(taken.rows_affected() == 1)
}
