//! `GET /api/v1/coverage`

use axum::extract::State;
use domain::coverage::{Pace, Report};
use domain::sync::ProblemCode;
use serde_json::Value;

use super::compare::{CompareQuery, read, today_of};
use super::openapi::{Method, Operation, example};
use crate::app::App;
use crate::compare;
use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::read::ReadQuery;

pub(super) const OPERATION: Operation = Operation {
    method: Method::Get,
    path: "/api/v1/coverage",
    name: "coverage",
    summary: "Which classrooms have been visited, how evenly, and whether the visits keep pace",
    description: "For those whose scope is wider than their tablet, by the same code as on the tablet.",
    open: false,
    query: &[
        ("selection", "which visits, as JSON; everything one may see when absent", false),
        ("today", "the local date, as 2026-11-22; today in UTC when absent", false),
    ],
    body: None,
    answer: Some(answer),
    problems: &[ProblemCode::Unreadable, ProblemCode::NotAllowed, ProblemCode::NotFound],
};

pub(super) async fn coverage(
    State(app): State<App>,
    caller: Caller,
    ReadQuery(CompareQuery { selection, today }): ReadQuery<CompareQuery>,
) -> Result<axum::Json<Report>, ApiError> {
    let (selection, today) = (read(selection)?.unwrap_or_default(), today_of(&app, today));
    compare::coverage(&app, caller.me, selection, today).await.map(axum::Json)
}

fn answer() -> Value {
    let pace = Pace { weeks: Vec::new(), expected: Some(15), drop_off: None };
    example(&Report { rooms: Vec::new(), balances: Vec::new(), pace })
}
