//! One page of a stream, from the network to disk: rows and cursor in one transaction.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::documents::keep;
use super::ledger::{Ledger, Position, Quarantined};
use super::shelf::{Key, Missing, Rows, Shelf, Storage, Write, put};
use super::visits::{Cold, Facts};
use crate::edit::{Body, Edit, Pen};
use crate::fact::{Pack, PackKey};
use crate::framework::Framework;
use crate::id::{DocumentHash, VisitId};
use crate::merge::VisitState;
use crate::saved::{Loaded, load};
use crate::stream::Stream;
use crate::sync::PullAnswer;
use crate::time::Millis;
use crate::visit::{Change, Setting};

/// What a page brought.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Absorbed {
    /// Visits whose state changed.
    pub visits: BTreeSet<VisitId>,
    /// Fact packs that changed.
    pub packs: Vec<Pack>,
    /// Whether documents arrived.
    pub documents: bool,
    /// An own edit came back that this tablet never wrote: the installation was copied, and must [`super::fork`].
    pub forked: bool,
}

/// Takes in a page of a stream.
///
/// # Errors
/// When the storage fails; nothing has changed then, and the same page is pulled again.
pub async fn absorb<S: Storage>(
    storage: &S,
    frameworks: &BTreeMap<DocumentHash, Framework>,
    stream: &Stream,
    page: &PullAnswer,
    now: Millis,
) -> Result<Absorbed, S::Error> {
    let edits: Vec<(Edit, Millis)> = page
        .edits
        .iter()
        .filter_map(|delivered| Some((Edit::read(delivered.text.clone()).ok()?, delivered.received)))
        .collect();
    let sent = sent_of(storage, &page.removed).await?;
    storage.transact(|rows| decide(rows, frameworks, stream, page, &edits, &sent, now)).await
}

/// Where the acknowledged edits of visits lie.
async fn sent_of<S: Storage>(storage: &S, visits: &[VisitId]) -> Result<Vec<Key>, S::Error> {
    if visits.is_empty() {
        return Ok(Vec::new());
    }
    let of_these = |bytes: Vec<u8>| match load::<(Millis, String)>(Some(bytes)) {
        Loaded::Thing((_, text)) => {
            Edit::read(text).is_ok_and(|edit| edit.visit().is_some_and(|visit| visits.contains(&visit)))
        }
        Loaded::Nothing | Loaded::Unreadable(_) => false,
    };
    let sent = storage.scan(Shelf::Sent, None, usize::MAX).await?.into_iter();
    Ok(sent.filter_map(|(name, bytes)| of_these(bytes).then(|| Key::new(Shelf::Sent, name))).collect())
}

fn decide(
    rows: &Rows,
    frameworks: &BTreeMap<DocumentHash, Framework>,
    stream: &Stream,
    page: &PullAnswer,
    edits: &[(Edit, Millis)],
    sent: &[Key],
    now: Millis,
) -> Result<(Vec<Write>, Absorbed), Missing> {
    let arriving = Arriving::group(page, edits);
    rows.need(arriving.keys().chain([Key::position(stream), Key::pen(), Key::ledger()]))?;
    let cold = arriving.all().filter(|visit| !rows.holds(&Key::hot(*visit)).unwrap_or(false));
    rows.need(cold.chain(page.removed.iter().copied()).map(|visit| Key::cold(stream, visit)))?;
    let mut writes = Vec::new();
    let mut absorbed = Absorbed { documents: !page.documents.is_empty(), ..Absorbed::default() };
    writes.extend(page.documents.iter().filter_map(keep));

    if let Some(mut pen) = rows.load::<Pen>(&Key::pen(), &mut writes)? {
        for (edit, _) in edits {
            pen.hear(edit.stamp(), now);
        }
        absorbed.forked = edits.iter().any(|(edit, _)| is_foreign(rows, &pen, edit));
        put(&mut writes, Key::pen(), &pen);
    }

    let mut facts = Facts::new(frameworks);
    let mut cold = Cold::default();
    for (visit, news) in &arriving.visits {
        let refused: Vec<Quarantined> = rows.load(&Key::quarantine(Some(*visit)), &mut writes)?.unwrap_or_default();
        let before = cold.locate(rows, stream, *visit, &mut writes)?;
        let state = news.after(&before);
        if *state == before {
            continue;
        }
        facts.change(rows, facts.of(*visit, &before, &refused), facts.of(*visit, &state, &refused), &mut writes)?;
        absorbed.visits.insert(*visit);
        if rows.holds(&Key::hot(*visit))? {
            put(&mut writes, Key::hot(*visit), &state);
        } else {
            cold.change(rows, stream, *visit, &mut writes)?.insert(*visit, state);
        }
    }
    for visit in &page.removed {
        let before = cold.locate(rows, stream, *visit, &mut writes)?;
        facts.forget(rows, *visit, &before, &mut writes)?;
        cold.change(rows, stream, *visit, &mut writes)?.remove(visit);
        writes.extend([Key::hot(*visit), Key::quarantine(Some(*visit))].map(Write::Delete));
        absorbed.visits.insert(*visit);
    }
    writes.extend(sent.iter().cloned().map(Write::Delete));
    for (edit, _) in edits.iter().filter(|(edit, _)| *edit.body() == Body::Unknown(None)) {
        put(&mut writes, Key::unknown(edit.change()), &edit.text());
    }
    cold.finish(&mut writes);
    absorbed.packs = facts.finish(&mut writes);

    put(&mut writes, Key::position(stream), &position_after(page));
    let ledger: Ledger = rows.load(&Key::ledger(), &mut writes)?.unwrap_or_default();
    put(&mut writes, Key::ledger(), &Ledger { cursor: ledger.cursor.max(Some(page.cursor)), ..ledger });
    Ok((writes, absorbed))
}

/// How far a stream has been pulled once a page of it is stored.
pub(crate) fn position_after(page: &PullAnswer) -> Position {
    let last = page.visits.last().map(|snapshot| snapshot.visit);
    match (page.total, page.more) {
        (Some(_), true) => Position::Snapshot { began: page.cursor, after: last },
        (Some(_), false) | (None, _) => Position::Through(page.cursor),
    }
}

/// Whether an edit that carries this tablet's replica was written elsewhere.
fn is_foreign(rows: &Rows, pen: &Pen, edit: &Edit) -> bool {
    let (id, ours) = (edit.id(), pen.replica());
    if id.replica != ours {
        return false;
    }
    let waiting = rows.bytes(&Key::outbox(id.seq)).ok().flatten();
    let differs = matches!(load::<String>(waiting), Loaded::Thing(text) if text != edit.text());
    id.seq > pen.written() || differs
}

/// What a page says of each visit.
#[derive(Default)]
struct News<'p> {
    states: Vec<&'p VisitState>,
    edits: Vec<(&'p Edit, Millis)>,
}

impl<'p> News<'p> {
    /// Where the visit counts, as far as the page says: asked for beforehand, so that everything is decided in one go.
    fn packs(&self) -> impl Iterator<Item = PackKey> {
        let edits = self.edits.iter().filter_map(|(edit, _)| match edit.body() {
            Body::Visit(_, Change::Set { setting, .. }) => Some(setting),
            Body::Visit(_, Change::Add(..) | Change::Void(_)) | Body::Unknown(_) => None,
        });
        let settings = self.states.iter().flat_map(|state| state.settings()).chain(edits);
        settings.filter_map(|setting| match setting {
            Setting::Begin(begin) => Some(PackKey::of(begin)),
            _ => None,
        })
    }

    /// The visit with what the page says of it. One that was not known is as the page has it, and is not copied: of a first
    /// pull that is every one.
    fn after(&self, before: &VisitState) -> Cow<'p, VisitState> {
        if let ([state], []) = (&*self.states, &*self.edits)
            && before.is_empty()
        {
            return Cow::Borrowed(state);
        }
        let mut state = before.clone();
        self.states.iter().for_each(|other| state.merge(other));
        self.edits.iter().for_each(|(edit, received)| state.apply(edit, Some(*received)));
        Cow::Owned(state)
    }
}

struct Arriving<'p> {
    visits: BTreeMap<VisitId, News<'p>>,
    removed: &'p [VisitId],
    edits: &'p [(Edit, Millis)],
}

impl<'p> Arriving<'p> {
    fn group(page: &'p PullAnswer, edits: &'p [(Edit, Millis)]) -> Self {
        let mut visits: BTreeMap<VisitId, News<'p>> = BTreeMap::new();
        for snapshot in &page.visits {
            visits.entry(snapshot.visit).or_default().states.push(&snapshot.state);
        }
        for (edit, received) in edits {
            if let Some(visit) = edit.visit() {
                visits.entry(visit).or_default().edits.push((edit, *received));
            }
        }
        Self { visits, removed: &page.removed, edits }
    }

    /// Every visit that the page is about.
    fn all(&self) -> impl Iterator<Item = VisitId> {
        self.visits.keys().chain(self.removed).copied()
    }

    /// What is asked for whichever of them are hot.
    fn keys(&self) -> impl Iterator<Item = Key> {
        let places = self.all().flat_map(|visit| [Key::hot(visit), Key::quarantine(Some(visit))]);
        let facts = self.visits.values().flat_map(News::packs).map(|pack| Key::facts(&pack));
        places.chain(facts).chain(self.edits.iter().map(|(edit, _)| Key::outbox(edit.id().seq)))
    }
}
