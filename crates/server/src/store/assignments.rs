//! Assignments: who works in which school, and since and until when. Nothing is deleted, so that rights over an edit
//! can be judged by the day the work was done.

use domain::id::{AccountId, DistrictId, SchoolId};
use domain::time::Millis;
use sqlx::AnyConnection;

use super::{Store, StoreError};

/// Someone's work in a school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Assignment {
    pub(crate) school: SchoolId,
    pub(crate) since: Millis,
    /// `None` while it goes on.
    pub(crate) until: Option<Millis>,
}

impl Store {
    /// All of someone's assignments, past ones too, in order of their start.
    pub(crate) async fn assignments(
        &self,
        district: &DistrictId,
        account: &AccountId,
    ) -> Result<Vec<Assignment>, StoreError> {
        let mut connection = self.readers.acquire().await?;
        of(&mut connection, district, account).await
    }
}

/// All of someone's assignments, past ones too, in order of their start.
pub(crate) async fn of(
    tx: &mut AnyConnection,
    district: &DistrictId,
    account: &AccountId,
) -> Result<Vec<Assignment>, StoreError> {
    let sql = "select school, since, until from assignments where district = $1 and account = $2 order by since";
    let rows: Vec<(String, i64, Option<i64>)> =
        sqlx::query_as(sql).bind(district.as_str()).bind(account.as_str()).fetch_all(tx).await?;
    let read = |(school, since, until): (String, i64, Option<i64>)| Assignment {
        school: SchoolId(school),
        since: Millis(since),
        until: until.map(Millis),
    };
    Ok(rows.into_iter().map(read).collect())
}

/// From `now` on someone works in these schools and no others. Schools in which they work already go on unbroken.
pub(crate) async fn assign(
    tx: &mut AnyConnection,
    district: &DistrictId,
    account: &AccountId,
    schools: &[SchoolId],
    now: Millis,
) -> Result<(), StoreError> {
    let known = of(tx, district, account).await?;
    let going_on = |school: &SchoolId| known.iter().any(|known| known.school == *school && known.until.is_none());
    for ending in known.iter().filter(|known| known.until.is_none() && !schools.contains(&known.school)) {
        let sql = "update assignments set until = $4 \
                   where district = $1 and account = $2 and school = $3 and until is null";
        sqlx::query(sql)
            .bind(district.as_str())
            .bind(account.as_str())
            .bind(ending.school.as_str())
            .bind(now.0)
            .execute(&mut *tx)
            .await?;
    }
    for school in schools.iter().filter(|school| !going_on(school)) {
        let sql = "insert into assignments (district, account, school, since) values ($1, $2, $3, $4) \
                   on conflict (district, account, school, since) do update set until = null";
        sqlx::query(sql)
            .bind(district.as_str())
            .bind(account.as_str())
            .bind(school.as_str())
            .bind(now.0)
            .execute(&mut *tx)
            .await?;
    }
    Ok(())
}
