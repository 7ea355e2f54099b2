//! Commit order is seq order, without gaps, and a commit is never split.

use std::collections::BTreeSet;

use crate::support::{Server, visit};

#[tokio::test]
async fn pushes_at_once_get_seqs_without_gaps_and_none_is_lost() {
    let server = Server::start().await;
    let begun = server.tablet("lin").await.pull("stream=school/cedar").await.cursor;
    let mut tablets = Vec::new();
    for number in 0..12 {
        let mut tablet = server.tablet(if number % 2 == 0 { "okafor" } else { "reyes" }).await;
        let edits = tablet.visit(visit(number));
        tablets.push((tablet, edits));
    }
    let pushes = tablets.iter().map(|(tablet, edits)| tablet.push(edits));
    let answers = join(pushes.collect()).await;
    assert!(answers.iter().all(|answer| answer.acked_through == 5));
    let lin = server.tablet("lin").await;
    let head = lin.pull("stream=school/cedar").await.cursor;
    assert_eq!(head.seq, begun.seq + 12);
    let (mut cursor, mut tags, mut edits) = (begun, BTreeSet::new(), 0);
    while cursor != head {
        let query = format!("stream=school/cedar&limit=1&epoch={}&seq={}&tag={}", cursor.epoch, cursor.seq, cursor.tag);
        let page = lin.pull(&query).await;
        assert_eq!((page.edits.len(), page.cursor.seq), (5, cursor.seq + 1), "one commit, whole");
        assert!(tags.insert(page.cursor.tag));
        edits += page.edits.len();
        cursor = page.cursor;
    }
    assert_eq!(edits, 60);
}

/// Polls all of them until each is done.
async fn join<F: Future>(futures: Vec<F>) -> Vec<F::Output> {
    let mut futures: Vec<_> = futures.into_iter().map(Box::pin).collect();
    let mut outputs: Vec<Option<F::Output>> = futures.iter().map(|_| None).collect();
    std::future::poll_fn(|context| {
        for (future, output) in futures.iter_mut().zip(&mut outputs) {
            if output.is_none()
                && let std::task::Poll::Ready(ready) = future.as_mut().poll(context)
            {
                *output = Some(ready);
            }
        }
        if outputs.iter().all(Option::is_some) { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    outputs.into_iter().flatten().collect()
}

#[tokio::test]
async fn a_push_that_changes_nothing_takes_no_seq() {
    let server = Server::start().await;
    let mut tablet = server.tablet("okafor").await;
    let edits = tablet.visit(visit(1));
    tablet.push(&edits).await;
    let head = tablet.pull("stream=district").await.cursor;
    tablet.push(&edits).await;
    tablet.push(&[]).await;
    assert_eq!(tablet.pull("stream=district").await.cursor, head);
}

#[tokio::test]
async fn a_client_that_hangs_up_does_not_end_its_push() {
    let server = Server::start().await;
    let mut tablet = server.tablet("okafor").await;
    let edits = tablet.visit(visit(1));
    let mut sent = Box::pin(tablet.send_push(tablet.body(&edits)));
    // The first polls read the request and begin the work; then the client is gone.
    let polled = std::future::poll_fn(|context| std::task::Poll::Ready(sent.as_mut().poll(context).is_ready()));
    let mut done = polled.await;
    while !done && tablet.server.app.pushes_under_way() == 0 {
        tokio::task::yield_now().await;
        done = std::future::poll_fn(|context| std::task::Poll::Ready(sent.as_mut().poll(context).is_ready())).await;
    }
    drop(sent);
    while tablet.server.app.pushes_under_way() > 0 {
        tokio::task::yield_now().await;
    }
    assert_eq!(tablet.push(&[]).await.acked_through, 5);
}
