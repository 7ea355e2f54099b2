//! What must hold when every tablet has synced and the servers have stopped.

use std::collections::BTreeMap;

use domain::device::rebuild_facts;
use domain::fact::{Fact, counted_facts};
use domain::id::{SchoolId, VisitId};
use domain::merge::VisitState;
use domain::sync::Fingerprint;
use throughline_server::{App, Config, Database};

use crate::district::district;
use crate::{Failure, Fleet};

/// Every edit that was recorded is on the server, once; every tally, there and on every tablet, is what the edits say.
/// How many edits there are.
///
/// That each row is what its tablet wrote follows from a chain of fingerprints, none of which is taken on trust: of what
/// the tablet recorded, of what it believes delivered, of what the server says it has from it, and of the rows themselves,
/// which [`App::check`] counts again.
///
/// # Errors
/// What does not hold.
pub async fn verdict(fleet: &Fleet, database: &Database) -> Result<u64, Failure> {
    let mut states: BTreeMap<SchoolId, BTreeMap<VisitId, VisitState>> = BTreeMap::new();
    let mut edits = 0;
    for tablet in &fleet.tablets {
        let school = tablet.me.schools.first().ok_or("a tablet of no school")?;
        for edit in tablet.written.borrow().iter() {
            let visit = edit.visit().ok_or("an edit of no visit")?;
            states.entry(school.clone()).or_default().entry(visit).or_default().apply(edit, None);
            edits += 1;
        }
    }
    let frameworks = BTreeMap::from([(fleet.ground().document, fleet.ground().framework.clone())]);
    let mut expected: BTreeMap<SchoolId, Vec<Fact>> = BTreeMap::new();
    for (school, visits) in &states {
        let packs = rebuild_facts(visits.iter().map(|(visit, state)| (*visit, state)), &frameworks);
        expected.insert(school.clone(), counted_facts(packs.values()));
    }
    for (number, tablet) in fleet.tablets.iter().enumerate() {
        let boot = tablet.boot().await;
        let mut written = Fingerprint::default();
        tablet.written.borrow().iter().for_each(|edit| written.add(edit.hash()));
        let held = [
            ("edits wait", boot.waiting.is_empty()),
            ("edits were refused", boot.quarantined.is_empty()),
            ("what it delivered is not what it recorded", boot.ledger.acknowledged == written),
            ("the server has something else from it", written.count == 0 || boot.ledger.on_server == Some(written)),
            (
                "its tallies are others",
                tablet.me.schools.first().and_then(|school| expected.get(school))
                    == Some(&counted_facts(boot.packs.values())),
            ),
        ];
        if let Some((what, _)) = held.into_iter().find(|(_, holds)| !holds) {
            return Err(format!("tablet {number}: {what}").into());
        }
    }
    let app = App::open(Config::on(database.clone())).await?;
    let packs = app.fact_packs(&district()).await?;
    let differences = app.check(&district()).await?;
    app.close().await;
    if let Some(difference) = differences.differences.first() {
        return Err(format!("on the server: {difference}").into());
    }
    if differences.edits != edits {
        return Err(format!("{} edits on the server, {edits} recorded", differences.edits).into());
    }
    let mut all: Vec<Fact> = expected.into_values().flatten().collect();
    all.sort_by_key(|fact| fact.visit);
    if counted_facts(packs.iter().map(|pack| &**pack)) != all {
        return Err("the server's tallies are others".into());
    }
    Ok(edits)
}
