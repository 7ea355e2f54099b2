//! The server, over fetch.

mod office;

use domain::calibration::Calibrated;
use domain::compare::{Comparison, Schools, Selection};
use domain::coverage::Report;
use domain::import::{ImportAsk, ImportReport, PastImports, TableLook, UndoImport, UndoneImport};
use domain::sync::{
    Failure, Network, PAGE, Problem, ProblemCode, PullAnswer, PullQuery, PushAnswer, PushRequest, RetryAfter, SignIn,
    SignedIn,
};
use domain::time::Date;
use domain::trends::{Over, Trends};
use gloo_net::http::{Request, RequestBuilder, Response};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use web_sys::AbortController;

use super::files::{Chosen, behind};
use super::gzip::gzip;
use super::tasks;
use crate::state::{FileFailure, ImportFailure};

/// Nothing is waited for longer than this, in milliseconds: a page of a first pull over a bad line takes a while.
const PATIENCE: u32 = 60_000;

/// The server that the app came from.
#[derive(Debug, Clone, Copy, Default)]
pub struct Server;

impl Network for Server {
    async fn push(&self, request: &PushRequest) -> Result<PushAnswer, Failure> {
        send(Request::post("/api/v1/sync/push"), Some(request)).await
    }

    async fn pull(&self, query: &PullQuery) -> Result<PullAnswer, Failure> {
        let request = Request::get("/api/v1/sync/pull").query(query.pairs());
        let request = request.header("accept", PAGE);
        let response = answer(request, None::<&()>).await?;
        if response.headers().get("content-type").as_deref() != Some(PAGE) {
            return read(response).await;
        }
        let bytes = response.binary().await.map_err(|_| Failure::Unreachable)?;
        PullAnswer::from_page(bytes).ok_or(Failure::Garbled)
    }
}

/// What setting up an empty server takes.
#[derive(Debug, Clone, Serialize)]
pub struct SetUp {
    /// From the link.
    pub token: String,
    /// The district's name.
    pub district: String,
    /// The first administrator's name.
    pub name: String,
    /// What they will sign in with.
    pub email: String,
    /// As typed.
    pub passphrase: String,
}

impl Server {
    /// Signs in.
    ///
    /// # Errors
    /// Why not.
    pub async fn sign_in(&self, with: &SignIn) -> Result<SignedIn, Failure> {
        send(Request::post("/api/v1/session"), Some(with)).await
    }

    /// Who is signed in.
    ///
    /// # Errors
    /// Why it is not known.
    pub async fn session(&self) -> Result<SignedIn, Failure> {
        send::<(), _>(Request::get("/api/v1/session"), None).await
    }

    /// Ends the session.
    ///
    /// # Errors
    /// Why it may not have ended.
    pub async fn sign_out(&self) -> Result<(), Failure> {
        answer(Request::delete("/api/v1/session"), None::<&()>).await.map(|_| ())
    }

    /// Sets up an empty server.
    ///
    /// # Errors
    /// Why not.
    pub async fn set_up(&self, with: &SetUp) -> Result<SignedIn, Failure> {
        send(Request::post("/api/v1/setup"), Some(with)).await
    }

    /// Compares a selection that reaches beyond this tablet.
    ///
    /// # Errors
    /// Why not.
    pub async fn compare(&self, selection: &Selection, today: Date) -> Result<Comparison, Failure> {
        let query = [("selection", json(selection)?), ("today", today.to_string())];
        send::<(), _>(Request::get("/api/v1/compare").query(query), None).await
    }

    /// Where each school of a selection stands, worked out by the server.
    ///
    /// # Errors
    /// Why not.
    pub async fn by_school(&self, selection: &Selection, today: Date) -> Result<Schools, Failure> {
        let query = [("selection", json(selection)?), ("today", today.to_string())];
        send::<(), _>(Request::get("/api/v1/compare/schools").query(query), None).await
    }

    /// Which lessons of a selection were recorded together, and how the observer it names compares with others.
    ///
    /// # Errors
    /// Why not.
    pub async fn calibration(&self, selection: &Selection) -> Result<Calibrated, Failure> {
        let query = [("selection", json(selection)?)];
        send::<(), _>(Request::get("/api/v1/calibration").query(query), None).await
    }

    /// What coverage says of a selection, worked out by the server.
    ///
    /// # Errors
    /// Why not.
    pub async fn coverage(&self, selection: &Selection, today: Date) -> Result<Report, Failure> {
        let query = [("selection", json(selection)?), ("today", today.to_string())];
        send::<(), _>(Request::get("/api/v1/coverage").query(query), None).await
    }

    /// Looks at a file of past visits.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub async fn look_at(&self, ask: &ImportAsk, file: &Chosen) -> Result<TableLook, ImportFailure> {
        upload("/api/v1/import/look", &ask.first_line(), std::slice::from_ref(file)).await
    }

    /// Imports a file of past visits, or says what would happen.
    ///
    /// # Errors
    /// Why it cannot be read. Nothing was stored then, unless the line was cut: a second time stores only what is missing.
    pub async fn import(&self, ask: &ImportAsk, file: &Chosen) -> Result<ImportReport, ImportFailure> {
        upload("/api/v1/import/visits", &ask.first_line(), std::slice::from_ref(file)).await
    }

    /// The imports that were done.
    ///
    /// # Errors
    /// Why they are not known.
    pub async fn imports(&self) -> Result<PastImports, Failure> {
        send::<(), _>(Request::get("/api/v1/imports"), None).await
    }

    /// Takes an import back.
    ///
    /// # Errors
    /// Why not.
    pub async fn undo_import(&self, which: &UndoImport) -> Result<UndoneImport, ImportFailure> {
        send(Request::post("/api/v1/imports/undo"), Some(which)).await.map_err(ImportFailure::Network)
    }

    /// What the visits of a selection say over time, worked out by the server.
    ///
    /// # Errors
    /// Why not.
    pub async fn trends(&self, selection: &Selection, over: Over, today: Date) -> Result<Trends, Failure> {
        let query = [("selection", json(selection)?), ("over", json(&over)?), ("today", today.to_string())];
        send::<(), _>(Request::get("/api/v1/trends").query(query), None).await
    }
}

fn json(value: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(|_| Failure::Garbled)
}

/// What a problem with a file says beside its code.
#[derive(Deserialize)]
struct Because<W> {
    why: W,
}

/// Sends files with what is asked about them.
async fn upload<T: DeserializeOwned, W: DeserializeOwned>(
    address: &str,
    line: &str,
    files: &[Chosen],
) -> Result<T, FileFailure<W>> {
    let body = behind(line, files).map_err(|_| FileFailure::Network(Failure::Unreachable))?;
    let request = Request::post(address).header("content-type", "application/octet-stream");
    let text = explained(request.body(body)).await?;
    serde_json::from_str(&text).map_err(|_| FileFailure::Network(Failure::Garbled))
}

/// The answer to a request whose problems say more than a code.
async fn explained<W: DeserializeOwned>(request: Result<Request, gloo_net::Error>) -> Result<String, FileFailure<W>> {
    let unreachable = || FileFailure::Network(Failure::Unreachable);
    let response = request.map_err(|_| unreachable())?.send().await.map_err(|_| unreachable())?;
    let (ok, text) = (response.ok(), response.text().await.map_err(|_| unreachable())?);
    if ok {
        return Ok(text);
    }
    match serde_json::from_str::<Because<W>>(&text) {
        Ok(because) => Err(FileFailure::Cannot(because.why)),
        Err(_) => Err(FileFailure::Network(refusal(response.status(), &text, None))),
    }
}

async fn send<B: Serialize + 'static, T: DeserializeOwned>(
    request: RequestBuilder,
    body: Option<&B>,
) -> Result<T, Failure> {
    read(answer(request, body).await?).await
}

async fn read<T: DeserializeOwned>(response: Response) -> Result<T, Failure> {
    let text = response.text().await.map_err(|_| Failure::Unreachable)?;
    serde_json::from_str(&text).map_err(|_| Failure::Garbled)
}

/// The answer to a request, if it is a success within [`PATIENCE`].
async fn answer<B: Serialize>(request: RequestBuilder, body: Option<&B>) -> Result<Response, Failure> {
    let abort = AbortController::new().ok();
    let request = request.abort_signal(abort.as_ref().map(AbortController::signal).as_ref());
    let request = match body {
        Some(body) => {
            let text = serde_json::to_string(body).map_err(|_| Failure::Garbled)?;
            let request = request.header("content-type", "application/json");
            match gzip(&text).await {
                Some(packed) => request.header("content-encoding", "gzip").body(packed),
                None => request.body(text),
            }
        }
        None => request.build(),
    };
    let request = request.map_err(|_| Failure::Unreachable)?;
    let Some(response) = tasks::within(PATIENCE, request.send()).await else {
        if let Some(abort) = abort {
            abort.abort();
        }
        return Err(Failure::Unreachable);
    };
    let response = response.map_err(|_| Failure::Unreachable)?;
    if response.ok() { Ok(response) } else { Err(problem(&response).await) }
}

async fn problem(response: &Response) -> Failure {
    let asked = response.headers().get("retry-after").and_then(|seconds| seconds.parse::<i64>().ok());
    let asked = asked.map(|seconds| RetryAfter(seconds.saturating_mul(1_000)));
    refusal(response.status(), &response.text().await.unwrap_or_default(), asked)
}

fn refusal(status: u16, text: &str, asked: Option<RetryAfter>) -> Failure {
    match (serde_json::from_str::<Problem>(text), status) {
        (Ok(problem), _) => Failure::Problem(problem.code, asked),
        // A proxy in between has words of its own for these.
        (Err(_), 413) => Failure::Problem(ProblemCode::TooLarge, asked),
        (Err(_), 429) => Failure::Problem(ProblemCode::SlowDown, asked),
        (Err(_), 502..=504) => Failure::Problem(ProblemCode::Busy, asked),
        (Err(_), _) => Failure::Garbled,
    }
}
