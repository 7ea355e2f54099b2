//! Failed tries to sign in: of an email or from an address, so of no district.

use domain::time::Millis;

use super::columns::{big, count};
use super::{Store, StoreError};
use crate::sign_in::Failures;

impl Store {
    /// What is known of somebody who tries.
    pub(crate) async fn tries(&self, who: &str) -> Result<Option<Failures>, StoreError> {
        let sql = "select failures, last from tries where who = $1";
        let row: Option<(i64, i64)> = sqlx::query_as(sql).bind(who).fetch_optional(&self.readers).await?;
        row.map(read).transpose()
    }

    /// Counts a try, if `next` allows it after those that are known. Of many at once each is counted after the other.
    pub(crate) async fn count_try<E>(
        &self,
        who: &str,
        now: Millis,
        next: impl FnOnce(Option<Failures>) -> Result<Failures, E>,
    ) -> Result<Result<(), E>, StoreError> {
        // Writing the row, if only as it was, makes the next one wait.
        let sql = "insert into tries (who, failures, last) values ($1, 0, $2) \
                   on conflict (who) do update set failures = tries.failures returning failures, last";
        let mut tx = self.begin().await?;
        let row: (i64, i64) = sqlx::query_as(sql).bind(who).bind(now.0).fetch_one(&mut *tx).await?;
        let Failures { count, last } = match next(Some(read(row)?).filter(|failures| failures.count > 0)) {
            Ok(failures) => failures,
            Err(error) => {
                tx.rollback().await?;
                return Ok(Err(error));
            }
        };
        sqlx::query("update tries set failures = $2, last = $3 where who = $1")
            .bind(who)
            .bind(big(count)?)
            .bind(last.0)
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(Ok(()))
    }

    /// Forgets somebody's failures, and all whose last was before a moment.
    pub(crate) async fn forget_tries(&self, who: &str, before: Millis) -> Result<(), StoreError> {
        let sql = "delete from tries where who = $1 or last < $2";
        sqlx::query(sql).bind(who).bind(before.0).execute(&self.writer).await?;
        Ok(())
    }

    /// One of somebody's tries was no failure after all.
    pub(crate) async fn forget_one_try(&self, who: &str) -> Result<(), StoreError> {
        let sql = "update tries set failures = failures - 1 where who = $1 and failures > 0";
        sqlx::query(sql).bind(who).execute(&self.writer).await?;
        Ok(())
    }
}

fn read((failures, last): (i64, i64)) -> Result<Failures, StoreError> {
    Ok(Failures { count: count(failures, "tries.failures")?, last: Millis(last) })
}
