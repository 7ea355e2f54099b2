//! The counter row: one a district, updated first in every transaction whose rows are pulled. That update locks the
//! row, so commits of a district happen one after another and their order is the order of their seqs.

use domain::id::DistrictId;
use domain::sync::Cursor;
use domain::time::Millis;
use sqlx::AnyConnection;

use super::columns::{big, count};
use super::{Store, StoreError};

impl Store {
    /// Makes the district's counter row unless it is there.
    pub(crate) async fn found_district(&self, district: &DistrictId, now: Millis) -> Result<(), StoreError> {
        let sql = "insert into districts (district, epoch, seq, tag, created) values ($1, 1, 0, 0, $2) \
                   on conflict (district) do nothing";
        let mut tx = self.begin().await?;
        sqlx::query(sql).bind(district.as_str()).bind(now.0).execute(&mut *tx).await?;
        Ok(tx.commit().await?)
    }

    /// Every district in this database.
    pub(crate) async fn districts(&self) -> Result<Vec<DistrictId>, StoreError> {
        let rows: Vec<(String,)> =
            sqlx::query_as("select district from districts order by created").fetch_all(&self.readers).await?;
        Ok(rows.into_iter().map(|(district,)| DistrictId(district)).collect())
    }

    /// Begins a history that no tablet has seen, after a cursor of the epoch `seen` has shown that this one was rewound.
    /// Of two that show it, only the first begins one.
    pub(crate) async fn begin_epoch(&self, district: &DistrictId, seen: u64) -> Result<(), StoreError> {
        let sql = "update districts set epoch = $2 + 1 where district = $1 and epoch <= $2";
        let mut tx = self.begin().await?;
        let seen = big(seen.min(MOST_EPOCHS))?;
        sqlx::query(sql).bind(district.as_str()).bind(seen).execute(&mut *tx).await?;
        Ok(tx.commit().await?)
    }
}

/// A cursor that claims more is made up; numbering goes on from here so that it never overflows.
const MOST_EPOCHS: u64 = 1 << 53;

/// Takes the district's next place in history. The first statement of its transaction.
pub(crate) async fn next(
    tx: &mut AnyConnection,
    district: &DistrictId,
    tag: u64,
    now: Millis,
) -> Result<Cursor, StoreError> {
    let sql = "update districts set seq = seq + 1, tag = $2 where district = $1 returning epoch, seq";
    let row: Option<(i64, i64)> =
        sqlx::query_as(sql).bind(district.as_str()).bind(big(tag)?).fetch_optional(&mut *tx).await?;
    let (epoch, seq) = row.ok_or(StoreError::NoDistrict)?;
    sqlx::query("insert into commits (district, seq, tag, at) values ($1, $2, $3, $4)")
        .bind(district.as_str())
        .bind(seq)
        .bind(big(tag)?)
        .bind(now.0)
        .execute(&mut *tx)
        .await?;
    Ok(Cursor { epoch: count(epoch, "districts.epoch")?, seq: count(seq, "districts.seq")?, tag })
}

/// The place before one that was just taken: where history stands when the transaction that took it comes to nothing.
pub(crate) async fn before(tx: &mut AnyConnection, district: &DistrictId, here: Cursor) -> Result<Cursor, StoreError> {
    let seq = here.seq.saturating_sub(1);
    let tag = tag(tx, district, seq).await?.ok_or(StoreError::Damaged("commits"))?;
    Ok(Cursor { epoch: here.epoch, seq, tag })
}

/// Where the district's history stands.
pub(crate) async fn head(tx: &mut AnyConnection, district: &DistrictId) -> Result<Cursor, StoreError> {
    let sql = "select epoch, seq, tag from districts where district = $1";
    let row: Option<(i64, i64, i64)> = sqlx::query_as(sql).bind(district.as_str()).fetch_optional(tx).await?;
    let (epoch, seq, tag) = row.ok_or(StoreError::NoDistrict)?;
    Ok(Cursor {
        epoch: count(epoch, "districts.epoch")?,
        seq: count(seq, "districts.seq")?,
        tag: count(tag, "districts.tag")?,
    })
}

/// The tag of a commit; 0 before the first, `None` when there is no such commit.
pub(crate) async fn tag(tx: &mut AnyConnection, district: &DistrictId, seq: u64) -> Result<Option<u64>, StoreError> {
    let Ok(seq) = i64::try_from(seq) else {
        return Ok(None);
    };
    if seq == 0 {
        return Ok(Some(0));
    }
    let sql = "select tag from commits where district = $1 and seq = $2";
    let row: Option<(i64,)> = sqlx::query_as(sql).bind(district.as_str()).bind(seq).fetch_optional(tx).await?;
    row.map(|(tag,)| count(tag, "commits.tag")).transpose()
}
