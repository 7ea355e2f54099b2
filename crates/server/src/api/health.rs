//! Whether the server lives, and whether it can work.

use axum::extract::State;
use serde_json::{Value, json};

use super::openapi::{Method, Operation};
use crate::app::App;
use crate::error::ApiError;

pub(super) const HEALTH: Operation = Operation {
    method: Method::Get,
    path: "/api/v1/health",
    name: "health",
    summary: "Whether the process answers",
    description: "For whoever restarts it. Asks nothing of the database.",
    open: true,
    query: &[],
    body: None,
    answer: Some(well),
    problems: &[],
};

pub(super) const READY: Operation = Operation {
    method: Method::Get,
    path: "/api/v1/ready",
    name: "ready",
    summary: "Whether the server can work",
    description: "For whoever sends it requests: the database answers, and its tables are up to date.",
    open: true,
    query: &[],
    body: None,
    answer: Some(well),
    problems: &[],
};

pub(super) async fn health() -> axum::Json<Value> {
    axum::Json(well())
}

/// Tables are brought up to date before the server listens, so a database that answers is ready.
pub(super) async fn ready(State(app): State<App>) -> Result<axum::Json<Value>, ApiError> {
    app.store().ping().await?;
    Ok(axum::Json(well()))
}

fn well() -> Value {
    json!({ "ok": true })
}
