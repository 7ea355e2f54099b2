//! `GET /api/v1/calibration`

use axum::extract::State;
use domain::calibration::Calibrated;
use domain::sync::ProblemCode;
use serde::Deserialize;
use serde_json::Value;

use super::compare::read;
use super::openapi::{Method, Operation, example};
use crate::app::App;
use crate::compare;
use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::read::ReadQuery;

pub(super) const OPERATION: Operation = Operation {
    method: Method::Get,
    path: "/api/v1/calibration",
    name: "calibration",
    summary: "Lessons that several observers recorded, and how one observer compares with others in the same rooms",
    description: "The records themselves, for those whose scope is wider than their tablet. An observer is named in \
                  the selection, and only by themselves or by an administrator.",
    open: false,
    query: &[("selection", "which schools and dates, as JSON; everything one may see when absent", false)],
    body: None,
    answer: Some(answer),
    problems: &[ProblemCode::Unreadable, ProblemCode::NotAllowed, ProblemCode::NotFound],
};

#[derive(Deserialize)]
pub(super) struct CalibrationQuery {
    selection: Option<String>,
}

pub(super) async fn calibration(
    State(app): State<App>,
    caller: Caller,
    ReadQuery(CalibrationQuery { selection }): ReadQuery<CalibrationQuery>,
) -> Result<axum::Json<Calibrated>, ApiError> {
    compare::calibration(&app, caller.me, read(selection)?.unwrap_or_default()).await.map(axum::Json)
}

fn answer() -> Value {
    example(&Calibrated::default())
}
