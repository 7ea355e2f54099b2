//! `GET /api/v1/compare`

use axum::extract::State;
use domain::compare::{Comparison, Coverage, Schools};
use domain::sync::ProblemCode;
use domain::time::{Date, UtcOffset, local};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::openapi::{Method, Operation, example};
use crate::app::App;
use crate::compare;
use crate::error::{ApiError, Unreadable};
use crate::http::caller::Caller;
use crate::http::read::ReadQuery;

pub(super) const OPERATION: Operation = Operation {
    method: Method::Get,
    path: "/api/v1/compare",
    name: "compare",
    summary: "What was observed, held against what is expected, over any selection of visits",
    description: "For those whose scope is wider than their tablet. The answer is what the tablet would have worked \
                  out from the same visits, by the same code.",
    open: false,
    query: &[
        ("selection", "which visits and look-fors, as JSON; everything one may see when absent", false),
        ("today", "the local date, as 2026-11-22; today in UTC when absent", false),
    ],
    body: None,
    answer: Some(answer),
    problems: &[ProblemCode::Unreadable, ProblemCode::NotAllowed, ProblemCode::NotFound],
};

pub(super) const SCHOOLS: Operation = Operation {
    path: "/api/v1/compare/schools",
    name: "compareSchools",
    summary: "The same school by school: where each stands in each look-for",
    description: "Each school by itself, against what is expected of it and over its own classrooms.",
    answer: Some(schools_answer),
    ..OPERATION
};

#[derive(Deserialize)]
pub(super) struct CompareQuery {
    pub(super) selection: Option<String>,
    pub(super) today: Option<Date>,
}

pub(super) async fn compare(
    State(app): State<App>,
    caller: Caller,
    ReadQuery(CompareQuery { selection, today }): ReadQuery<CompareQuery>,
) -> Result<axum::Json<Comparison>, ApiError> {
    let (selection, today) = (read(selection)?.unwrap_or_default(), today_of(&app, today));
    compare::answer(&app, caller.me, selection, today).await.map(axum::Json)
}

pub(super) async fn by_school(
    State(app): State<App>,
    caller: Caller,
    ReadQuery(CompareQuery { selection, today }): ReadQuery<CompareQuery>,
) -> Result<axum::Json<Schools>, ApiError> {
    let (selection, today) = (read(selection)?.unwrap_or_default(), today_of(&app, today));
    compare::school_by_school(&app, caller.me, selection, today).await.map(axum::Json)
}

/// A part of a query that is JSON.
pub(super) fn read<T: DeserializeOwned>(text: Option<String>) -> Result<Option<T>, ApiError> {
    Ok(text.map(|text| serde_json::from_str(&text)).transpose().map_err(|_| Unreadable::Query)?)
}

/// The local date of whoever asks, or else today in UTC.
pub(super) fn today_of(app: &App, today: Option<Date>) -> Date {
    today.unwrap_or_else(|| local(app.outside().now(), UtcOffset(0)).0)
}

fn answer() -> Value {
    example(&Comparison {
        visits: 0,
        nothing_to_observe: 0,
        coverage: Coverage { visited: 0, visited_in_scope: 0, in_scope: Some(24) },
        dates: None,
        margin: 0.1,
        rows: Vec::new(),
    })
}

fn schools_answer() -> Value {
    example(&Schools { look_fors: Vec::new(), lines: Vec::new() })
}
