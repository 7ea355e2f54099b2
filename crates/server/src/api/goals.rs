//! What the measures of goals read: `/api/v1/goals/figures`. The goals themselves stand in the district's document.

use axum::Json;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use domain::district::{ChangeFigures, Figure, FigureChange, FigureKind, FiguresRead, GoalFigures};
use domain::id::GoalId;
use domain::sync::ProblemCode;
use serde::Deserialize;
use serde_json::Value;

use super::openapi::{Method, Operation, Taken, example};
use crate::app::App;
use crate::error::ApiError;
use crate::goals;
use crate::http::caller::Caller;
use crate::http::read::{ReadQuery, json, must_be_bytes, must_be_json, whole};

const PATH: &str = "/api/v1/goals/figures";
/// A file of as many figures as a goal can have fits.
const MOST_BYTES: usize = 8 << 20;

pub(super) const FIGURES: Operation = Operation {
    method: Method::Get,
    path: PATH,
    name: "goalFigures",
    summary: "Baselines, targets and results of a goal for achievement",
    description: "Those of its whole area, and of the schools whose visits the caller may compare. `value` is in hundredths of the \
                  measure's unit. A goal that is not there has none.",
    open: false,
    query: &[("goal", "its key", true)],
    body: None,
    answer: Some(figures_example),
    problems: &[],
};

pub(super) const CHANGE: Operation = Operation {
    method: Method::Post,
    path: PATH,
    name: "changeGoalFigures",
    summary: "Enters, corrects and takes out figures of a goal",
    description: "All of the changes or none. `was` is the figure that the person saw; where it is otherwise by now the answer is 409, \
                  and 422 where a figure cannot be taken, with a problem whose `why` says which change, and why not. For whoever \
                  sets the goals of its area.",
    open: false,
    query: &[],
    body: Some(Taken::Json(change_example)),
    answer: None,
    problems: &[ProblemCode::NotAllowed, ProblemCode::NotFound],
};

pub(super) const READ: Operation = Operation {
    method: Method::Post,
    path: "/api/v1/goals/figures/read",
    name: "readGoalFigures",
    summary: "What a file would change about a goal's figures",
    description: "The body is a CSV table with the columns `date` and `value`, and where wanted `school` (its key or its name), `group`, \
                  `kind` (`baseline`, `target`, `result`) and `students`. Nothing is changed: `changes` is what to send to do so. A \
                  file with a row that cannot be read is answered 422 with a problem whose `why` names each such row and column.",
    open: false,
    query: &[("goal", "its key", true)],
    body: Some(Taken::File),
    answer: Some(read_example),
    problems: &[ProblemCode::NotAllowed, ProblemCode::NotFound],
};

/// Of which goal.
#[derive(Debug, Deserialize)]
pub(super) struct Of {
    goal: GoalId,
}

pub(super) async fn figures(
    State(app): State<App>,
    caller: Caller,
    ReadQuery(Of { goal }): ReadQuery<Of>,
) -> Result<Json<GoalFigures>, ApiError> {
    Ok(Json(GoalFigures { figures: goals::figures(&app, &caller.me, &goal).await? }))
}

pub(super) async fn change(State(app): State<App>, caller: Caller, request: Request) -> Result<StatusCode, ApiError> {
    must_be_json(request.headers())?;
    let ChangeFigures { goal, changes } = json(&whole(request.into_body(), MOST_BYTES).await?)?;
    goals::change(&app, &caller.me, &goal, &changes).await?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn read(
    State(app): State<App>,
    caller: Caller,
    ReadQuery(Of { goal }): ReadQuery<Of>,
    request: Request,
) -> Result<Json<FiguresRead>, ApiError> {
    must_be_bytes(request.headers())?;
    let file = whole(request.into_body(), MOST_BYTES).await?;
    Ok(Json(goals::read(&app, &caller.me, &goal, file.to_vec()).await?))
}

fn read_example() -> Value {
    example(&FiguresRead { changes: vec![FigureChange { was: None, now: Some(figure()) }], same: 11 })
}

fn figures_example() -> Value {
    example(&GoalFigures { figures: vec![figure()] })
}

fn change_example() -> Value {
    example(&ChangeFigures { goal: "reading".into(), changes: vec![FigureChange { was: None, now: Some(figure()) }] })
}

fn figure() -> Figure {
    Figure {
        school: Some("cedar-ridge".into()),
        group: Some("English learners".into()),
        what: FigureKind::Result,
        on: domain::time::date(2027, 6, 1),
        value: "61.5".parse().unwrap_or(domain::district::Reading::ZERO),
        students: Some(48),
    }
}
