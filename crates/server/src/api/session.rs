//! Signing in, who is signed in, and signing out.

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::permission::{Me, Role};
use domain::sync::{ProblemCode, SignIn, SignedIn};
use domain::time::Millis;
use serde_json::Value;

use super::openapi::{Method, Operation, Taken, example};
use crate::app::App;
use crate::error::ApiError;
use crate::http::address::Address;
use crate::http::caller::Leaver;
use crate::http::cookie;
use crate::http::read::ReadJson;
use crate::sign_in;

const PATH: &str = "/api/v1/session";

pub(super) const SIGN_IN: Operation = Operation {
    method: Method::Post,
    path: PATH,
    name: "signIn",
    summary: "Signs in with an email and a passphrase",
    description: "The answer sets the session cookie. An unknown email takes the same time and hears the same answer \
                  as a wrong passphrase; after repeated tries `Retry-After` says when to try again.",
    open: true,
    query: &[],
    body: Some(Taken::Json(credentials)),
    answer: Some(signed_in),
    problems: &[ProblemCode::WrongPassphrase, ProblemCode::SlowDown],
};

pub(super) const WHO: Operation = Operation {
    method: Method::Get,
    path: PATH,
    name: "whoIsSignedIn",
    summary: "Who is signed in, and what time it is here",
    description: "A tablet learns from it how wrong its own clock is.",
    open: false,
    query: &[],
    body: None,
    answer: Some(signed_in),
    problems: &[],
};

pub(super) const SIGN_OUT: Operation = Operation {
    method: Method::Delete,
    path: PATH,
    name: "signOut",
    summary: "Signs out on this device",
    description: "Edits that have not been sent stay on the tablet, with their author.",
    open: false,
    query: &[],
    body: None,
    answer: None,
    problems: &[],
};

pub(super) async fn sign_in(
    State(app): State<App>,
    Address(from): Address,
    ReadJson(SignIn { email, passphrase }): ReadJson<SignIn>,
) -> Result<Response, ApiError> {
    let (me, token) = sign_in::sign_in(&app, &email, passphrase, from).await?;
    let cookie = cookie::keep(&me.district, &token, app.reach());
    Ok(with_cookie(axum::Json(SignedIn { me, now: app.outside().now() }).into_response(), cookie))
}

pub(super) async fn who(State(app): State<App>, Leaver(caller, _): Leaver) -> axum::Json<SignedIn> {
    axum::Json(SignedIn { me: caller.me, now: app.outside().now() })
}

pub(super) async fn sign_out(State(app): State<App>, Leaver(caller, _): Leaver) -> Result<Response, ApiError> {
    app.store().close_session(&caller.me.district, caller.session.hash()).await?;
    Ok(with_cookie(StatusCode::NO_CONTENT.into_response(), cookie::forget(app.reach())))
}

pub(super) fn with_cookie(mut response: Response, cookie: Option<HeaderValue>) -> Response {
    if let Some(cookie) = cookie {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}

fn credentials() -> Value {
    example(&SignIn { email: "okafor@alder.example".into(), passphrase: "four words and a comma".into() })
}

pub(super) fn signed_in() -> Value {
    let me = Me {
        account: "okafor".into(),
        district: "alder".into(),
        name: "Ada Okafor".into(),
        email: "okafor@alder.example".into(),
        role: Role::Principal,
        schools: vec!["cedar-ridge".into()],
    };
    example(&SignedIn { me, now: Millis(1_795_000_000_000) })
}
