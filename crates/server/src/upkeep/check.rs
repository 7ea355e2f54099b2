//! Whether everything kept beside the edits is what the edits say: visits, tallies, fingerprints, history.

use std::collections::{BTreeMap, BTreeSet};

use domain::device::rebuild_facts;
use domain::edit::{Edit, EditId};
use domain::fact::{Fact, Pack};
use domain::framework::Framework;
use domain::id::{DistrictId, DocumentHash, ReplicaId, VisitId};
use domain::merge::VisitState;
use domain::stream::Stream;
use domain::sync::Fingerprint;
use sqlx::AnyConnection;

use crate::app::App;
use crate::push::framework_of;
use crate::store::{StoreError, audit, packs, visits};

/// Visits read at once.
const PAGE: u16 = 500;

/// Something that is not what the edits say.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Difference {
    /// An edit's text, number or hash do not go together.
    #[error("edit {seq} of replica {replica}: its text is not what its number and its hash say")]
    Edit {
        /// Whose.
        replica: ReplicaId,
        /// Which.
        seq: u64,
    },
    /// A visit's state is not what its edits fold to, or one of the two is missing.
    #[error("visit {0}: what is kept of it is not what its edits say")]
    Visit(VisitId),
    /// A visit's tally is not what its edits say, or one of the two is missing.
    #[error("visit {0}: its tally is not what its edits say")]
    Tally(VisitId),
    /// What a replica is said to have delivered is not what is here from it.
    #[error("replica {0}: its fingerprint is not that of its edits")]
    Fingerprint(ReplicaId),
    /// Commits are missing.
    #[error("history: it stands at {head}, and holds {many} commits up to {last}")]
    History {
        /// Where it stands.
        head: u64,
        /// The last one kept.
        last: u64,
        /// How many are kept.
        many: u64,
    },
}

/// What was gone through, and what differs.
#[derive(Debug, Default)]
pub struct Checked {
    /// Edits, of visits and of nothing else.
    pub edits: u64,
    /// Visits.
    pub visits: u64,
    /// Facts in packs.
    pub tallies: u64,
    /// Replicas, each a tablet with an account, or an import.
    pub replicas: u64,
    /// What is not what the edits say.
    pub differences: Vec<Difference>,
}

/// Goes through a district's edits stream by stream, so that one school's visits are in memory at a time. All of it is
/// read at one moment, beside a server that goes on.
pub(crate) async fn check(app: &App, district: &DistrictId) -> Result<Checked, StoreError> {
    let mut tx = app.store().read().await?;
    let mut checked = Checked::default();
    let mut delivered: BTreeMap<ReplicaId, Fingerprint> = BTreeMap::new();
    let mut tallied: BTreeMap<Stream, Vec<Pack>> = BTreeMap::new();
    for (key, _) in packs::index(&mut tx, district).await? {
        let pack = packs::get(&mut tx, district, &key).await?;
        tallied.entry(Stream::School(key.school)).or_default().push(pack);
    }
    let streams: BTreeSet<Stream> =
        audit::streams(&mut tx, district).await?.into_iter().chain(tallied.keys().cloned()).collect();
    for stream in streams {
        let states = fold(&mut tx, district, &stream, &mut delivered, &mut checked).await?;
        hold_visits(&mut tx, district, &stream, &states, &mut checked).await?;
        let frameworks = frameworks(app, &mut tx, district, &states).await?;
        let recount = rebuild_facts(states.iter().map(|(visit, state)| (*visit, state)), &frameworks);
        let kept = tallied.remove(&stream).unwrap_or_default();
        hold_tallies(&recount.into_values().collect::<Vec<_>>(), &kept, &mut checked);
    }
    hold_fingerprints(&audit::fingerprints(&mut tx, district).await?, &delivered, &mut checked);
    let (head, last, many) = audit::history(&mut tx, district).await?;
    if (last, many) != (head.seq, head.seq) {
        checked.differences.push(Difference::History { head: head.seq, last, many });
    }
    tx.rollback().await?;
    Ok(checked)
}

/// What the edits of a stream fold to.
async fn fold(
    tx: &mut AnyConnection,
    district: &DistrictId,
    stream: &Stream,
    delivered: &mut BTreeMap<ReplicaId, Fingerprint>,
    checked: &mut Checked,
) -> Result<BTreeMap<VisitId, VisitState>, StoreError> {
    let mut states: BTreeMap<VisitId, VisitState> = BTreeMap::new();
    // Commits count from 1, so that nothing stands before this.
    let mut after = (0, 0);
    loop {
        let rows = audit::edits(tx, district, stream, after).await?;
        let Some(last) = rows.last() else { return Ok(states) };
        after = last.at;
        for row in rows {
            checked.edits += 1;
            let id = EditId { replica: row.replica, seq: row.seq };
            delivered.entry(row.replica).or_default().add(row.hash);
            if row.erased && row.text.is_empty() {
                continue;
            }
            match Edit::read(row.text) {
                Ok(edit) if !row.erased && edit.id() == id && edit.hash() == row.hash && edit.stream() == stream => {
                    if let Some(visit) = edit.visit() {
                        states.entry(visit).or_default().apply(&edit, Some(row.received));
                    }
                }
                Ok(_) | Err(_) => {
                    checked.differences.push(Difference::Edit { replica: row.replica, seq: row.seq });
                }
            }
        }
    }
}

async fn hold_visits(
    tx: &mut AnyConnection,
    district: &DistrictId,
    stream: &Stream,
    states: &BTreeMap<VisitId, VisitState>,
    checked: &mut Checked,
) -> Result<(), StoreError> {
    let (mut seen, mut after) = (BTreeSet::new(), None);
    loop {
        let page = visits::page(tx, district, stream, after, PAGE).await?;
        let Some((last, _)) = page.last() else { break };
        after = Some(*last);
        for (visit, state) in page {
            checked.visits += 1;
            seen.insert(visit);
            if states.get(&visit) != Some(&state) {
                checked.differences.push(Difference::Visit(visit));
            }
        }
    }
    let missing = states.keys().filter(|visit| !seen.contains(visit));
    checked.differences.extend(missing.map(|visit| Difference::Visit(*visit)));
    Ok(())
}

async fn frameworks(
    app: &App,
    tx: &mut AnyConnection,
    district: &DistrictId,
    states: &BTreeMap<VisitId, VisitState>,
) -> Result<BTreeMap<DocumentHash, Framework>, StoreError> {
    let named: BTreeSet<DocumentHash> = states.values().filter_map(framework_of).collect();
    let mut frameworks = BTreeMap::new();
    for hash in named {
        if let Some(framework) = app.frameworks().get(tx, district, hash).await? {
            frameworks.insert(hash, (*framework).clone());
        }
    }
    Ok(frameworks)
}

fn hold_tallies(recount: &[Pack], kept: &[Pack], checked: &mut Checked) {
    let facts = |packs: &[Pack]| packs.iter().flat_map(Pack::facts).map(|fact| (fact.visit, fact)).collect();
    let (recount, kept): (BTreeMap<VisitId, Fact>, BTreeMap<VisitId, Fact>) = (facts(recount), facts(kept));
    checked.tallies += kept.len() as u64;
    let visits: BTreeSet<&VisitId> = recount.keys().chain(kept.keys()).collect();
    let differ = visits.into_iter().filter(|visit| recount.get(visit) != kept.get(visit));
    checked.differences.extend(differ.map(|visit| Difference::Tally(*visit)));
}

fn hold_fingerprints(
    said: &[(ReplicaId, Fingerprint)],
    delivered: &BTreeMap<ReplicaId, Fingerprint>,
    checked: &mut Checked,
) {
    checked.replicas += said.len() as u64;
    for (replica, said) in said {
        if *said != delivered.get(replica).copied().unwrap_or_default() {
            checked.differences.push(Difference::Fingerprint(*replica));
        }
    }
    let known: BTreeSet<&ReplicaId> = said.iter().map(|(replica, _)| replica).collect();
    let strangers = delivered.keys().filter(|replica| !known.contains(replica));
    checked.differences.extend(strangers.map(|replica| Difference::Fingerprint(*replica)));
}
