//! Changing what the district has decided, one thing at a time or all at once.

use domain::district::{CannotChangeDistrict, District, DistrictChange, Published};
use domain::framework::Framework;
use domain::id::DistrictId;
use domain::permission::Me;
use domain::time::{Date, UtcOffset, local};
use sqlx::AnyConnection;

use crate::app::App;
use crate::drafts;
use crate::error::ApiError;
use crate::goals;
use crate::outside::draw_tag;
use crate::people;
use crate::publish::{self, PublishError};
use crate::store::{StoreError, Tx, commits};

/// Publishes the district with something changed. What changes nothing publishes nothing.
///
/// # Errors
/// When they may not, or it cannot be changed so.
pub(crate) async fn change(app: &App, me: &Me, change: DistrictChange) -> Result<(), ApiError> {
    let days = days(app);
    put(app, &me.district, |district, versions| {
        if !days.iter().any(|today| me.may_change(&change, district, *today)) {
            return Err(ApiError::NotAllowed);
        }
        Ok(district.changed(change, versions)?)
    })
    .await
}

/// The first and the last local date that it is anywhere: a right that begins or ends with a day does so where somebody is.
pub(crate) fn days(app: &App) -> [Date; 2] {
    let now = app.outside().now();
    [UtcOffset(-12 * 60), UtcOffset(14 * 60)].map(|offset| local(now, offset).0)
}

/// Publishes what is made of the district and its framework versions as they are, with nobody in between. What changes nothing
/// publishes nothing.
///
/// # Errors
/// When nothing can be made of them, or the store fails.
pub(crate) async fn put<E: From<ApiError>>(
    app: &App,
    id: &DistrictId,
    make: impl FnOnce(&District, &[Framework]) -> Result<District, E>,
) -> Result<(), E> {
    let (mut tx, commit) = begin(app, id).await?;
    let (district, versions) = at(&mut tx, id, commit).await?;
    let changed = make(&district, &versions)?;
    if changed == district {
        tx.rollback().await.map_err(|error| ApiError::from(StoreError::from(error)))?;
    } else {
        goals::still_fit(&mut tx, &district, &changed).await?;
        finish(tx, id, changed, commit).await?;
    }
    Ok(())
}

/// The district and its framework versions as they are.
///
/// # Errors
/// When there is no district, or the store fails.
pub(crate) async fn now(app: &App, id: &DistrictId) -> Result<(District, Vec<Framework>), ApiError> {
    let mut tx = app.store().read().await?;
    let head = commits::head(&mut tx, id).await?;
    let found = at(&mut tx, id, head.seq).await?;
    tx.rollback().await.map_err(StoreError::from)?;
    Ok(found)
}

async fn begin(app: &App, id: &DistrictId) -> Result<(Tx, u64), ApiError> {
    let tag = draw_tag(app.outside())?;
    let mut tx = app.store().begin().await?;
    let here = commits::next(&mut tx, id, tag, app.outside().now()).await?;
    Ok((tx, here.seq))
}

async fn at(tx: &mut AnyConnection, id: &DistrictId, commit: u64) -> Result<(District, Vec<Framework>), ApiError> {
    let district = people::latest_district(tx, id, commit).await?;
    let district = district.ok_or(CannotChangeDistrict::NoSuchArea)?;
    Ok((district, drafts::versions(tx, id).await?))
}

async fn finish(mut tx: Tx, id: &DistrictId, changed: District, commit: u64) -> Result<(), ApiError> {
    let document = Published::District(changed).write().map_err(|_| StoreError::Damaged("documents.text"))?;
    publish::put(&mut tx, id, &document, commit).await.map_err(|error| match error {
        PublishError::Store(error) => ApiError::Store(error),
        PublishError::Unfit(_)
        | PublishError::Unreadable(_)
        | PublishError::OtherDistrict(_)
        | PublishError::People(_) => ApiError::CutShort,
    })?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(())
}
