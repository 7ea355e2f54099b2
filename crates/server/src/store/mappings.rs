//! How the tables of other programs are read: one mapping a source.

use domain::id::DistrictId;
use domain::import::SourceName;
use domain::time::Millis;
use sqlx::AnyConnection;

use super::StoreError;

/// The mapping that a source's last import used, as it was written; `None` before the first.
pub(crate) async fn get(
    tx: &mut AnyConnection,
    district: &DistrictId,
    source: &SourceName,
) -> Result<Option<String>, StoreError> {
    let sql = "select mapping from import_mappings where district = $1 and source = $2";
    let row: Option<(String,)> =
        sqlx::query_as(sql).bind(district.as_str()).bind(source.as_str()).fetch_optional(tx).await?;
    Ok(row.map(|(mapping,)| mapping))
}

/// Remembers a mapping for a source, in place of an earlier one.
pub(crate) async fn put(
    tx: &mut AnyConnection,
    district: &DistrictId,
    source: &SourceName,
    mapping: &str,
    now: Millis,
) -> Result<(), StoreError> {
    let sql = "insert into import_mappings (district, source, mapping, used) values ($1, $2, $3, $4) \
               on conflict (district, source) do update set mapping = excluded.mapping, used = excluded.used";
    sqlx::query(sql).bind(district.as_str()).bind(source.as_str()).bind(mapping).bind(now.0).execute(tx).await?;
    Ok(())
}
