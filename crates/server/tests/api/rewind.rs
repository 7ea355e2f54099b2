//! A server restored from an older copy of its database: tablets hear of it, begin anew and push their own edits again.

use domain::sync::{Cursor, ProblemCode, PushAnswer, PushRequest, Verdict};
use serde_json::value::RawValue;
use throughline_server::Reach;

use crate::support::{Server, Tablet, TestDatabase, visit};

fn query(cursor: Cursor) -> String {
    format!("stream=school/cedar&epoch={}&seq={}&tag={}", cursor.epoch, cursor.seq, cursor.tag)
}

/// Puts back the database as it was before `meanwhile`.
async fn rewound(server: Server, copy: &TestDatabase) -> Server {
    server.app.close().await;
    Server::at(server.clock, copy.copy(), Reach::Loopback, None).await
}

async fn copied(server: Server) -> (Server, TestDatabase) {
    server.app.close().await;
    let copy = server.database.copy();
    let server = rewound(server, &copy).await;
    (server, copy)
}

async fn push_from(tablet: &Tablet<'_>, cursor: Cursor, edits: &[domain::edit::Edit]) -> crate::support::Reply {
    let replica = tablet.pen.replica();
    let edits = edits.iter().map(|edit| RawValue::from_string(edit.text().to_owned()).unwrap()).collect();
    let body = serde_json::to_string(&PushRequest { cursor: Some(cursor), replica, edits }).unwrap();
    tablet.send_push(body).await
}

#[tokio::test]
async fn a_lost_history_is_noticed_and_everyone_begins_anew() {
    let (server, copy) = copied(Server::start().await).await;
    let mut tablet = server.tablet("okafor").await;
    let before = tablet.pull("stream=school/cedar").await.cursor;
    let edits = tablet.visit(visit(1));
    tablet.push(&edits).await;
    let lost = tablet.pull("stream=school/cedar").await.cursor;
    let pen = tablet.pen.clone();
    drop(tablet.cookie);

    let server = rewound(server, &copy).await;
    let mut tablet = server.tablet("okafor").await;
    tablet.pen = pen;
    assert_eq!(tablet.get(&format!("/api/v1/sync/pull?{}", query(lost))).await.problem(), (409, ProblemCode::Rewound));
    // One tablet has noticed; all others hear it too, even those whose cursor was never lost.
    assert_eq!(
        tablet.get(&format!("/api/v1/sync/pull?{}", query(before))).await.problem(),
        (409, ProblemCode::Rewound)
    );
    let anew = tablet.pull("stream=school/cedar").await.cursor;
    assert_eq!((anew.epoch, anew.seq), (before.epoch + 1, before.seq));
    assert_eq!(tablet.get(&format!("/api/v1/sync/pull?{}", query(lost))).await.problem(), (409, ProblemCode::Rewound));
    assert_eq!(tablet.pull("stream=school/cedar").await.cursor, anew, "one rewind begins one epoch");
    assert_eq!(tablet.push(&edits).await.acked_through, 5);
    assert_eq!(tablet.pull("stream=school/cedar").await.visits.len(), 1);
}

#[tokio::test]
async fn a_push_with_a_cursor_from_a_lost_history_stores_nothing() {
    let server = Server::start().await;
    let mut tablet = server.tablet("okafor").await;
    let known = tablet.pull("stream=school/cedar").await.cursor;
    let edits = tablet.visit(visit(1));
    let lost = Cursor { tag: known.tag ^ 1, ..known };
    assert_eq!(push_from(&tablet, lost, &edits).await.problem(), (409, ProblemCode::Rewound));
    let page = tablet.pull("stream=school/cedar").await;
    assert_eq!((page.visits.len(), page.cursor.epoch, page.cursor.seq), (0, known.epoch + 1, known.seq));
    assert_eq!(push_from(&tablet, known, &edits).await.problem(), (409, ProblemCode::Rewound));
    let answer: PushAnswer = push_from(&tablet, page.cursor, &edits).await.read();
    assert!(answer.results.iter().all(|result| result.verdict == Verdict::Applied));
}

#[tokio::test]
async fn a_seq_that_this_server_has_not_reached_is_a_lost_history() {
    let server = Server::start().await;
    let tablet = server.tablet("okafor").await;
    let known = tablet.pull("stream=school/cedar").await.cursor;
    for seq in [known.seq + 1, known.seq + 2, u64::MAX] {
        let epoch = tablet.pull("stream=school/cedar").await.cursor.epoch;
        let ahead = Cursor { epoch, seq, tag: known.tag };
        assert_eq!(push_from(&tablet, ahead, &[]).await.problem(), (409, ProblemCode::Rewound));
    }
}
