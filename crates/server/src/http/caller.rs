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

/// Whoever is signed in on the device that asks.
pub(crate) struct Caller {
    /// Who it is.
    pub(crate) me: Me,
    /// Their session.
    pub(crate) session: Token,
}

impl FromRequestParts<App> for Caller {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let (district, session) = cookie::read(&parts.headers, app.reach()).ok_or(ApiError::SignedOut)?;
        let me = signed_in(app, &district, &session).await?.ok_or(ApiError::SignedOut)?;
        Ok(Self { me, session })
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
