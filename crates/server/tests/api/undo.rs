//! Undoing an import through the router: every tablet learns of it, and the file can come back.

use domain::id::ImportId;
use domain::import::UndoneImport;
use domain::sync::ProblemCode;
use domain::visit::{Answer, Setting};

use crate::import::{FILE, dry, import, past, store, visits};
use crate::support::{Reply, Server, Tablet, set};

async fn undo(tablet: &Tablet<'_>, import: ImportId) -> Reply {
    tablet.post("/api/v1/imports/undo", serde_json::json!({ "import": import }).to_string()).await
}

#[tokio::test]
async fn an_undone_import_counts_nowhere_and_the_file_comes_back_as_it_should() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    let done = import(&adams, &store(), FILE).await.import.unwrap();
    let before = server.tablet("okafor").await.pull("stream=school/cedar").await;

    // Somebody has corrected one of the visits since.
    let mut okafor = server.tablet("okafor").await;
    let corrected = before.visits[0].visit;
    let edit = okafor.write(corrected, set(Setting::Answer("goal".into(), Some(Answer::CouldNotJudge))));
    okafor.push(&[edit]).await;

    let undone: UndoneImport = undo(&adams, done).await.read();
    assert_eq!(undone, UndoneImport { import: done, discarded: 2, changed: 1 });
    assert!(visits(&server).await.iter().all(|visit| visit.discarded));
    let cursor = before.cursor;
    let query = format!("stream=school/cedar&epoch={}&seq={}&tag={}", cursor.epoch, cursor.seq, cursor.tag);
    assert_eq!(okafor.pull(&query).await.edits.len(), 1 + 2, "the correction, and two visits that were discarded");
    let counted: domain::compare::Comparison = adams.get("/api/v1/compare?today=2026-11-22").await.read();
    assert_eq!(counted.visits, 0);
    let listed = past(&adams).await.imports;
    assert_eq!(listed[0].undone.as_ref().map(|undone| undone.by.as_str()), Some("adams"));

    let twice: UndoneImport = undo(&adams, done).await.read();
    assert_eq!((twice.discarded, twice.changed), (0, 0));
    assert_eq!(import(&adams, &dry(), FILE).await.new, 2, "the rows are free again");
    let again = import(&adams, &store(), FILE).await;
    assert_ne!(again.import, Some(done));
    let all = visits(&server).await;
    let stand: Vec<_> = all.iter().filter(|visit| !visit.discarded).collect();
    assert_eq!((all.len(), stand.len()), (4, 2));
    assert!(stand.iter().all(|visit| visit.rivals.is_empty() && visit.answers.len() + visit.taps.len() == 2));
    assert_eq!(import(&adams, &store(), FILE).await.new, 0);
}

#[tokio::test]
async fn what_somebody_discarded_stays_away_and_what_somebody_took_back_is_not_doubled() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    let done = import(&adams, &store(), FILE).await.import.unwrap();
    let mut okafor = server.tablet("okafor").await;
    let first = visits(&server).await[0].id;
    let edit = okafor.write(first, set(Setting::Discarded(true)));
    okafor.push(&[edit]).await;
    assert_eq!(import(&adams, &store(), FILE).await.new, 0, "a visit that a person discarded does not come back");
    let undone: UndoneImport = undo(&adams, done).await.read();
    assert_eq!(undone.discarded, 1);

    let other = visits(&server).await.into_iter().find(|visit| visit.id != first).unwrap();
    let page = okafor.pull("stream=school/cedar").await;
    let state = &page.visits.iter().find(|one| one.visit == other.id).unwrap().state;
    let edit = okafor.write(other.id, state.setting(Setting::Discarded(false)));
    okafor.push(&[edit]).await;
    let report = import(&adams, &store(), FILE).await;
    assert_eq!((report.new, report.already), (1, 1));
}

#[tokio::test]
async fn nobody_else_undoes_and_what_is_not_there_is_not_found() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    let done = import(&adams, &store(), FILE).await.import.unwrap();
    for who in ["okafor", "lin", "reyes"] {
        let tablet = server.tablet(who).await;
        assert_eq!(undo(&tablet, done).await.problem(), (403, ProblemCode::NotAllowed), "{who}");
    }
    assert_eq!(undo(&adams, ImportId::from([9; 16])).await.problem(), (404, ProblemCode::NotFound));
    let body = adams.post("/api/v1/imports/undo", "{\"import\":\"soon\"}").await;
    assert_eq!(body.problem(), (400, ProblemCode::Unreadable));
    assert!(visits(&server).await.iter().all(|visit| !visit.discarded));
}
