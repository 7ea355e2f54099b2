//! Imported visits on their way in: ordinary edits, through the same code as any tablet's.

use domain::device::Intent;
use domain::edit::{Edit, Pen};
use domain::id::{Bits128, ImportId, ReplicaId, SchoolId};
use domain::import::Incoming;
use domain::merge::VisitState;
use domain::permission::{Action, Me};
use domain::stream::Stream;
use domain::sync::Verdict;
use domain::time::Millis;
use domain::visit::Change;

use super::ImportError;
use crate::app::App;

/// Edits a transaction, unless one visit has more.
const BATCH: usize = 500;

/// Whether an account may store these visits.
///
/// # Errors
/// [`ImportError::NotAllowed`] when it may not.
pub(crate) fn allowed(me: &Me, school: &SchoolId, visits: &[Incoming]) -> Result<(), ImportError> {
    let all_own = visits.iter().all(|visit| visit.begin.observer == me.account);
    let may = me.may(Action::RecordVisit, school) && (all_own || me.may(Action::EditOthersVisit, school));
    if may { Ok(()) } else { Err(ImportError::NotAllowed { school: school.clone() }) }
}

/// Stores visits, telling after each batch how many are stored. Each batch is one transaction, so that a visit is there
/// whole or not at all.
///
/// # Errors
/// When the account may not do that, or an edit is not taken; batches before it are stored.
pub(super) async fn push(
    app: &App,
    me: &Me,
    (import, school): (ImportId, &SchoolId),
    visits: &[Incoming],
    mut tell: impl FnMut(usize),
) -> Result<(), ImportError> {
    allowed(me, school, visits)?;
    let mut pen = Pen::new(ReplicaId(import.0), me.account.clone());
    let mut batch: Vec<(&Incoming, Vec<Intent>)> = Vec::new();
    let mut edits = 0;
    for (visit, stored) in visits.iter().zip(0..) {
        let intents = visit.intents();
        if !batch.is_empty() && edits + intents.len() > BATCH {
            push_batch(app, me, (&mut pen, school), &batch).await?;
            batch.clear();
            edits = 0;
            tell(stored);
        }
        edits += intents.len();
        batch.push((visit, intents));
    }
    push_batch(app, me, (&mut pen, school), &batch).await?;
    tell(visits.len());
    Ok(())
}

async fn push_batch(
    app: &App,
    me: &Me,
    (pen, school): (&mut Pen, &SchoolId),
    batch: &[(&Incoming, Vec<Intent>)],
) -> Result<(), ImportError> {
    let now = app.outside().now();
    let edits = write(pen, school, batch, now)?;
    let rows: Vec<u32> = batch.iter().flat_map(|(visit, intents)| intents.iter().map(|_| visit.row)).collect();
    let results = app.take_in(me, edits).await?.map(|answer| answer.results).unwrap_or_default();
    for (result, row) in results.into_iter().zip(rows) {
        match result.verdict {
            // A fork is an edit of the same row that another import has stored a moment ago.
            Verdict::Applied | Verdict::Held | Verdict::Duplicate | Verdict::Fork => {}
            verdict @ Verdict::Rejected(_) => return Err(ImportError::NotTaken { row, verdict }),
        }
    }
    Ok(())
}

/// The import of these visits. Named after them, so that the same import has the same edit ids however often it is sent.
pub(super) fn import_id(me: &Me, visits: &[Incoming]) -> ImportId {
    let account = me.account.as_str().as_bytes();
    let own: [&[u8]; 2] = [b"import", account];
    let name: Vec<&[u8]> = own.into_iter().chain(visits.iter().map(|visit| visit.id.0.0.as_slice())).collect();
    ImportId(Bits128::hash(&name))
}

fn write(
    pen: &mut Pen,
    school: &SchoolId,
    batch: &[(&Incoming, Vec<Intent>)],
    now: Millis,
) -> Result<Vec<(Edit, Millis)>, ImportError> {
    let stream = Stream::School(school.clone());
    let mut edits = Vec::new();
    for (visit, intents) in batch {
        let mut state = VisitState::default();
        for intent in intents.iter().cloned() {
            let change = match intent {
                Intent::Add(id, mark) => Change::Add(id, mark),
                Intent::Void(id) => Change::Void(id),
                Intent::Set(setting) => state.setting(setting),
            };
            let edit = pen
                .write(now, &stream, visit.id, change)
                .map_err(|malformed| ImportError::Malformed { row: visit.row, malformed })?;
            state.apply(&edit, None);
            edits.push((edit, now));
        }
    }
    Ok(edits)
}
