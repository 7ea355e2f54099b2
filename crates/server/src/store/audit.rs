//! Everything that is kept, as it is kept, for checking it against the edits; and the copy that is a backup.

use std::path::Path;

use domain::id::{DistrictId, EditHash, ReplicaId};
use domain::stream::Stream;
use domain::sync::{Cursor, Fingerprint};
use domain::time::Millis;
use sqlx::AnyConnection;

use super::columns::{big, bits, count};
use super::{FILE, Store, StoreError, copy};
use crate::config::Database;

/// How many edits are read at once.
const PAGE: i64 = 2_000;

/// Commit, place, replica, seq, hash, moment of arrival, text, and whether its visit was erased.
type Columns = (i64, i64, Vec<u8>, i64, Vec<u8>, i64, String, i64);

/// An edit's row.
#[derive(Debug)]
pub(crate) struct EditRow {
    /// Where it stands in history: its commit, and its place in that.
    pub(crate) at: (u64, u64),
    pub(crate) replica: ReplicaId,
    pub(crate) seq: u64,
    pub(crate) hash: EditHash,
    pub(crate) received: Millis,
    pub(crate) text: String,
    /// Its visit was erased: nothing should be left of it but that it was.
    pub(crate) erased: bool,
}

impl Store {
    /// Writes the whole database, as it stands at one moment, into a SQLite file in a folder that has none. Others read
    /// and write meanwhile.
    pub(crate) async fn copy_to(&self, folder: &Path) -> Result<(), StoreError> {
        match &self.database {
            Database::Folder(_) => {
                let file = folder.join(FILE).to_string_lossy().into_owned();
                sqlx::query("vacuum into $1").bind(file).execute(&self.writer).await?;
                Ok(())
            }
            Database::Postgres(_) => {
                let copy = Self::open(&Database::Folder(folder.to_owned())).await?;
                let mut to = copy.begin().await?;
                copy::copy(&mut *self.read().await?, &mut to).await?;
                to.commit().await?;
                copy.close().await;
                Ok(())
            }
        }
    }

    /// Takes over everything that another database holds, or nothing. Whether there was room: a database with a district
    /// in it is left as it is.
    pub(crate) async fn fill_from(&self, other: &Self) -> Result<bool, StoreError> {
        let _turn = self.turn("beginning").await?;
        if !self.districts().await?.is_empty() {
            return Ok(false);
        }
        let mut tx = self.begin().await?;
        copy::copy(&mut *other.read().await?, &mut tx).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Begins a history that no tablet has seen, after this one.
    pub(crate) async fn leave_epoch(&self, district: &DistrictId) -> Result<(), StoreError> {
        let mut tx = self.read().await?;
        let head = super::commits::head(&mut tx, district).await?;
        tx.rollback().await?;
        self.begin_epoch(district, head.epoch).await
    }
}

/// Every stream that has edits or visits.
pub(crate) async fn streams(tx: &mut AnyConnection, district: &DistrictId) -> Result<Vec<Stream>, StoreError> {
    let sql = "select stream from edits where district = $1 \
               union select stream from visits where district = $1 order by 1";
    let rows: Vec<(String,)> = sqlx::query_as(sql).bind(district.as_str()).fetch_all(tx).await?;
    rows.into_iter().map(|(stream,)| stream.parse().map_err(|_| StoreError::Damaged("edits.stream"))).collect()
}

/// Edits of a stream after a place in history, in order; none when there are no more.
pub(crate) async fn edits(
    tx: &mut AnyConnection,
    district: &DistrictId,
    stream: &Stream,
    after: (u64, u64),
) -> Result<Vec<EditRow>, StoreError> {
    let sql = "select commit_seq, place, replica, edit_seq, hash, received, text, \
               (select cast(count(*) as bigint) from erasures where erasures.district = edits.district \
                and erasures.visit = edits.visit) \
               from edits where district = $1 and stream = $2 and (commit_seq > $3 or (commit_seq = $3 and place > $4)) \
               order by commit_seq, place limit $5";
    let rows: Vec<Columns> = sqlx::query_as(sql)
        .bind(district.as_str())
        .bind(stream.to_string())
        .bind(big(after.0)?)
        .bind(big(after.1)?)
        .bind(PAGE)
        .fetch_all(tx)
        .await?;
    rows.into_iter()
        .map(|(commit, place, replica, seq, hash, received, text, erased)| {
            Ok(EditRow {
                at: (count(commit, "edits.commit_seq")?, count(place, "edits.place")?),
                replica: ReplicaId(bits(&replica, "edits.replica")?),
                seq: count(seq, "edits.edit_seq")?,
                hash: EditHash(bits(&hash, "edits.hash")?),
                received: Millis(received),
                text,
                erased: erased > 0,
            })
        })
        .collect()
}

/// What every replica is said to have delivered.
pub(crate) async fn fingerprints(
    tx: &mut AnyConnection,
    district: &DistrictId,
) -> Result<Vec<(ReplicaId, Fingerprint)>, StoreError> {
    let sql = "select replica, edits, sum from replicas where district = $1";
    let rows: Vec<(Vec<u8>, i64, Vec<u8>)> = sqlx::query_as(sql).bind(district.as_str()).fetch_all(tx).await?;
    rows.into_iter()
        .map(|(replica, edits, sum)| {
            let sum = bits(&sum, "replicas.sum")?;
            let fingerprint = Fingerprint { count: count(edits, "replicas.edits")?, sum };
            Ok((ReplicaId(bits(&replica, "replicas.replica")?), fingerprint))
        })
        .collect()
}

/// The last commit that is kept, and how many there are; history is whole when each is the head's seq.
pub(crate) async fn history(tx: &mut AnyConnection, district: &DistrictId) -> Result<(Cursor, u64, u64), StoreError> {
    let head = super::commits::head(&mut *tx, district).await?;
    let sql = "select cast(coalesce(max(seq), 0) as bigint), cast(count(*) as bigint) from commits where district = $1";
    let (last, many): (i64, i64) = sqlx::query_as(sql).bind(district.as_str()).fetch_one(tx).await?;
    Ok((head, count(last, "commits.seq")?, count(many, "commits.seq")?))
}
