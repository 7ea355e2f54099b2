//! Visits: each as its merge state, so that a late or repeated edit folds in safely.

use std::collections::{BTreeMap, BTreeSet};

use domain::id::{DistrictId, DocumentHash, VisitId};
use domain::merge::VisitState;
use domain::saved::{self, Loaded};
use domain::stream::Stream;
use sqlx::{AnyConnection, AssertSqlSafe};

use super::StoreError;
use super::columns::{CHUNK, big, bytes, count, insert, placeholders};

/// A visit as the server keeps it.
#[derive(Debug, Clone)]
pub(crate) struct StoredVisit {
    /// The stream it belongs to, for ever.
    pub(crate) stream: Stream,
    /// All that is known of it.
    pub(crate) state: VisitState,
}

type Columns = (Vec<u8>, String, Vec<u8>);

/// Those of these visits that are known.
pub(crate) async fn get(
    tx: &mut AnyConnection,
    district: &DistrictId,
    visits: &[VisitId],
) -> Result<BTreeMap<VisitId, StoredVisit>, StoreError> {
    let mut found = BTreeMap::new();
    for chunk in visits.chunks(CHUNK) {
        let list = placeholders(2, chunk.len());
        let sql = format!("select visit, stream, state from visits where district = $1 and visit in ({list})");
        let mut query = sqlx::query_as::<_, Columns>(AssertSqlSafe(sql)).bind(district.as_str());
        for visit in chunk {
            query = query.bind(bytes(visit.0));
        }
        for row in query.fetch_all(&mut *tx).await? {
            let (visit, stored) = read(row)?;
            found.insert(visit, stored);
        }
    }
    Ok(found)
}

/// Keeps visits. `framework` is the version each is recorded against, once that is known.
pub(crate) async fn put(
    tx: &mut AnyConnection,
    district: &DistrictId,
    commit: u64,
    visits: &[(VisitId, &StoredVisit, Option<DocumentHash>)],
) -> Result<(), StoreError> {
    const HEAD: &str = "insert into visits (district, visit, stream, framework, commit_seq, state)";
    const TAIL: &str = "on conflict (district, visit) do update set framework = excluded.framework, \
                        commit_seq = excluded.commit_seq, state = excluded.state";
    for chunk in visits.chunks(CHUNK) {
        let mut query = sqlx::query(insert(HEAD, 6, chunk.len(), TAIL));
        for (visit, stored, framework) in chunk {
            query = query
                .bind(district.as_str())
                .bind(bytes(visit.0))
                .bind(stored.stream.to_string())
                .bind(framework.map(|hash| bytes(hash.0)))
                .bind(big(commit)?)
                .bind(saved::save(&stored.state)?);
        }
        query.execute(&mut *tx).await?;
    }
    Ok(())
}

/// Visits of a stream after one id, in the order of their ids.
pub(crate) async fn page(
    tx: &mut AnyConnection,
    district: &DistrictId,
    stream: &Stream,
    after: Option<VisitId>,
    limit: u16,
) -> Result<Vec<(VisitId, VisitState)>, StoreError> {
    let sql = "select visit, stream, state from visits \
               where district = $1 and stream = $2 and visit > $3 order by visit limit $4";
    let rows: Vec<Columns> = sqlx::query_as(sql)
        .bind(district.as_str())
        .bind(stream.to_string())
        .bind(after.map_or_else(Vec::new, |visit| bytes(visit.0)))
        .bind(i64::from(limit))
        .fetch_all(tx)
        .await?;
    rows.into_iter().map(|row| read(row).map(|(visit, stored)| (visit, stored.state))).collect()
}

/// The id of every visit of a stream.
pub(crate) async fn ids(
    tx: &mut AnyConnection,
    district: &DistrictId,
    stream: &Stream,
) -> Result<BTreeSet<VisitId>, StoreError> {
    let sql = "select visit from visits where district = $1 and stream = $2";
    let rows: Vec<(Vec<u8>,)> =
        sqlx::query_as(sql).bind(district.as_str()).bind(stream.to_string()).fetch_all(tx).await?;
    rows.into_iter().map(|(visit,)| Ok(VisitId(super::columns::bits(&visit, "visits.visit")?))).collect()
}

/// How many visits a stream holds.
pub(crate) async fn total(tx: &mut AnyConnection, district: &DistrictId, stream: &Stream) -> Result<u64, StoreError> {
    let sql = "select cast(count(*) as bigint) from visits where district = $1 and stream = $2";
    let (total,): (i64,) = sqlx::query_as(sql).bind(district.as_str()).bind(stream.to_string()).fetch_one(tx).await?;
    count(total, "visits")
}

/// Every visit recorded against a framework version.
pub(crate) async fn against(
    tx: &mut AnyConnection,
    district: &DistrictId,
    framework: DocumentHash,
) -> Result<Vec<(VisitId, StoredVisit)>, StoreError> {
    let sql = "select visit, stream, state from visits where district = $1 and framework = $2";
    let rows: Vec<Columns> = sqlx::query_as(sql).bind(district.as_str()).bind(bytes(framework.0)).fetch_all(tx).await?;
    rows.into_iter().map(read).collect()
}

fn read((visit, stream, state): Columns) -> Result<(VisitId, StoredVisit), StoreError> {
    let visit = VisitId(super::columns::bits(&visit, "visits.visit")?);
    let stream = stream.parse().map_err(|_| StoreError::Damaged("visits.stream"))?;
    let Loaded::Thing(state) = saved::load(Some(state)) else {
        return Err(StoreError::Damaged("visits.state"));
    };
    Ok((visit, StoredVisit { stream, state }))
}
