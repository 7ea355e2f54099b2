//! Where a visit's state lies on the tablet, and what its fact packs must become when it changes.

use std::borrow::Cow;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::ledger::Quarantined;
use super::shelf::{Key, Missing, Rows, Shelf, Storage, Write, put};
use crate::edit::Edit;
use crate::fact::{Fact, Pack, PackKey};
use crate::framework::Framework;
use crate::id::{DocumentHash, SchoolId, VisitId};
use crate::merge::VisitState;
use crate::saved::{Loaded, load};
use crate::stream::Stream;
use crate::visit::Visit;

/// A pack of pulled visits, as it is kept. Those of a page that is being taken in are borrowed from it.
pub(super) type ColdPack<'p> = BTreeMap<VisitId, Cow<'p, VisitState>>;

/// A visit as the tablet keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its state.
    pub state: VisitState,
    /// Own edits of it that the server refused.
    pub quarantined: Vec<Quarantined>,
}

/// Finds visits of schools on the tablet, all of them in one transaction. What is not there, or cannot be read, is not in
/// the answer.
///
/// # Errors
/// When the storage fails.
pub async fn find_visits<S: Storage>(
    storage: &S,
    wanted: &[(SchoolId, VisitId)],
) -> Result<BTreeMap<VisitId, Kept>, S::Error> {
    let stream = |school: &SchoolId| Stream::School(school.clone());
    storage
        .transact(|rows| {
            let places = wanted.iter().flat_map(|(school, visit)| {
                [Key::hot(*visit), Key::quarantine(Some(*visit)), Key::cold(&stream(school), *visit)]
            });
            rows.need(places)?;
            let (mut writes, mut cold, mut found) = (Vec::new(), Cold::default(), BTreeMap::new());
            for (school, visit) in wanted {
                let state = cold.locate(rows, &stream(school), *visit, &mut writes)?;
                let quarantined = rows.load(&Key::quarantine(Some(*visit)), &mut writes)?.unwrap_or_default();
                if !state.is_empty() {
                    found.insert(*visit, Kept { state, quarantined });
                }
            }
            Ok((writes, found))
        })
        .await
}

/// Packs of pulled visits in one transaction: each is read once, and written if it changed.
#[derive(Default)]
pub(super) struct Cold<'p> {
    packs: BTreeMap<Key, ColdPack<'p>>,
    changed: BTreeSet<Key>,
}

impl<'p> Cold<'p> {
    /// The state of a visit: hot if it was touched here, else from its pack, else empty.
    pub(super) fn locate(
        &mut self,
        rows: &Rows,
        stream: &Stream,
        visit: VisitId,
        writes: &mut Vec<Write>,
    ) -> Result<VisitState, Missing> {
        if let Some(state) = rows.load(&Key::hot(visit), writes)? {
            return Ok(state);
        }
        let pack = self.pack(rows, Key::cold(stream, visit), writes)?;
        Ok(pack.get(&visit).cloned().map(Cow::into_owned).unwrap_or_default())
    }

    /// The pack of a visit, to be changed.
    pub(super) fn change(
        &mut self,
        rows: &Rows,
        stream: &Stream,
        visit: VisitId,
        writes: &mut Vec<Write>,
    ) -> Result<&mut ColdPack<'p>, Missing> {
        let key = Key::cold(stream, visit);
        self.changed.insert(key.clone());
        self.pack(rows, key, writes)
    }

    /// Puts a visit among those touched here. One that was not there may lie in a pack, and leaves it: a visit that is hot is
    /// nowhere else, so that a tap reads no pack.
    pub(super) fn keep_hot(
        &mut self,
        rows: &Rows,
        stream: &Stream,
        visit: VisitId,
        state: &VisitState,
        writes: &mut Vec<Write>,
    ) -> Result<(), Missing> {
        if !rows.holds(&Key::hot(visit))? && self.pack(rows, Key::cold(stream, visit), writes)?.contains_key(&visit) {
            self.change(rows, stream, visit, writes)?.remove(&visit);
        }
        if state.is_empty() {
            writes.push(Write::Delete(Key::hot(visit)));
        } else {
            put(writes, Key::hot(visit), state);
        }
        Ok(())
    }

    fn pack(&mut self, rows: &Rows, key: Key, writes: &mut Vec<Write>) -> Result<&mut ColdPack<'p>, Missing> {
        Ok(match self.packs.entry(key) {
            Entry::Occupied(read) => read.into_mut(),
            Entry::Vacant(unread) => {
                let pack = rows.load(unread.key(), writes)?.unwrap_or_default();
                unread.insert(pack)
            }
        })
    }

    /// Writes the packs that changed.
    pub(super) fn finish(self, writes: &mut Vec<Write>) {
        for (key, pack) in self.packs {
            if self.changed.contains(&key) {
                put(writes, key, &pack);
            }
        }
    }
}

/// Fact packs under change in one transaction.
pub(super) struct Facts<'a> {
    frameworks: &'a BTreeMap<DocumentHash, Framework>,
    touched: BTreeMap<Key, Pack>,
}

impl<'a> Facts<'a> {
    pub(super) fn new(frameworks: &'a BTreeMap<DocumentHash, Framework>) -> Self {
        Self { frameworks, touched: BTreeMap::new() }
    }

    /// The fact that a visit's state amounts to, refused edits left out.
    pub(super) fn of(&self, id: VisitId, state: &VisitState, refused: &[Quarantined]) -> Option<Fact> {
        let visit = if refused.is_empty() {
            Visit::read(id, state)?
        } else {
            let edits: Vec<Edit> = refused.iter().filter_map(|edit| Edit::read(edit.text.clone()).ok()).collect();
            Visit::read(id, &state.without(&edits))?
        };
        Fact::of(&visit, self.frameworks.get(&visit.begin.framework)?)
    }

    /// Moves a visit's fact from what it was to what it is.
    pub(super) fn change(
        &mut self,
        rows: &Rows,
        before: Option<Fact>,
        after: Option<Fact>,
        writes: &mut Vec<Write>,
    ) -> Result<(), Missing> {
        if before == after {
            return Ok(());
        }
        let keys = before.iter().chain(&after).map(|fact| Key::facts(&fact.key));
        rows.need(keys.filter(|key| !self.touched.contains_key(key)))?;
        if let Some(fact) = before {
            self.pack(rows, &fact.key, writes)?.take(fact.visit);
        }
        if let Some(fact) = after {
            self.pack(rows, &fact.key, writes)?.put(fact);
        }
        Ok(())
    }

    /// Takes a visit out of its pack, with the names that only it had there.
    pub(super) fn forget(
        &mut self,
        rows: &Rows,
        visit: VisitId,
        state: &VisitState,
        writes: &mut Vec<Write>,
    ) -> Result<(), Missing> {
        let Some(read) = Visit::read(visit, state) else { return Ok(()) };
        let key = PackKey::of(&read.begin);
        rows.need([Key::facts(&key)].into_iter().filter(|place| !self.touched.contains_key(place)))?;
        self.pack(rows, &key, writes)?.forget(visit);
        Ok(())
    }

    fn pack(&mut self, rows: &Rows, key: &PackKey, writes: &mut Vec<Write>) -> Result<&mut Pack, Missing> {
        let place = Key::facts(key);
        if !self.touched.contains_key(&place) {
            let pack = rows.load(&place, writes)?.unwrap_or_else(|| Pack::new(key.clone()));
            self.touched.insert(place.clone(), pack);
        }
        Ok(self.touched.entry(place).or_insert_with(|| Pack::new(key.clone())))
    }

    /// The packs that changed; an empty one leaves its place.
    pub(super) fn finish(self, writes: &mut Vec<Write>) -> Vec<Pack> {
        for (key, pack) in &self.touched {
            if pack.is_empty() {
                writes.push(Write::Delete(key.clone()));
            } else {
                put(writes, key.clone(), pack);
            }
        }
        self.touched.into_values().collect()
    }
}

/// Every visit on the tablet once, hot before cold, a page at a time.
pub(super) async fn every_visit<S: Storage>(
    storage: &S,
    mut each: impl FnMut(VisitId, VisitState),
) -> Result<(), S::Error> {
    let mut hot = BTreeSet::new();
    for (name, bytes) in storage.scan(Shelf::Hot, None, usize::MAX).await? {
        if let (Ok(visit), Loaded::Thing(state)) = (name.parse(), load(Some(bytes))) {
            hot.insert(visit);
            each(visit, state);
        }
    }
    let mut after = None;
    loop {
        let page = storage.scan(Shelf::Cold, after, 64).await?;
        let Some((last, _)) = page.last() else { return Ok(()) };
        after = Some(last.clone());
        for (_, bytes) in page {
            if let Loaded::Thing(pack) = load::<ColdPack<'_>>(Some(bytes)) {
                let cold = pack.into_iter().filter(|(visit, _)| !hot.contains(visit));
                cold.for_each(|(visit, state)| each(visit, state.into_owned()));
            }
        }
    }
}
