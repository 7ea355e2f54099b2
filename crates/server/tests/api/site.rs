//! The built app's files.

use std::path::Path;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use domain::sync::ProblemCode;
use tempfile::TempDir;
use throughline_server::Reach;

use crate::support::{Reply, Server, get};

const HASHED: &str = "/throughline-0123456789abcdef_bg.wasm";

fn built() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write("index.html", "<!doctype html><script type=\"module\">start()</script>");
    write("sw.js", "self.skip = 1");
    write("manifest.webmanifest", "{}");
    write("app-0123456789abcdef.js", "export {}");
    write("style-0123456789abcdef.css", "body{}");
    write(&HASHED[1..], "plain");
    write(&format!("{}.br", &HASHED[1..]), "brotli");
    write(&format!("{}.gz", &HASHED[1..]), "gzip");
    folder
}

async fn server(app: &Path) -> Server {
    Server::bare(Reach::Loopback, Some(app)).await
}

async fn ask(server: &Server, path: &str, headers: &[(header::HeaderName, &str)]) -> Reply {
    let mut request = Request::get(path);
    for (name, value) in headers {
        request = request.header(name, *value);
    }
    server.send(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn files_come_with_their_type_and_hashed_ones_may_be_kept_for_ever() {
    let folder = built();
    let server = server(folder.path()).await;
    let kept = "public, max-age=31536000, immutable";
    for (path, kind, caching) in [
        ("/", "text/html", "no-cache"),
        ("/index.html", "text/html", "no-cache"),
        ("/sw.js", "text/javascript", "no-cache"),
        ("/manifest.webmanifest", "application/manifest+json", "no-cache"),
        ("/app-0123456789abcdef.js", "text/javascript", kept),
        ("/style-0123456789abcdef.css", "text/css", kept),
        (HASHED, "application/wasm", kept),
    ] {
        let reply = server.send(get(path)).await;
        assert_eq!((reply.status, reply.header("cache-control")), (StatusCode::OK, caching), "{path}");
        assert!(reply.header("content-type").starts_with(kind), "{path}: {}", reply.header("content-type"));
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
    }
}

#[tokio::test]
async fn what_the_build_compressed_is_sent_as_it_is() {
    let folder = built();
    let server = server(folder.path()).await;
    for (accepts, encoding, body) in
        [("br, gzip", "br", "brotli"), ("gzip", "gzip", "gzip"), ("identity", "", "plain"), ("", "", "plain")]
    {
        let reply = ask(&server, HASHED, &[(header::ACCEPT_ENCODING, accepts)]).await;
        assert_eq!((reply.header("content-encoding"), reply.body.as_slice()), (encoding, body.as_bytes()));
        assert_eq!(reply.header("content-type"), "application/wasm");
    }
}

#[tokio::test]
async fn a_page_of_the_app_opens_the_entry_page_and_a_missing_file_is_missing() {
    let folder = built();
    let server = server(folder.path()).await;
    let page = [(header::ACCEPT, "text/html,application/xhtml+xml,*/*;q=0.8")];
    for path in ["/compare", "/visits/0101", "/setup/d-1f.00ff", "/../data/throughline.sqlite"] {
        let reply = ask(&server, path, &page).await;
        assert_eq!((reply.status, reply.header("cache-control")), (StatusCode::OK, "no-cache"), "{path}");
        assert!(String::from_utf8(reply.body).unwrap().starts_with("<!doctype html>"));
    }
    for path in ["/gone-0123456789abcdef.js", "/icons/none.png"] {
        assert_eq!(ask(&server, path, &page).await.problem(), (404, ProblemCode::NotFound), "{path}");
    }
    assert_eq!(ask(&server, "/compare", &[(header::ACCEPT, "*/*")]).await.problem(), (404, ProblemCode::NotFound));
    assert_eq!(ask(&server, "/api/v1/gone", &page).await.problem(), (404, ProblemCode::NotFound));
    let posted = server.send(Request::post("/compare").body(Body::empty()).unwrap()).await;
    assert_eq!(posted.problem(), (405, ProblemCode::NotFound));
}

#[tokio::test]
async fn the_page_may_run_its_own_scripts_and_nothing_else() {
    let folder = built();
    let server = server(folder.path()).await;
    let reply = server.send(get("/")).await;
    let names = ["content-security-policy", "x-frame-options", "referrer-policy", "cross-origin-opener-policy"];
    let headers: Vec<String> = names.iter().map(|name| format!("{name}: {}", reply.header(name))).collect();
    insta::assert_snapshot!(headers.join("\n"));
}

#[tokio::test]
async fn without_a_build_the_server_says_so_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut config = throughline_server::Config::in_folder(folder.path().join("data"));
    config.app_dir = Some(folder.path().join("dist"));
    let error = throughline_server::App::open(config).await.unwrap_err();
    assert!(matches!(error, throughline_server::OpenError::NoApp { .. }));
}
