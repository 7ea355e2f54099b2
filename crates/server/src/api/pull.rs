//! `GET /api/v1/sync/pull`

use axum::extract::State;
use domain::permission::{Action, Me};
use domain::stream::Stream;
use domain::sync::{Cursor, Delivered, ProblemCode, PullAnswer, PullQuery};
use domain::time::Millis;
use serde_json::Value;

use super::openapi::{Method, Operation, example};
use crate::app::App;
use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::read::ReadQuery;
use crate::pull;

pub(super) const OPERATION: Operation = Operation {
    method: Method::Get,
    path: "/api/v1/sync/pull",
    name: "pull",
    summary: "One page of a stream: first a snapshot, then what happened since",
    description: "Without a cursor, a snapshot begins: documents that hold, then visits in the order of their ids. Its \
                  further pages carry the cursor of the first, `snapshot=true` and the last visit that arrived. After \
                  it, each page holds edits and documents in commit order, no commit split, and the cursor after them.",
    open: false,
    query: &[
        ("stream", "`district` or `school/<id>`", true),
        ("epoch", "with `seq` and `tag`, the cursor after which to go on", false),
        ("seq", "see `epoch`", false),
        ("tag", "see `epoch`", false),
        ("after_visit", "while a snapshot is under way: the last visit that has arrived", false),
        ("snapshot", "`true` while a snapshot is under way", false),
        (
            "heard",
            "`epoch.seq.tag`: the latest cursor that the tablet has heard of; one that is not of this history is a rewind",
            false,
        ),
        ("limit", "visits or edits a page, 1 to 1000; 200 when absent", false),
    ],
    body: None,
    answer: Some(answer),
    problems: &[ProblemCode::Unreadable, ProblemCode::NotAllowed, ProblemCode::Rewound],
};

pub(super) async fn pull(
    State(app): State<App>,
    caller: Caller,
    ReadQuery(query): ReadQuery<PullQuery>,
) -> Result<axum::Json<PullAnswer>, ApiError> {
    if !may(&caller.me, &query.stream) {
        return Err(ApiError::NotAllowed);
    }
    pull::page(&app, &caller.me.district, &query).await.map(axum::Json)
}

/// The district's documents are everyone's.
fn may(me: &Me, stream: &Stream) -> bool {
    match stream {
        Stream::District => true,
        Stream::School(school) => me.may(Action::PullSchool, school),
    }
}

fn answer() -> Value {
    example(&PullAnswer {
        cursor: Cursor { epoch: 1, seq: 43, tag: 6_148_914_691 },
        documents: Vec::new(),
        visits: Vec::new(),
        edits: vec![Delivered { text: "{\"schema\":1, …}".into(), received: Millis(1_795_000_000_900) }],
        removed: Vec::new(),
        more: false,
        total: None,
    })
}
