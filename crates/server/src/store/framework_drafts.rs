//! The framework that is being written. Whoever writes says which text they have seen: of two at once, one is told.

use domain::framework::{Draft, HeldDraft};
use domain::id::{AccountId, Bits128, DistrictId};
use domain::time::Millis;
use sqlx::AnyConnection;

use super::StoreError;
use super::columns::{bits, bytes};

/// The draft; `None` while nobody writes one.
pub(crate) async fn get(tx: &mut AnyConnection, district: &DistrictId) -> Result<Option<HeldDraft>, StoreError> {
    let sql = "select d.tag, d.text, coalesce(a.name, d.account), d.at from framework_drafts d \
               left join accounts a on a.district = d.district and a.account = d.account where d.district = $1";
    let row: Option<(Vec<u8>, String, String, i64)> =
        sqlx::query_as(sql).bind(district.as_str()).fetch_optional(tx).await?;
    let Some((tag, text, by, at)) = row else { return Ok(None) };
    let draft = serde_json::from_str(&text).map_err(|_| StoreError::Damaged("framework_drafts.text"))?;
    Ok(Some(HeldDraft { draft, tag: bits(&tag, "framework_drafts.tag")?, by, at: Millis(at) }))
}

/// Begins one. Whether there was none.
pub(crate) async fn begin(
    tx: &mut AnyConnection,
    district: &DistrictId,
    draft: &Draft,
    (account, at): (&AccountId, Millis),
) -> Result<bool, StoreError> {
    let (tag, text) = written(draft)?;
    let sql = "insert into framework_drafts (district, tag, text, account, at) values ($1, $2, $3, $4, $5) \
               on conflict (district) do nothing";
    let done = sqlx::query(sql)
        .bind(district.as_str())
        .bind(bytes(tag))
        .bind(text)
        .bind(account.as_str())
        .bind(at.0)
        .execute(tx)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Puts another in its place. Whether it was the one that was seen.
pub(crate) async fn change(
    tx: &mut AnyConnection,
    district: &DistrictId,
    seen: Bits128,
    draft: &Draft,
    (account, at): (&AccountId, Millis),
) -> Result<bool, StoreError> {
    let (tag, text) = written(draft)?;
    let sql = "update framework_drafts set tag = $3, text = $4, account = $5, at = $6 where district = $1 and tag = $2";
    let done = sqlx::query(sql)
        .bind(district.as_str())
        .bind(bytes(seen))
        .bind(bytes(tag))
        .bind(text)
        .bind(account.as_str())
        .bind(at.0)
        .execute(tx)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes it away. Whether it was the one that was seen.
pub(crate) async fn discard(tx: &mut AnyConnection, district: &DistrictId, seen: Bits128) -> Result<bool, StoreError> {
    let sql = "delete from framework_drafts where district = $1 and tag = $2";
    let done = sqlx::query(sql).bind(district.as_str()).bind(bytes(seen)).execute(tx).await?;
    Ok(done.rows_affected() == 1)
}

fn written(draft: &Draft) -> Result<(Bits128, String), StoreError> {
    let text = serde_json::to_string(draft).map_err(|_| StoreError::Damaged("framework_drafts.text"))?;
    Ok((Draft::tag_of(&text), text))
}
