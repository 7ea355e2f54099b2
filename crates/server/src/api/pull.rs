//! `GET /api/v1/sync/pull`

use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use domain::permission::{Action, Me};
use domain::stream::Stream;
use domain::sync::{Cursor, Delivered, PAGE, ProblemCode, PullAnswer, PullQuery};
use domain::time::Millis;
use serde_json::Value;

use super::openapi::{Method, Operation, example};
use crate::app::App;
use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::read::ReadQuery;
use crate::pull;
use crate::store::StoreError;

pub(super) const OPERATION: Operation = Operation {
    method: Method::Get,
    path: "/api/v1/sync/pull",
    name: "pull",
    summary: "One page of a stream: first a snapshot, then what happened since",
    description: "Without a cursor, a snapshot begins: documents that hold, then visits in the order of their ids. Its \
                  further pages carry the cursor of the first, `snapshot=true` and the last visit that arrived. After \
                  it, each page holds edits and documents in commit order, no commit split, and the cursor after them. \
                  The app asks for `application/vnd.throughline.page-1`, its own saved form, which changes with it and \
                  is not described here; whoever does not gets JSON.",
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
    headers: HeaderMap,
    ReadQuery(query): ReadQuery<PullQuery>,
) -> Result<Response, ApiError> {
    if !may(&caller.me, &query.stream) {
        return Err(ApiError::NotAllowed);
    }
    let page = pull::page(&app, &caller.me.district, &query).await?;
    let vary = (header::VARY, header::ACCEPT.as_str());
    Ok(if wants_saved_form(&headers) {
        ([vary, (header::CONTENT_TYPE, PAGE)], page.to_page().map_err(StoreError::from)?).into_response()
    } else {
        ([vary], axum::Json(page)).into_response()
    })
}

/// Whether the saved form that this server writes is among the media types asked for.
fn wants_saved_form(headers: &HeaderMap) -> bool {
    let asked = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok());
    asked.flat_map(|value| value.split(',')).any(|kind| kind.trim() == PAGE)
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
