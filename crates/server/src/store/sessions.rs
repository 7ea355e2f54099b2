//! Sessions: kept here under the hash of their token, so that a copy of the database signs nobody in.

use domain::id::{AccountId, DistrictId};
use domain::time::Millis;

use super::{Store, StoreError};

impl Store {
    /// Keeps a new session, and forgets those that have ended.
    pub(crate) async fn open_session(
        &self,
        district: &DistrictId,
        token: [u8; 32],
        account: &AccountId,
        now: Millis,
        ends: Millis,
    ) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sqlx::query("delete from sessions where district = $1 and ends <= $2")
            .bind(district.as_str())
            .bind(now.0)
            .execute(&mut *tx)
            .await?;
        let sql = "insert into sessions (district, token, account, created, ends) values ($1, $2, $3, $4, $5)";
        sqlx::query(sql)
            .bind(district.as_str())
            .bind(token.to_vec())
            .bind(account.as_str())
            .bind(now.0)
            .bind(ends.0)
            .execute(&mut *tx)
            .await?;
        Ok(tx.commit().await?)
    }

    /// Whose session it is and when it ends; `None` when there is none or it has ended.
    pub(crate) async fn session(
        &self,
        district: &DistrictId,
        token: [u8; 32],
        now: Millis,
    ) -> Result<Option<(AccountId, Millis)>, StoreError> {
        let sql = "select account, ends from sessions where district = $1 and token = $2 and ends > $3";
        let row: Option<(String, i64)> = sqlx::query_as(sql)
            .bind(district.as_str())
            .bind(token.to_vec())
            .bind(now.0)
            .fetch_optional(&self.readers)
            .await?;
        Ok(row.map(|(account, ends)| (AccountId(account), Millis(ends))))
    }

    /// Lets a session that is in use last longer.
    pub(crate) async fn prolong_session(
        &self,
        district: &DistrictId,
        token: [u8; 32],
        ends: Millis,
    ) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sqlx::query("update sessions set ends = $3 where district = $1 and token = $2")
            .bind(district.as_str())
            .bind(token.to_vec())
            .bind(ends.0)
            .execute(&mut *tx)
            .await?;
        Ok(tx.commit().await?)
    }

    /// Ends a session.
    pub(crate) async fn close_session(&self, district: &DistrictId, token: [u8; 32]) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sqlx::query("delete from sessions where district = $1 and token = $2")
            .bind(district.as_str())
            .bind(token.to_vec())
            .execute(&mut *tx)
            .await?;
        Ok(tx.commit().await?)
    }

    /// Ends every session of an account, as after a new passphrase.
    pub(crate) async fn close_sessions_of(&self, district: &DistrictId, account: &AccountId) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sqlx::query("delete from sessions where district = $1 and account = $2")
            .bind(district.as_str())
            .bind(account.as_str())
            .execute(&mut *tx)
            .await?;
        Ok(tx.commit().await?)
    }
}
