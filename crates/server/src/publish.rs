//! Publishing: a document becomes part of what everyone holds.

use domain::district::{Document, Published, UnreadableDocument};
use domain::edit::Edit;
use domain::framework::{Framework, Unfit};
use domain::id::{DistrictId, DocumentHash, VisitId};
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
    let (stream, framework) = place(district, document.read()?)?;
    people::found(app, district).await?;
    let tag = draw_tag(app.outside()).map_err(StoreError::from)?;
    let mut tx = app.store().begin().await?;
    let here = commits::next(&mut tx, district, tag, app.outside().now()).await?;
    documents::put(&mut tx, district, &stream, document, here.seq).await?;
    if let Some(framework) = framework {
        count_waiting(&mut tx, district, document.hash(), &framework, here.seq).await?;
    }
    tx.commit().await.map_err(StoreError::from)?;
    Ok(here)
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
