//! `GET /api/v1/trends`

use axum::extract::State;
use domain::compare::Selection;
use domain::stats::trend::Period;
use domain::sync::ProblemCode;
use domain::time::Date;
use domain::trends::{Over, Trends};
use serde::Deserialize;
use serde_json::Value;

use super::compare::{read, today_of};
use super::openapi::{Method, Operation, example};
use crate::app::App;
use crate::compare;
use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::read::ReadQuery;

pub(super) const OPERATION: Operation = Operation {
    method: Method::Get,
    path: "/api/v1/trends",
    name: "trends",
    summary: "What a selection of visits says over time",
    description: "For those whose scope is wider than their tablet: every look-for by week, month or term, with its \
                  limits, its signals and which way it goes, by the same code as on the tablet.",
    open: false,
    query: &[
        ("selection", "which visits and look-fors, as JSON; everything one may see when absent", false),
        ("over", "the period of a point, and the day on which something starts, as JSON; weeks when absent", false),
        ("today", "the local date, as 2026-11-22; today in UTC when absent", false),
    ],
    body: None,
    answer: Some(answer),
    problems: &[ProblemCode::Unreadable, ProblemCode::NotAllowed, ProblemCode::NotFound],
};

#[derive(Deserialize)]
pub(super) struct TrendsQuery {
    selection: Option<String>,
    over: Option<String>,
    today: Option<Date>,
}

pub(super) async fn trends(
    State(app): State<App>,
    caller: Caller,
    ReadQuery(TrendsQuery { selection, over, today }): ReadQuery<TrendsQuery>,
) -> Result<axum::Json<Trends>, ApiError> {
    let selection: Selection = read(selection)?.unwrap_or_default();
    let over = read(over)?.unwrap_or(Over { period: Period::Week, start: None });
    let today = today_of(&app, today);
    compare::over_time(&app, caller.me, selection, over, today).await.map(axum::Json)
}

fn answer() -> Value {
    example(&Trends {
        visits: 0,
        outside: 0,
        dates: None,
        spans: Vec::new(),
        versions: Vec::new(),
        margin: 0.1,
        rows: Vec::new(),
    })
}
