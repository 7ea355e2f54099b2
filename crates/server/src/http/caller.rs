//! Who asks: every route that takes a [`Caller`] answers nobody who has not signed in.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use domain::id::DistrictId;
use domain::permission::Me;
use domain::time::DAY;

use crate::app::App;
use crate::error::ApiError;
use crate::http::cookie;
use crate::people;
use crate::sign_in::{SESSION_LASTS, Token};

/// Whoever is signed in on the device that asks, and works in the district.
pub(crate) struct Caller {
    /// Who it is.
    pub(crate) me: Me,
    /// Their session.
    pub(crate) session: Token,
}

impl FromRequestParts<App> for Caller {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let Leaver(caller, left) = Leaver::from_request_parts(parts, app).await?;
        if left { Err(ApiError::NotAllowed) } else { Ok(caller) }
    }
}

/// The same, or somebody who left not long ago: their tablet may still send what they did before.
pub(crate) struct Leaver(pub(crate) Caller, pub(crate) bool);

impl FromRequestParts<App> for Leaver {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let (district, session) = cookie::read(&parts.headers, app.reach()).ok_or(ApiError::SignedOut)?;
        let me = signed_in(app, &district, &session).await?.ok_or(ApiError::SignedOut)?;
        let left = people::left_at(app.store(), &district, &me.account).await?;
        if left.is_some_and(|at| app.outside().now() > at.plus(people::GRACE)) {
            return Err(ApiError::SignedOut);
        }
        Ok(Self(Caller { me, session }, left.is_some()))
    }
}

/// Whose session it is. One that is used lasts on; that is written down once a day at most.
async fn signed_in(app: &App, district: &DistrictId, session: &Token) -> Result<Option<Me>, ApiError> {
    let now = app.outside().now();
    let Some((account, ends)) = app.store().session(district, session.hash(), now).await? else {
        return Ok(None);
    };
    if ends.since(now) < SESSION_LASTS - DAY {
        app.store().prolong_session(district, session.hash(), now.plus(SESSION_LASTS)).await?;
    }
    Ok(people::me(app.store(), district, &account).await?)
}
