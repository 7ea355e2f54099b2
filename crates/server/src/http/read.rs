//! Reading what a request says, with a [`crate::error::ApiError`] when it cannot be read.

use std::error::Error;

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, FromRequestParts, Query, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use http_body_util::LengthLimitError;
use serde::de::DeserializeOwned;

use crate::app::App;
use crate::error::{ApiError, Measure, Unreadable};

/// Most bytes of a body that is not a push.
const MOST_BYTES: usize = 16 * 1024;

/// A small JSON body.
pub(crate) struct ReadJson<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequest<App> for ReadJson<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, _: &App) -> Result<Self, ApiError> {
        must_be_json(request.headers())?;
        let body = whole(request.into_body(), MOST_BYTES).await?;
        json(&body).map(Self)
    }
}

/// A query.
pub(crate) struct ReadQuery<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequestParts<App> for ReadQuery<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, ApiError> {
        Query::try_from_uri(&parts.uri).map(|Query(value)| Self(value)).map_err(|_| Unreadable::Query.into())
    }
}

/// JSON only: a form on another site cannot send it without asking first.
pub(crate) fn must_be_json(headers: &HeaderMap) -> Result<(), Unreadable> {
    must_be(headers, "application/json")
}

/// Bytes of no named kind only: a form on another site cannot send them without asking first.
pub(crate) fn must_be_bytes(headers: &HeaderMap) -> Result<(), Unreadable> {
    must_be(headers, "application/octet-stream")
}

fn must_be(headers: &HeaderMap, wanted: &'static str) -> Result<(), Unreadable> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = kind.split(';').next().unwrap_or_default().trim();
    if essence.eq_ignore_ascii_case(wanted) { Ok(()) } else { Err(Unreadable::ContentType { wanted }) }
}

/// The whole body, at most so many bytes of it.
pub(crate) async fn whole(body: Body, most: usize) -> Result<Bytes, ApiError> {
    axum::body::to_bytes(body, most).await.map_err(|error| {
        if error.source().is_some_and(|source| source.is::<LengthLimitError>()) {
            ApiError::TooLarge { most, of: Measure::Bytes }
        } else {
            Unreadable::BrokeOff.into()
        }
    })
}

/// Reads JSON.
pub(crate) fn json<T: DeserializeOwned>(body: &[u8]) -> Result<T, ApiError> {
    serde_json::from_slice(body).map_err(|error| Unreadable::Json { line: error.line(), column: error.column() }.into())
}
