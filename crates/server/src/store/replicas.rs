//! Replicas: whose they are, and what has arrived from them.

use domain::id::{AccountId, DistrictId, ReplicaId};
use domain::sync::Fingerprint;
use sqlx::AnyConnection;

use super::StoreError;
use super::columns::{big, bits, bytes, count};

/// What the server knows of a replica.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Replica {
    /// The account it was bound to at its first push.
    pub(crate) account: AccountId,
    /// Every seq up to this one has been accepted or refused.
    pub(crate) acked_through: u64,
    /// The highest seq that has been accepted or refused.
    pub(crate) highest: u64,
    /// What has been accepted.
    pub(crate) fingerprint: Fingerprint,
}

/// The replica; `None` before its first push.
pub(crate) async fn get(
    tx: &mut AnyConnection,
    district: &DistrictId,
    replica: ReplicaId,
) -> Result<Option<Replica>, StoreError> {
    let sql = "select account, acked_through, highest, edits, sum from replicas where district = $1 and replica = $2";
    let row: Option<(String, i64, i64, i64, Vec<u8>)> =
        sqlx::query_as(sql).bind(district.as_str()).bind(bytes(replica.0)).fetch_optional(tx).await?;
    row.map(|(account, acked_through, highest, edits, sum)| {
        Ok(Replica {
            account: AccountId(account),
            acked_through: count(acked_through, "replicas.acked_through")?,
            highest: count(highest, "replicas.highest")?,
            fingerprint: Fingerprint { count: count(edits, "replicas.edits")?, sum: bits(&sum, "replicas.sum")? },
        })
    })
    .transpose()
}

/// Keeps what is known of a replica.
pub(crate) async fn put(
    tx: &mut AnyConnection,
    district: &DistrictId,
    id: ReplicaId,
    replica: &Replica,
) -> Result<(), StoreError> {
    let sql = "insert into replicas (district, replica, account, acked_through, highest, edits, sum) \
               values ($1, $2, $3, $4, $5, $6, $7) on conflict (district, replica) do update set \
               acked_through = excluded.acked_through, highest = excluded.highest, edits = excluded.edits, \
               sum = excluded.sum";
    sqlx::query(sql)
        .bind(district.as_str())
        .bind(bytes(id.0))
        .bind(replica.account.as_str())
        .bind(big(replica.acked_through)?)
        .bind(big(replica.highest)?)
        .bind(big(replica.fingerprint.count)?)
        .bind(bytes(replica.fingerprint.sum))
        .execute(tx)
        .await?;
    Ok(())
}
