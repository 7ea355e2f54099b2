//! What an import is read against: the school's latest documents, and every visit that it has.

use domain::district::{District, DocumentKind, Person, Published};
use domain::framework::Framework;
use domain::id::{DistrictId, DocumentHash, SchoolId};
use domain::import::{Before, Mapping, Setup, SourceName};
use domain::permission::Me;
use domain::roster::Roster;
use domain::stream::Stream;
use domain::time::{Date, UtcOffset, local};
use sqlx::AnyConnection;

use super::ImportError;
use super::undo::discarded;
use crate::app::App;
use crate::error::{ApiError, Unreadable};
use crate::people::latest_district;
use crate::store::{StoreError, commits, documents, erasures, imports, mappings, visits};

/// What the district knows at one moment.
pub(crate) struct Ground {
    pub(crate) district: District,
    pub(crate) framework: Framework,
    pub(crate) document: DocumentHash,
    roster: Option<Roster>,
    /// Everyone who may be named as the observer, by name and again by email.
    people: Vec<Person>,
    /// What the school has of earlier imports.
    pub(crate) before: Before,
    /// How the source's tables were read before.
    earlier: Vec<Mapping>,
    /// The mapping that the source's last import used, as it was written.
    pub(crate) mapping: Option<String>,
    today: Date,
}

/// Reads it.
///
/// # Errors
/// When there is no such school, the district has published nothing to record visits against, or the store fails.
pub(crate) async fn ground(
    app: &App,
    id: &DistrictId,
    school: &SchoolId,
    source: &SourceName,
) -> Result<Ground, ImportError> {
    let today = local(app.outside().now(), UtcOffset(0)).0;
    let by_email = app.store().accounts(id).await?.into_iter();
    let by_email = by_email.map(|account| Person { id: account.account, name: account.email });
    let mut tx = app.store().read().await?;
    let head = commits::head(&mut tx, id).await?;
    let district = latest_district(&mut tx, id, head.seq).await?.ok_or(ApiError::NotFound)?;
    if district.school(school).is_none() {
        return Err(ApiError::from(Unreadable::Member("school")).into());
    }
    let stream = Stream::School(school.clone());
    let mut roster = None;
    for document in documents::between(&mut tx, id, &stream, 0, head.seq).await? {
        match document.read() {
            Ok(Published::Roster(read)) => roster = Some(read),
            Ok(Published::District(_) | Published::Framework(_)) => {}
            Err(_) => return Err(StoreError::Damaged("documents.text").into()),
        }
    }
    let mut frameworks = Vec::new();
    for document in documents::of_kind(&mut tx, id, DocumentKind::Framework).await? {
        match document.read() {
            Ok(Published::Framework(framework)) => frameworks.push((framework, document.hash())),
            Ok(Published::District(_) | Published::Roster(_)) | Err(_) => {
                return Err(StoreError::Damaged("documents.text").into());
            }
        }
    }
    // The version in force today: what a person maps columns to is what they know now.
    let newest =
        |(framework, _): &(Framework, _)| (framework.effective <= today, framework.effective, framework.version);
    let (framework, document) = frameworks.into_iter().max_by_key(newest).ok_or(ImportError::NoFramework)?;
    let before = before(&mut tx, id, school, head.seq).await?;
    let mapping = mappings::get(&mut tx, id, source).await?;
    let earlier = imports::mappings(&mut tx, id, school, source).await?.into_iter().chain(mapping.clone());
    let earlier = earlier.filter_map(|text| Mapping::from_json(&text).ok()).collect();
    tx.rollback().await.map_err(StoreError::from)?;
    let people = district.observers.iter().cloned().chain(by_email).collect();
    Ok(Ground { district, people, framework, document, roster, before, earlier, mapping, today })
}

/// A visit that was undone and that somebody has taken back stands like any other.
async fn before(
    tx: &mut AnyConnection,
    district: &DistrictId,
    school: &SchoolId,
    through: u64,
) -> Result<Before, StoreError> {
    let stream = Stream::School(school.clone());
    let mut visits = visits::ids(tx, district, &stream).await?;
    let mut undone = imports::undone_visits(tx, district, school).await?;
    let stored = visits::get(tx, district, &undone).await?;
    undone.retain(|visit| stored.get(visit).is_some_and(|stored| discarded(&stored.state)));
    // One that was erased does not come back with its file.
    visits.extend(erasures::between(tx, district, &stream, 0, through).await?);
    undone.iter().for_each(|visit| _ = visits.remove(visit));
    Ok(Before { visits, undone: undone.into_iter().collect() })
}

impl Ground {
    /// What a table of the source is read against when this account imports. A file says nothing of time zones: its times
    /// are kept as they stand, at UTC.
    pub(crate) fn setup<'a>(&'a self, me: &'a Me, school: &'a SchoolId, source: &'a SourceName) -> Setup<'a> {
        Setup {
            source,
            school,
            described: self.district.school(school),
            framework: &self.framework,
            document: self.document,
            roster: self.roster.as_ref(),
            people: &self.people,
            importer: &me.account,
            today: self.today,
            offset: UtcOffset(0),
            earlier: &self.earlier,
        }
    }
}
