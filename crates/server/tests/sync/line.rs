//! The line between a tablet and the server, good or bad.

use std::cell::{Cell, RefCell};

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use domain::sync::{Failure, Network, PAGE, Problem, PullAnswer, PullQuery, PushAnswer, PushRequest};

use super::support::Server;

/// What a bad line can do to one request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Nothing: it arrives, and so does the answer.
    None,
    /// The request is lost.
    Lost,
    /// The request arrives, the answer is lost or cut.
    Cut,
    /// The request arrives twice.
    Twice,
    /// The request is lost now and arrives later, after others.
    Late,
}

/// A tablet's line: how it reaches the server, and what goes wrong on the way.
pub(crate) struct Line<'a> {
    server: &'a Server,
    cookie: String,
    dice: Cell<u64>,
    /// One request in so many goes wrong; 0 for none.
    every: u64,
    late: RefCell<Vec<(&'static str, String)>>,
    pub(crate) faults: RefCell<Vec<Fault>>,
    pub(crate) bytes: Cell<usize>,
    pub(crate) pushes: Cell<usize>,
}

impl<'a> Line<'a> {
    pub(crate) fn good(server: &'a Server, cookie: &str) -> Self {
        Self::bad(server, cookie, 1, 0)
    }

    pub(crate) fn bad(server: &'a Server, cookie: &str, seed: u64, every: u64) -> Self {
        Self {
            server,
            cookie: cookie.to_owned(),
            dice: Cell::new(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1),
            every,
            late: RefCell::default(),
            faults: RefCell::default(),
            bytes: Cell::new(0),
            pushes: Cell::new(0),
        }
    }

    /// xorshift64*: a test must run the same way twice.
    fn roll(&self) -> u64 {
        let mut x = self.dice.get();
        x ^= x >> 12;
        x ^= x << 25;
        x ^= x >> 27;
        self.dice.set(x);
        x.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33
    }

    fn fault(&self) -> Fault {
        if self.every == 0 || !self.roll().is_multiple_of(self.every) {
            return Fault::None;
        }
        let fault = [Fault::Lost, Fault::Cut, Fault::Twice, Fault::Late][(self.roll() % 4) as usize];
        self.faults.borrow_mut().push(fault);
        fault
    }

    async fn carry(&self, method: &'static str, path: String, body: String) -> Result<Vec<u8>, Failure> {
        match self.fault() {
            Fault::None => self.request(method, &path, &body).await,
            Fault::Lost => Err(Failure::Unreachable),
            Fault::Cut => {
                let _ = self.request(method, &path, &body).await;
                Err(Failure::Unreachable)
            }
            Fault::Twice => {
                let _ = self.request(method, &path, &body).await;
                self.request(method, &path, &body).await
            }
            Fault::Late => {
                if method == "POST" {
                    self.late.borrow_mut().push(("/api/v1/sync/push", body));
                }
                Err(Failure::Unreachable)
            }
        }
    }

    /// What was delayed arrives now, the latest first.
    pub(crate) async fn deliver_late(&self) {
        let late: Vec<_> = self.late.borrow_mut().drain(..).rev().collect();
        for (path, body) in late {
            let _ = self.request("POST", path, &body).await;
        }
    }

    async fn request(&self, method: &str, path: &str, body: &str) -> Result<Vec<u8>, Failure> {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::ACCEPT, PAGE)
            .body(Body::from(body.to_owned()))
            .unwrap();
        let reply = self.server.send(request).await;
        self.bytes.set(self.bytes.get() + body.len() + reply.body.len());
        if reply.status == StatusCode::OK {
            return Ok(reply.body.to_vec());
        }
        let problem: Problem = serde_json::from_slice(&reply.body).unwrap();
        Err(Failure::Problem(problem.code, None))
    }
}

impl Network for Line<'_> {
    async fn push(&self, request: &PushRequest) -> Result<PushAnswer, Failure> {
        self.pushes.set(self.pushes.get() + 1);
        let body = serde_json::to_string(request).unwrap();
        let answer = self.carry("POST", "/api/v1/sync/push".into(), body).await?;
        Ok(serde_json::from_slice(&answer).unwrap())
    }

    async fn pull(&self, query: &PullQuery) -> Result<PullAnswer, Failure> {
        let pairs: Vec<String> = query.pairs().into_iter().map(|(name, value)| format!("{name}={value}")).collect();
        let path = format!("/api/v1/sync/pull?{}", pairs.join("&"));
        Ok(PullAnswer::from_page(self.carry("GET", path, String::new()).await?).unwrap())
    }
}
