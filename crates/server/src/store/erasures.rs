//! Visits that were erased for good: that they were, and what is left of their edits.

use std::collections::BTreeSet;

use domain::id::{DistrictId, VisitId};
use domain::stream::Stream;
use domain::time::Millis;
use sqlx::{AnyConnection, AssertSqlSafe};

use super::columns::{CHUNK, big, bits, bytes, placeholders};
use super::{Store, StoreError};
use crate::config::Database;

impl Store {
    /// Moves what was overwritten out of SQLite's log, as far as nobody reads it at this moment. PostgreSQL overwrites what
    /// was deleted when it next vacuums.
    pub(crate) async fn empty_log(&self) -> Result<(), StoreError> {
        match &self.database {
            Database::Folder(_) => {
                sqlx::query("pragma wal_checkpoint(truncate)").execute(&self.writer).await?;
            }
            Database::Postgres(_) => {}
        }
        Ok(())
    }
}

/// Notes that a visit is erased, and leaves of its edits no more than that they were. How many there were.
pub(crate) async fn put(
    tx: &mut AnyConnection,
    district: &DistrictId,
    (visit, stream): (VisitId, &Stream),
    commit: u64,
    now: Millis,
) -> Result<u64, StoreError> {
    let sql = "insert into erasures (district, visit, stream, commit_seq, at) values ($1, $2, $3, $4, $5) \
               on conflict (district, visit) do nothing";
    sqlx::query(sql)
        .bind(district.as_str())
        .bind(bytes(visit.0))
        .bind(stream.to_string())
        .bind(big(commit)?)
        .bind(now.0)
        .execute(&mut *tx)
        .await?;
    // By stream, for which there is an index; this is rare, and one more would cost every push.
    let sql = "update edits set text = '', held = 0 \
               where district = $1 and stream = $2 and visit = $3 and text <> ''";
    let blanked = sqlx::query(sql)
        .bind(district.as_str())
        .bind(stream.to_string())
        .bind(bytes(visit.0))
        .execute(&mut *tx)
        .await?;
    sqlx::query("delete from visits where district = $1 and visit = $2")
        .bind(district.as_str())
        .bind(bytes(visit.0))
        .execute(tx)
        .await?;
    Ok(blanked.rows_affected())
}

/// Tablets hear of it once more, with the next pull.
pub(crate) async fn tell_again(
    tx: &mut AnyConnection,
    district: &DistrictId,
    visit: VisitId,
    commit: u64,
) -> Result<(), StoreError> {
    sqlx::query("update erasures set commit_seq = $3 where district = $1 and visit = $2")
        .bind(district.as_str())
        .bind(bytes(visit.0))
        .bind(big(commit)?)
        .execute(tx)
        .await?;
    Ok(())
}

/// Those of these visits that are erased.
pub(crate) async fn among(
    tx: &mut AnyConnection,
    district: &DistrictId,
    visits: &[VisitId],
) -> Result<BTreeSet<VisitId>, StoreError> {
    let mut found = BTreeSet::new();
    for chunk in visits.chunks(CHUNK) {
        let list = placeholders(2, chunk.len());
        let sql = format!("select visit from erasures where district = $1 and visit in ({list})");
        let mut query = sqlx::query_as::<_, (Vec<u8>,)>(AssertSqlSafe(sql)).bind(district.as_str());
        for visit in chunk {
            query = query.bind(bytes(visit.0));
        }
        found.extend(read(query.fetch_all(&mut *tx).await?)?);
    }
    Ok(found)
}

/// Every visit of a district that was erased: its stream, and when.
pub(crate) async fn all(
    tx: &mut AnyConnection,
    district: &DistrictId,
) -> Result<Vec<(VisitId, Stream, Millis)>, StoreError> {
    let sql = "select visit, stream, at from erasures where district = $1 order by at, visit";
    let rows: Vec<(Vec<u8>, String, i64)> = sqlx::query_as(sql).bind(district.as_str()).fetch_all(tx).await?;
    let read = |(visit, stream, at): (Vec<u8>, String, i64)| {
        let stream = stream.parse().map_err(|_| StoreError::Damaged("erasures.stream"))?;
        Ok((VisitId(bits(&visit, "erasures.visit")?), stream, Millis(at)))
    };
    rows.into_iter().map(read).collect()
}

/// The visits of a stream of which tablets were told after one commit and no later than another, in the order of their ids.
pub(crate) async fn between(
    tx: &mut AnyConnection,
    district: &DistrictId,
    stream: &Stream,
    after: u64,
    through: u64,
) -> Result<Vec<VisitId>, StoreError> {
    let sql = "select visit from erasures \
               where district = $1 and stream = $2 and commit_seq > $3 and commit_seq <= $4 order by visit";
    let rows = sqlx::query_as(sql)
        .bind(district.as_str())
        .bind(stream.to_string())
        .bind(big(after)?)
        .bind(big(through)?)
        .fetch_all(tx)
        .await?;
    read(rows)
}

fn read(rows: Vec<(Vec<u8>,)>) -> Result<Vec<VisitId>, StoreError> {
    rows.into_iter().map(|(visit,)| Ok(VisitId(bits(&visit, "erasures.visit")?))).collect()
}
