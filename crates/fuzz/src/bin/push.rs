//! The body of a push, against the real server on a real database: whatever it is, it is answered with a status of its own,
//! never with a fault, and what is not taken whole leaves nothing behind.

#![no_main]

use std::sync::LazyLock;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use domain::district::Published;
use domain::id::DistrictId;
use domain::permission::Me;
use domain::sync::{Cursor, PullAnswer, PushAnswer};
use domain::time::Millis;
use libfuzzer_sys::fuzz_target;
use sample::Size;
use tempfile::TempDir;
use throughline_server::{App, Config, Newcomer};
use tokio::runtime::{Builder, Runtime};
use tower::ServiceExt;

struct Server {
    runtime: Runtime,
    router: Router,
    cookie: String,
    school: String,
    _folder: TempDir,
}

static SERVER: LazyLock<Server> = LazyLock::new(Server::start);

fuzz_target!(|body: &[u8]| SERVER.take(body));

impl Server {
    fn start() -> Self {
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let folder = tempfile::tempdir().expect("a folder");
        let sample = sample::district(sample::DEMO_SEED, Size::tiny());
        let me = sample.accounts.iter().map(|account| &account.me).find(|me| me.email == sample::DEMO_PRINCIPAL);
        let me = me.expect("a principal").clone();
        let school = me.schools[0].to_string();
        let (router, cookie) = runtime.block_on(async {
            let app = App::open(Config::in_folder(folder.path())).await.expect("a server");
            let framework = sample.frameworks.last().cloned().expect("a framework");
            for published in [Published::District(sample.district.clone()), Published::Framework(framework)] {
                let district: &DistrictId = &sample.district.id;
                app.publish(district, &published.write().expect("a document")).await.expect("a publication");
            }
            let cookie = sign_in(&app, me).await;
            (app.router(), cookie)
        });
        Self { runtime, router, cookie, school, _folder: folder }
    }

    fn take(&self, body: &[u8]) {
        self.runtime.block_on(async {
            let before = self.cursor().await;
            let push = Request::post("/api/v1/sync/push")
                .header(header::COOKIE, &self.cookie)
                .header(header::CONTENT_TYPE, "application/json");
            let (status, answer) = self.ask(push.body(Body::from(body.to_vec())).expect("a request")).await;
            if status == StatusCode::OK {
                let answer: PushAnswer = serde_json::from_slice(&answer).expect("an answer to a push");
                assert!(answer.results.is_sorted_by_key(|result| result.seq), "each edit hears of itself, in order");
                return;
            }
            assert!(status.is_client_error(), "{status}: {}", String::from_utf8_lossy(&answer));
            // A cursor from a history that never was begins a new one; nothing is stored then either.
            assert_eq!(self.cursor().await.seq, before.seq, "{status}, and something is stored");
        });
    }

    async fn cursor(&self) -> Cursor {
        let pull = Request::get(format!("/api/v1/sync/pull?stream=school/{}&limit=1", self.school));
        let pull = pull.header(header::COOKIE, &self.cookie).body(Body::empty()).expect("a request");
        let (status, answer) = self.ask(pull).await;
        assert_eq!(status, StatusCode::OK);
        serde_json::from_slice::<PullAnswer>(&answer).expect("an answer to a pull").cursor
    }

    async fn ask(&self, request: Request<Body>) -> (StatusCode, Vec<u8>) {
        let Ok(answer) = self.router.clone().oneshot(request).await;
        let status = answer.status();
        let body = axum::body::to_bytes(answer.into_body(), usize::MAX).await.expect("a body");
        (status, body.to_vec())
    }
}

async fn sign_in(app: &App, me: Me) -> String {
    let passphrase = String::from("walk the halls slowly");
    let body = serde_json::json!({ "email": me.email, "passphrase": passphrase }).to_string();
    app.add_account(Newcomer { me, passphrase, since: Millis(0) }).await.expect("an account");
    let request = Request::post("/api/v1/session").header(header::CONTENT_TYPE, "application/json");
    let Ok(answer) = app.router().oneshot(request.body(Body::from(body)).expect("a request")).await;
    let cookie = answer.headers()[header::SET_COOKIE].to_str().expect("a cookie");
    cookie.split(';').next().unwrap_or_default().to_owned()
}
