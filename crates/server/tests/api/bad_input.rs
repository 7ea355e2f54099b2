//! Faults of the envelope: refused whole, with a problem that says what, and nothing stored.

use std::io::Write;

use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use domain::id::ReplicaId;
use domain::import::ImportAsk;
use domain::sync::{MOST_EDITS, MOST_PUSH_BYTES, ProblemCode, PushAnswer, Refusal, Verdict};
use domain::visit::Change;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::import::{FILE, store};
use crate::support::{Reply, Server, Tablet, push_body, visit};

async fn push_with(tablet: &Tablet<'_>, headers: &[(HeaderName, &str)], body: impl Into<Body>) -> Reply {
    let mut request = tablet.push_request(body);
    for (name, value) in headers {
        request.headers_mut().insert(name, HeaderValue::from_str(value).unwrap());
    }
    tablet.server.send(request).await
}

async fn nothing_is_stored(tablet: &Tablet<'_>) {
    let page = tablet.pull("stream=school/cedar").await;
    assert_eq!((page.visits.len(), page.edits.len()), (0, 0));
    assert_eq!(tablet.push(&[]).await.acked_through, 0);
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[tokio::test]
async fn gzip_is_taken() {
    let server = Server::start().await;
    let mut tablet = server.tablet("okafor").await;
    let edits = tablet.visit(visit(1));
    let body = gzip(tablet.body(&edits).as_bytes());
    let answer: PushAnswer = push_with(&tablet, &[(header::CONTENT_ENCODING, "gzip")], body).await.read();
    assert_eq!(answer.acked_through, 5);
}

#[tokio::test]
async fn a_body_that_says_gzip_and_is_not_or_breaks_off_is_refused() {
    let server = Server::start().await;
    let mut tablet = server.tablet("okafor").await;
    let edits = tablet.visit(visit(1));
    let plain = tablet.body(&edits).into_bytes();
    let whole = gzip(&plain);
    for body in [plain, whole[..whole.len() / 2].to_vec(), vec![]] {
        let reply = push_with(&tablet, &[(header::CONTENT_ENCODING, "gzip")], body).await;
        assert_eq!(reply.problem(), (400, ProblemCode::Unreadable));
    }
    nothing_is_stored(&tablet).await;
}

#[tokio::test]
async fn a_small_body_that_unpacks_to_more_than_the_limit_is_refused() {
    let server = Server::start().await;
    let tablet = server.tablet("okafor").await;
    let bomb = gzip(&vec![b' '; 64 * MOST_PUSH_BYTES]);
    assert!(bomb.len() < MOST_PUSH_BYTES / 8);
    let reply = push_with(&tablet, &[(header::CONTENT_ENCODING, "gzip")], bomb).await;
    assert_eq!(reply.problem(), (413, ProblemCode::TooLarge));
}

#[tokio::test]
async fn a_body_over_the_limit_is_refused() {
    let server = Server::start().await;
    let tablet = server.tablet("okafor").await;
    let reply = push_with(&tablet, &[], vec![b' '; MOST_PUSH_BYTES + 1]).await;
    assert_eq!(reply.problem(), (413, ProblemCode::TooLarge));
}

#[tokio::test]
async fn more_edits_than_the_limit_are_refused_whole() {
    let server = Server::start().await;
    let mut tablet = server.tablet("okafor").await;
    let edits: Vec<_> = (0..=MOST_EDITS).map(|_| tablet.write(visit(1), Change::Void([1; 16].into()))).collect();
    let reply = tablet.send_push(tablet.body(&edits)).await;
    assert_eq!(reply.problem(), (413, ProblemCode::TooLarge));
    nothing_is_stored(&tablet).await;
    assert_eq!(tablet.push(&edits[..MOST_EDITS]).await.acked_through, 500);
}

#[tokio::test]
async fn another_encoding_or_content_type_is_refused() {
    let server = Server::start().await;
    let tablet = server.tablet("okafor").await;
    let body = tablet.body(&[]);
    for (name, value) in [
        (header::CONTENT_ENCODING, "br"),
        (header::CONTENT_TYPE, "text/plain"),
        (header::CONTENT_TYPE, "application/x-www-form-urlencoded"),
        (header::CONTENT_TYPE, ""),
    ] {
        let reply = push_with(&tablet, &[(name, value)], body.clone()).await;
        assert_eq!(reply.problem(), (415, ProblemCode::Unreadable), "{value}");
    }
}

#[tokio::test]
async fn what_is_not_the_json_of_a_push_is_refused() {
    let server = Server::start().await;
    let tablet = server.tablet("okafor").await;
    let deep = "[".repeat(100_000);
    for body in ["", "{", "[]", "{\"edits\":[]}", "null", "{\"cursor\":null,\"replica\":\"short\",\"edits\":[]}", &deep]
    {
        let reply = tablet.send_push(body.to_owned()).await;
        assert_eq!(reply.problem(), (400, ProblemCode::Unreadable), "{}", &body[..body.len().min(20)]);
    }
    let reply = tablet.send_push(vec![0xff, 0xfe, 0x00]).await;
    assert_eq!(reply.problem(), (400, ProblemCode::Unreadable));
}

#[tokio::test]
async fn a_malformed_edit_with_a_number_is_refused_alone_and_the_rest_is_applied() {
    let server = Server::start().await;
    let mut tablet = server.tablet("okafor").await;
    let mut texts: Vec<String> = tablet.visit(visit(1)).iter().map(|edit| edit.text().to_owned()).collect();
    texts[2] = texts[2].replace("\"Seen\"", "\"Perhaps\"");
    let body = push_body(tablet.pen.replica(), texts.into_iter());
    let answer: PushAnswer = tablet.send_push(body).await.read();
    let verdicts: Vec<_> = answer.results.iter().map(|result| result.verdict.clone()).collect();
    assert_eq!(verdicts[2], Verdict::Rejected(Refusal::Malformed));
    assert_eq!(verdicts.iter().filter(|verdict| **verdict == Verdict::Applied).count(), 4);
    assert_eq!((answer.acked_through, answer.fingerprint.count), (5, 4));
}

#[tokio::test]
async fn an_edit_without_a_number_refuses_the_push_and_halving_isolates_it() {
    let server = Server::start().await;
    let mut tablet = server.tablet("okafor").await;
    let edits = tablet.visit(visit(1));
    for fault in ["{}", "7", "{\"seq\":0}", "{\"seq\":-1}", "{\"seq\":18446744073709551615}", "{\"seq\":\"3\"}"] {
        let mut texts: Vec<String> = edits.iter().map(|edit| edit.text().to_owned()).collect();
        texts[3] = fault.to_owned();
        let reply = tablet.send_push(push_body(tablet.pen.replica(), texts.into_iter())).await;
        assert_eq!(reply.problem(), (400, ProblemCode::Unreadable), "{fault}");
    }
    nothing_is_stored(&tablet).await;
    assert_eq!(tablet.push(&edits[..3]).await.acked_through, 3);
    assert_eq!(tablet.push(&edits[4..]).await.results[0].verdict, Verdict::Applied);
}

#[tokio::test]
async fn edits_out_of_order_refuse_the_push() {
    let server = Server::start().await;
    let mut tablet = server.tablet("okafor").await;
    let mut edits = tablet.visit(visit(1));
    edits.swap(1, 2);
    assert_eq!(tablet.send_push(tablet.body(&edits)).await.problem(), (400, ProblemCode::Unreadable));
    let twice = [edits[0].clone(), edits[0].clone()];
    assert_eq!(tablet.send_push(tablet.body(&twice)).await.problem(), (400, ProblemCode::Unreadable));
    nothing_is_stored(&tablet).await;
}

#[tokio::test]
async fn a_stream_that_no_database_column_can_hold_is_malformed() {
    let server = Server::start().await;
    let mut tablet = server.tablet("adams").await;
    let edit = tablet.write(visit(1), Change::Void([1; 16].into()));
    for stream in ["school/a\\u0000b".to_owned(), format!("school/{}", "x".repeat(300))] {
        let text = edit.text().replace("school/cedar", &stream);
        let reply: PushAnswer = tablet.send_push(push_body(tablet.pen.replica(), [text].into_iter())).await.read();
        assert_eq!(reply.results[0].verdict, Verdict::Rejected(Refusal::Malformed), "{stream}");
    }
}

/// No text in PostgreSQL holds U+0000.
#[tokio::test]
async fn a_text_that_no_database_can_hold_is_no_fault_of_the_server() {
    let server = Server::start().await;
    let tablet = server.tablet("adams").await;
    let pull = tablet.get("/api/v1/sync/pull?stream=school/ce%00dar").await;
    assert_eq!(pull.problem(), (400, ProblemCode::Unreadable));
    for path in ["/api/v1/import/look", "/api/v1/import/visits"] {
        let named = ImportAsk { source: "Goo\0gle".into(), ..store() };
        assert_eq!(tablet.send_file(path, &named, FILE).await.status, StatusCode::OK, "{path}");
        let mut mapped = store();
        mapped.mapping.as_mut().unwrap().look_fors[0].column = "go\0al".into();
        let status = tablet.send_file(path, &mapped, FILE).await.status;
        assert!(!status.is_server_error(), "{path}: {status}");
        let elsewhere = ImportAsk { school: "ce\0dar".into(), ..store() };
        assert_eq!(tablet.send_file(path, &elsewhere, FILE).await.problem(), (400, ProblemCode::Unreadable), "{path}");
    }
}

#[tokio::test]
async fn a_pull_that_cannot_be_read_is_refused() {
    let server = Server::start().await;
    let tablet = server.tablet("okafor").await;
    for query in [
        "",
        "stream=",
        "stream=school/",
        "stream=district&epoch=1",
        "stream=district&limit=-1",
        "stream=district&after_visit=7",
    ] {
        let reply = tablet.get(&format!("/api/v1/sync/pull?{query}")).await;
        assert_eq!(reply.problem(), (400, ProblemCode::Unreadable), "{query}");
    }
    let reply = tablet.get("/api/v1/compare?selection=%7B%7D%7D").await;
    assert_eq!(reply.problem(), (400, ProblemCode::Unreadable));
}

#[tokio::test]
async fn paths_and_methods_that_are_not_there_are_problems_too() {
    let server = Server::start().await;
    let tablet = server.tablet("okafor").await;
    assert_eq!(tablet.get("/api/v1/nothing").await.problem(), (404, ProblemCode::NotFound));
    assert_eq!(tablet.get("/api").await.problem(), (404, ProblemCode::NotFound));
    assert_eq!(tablet.get("/api/v1/sync/push").await.problem(), (405, ProblemCode::NotFound));
}

#[tokio::test]
async fn a_replica_that_belongs_to_somebody_else_is_refused() {
    let server = Server::start().await;
    let mut okafor = server.tablet("okafor").await;
    let edits = okafor.visit(visit(1));
    okafor.push(&edits).await;
    let mut reyes = server.tablet("reyes").await;
    reyes.pen = domain::edit::Pen::new(okafor.pen.replica(), "reyes".into());
    let edit = reyes.write(visit(2), Change::Void([1; 16].into()));
    assert_eq!(reyes.send_push(reyes.body(&[edit])).await.problem(), (403, ProblemCode::NotAllowed));
    let strange = push_body(ReplicaId::from([5; 16]), edits.iter().map(|edit| edit.text().to_owned()));
    let answer: PushAnswer = okafor.send_push(strange).await.read();
    assert!(answer.results.iter().all(|result| result.verdict == Verdict::Rejected(Refusal::NotAuthor)));
}
