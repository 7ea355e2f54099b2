//! A pull: one page of a stream, read at one moment.

use domain::id::{DistrictId, VisitId};
use domain::stream::Stream;
use domain::sync::{Cursor, PullAnswer, PullQuery, VisitSnapshot};
use sqlx::AnyConnection;

use crate::app::App;
use crate::error::{ApiError, Unreadable};
use crate::push::{knows, rewound};
use crate::store::{StoreError, commits, documents, edits, erasures, visits};

/// Visits or edits a page, when the tablet does not say.
const LIMIT: u16 = 200;
/// The most it may ask for.
const MOST: u16 = 1_000;

/// Answers a pull. Whoever asks has been found to be allowed the stream.
///
/// # Errors
/// [`ApiError::Rewound`] when the cursor is of a history that this server does not have.
pub(crate) async fn page(app: &App, district: &DistrictId, query: &PullQuery) -> Result<PullAnswer, ApiError> {
    let cursor = read_cursor(query)?;
    let limit = query.limit.unwrap_or(LIMIT).clamp(1, MOST);
    let mut tx = app.store().read().await?;
    let head = commits::head(&mut tx, district).await?;
    // What was heard elsewhere may be of a history that was lost although this stream's cursor is older than that.
    for cursor in cursor.into_iter().chain(query.heard) {
        if !knows(&mut tx, district, cursor, head).await? {
            drop(tx);
            return Err(rewound(app, district, cursor, head.epoch).await?);
        }
    }
    let snapshot = query.snapshot || query.after_visit.is_some();
    let answer = match cursor {
        Some(after) if !snapshot => delta(&mut tx, district, &query.stream, after, head, limit).await?,
        begun => {
            let begun = begun.unwrap_or(head);
            snapshot_page(&mut tx, district, &query.stream, begun, query.after_visit, limit).await?
        }
    };
    Ok(answer)
}

/// All three parts or none.
fn read_cursor(query: &PullQuery) -> Result<Option<Cursor>, Unreadable> {
    match (query.epoch, query.seq, query.tag) {
        (Some(epoch), Some(seq), Some(tag)) => Ok(Some(Cursor { epoch, seq, tag })),
        (None, None, None) => Ok(None),
        (_, _, _) => Err(Unreadable::Query),
    }
}

/// A page of visits. Each is as it stands now, which may be later than where the snapshot began; the deltas after it
/// repeat what came since, and folding that in again changes nothing.
async fn snapshot_page(
    tx: &mut AnyConnection,
    district: &DistrictId,
    stream: &Stream,
    begun: Cursor,
    after: Option<VisitId>,
    limit: u16,
) -> Result<PullAnswer, StoreError> {
    // A tablet that begins anew after a rewind still has what it had.
    let (documents, removed) = match after {
        None => (
            documents::between(tx, district, stream, 0, begun.seq).await?,
            erasures::between(tx, district, stream, 0, begun.seq).await?,
        ),
        Some(_) => (Vec::new(), Vec::new()),
    };
    let mut page = visits::page(tx, district, stream, after, limit.saturating_add(1)).await?;
    let more = page.len() > usize::from(limit);
    page.truncate(usize::from(limit));
    let total = visits::total(tx, district, stream).await?;
    Ok(PullAnswer {
        cursor: begun,
        documents,
        visits: page.into_iter().map(|(visit, state)| VisitSnapshot { visit, state }).collect(),
        edits: Vec::new(),
        removed,
        more,
        total: Some(total),
    })
}

/// A page of what happened since. A visit leaves its stream only by being erased: it belongs to one for ever, and moving
/// it elsewhere is a discard and a copy.
async fn delta(
    tx: &mut AnyConnection,
    district: &DistrictId,
    stream: &Stream,
    after: Cursor,
    head: Cursor,
    limit: u16,
) -> Result<PullAnswer, StoreError> {
    let page = edits::page(tx, district, stream, (after.seq, head.seq), limit).await?;
    let cursor = match page.ends_at {
        None => head,
        Some(seq) => {
            let tag = commits::tag(tx, district, seq).await?.ok_or(StoreError::Damaged("commits"))?;
            Cursor { epoch: head.epoch, seq, tag }
        }
    };
    let documents = documents::between(tx, district, stream, after.seq, cursor.seq).await?;
    Ok(PullAnswer {
        cursor,
        documents,
        visits: Vec::new(),
        edits: page.edits,
        removed: erasures::between(tx, district, stream, after.seq, cursor.seq).await?,
        more: page.ends_at.is_some(),
        total: None,
    })
}
