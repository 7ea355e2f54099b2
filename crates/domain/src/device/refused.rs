//! What becomes of edits that the server refused, when somebody says so: each is sent again, or taken back.

use std::collections::BTreeMap;

use super::ledger::Quarantined;
use super::shelf::{Key, Missing, Rows, Storage, Write, put};
use super::visits::{Cold, Facts};
use crate::edit::{Edit, Pen};
use crate::fact::Pack;
use crate::framework::Framework;
use crate::id::{DocumentHash, VisitId};
use crate::merge::VisitState;

/// Sends a refused edit again, with the next sync: it counts until the server refuses it again. The packs that changed;
/// none when it was not among the refused.
///
/// # Errors
/// When the storage fails.
pub async fn retry<S: Storage>(
    storage: &S,
    frameworks: &BTreeMap<DocumentHash, Framework>,
    visit: Option<VisitId>,
    text: &str,
) -> Result<Vec<Pack>, S::Error> {
    storage
        .transact(|rows| {
            let mut writes = Vec::new();
            rows.need([Key::pen(), Key::quarantine(visit)])?;
            let Some((left, edit)) = find(rows, visit, text, &mut writes)? else { return Ok((writes, Vec::new())) };
            let Some(mut pen) = rows.load::<Pen>(&Key::pen(), &mut writes)? else { return Ok((writes, Vec::new())) };
            // What an earlier replica wrote goes out under the present one, as after a fork.
            let again = if edit.id().replica == pen.replica() { Ok(edit) } else { edit.reissue(pen.take_id()) };
            let Ok(again) = again else { return Ok((writes, Vec::new())) };
            let packs = count_again(rows, frameworks, &again, visit, &left, |_| {}, &mut writes)?;
            put(&mut writes, Key::outbox(again.id().seq), &again.text());
            put(&mut writes, Key::pen(), &pen);
            Ok((writes, packs))
        })
        .await
}

/// Takes a refused edit back: the visit is on this tablet what it is on the server again. What the edit had replaced
/// comes with the next sync, for which the whole school is pulled anew. The packs that changed; none when it was not among
/// the refused.
///
/// # Errors
/// When the storage fails.
pub async fn take_back<S: Storage>(
    storage: &S,
    frameworks: &BTreeMap<DocumentHash, Framework>,
    visit: Option<VisitId>,
    text: &str,
) -> Result<Vec<Pack>, S::Error> {
    storage
        .transact(|rows| {
            let mut writes = Vec::new();
            rows.need([Key::quarantine(visit)])?;
            let Some((left, edit)) = find(rows, visit, text, &mut writes)? else { return Ok((writes, Vec::new())) };
            let take_back = |state: &mut VisitState| state.take_back(&edit);
            let packs = count_again(rows, frameworks, &edit, visit, &left, take_back, &mut writes)?;
            writes.push(Write::Delete(Key::position(edit.stream())));
            Ok((writes, packs))
        })
        .await
}

/// The refused edit, and those of its visit that stay refused. Text that is no edit any more is found too, by nobody: it
/// stays where it is.
fn find(
    rows: &Rows,
    visit: Option<VisitId>,
    text: &str,
    writes: &mut Vec<Write>,
) -> Result<Option<(Vec<Quarantined>, Edit)>, Missing> {
    let kept: Vec<Quarantined> = rows.load(&Key::quarantine(visit), writes)?.unwrap_or_default();
    let (gone, left): (Vec<_>, Vec<_>) = kept.into_iter().partition(|edit| edit.text == text);
    Ok(gone.first().and_then(|edit| Edit::read(edit.text.as_str()).ok()).map(|edit| (left, edit)))
}

/// Keeps what stays refused, and the visit and its fact as they are without the others.
fn count_again(
    rows: &Rows,
    frameworks: &BTreeMap<DocumentHash, Framework>,
    edit: &Edit,
    visit: Option<VisitId>,
    left: &[Quarantined],
    change: impl FnOnce(&mut VisitState),
    writes: &mut Vec<Write>,
) -> Result<Vec<Pack>, Missing> {
    let place = Key::quarantine(visit);
    let mut facts = Facts::new(frameworks);
    if let Some(visit) = visit {
        let earlier: Vec<Quarantined> = rows.load(&place, writes)?.unwrap_or_default();
        let mut cold = Cold::default();
        let mut state = cold.locate(rows, edit.stream(), visit, writes)?;
        let before = facts.of(visit, &state, &earlier);
        change(&mut state);
        facts.change(rows, before, facts.of(visit, &state, left), writes)?;
        cold.keep_hot(rows, edit.stream(), visit, &state, writes)?;
        cold.finish(writes);
    }
    if left.is_empty() {
        writes.push(Write::Delete(place));
    } else {
        put(writes, place, &left);
    }
    Ok(facts.finish(writes))
}
