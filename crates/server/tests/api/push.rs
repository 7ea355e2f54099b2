//! What a push hears, edit by edit.

use domain::sync::{Fingerprint, Verdict};
use domain::visit::{Answer, Change, Setting};

use crate::support::{Server, set, visit};

fn all(verdict: Verdict, count: usize) -> Vec<Verdict> {
    vec![verdict; count]
}

#[tokio::test]
async fn a_push_is_applied_and_acknowledged() {
    let server = Server::start().await;
    let mut tablet = server.tablet("okafor").await;
    let edits = tablet.visit(visit(1));
    let answer = tablet.push(&edits).await;
    assert!(answer.results.iter().all(|result| result.verdict == Verdict::Applied));
    assert_eq!(answer.acked_through, 5);
    let mut fingerprint = Fingerprint::default();
    edits.iter().for_each(|edit| fingerprint.add(edit.hash()));
    assert_eq!(answer.fingerprint, fingerprint);
}

#[tokio::test]
async fn the_same_push_again_is_duplicates_and_changes_nothing() {
    let server = Server::start().await;
    let mut tablet = server.tablet("okafor").await;
    let edits = tablet.visit(visit(1));
    let first = tablet.push(&edits).await;
    let after_first = tablet.pull("stream=school/cedar").await;
    let again = tablet.push(&edits).await;
    assert_eq!(again.results.into_iter().map(|result| result.verdict).collect::<Vec<_>>(), all(Verdict::Duplicate, 5));
    assert_eq!((again.acked_through, again.fingerprint), (first.acked_through, first.fingerprint));
    assert_eq!(tablet.pull("stream=school/cedar").await, after_first);
}

#[tokio::test]
async fn an_empty_push_only_tells_what_has_been_acknowledged() {
    let server = Server::start().await;
    let mut tablet = server.tablet("okafor").await;
    let edits = tablet.visit(visit(1));
    tablet.push(&edits).await;
    let answer = tablet.push(&[]).await;
    assert_eq!((answer.results.len(), answer.acked_through, answer.fingerprint.count), (0, 5, 5));
}

#[tokio::test]
async fn another_edit_under_a_known_id_is_a_fork_and_the_first_one_stays() {
    let server = Server::start().await;
    let mut tablet = server.tablet("okafor").await;
    let copy = tablet.pen.clone();
    let edits = tablet.visit(visit(1));
    tablet.push(&edits).await;
    tablet.pen = copy;
    let other = tablet.write(visit(2), set(Setting::Present(Some(20))));
    assert_eq!(tablet.verdicts(std::slice::from_ref(&other)).await, [Verdict::Fork]);
    assert_eq!(tablet.pull("stream=school/cedar").await.visits.len(), 1);
}

#[tokio::test]
async fn a_fork_reissued_under_a_new_replica_is_taken() {
    let server = Server::start().await;
    let mut tablet = server.tablet("okafor").await;
    let edits = tablet.visit(visit(1));
    tablet.push(&edits).await;
    tablet.pen.move_to([9; 16].into());
    let id = tablet.pen.take_id();
    let reissued = edits[2].reissue(id).unwrap();
    assert_eq!(tablet.verdicts(&[reissued]).await, [Verdict::Applied]);
}

#[tokio::test]
async fn pushes_that_overtake_each_other_are_acknowledged_without_a_gap() {
    let server = Server::start().await;
    let mut tablet = server.tablet("okafor").await;
    let edits = tablet.visit(visit(1));
    assert_eq!(tablet.push(&edits[3..]).await.acked_through, 0);
    assert_eq!(tablet.push(&edits[1..2]).await.acked_through, 0);
    assert_eq!(tablet.push(&edits[..1]).await.acked_through, 2);
    assert_eq!(tablet.push(&edits[2..3]).await.acked_through, 5);
}

#[tokio::test]
async fn edits_against_an_unknown_framework_are_held_and_count_once_it_is_published() {
    let server = Server::without_framework().await;
    let mut tablet = server.tablet("okafor").await;
    let edits = tablet.visit(visit(1));
    assert_eq!(tablet.verdicts(&edits).await, all(Verdict::Held, 5));
    let compare = |tablet| compared(tablet);
    assert_eq!(compare(&tablet).await, 0);
    server.publish(&crate::support::framework_document()).await;
    assert_eq!(compare(&tablet).await, 1);
    let answer = tablet.write(visit(1), set(Setting::Answer("goal".into(), Some(Answer::Seen))));
    assert_eq!(tablet.verdicts(&[answer]).await, [Verdict::Applied]);
}

async fn compared(tablet: &crate::support::Tablet<'_>) -> u32 {
    tablet.get("/api/v1/compare").await.read::<domain::compare::Comparison>().visits
}

#[tokio::test]
async fn an_edit_about_a_look_for_that_the_framework_does_not_have_is_held() {
    let server = Server::start().await;
    let mut tablet = server.tablet("okafor").await;
    let edits = tablet.visit(visit(1));
    tablet.push(&edits).await;
    let answer = tablet.write(visit(1), set(Setting::Answer("of-tomorrow".into(), Some(Answer::Seen))));
    assert_eq!(tablet.verdicts(&[answer]).await, [Verdict::Held]);
}

#[tokio::test]
async fn marks_that_arrive_before_their_visit_has_begun_are_held_until_it_has() {
    let server = Server::start().await;
    let mut tablet = server.tablet("okafor").await;
    let edits = tablet.visit(visit(1));
    assert_eq!(tablet.verdicts(&edits[1..]).await, all(Verdict::Held, 4));
    assert_eq!(compared(&tablet).await, 0);
    assert_eq!(tablet.verdicts(&edits[..1]).await, [Verdict::Applied]);
    assert_eq!(compared(&tablet).await, 1);
}

#[tokio::test]
async fn what_a_newer_program_wrote_is_kept_and_delivered() {
    let server = Server::start().await;
    let mut tablet = server.tablet("okafor").await;
    let edits = tablet.visit(visit(1));
    tablet.push(&edits).await;
    let known = tablet.write(visit(1), Change::Void([3; 16].into()));
    let newer = known.text().replace("\"schema\":2", "\"schema\":99").replace("\"Void\"", "\"Sketch\"");
    let body = crate::support::push_body(tablet.pen.replica(), [newer.clone()].into_iter());
    let answer: domain::sync::PushAnswer = tablet.send_push(body).await.read();
    assert_eq!(answer.results[0].verdict, Verdict::Held);
    let page = tablet.pull("stream=school/cedar").await;
    assert_eq!(page.visits[0].state.unknown().collect::<Vec<_>>(), [newer.as_str()]);
}
