//! What the district has decided: `/api/v1/district/change`.

use axum::extract::State;
use axum::http::StatusCode;
use domain::district::{Area, DistrictChange, Focus};
use domain::sync::ProblemCode;
use serde_json::Value;

use super::openapi::{Method, Operation, Taken, example};
use crate::app::App;
use crate::district;
use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::read::ReadJson;

pub(super) const CHANGE: Operation = Operation {
    method: Method::Post,
    path: "/api/v1/district/change",
    name: "changeDistrict",
    summary: "Changes what an area watches just now, what is expected, a goal or an initiative, the calendar, who decides for a school, or the rules that everyone is held against",
    description: "`was` is what it was when the person looked; where it is otherwise by now nothing is changed, and the answer is 409. \
                  What is changed is published at once: tablets have it at their next sync. 422 with a problem whose `why` says what is wrong.",
    open: false,
    query: &[],
    body: Some(Taken::Json(change_example)),
    answer: None,
    problems: &[ProblemCode::NotAllowed],
};

pub(super) async fn change(
    State(app): State<App>,
    caller: Caller,
    ReadJson(change): ReadJson<DistrictChange>,
) -> Result<StatusCode, ApiError> {
    district::change(&app, &caller.me, change).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn change_example() -> Value {
    example(&DistrictChange::Focus {
        area: Area::School("cedar-ridge".into()),
        was: Focus::default(),
        now: Focus {
            look_fors: vec!["open-questions".into(), "checks".into()],
            until: Some(domain::time::date(2026, 12, 18)),
        },
    })
}
