//! Undoing an import: each of its visits is discarded by an ordinary edit, which tablets pull like any other. Nothing is
//! deleted. The rows can be imported again, as other visits (`domain::import::Before`).

use domain::edit::Pen;
use domain::id::{Bits128, ImportId, ReplicaId, VisitId};
use domain::import::UndoneImport;
use domain::merge::VisitState;
use domain::permission::{Action, Me};
use domain::stream::Stream;
use domain::sync::Verdict;
use domain::time::Millis;
use domain::visit::{Field, Setting};

use super::ImportError;
use crate::app::App;
use crate::error::ApiError;
use crate::outside::draw_tag;
use crate::store::{StoreError, StoredVisit, imports, visits};

/// Visits a transaction.
const BATCH: usize = 500;

/// Undoes an import. One that was undone is left as it is; one whose undoing was cut short is undone to its end.
///
/// # Errors
/// When there is no such import, the account may not change these visits, or an edit is not taken; what was discarded
/// before it stays so.
pub(crate) async fn undo(app: &App, me: &Me, import: ImportId) -> Result<UndoneImport, ImportError> {
    let district = &me.district;
    let mut tx = app.store().read().await?;
    let (school, undone) = imports::get(&mut tx, district, import).await?.ok_or(ApiError::NotFound)?;
    if ![Action::RecordVisit, Action::EditOthersVisit].into_iter().all(|action| me.may(action, &school)) {
        return Err(ImportError::NotAllowed { school });
    }
    let all = if undone { Vec::new() } else { imports::visits(&mut tx, district, import).await? };
    tx.rollback().await.map_err(StoreError::from)?;
    let now = app.outside().now();
    let mut pen = Pen::new(replica(app, me, import)?, me.account.clone());
    let mut done = UndoneImport { import, discarded: 0, changed: 0 };
    for batch in all.chunks(BATCH) {
        let mut tx = app.store().read().await?;
        let stored = visits::get(&mut tx, district, batch).await?;
        tx.rollback().await.map_err(StoreError::from)?;
        let mut edits = Vec::new();
        for (visit, StoredVisit { state, .. }) in stored.iter().filter(|(_, stored)| !discarded(&stored.state)) {
            edits.push((discard(&mut pen, &Stream::School(school.clone()), *visit, state, now)?, now));
            done.discarded += 1;
            done.changed += u32::from(changed_since(state, import));
        }
        for result in app.take_in(me, edits).await?.map(|answer| answer.results).unwrap_or_default() {
            match result.verdict {
                Verdict::Applied | Verdict::Held | Verdict::Duplicate => {}
                verdict @ (Verdict::Fork | Verdict::Rejected(_)) => return Err(ImportError::NotUndone { verdict }),
            }
        }
    }
    if !undone {
        let mut tx = app.store().begin().await?;
        imports::undo(&mut tx, district, import, &me.account, now).await?;
        tx.commit().await.map_err(StoreError::from)?;
    }
    Ok(done)
}

/// A replica of its own each time: an undoing that was cut short goes on with other visits under the same numbers.
fn replica(app: &App, me: &Me, import: ImportId) -> Result<ReplicaId, ImportError> {
    let drawn = draw_tag(app.outside()).map_err(StoreError::from)?;
    let name: [&[u8]; 4] = [b"undo", me.account.as_str().as_bytes(), &import.0.0, &drawn.to_le_bytes()];
    Ok(ReplicaId(Bits128::hash(&name)))
}

fn discard(
    pen: &mut Pen,
    stream: &Stream,
    visit: VisitId,
    state: &VisitState,
    now: Millis,
) -> Result<domain::edit::Edit, ImportError> {
    let change = state.setting(Setting::Discarded(true));
    pen.write(now, stream, visit, change).map_err(|malformed| ImportError::Malformed { row: 0, malformed })
}

/// Whether a visit has been discarded, by whomever.
pub(super) fn discarded(state: &VisitState) -> bool {
    matches!(state.shown(&Field::Discarded), Some(Setting::Discarded(true)))
}

/// Whether somebody has set something in it that the import did not.
fn changed_since(state: &VisitState, import: ImportId) -> bool {
    state.fields().values().flatten().any(|(_, head)| head.stamp.replica.0 != import.0)
}
