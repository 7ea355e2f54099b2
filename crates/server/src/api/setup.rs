//! Setting up a new district from the one-time link that the server printed when it started without one.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use domain::sync::{ProblemCode, SignedIn};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::openapi::{Method, Operation, Taken, example};
use super::session::{signed_in, with_cookie};
use crate::app::App;
use crate::error::ApiError;
use crate::http::address::Address;
use crate::http::cookie;
use crate::http::read::ReadJson;
use crate::setup::{self, FirstAdministrator};

pub(super) const OPERATION: Operation = Operation {
    method: Method::Post,
    path: "/api/v1/setup",
    name: "setUp",
    summary: "Sets up the district and its first administrator",
    description: "With the token of the link that the server printed when it started. It works once; the answer signs \
                  the administrator in.",
    open: true,
    query: &[],
    body: Some(Taken::Json(request)),
    answer: Some(signed_in),
    problems: &[ProblemCode::NotAllowed, ProblemCode::SlowDown],
};

/// `POST /api/v1/setup`
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SetUp {
    /// The last part of the link.
    token: String,
    /// The district, as people say it.
    district: String,
    /// The administrator, as people say it.
    name: String,
    /// What they will sign in with.
    email: String,
    /// At least 10 characters.
    passphrase: String,
}

pub(super) async fn set_up(
    State(app): State<App>,
    Address(from): Address,
    ReadJson(SetUp { token, district, name, email, passphrase }): ReadJson<SetUp>,
) -> Result<Response, ApiError> {
    let first = FirstAdministrator { district, name, email, passphrase };
    let (me, token) = setup::take(&app, &token, first, from).await?;
    let cookie = cookie::keep(&me.district, &token, app.reach());
    let body = axum::Json(SignedIn { me, now: app.outside().now() });
    Ok(with_cookie(body.into_response(), cookie))
}

fn request() -> Value {
    example(&SetUp {
        token: format!("d-1f0c5a7e.{}", "0".repeat(64)),
        district: "Alder County Schools".into(),
        name: "Ada Okafor".into(),
        email: "okafor@alder.example".into(),
        passphrase: "four words and a comma".into(),
    })
}
