//! Signing in, staying signed in, and signing out.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use domain::permission::Role;
use domain::sync::{ProblemCode, SignedIn};
use domain::time::{DAY, HOUR};
use throughline_server::Reach;

use crate::support::{NOW, PASSPHRASE, Reply, Server, get, person, post};

async fn sign_in(server: &Server, email: &str, passphrase: &str) -> Reply {
    let body = serde_json::json!({ "email": email, "passphrase": passphrase });
    server.send(post("/api/v1/session", body.to_string())).await
}

async fn who(server: &Server, cookie: &str) -> Reply {
    let request = Request::get("/api/v1/session").header(header::COOKIE, cookie);
    server.send(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn signing_in_tells_who_one_is_and_what_time_it_is_here() {
    let server = Server::start().await;
    let reply = sign_in(&server, " Okafor@Alder.example ", PASSPHRASE).await;
    let signed_in: SignedIn = reply.read();
    assert_eq!(signed_in, SignedIn { me: person("okafor", Role::Principal, &["cedar"]), now: NOW });
}

#[tokio::test]
async fn on_loopback_the_cookie_is_http_only_lax_and_not_secure() {
    let server = Server::start().await;
    let reply = sign_in(&server, "okafor@alder.example", PASSPHRASE).await;
    let cookie = reply.header("set-cookie");
    assert!(cookie.starts_with("throughline=alder."), "{cookie}");
    assert!(cookie.ends_with("; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax"), "{cookie}");
}

#[tokio::test]
async fn behind_tls_the_cookie_is_secure_and_bound_to_the_host() {
    let server = Server::bare(Reach::BehindTls, None).await;
    let me = person("okafor", Role::Administrator, &[]);
    let newcomer = throughline_server::Newcomer { me, passphrase: PASSPHRASE.to_owned(), since: NOW };
    server.app.add_account(newcomer).await.unwrap();
    let reply = sign_in(&server, "okafor@alder.example", PASSPHRASE).await;
    let cookie = reply.header("set-cookie").to_owned();
    assert!(cookie.starts_with("__Host-throughline=alder.") && cookie.ends_with("; Secure"), "{cookie}");
    assert_eq!(who(&server, cookie.split(';').next().unwrap()).await.status, StatusCode::OK);
    assert_eq!(who(&server, &cookie.replace("__Host-", "")).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_wrong_passphrase_and_an_unknown_email_hear_the_same() {
    let server = Server::start().await;
    let wrong = sign_in(&server, "okafor@alder.example", "another one entirely").await;
    let unknown = sign_in(&server, "nobody@alder.example", "another one entirely").await;
    assert_eq!(wrong.problem(), (401, ProblemCode::WrongPassphrase));
    assert_eq!(unknown.problem(), (401, ProblemCode::WrongPassphrase));
    let message = |reply: &Reply| serde_json::from_slice::<domain::sync::Problem>(&reply.body).unwrap().message;
    assert_eq!(message(&wrong), message(&unknown));
    assert_eq!((wrong.header("set-cookie"), unknown.header("set-cookie")), ("", ""));
}

#[tokio::test]
async fn repeated_tries_are_slowed_down_for_known_and_unknown_emails_alike() {
    let server = Server::start().await;
    for email in ["okafor@alder.example", "nobody@alder.example"] {
        for _ in 0..5 {
            assert_eq!(sign_in(&server, email, "wrong").await.problem(), (401, ProblemCode::WrongPassphrase));
        }
        let slowed = sign_in(&server, email, PASSPHRASE).await;
        assert_eq!(slowed.problem(), (429, ProblemCode::SlowDown), "{email}");
        assert_eq!(slowed.header("retry-after"), "1");
    }
    assert_eq!(sign_in(&server, "lin@alder.example", PASSPHRASE).await.status, StatusCode::OK);
    server.clock.forward(1_000);
    assert_eq!(sign_in(&server, "okafor@alder.example", PASSPHRASE).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_staff_room_that_shares_an_address_is_not_kept_out_by_signing_in() {
    let server = Server::bare(Reach::BehindTls, None).await;
    let me = person("okafor", Role::Administrator, &[]);
    let newcomer = throughline_server::Newcomer { me, passphrase: PASSPHRASE.to_owned(), since: NOW };
    server.app.add_account(newcomer).await.unwrap();
    let from_school = async |email: &str, passphrase: &str| {
        let body = serde_json::json!({ "email": email, "passphrase": passphrase });
        let mut request = post("/api/v1/session", body.to_string());
        request.headers_mut().insert("x-forwarded-for", "192.0.2.1".parse().unwrap());
        server.send(request).await
    };
    // Nobody in particular fails 39 times of the 40 that are free, and people who sign in do not add to them.
    for stranger in 0..39 {
        let reply = from_school(&format!("stranger{stranger}@alder.example"), "wrong").await;
        assert_eq!(reply.problem(), (401, ProblemCode::WrongPassphrase));
    }
    for _ in 0..3 {
        assert_eq!(from_school("okafor@alder.example", PASSPHRASE).await.status, StatusCode::OK);
    }
    // Nor do they take the others' failures away.
    assert_eq!(from_school("stranger@alder.example", "wrong").await.problem(), (401, ProblemCode::WrongPassphrase));
    assert_eq!(from_school("okafor@alder.example", PASSPHRASE).await.problem(), (429, ProblemCode::SlowDown));
    server.clock.forward(1_000);
    assert_eq!(from_school("okafor@alder.example", PASSPHRASE).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_session_that_is_used_lasts_and_one_that_is_not_ends_after_ninety_days() {
    let server = Server::start().await;
    let tablet = server.tablet("okafor").await;
    for _ in 0..4 {
        server.clock.forward(80 * DAY);
        assert_eq!(tablet.get("/api/v1/session").await.status, StatusCode::OK);
    }
    server.clock.forward(89 * DAY);
    assert_eq!(tablet.get("/api/v1/session").await.status, StatusCode::OK);
    server.clock.forward(90 * DAY + HOUR);
    assert_eq!(tablet.get("/api/v1/session").await.problem(), (401, ProblemCode::SignedOut));
}

#[tokio::test]
async fn signing_out_ends_this_session_and_no_other() {
    let server = Server::start().await;
    let (here, there) = (server.tablet("okafor").await, server.tablet("okafor").await);
    let request = Request::delete("/api/v1/session").header(header::COOKIE, &here.cookie);
    let reply = server.send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(reply.status, StatusCode::NO_CONTENT);
    assert!(reply.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(here.get("/api/v1/session").await.problem(), (401, ProblemCode::SignedOut));
    assert_eq!(there.get("/api/v1/session").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_made_up_cookie_is_nobody() {
    let server = Server::start().await;
    let zeros = "0".repeat(64);
    for cookie in
        ["throughline=", "throughline=alder.12", &format!("throughline=alder.{zeros}"), "other=1; throughline"]
    {
        assert_eq!(who(&server, cookie).await.problem(), (401, ProblemCode::SignedOut), "{cookie}");
    }
}

#[tokio::test]
async fn a_session_is_of_one_district_only() {
    let server = Server::start().await;
    let tablet = server.tablet("okafor").await;
    let elsewhere = tablet.cookie.replace("alder.", "birch.");
    assert_eq!(who(&server, &elsewhere).await.problem(), (401, ProblemCode::SignedOut));
}

#[tokio::test]
async fn the_database_holds_neither_tokens_nor_passphrases() {
    let server = Server::start().await;
    let tablet = server.tablet("okafor").await;
    let token = tablet.cookie.rsplit('.').next().unwrap().to_owned();
    server.app.close().await;
    let backup = server.database.path("backup");
    assert!(server.database.program(&["backup", "--to", backup.to_str().unwrap()]).status().unwrap().success());
    let bytes = std::fs::read(backup).unwrap();
    let raw: Vec<u8> = (0..32).map(|at| u8::from_str_radix(&token[2 * at..2 * at + 2], 16).unwrap()).collect();
    for secret in [token.as_bytes(), &raw, PASSPHRASE.as_bytes()] {
        assert!(!bytes.windows(secret.len()).any(|window| window == secret));
    }
}

#[tokio::test]
async fn a_write_from_another_site_is_refused() {
    let server = Server::start().await;
    let tablet = server.tablet("okafor").await;
    for (origin, host, status) in [
        ("http://127.0.0.1:8080", "127.0.0.1:8080", 200),
        ("https://walk.alder.example", "walk.alder.example", 200),
        ("http://127.0.0.1:9999", "127.0.0.1:8080", 403),
        ("https://evil.example", "walk.alder.example", 403),
        ("null", "walk.alder.example", 403),
    ] {
        let mut request = tablet.push_request(tablet.body(&[]));
        request.headers_mut().insert(header::ORIGIN, origin.parse().unwrap());
        request.headers_mut().insert(header::HOST, host.parse().unwrap());
        let reply = server.send(request).await;
        assert_eq!(reply.status.as_u16(), status, "{origin} to {host}");
        if status == 403 {
            assert_eq!(reply.problem(), (403, ProblemCode::WrongOrigin));
        }
    }
}

#[tokio::test]
async fn health_and_readiness_answer_anyone() {
    let server = Server::start().await;
    for path in ["/api/v1/health", "/api/v1/ready"] {
        let reply = server.send(get(path)).await;
        assert_eq!((reply.status, reply.body.as_slice()), (StatusCode::OK, br#"{"ok":true}"#.as_slice()));
        assert_eq!(reply.header("cache-control"), "no-store");
    }
    server.app.close().await;
    assert_eq!(server.send(get("/api/v1/health")).await.status, StatusCode::OK);
    assert_eq!(server.send(get("/api/v1/ready")).await.problem(), (500, ProblemCode::Fault));
}
