//! The framework that is being written: `/api/v1/framework/draft`, `/draft/publish`, `/starter` to begin with, and as files:
//! `/read`, `/save`, `/schema`.

use axum::Json;
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, ETAG};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::framework::{
    AskedDraft, CannotDraft, Draft, FileForm, FrameworkFile, FromFile, HeldDraft, LeftOut, MOST_DRAFT_BYTES,
    PublishDraft, PublishedDraft, SaveDraft, SavedDraft, WhyLeftOut,
};
use domain::id::Bits128;
use domain::sync::ProblemCode;
use domain::time::{Millis, UtcOffset, date, local};
use serde_json::Value;

use super::openapi::{self, Method, Operation, Taken, example};
use crate::app::App;
use crate::drafts::{self, Seen};
use crate::error::ApiError;
use crate::framework_files;
use crate::http::caller::Caller;
use crate::http::conditional;
use crate::http::read::{ReadJson, json, must_be_bytes, must_be_json, whole};
use crate::store::{StoreError, framework_drafts};

const DRAFT_PATH: &str = "/api/v1/framework/draft";

pub(super) const DRAFT: Operation = Operation {
    method: Method::Get,
    path: DRAFT_PATH,
    name: "frameworkDraft",
    summary: "The framework that is being written",
    description: "`held` is null while nobody writes one. The ETag, which is `held.tag`, names exactly this text.",
    open: false,
    query: &[],
    body: None,
    answer: Some(asked_example),
    problems: &[ProblemCode::NotAllowed],
};

pub(super) const WRITE: Operation = Operation {
    method: Method::Put,
    path: DRAFT_PATH,
    name: "writeFrameworkDraft",
    summary: "Begins a draft, or changes it",
    description: "`If-None-Match: *` begins one, `If-Match` with the tag that was seen changes it; without either the answer is \
                  428. Where somebody else has written in between, nothing is changed, and the answer is 412 with a problem \
                  whose `why` holds the draft as it is now. At most 1 MB.",
    open: false,
    query: &[],
    body: Some(Taken::Json(draft_example)),
    answer: Some(asked_example),
    problems: &[ProblemCode::NotAllowed],
};

pub(super) const DISCARD: Operation = Operation {
    method: Method::Delete,
    path: DRAFT_PATH,
    name: "discardFrameworkDraft",
    summary: "Takes the draft away that was seen",
    description: "With `If-Match`, as when it is changed. What is published stays as it is.",
    open: false,
    query: &[],
    body: None,
    answer: None,
    problems: &[ProblemCode::NotAllowed, ProblemCode::Unreadable],
};

pub(super) const PUBLISH: Operation = Operation {
    method: Method::Post,
    path: "/api/v1/framework/draft/publish",
    name: "publishFrameworkDraft",
    summary: "Makes the draft that was seen the next version",
    description: "With `If-Match`, as when it is changed. The version is immutable and named by the hash of its document; tablets \
                  take it at their next sync, and visits stay on the version that they were recorded with. 422 where observers \
                  could not use it, where nothing is otherwise than in the version before, where a newer one has been published \
                  than the one it was compared with, or where it would be in use before the version that it follows.",
    open: false,
    query: &[],
    body: Some(Taken::Json(publish_example)),
    answer: Some(published_example),
    problems: &[ProblemCode::NotAllowed],
};

pub(super) const STARTER: Operation = Operation {
    method: Method::Get,
    path: "/api/v1/framework/starter",
    name: "starterFramework",
    summary: "The starter framework, as a file",
    description: "Five strands to begin with and make one's own.",
    open: false,
    query: &[],
    body: None,
    answer: Some(starter_example),
    problems: &[ProblemCode::NotAllowed],
};

pub(super) const READ: Operation = Operation {
    method: Method::Post,
    path: "/api/v1/framework/read",
    name: "readFrameworkFile",
    summary: "What a file holds as a draft",
    description: "The body is the file, at most 1 MB: this program's own JSON, a CSV table, or a 1EdTech CASE package. Nothing is \
                  changed. Look-fors that the newest version has keep their ids, and of a CASE package how they are observed. \
                  Rows and items that cannot be read are named with the reason. A file that holds no framework is answered 422 \
                  with a problem whose `why` says where and what.",
    open: false,
    query: &[],
    body: Some(Taken::File),
    answer: Some(read_example),
    problems: &[ProblemCode::NotAllowed],
};

pub(super) const SAVE: Operation = Operation {
    method: Method::Post,
    path: "/api/v1/framework/save",
    name: "saveFrameworkFile",
    summary: "A draft as a file",
    description: "`json` and `csv` say everything and read back as the same draft; `case` is a 1EdTech CASE package, which has no \
                  place for how a look-for is observed.",
    open: false,
    query: &[],
    body: Some(Taken::Json(save_example)),
    answer: Some(saved_example),
    problems: &[ProblemCode::NotAllowed],
};

pub(super) const SCHEMA: Operation = Operation {
    method: Method::Get,
    path: "/api/v1/framework/schema.json",
    name: "frameworkSchema",
    summary: "The JSON Schema of a framework as a file",
    description: "JSON Schema, draft 2020-12, of this program's own form.",
    open: true,
    query: &[],
    body: None,
    answer: None,
    problems: &[],
};

pub(super) async fn read(State(app): State<App>, caller: Caller, request: Request) -> Result<Json<FromFile>, ApiError> {
    may(&caller)?;
    let (parts, body) = request.into_parts();
    must_be_bytes(&parts.headers)?;
    let bytes = whole(body, MOST_DRAFT_BYTES).await?;
    let mut tx = app.store().read().await?;
    let newest = drafts::newest(&mut tx, &caller.me.district).await?;
    // What has been decided in the draft holds for what comes again.
    let held = framework_drafts::get(&mut tx, &caller.me.district).await?;
    let today = local(app.outside().now(), UtcOffset(0)).0;
    let known = held.map(|held| held.draft.as_known(today)).or(newest);
    tx.rollback().await.map_err(StoreError::from)?;
    Ok(Json(framework_files::read(bytes.to_vec(), known.as_ref())?))
}

pub(super) async fn save(
    State(app): State<App>,
    caller: Caller,
    request: Request,
) -> Result<Json<SavedDraft>, ApiError> {
    may(&caller)?;
    let (parts, body) = request.into_parts();
    must_be_json(&parts.headers)?;
    let SaveDraft { form, draft } = json(&whole(body, MOST_DRAFT_BYTES).await?)?;
    let today = local(app.outside().now(), UtcOffset(0)).0;
    let text = framework_files::write(&draft, form, &caller.me.district, today).map_err(ApiError::File)?;
    let ending = match form {
        FileForm::Json => "json",
        FileForm::Csv => "csv",
        FileForm::Case => "case.json",
    };
    Ok(Json(SavedDraft { name: format!("throughline-framework-{}-{today}.{ending}", caller.me.district), text }))
}

pub(super) async fn schema() -> Response {
    ([(CONTENT_TYPE, openapi::SCHEMA)], FrameworkFile::SCHEMA).into_response()
}

pub(super) async fn draft(State(app): State<App>, caller: Caller) -> Result<Response, ApiError> {
    may(&caller)?;
    Ok(answer(drafts::held(&app, &caller.me.district).await?))
}

pub(super) async fn write(State(app): State<App>, caller: Caller, request: Request) -> Result<Response, ApiError> {
    may(&caller)?;
    let (parts, body) = request.into_parts();
    must_be_json(&parts.headers)?;
    let seen = conditional::seen(&parts.headers).ok_or(CannotDraft::NoTag)?;
    let draft: Draft = json(&whole(body, MOST_DRAFT_BYTES).await?)?;
    Ok(answer(drafts::write(&app, &caller.me, seen, &draft).await?))
}

pub(super) async fn discard(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
) -> Result<StatusCode, ApiError> {
    may(&caller)?;
    drafts::discard(&app, &caller.me, tag(&headers)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn publish(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    ReadJson(asked): ReadJson<PublishDraft>,
) -> Result<Json<PublishedDraft>, ApiError> {
    may(&caller)?;
    let seen = tag(&headers)?;
    Ok(Json(drafts::publish(&app, &caller.me, seen, asked).await?))
}

pub(super) async fn starter(State(app): State<App>, caller: Caller) -> Result<Json<FrameworkFile>, ApiError> {
    may(&caller)?;
    let today = local(app.outside().now(), UtcOffset(0)).0;
    Ok(Json(FrameworkFile::of(&Draft::of(&sample::starter_framework(today)))))
}

fn may(caller: &Caller) -> Result<(), ApiError> {
    if caller.me.may_write_framework() { Ok(()) } else { Err(ApiError::NotAllowed) }
}

/// The tag of a draft that must be there.
fn tag(headers: &HeaderMap) -> Result<Bits128, CannotDraft> {
    match conditional::seen(headers) {
        Some(Seen::Draft(tag)) => Ok(tag),
        Some(Seen::Nothing) | None => Err(CannotDraft::NoTag),
    }
}

fn answer(held: Option<HeldDraft>) -> Response {
    let etag = held.as_ref().and_then(|held| HeaderValue::from_str(&conditional::etag(held.tag)).ok());
    let mut response = Json(AskedDraft { held }).into_response();
    if let Some(etag) = etag {
        response.headers_mut().insert(ETAG, etag);
    }
    response
}

fn small() -> Draft {
    let mut draft = Draft::of(&sample::starter_framework(date(2027, 1, 4)));
    draft.strands.truncate(1);
    draft.strands.iter_mut().for_each(|strand| strand.look_fors.truncate(1));
    draft
}

fn draft_example() -> Value {
    example(&small())
}

fn asked_example() -> Value {
    let held =
        HeldDraft { draft: small(), tag: Bits128([7; 16]), by: "Ada Okafor".into(), at: Millis(1_795_000_000_000) };
    example(&AskedDraft { held: Some(held) })
}

fn publish_example() -> Value {
    example(&PublishDraft { version: 3, effective: date(2027, 1, 4) })
}

fn published_example() -> Value {
    example(&PublishedDraft { version: 3, hash: [9; 16].into() })
}

fn starter_example() -> Value {
    example(&FrameworkFile::of(&small()))
}

fn read_example() -> Value {
    let can = ["presence", "count", "duration", "interval", "rating"].map(str::to_owned).to_vec();
    let why = WhyLeftOut::NotOneOf { value: "seen".into(), can };
    let row = LeftOut { number: 7, column: Some("kind".into()), id: "The goal is said".into(), why };
    example(&FromFile { draft: small(), left_out: vec![row] })
}

fn save_example() -> Value {
    example(&SaveDraft { form: FileForm::Csv, draft: small() })
}

fn saved_example() -> Value {
    let text = "framework,strand,strand_id,id,practice\n".to_owned();
    example(&SavedDraft { name: "throughline-framework-alder-2027-01-04.csv".into(), text })
}
