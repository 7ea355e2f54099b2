//! What becomes of own edits after the server has answered.

use std::collections::BTreeMap;

use super::ledger::{Ledger, Quarantined};
use super::shelf::{Key, Missing, Rows, Shelf, Storage, Write, put};
use super::visits::{Cold, ColdPack, Facts};
use crate::edit::{Edit, Pen};
use crate::fact::Pack;
use crate::framework::Framework;
use crate::id::{DocumentHash, ReplicaId, VisitId};
use crate::merge::VisitState;
use crate::saved::{Loaded, load};
use crate::sync::{PushAnswer, Refusal, Verdict};
use crate::time::{DAY, Millis};

/// Acknowledged edits are kept for so long, in case the server is rewound.
const KEEP_SENT: i64 = 60 * DAY;

/// What a tablet learnt from an answer to its push.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Settled {
    /// The numbering has forked: [`fork`] before pushing again.
    pub forked: bool,
    /// Edits that the server has now.
    pub acknowledged: usize,
    /// Edits that it refused.
    pub refused: usize,
    /// Fact packs that changed because edits were refused.
    pub packs: Vec<Pack>,
}

/// Takes in the answer to a push of `edits`.
///
/// # Errors
/// When the storage fails; nothing has changed then, and the same push is repeated.
pub async fn settle<S: Storage>(
    storage: &S,
    frameworks: &BTreeMap<DocumentHash, Framework>,
    edits: &[Edit],
    answer: &PushAnswer,
    now: Millis,
) -> Result<Settled, S::Error> {
    let verdicts: BTreeMap<u64, &Verdict> = answer.results.iter().map(|result| (result.seq, &result.verdict)).collect();
    storage
        .transact(|rows| {
            let places = edits.iter().map(|edit| Key::outbox(edit.id().seq));
            rows.need(places.chain([Key::ledger()]))?;
            let mut writes = Vec::new();
            let mut ledger: Ledger = rows.load(&Key::ledger(), &mut writes)?.unwrap_or_default();
            let mut settled = Settled::default();
            let mut refused: Vec<(&Edit, Refusal)> = Vec::new();
            for edit in edits.iter().filter(|edit| still_waits(rows, edit)) {
                match verdicts.get(&edit.id().seq) {
                    Some(Verdict::Applied | Verdict::Duplicate | Verdict::Held) => {
                        settled.acknowledged += 1;
                        ledger.acknowledged.add(edit.hash());
                        put(&mut writes, Key::sent(edit.id()), &(now, edit.text()));
                        writes.push(Write::Delete(Key::outbox(edit.id().seq)));
                    }
                    Some(Verdict::Rejected(refusal)) => {
                        settled.refused += 1;
                        refused.push((edit, *refusal));
                    }
                    Some(Verdict::Fork) => settled.forked = true,
                    None => {}
                }
            }
            settled.packs = set_aside(rows, frameworks, &refused, now, &mut writes)?;
            ledger.on_server = Some(answer.fingerprint);
            ledger.cursor = ledger.cursor.max(answer.cursor);
            ledger.clock_ahead = Some(now.since(answer.received));
            put(&mut writes, Key::ledger(), &ledger);
            Ok((writes, settled))
        })
        .await
}

/// Sets one edit aside that no server can read, after halving has isolated it.
///
/// # Errors
/// When the storage fails.
pub async fn quarantine<S: Storage>(
    storage: &S,
    frameworks: &BTreeMap<DocumentHash, Framework>,
    edit: &Edit,
    now: Millis,
) -> Result<Vec<Pack>, S::Error> {
    storage
        .transact(|rows| {
            rows.need([Key::outbox(edit.id().seq)])?;
            let mut writes = Vec::new();
            let waits = still_waits(rows, edit);
            let refused: &[_] = if waits { &[(edit, Refusal::Malformed)] } else { &[] };
            let packs = set_aside(rows, frameworks, refused, now, &mut writes)?;
            Ok((writes, packs))
        })
        .await
}

/// Another tab may have settled it already.
fn still_waits(rows: &Rows, edit: &Edit) -> bool {
    match rows.bytes(&Key::outbox(edit.id().seq)) {
        Ok(bytes) => matches!(load::<String>(bytes), Loaded::Thing(text) if text == edit.text()),
        Err(Missing(_)) => false,
    }
}

fn set_aside(
    rows: &Rows,
    frameworks: &BTreeMap<DocumentHash, Framework>,
    refused: &[(&Edit, Refusal)],
    now: Millis,
    writes: &mut Vec<Write>,
) -> Result<Vec<Pack>, Missing> {
    let mut by_visit: BTreeMap<Option<VisitId>, Vec<(&Edit, Refusal)>> = BTreeMap::new();
    for (edit, refusal) in refused {
        by_visit.entry(edit.visit()).or_default().push((edit, *refusal));
    }
    let (mut facts, mut cold) = (Facts::new(frameworks), Cold::default());
    for (visit, edits) in by_visit {
        let place = Key::quarantine(visit);
        let mut kept: Vec<Quarantined> = rows.load(&place, writes)?.unwrap_or_default();
        let earlier = kept.clone();
        for (edit, refusal) in &edits {
            kept.push(Quarantined { text: edit.text().to_owned(), refusal: *refusal, at: now });
            writes.push(Write::Delete(Key::outbox(edit.id().seq)));
        }
        if let (Some(visit), Some((edit, _))) = (visit, edits.first()) {
            let state = cold.locate(rows, edit.stream(), visit, writes)?;
            let (before, after) = (facts.of(visit, &state, &earlier), facts.of(visit, &state, &kept));
            facts.change(rows, before, after, writes)?;
        }
        put(writes, place, &kept);
    }
    Ok(facts.finish(writes))
}

/// Moves to a fresh replica after a fork: what is unacknowledged is re-issued, and only its ids change.
///
/// # Errors
/// When the storage fails.
pub async fn fork<S: Storage>(storage: &S, fresh: ReplicaId) -> Result<usize, S::Error> {
    let waiting = storage.scan(Shelf::Outbox, None, usize::MAX).await?;
    storage
        .transact(|rows| {
            let places = waiting.iter().map(|(name, _)| Key::new(Shelf::Outbox, name.clone()));
            rows.need(places.chain([Key::pen(), Key::ledger()]))?;
            let mut writes = Vec::new();
            let Some(mut pen) = rows.load::<Pen>(&Key::pen(), &mut writes)? else { return Ok((writes, 0)) };
            pen.move_to(fresh);
            let mut reissued = Vec::new();
            for (name, _) in &waiting {
                let place = Key::new(Shelf::Outbox, name.clone());
                let text: Option<String> = rows.load(&place, &mut writes)?;
                if let Some(Ok(edit)) = text.map(Edit::read) {
                    writes.push(Write::Delete(place));
                    reissued.push(edit);
                }
            }
            let count = reissued.len();
            for edit in reissued {
                if let Ok(again) = edit.reissue(pen.take_id()) {
                    put(&mut writes, Key::outbox(again.id().seq), &again.text());
                }
            }
            let ledger: Ledger = rows.load(&Key::ledger(), &mut writes)?.unwrap_or_default();
            let ledger = Ledger { acknowledged: Default::default(), on_server: None, ..ledger };
            put(&mut writes, Key::ledger(), &ledger);
            put(&mut writes, Key::pen(), &pen);
            Ok((writes, count))
        })
        .await
}

/// Begins anew with a server that was rewound: pulls from the start, and pushes own edits of the last 60 days again.
///
/// # Errors
/// When the storage fails.
pub async fn rewind<S: Storage>(storage: &S, now: Millis) -> Result<usize, S::Error> {
    let sent = storage.scan(Shelf::Sent, None, usize::MAX).await?;
    let positions = storage.scan(Shelf::Positions, None, usize::MAX).await?;
    let keys = async |shelf: Shelf| {
        let rows = storage.scan(shelf, None, usize::MAX).await?;
        Ok(rows.into_iter().map(|(name, _)| Key::new(shelf, name)).collect::<Vec<_>>())
    };
    let (hot, cold) = (keys(Shelf::Hot).await?, keys(Shelf::Cold).await?);
    storage
        .transact(|rows| {
            rows.need(hot.iter().chain(&cold).cloned().chain([Key::pen(), Key::ledger()]))?;
            let mut writes = Vec::new();
            for key in &hot {
                if let Some(mut state) = rows.load::<VisitState>(key, &mut writes)? {
                    state.forget_received();
                    put(&mut writes, key.clone(), &state);
                }
            }
            for key in &cold {
                if let Some(mut pack) = rows.load::<ColdPack<'_>>(key, &mut writes)? {
                    pack.values_mut().for_each(|state| state.to_mut().forget_received());
                    put(&mut writes, key.clone(), &pack);
                }
            }
            let mut pen: Option<Pen> = rows.load(&Key::pen(), &mut writes)?;
            let mut again = 0;
            for (name, bytes) in &sent {
                let Loaded::Thing((at, text)) = load::<(Millis, String)>(Some(bytes.clone())) else { continue };
                let (Ok(edit), Some(pen)) = (Edit::read(text), &mut pen) else { continue };
                if now.since(at) <= KEEP_SENT {
                    // What an earlier replica sent goes out under the present one, as after a fork.
                    let ours = edit.id().replica == pen.replica();
                    let edit = if ours { Ok(edit) } else { edit.reissue(pen.take_id()) };
                    if let Ok(edit) = edit {
                        put(&mut writes, Key::outbox(edit.id().seq), &edit.text());
                        again += 1;
                    }
                }
                writes.push(Write::Delete(Key::new(Shelf::Sent, name.clone())));
            }
            if let Some(pen) = &pen {
                put(&mut writes, Key::pen(), pen);
            }
            for (name, _) in &positions {
                writes.push(Write::Delete(Key::new(Shelf::Positions, name.clone())));
            }
            let ledger: Ledger = rows.load(&Key::ledger(), &mut writes)?.unwrap_or_default();
            let ledger = Ledger { acknowledged: Default::default(), on_server: None, cursor: None, ..ledger };
            put(&mut writes, Key::ledger(), &ledger);
            Ok((writes, again))
        })
        .await
}
