//! Imports in the app: `POST /api/v1/import/look` and `POST /api/v1/import/visits`, `GET /api/v1/imports` and
//! `POST /api/v1/imports/undo`.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::{Request, State};
use domain::id::{Bits128, DocumentHash, ImportId};
use domain::import::{
    CannotImport, DateOrder, Doubt, Empty, ImportAsk, ImportReport, LookForColumn, MAPPING_VERSION, MOST_IMPORT_BYTES,
    Mapping, Meaning, NotATable, PastImport, PastImports, Reason, Refused, Sheet, SourceName, Strangers, TableColumn,
    TableLook, UndoImport, UndoneImport, Unmeant,
};
use domain::sync::ProblemCode;
use domain::time::Millis;
use serde_json::Value;
use tokio::task::spawn_blocking;
use tracing::Instrument;

use super::openapi::{Method, Operation, Taken, example, line};
use crate::app::App;
use crate::error::{ApiError, Unreadable};
use crate::http::caller::Caller;
use crate::http::read::{ReadJson, json, must_be_bytes, whole};
use crate::import::{self, Asked, Found, Ground, Ready, ground, sent, store};
use crate::store::{StoreError, imports};

pub(super) const LOOK: Operation = Operation {
    method: Method::Post,
    path: "/api/v1/import/look",
    name: "lookAtTable",
    summary: "What stands in a file of past visits, and how it would be read",
    description: "Stores nothing. The body, at most 16 MB, is a line of JSON, a line feed, and the bytes of a CSV file or \
                  an Excel workbook (.xlsx), which is told by its content. Answers its sheets and columns, a mapping that \
                  was guessed and one that was remembered for the source, and under `must` what has to be chosen before it \
                  can be read. A file that cannot be used is answered 413, 415 or 422 with a problem whose `why` says what \
                  is wrong with it.",
    open: false,
    query: &[],
    body: Some(Taken::LineAndFile(ask)),
    answer: Some(look_example),
    problems: &[ProblemCode::NotAllowed],
};

pub(super) const VISITS: Operation = Operation {
    path: "/api/v1/import/visits",
    name: "importVisits",
    summary: "Imports past visits from a file, or says what an import would do",
    description: "The body is as for `/api/v1/import/look`. Without `store` it is a dry run: how many visits are new, \
                  which rows are refused and why, and which values nothing is known of yet. With it the visits are \
                  stored, marked as imported, and the mapping is remembered for the source. Rows that were imported \
                  before are left out, so sending the same again adds nothing.",
    answer: Some(report_example),
    ..LOOK
};

pub(super) const PAST: Operation = Operation {
    method: Method::Get,
    path: "/api/v1/imports",
    name: "pastImports",
    summary: "The imports that were done, the latest first",
    description: "From what, when, by whom, how many visits, and whether it was undone.",
    open: false,
    query: &[],
    body: None,
    answer: Some(past_example),
    problems: &[ProblemCode::NotAllowed],
};

pub(super) const UNDO: Operation = Operation {
    method: Method::Post,
    path: "/api/v1/imports/undo",
    name: "undoImport",
    summary: "Discards the visits of an import",
    description: "They count nowhere from then on, on every tablet that pulls; nothing is deleted, and each can be taken \
                  back by itself. The same file can be imported again, with another mapping too. Undoing an import again \
                  does nothing.",
    open: false,
    query: &[],
    body: Some(Taken::Json(undo_request)),
    answer: Some(undo_example),
    problems: &[ProblemCode::NotAllowed, ProblemCode::NotFound],
};

pub(super) async fn look(
    State(app): State<App>,
    caller: Caller,
    request: Request,
) -> Result<Json<TableLook>, ApiError> {
    let (asked, Work { ask, found, table }) = read(caller, request).await?;
    let ground = ground(&app, &asked.me.district, &asked.school, &asked.source).await?;
    let look = move || {
        let framework = (&ground.framework, ground.document);
        let look = TableLook::new(&table, framework, remembered(&ground), ask.mapping.as_ref());
        TableLook { sheets: found.sheets, sheet: found.sheet, ..look }
    };
    Ok(Json(spawn_blocking(look).await.map_err(|_| ApiError::CutShort)?))
}

pub(super) async fn visits(
    State(app): State<App>,
    caller: Caller,
    request: Request,
) -> Result<Json<ImportReport>, ApiError> {
    let (asked, work) = read(caller, request).await?;
    if !work.ask.store {
        return Ok(Json(ready(&app, asked, work).await?.1.report(None)));
    }
    let tracker = app.pushes().clone();
    let run = async move {
        let _turn = app.import_turn(&asked.me.district).await?;
        let (asked, ready) = ready(&app, asked, work).await?;
        let import = store(&app, &asked, &ready, |_| {}).await?;
        Ok::<_, ApiError>(ready.report(import))
    };
    tracker.spawn(run.in_current_span()).await.map_err(|_| ApiError::CutShort)?.map(Json)
}

pub(super) async fn past(State(app): State<App>, caller: Caller) -> Result<Json<PastImports>, ApiError> {
    if !caller.me.may_import() {
        return Err(ApiError::NotAllowed);
    }
    let mut tx = app.store().read().await?;
    let imports = imports::all(&mut tx, &caller.me.district).await?;
    tx.rollback().await.map_err(StoreError::from)?;
    Ok(Json(PastImports { imports }))
}

pub(super) async fn undo(
    State(app): State<App>,
    caller: Caller,
    ReadJson(UndoImport { import }): ReadJson<UndoImport>,
) -> Result<Json<UndoneImport>, ApiError> {
    if !caller.me.may_import() {
        return Err(ApiError::NotAllowed);
    }
    let tracker = app.pushes().clone();
    let run = async move {
        let _turn = app.import_turn(&caller.me.district).await?;
        import::undo(&app, &caller.me, import).await
    };
    let undone = tracker.spawn(run.in_current_span()).await.map_err(|_| ApiError::CutShort)?;
    Ok(Json(undone?))
}

/// What somebody sent.
struct Work {
    ask: ImportAsk,
    found: Found,
    table: Sheet,
}

/// Whoever may not import is told so before anything is read.
async fn read(caller: Caller, request: Request) -> Result<(Asked, Work), ApiError> {
    if !caller.me.may_import() {
        return Err(ApiError::NotAllowed);
    }
    let (parts, body) = request.into_parts();
    must_be_bytes(&parts.headers)?;
    let body = whole(body, MOST_IMPORT_BYTES).await?;
    let end = body.iter().position(|byte| *byte == b'\n').ok_or(Unreadable::Member("the first line"))?;
    let ask: ImportAsk = json(&body[..end])?;
    if ask.mapping.as_ref().is_some_and(|mapping| mapping.version > MAPPING_VERSION) {
        return Err(Unreadable::Member("mapping").into());
    }
    let source = SourceName::new(&ask.source).map_err(|_| CannotImport::NoSourceName)?;
    let asked = Asked { me: caller.me, school: ask.school.clone(), source, called: SourceName::shown(&ask.source) };
    let (file, sheet) = (body.slice(end + 1..), ask.sheet.clone());
    // Whatever a workbook does to the library that reads it is the workbook's fault.
    let table = spawn_blocking(move || sent(&file, sheet.as_deref()))
        .await
        .map_err(|_| CannotImport::NotATable(NotATable::Damaged))?;
    let (found, table) = table.map_err(|bad| CannotImport::NotATable(bad.for_the_app()))?;
    Ok((asked, Work { ask, found, table }))
}

fn remembered(ground: &Ground) -> Option<Mapping> {
    ground.mapping.as_deref().and_then(|text| Mapping::from_json(text).ok())
}

async fn ready(app: &App, asked: Asked, work: Work) -> Result<(Asked, Ready), ApiError> {
    let ground = ground(app, &asked.me.district, &asked.school, &asked.source).await?;
    let mapping = work.ask.mapping.or_else(|| remembered(&ground)).ok_or(CannotImport::NoMapping)?;
    let read = move || {
        let ready = Ready::new(&asked, &ground, &work.table, mapping);
        ready.map(|ready| (asked, ready)).map_err(|why| CannotImport::CannotRead(why).into())
    };
    spawn_blocking(read).await.map_err(|_| ApiError::CutShort)?
}

fn mapping() -> Mapping {
    let goal = LookForColumn {
        column: "Learning goal posted".into(),
        look_for: "goal".into(),
        values: BTreeMap::from([("Yes".into(), Meaning::Seen), ("3 - Proficient".into(), Meaning::Level(3))]),
        empty: Empty::Blank,
    };
    Mapping {
        version: MAPPING_VERSION,
        date: "Date".into(),
        date_order: Some(DateOrder::MonthFirst),
        start: None,
        minutes: None,
        classroom: Some("Room".into()),
        teacher: None,
        observer: None,
        school: None,
        grade: None,
        subject: None,
        notes: vec!["Comments".into()],
        look_fors: vec![goal],
    }
}

fn ask() -> String {
    line(&ImportAsk {
        source: "Google Forms 2025".into(),
        school: "cedar-ridge".into(),
        sheet: None,
        mapping: Some(mapping()),
        store: false,
    })
}

fn look_example() -> Value {
    let column = TableColumn { name: "Date".into(), filled: 3, different: 3, samples: vec!["9/15/2025".into()] };
    example(&TableLook {
        sheets: vec!["Form responses 1".into()],
        sheet: Some("Form responses 1".into()),
        rows: 3,
        columns: vec![column],
        framework: DocumentHash(Bits128([7; 16])),
        guess: mapping(),
        unsure: vec![Doubt::DateOrder { column: "Date".into(), example: "3/4/2025".into() }, Doubt::NoPlace],
        remembered: Some(mapping()),
        must: None,
    })
}

fn report_example() -> Value {
    let reason = Reason::UnknownValue("Kind of".into());
    let column = String::from("Learning goal posted");
    example(&ImportReport {
        import: Some(ImportId::from([7; 16])),
        new: 120,
        already: 3,
        changed_rows: 0,
        changed: vec![],
        refused_rows: 1,
        refused: vec![Refused { row: 14, column: Some(column.clone()), reason }],
        unmeant: vec![Unmeant { column, look_for: "goal".into(), values: BTreeMap::from([("Kind of".into(), 1)]) }],
        elsewhere: 0,
        empty: 2,
        strangers: Strangers { classrooms: BTreeMap::from([("Annex B".into(), 4)]), ..Strangers::default() },
        date_order: Some(DateOrder::MonthFirst),
    })
}

fn past_example() -> Value {
    example(&PastImports {
        imports: vec![PastImport {
            import: ImportId::from([7; 16]),
            source: "Google Forms 2025".into(),
            school: "cedar-ridge".into(),
            by: "adams".into(),
            at: Millis(1_795_000_000_000),
            visits: 120,
            undone: None,
        }],
    })
}

fn undo_request() -> Value {
    example(&UndoImport { import: ImportId::from([7; 16]) })
}

fn undo_example() -> Value {
    example(&UndoneImport { import: ImportId::from([7; 16]), discarded: 120, changed: 2 })
}
