//! `POST /api/v1/sync/push`

use axum::extract::{Request, State};
use domain::id::ReplicaId;
use domain::sync::{Cursor, Fingerprint, ProblemCode, PushAnswer, PushRequest, PushResult, Refusal, Verdict};
use domain::time::Millis;
use serde_json::Value;
use serde_json::value::RawValue;

use super::openapi::{Method, Operation, Taken, example};
use crate::app::App;
use crate::error::ApiError;
use crate::http::caller::Leaver;
use crate::push;

pub(super) const OPERATION: Operation = Operation {
    method: Method::Post,
    path: "/api/v1/sync/push",
    name: "push",
    summary: "Sends edits, at most 500 or 1 MB, plain or gzip",
    description: "Every edit is answered by its seq: `Applied`, `Duplicate`, `Held` (stored and delivered, not counted \
                  until the framework it names arrives), `Rejected` with a reason (recorded, and counted as answered) \
                  or `Fork`. A push that cannot be read as a whole stores nothing: halve it until the edit at fault is \
                  alone. Sending edits again changes nothing.",
    open: false,
    query: &[],
    body: Some(Taken::Json(request)),
    answer: Some(answer),
    problems: &[ProblemCode::NotAllowed, ProblemCode::Rewound, ProblemCode::Busy],
};

pub(super) async fn push(
    State(app): State<App>,
    Leaver(caller, _): Leaver,
    request: Request,
) -> Result<axum::Json<PushAnswer>, ApiError> {
    let received = app.outside().now();
    let (parts, body) = request.into_parts();
    let push = push::read(&parts.headers, body, received).await?;
    push::take(&app, caller.me, push).await.map(axum::Json)
}

fn request() -> Value {
    let edit = r#"{"schema":1,"replica":"07070707070707070707070707070707","seq":8,"author":"okafor","stamp":{"wall":1795000000000,"counter":0,"replica":"07070707070707070707070707070707"},"stream":"school/cedar-ridge","body":{"visit":"01010101010101010101010101010101","change":{"Void":"02020202020202020202020202020202"}}}"#;
    let edits = RawValue::from_string(edit.to_owned()).into_iter().collect();
    let cursor = Some(Cursor { epoch: 1, seq: 42, tag: 6_148_914_691 });
    example(&PushRequest { cursor, replica: ReplicaId::from([7; 16]), edits })
}

fn answer() -> Value {
    example(&PushAnswer {
        received: Millis(1_795_000_000_900),
        results: vec![
            PushResult { seq: 8, verdict: Verdict::Applied },
            PushResult { seq: 9, verdict: Verdict::Rejected(Refusal::NotAssigned) },
        ],
        acked_through: 9,
        fingerprint: Fingerprint::default(),
        cursor: Some(Cursor { epoch: 1, seq: 43, tag: 7_001_337_215 }),
    })
}
