//! A tablet's line to the server: HTTP over a socket.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::{Duration, Instant};

use domain::sync::{
    Failure, Network, PAGE, Problem, ProblemCode, PullAnswer, PullQuery, PushAnswer, PushRequest, RetryAfter, Verdict,
};
use reqwest::{Client, RequestBuilder, StatusCode};
use tokio::sync::watch::Sender;

use crate::Figures;

/// As the app has it: nobody waits longer for an answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// What has come back over all lines, for those who wait for it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Heard {
    pub(crate) answers: usize,
    /// Answers of a server that takes nothing at the moment.
    pub(crate) refusals: usize,
}

/// What is known of all lines.
#[derive(Debug, Clone, Default)]
pub(crate) struct Exchange {
    pub(crate) figures: Rc<RefCell<Figures>>,
    pub(crate) heard: Sender<Heard>,
}

/// One tablet's line.
pub(crate) struct Line {
    client: Client,
    base: String,
    cookie: String,
    exchange: Exchange,
}

impl Line {
    /// A line with connections of its own.
    pub(crate) fn new(base: String, cookie: String, exchange: Exchange) -> Result<Self, reqwest::Error> {
        // Several tablets of a district would come through several addresses.
        let client = Client::builder().timeout(PATIENCE).gzip(true).build()?;
        Ok(Self { client, base, cookie, exchange })
    }

    async fn ask(&self, kind: &'static str, request: RequestBuilder) -> Result<Vec<u8>, Failure> {
        let begun = Instant::now();
        let answer = self.answer(request).await;
        let busy = matches!(&answer, Err(Failure::Problem(ProblemCode::Busy, _)));
        self.exchange.heard.send_modify(|heard| {
            heard.answers += usize::from(answer.is_ok());
            heard.refusals += usize::from(busy);
        });
        let mut figures = self.exchange.figures.borrow_mut();
        match &answer {
            Ok(bytes) => {
                figures.times.entry(kind).or_default().push(begun.elapsed());
                figures.received += bytes.len() as u64;
            }
            Err(failure) => *figures.failures.entry(format!("{kind}: {failure:?}")).or_default() += 1,
        }
        drop(figures);
        answer
    }

    async fn answer(&self, request: RequestBuilder) -> Result<Vec<u8>, Failure> {
        let reply = request.header("cookie", &self.cookie).send().await.map_err(|_| Failure::Unreachable)?;
        let status = reply.status();
        let after = reply.headers().get("retry-after").and_then(|value| value.to_str().ok()?.parse::<i64>().ok());
        let bytes = reply.bytes().await.map_err(|_| Failure::Unreachable)?;
        if status == StatusCode::OK {
            return Ok(bytes.to_vec());
        }
        let problem: Problem = serde_json::from_slice(&bytes).map_err(|_| Failure::Garbled)?;
        Err(Failure::Problem(problem.code, after.map(|seconds| RetryAfter(seconds * 1_000))))
    }
}

impl Network for Line {
    async fn push(&self, request: &PushRequest) -> Result<PushAnswer, Failure> {
        let body = serde_json::to_string(request).map_err(|_| Failure::Garbled)?;
        self.exchange.figures.borrow_mut().sent += body.len() as u64;
        let url = format!("{}/api/v1/sync/push", self.base);
        let request = self.client.post(url).header("content-type", "application/json").body(body);
        let answer = self.ask("push", request).await?;
        let answer: PushAnswer = serde_json::from_slice(&answer).map_err(|_| Failure::Garbled)?;
        let taken = answer.results.iter().filter(|result| matches!(result.verdict, Verdict::Applied | Verdict::Held));
        self.exchange.figures.borrow_mut().acknowledged += taken.count() as u64;
        Ok(answer)
    }

    async fn pull(&self, query: &PullQuery) -> Result<PullAnswer, Failure> {
        let pairs: Vec<String> = query.pairs().into_iter().map(|(name, value)| format!("{name}={value}")).collect();
        let url = format!("{}/api/v1/sync/pull?{}", self.base, pairs.join("&"));
        let kind = if query.epoch.is_none() { "first pull" } else { "pull" };
        let page = self.ask(kind, self.client.get(url).header("accept", PAGE)).await?;
        PullAnswer::from_page(page).ok_or(Failure::Garbled)
    }
}
