//! What the app reads when it starts: fact packs and the visits touched here, never edits one by one.

use std::collections::BTreeMap;

use super::documents::Documents;
use super::ledger::{Ledger, Position, Quarantined};
use super::shelf::{Key, Shelf, Storage, Write, put};
use super::visits::{Facts, every_visit};
use crate::edit::{Edit, Pen};
use crate::fact::{Fact, Pack, PackKey};
use crate::framework::Framework;
use crate::id::{DocumentHash, VisitId};
use crate::merge::VisitState;
use crate::plan_week::Planner;
use crate::saved::{Loaded, load};

/// Everything that the app holds in memory.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Boot {
    /// Published documents.
    pub documents: Documents,
    /// Fact packs.
    pub packs: BTreeMap<PackKey, Pack>,
    /// Visits touched here.
    pub hot: BTreeMap<VisitId, VisitState>,
    /// Own edits that wait to be acknowledged, by visit.
    pub waiting: BTreeMap<VisitId, usize>,
    /// Own edits that the server refused, by visit; `None` for those that name none.
    pub quarantined: Vec<(Option<VisitId>, Quarantined)>,
    /// How many edits this tablet has recorded for the account under its present replica.
    pub recorded: u64,
    /// What it knows about its own delivery.
    pub ledger: Ledger,
    /// How far each stream has been pulled, by the stream's name.
    pub positions: BTreeMap<String, Position>,
    /// The observer's own phrases for notes, in their order.
    pub phrases: Vec<String>,
    /// The observer's own plan of the week.
    pub planner: Planner,
    /// What could not be read, as it is, by its place: to be kept and offered as a file.
    pub unreadable: Vec<(String, Vec<u8>)>,
    /// Fact packs were among it; [`recount`] makes them again from the visits.
    pub recount: bool,
}

/// Reads what the app starts from.
///
/// # Errors
/// When the storage fails.
pub async fn boot<S: Storage>(storage: &S) -> Result<Boot, S::Error> {
    let mut boot = Boot { documents: Documents::read(storage).await?, ..Boot::default() };
    boot.unreadable.append(&mut boot.documents.unreadable);
    for (name, bytes) in storage.scan(Shelf::Facts, None, usize::MAX).await? {
        match load::<Pack>(Some(bytes)) {
            Loaded::Thing(pack) => {
                boot.packs.insert(pack.key.clone(), pack);
            }
            Loaded::Unreadable(bytes) => {
                boot.recount = true;
                boot.unreadable.push((format!("facts/{name}"), bytes));
            }
            Loaded::Nothing => {}
        }
    }
    for (name, bytes) in storage.scan(Shelf::Hot, None, usize::MAX).await? {
        match (name.parse(), load::<VisitState>(Some(bytes.clone()))) {
            (Ok(visit), Loaded::Thing(state)) => {
                boot.hot.insert(visit, state);
            }
            (_, _) => boot.unreadable.push((format!("hot/{name}"), bytes)),
        }
    }
    for (name, bytes) in storage.scan(Shelf::Outbox, None, usize::MAX).await? {
        match load::<String>(Some(bytes)) {
            Loaded::Thing(text) => {
                if let Some(visit) = Edit::read(text).ok().and_then(|edit| edit.visit()) {
                    *boot.waiting.entry(visit).or_default() += 1;
                }
            }
            Loaded::Unreadable(bytes) => boot.unreadable.push((format!("outbox/{name}"), bytes)),
            Loaded::Nothing => {}
        }
    }
    for (name, bytes) in storage.scan(Shelf::Quarantine, None, usize::MAX).await? {
        match load::<Vec<Quarantined>>(Some(bytes)) {
            Loaded::Thing(edits) => {
                let visit = name.parse().ok();
                boot.quarantined.extend(edits.into_iter().map(|edit| (visit, edit)));
            }
            Loaded::Unreadable(bytes) => boot.unreadable.push((format!("quarantine/{name}"), bytes)),
            Loaded::Nothing => {}
        }
    }
    for (name, bytes) in storage.scan(Shelf::Positions, None, usize::MAX).await? {
        if let Loaded::Thing(position) = load(Some(bytes)) {
            boot.positions.insert(name, position);
        }
    }
    for (name, bytes) in storage.scan(Shelf::Account, None, usize::MAX).await? {
        let readable = match name.as_str() {
            "pen" => read_into(&bytes, |pen: Pen| boot.recorded = pen.written()),
            "ledger" => read_into(&bytes, |ledger| boot.ledger = ledger),
            "phrases" => read_into(&bytes, |phrases| boot.phrases = phrases),
            "planner" => read_into(&bytes, |planner| boot.planner = planner),
            _ => true,
        };
        if !readable {
            boot.unreadable.push((format!("account/{name}"), bytes));
        }
    }
    boot.unreadable.extend(storage.scan(Shelf::Unreadable, None, usize::MAX).await?);
    Ok(boot)
}

fn read_into<T: serde::de::DeserializeOwned>(bytes: &[u8], mut keep: impl FnMut(T)) -> bool {
    match load(Some(bytes.to_vec())) {
        Loaded::Thing(thing) => {
            keep(thing);
            true
        }
        Loaded::Unreadable(_) => false,
        Loaded::Nothing => true,
    }
}

/// Makes fact packs from visits: the oracle that kept packs are held against, and the repair when one is lost.
pub fn rebuild_facts<'v>(
    visits: impl IntoIterator<Item = (VisitId, &'v VisitState)>,
    frameworks: &BTreeMap<DocumentHash, Framework>,
) -> BTreeMap<PackKey, Pack> {
    let facts = Facts::new(frameworks);
    let mut packs: BTreeMap<PackKey, Pack> = BTreeMap::new();
    for (visit, state) in visits {
        if let Some(fact) = facts.of(visit, state, &[]) {
            let Fact { key, .. } = fact.clone();
            packs.entry(key.clone()).or_insert_with(|| Pack::new(key)).put(fact);
        }
    }
    packs
}

/// Makes every fact pack on the tablet again from its visits: after a framework has arrived late, after an upgrade,
/// or when a pack cannot be read: that one is set aside as it is.
///
/// # Errors
/// When the storage fails; the old packs are still in place then.
pub async fn recount<S: Storage>(
    storage: &S,
    frameworks: &BTreeMap<DocumentHash, Framework>,
) -> Result<BTreeMap<PackKey, Pack>, S::Error> {
    let mut refused: BTreeMap<VisitId, Vec<Quarantined>> = BTreeMap::new();
    for (name, bytes) in storage.scan(Shelf::Quarantine, None, usize::MAX).await? {
        if let (Ok(visit), Loaded::Thing(edits)) = (name.parse(), load(Some(bytes))) {
            refused.insert(visit, edits);
        }
    }
    let facts = Facts::new(frameworks);
    let mut packs: BTreeMap<PackKey, Pack> = BTreeMap::new();
    every_visit(storage, |visit, mut state| {
        state.understand();
        let refused = refused.get(&visit).map_or(&[][..], Vec::as_slice);
        if let Some(fact) = facts.of(visit, &state, refused) {
            let key = fact.key.clone();
            packs.entry(key.clone()).or_insert_with(|| Pack::new(key)).put(fact);
        }
    })
    .await?;
    let old = storage.scan(Shelf::Facts, None, usize::MAX).await?;
    storage
        .transact(|_| {
            let mut writes = Vec::new();
            for (name, bytes) in &old {
                let key = Key::new(Shelf::Facts, name.clone());
                if let Loaded::Unreadable(bytes) = load::<Pack>(Some(bytes.clone())) {
                    writes.push(Write::Put(key.unreadable(), bytes));
                }
                writes.push(Write::Delete(key));
            }
            for (key, pack) in &packs {
                put(&mut writes, Key::facts(key), pack);
            }
            Ok((writes, ()))
        })
        .await?;
    Ok(packs)
}
