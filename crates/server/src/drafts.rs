//! The framework that is being written by several people, and publishing it.

use domain::district::{DocumentKind, Published};
use domain::framework::{Became, CannotDraft, Draft, Framework, HeldDraft, PublishDraft, PublishedDraft};
use domain::id::{Bits128, DistrictId};
use domain::permission::Me;
use sqlx::AnyConnection;

use crate::app::App;
use crate::error::ApiError;
use crate::outside::draw_tag;
use crate::publish::{self, PublishError};
use crate::store::{StoreError, Tx, comment_rounds, commits, documents, framework_drafts};

/// Which draft somebody means to change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Seen {
    /// The one with this tag.
    Draft(Bits128),
    /// None: it is to be begun.
    Nothing,
}

/// The draft; `None` while nobody writes one.
///
/// # Errors
/// When the store fails.
pub(crate) async fn held(app: &App, district: &DistrictId) -> Result<Option<HeldDraft>, StoreError> {
    let mut tx = app.store().read().await?;
    let held = framework_drafts::get(&mut tx, district).await?;
    tx.rollback().await?;
    Ok(held)
}

/// Begins a draft, or puts another in the place of the one that was seen.
///
/// # Errors
/// When somebody else has written in between, or it cannot be written on.
pub(crate) async fn write(app: &App, me: &Me, seen: Seen, draft: &Draft) -> Result<Option<HeldDraft>, ApiError> {
    draft.check().map_err(CannotDraft::Unfit)?;
    let written = (&me.account, app.outside().now());
    let mut tx = app.store().begin().await?;
    let done = match seen {
        Seen::Nothing => framework_drafts::begin(&mut tx, &me.district, draft, written).await?,
        Seen::Draft(tag) => framework_drafts::change(&mut tx, &me.district, tag, draft, written).await?,
    };
    let held = framework_drafts::get(&mut tx, &me.district).await?;
    finish(tx, done, held).await
}

/// Takes the draft away that was seen.
///
/// # Errors
/// When somebody else has written in between.
pub(crate) async fn discard(app: &App, me: &Me, seen: Bits128) -> Result<(), ApiError> {
    let mut tx = app.store().begin().await?;
    let done = framework_drafts::discard(&mut tx, &me.district, seen).await?;
    comment_rounds::draft_became(&mut tx, &me.district, Became::Discarded).await?;
    let held = framework_drafts::get(&mut tx, &me.district).await?;
    finish(tx, done, held).await.map(|_| ())
}

/// Makes the draft that was seen the next version, and there is none any more.
///
/// # Errors
/// When somebody else has written in between, observers could not use it, or it changes nothing.
pub(crate) async fn publish(
    app: &App,
    me: &Me,
    seen: Bits128,
    PublishDraft { version, effective }: PublishDraft,
) -> Result<PublishedDraft, ApiError> {
    // Of two that publish at once, the second's version is the next one.
    let _turn = app.import_turn(&me.district).await?;
    let tag = draw_tag(app.outside())?;
    let mut tx = app.store().begin().await?;
    let here = commits::next(&mut tx, &me.district, tag, app.outside().now()).await?;
    let held = framework_drafts::get(&mut tx, &me.district).await?;
    let Some(HeldDraft { draft, .. }) = held.clone().filter(|held| held.tag == seen) else {
        return Err(CannotDraft::Changed(held.map(Box::new)).into());
    };
    let newest = newest(&mut tx, &me.district).await?;
    if newest.as_ref().is_some_and(|newest| Draft::of(newest) == draft) {
        return Err(CannotDraft::Same.into());
    }
    let last = newest.as_ref().map_or(0, |newest| newest.version);
    if version != last + 1 {
        return Err(CannotDraft::Overtaken { newest: last }.into());
    }
    if let Some(from) = newest.map(|newest| newest.effective).filter(|from| effective < *from) {
        return Err(CannotDraft::TooEarly { from }.into());
    }
    let framework = draft.version(version, effective).map_err(CannotDraft::Unfit)?;
    let document = Published::Framework(framework).write().map_err(|_| StoreError::Damaged("documents.text"))?;
    publish::put(&mut tx, &me.district, &document, here.seq).await.map_err(|error| match error {
        PublishError::Store(error) => ApiError::Store(error),
        PublishError::Unfit(unfit) => CannotDraft::Unfit(unfit).into(),
        PublishError::Unreadable(_) | PublishError::OtherDistrict(_) | PublishError::People(_) => ApiError::CutShort,
    })?;
    if !framework_drafts::discard(&mut tx, &me.district, seen).await? {
        let held = framework_drafts::get(&mut tx, &me.district).await?;
        return Err(CannotDraft::Changed(held.map(Box::new)).into());
    }
    comment_rounds::draft_became(&mut tx, &me.district, Became::Version(version)).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(PublishedDraft { version, hash: document.hash() })
}

/// Every version that a district has published, in that order.
///
/// # Errors
/// When the store fails.
pub(crate) async fn versions(tx: &mut AnyConnection, district: &DistrictId) -> Result<Vec<Framework>, StoreError> {
    let found = documents::of_kind(tx, district, DocumentKind::Framework).await?;
    let read = |document: &domain::district::Document| match document.read() {
        Ok(Published::Framework(framework)) => Ok(framework),
        Ok(Published::District(_) | Published::Roster(_)) | Err(_) => Err(StoreError::Damaged("documents.text")),
    };
    found.iter().map(read).collect()
}

/// The version with the highest number; `None` before the first.
pub(crate) async fn newest(tx: &mut AnyConnection, district: &DistrictId) -> Result<Option<Framework>, StoreError> {
    Ok(versions(tx, district).await?.into_iter().max_by_key(|framework| framework.version))
}

/// Keeps what was done, or says what is there instead.
async fn finish(tx: Tx, done: bool, held: Option<HeldDraft>) -> Result<Option<HeldDraft>, ApiError> {
    if !done {
        return Err(CannotDraft::Changed(held.map(Box::new)).into());
    }
    tx.commit().await.map_err(StoreError::from)?;
    Ok(held)
}
