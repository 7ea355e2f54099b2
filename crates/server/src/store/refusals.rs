//! The record of refusals: which edits were refused, and why. Their texts stay with their author.

use domain::id::{AccountId, DistrictId, EditHash, ReplicaId};
use domain::sync::Refusal;
use domain::time::Millis;
use sqlx::AnyConnection;

use super::StoreError;
use super::columns::{big, bytes};

/// Records a refusal; once, however often the edit comes.
pub(crate) async fn put(
    tx: &mut AnyConnection,
    district: &DistrictId,
    (replica, seq, hash): (ReplicaId, u64, EditHash),
    account: &AccountId,
    refusal: Refusal,
    received: Millis,
) -> Result<(), StoreError> {
    let sql = "insert into refusals (district, replica, edit_seq, hash, account, reason, received) \
               values ($1, $2, $3, $4, $5, $6, $7) on conflict (district, replica, edit_seq, hash) do nothing";
    sqlx::query(sql)
        .bind(district.as_str())
        .bind(bytes(replica.0))
        .bind(big(seq)?)
        .bind(bytes(hash.0))
        .bind(account.as_str())
        .bind(reason(refusal))
        .bind(received.0)
        .execute(tx)
        .await?;
    Ok(())
}

fn reason(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::Malformed => "malformed",
        Refusal::NotAssigned => "not-assigned",
        Refusal::NotYours => "not-yours",
        Refusal::NotAuthor => "not-author",
        Refusal::WrongStream => "wrong-stream",
    }
}
