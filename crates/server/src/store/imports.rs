//! Imports that were done. Their visits stand in `edits`: an import is the replica that wrote them.

use domain::id::{AccountId, DistrictId, ImportId, SchoolId, VisitId};
use domain::import::{PastImport, SourceName, Undone};
use domain::time::Millis;
use sqlx::AnyConnection;

use super::StoreError;
use super::columns::{bits, bytes};

/// An import that begins.
#[derive(Debug)]
pub(crate) struct NewImport<'a> {
    pub(crate) import: ImportId,
    pub(crate) school: &'a SchoolId,
    pub(crate) source: &'a SourceName,
    /// The source as it was typed.
    pub(crate) called: &'a str,
    /// How its file is read, as JSON.
    pub(crate) mapping: &'a str,
    pub(crate) by: &'a AccountId,
    pub(crate) at: Millis,
}

/// Keeps that an import begins. One that was cut short before it stored anything begins again as the same.
pub(crate) async fn put(tx: &mut AnyConnection, district: &DistrictId, new: &NewImport<'_>) -> Result<(), StoreError> {
    let sql = "insert into imports (district, import, school, source, called, mapping, account, at) \
               values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (district, import) do nothing";
    sqlx::query(sql)
        .bind(district.as_str())
        .bind(bytes(new.import.0))
        .bind(new.school.as_str())
        .bind(new.source.as_str())
        .bind(new.called)
        .bind(new.mapping)
        .bind(new.by.as_str())
        .bind(new.at.0)
        .execute(tx)
        .await?;
    Ok(())
}

type Columns = (Vec<u8>, String, String, String, i64, i64, Option<i64>, Option<String>);

/// Every import, the latest first.
pub(crate) async fn all(tx: &mut AnyConnection, district: &DistrictId) -> Result<Vec<PastImport>, StoreError> {
    let sql = "select import, called, school, account, at, \
               (select cast(count(distinct visit) as bigint) from edits \
                where edits.district = imports.district and edits.replica = imports.import), \
               undone, undone_by \
               from imports where district = $1 order by at desc, import";
    let rows: Vec<Columns> = sqlx::query_as(sql).bind(district.as_str()).fetch_all(tx).await?;
    let imports = rows
        .into_iter()
        .map(|(import, source, school, by, at, visits, undone, undone_by)| {
            Ok(PastImport {
                import: ImportId(bits(&import, "imports.import")?),
                source,
                school: SchoolId(school),
                by: AccountId(by),
                at: Millis(at),
                visits: u32::try_from(visits).map_err(|_| StoreError::Damaged("imports"))?,
                undone: undone.zip(undone_by).map(|(at, by)| Undone { by: AccountId(by), at: Millis(at) }),
            })
        })
        .collect::<Result<Vec<_>, StoreError>>()?;
    // One that was cut short before it stored anything is none.
    Ok(imports.into_iter().filter(|import| import.visits > 0).collect())
}

/// The school of an import, and whether it was undone; `None` when there is no such import.
pub(crate) async fn get(
    tx: &mut AnyConnection,
    district: &DistrictId,
    import: ImportId,
) -> Result<Option<(SchoolId, bool)>, StoreError> {
    let sql = "select school, undone from imports where district = $1 and import = $2";
    let row: Option<(String, Option<i64>)> =
        sqlx::query_as(sql).bind(district.as_str()).bind(bytes(import.0)).fetch_optional(tx).await?;
    Ok(row.map(|(school, undone)| (SchoolId(school), undone.is_some())))
}

/// The visits that an import has stored.
pub(crate) async fn visits(
    tx: &mut AnyConnection,
    district: &DistrictId,
    import: ImportId,
) -> Result<Vec<VisitId>, StoreError> {
    let sql = "select distinct visit from edits where district = $1 and replica = $2 and visit is not null";
    let rows: Vec<(Vec<u8>,)> = sqlx::query_as(sql).bind(district.as_str()).bind(bytes(import.0)).fetch_all(tx).await?;
    rows.into_iter().map(|(visit,)| Ok(VisitId(bits(&visit, "edits.visit")?))).collect()
}

/// The visits of a school's imports that were undone.
pub(crate) async fn undone_visits(
    tx: &mut AnyConnection,
    district: &DistrictId,
    school: &SchoolId,
) -> Result<Vec<VisitId>, StoreError> {
    let sql = "select distinct edits.visit from imports \
               join edits on edits.district = imports.district and edits.replica = imports.import \
               where imports.district = $1 and imports.school = $2 and imports.undone is not null \
               and edits.visit is not null";
    let rows: Vec<(Vec<u8>,)> = sqlx::query_as(sql).bind(district.as_str()).bind(school.as_str()).fetch_all(tx).await?;
    rows.into_iter().map(|(visit,)| Ok(VisitId(bits(&visit, "edits.visit")?))).collect()
}

/// How the tables of a source were read when a school's visits came from them.
pub(crate) async fn mappings(
    tx: &mut AnyConnection,
    district: &DistrictId,
    school: &SchoolId,
    source: &SourceName,
) -> Result<Vec<String>, StoreError> {
    let sql = "select distinct mapping from imports where district = $1 and school = $2 and source = $3";
    let rows: Vec<(String,)> =
        sqlx::query_as(sql).bind(district.as_str()).bind(school.as_str()).bind(source.as_str()).fetch_all(tx).await?;
    Ok(rows.into_iter().map(|(mapping,)| mapping).collect())
}

/// Notes that an import was undone, unless it was before.
pub(crate) async fn undo(
    tx: &mut AnyConnection,
    district: &DistrictId,
    import: ImportId,
    by: &AccountId,
    now: Millis,
) -> Result<(), StoreError> {
    let sql = "update imports set undone = $3, undone_by = $4 \
               where district = $1 and import = $2 and undone is null";
    sqlx::query(sql).bind(district.as_str()).bind(bytes(import.0)).bind(now.0).bind(by.as_str()).execute(tx).await?;
    Ok(())
}
