//! Who may do what: refused edits are recorded and answered, and change nothing.

use domain::permission::Role;
use domain::sync::{ProblemCode, Refusal, Verdict};
use domain::time::{DAY, Millis};
use domain::visit::{Answer, Change, Setting};

use crate::support::{NOW, Server, begin, district, set, visit};

fn rejected(refusal: Refusal) -> Verdict {
    Verdict::Rejected(refusal)
}

#[tokio::test]
async fn nobody_pushes_or_pulls_without_signing_in() {
    let server = Server::start().await;
    for request in [
        crate::support::post("/api/v1/sync/push", "{}"),
        crate::support::get("/api/v1/sync/pull?stream=district"),
        crate::support::get("/api/v1/compare"),
        crate::support::get("/api/v1/session"),
    ] {
        assert_eq!(server.send(request).await.problem(), (401, ProblemCode::SignedOut));
    }
}

#[tokio::test]
async fn an_edit_in_a_school_where_its_author_does_not_work_is_refused() {
    let server = Server::start().await;
    let mut tablet = server.tablet("reyes").await;
    let start = begin("reyes".into(), "birch", server.framework);
    let edit = tablet.write_in("birch", visit(1), set(Setting::Begin(start)));
    let answer = tablet.push(&[edit]).await;
    assert_eq!(answer.results[0].verdict, rejected(Refusal::NotAssigned));
    assert_eq!((answer.acked_through, answer.fingerprint.count), (1, 0));
    assert_eq!(server.tablet("berg").await.pull("stream=school/birch").await.visits.len(), 0);
}

#[tokio::test]
async fn an_observer_and_a_coach_do_not_change_others_visits_and_a_principal_does() {
    let server = Server::start().await;
    let mut reyes = server.tablet("reyes").await;
    let edits = reyes.visit(visit(1));
    reyes.push(&edits).await;
    for (who, verdict) in
        [("lin", rejected(Refusal::NotYours)), ("okafor", Verdict::Applied), ("adams", Verdict::Applied)]
    {
        let mut tablet = server.tablet(who).await;
        let edit = tablet.write(visit(1), set(Setting::Answer("goal".into(), Some(Answer::NotSeen))));
        assert_eq!(tablet.verdicts(&[edit]).await, [verdict], "{who}");
    }
}

#[tokio::test]
async fn a_visit_that_says_somebody_else_watched_is_not_ones_own() {
    let server = Server::start().await;
    let mut lin = server.tablet("lin").await;
    let start = begin("reyes".into(), "cedar", server.framework);
    let edit = lin.write(visit(1), set(Setting::Begin(start)));
    assert_eq!(lin.verdicts(&[edit]).await, [rejected(Refusal::NotYours)]);
}

#[tokio::test]
async fn what_others_did_to_a_visit_before_it_began_here_keeps_its_observer_out_of_nothing() {
    let server = Server::start().await;
    let mut okafor = server.tablet("okafor").await;
    let early = okafor.write(visit(1), Change::Void([4; 16].into()));
    okafor.push(&[early]).await;
    // As after a rewind: the principal's tablet was first to send again.
    let mut reyes = server.tablet("reyes").await;
    let edits = reyes.visit(visit(1));
    assert!(
        reyes.verdicts(&edits[1..2]).await.iter().all(|verdict| *verdict == Verdict::Held),
        "another tablet of hers"
    );
    assert!(reyes.verdicts(&edits).await.iter().all(|verdict| !matches!(verdict, Verdict::Rejected(_))));
    let mut lin = server.tablet("lin").await;
    let edit = lin.write(visit(1), Change::Void([5; 16].into()));
    assert_eq!(lin.verdicts(&[edit]).await, [rejected(Refusal::NotYours)], "it has an observer now");
}

#[tokio::test]
async fn a_visit_stays_in_its_stream() {
    let server = Server::start().await;
    let mut lin = server.tablet("lin").await;
    let start = begin("lin".into(), "birch", server.framework);
    let elsewhere = lin.write(visit(1), set(Setting::Begin(start)));
    assert_eq!(lin.verdicts(&[elsewhere]).await, [rejected(Refusal::WrongStream)]);
    let edits = lin.visit(visit(2));
    assert_eq!(lin.verdicts(&edits).await.len(), 5);
    let moved = lin.write_in("birch", visit(2), set(Setting::Present(Some(3))));
    assert_eq!(lin.verdicts(&[moved]).await, [rejected(Refusal::WrongStream)]);
}

#[tokio::test]
async fn an_edit_of_another_author_is_refused() {
    let server = Server::start().await;
    let mut okafor = server.tablet("okafor").await;
    let edits = okafor.visit(visit(1));
    let reyes = server.tablet("reyes").await;
    let body = crate::support::push_body(okafor.pen.replica(), edits.iter().map(|edit| edit.text().to_owned()));
    let answer: domain::sync::PushAnswer = reyes.send_push(body).await.read();
    assert!(answer.results.iter().all(|result| result.verdict == rejected(Refusal::NotAuthor)));
}

#[tokio::test]
async fn work_done_before_someone_moved_on_is_taken_and_later_work_is_not() {
    let server = Server::start().await;
    let mut reyes = server.tablet("reyes").await;
    let before = reyes.visit(visit(1));
    server.app.assign(&district(), &"reyes".into(), Role::Observer, &["birch".into()]).await.unwrap();
    server.clock.forward(30 * DAY);
    assert!(reyes.verdicts(&before).await.iter().all(|verdict| *verdict == Verdict::Applied));
    let late = NOW.plus(20 * DAY);
    let stream = domain::stream::Stream::School("cedar".into());
    let after = reyes.pen.write(late, &stream, visit(1), set(Setting::Present(Some(9)))).unwrap();
    assert_eq!(reyes.verdicts(&[after]).await, [rejected(Refusal::NotAssigned)]);
}

#[tokio::test]
async fn a_clock_that_is_ahead_does_not_outlive_an_assignment() {
    let server = Server::start().await;
    let mut reyes = server.tablet("reyes").await;
    let stream = domain::stream::Stream::School("cedar".into());
    let ahead = Millis(NOW.0 + 400 * DAY);
    let edit = reyes.pen.write(ahead, &stream, visit(1), set(Setting::Present(Some(9)))).unwrap();
    server.app.assign(&district(), &"reyes".into(), Role::Observer, &[]).await.unwrap();
    assert_eq!(reyes.verdicts(&[edit]).await, [Verdict::Held]);
}

#[tokio::test]
async fn a_tablet_pulls_only_what_its_account_may_hold() {
    let server = Server::start().await;
    for (who, cedar, birch) in [("okafor", 200, 403), ("lin", 200, 200), ("berg", 403, 200), ("adams", 200, 200)] {
        let tablet = server.tablet(who).await;
        let status =
            async |stream: &str| tablet.get(&format!("/api/v1/sync/pull?stream={stream}")).await.status.as_u16();
        assert_eq!(status("district").await, 200, "{who}");
        assert_eq!((status("school/cedar").await, status("school/birch").await), (cedar, birch), "{who}");
    }
}

#[tokio::test]
async fn a_refused_edit_is_taken_once_its_author_works_there() {
    let server = Server::start().await;
    let mut reyes = server.tablet("reyes").await;
    let start = begin("reyes".into(), "birch", server.framework);
    let edit = reyes.write_in("birch", visit(1), set(Setting::Begin(start)));
    assert_eq!(reyes.verdicts(std::slice::from_ref(&edit)).await, [rejected(Refusal::NotAssigned)]);
    assert_eq!(reyes.verdicts(std::slice::from_ref(&edit)).await, [rejected(Refusal::NotAssigned)]);
    server.app.assign(&district(), &"reyes".into(), Role::Observer, &["birch".into()]).await.unwrap();
    let answer = reyes.push(&[edit]).await;
    assert_eq!((answer.results[0].verdict.clone(), answer.acked_through), (Verdict::Applied, 1));
}
