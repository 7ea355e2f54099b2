//! One sync, from start to finish. Storage, network, time and fresh ids are arguments, so the same engine runs in
//! the app and, natively, against the real server under every fault that a test can think of.
//!
//! Own work goes out first, then what others did comes in. Each step is stored before the next is taken, so a sync
//! that is cut anywhere goes on where it stood.

use std::future::Future;

use futures_util::future::try_join;

use super::pace::Pace;
use super::plan::{Batches, Failure, Spoilt, is_envelope_fault};
use super::wire::{Cursor, ProblemCode, PullAnswer, PullQuery, PushAnswer, PushRequest};
use crate::device::{self, Absorbed, Delivery, Documents, Ledger, Position, Shelf, Storage};
use crate::edit::{Edit, EditId};
use crate::id::ReplicaId;
use crate::permission::Me;
use crate::saved::{Loaded, load};
use crate::stream::Stream;
use crate::time::Millis;

/// The server, as a tablet reaches it.
pub trait Network {
    /// `POST /api/v1/sync/push`
    fn push(&self, request: &PushRequest) -> impl Future<Output = Result<PushAnswer, Failure>>;
    /// `GET /api/v1/sync/pull`
    fn pull(&self, query: &PullQuery) -> impl Future<Output = Result<PullAnswer, Failure>>;
}

/// What the engine takes from the world besides storage and network.
pub trait World {
    /// The time now.
    fn now(&self) -> Millis;
    /// A random id that was never used before.
    fn fresh_replica(&self) -> ReplicaId;
    /// Hears how far it has come; a place to redraw from.
    fn progress(&self, progress: Progress);
    /// What the line was found to bear.
    fn pace(&self) -> Pace;
    /// It was found to bear something else.
    fn set_pace(&self, pace: Pace);
}

/// How far a sync has come.
#[derive(Debug, Clone, PartialEq)]
pub enum Progress {
    /// So many own edits were acknowledged, and so many still wait.
    Pushed {
        /// In this sync.
        acknowledged: usize,
        /// As far as this sync has seen.
        waiting: usize,
    },
    /// A page of a stream is on disk.
    Pulled {
        /// Which stream.
        stream: Stream,
        /// What it brought.
        absorbed: Absorbed,
        /// Visits of a first pull that have arrived, and how many there are.
        of: Option<(u64, u64)>,
    },
}

/// What a sync that ran through has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Outcome {
    /// Own edits acknowledged.
    pub acknowledged: usize,
    /// Own edits refused and set aside.
    pub refused: usize,
    /// Pages pulled.
    pub pages: usize,
    /// The server was rewound, and this tablet began anew.
    pub rewound: bool,
}

/// Why a sync did not run through. What it had stored by then stays stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stopped<E> {
    /// The tablet's storage failed.
    Storage(E),
    /// The network or the server did.
    Network(Failure),
    /// The server forks or rewinds again and again: somebody must look.
    Endless,
}

/// Forks and rewinds that one sync goes through before it gives up.
const MOST_TURNS: u32 = 4;

/// Syncs everything: own edits out, every stream of `me` in.
///
/// # Errors
/// Why it stopped. Call it again after [`super::back_off`].
pub async fn sync<S: Storage, N: Network, W: World>(
    storage: &S,
    network: &N,
    world: &W,
    me: &Me,
) -> Result<Outcome, Stopped<S::Error>> {
    let mut outcome = Outcome::default();
    for _ in 0..MOST_TURNS {
        match turn(storage, network, world, me, &mut outcome).await? {
            Turn::Through => return Ok(outcome),
            Turn::Forked => {
                device::fork(storage, world.fresh_replica()).await.map_err(Stopped::Storage)?;
            }
            Turn::Rewound => {
                outcome.rewound = true;
                device::rewind(storage, world.now()).await.map_err(Stopped::Storage)?;
            }
        }
    }
    Err(Stopped::Endless)
}

enum Turn {
    Through,
    Forked,
    Rewound,
}

async fn turn<S: Storage, N: Network, W: World>(
    storage: &S,
    network: &N,
    world: &W,
    me: &Me,
    outcome: &mut Outcome,
) -> Result<Turn, Stopped<S::Error>> {
    match push_all(storage, network, world, outcome).await? {
        Turn::Through => {}
        other @ (Turn::Forked | Turn::Rewound) => return Ok(other),
    }
    for stream in me.streams() {
        match pull_all(storage, network, world, &stream, outcome).await? {
            Turn::Through => {}
            other @ (Turn::Forked | Turn::Rewound) => return Ok(other),
        }
    }
    device::note_sync(storage, world.now()).await.map_err(Stopped::Storage)?;
    Ok(Turn::Through)
}

async fn push_all<S: Storage, N: Network, W: World>(
    storage: &S,
    network: &N,
    world: &W,
    outcome: &mut Outcome,
) -> Result<Turn, Stopped<S::Error>> {
    let documents = Documents::read(storage).await.map_err(Stopped::Storage)?;
    let (edits, ledger) = waiting(storage).await.map_err(Stopped::Storage)?;
    let mut batches = Batches::cut(&edits);
    if !edits.is_empty() {
        world.progress(Progress::Pushed { acknowledged: outcome.acknowledged, waiting: edits.len() });
    }
    while let Some(range) = batches.next(world.pace().push) {
        let batch = &edits[range.clone()];
        let Some(EditId { replica, .. }) = batch.first().map(Edit::id) else { break };
        let texts = batch.iter().filter_map(|edit| serde_json::value::RawValue::from_string(edit.text().into()).ok());
        let request = PushRequest { cursor: ledger.cursor, replica, edits: texts.collect() };
        let begun = world.now();
        match network.push(&request).await {
            Ok(answer) => {
                world.set_pace(world.pace().pushed(batch.len(), Millis(world.now().since(begun))));
                let settled = device::settle(storage, &documents.frameworks, batch, &answer, world.now()).await;
                let settled = settled.map_err(Stopped::Storage)?;
                outcome.acknowledged += settled.acknowledged;
                outcome.refused += settled.refused;
                if settled.forked {
                    return Ok(Turn::Forked);
                }
                batches.done();
                let progress =
                    Progress::Pushed { acknowledged: outcome.acknowledged, waiting: edits.len() - range.end };
                world.progress(progress);
            }
            Err(Failure::Problem(ProblemCode::Rewound, _)) => return Ok(Turn::Rewound),
            Err(failure) if is_envelope_fault(failure) => {
                if let Some(Spoilt::Alone(at)) = batches.spoilt() {
                    let aside = device::quarantine(storage, &documents.frameworks, &edits[at], world.now()).await;
                    aside.map_err(Stopped::Storage)?;
                    outcome.refused += 1;
                }
            }
            Err(failure) => {
                if failure == Failure::Unreachable {
                    world.set_pace(world.pace().push_cut());
                }
                return Err(Stopped::Network(failure));
            }
        }
    }
    Ok(match device::delivery(storage).await.map_err(Stopped::Storage)? {
        Delivery::Agrees => Turn::Through,
        Delivery::WrittenElsewhere => Turn::Forked,
        Delivery::Missing => Turn::Rewound,
    })
}

/// Own edits that wait, in order. What cannot be read stays where it is: it is shown at start and offered as a file.
async fn waiting<S: Storage>(storage: &S) -> Result<(Vec<Edit>, Ledger), S::Error> {
    let rows = storage.scan(Shelf::Outbox, None, usize::MAX).await?;
    let texts = rows.into_iter().filter_map(|(_, bytes)| match load::<String>(Some(bytes)) {
        Loaded::Thing(text) => Some(text),
        Loaded::Nothing | Loaded::Unreadable(_) => None,
    });
    let edits = texts.filter_map(|text| Edit::read(text).ok()).collect();
    Ok((edits, device::ledger(storage).await?))
}

/// The next page travels while this one is stored, so that neither line nor disk waits for the other.
async fn pull_all<S: Storage, N: Network, W: World>(
    storage: &S,
    network: &N,
    world: &W,
    stream: &Stream,
    outcome: &mut Outcome,
) -> Result<Turn, Stopped<S::Error>> {
    let mut documents = Documents::read(storage).await.map_err(Stopped::Storage)?;
    let mut arrived = 0;
    let position = device::position(storage, stream).await.map_err(Stopped::Storage)?;
    let mut heard = device::ledger(storage).await.map_err(Stopped::Storage)?.cursor;
    let mut next = Some(pull(network, world, &query(stream, position, heard, world.pace())).await);
    while let Some(answer) = next {
        let page = match answer {
            Ok(page) => page,
            Err(Failure::Problem(ProblemCode::Rewound, _)) => return Ok(Turn::Rewound),
            Err(failure) => return Err(Stopped::Network(failure)),
        };
        outcome.pages += 1;
        arrived += page.visits.len() as u64;
        heard = heard.max(Some(page.cursor));
        let store = async {
            let absorbed = device::absorb(storage, &documents.frameworks, stream, &page, world.now()).await;
            let absorbed = absorbed.map_err(Stopped::Storage)?;
            let forked = absorbed.forked;
            let of = page.total.map(|total| (arrived.min(total), total));
            world.progress(Progress::Pulled { stream: stream.clone(), absorbed, of });
            Ok(forked)
        };
        let fetch = async {
            if !page.more {
                return Ok(None);
            }
            let position = device::position_after(&page);
            Ok(Some(pull(network, world, &query(stream, Some(position), heard, world.pace())).await))
        };
        let (forked, ahead) = try_join(store, fetch).await?;
        if !page.documents.is_empty() {
            documents = refresh(storage, documents).await.map_err(Stopped::Storage)?;
        }
        if forked {
            return Ok(Turn::Forked);
        }
        next = ahead;
    }
    Ok(Turn::Through)
}

/// Pulls a page, and learns from it what the line bears.
async fn pull<N: Network, W: World>(network: &N, world: &W, query: &PullQuery) -> Result<PullAnswer, Failure> {
    let begun = world.now();
    let answer = network.pull(query).await;
    match &answer {
        Ok(page) => {
            let rows = page.visits.len() + page.edits.len();
            world.set_pace(world.pace().pulled(rows, Millis(world.now().since(begun))));
        }
        Err(Failure::Unreachable) => world.set_pace(world.pace().pull_cut()),
        Err(_) => {}
    }
    answer
}

/// Reads documents again after some arrived; a framework that is new may make sense of visits that waited for it.
async fn refresh<S: Storage>(storage: &S, before: Documents) -> Result<Documents, S::Error> {
    let now = Documents::read(storage).await?;
    if now.frameworks.len() != before.frameworks.len() {
        device::recount(storage, &now.frameworks).await?;
    }
    Ok(now)
}

fn query(stream: &Stream, position: Option<Position>, heard: Option<Cursor>, pace: Pace) -> PullQuery {
    let (cursor, after_visit, snapshot) = match position {
        None => (None, None, true),
        Some(Position::Snapshot { began, after }) => (Some(began), after, true),
        Some(Position::Through(cursor)) => (Some(cursor), None, false),
    };
    PullQuery {
        stream: stream.clone(),
        epoch: cursor.map(|cursor| cursor.epoch),
        seq: cursor.map(|cursor| cursor.seq),
        tag: cursor.map(|cursor| cursor.tag),
        after_visit,
        snapshot,
        limit: Some(pace.pull),
        heard,
    }
}
