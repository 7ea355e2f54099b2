//! Rosters of other systems: what their tables mean is the domain's; here are the files (`package`), what the district has,
//! and the one transaction in which it becomes something else.

mod package;

use domain::district::{District, Document, Published};
use domain::id::{Bits128, DistrictId};
use domain::rostering::{CannotReadRoster, Note, Outcome, Records, RosterReport, RosterSummary, SchoolSummary, Taken};
use domain::stream::Stream;
use domain::time::{Date, Millis, UtcOffset, local};
use tokio::task::spawn_blocking;

use crate::app::App;
use crate::error::ApiError;
use crate::outside::draw_tag;
use crate::publish::{Holding, holding};
use crate::store::{StoreError, commits, documents, roster_records};

pub(crate) use package::{Package, template, template_zip};

/// Why a package is not imported. Nothing of it was stored.
#[derive(Debug, thiserror::Error)]
pub enum RosterError {
    /// It cannot be read, or what it would do is not what was looked at.
    #[error(transparent)]
    Cannot(#[from] CannotReadRoster),
    /// The system cannot read a file.
    #[error("{0}")]
    File(#[from] std::io::Error),
    /// The work ended before it was done.
    #[error("the work was cut short")]
    CutShort,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<RosterError> for ApiError {
    fn from(error: RosterError) -> Self {
        match error {
            RosterError::Cannot(why) => Self::CannotReadRoster(why),
            RosterError::File(error) => Self::File(error),
            RosterError::CutShort => Self::CutShort,
            RosterError::Store(error) => error.into(),
        }
    }
}

/// What is there before an import.
struct Ground {
    holding: Holding,
    records: Records,
    /// When they were last said.
    said: Option<Millis>,
}

/// What an import would make of it.
struct Ready {
    taken: Taken,
    outcome: Outcome,
    report: RosterReport,
}

/// Which changes are to be stored.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Store {
    /// None: a dry run.
    Nothing,
    /// Those of a report that was looked at.
    Seen(Bits128),
    /// Whatever they are, unless much would be gone.
    Careful,
    /// Whatever they are.
    Whatever,
}

/// Says what a package changes, and stores it if that is asked for, in one transaction.
///
/// # Errors
/// Why nothing was stored.
pub(crate) async fn import(
    app: &App,
    district: &DistrictId,
    package: Package,
    store: Store,
) -> Result<RosterReport, RosterError> {
    let _turn = app.import_turn(district).await?;
    let today = local(app.outside().now(), UtcOffset(0)).0;
    let before = ground(app, district).await?;
    let (before, ready) = work_out(before, package, today).await?;
    match store {
        Store::Nothing => return Ok(ready.report),
        Store::Seen(stamp) if stamp != ready.report.stamp => {
            return Err(CannotReadRoster::Otherwise(Box::new(ready.report)).into());
        }
        Store::Careful if ready.report.notes.contains(&Note::ManyGone) => return Ok(ready.report),
        Store::Seen(_) | Store::Careful | Store::Whatever => {}
    }
    let documents = written(&before.holding.district, &ready.outcome)?;
    let Ready { taken, mut report, .. } = ready;
    let tag = draw_tag(app.outside()).map_err(StoreError::from)?;
    let now = app.outside().now();
    let mut tx = app.store().begin().await?;
    let here = commits::next(&mut tx, district, tag, now).await?;
    // Somebody may have published in between: what was worked out would undo that.
    let published = documents::last(&mut tx, district).await? != before.holding.at;
    if published || roster_records::last(&mut tx, district).await? != before.said {
        return Err(CannotReadRoster::Otherwise(Box::new(report)).into());
    }
    for (stream, document) in &documents {
        documents::put(&mut tx, district, stream, document, here.seq).await?;
    }
    roster_records::put(&mut tx, district, &taken.records, now).await?;
    tx.commit().await.map_err(StoreError::from)?;
    report.stored = true;
    Ok(report)
}

/// Seconds of work for a large district, which must not hold up whoever syncs.
async fn work_out(before: Ground, package: Package, today: Date) -> Result<(Ground, Ready), RosterError> {
    let work = move || {
        let then = &before.records;
        let taken = package.read(then.clone(), today)?;
        let Holding { district, rosters, .. } = &before.holding;
        let outcome = Outcome::new(then, &taken.records, district, rosters, today);
        let report = RosterReport::new(then, &taken, &outcome, (district, rosters));
        Ok((before, Ready { taken, outcome, report }))
    };
    spawn_blocking(work).await.map_err(|_| RosterError::CutShort)?
}

/// What the rosters hold.
///
/// # Errors
/// When there is no district yet, or the store fails.
pub(crate) async fn summary(app: &App, district: &DistrictId) -> Result<RosterSummary, RosterError> {
    let mut tx = app.store().read().await?;
    let imported = roster_records::last(&mut tx, district).await?;
    let Holding { district: document, rosters, .. } =
        holding(&mut tx, district).await?.ok_or(CannotReadRoster::NoDistrict)?;
    tx.rollback().await.map_err(StoreError::from)?;
    let network = |id: &_| document.networks.iter().find(|network| network.id == *id).map(|one| one.name.clone());
    let mut schools: Vec<SchoolSummary> = document
        .schools
        .iter()
        .map(|school| {
            let roster = rosters.get(&school.id);
            let classes = roster.map_or(&[][..], |roster| &roster.classrooms);
            SchoolSummary {
                id: school.id.clone(),
                name: school.name.clone(),
                network: school.network.as_ref().and_then(network),
                classes: count(classes.len()),
                teachers: count(roster.map_or(0, |roster| roster.teachers.len())),
                led: count(classes.iter().filter(|room| room.lead.is_some()).count()),
            }
        })
        .collect();
    schools.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(RosterSummary { schools, imported })
}

async fn ground(app: &App, district: &DistrictId) -> Result<Ground, RosterError> {
    let mut tx = app.store().read().await?;
    let (records, said) = roster_records::get(&mut tx, district).await?.unzip();
    let holding = holding(&mut tx, district).await?.ok_or(CannotReadRoster::NoDistrict)?;
    tx.rollback().await.map_err(StoreError::from)?;
    Ok(Ground { holding, records: records.unwrap_or_default(), said })
}

/// The documents that are otherwise than before, each with its stream.
fn written(before: &District, outcome: &Outcome) -> Result<Vec<(Stream, Document)>, StoreError> {
    let district =
        (*before != outcome.district).then(|| (Stream::District, Published::District(outcome.district.clone())));
    let rosters = outcome.rosters.iter();
    let rosters = rosters.map(|roster| (Stream::School(roster.school.clone()), Published::Roster(roster.clone())));
    let write = |(stream, published): (Stream, Published)| Ok((stream, published.write()?));
    let documents: Result<_, serde_json::Error> = district.into_iter().chain(rosters).map(write).collect();
    documents.map_err(|_| StoreError::Damaged("documents.text"))
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
