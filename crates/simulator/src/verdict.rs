//! What must hold after a run, once everything is mended and every tablet has synced.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::device::rebuild_facts;
use domain::district::Published;
use domain::edit::Edit;
use domain::fact::{Fact, Pack, counted_facts};
use domain::framework::Framework;
use domain::id::{AccountId, ChangeId, DocumentHash, SchoolId, VisitId};
use domain::merge::VisitState;
use domain::permission::{Action, Me};
use domain::stream::Stream;
use domain::sync::{PullAnswer, PullQuery};
use domain::time::Millis;
use domain::visit::{Field, Setting};

use crate::district::{Failure, VERSIONS, district, framework};
use crate::server::Asked;
use crate::world::{COACH, Everything, path};

/// What did not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Broken {
    /// A tablet could not sync although nothing was in its way.
    Stopped(String),
    /// An edit that a tablet had stored is nowhere.
    Lost(String),
    /// The server has an edit that nobody recorded.
    MadeUp(String),
    /// A value that somebody saw and replaced is back.
    BackAgain(String),
    /// Somebody's own work was refused.
    Refused(String),
    /// A tablet shows a visit otherwise than the edits have it.
    OtherState(String),
    /// A tally differs from a recount of the edits.
    OtherTally(String),
    /// What a tablet thinks it has delivered is not what the server has from it.
    OtherLedger(String),
    /// Sending everything again changed something.
    Replay(String),
    /// Something is left of a visit that was erased.
    NotErased(String),
}

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (what, detail) = match self {
            Self::Stopped(detail) => ("a sync stopped", detail),
            Self::Lost(detail) => ("an edit is lost", detail),
            Self::MadeUp(detail) => ("an edit that nobody recorded", detail),
            Self::BackAgain(detail) => ("a replaced value is back", detail),
            Self::Refused(detail) => ("own work was refused", detail),
            Self::OtherState(detail) => ("a tablet shows something else", detail),
            Self::OtherTally(detail) => ("a tally is not what the edits say", detail),
            Self::OtherLedger(detail) => ("the ledger does not agree", detail),
            Self::Replay(detail) => ("a replay changed something", detail),
            Self::NotErased(detail) => ("something is left of an erased visit", detail),
        };
        write!(f, "{what}: {detail}")
    }
}

/// Everything that the server has, as edits: the oracle folds them, and nothing else.
#[derive(Debug, PartialEq)]
struct OnServer {
    edits: Vec<(Edit, Millis)>,
}

pub(crate) async fn judge(all: &mut Everything) -> Result<Result<(), Broken>, Failure> {
    let before = match read(all).await {
        Ok(before) => before,
        Err(broken) => return Ok(Err(broken)),
    };
    let fresh = all.new_tablet(COACH);
    if let Err(stopped) = all.sync_through(fresh).await {
        return Ok(Err(Broken::Stopped(format!("a fresh tablet: {stopped:?}"))));
    }
    let packs = all.server.app().fact_packs(&district()).await?;
    let held = holds(all, &before, &packs);
    if held.is_err() {
        return Ok(held);
    }
    replay(all, &before, &packs).await
}

fn holds(all: &Everything, server: &OnServer, packs: &[Arc<Pack>]) -> Result<(), Broken> {
    let there: BTreeSet<ChangeId> = server.edits.iter().map(|(edit, _)| edit.change()).collect();
    let refused = refused(all)?;
    for (change, edit) in &all.written {
        let erased = edit.visit().is_some_and(|visit| all.erased.contains(&visit));
        if !there.contains(change) && !refused.contains(change) && !erased {
            return Err(Broken::Lost(edit.text().to_owned()));
        }
    }
    if let Some((edit, _)) = server.edits.iter().find(|(edit, _)| !all.written.contains_key(&edit.change())) {
        return Err(Broken::MadeUp(edit.text().to_owned()));
    }
    let states = fold(&server.edits);
    if let Some(visit) = states.keys().find(|visit| all.erased.contains(visit)) {
        return Err(Broken::NotErased(format!("{visit}, on the server")));
    }
    for (visit, field, seen) in &all.replaced {
        let heads = states.get(visit).map(|state| state.values(field)).unwrap_or_default();
        if let Some((change, head)) = heads.iter().find(|(change, _)| seen.contains(change)) {
            // Whoever replaced it may have been refused.
            if !refused.is_empty() {
                continue;
            }
            return Err(Broken::BackAgain(format!("{visit} {field:?}: {change} {head:?}")));
        }
    }
    let frameworks = frameworks();
    let recount =
        counted_facts(rebuild_facts(states.iter().map(|(visit, state)| (*visit, state)), &frameworks).values());
    let kept = counted_facts(packs.iter().map(|pack| &**pack));
    if recount != kept {
        return Err(Broken::OtherTally(format!("on the server: {}", first_difference(&recount, &kept))));
    }
    (0..all.tablets.len()).try_for_each(|tablet| on_tablet(all, tablet, &states, &frameworks))
}

fn on_tablet(
    all: &Everything,
    tablet: usize,
    states: &BTreeMap<VisitId, VisitState>,
    frameworks: &BTreeMap<DocumentHash, Framework>,
) -> Result<(), Broken> {
    let (me, boot) = (all.me(tablet), all.tablets[tablet].boot());
    for (school, visit) in all.visits.iter().filter(|(_, visit)| all.erased.contains(visit)) {
        if all.tablets[tablet].visit(school, *visit).is_some() || all.tablets[tablet].holds(*visit) {
            return Err(Broken::NotErased(format!("{visit}, on tablet {tablet}")));
        }
    }
    let marked: BTreeSet<VisitId> = boot.quarantined.iter().filter_map(|(visit, _)| *visit).collect();
    let mine = |school: &SchoolId, visit: &VisitId| me.schools.contains(school) && !marked.contains(visit);
    let mut expected = BTreeMap::new();
    for (school, visit) in all.visits.iter().filter(|(school, visit)| mine(school, visit)) {
        let Some(state) = states.get(visit) else { continue };
        let shown = all.tablets[tablet].visit(school, *visit).map(|kept| kept.state);
        if shown.as_ref() != Some(state) {
            return Err(Broken::OtherState(format!("tablet {tablet}, {visit}: {shown:?}\nnot {state:?}")));
        }
        expected.insert(*visit, state);
    }
    let recount = counted_facts(rebuild_facts(expected, frameworks).values());
    let packs = boot.packs.values().filter(|pack| me.schools.contains(&pack.key.school));
    let kept: Vec<Fact> = counted_facts(packs).into_iter().filter(|fact| !marked.contains(&fact.visit)).collect();
    if recount != kept {
        return Err(Broken::OtherTally(format!("on tablet {tablet}: {}", first_difference(&recount, &kept))));
    }
    let ledger = boot.ledger;
    if !boot.waiting.is_empty() {
        return Err(Broken::OtherLedger(format!("tablet {tablet} still waits: {:?}", boot.waiting)));
    }
    match ledger.on_server {
        Some(on_server) if on_server != ledger.acknowledged => Err(Broken::OtherLedger(format!(
            "tablet {tablet}, which has written {}: {:?}, the server {on_server:?}",
            boot.recorded, ledger.acknowledged
        ))),
        Some(_) | None => Ok(()),
    }
}

/// The changes that were refused. Only changes to visits of others may be, by somebody whose role does not allow them.
fn refused(all: &Everything) -> Result<BTreeSet<ChangeId>, Broken> {
    let mut refused = BTreeSet::new();
    for tablet in &all.tablets {
        for (_, quarantined) in tablet.boot().quarantined {
            let Ok(edit) = Edit::read(quarantined.text.clone()) else {
                return Err(Broken::Refused(quarantined.text));
            };
            let owner = edit.visit().and_then(|visit| observer(all, visit));
            let Stream::School(school) = edit.stream() else {
                return Err(Broken::Refused(quarantined.text));
            };
            let may = |me: &Me| me.account == *edit.author() && me.may(Action::EditOthersVisit, school);
            let entitled = all.people.iter().any(|(me, _)| may(me));
            if entitled || owner.as_ref() == Some(edit.author()) {
                return Err(Broken::Refused(format!("{:?}: {}", quarantined.refusal, quarantined.text)));
            }
            refused.insert(edit.change());
        }
    }
    Ok(refused)
}

/// Who began a visit, by what was written.
fn observer(all: &Everything, visit: VisitId) -> Option<AccountId> {
    let mut state = VisitState::default();
    let of = all.written.values().filter(|edit| edit.visit() == Some(visit));
    of.for_each(|edit| state.apply(edit, None));
    match state.shown(&Field::Begin) {
        Some(Setting::Begin(begin)) => Some(begin.observer.clone()),
        Some(_) | None => None,
    }
}

fn fold(edits: &[(Edit, Millis)]) -> BTreeMap<VisitId, VisitState> {
    let mut states: BTreeMap<VisitId, VisitState> = BTreeMap::new();
    for (edit, received) in edits {
        if let Some(visit) = edit.visit() {
            states.entry(visit).or_default().apply(edit, Some(*received));
        }
    }
    states
}

fn frameworks() -> BTreeMap<DocumentHash, Framework> {
    let read = |version| match framework(version).read() {
        Ok(Published::Framework(read)) => Some((framework(version).hash(), read)),
        Ok(_) | Err(_) => None,
    };
    (1..=VERSIONS).filter_map(read).collect()
}

fn first_difference(expected: &[Fact], found: &[Fact]) -> String {
    let one = expected.iter().find(|fact| !found.contains(fact));
    let other = found.iter().find(|fact| !expected.contains(fact));
    format!("{other:?}\nnot {one:?}")
}

/// Every edit of both schools, from the beginning of history.
async fn read(all: &mut Everything) -> Result<OnServer, Broken> {
    let mut edits = Vec::new();
    for school in ["cedar", "birch"] {
        let stream = Stream::School(school.into());
        let first = pull(
            all,
            &PullQuery {
                stream: stream.clone(),
                epoch: None,
                seq: None,
                tag: None,
                after_visit: None,
                snapshot: true,
                limit: Some(1),
                heard: None,
            },
        )
        .await?;
        let (mut seq, mut tag) = (0, 0);
        loop {
            let epoch = Some(first.cursor.epoch);
            let query = PullQuery {
                stream: stream.clone(),
                epoch,
                seq: Some(seq),
                tag: Some(tag),
                after_visit: None,
                snapshot: false,
                limit: Some(1_000),
                heard: None,
            };
            let page = pull(all, &query).await?;
            (seq, tag) = (page.cursor.seq, page.cursor.tag);
            for delivered in page.edits {
                let edit = Edit::read(delivered.text.clone()).map_err(|_| Broken::MadeUp(delivered.text))?;
                edits.push((edit, delivered.received));
            }
            if !page.more {
                break;
            }
        }
    }
    Ok(OnServer { edits })
}

async fn pull(all: &Everything, query: &PullQuery) -> Result<PullAnswer, Broken> {
    let cookie = all.people[COACH].1.clone();
    let asked = Asked { method: "GET", path: path(query, 0), cookie, body: String::new() };
    let answer = all.server.send(&asked).await.map_err(|failure| Broken::Stopped(format!("{failure:?}")))?;
    PullAnswer::from_page(answer).ok_or_else(|| Broken::Stopped("a page that cannot be read".to_owned()))
}

/// Sends every push again, the latest first. Those of a tablet that has a new number since come to nothing, too.
async fn replay(all: &mut Everything, before: &OnServer, packs: &[Arc<Pack>]) -> Result<Result<(), Broken>, Failure> {
    for asked in all.sent.clone().iter().rev() {
        let _ = all.server.send(asked).await;
    }
    let after = match read(all).await {
        Ok(after) => after,
        Err(broken) => return Ok(Err(broken)),
    };
    let changes = |server: &OnServer| server.edits.iter().map(|(edit, _)| edit.change()).collect::<BTreeSet<_>>();
    if changes(before) != changes(&after) {
        return Ok(Err(Broken::Replay(format!("{} edits and now {}", before.edits.len(), after.edits.len()))));
    }
    let now = all.server.app().fact_packs(&district()).await?;
    let of = |packs: &[Arc<Pack>]| counted_facts(packs.iter().map(|pack| &**pack));
    Ok(if of(packs) == of(&now) { Ok(()) } else { Err(Broken::Replay("other tallies".to_owned())) })
}
