//! Two processes on one PostgreSQL database, as far as requests can tell: here two apps that share nothing else.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use domain::sync::ProblemCode;
use throughline_server::{App, Config};

use crate::support::{PASSPHRASE, Server, TestDatabase, get, post, visit};

async fn two() -> (Server, Server) {
    let one = Server::start_on(TestDatabase::postgres()).await;
    let outside = one.clock.clone();
    let app = App::open(Config { outside, ..Config::on(one.database.database()) }).await.unwrap();
    let two = Server {
        router: app.router(),
        app,
        clock: one.clock.clone(),
        database: TestDatabase::new(),
        framework: one.framework,
    };
    (one, two)
}

#[tokio::test]
async fn a_session_of_one_holds_at_the_other_until_either_ends_it() {
    let (one, two) = two().await;
    let cookie = one.tablet("okafor").await.cookie;
    let with_cookie = |request: Request<Body>| {
        let mut request = request;
        request.headers_mut().insert(header::COOKIE, cookie.parse().unwrap());
        request
    };
    assert_eq!(two.send(with_cookie(get("/api/v1/session"))).await.status, StatusCode::OK);
    let out = Request::delete("/api/v1/session").body(Body::empty()).unwrap();
    assert_eq!(two.send(with_cookie(out)).await.status, StatusCode::NO_CONTENT);
    assert_eq!(one.send(with_cookie(get("/api/v1/session"))).await.problem(), (401, ProblemCode::SignedOut));
}

#[tokio::test]
async fn tries_at_one_count_at_the_other() {
    let (one, two) = two().await;
    let sign_in = |passphrase: &str| {
        let body = serde_json::json!({ "email": "okafor@alder.example", "passphrase": passphrase });
        post("/api/v1/session", body.to_string())
    };
    for server in [&one, &two, &one, &two, &one] {
        assert_eq!(server.send(sign_in("wrong")).await.problem(), (401, ProblemCode::WrongPassphrase));
    }
    for server in [&one, &two] {
        assert_eq!(server.send(sign_in(PASSPHRASE)).await.problem(), (429, ProblemCode::SlowDown));
    }
}

#[tokio::test]
async fn what_one_takes_in_the_other_counts() {
    let (one, two) = two().await;
    let mut tablet = one.tablet("okafor").await;
    assert!(two.app.fact_packs(&crate::support::district()).await.unwrap().is_empty());
    for number in 1..=3 {
        let edits = tablet.visit(visit(number));
        tablet.push(&edits).await;
        let packs = two.app.fact_packs(&crate::support::district()).await.unwrap();
        assert_eq!(packs.iter().map(|pack| pack.len()).sum::<usize>(), usize::from(number));
    }
}
