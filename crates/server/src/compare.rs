//! Compare for those whose scope is wider than their tablet: the same domain code, over packs held in memory.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::calibration::{Calibrated, Sitting, calibration_visits};
use domain::compare::{Comparison, Ground, Person, Schools, Selection, by_school, compare};
use domain::coverage::{Report, report};
use domain::district::{District, DocumentKind, Published};
use domain::fact::{Pack, PackKey};
use domain::framework::Framework;
use domain::id::{DistrictId, DocumentHash, VisitId};
use domain::permission::{Action, Me};
use domain::roster::Roster;
use domain::sync::Cursor;
use domain::time::Date;
use domain::trends::{Over, Trends, trends};
use domain::visit::Visit;
use sqlx::AnyConnection;
use tokio::sync::Mutex;

use crate::app::App;
use crate::error::ApiError;
use crate::people::latest_district;
use crate::store::{StoreError, StoredVisit, commits, documents, packs, visits};

/// What Compare reads, kept between requests and brought up to date by what has been committed since.
#[derive(Debug, Default)]
pub(crate) struct PackCache(Mutex<BTreeMap<DistrictId, Arc<Held>>>);

/// A district's packs and documents at one moment.
#[derive(Debug, Clone)]
struct Held {
    head: Cursor,
    /// Each with the commit that wrote it.
    packs: BTreeMap<PackKey, (u64, Arc<Pack>)>,
    frameworks: BTreeMap<DocumentHash, Arc<Framework>>,
    documents: Documents,
}

#[derive(Debug, Clone)]
struct Documents {
    /// The last commit that published one.
    through: u64,
    district: Option<Arc<District>>,
    rosters: Vec<Arc<Roster>>,
}

/// Compares the visits that someone may see with what is expected of them.
///
/// # Errors
/// [`ApiError::NotAllowed`] when the selection names a school that is not theirs, [`ApiError::NotFound`] while the
/// district has published nothing about itself.
pub(crate) async fn answer(app: &App, me: Me, selection: Selection, today: Date) -> Result<Comparison, ApiError> {
    work_out(app, me, selection, move |ground, selection| compare(ground, selection, today)).await
}

/// The same school by school.
///
/// # Errors
/// As [`answer`].
pub(crate) async fn school_by_school(
    app: &App,
    me: Me,
    selection: Selection,
    today: Date,
) -> Result<Schools, ApiError> {
    work_out(app, me, selection, move |ground, selection| by_school(ground, selection, today)).await
}

/// Says which classrooms the visits that someone may see have covered.
///
/// # Errors
/// As [`answer`].
pub(crate) async fn coverage(app: &App, me: Me, selection: Selection, today: Date) -> Result<Report, ApiError> {
    work_out(app, me, selection, move |ground, selection| report(ground, selection, today)).await
}

/// The calibration visits that someone may see, and how the observer whom the selection names compares with others.
///
/// # Errors
/// As [`answer`]; also [`ApiError::NotAllowed`] when it names an observer whose leniency is not theirs to see.
pub(crate) async fn calibration(app: &App, me: Me, selection: Selection) -> Result<Calibrated, ApiError> {
    if let Some(Person::Observer(observer)) = &selection.person
        && !me.may_see_leniency(observer)
    {
        return Err(ApiError::NotAllowed);
    }
    let named = work_out(app, me.clone(), selection.clone(), calibration_visits).await?;
    // Records are read one by one: whoever may only see totals of a school sees none of them.
    let open = named.into_iter().filter(|(school, _)| me.may(Action::PullSchool, school));
    let ids: Vec<VisitId> = open.map(|(_, visit)| visit).collect();
    let stored = visits::get(&mut *app.store().read().await?, &me.district, &ids).await?;
    work_out(app, me.clone(), selection, move |ground, selection| {
        let read = |(id, stored): (&VisitId, &StoredVisit)| {
            let visit = Visit::read(*id, &stored.state)?;
            Sitting::of(&visit, ground.frameworks.get(&visit.begin.framework)?)
        };
        Calibrated::of(ground, selection, &me, stored.iter().filter_map(read).collect())
    })
    .await
}

/// Says what the visits that someone may see tell over time.
///
/// # Errors
/// As [`answer`].
pub(crate) async fn over_time(
    app: &App,
    me: Me,
    selection: Selection,
    over: Over,
    today: Date,
) -> Result<Trends, ApiError> {
    work_out(app, me, selection, move |ground, selection| trends(ground, selection, over, today)).await
}

async fn work_out<T: Send + 'static>(
    app: &App,
    me: Me,
    selection: Selection,
    work: impl FnOnce(&Ground<'_>, &Selection) -> T + Send + 'static,
) -> Result<T, ApiError> {
    let visible = visible(app, me, &selection).await?;
    let work = move || Ok(work(&visible.ground()?, &selection));
    tokio::task::spawn_blocking(work).await.map_err(|_| ApiError::CutShort)?
}

/// A district's packs and documents at one moment, as far as one person may see them.
pub(crate) struct Visible {
    held: Arc<Held>,
    me: Me,
}

/// What someone may see.
///
/// # Errors
/// [`ApiError::NotAllowed`] when the selection names a school that is not theirs.
pub(crate) async fn visible(app: &App, me: Me, selection: &Selection) -> Result<Visible, ApiError> {
    if !selection.schools.iter().all(|school| me.may(Action::CompareSchool, school)) {
        return Err(ApiError::NotAllowed);
    }
    let held = app.packs().held(app, &me.district).await?;
    Ok(Visible { held, me })
}

impl Visible {
    /// What is not in here does not exist for whoever asks.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] while the district has published nothing about itself.
    pub(crate) fn ground(&self) -> Result<Ground<'_>, ApiError> {
        let Self { held, me } = self;
        let packs = held.packs.values().map(|(_, pack)| &**pack);
        let rosters = held.documents.rosters.iter().map(|roster| &**roster);
        Ok(Ground {
            packs: packs.filter(|pack| me.may(Action::CompareSchool, &pack.key.school)).collect(),
            frameworks: held.frameworks.iter().map(|(hash, framework)| (*hash, &**framework)).collect(),
            district: held.documents.district.as_deref().ok_or(ApiError::NotFound)?,
            rosters: rosters.filter(|roster| me.may(Action::CompareSchool, &roster.school)).collect(),
        })
    }
}

impl PackCache {
    /// Every pack of a district.
    pub(crate) async fn all(&self, app: &App, district: &DistrictId) -> Result<Vec<Arc<Pack>>, StoreError> {
        let held = self.held(app, district).await?;
        Ok(held.packs.values().map(|(_, pack)| Arc::clone(pack)).collect())
    }

    /// Who comes while another brings it up to date waits for that.
    async fn held(&self, app: &App, district: &DistrictId) -> Result<Arc<Held>, StoreError> {
        let mut all = self.0.lock().await;
        let mut tx = app.store().read().await?;
        let head = commits::head(&mut tx, district).await?;
        let known = all.get(district).filter(|held| held.head.epoch == head.epoch);
        if let Some(held) = known.filter(|held| held.head == head) {
            return Ok(Arc::clone(held));
        }
        let held = Arc::new(Held::read(app, &mut tx, district, head, known.map(|held| &**held)).await?);
        all.insert(district.clone(), Arc::clone(&held));
        Ok(held)
    }
}

impl Held {
    async fn read(
        app: &App,
        tx: &mut AnyConnection,
        district: &DistrictId,
        head: Cursor,
        known: Option<&Self>,
    ) -> Result<Self, StoreError> {
        let mut packs = BTreeMap::new();
        let mut frameworks = BTreeMap::new();
        for (key, commit) in packs::index(tx, district).await? {
            if let Some(framework) = app.frameworks().get(tx, district, key.framework).await? {
                frameworks.insert(key.framework, framework);
            }
            let same = known.and_then(|held| held.packs.get(&key)).filter(|(written, _)| *written == commit);
            let pack = match same {
                Some((_, pack)) => Arc::clone(pack),
                None => Arc::new(packs::get(tx, district, &key).await?),
            };
            packs.insert(key, (commit, pack));
        }
        let through = documents::last(tx, district).await?;
        let documents = match known.map(|held| &held.documents).filter(|documents| documents.through == through) {
            Some(documents) => documents.clone(),
            None => Documents::read(tx, district, through).await?,
        };
        Ok(Self { head, packs, frameworks, documents })
    }
}

impl Documents {
    async fn read(tx: &mut AnyConnection, district: &DistrictId, through: u64) -> Result<Self, StoreError> {
        let mut rosters = BTreeMap::new();
        for document in documents::of_kind(tx, district, DocumentKind::Roster).await? {
            match document.read() {
                Ok(Published::Roster(roster)) => rosters.insert(roster.school.clone(), Arc::new(roster)),
                Ok(Published::District(_) | Published::Framework(_)) | Err(_) => {
                    return Err(StoreError::Damaged("documents.text"));
                }
            };
        }
        let district = latest_district(tx, district, through).await?.map(Arc::new);
        Ok(Self { through, district, rosters: rosters.into_values().collect() })
    }
}
