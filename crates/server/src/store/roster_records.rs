//! What roster packages of other systems have said so far.

use domain::id::DistrictId;
use domain::rostering::Records;
use domain::time::Millis;
use sqlx::AnyConnection;

use super::StoreError;

/// It, and when it was last said; `None` before the first package.
pub(crate) async fn get(
    tx: &mut AnyConnection,
    district: &DistrictId,
) -> Result<Option<(Records, Millis)>, StoreError> {
    let sql = "select text, at from roster_records where district = $1";
    let row: Option<(String, i64)> = sqlx::query_as(sql).bind(district.as_str()).fetch_optional(tx).await?;
    let Some((text, at)) = row else { return Ok(None) };
    let records = serde_json::from_str(&text).map_err(|_| StoreError::Damaged("roster_records.text"))?;
    Ok(Some((records, Millis(at))))
}

/// When a package was last taken; `None` before the first.
pub(crate) async fn last(tx: &mut AnyConnection, district: &DistrictId) -> Result<Option<Millis>, StoreError> {
    let sql = "select at from roster_records where district = $1";
    let row: Option<(i64,)> = sqlx::query_as(sql).bind(district.as_str()).fetch_optional(tx).await?;
    Ok(row.map(|(at,)| Millis(at)))
}

/// Keeps it in place of what was said before.
pub(crate) async fn put(
    tx: &mut AnyConnection,
    district: &DistrictId,
    records: &Records,
    at: Millis,
) -> Result<(), StoreError> {
    let text = serde_json::to_string(records).map_err(|_| StoreError::Damaged("roster_records.text"))?;
    let sql = "insert into roster_records (district, text, at) values ($1, $2, $3) \
               on conflict (district) do update set text = excluded.text, at = excluded.at";
    sqlx::query(sql).bind(district.as_str()).bind(text).bind(at.0).execute(tx).await?;
    Ok(())
}
