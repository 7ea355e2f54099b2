//! Published documents: immutable, named by the hash of their bytes.

use domain::district::{Document, DocumentKind};
use domain::framework::Framework;
use domain::id::{DistrictId, DocumentHash};
use domain::stream::Stream;
use sqlx::AnyConnection;

use super::StoreError;
use super::columns::{big, bytes, count};

/// Keeps a document. Publishing the same bytes again makes them the latest of their kind.
pub(crate) async fn put(
    tx: &mut AnyConnection,
    district: &DistrictId,
    stream: &Stream,
    document: &Document,
    commit: u64,
) -> Result<(), StoreError> {
    let sql = "insert into documents (district, hash, stream, kind, commit_seq, text) values ($1, $2, $3, $4, $5, $6) \
               on conflict (district, hash) do update set commit_seq = excluded.commit_seq";
    sqlx::query(sql)
        .bind(district.as_str())
        .bind(bytes(document.hash().0))
        .bind(stream.to_string())
        .bind(kind_text(document.kind))
        .bind(big(commit)?)
        .bind(document.text.as_str())
        .execute(tx)
        .await?;
    Ok(())
}

/// Documents of a stream published after one commit and no later than another, as far as they still hold then: every
/// framework version, and the latest of every other kind. In order of publication.
pub(crate) async fn between(
    tx: &mut AnyConnection,
    district: &DistrictId,
    stream: &Stream,
    after: u64,
    through: u64,
) -> Result<Vec<Document>, StoreError> {
    let sql = "select kind, text from documents \
               where district = $1 and stream = $2 and commit_seq > $3 and commit_seq <= $4 \
               and (kind = 'framework' or commit_seq = \
               (select max(later.commit_seq) from documents later where later.district = documents.district \
               and later.stream = documents.stream and later.kind = documents.kind and later.commit_seq <= $4)) \
               order by commit_seq";
    let rows: Vec<(String, String)> = sqlx::query_as(sql)
        .bind(district.as_str())
        .bind(stream.to_string())
        .bind(big(after)?)
        .bind(big(through)?)
        .fetch_all(tx)
        .await?;
    rows.into_iter().map(|(kind, text)| Ok(Document { kind: read_kind(&kind)?, text })).collect()
}

/// Every document of a kind, in the order of publication.
pub(crate) async fn of_kind(
    tx: &mut AnyConnection,
    district: &DistrictId,
    kind: DocumentKind,
) -> Result<Vec<Document>, StoreError> {
    let sql = "select text from documents where district = $1 and kind = $2 order by commit_seq";
    let rows: Vec<(String,)> = sqlx::query_as(sql).bind(district.as_str()).bind(kind_text(kind)).fetch_all(tx).await?;
    Ok(rows.into_iter().map(|(text,)| Document { kind, text }).collect())
}

/// The last commit that published a document; 0 before the first.
pub(crate) async fn last(tx: &mut AnyConnection, district: &DistrictId) -> Result<u64, StoreError> {
    let sql = "select cast(coalesce(max(commit_seq), 0) as bigint) from documents where district = $1";
    let (last,): (i64,) = sqlx::query_as(sql).bind(district.as_str()).fetch_one(tx).await?;
    count(last, "documents.commit_seq")
}

/// The framework version with this hash; `None` when it has not been published here.
pub(crate) async fn framework(
    tx: &mut AnyConnection,
    district: &DistrictId,
    hash: DocumentHash,
) -> Result<Option<Framework>, StoreError> {
    let sql = "select text from documents where district = $1 and hash = $2 and kind = 'framework'";
    let row: Option<(String,)> =
        sqlx::query_as(sql).bind(district.as_str()).bind(bytes(hash.0)).fetch_optional(tx).await?;
    row.map(|(text,)| serde_json::from_str(&text).map_err(|_| StoreError::Damaged("documents.text"))).transpose()
}

fn kind_text(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::District => "district",
        DocumentKind::Framework => "framework",
        DocumentKind::Roster => "roster",
    }
}

fn read_kind(text: &str) -> Result<DocumentKind, StoreError> {
    [DocumentKind::District, DocumentKind::Framework, DocumentKind::Roster]
        .into_iter()
        .find(|kind| kind_text(*kind) == text)
        .ok_or(StoreError::Damaged("documents.kind"))
}
