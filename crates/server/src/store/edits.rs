//! Edits, as they were first written.

use std::collections::BTreeMap;

use domain::edit::Edit;
use domain::id::{DistrictId, EditHash, ReplicaId, VisitId};
use domain::stream::Stream;
use domain::sync::Delivered;
use domain::time::Millis;
use sqlx::{AnyConnection, AssertSqlSafe};

use super::StoreError;
use super::columns::{CHUNK, big, bits, bytes, count, insert, placeholders};

/// An accepted edit, about to be kept.
#[derive(Debug)]
pub(crate) struct NewEdit<'a> {
    pub(crate) edit: &'a Edit,
    pub(crate) received: Millis,
    /// Not counted until the framework it names arrives.
    pub(crate) held: bool,
    /// Its visit was erased: that it came is kept, and nothing of what it says.
    pub(crate) erased: bool,
}

/// Keeps edits under one commit, in order.
pub(crate) async fn put(
    tx: &mut AnyConnection,
    district: &DistrictId,
    commit: u64,
    edits: &[NewEdit<'_>],
) -> Result<(), StoreError> {
    const HEAD: &str = "insert into edits (district, replica, edit_seq, hash, change_id, stream, visit, author, \
                        commit_seq, place, held, received, text)";
    let mut place = 0_i64;
    for chunk in edits.chunks(CHUNK) {
        let mut query = sqlx::query(insert(HEAD, 13, chunk.len(), ""));
        for new in chunk {
            let (edit, id) = (new.edit, new.edit.id());
            query = query
                .bind(district.as_str())
                .bind(bytes(id.replica.0))
                .bind(big(id.seq)?)
                .bind(bytes(edit.hash().0))
                .bind(bytes(edit.change().0))
                .bind(edit.stream().to_string())
                .bind(edit.visit().map(|visit| bytes(visit.0)))
                .bind(edit.author().as_str())
                .bind(big(commit)?)
                .bind(place)
                .bind(i64::from(new.held))
                .bind(new.received.0)
                .bind(if new.erased { "" } else { edit.text() });
            place += 1;
        }
        query.execute(&mut *tx).await?;
    }
    Ok(())
}

/// The hashes of a replica's edits numbered `from ..= through`.
pub(crate) async fn hashes(
    tx: &mut AnyConnection,
    district: &DistrictId,
    replica: ReplicaId,
    from: u64,
    through: u64,
) -> Result<BTreeMap<u64, EditHash>, StoreError> {
    let sql = "select edit_seq, hash from edits \
               where district = $1 and replica = $2 and edit_seq >= $3 and edit_seq <= $4";
    let rows: Vec<(i64, Vec<u8>)> = sqlx::query_as(sql)
        .bind(district.as_str())
        .bind(bytes(replica.0))
        .bind(big(from)?)
        .bind(big(through)?)
        .fetch_all(tx)
        .await?;
    rows.into_iter()
        .map(|(seq, hash)| Ok((count(seq, "edits.edit_seq")?, EditHash(bits(&hash, "edits.hash")?))))
        .collect()
}

/// The seqs after `after` of a replica that were accepted or refused, in order, at most 1,000 of each.
pub(crate) async fn answered_after(
    tx: &mut AnyConnection,
    district: &DistrictId,
    replica: ReplicaId,
    after: u64,
) -> Result<Vec<u64>, StoreError> {
    let sql = "select edit_seq from edits where district = $1 and replica = $2 and edit_seq > $3 \
               union select edit_seq from refusals where district = $1 and replica = $2 and edit_seq > $3 \
               order by 1 limit 1000";
    let rows: Vec<(i64,)> =
        sqlx::query_as(sql).bind(district.as_str()).bind(bytes(replica.0)).bind(big(after)?).fetch_all(tx).await?;
    rows.into_iter().map(|(seq,)| count(seq, "edits.edit_seq")).collect()
}

/// The held edits of these visits: replica, seq and text.
pub(crate) async fn held(
    tx: &mut AnyConnection,
    district: &DistrictId,
    visits: &[VisitId],
) -> Result<Vec<(ReplicaId, u64, String)>, StoreError> {
    let mut found = Vec::new();
    for chunk in visits.chunks(CHUNK) {
        let list = placeholders(2, chunk.len());
        let sql =
            format!("select replica, edit_seq, text from edits where district = $1 and held = 1 and visit in ({list})");
        let mut query = sqlx::query_as::<_, (Vec<u8>, i64, String)>(AssertSqlSafe(sql)).bind(district.as_str());
        for visit in chunk {
            query = query.bind(bytes(visit.0));
        }
        for (replica, seq, text) in query.fetch_all(&mut *tx).await? {
            found.push((ReplicaId(bits(&replica, "edits.replica")?), count(seq, "edits.edit_seq")?, text));
        }
    }
    Ok(found)
}

/// Counts a held edit from now on.
pub(crate) async fn release(
    tx: &mut AnyConnection,
    district: &DistrictId,
    replica: ReplicaId,
    seq: u64,
) -> Result<(), StoreError> {
    sqlx::query("update edits set held = 0 where district = $1 and replica = $2 and edit_seq = $3")
        .bind(district.as_str())
        .bind(bytes(replica.0))
        .bind(big(seq)?)
        .execute(tx)
        .await?;
    Ok(())
}

/// Some of a stream's history, in commit order, no commit split.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) edits: Vec<Delivered>,
    /// The last commit in it when there is more; `None` when this was all.
    pub(crate) ends_at: Option<u64>,
}

/// Edits of a stream after one commit and no later than another: about `limit`, more only when one commit is larger.
pub(crate) async fn page(
    tx: &mut AnyConnection,
    district: &DistrictId,
    stream: &Stream,
    (after, through): (u64, u64),
    limit: u16,
) -> Result<Page, StoreError> {
    let limit = usize::from(limit);
    let mut rows = rows(tx, district, stream, (after, through), limit + 1).await?;
    if rows.len() <= limit {
        return Ok(Page { edits: rows.into_iter().map(|(_, edit)| edit).collect(), ends_at: None });
    }
    let cut = rows.last().map_or(after, |(commit, _)| *commit);
    rows.retain(|(commit, _)| *commit < cut);
    let ends_at = match rows.last() {
        Some((commit, _)) => *commit,
        None => {
            rows = self::rows(tx, district, stream, (cut - 1, cut), usize::MAX).await?;
            cut
        }
    };
    Ok(Page { edits: rows.into_iter().map(|(_, edit)| edit).collect(), ends_at: Some(ends_at) })
}

async fn rows(
    tx: &mut AnyConnection,
    district: &DistrictId,
    stream: &Stream,
    (after, through): (u64, u64),
    most: usize,
) -> Result<Vec<(u64, Delivered)>, StoreError> {
    let sql = "select commit_seq, text, received from edits \
               where district = $1 and stream = $2 and commit_seq > $3 and commit_seq <= $4 and text <> '' \
               order by commit_seq, place limit $5";
    let rows: Vec<(i64, String, i64)> = sqlx::query_as(sql)
        .bind(district.as_str())
        .bind(stream.to_string())
        .bind(big(after)?)
        .bind(big(through)?)
        .bind(i64::try_from(most).unwrap_or(i64::MAX))
        .fetch_all(tx)
        .await?;
    rows.into_iter()
        .map(|(commit, text, received)| {
            Ok((count(commit, "edits.commit_seq")?, Delivered { text, received: Millis(received) }))
        })
        .collect()
}
