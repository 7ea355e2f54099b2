//! Rosters in the app: `GET /api/v1/roster`, `POST /api/v1/roster/import` and `GET /api/v1/roster/template.zip`.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::{Request, State};
use axum::response::Response;
use domain::id::Bits128;
use domain::rostering::{
    Change, Counts, Fault, Format, MOST_ROSTER_BYTES, Part, RefusedRow, RosterAsk, RosterReport, RosterSummary,
    SchoolSummary, SentFile, What, Year,
};
use domain::sync::ProblemCode;
use domain::time::{Millis, date};
use serde_json::Value;
use tracing::Instrument;

use super::export::file;
use super::openapi::{self, Method, Operation, Taken, example, line};
use crate::app::App;
use crate::error::{ApiError, Unreadable};
use crate::http::caller::Caller;
use crate::http::read::{json, must_be_bytes, whole};
use crate::rostering::{self, Package, Store};

pub(super) const SUMMARY: Operation = Operation {
    method: Method::Get,
    path: "/api/v1/roster",
    name: "rosterSummary",
    summary: "How many classes and teachers each school has",
    description: "Every school of the district, by name, and when a roster was last imported.",
    open: false,
    query: &[],
    body: None,
    answer: Some(summary_example),
    problems: &[ProblemCode::NotAllowed, ProblemCode::Unreadable],
};

pub(super) const IMPORT: Operation = Operation {
    method: Method::Post,
    path: "/api/v1/roster/import",
    name: "importRoster",
    summary: "Imports schools, classes and teachers, or says what that would change",
    description: "The body, at most 64 MB, is a line of JSON that names files and their sizes, a line feed, and the bytes \
                  of the files one after another: one zip archive, or several CSV tables; OneRoster CSV 1.1 or 1.2, bulk or \
                  delta, or the plain template. Without `store` it is a dry run: what would be new, changed and gone, and \
                  which rows are refused and why. With `store`, the stamp of that report, exactly that is stored, in one \
                  transaction; where it would be something else by now, nothing is, and the answer is 409 with what it would \
                  be. Rows of students are counted and not stored. A package that cannot be read is answered 413 or 422 with \
                  a problem whose `why` says what is wrong with it.",
    open: false,
    query: &[],
    body: Some(Taken::LineAndFile(ask)),
    answer: Some(report_example),
    problems: &[ProblemCode::NotAllowed],
};

pub(super) const TEMPLATE: Operation = Operation {
    method: Method::Get,
    path: "/api/v1/roster/template.zip",
    name: "rosterTemplate",
    summary: "The plain template: five tables with example rows",
    description: "For whoever has no system that writes OneRoster: schools, sessions, courses, teachers and classes.",
    open: false,
    query: &[],
    body: None,
    answer: None,
    problems: &[ProblemCode::NotAllowed],
};

pub(super) async fn summary(State(app): State<App>, caller: Caller) -> Result<Json<RosterSummary>, ApiError> {
    may(&caller)?;
    Ok(Json(rostering::summary(&app, &caller.me.district).await?))
}

pub(super) async fn import(
    State(app): State<App>,
    caller: Caller,
    request: Request,
) -> Result<Json<RosterReport>, ApiError> {
    may(&caller)?;
    let (parts, body) = request.into_parts();
    must_be_bytes(&parts.headers)?;
    let body = whole(body, MOST_ROSTER_BYTES).await?;
    let end = body.iter().position(|byte| *byte == b'\n').ok_or(Unreadable::Member("the first line"))?;
    let RosterAsk { files, store } = json(&body[..end])?;
    let mut rest = &body[end + 1..];
    let mut sent = BTreeMap::new();
    for SentFile { name, size } in files {
        let size = usize::try_from(size).unwrap_or(usize::MAX);
        let (bytes, behind) = rest.split_at_checked(size).ok_or(Unreadable::BrokeOff)?;
        sent.insert(name, bytes.to_vec());
        rest = behind;
    }
    drop(body);
    let package = Package::sent(sent)?;
    let store = store.map_or(Store::Nothing, Store::Seen);
    let tracker = app.pushes().clone();
    let run = async move { rostering::import(&app, &caller.me.district, package, store).await };
    let report = tracker.spawn(run.in_current_span()).await.map_err(|_| ApiError::CutShort)?;
    Ok(Json(report?))
}

pub(super) async fn template(caller: Caller) -> Result<Response, ApiError> {
    may(&caller)?;
    let archive = rostering::template_zip().map_err(ApiError::File)?;
    Ok(file(openapi::ZIP, "throughline-roster-template.zip", archive.into()))
}

fn may(caller: &Caller) -> Result<(), ApiError> {
    if caller.me.may_import_rosters() { Ok(()) } else { Err(ApiError::NotAllowed) }
}

fn ask() -> String {
    line(&RosterAsk { files: vec![SentFile { name: "oneroster.zip".into(), size: 48_213 }], store: None })
}

fn summary_example() -> Value {
    let school = SchoolSummary {
        id: "cedar-ridge".into(),
        name: "Cedar Ridge Elementary".into(),
        network: Some("North".into()),
        classes: 24,
        teachers: 31,
        led: 23,
    };
    example(&RosterSummary { schools: vec![school], imported: Some(Millis(1_795_000_000_000)) })
}

fn report_example() -> Value {
    let change = Change {
        what: What::Changed,
        kind: Part::Class,
        id: "c-204".into(),
        name: "Room 204".into(),
        school: "Cedar Ridge Elementary".into(),
        parts: vec![Part::Lead],
    };
    let nowhere = Fault::LeadsNowhere { id: "t-99".into(), file: "users.csv".into() };
    example(&RosterReport {
        stored: false,
        stamp: Bits128([7; 16]),
        format: Format::OneRoster11,
        on: date(2026, 11, 22),
        schools: Counts { same: 4, ..Counts::default() },
        teachers: Counts { added: 3, changed: 0, gone: 2, same: 118 },
        classes: Counts { added: 5, changed: 1, gone: 0, same: 96 },
        year: Some(Year {
            first_day: date(2026, 8, 17),
            last_day: date(2027, 6, 4),
            terms: vec!["Fall".into(), "Spring".into()],
            dropped: 1,
        }),
        changes: vec![change],
        refused_rows: 1,
        refused: vec![RefusedRow {
            file: "enrollments.csv".into(),
            row: 812,
            column: Some("userSourcedId".into()),
            fault: nowhere,
        }],
        students: 2_412,
        over: 0,
        remembers: true,
        notes: vec![],
    })
}
