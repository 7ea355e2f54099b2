//! `GET /api/v1/export/visits.csv`, `visits.xlsx` and `codebook.csv`

use std::io::{Seek, SeekFrom};

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::id::DistrictId;
use domain::sync::ProblemCode;
use domain::time::Date;
use tokio_util::io::ReaderStream;

use super::compare::{CompareQuery, read, today_of};
use super::openapi::{self, Method, Operation};
use crate::app::App;
use crate::error::ApiError;
use crate::export::{self, body};
use crate::http::caller::Caller;
use crate::http::read::ReadQuery;

pub(super) const CSV: Operation = Operation {
    method: Method::Get,
    path: "/api/v1/export/visits.csv",
    name: "exportVisits",
    summary: "Visits as a tidy table, one row a visit and look-for",
    description: "The visits of a selection that one may open one by one, as CSV, sent while it is being written. \
                  What the columns mean is in `codebook.csv`. A body that breaks off is not the whole table.",
    open: false,
    query: &[
        ("selection", "which visits and look-fors, as JSON, as for Compare; everything one may see when absent", false),
        ("today", "the local date for the file's name, as 2026-11-22; today in UTC when absent", false),
    ],
    body: None,
    answer: None,
    problems: &[ProblemCode::Unreadable, ProblemCode::NotAllowed, ProblemCode::NotFound],
};

pub(super) const WORKBOOK: Operation = Operation {
    path: "/api/v1/export/visits.xlsx",
    name: "exportWorkbook",
    summary: "The same as a workbook, with the codebook on a second sheet",
    description: "Refused as too large when there are more rows than a sheet holds, 1,048,576: narrow the selection, \
                  or take the CSV file.",
    problems: &[ProblemCode::Unreadable, ProblemCode::NotAllowed, ProblemCode::NotFound, ProblemCode::TooLarge],
    ..CSV
};

pub(super) const CODEBOOK: Operation = Operation {
    path: "/api/v1/export/codebook.csv",
    name: "exportCodebook",
    summary: "What the columns of the table and the look-fors in it mean",
    description: "Every column with its meaning, unit and allowed values; every look-for with its rule; and what the \
                  table does not hold.",
    ..CSV
};

pub(super) async fn csv(
    State(app): State<App>,
    caller: Caller,
    ReadQuery(CompareQuery { selection, today }): ReadQuery<CompareQuery>,
) -> Result<Response, ApiError> {
    let name = name("visits", &caller.me.district, today_of(&app, today), "csv");
    let visits = export::visits(&app, caller.me, read(selection)?.unwrap_or_default()).await?;
    Ok(file(openapi::CSV, &name, body(move |out| visits.write_csv(out, |_| {}))))
}

pub(super) async fn workbook(
    State(app): State<App>,
    caller: Caller,
    ReadQuery(CompareQuery { selection, today }): ReadQuery<CompareQuery>,
) -> Result<Response, ApiError> {
    let name = name("visits", &caller.me.district, today_of(&app, today), "xlsx");
    let visits = export::visits(&app, caller.me, read(selection)?.unwrap_or_default()).await?;
    let write = move || {
        let mut written = tempfile::tempfile().map_err(ApiError::File)?;
        visits.write_workbook(&written, |_| {})?;
        written.seek(SeekFrom::Start(0)).map_err(ApiError::File)?;
        Ok::<_, ApiError>(written)
    };
    let written = tokio::task::spawn_blocking(write).await.map_err(|_| ApiError::CutShort)??;
    let pieces = ReaderStream::new(tokio::fs::File::from_std(written));
    Ok(file(openapi::WORKBOOK, &name, Body::from_stream(pieces)))
}

pub(super) async fn codebook(
    State(app): State<App>,
    caller: Caller,
    ReadQuery(CompareQuery { selection, today }): ReadQuery<CompareQuery>,
) -> Result<Response, ApiError> {
    let name = name("codebook", &caller.me.district, today_of(&app, today), "csv");
    let visits = export::visits(&app, caller.me, read(selection)?.unwrap_or_default()).await?;
    Ok(file(openapi::CSV, &name, body(move |out| visits.write_codebook(out))))
}

/// Says whose it is and of which day, so that two downloads are told apart in a folder. A district's id holds letters,
/// digits, - and _ only.
fn name(what: &str, district: &DistrictId, today: Date, ending: &str) -> String {
    format!("throughline-{what}-{district}-{today}.{ending}")
}

pub(super) fn file(media_type: &'static str, name: &str, body: Body) -> Response {
    let attachment = HeaderValue::try_from(format!("attachment; filename=\"{name}\""));
    let attachment = attachment.unwrap_or(HeaderValue::from_static("attachment"));
    let headers =
        [(header::CONTENT_TYPE, HeaderValue::from_static(media_type)), (header::CONTENT_DISPOSITION, attachment)];
    (headers, body).into_response()
}
