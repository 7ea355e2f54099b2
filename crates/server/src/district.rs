//! Changing what the district has decided, one thing at a time.

use domain::district::{CannotChangeDistrict, DistrictChange, Published};
use domain::permission::Me;
use domain::time::{UtcOffset, local};

use crate::app::App;
use crate::drafts;
use crate::error::ApiError;
use crate::goals;
use crate::outside::draw_tag;
use crate::people;
use crate::publish::{self, PublishError};
use crate::store::{StoreError, commits};

/// Publishes the district with something changed. What changes nothing publishes nothing.
///
/// # Errors
/// When they may not, or it cannot be changed so.
pub(crate) async fn change(app: &App, me: &Me, change: DistrictChange) -> Result<(), ApiError> {
    let today = local(app.outside().now(), UtcOffset(0)).0;
    let tag = draw_tag(app.outside())?;
    let mut tx = app.store().begin().await?;
    let here = commits::next(&mut tx, &me.district, tag, app.outside().now()).await?;
    let district = people::latest_district(&mut tx, &me.district, here.seq).await?;
    let district = district.ok_or(CannotChangeDistrict::NoSuchArea)?;
    if !me.may_change(&change, &district, today) {
        return Err(ApiError::NotAllowed);
    }
    let versions = drafts::versions(&mut tx, &me.district).await?;
    let changed = district.changed(change.clone(), &versions)?;
    if changed == district {
        tx.rollback().await.map_err(StoreError::from)?;
        return Ok(());
    }
    if let DistrictChange::Goal { was, now } = &change {
        goals::still_fit(&mut tx, was.as_deref(), now.as_deref(), &changed).await?;
    }
    let document = Published::District(changed).write().map_err(|_| StoreError::Damaged("documents.text"))?;
    publish::put(&mut tx, &me.district, &document, here.seq).await.map_err(|error| match error {
        PublishError::Store(error) => ApiError::Store(error),
        PublishError::Unfit(_)
        | PublishError::Unreadable(_)
        | PublishError::OtherDistrict(_)
        | PublishError::People(_) => ApiError::CutShort,
    })?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(())
}
