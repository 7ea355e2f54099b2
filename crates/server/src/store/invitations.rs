//! Links with which someone chooses a passphrase, kept under the hash of their token.

use std::collections::BTreeMap;

use domain::id::{AccountId, DistrictId};
use domain::time::Millis;
use sqlx::AnyConnection;

use super::StoreError;

/// Keeps a new link in place of any earlier one of the account.
pub(crate) async fn offer(
    tx: &mut AnyConnection,
    district: &DistrictId,
    account: &AccountId,
    (token, ends): ([u8; 32], Millis),
    made_by: &AccountId,
) -> Result<(), StoreError> {
    let sql = "insert into invitations (district, account, token, ends, made_by) values ($1, $2, $3, $4, $5) \
               on conflict (district, account) do update set \
               token = excluded.token, ends = excluded.ends, made_by = excluded.made_by";
    sqlx::query(sql)
        .bind(district.as_str())
        .bind(account.as_str())
        .bind(token.to_vec())
        .bind(ends.0)
        .bind(made_by.as_str())
        .execute(tx)
        .await?;
    Ok(())
}

/// Whose link it is; `None` when there is none or it has ended.
pub(crate) async fn of(
    tx: &mut AnyConnection,
    district: &DistrictId,
    token: [u8; 32],
    now: Millis,
) -> Result<Option<AccountId>, StoreError> {
    let sql = "select account from invitations where district = $1 and token = $2 and ends > $3";
    let row: Option<(String,)> =
        sqlx::query_as(sql).bind(district.as_str()).bind(token.to_vec()).bind(now.0).fetch_optional(tx).await?;
    Ok(row.map(|(account,)| AccountId(account)))
}

/// Uses a link up. Whether it was there; of two that come at once, one hears no.
pub(crate) async fn take(tx: &mut AnyConnection, district: &DistrictId, token: [u8; 32]) -> Result<bool, StoreError> {
    let sql = "delete from invitations where district = $1 and token = $2";
    let taken = sqlx::query(sql).bind(district.as_str()).bind(token.to_vec()).execute(tx).await?;
    Ok(taken.rows_affected() == 1)
}

/// Takes an account's link away.
pub(crate) async fn withdraw(
    tx: &mut AnyConnection,
    district: &DistrictId,
    account: &AccountId,
) -> Result<(), StoreError> {
    let sql = "delete from invitations where district = $1 and account = $2";
    sqlx::query(sql).bind(district.as_str()).bind(account.as_str()).execute(tx).await?;
    Ok(())
}

/// Takes the links away that somebody made for others.
pub(crate) async fn withdraw_made_by(
    tx: &mut AnyConnection,
    district: &DistrictId,
    account: &AccountId,
) -> Result<(), StoreError> {
    let sql = "delete from invitations where district = $1 and made_by = $2";
    sqlx::query(sql).bind(district.as_str()).bind(account.as_str()).execute(tx).await?;
    Ok(())
}

/// Until when each account's link works.
pub(crate) async fn all(
    tx: &mut AnyConnection,
    district: &DistrictId,
) -> Result<BTreeMap<AccountId, Millis>, StoreError> {
    let sql = "select account, ends from invitations where district = $1";
    let rows: Vec<(String, i64)> = sqlx::query_as(sql).bind(district.as_str()).fetch_all(tx).await?;
    Ok(rows.into_iter().map(|(account, ends)| (AccountId(account), Millis(ends))).collect())
}
