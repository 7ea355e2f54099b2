//! Pulling: a snapshot page by page, then what happened since, the same state either way.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::{Request, header};
use domain::district::DocumentKind;
use domain::edit::Edit;
use domain::id::VisitId;
use domain::merge::VisitState;
use domain::sync::{Cursor, PAGE, PullAnswer};
use domain::visit::{Answer, Change, Mark, Placed, Setting, What};

use crate::support::{NOW, Server, Tablet, set, visit};

type States = BTreeMap<VisitId, VisitState>;

fn after(cursor: Cursor) -> String {
    let Cursor { epoch, seq, tag } = cursor;
    format!("epoch={epoch}&seq={seq}&tag={tag}")
}

fn take_in(states: &mut States, page: &PullAnswer) {
    for snapshot in &page.visits {
        states.entry(snapshot.visit).or_default().merge(&snapshot.state);
    }
    for delivered in &page.edits {
        let edit = Edit::read(delivered.text.as_str()).unwrap();
        states.entry(edit.visit().unwrap()).or_default().apply(&edit, Some(delivered.received));
    }
}

/// Pulls until there is no more, from a snapshot or from a cursor.
async fn catch_up(tablet: &Tablet<'_>, states: &mut States, from: Option<Cursor>, limit: u16) -> Cursor {
    let mut query = match from {
        None => format!("stream=school/cedar&limit={limit}"),
        Some(cursor) => format!("stream=school/cedar&limit={limit}&{}", after(cursor)),
    };
    loop {
        let page = tablet.pull(&query).await;
        take_in(states, &page);
        if !page.more {
            return page.cursor;
        }
        query = format!("stream=school/cedar&limit={limit}&{}", after(page.cursor));
        if let Some(last) = page.visits.last() {
            query += &format!("&snapshot=true&after_visit={}", last.visit);
        }
    }
}

/// Edits of several visits by two people, in pushes of different lengths.
async fn some_history(server: &Server) -> Vec<Edit> {
    let mut okafor = server.tablet("okafor").await;
    let mut reyes = server.tablet("reyes").await;
    let mut all = Vec::new();
    for number in 0..9 {
        let edits = if number % 2 == 0 { okafor.visit(visit(number)) } else { reyes.visit(visit(number)) };
        let tablet = if number % 2 == 0 { &okafor } else { &reyes };
        for part in edits.chunks(usize::from(number % 3) + 1) {
            tablet.push(part).await;
        }
        all.extend(edits);
        let tap: Mark = Placed { at: NOW, what: What::Tap("turns".into()) };
        let tap = okafor.write(visit(number), Change::Add([number; 16].into(), tap));
        okafor.push(std::slice::from_ref(&tap)).await;
        all.push(tap);
    }
    all
}

fn folded(edits: &[Edit]) -> States {
    let mut states = States::new();
    for edit in edits {
        states.entry(edit.visit().unwrap()).or_default().apply(edit, Some(NOW));
    }
    states
}

#[tokio::test]
async fn a_snapshot_page_by_page_is_what_folding_every_edit_gives() {
    let server = Server::start().await;
    let edits = some_history(&server).await;
    let tablet = server.tablet("lin").await;
    for limit in [1, 2, 4, 9, 1000] {
        let mut states = States::new();
        catch_up(&tablet, &mut states, None, limit).await;
        assert_eq!(states, folded(&edits), "{limit} a page");
    }
}

#[tokio::test]
async fn a_page_in_the_saved_form_says_what_its_json_says() {
    let server = Server::start().await;
    some_history(&server).await;
    let lin = server.tablet("lin").await;
    let district = lin.pull("stream=district").await.cursor;
    for query in ["stream=district", "stream=school/cedar&limit=4", &format!("stream=school/cedar&{}", after(district))]
    {
        let path = format!("/api/v1/sync/pull?{query}");
        let asking = |accept: &str| {
            let request = Request::get(&path).header(header::COOKIE, &lin.cookie).header(header::ACCEPT, accept);
            server.send(request.body(Body::empty()).unwrap())
        };
        let saved = asking(&format!("application/json;q=0.5, {PAGE}")).await;
        assert_eq!(saved.headers[header::CONTENT_TYPE], PAGE);
        assert!(saved.headers.get_all(header::VARY).iter().any(|varies| varies == "accept"));
        let page = lin.pull(query).await;
        assert_eq!(PullAnswer::from_page(saved.body), Some(page.clone()), "{query}");
        // What an app of another version asks for.
        assert_eq!(asking("application/vnd.throughline.page-0").await.read::<PullAnswer>(), page, "{query}");
    }
}

#[tokio::test]
async fn deltas_from_the_beginning_give_the_same() {
    let server = Server::start().await;
    let tablet = server.tablet("lin").await;
    let begun = tablet.pull("stream=school/cedar").await.cursor;
    let edits = some_history(&server).await;
    for limit in [1, 2, 7, 1000] {
        let mut states = States::new();
        let end = catch_up(&tablet, &mut states, Some(begun), limit).await;
        assert_eq!(states, folded(&edits), "{limit} a page");
        assert_eq!(end, tablet.pull("stream=school/cedar").await.cursor);
    }
}

#[tokio::test]
async fn a_snapshot_that_others_write_into_is_whole_after_its_deltas() {
    let server = Server::start().await;
    let mut edits = some_history(&server).await;
    let tablet = server.tablet("lin").await;
    let first = tablet.pull("stream=school/cedar&limit=3").await;
    assert!(first.more);
    assert_eq!((first.visits.len(), first.total), (3, Some(9)));
    let mut okafor = server.tablet("okafor").await;
    for number in [0, 8, 20] {
        let more = okafor.visit(visit(number));
        okafor.push(&more).await;
        edits.extend(more);
    }
    let mut states = States::new();
    take_in(&mut states, &first);
    let mut last = first.visits[2].visit;
    loop {
        let begun = after(first.cursor);
        let query = format!("stream=school/cedar&limit=3&{begun}&snapshot=true&after_visit={last}");
        let page = tablet.pull(&query).await;
        assert_eq!((page.cursor, page.documents.len()), (first.cursor, 0));
        take_in(&mut states, &page);
        let Some(snapshot) = page.visits.last().filter(|_| page.more) else {
            break;
        };
        last = snapshot.visit;
    }
    catch_up(&tablet, &mut states, Some(first.cursor), 1000).await;
    assert_eq!(states, folded(&edits));
}

#[tokio::test]
async fn documents_come_with_the_first_page_and_then_as_they_are_published() {
    let server = Server::start().await;
    let tablet = server.tablet("okafor").await;
    let first = tablet.pull("stream=district").await;
    let kinds: Vec<_> = first.documents.iter().map(|document| document.kind).collect();
    assert_eq!(kinds, [DocumentKind::District, DocumentKind::Framework]);
    let roster = tablet.pull("stream=school/cedar").await;
    assert_eq!(roster.documents.iter().map(|document| document.kind).collect::<Vec<_>>(), [DocumentKind::Roster]);
    let mut next = crate::support::framework();
    next.version = 2;
    let next = domain::district::Published::Framework(next).write().unwrap();
    server.publish(&next).await;
    let delta = tablet.pull(&format!("stream=district&{}", after(first.cursor))).await;
    assert_eq!(delta.documents, [next]);
    assert!(tablet.pull(&format!("stream=district&{}", after(delta.cursor))).await.documents.is_empty());
    assert_eq!(tablet.pull("stream=district").await.documents.len(), 3);
}

#[tokio::test]
async fn an_edit_comes_back_to_the_byte_with_when_it_was_received() {
    let server = Server::start().await;
    let mut tablet = server.tablet("okafor").await;
    let begun = tablet.pull("stream=school/cedar").await.cursor;
    let edits = tablet.visit(visit(1));
    server.clock.forward(5_000);
    tablet.push(&edits).await;
    let page = tablet.pull(&format!("stream=school/cedar&{}", after(begun))).await;
    let texts: Vec<_> = page.edits.iter().map(|delivered| delivered.text.as_str()).collect();
    assert_eq!(texts, edits.iter().map(Edit::text).collect::<Vec<_>>());
    assert!(page.edits.iter().all(|delivered| delivered.received == NOW.plus(5_000)));
}

#[tokio::test]
async fn what_happens_in_one_school_moves_anothers_cursor_and_brings_nothing() {
    let server = Server::start().await;
    let berg = server.tablet("berg").await;
    let begun = berg.pull("stream=school/birch").await.cursor;
    some_history(&server).await;
    let page = berg.pull(&format!("stream=school/birch&{}", after(begun))).await;
    assert!(page.edits.is_empty() && !page.more && page.cursor.seq > begun.seq);
}

#[tokio::test]
async fn a_wrong_clock_is_accepted_and_wins_nothing() {
    let server = Server::start().await;
    let mut okafor = server.tablet("okafor").await;
    let edits = okafor.visit(visit(1));
    okafor.push(&edits).await;
    let stream = domain::stream::Stream::School("cedar".into());
    let ahead = set(Setting::Answer("goal".into(), Some(Answer::NotSeen)));
    let ahead = okafor.pen.write(NOW.plus(300 * domain::time::DAY), &stream, visit(1), ahead).unwrap();
    okafor.push(&[ahead]).await;
    server.clock.forward(1_000);
    let mut reyes = server.tablet("adams").await;
    let now = set(Setting::Answer("goal".into(), Some(Answer::CouldNotJudge)));
    let now = reyes.pen.write(NOW.plus(900), &stream, visit(1), now).unwrap();
    reyes.push(&[now]).await;
    let page = okafor.pull("stream=school/cedar").await;
    let field = domain::visit::Field::Answer("goal".into());
    let shown = page.visits[0].state.shown(&field);
    assert_eq!(shown, Some(&Setting::Answer("goal".into(), Some(Answer::CouldNotJudge))));
}
