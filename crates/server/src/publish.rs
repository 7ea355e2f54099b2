//! Publishing: a document becomes part of what everyone holds.

use std::collections::BTreeMap;

use domain::district::{District, Document, Published, UnreadableDocument};
use domain::edit::Edit;
use domain::framework::{Framework, Unfit};
use domain::id::{DistrictId, DocumentHash, SchoolId, VisitId};
use domain::roster::Roster;
use domain::stream::Stream;
use domain::sync::Cursor;
use sqlx::AnyConnection;

use crate::app::App;
use crate::outside::draw_tag;
use crate::people::{self, PeopleError};
use crate::push::{PackChanges, fact_of, names_unknown};
use crate::store::{StoreError, commits, documents, edits, visits};

/// Why a document cannot be published.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// Its text is not what its kind says.
    #[error(transparent)]
    Unreadable(#[from] UnreadableDocument),
    /// A framework that observers could not use.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// It is the document of another district.
    #[error("it is the document of the district {0:?}")]
    OtherDistrict(DistrictId),
    /// The district cannot be made.
    #[error(transparent)]
    People(#[from] PeopleError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

pub(crate) async fn publish(app: &App, district: &DistrictId, document: &Document) -> Result<Cursor, PublishError> {
    place(district, document.read()?)?;
    people::found(app, district).await?;
    let tag = draw_tag(app.outside()).map_err(StoreError::from)?;
    let mut tx = app.store().begin().await?;
    let here = commits::next(&mut tx, district, tag, app.outside().now()).await?;
    put(&mut tx, district, document, here.seq).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(here)
}

/// The same under a commit that has begun.
pub(crate) async fn put(
    tx: &mut AnyConnection,
    district: &DistrictId,
    document: &Document,
    commit: u64,
) -> Result<(), PublishError> {
    let (stream, framework) = place(district, document.read()?)?;
    documents::put(tx, district, &stream, document, commit).await?;
    if let Some(framework) = framework {
        count_waiting(tx, district, document.hash(), &framework, commit).await?;
    }
    Ok(())
}

/// The stream that carries a document, and the framework if it is one.
fn place(district: &DistrictId, published: Published) -> Result<(Stream, Option<Framework>), PublishError> {
    match published {
        Published::District(document) if document.id == *district => Ok((Stream::District, None)),
        Published::District(document) => Err(PublishError::OtherDistrict(document.id)),
        Published::Framework(framework) => {
            framework.check()?;
            Ok((Stream::District, Some(framework)))
        }
        Published::Roster(roster) => Ok((Stream::School(roster.school), None)),
    }
}

/// What a district has published, as far as it holds now; its framework versions are left out.
#[derive(Debug, Clone, PartialEq)]
pub struct Holding {
    /// The district.
    pub district: District,
    /// The rosters of its schools.
    pub rosters: BTreeMap<SchoolId, Roster>,
    /// The last commit that published a document.
    pub at: u64,
}

/// `None` before a district has been set up.
pub(crate) async fn holding(tx: &mut AnyConnection, id: &DistrictId) -> Result<Option<Holding>, StoreError> {
    let head = commits::head(tx, id).await?;
    let Some(district) = people::latest_district(tx, id, head.seq).await? else { return Ok(None) };
    let mut rosters = BTreeMap::new();
    for school in &district.schools {
        let stream = Stream::School(school.id.clone());
        for document in documents::between(tx, id, &stream, 0, head.seq).await? {
            match document.read() {
                Ok(Published::Roster(roster)) => _ = rosters.insert(roster.school.clone(), roster),
                Ok(Published::District(_) | Published::Framework(_)) => {}
                Err(_) => return Err(StoreError::Damaged("documents.text")),
            }
        }
    }
    Ok(Some(Holding { district, rosters, at: documents::last(tx, id).await? }))
}

/// Counts the visits that were recorded against a framework before it was known here.
async fn count_waiting(
    tx: &mut AnyConnection,
    district: &DistrictId,
    hash: DocumentHash,
    framework: &Framework,
    commit: u64,
) -> Result<(), StoreError> {
    let waiting = visits::against(tx, district, hash).await?;
    let mut changes = PackChanges::default();
    for (visit, stored) in &waiting {
        changes.note(*visit, None, fact_of(*visit, &stored.state, framework));
    }
    changes.write(tx, district, commit).await?;
    let visits: Vec<VisitId> = waiting.iter().map(|(visit, _)| *visit).collect();
    release(tx, district, &visits, framework).await
}

/// Marks the held edits of visits as counted, except those about look-fors that the framework does not have.
pub(crate) async fn release(
    tx: &mut AnyConnection,
    district: &DistrictId,
    visits: &[VisitId],
    framework: &Framework,
) -> Result<(), StoreError> {
    for (replica, seq, text) in edits::held(tx, district, visits).await? {
        let edit = Edit::read(text).map_err(|_| StoreError::Damaged("edits.text"))?;
        if !names_unknown(&edit, framework) {
            edits::release(tx, district, replica, seq).await?;
        }
    }
    Ok(())
}
