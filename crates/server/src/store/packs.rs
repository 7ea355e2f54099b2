//! Fact packs: what Compare reads, one value for each school, local month and framework version.

use domain::fact::{Pack, PackKey};
use domain::id::{DistrictId, DocumentHash, SchoolId};
use domain::saved::{self, Loaded};
use domain::time::Month;
use sqlx::AnyConnection;

use super::StoreError;
use super::columns::{big, bits, bytes, count};

/// The pack with this key; an empty one when there is none yet.
pub(crate) async fn get(tx: &mut AnyConnection, district: &DistrictId, key: &PackKey) -> Result<Pack, StoreError> {
    let sql = "select facts from packs where district = $1 and school = $2 and month = $3 and framework = $4";
    let row: Option<(Vec<u8>,)> = sqlx::query_as(sql)
        .bind(district.as_str())
        .bind(key.school.as_str())
        .bind(number(key.month))
        .bind(bytes(key.framework.0))
        .fetch_optional(tx)
        .await?;
    row.map_or_else(|| Ok(Pack::new(key.clone())), |(facts,)| read(facts))
}

/// Keeps a pack.
pub(crate) async fn put(
    tx: &mut AnyConnection,
    district: &DistrictId,
    commit: u64,
    pack: &Pack,
) -> Result<(), StoreError> {
    let sql = "insert into packs (district, school, month, framework, commit_seq, facts) \
               values ($1, $2, $3, $4, $5, $6) on conflict (district, school, month, framework) do update set \
               commit_seq = excluded.commit_seq, facts = excluded.facts";
    sqlx::query(sql)
        .bind(district.as_str())
        .bind(pack.key.school.as_str())
        .bind(number(pack.key.month))
        .bind(bytes(pack.key.framework.0))
        .bind(big(commit)?)
        .bind(saved::save(pack)?)
        .execute(tx)
        .await?;
    Ok(())
}

/// Every pack's key and the commit that last wrote it.
pub(crate) async fn index(tx: &mut AnyConnection, district: &DistrictId) -> Result<Vec<(PackKey, u64)>, StoreError> {
    let sql = "select school, month, framework, commit_seq from packs where district = $1";
    let rows: Vec<(String, i64, Vec<u8>, i64)> = sqlx::query_as(sql).bind(district.as_str()).fetch_all(tx).await?;
    rows.into_iter()
        .map(|(school, month, framework, commit)| {
            let framework = DocumentHash(bits(&framework, "packs.framework")?);
            let key = PackKey { school: SchoolId(school), month: read_month(month)?, framework };
            Ok((key, count(commit, "packs.commit_seq")?))
        })
        .collect()
}

fn number(month: Month) -> i64 {
    i64::from(month.year) * 12 + i64::from(month.month) - 1
}

fn read_month(number: i64) -> Result<Month, StoreError> {
    let damaged = |_| StoreError::Damaged("packs.month");
    let year = i16::try_from(number.div_euclid(12)).map_err(damaged)?;
    let month = i8::try_from(number.rem_euclid(12) + 1).map_err(damaged)?;
    Ok(Month { year, month })
}

fn read(facts: Vec<u8>) -> Result<Pack, StoreError> {
    match saved::load(Some(facts)) {
        Loaded::Thing(pack) => Ok(pack),
        Loaded::Nothing | Loaded::Unreadable(_) => Err(StoreError::Damaged("packs.facts")),
    }
}
