//! A push: read whole, judged edit by edit, kept in one transaction.
//!
//! First `read`, where an envelope fault stores nothing; then `lanes`, so that not too many wait for one district; then
//! `judge`, which decides what becomes of each edit without the database; and in the end `work`, which writes what was
//! decided, counter row first.

mod facts;
mod judge;
mod lanes;
mod read;
mod work;

use domain::id::DistrictId;
use domain::permission::Me;
use domain::sync::{Cursor, PushAnswer, PushResult};
use sqlx::AnyConnection;
use tracing::Instrument;

use crate::app::App;
use crate::erase;
use crate::error::ApiError;
use crate::outside::draw_tag;
use crate::store::{Replica, StoreError, commits};

pub(crate) use facts::{PackChanges, fact_of, framework_of, names_unknown};
pub(crate) use lanes::Lanes;
pub(crate) use read::{Arrived, Push, read};
use work::Work;

/// When to come back, in seconds, while the log of erasures cannot be read.
const COME_BACK: u32 = 60;

/// Takes a push in a task of its own, so that a client that hangs up does not end it half way.
///
/// # Errors
/// [`ApiError::Busy`] when too many wait already; otherwise as [`accept`].
pub(crate) async fn take(app: &App, me: Me, push: Push) -> Result<PushAnswer, ApiError> {
    let place = app.lanes().wait(&me.district)?;
    let app = app.clone();
    let tracker = app.pushes().clone();
    let work = async move {
        let _turn = place.turn().await?;
        accept(&app, &me, push).await
    };
    let work = tracker.spawn(work.in_current_span());
    work.await.map_err(|_| ApiError::CutShort)?
}

/// Judges and keeps a push.
///
/// # Errors
/// [`ApiError::NotAllowed`] when the replica is someone else's, [`ApiError::Rewound`] when the cursor is of a history
/// that this server does not have; nothing is stored then.
pub(crate) async fn accept(app: &App, me: &Me, push: Push) -> Result<PushAnswer, ApiError> {
    let received = app.outside().now();
    let tag = draw_tag(app.outside())?;
    let mut tx = app.store().begin().await?;
    let here = commits::next(&mut tx, &me.district, tag, received).await?;
    if let Some(cursor) = push.cursor
        && !knows(&mut tx, &me.district, cursor, here).await?
    {
        tx.rollback().await.map_err(StoreError::from)?;
        return Err(rewound(app, &me.district, cursor, here.epoch).await?);
    }
    let mut work = Work::begin(app, &mut tx, me, &push).await?;
    let rulings = work.judge(&push);
    let verdicts = work.verdicts(&mut tx, &push, &rulings).await?;
    let changed = work.record(&push, &rulings);
    let results = push
        .edits
        .iter()
        .zip(&verdicts)
        .map(|(arrived, verdict)| PushResult { seq: arrived.seq(), verdict: verdict.clone() });
    let results: Vec<PushResult> = results.collect();
    let cursor = if changed { here } else { commits::before(&mut tx, &me.district, here).await? };
    if changed {
        work.write(&mut tx, here.seq, &push, &verdicts, &rulings).await?;
        tx.commit().await.map_err(StoreError::from)?;
    } else {
        tx.rollback().await.map_err(StoreError::from)?;
    }
    let Replica { acked_through, fingerprint, .. } = work.replica;
    Ok(PushAnswer { received, results, acked_through, fingerprint, cursor: Some(cursor) })
}

/// Whether a cursor is a place in this server's history.
pub(crate) async fn knows(
    tx: &mut AnyConnection,
    district: &DistrictId,
    cursor: Cursor,
    head: Cursor,
) -> Result<bool, StoreError> {
    Ok(cursor.epoch == head.epoch && commits::tag(tx, district, cursor.seq).await? == Some(cursor.tag))
}

/// What to answer to a cursor that is not of this history. One of the present epoch shows that the server was rewound
/// without noticing: a new epoch begins, so that every tablet hears of it.
pub(crate) async fn rewound(
    app: &App,
    district: &DistrictId,
    cursor: Cursor,
    epoch: u64,
) -> Result<ApiError, StoreError> {
    if cursor.epoch >= epoch {
        tracing::warn!(%district, epoch, seq = cursor.seq, "a cursor from a lost history: a new epoch begins");
        // What was put back behind the server's back may hold what was erased since. Until that is gone nobody begins anew.
        if let Err(error) = erase::erase_again(app).await {
            tracing::error!(%district, %error, "what was erased could not be erased again");
            return Ok(ApiError::Busy { seconds: COME_BACK });
        }
        app.store().begin_epoch(district, cursor.epoch).await?;
    }
    Ok(ApiError::Rewound)
}
