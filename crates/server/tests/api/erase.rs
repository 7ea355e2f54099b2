//! Erasing a visit: gone here, taken and not kept when a tablet still sends it, and gone again when a backup brings it back.

use std::process::Output;

use domain::edit::Edit;
use domain::id::NoteId;
use domain::sync::{Cursor, Verdict};
use domain::visit::{Context, Note, Place, Placed, Setting};
use throughline_server::{Config, Database, EraseError, Reach};

use crate::support::{NOW, Server, Tablet, TestDatabase, district, set, visit};

/// Words that stand nowhere else.
const SECRET: &str = "cried when called on";

fn record(tablet: &mut Tablet<'_>, number: u8) -> Vec<Edit> {
    let note = Placed { at: NOW, what: Note { about: None, text: SECRET.to_owned() } };
    let mut edits = tablet.visit(visit(number));
    edits.push(tablet.write(visit(number), set(Setting::Note(NoteId::from([9; 16]), Some(note)))));
    edits
}

async fn since(tablet: &Tablet<'_>, Cursor { epoch, seq, tag }: Cursor) -> domain::sync::PullAnswer {
    tablet.pull(&format!("stream=school/cedar&epoch={epoch}&seq={seq}&tag={tag}")).await
}

async fn facts(server: &Server) -> usize {
    server.app.fact_packs(&district()).await.unwrap().iter().map(|pack| pack.facts().count()).sum()
}

#[tokio::test]
async fn an_erased_visit_is_gone_and_tablets_are_told() {
    let server = Server::start().await;
    let mut tablet = server.tablet("okafor").await;
    let edits = record(&mut tablet, 1);
    tablet.push(&edits).await;
    let edits = record(&mut tablet, 2);
    tablet.push(&edits).await;
    let before = tablet.pull("stream=school/cedar").await;
    assert_eq!((before.visits.len(), facts(&server).await), (2, 2));

    let erased = server.app.erase(&district(), visit(1)).await.unwrap();
    assert_eq!((erased.school.as_str(), erased.entries), ("cedar", 6));
    let page = since(&tablet, before.cursor).await;
    assert_eq!((page.removed, page.edits.len(), page.more), (vec![visit(1)], 0, false));
    // A tablet that begins anew may still have it.
    let anew = tablet.pull("stream=school/cedar").await;
    assert_eq!((anew.removed, anew.visits.len(), facts(&server).await), (vec![visit(1)], 1, 1));
    assert_eq!(server.tablet("berg").await.pull("stream=school/birch").await.removed, []);
    let history = since(&tablet, Cursor { seq: 0, tag: 0, ..before.cursor }).await;
    assert!(history.edits.iter().all(|edit| !edit.text.contains(&visit(1).to_string())));
    assert_eq!(server.app.check(&district()).await.unwrap().differences, []);
    assert!(matches!(server.app.erase(&district(), visit(1)).await, Err(EraseError::NoVisit(_))));
}

#[tokio::test]
async fn names_that_only_the_erased_visit_had_leave_the_tallies() {
    let server = Server::start().await;
    let mut tablet = server.tablet("okafor").await;
    for (number, room) in [(1, "Ms. Quill's trailer"), (2, "the greenhouse")] {
        let mut edits = tablet.visit(visit(number));
        let where_ = Context {
            classroom: Place::Described(room.to_owned()),
            lead: None,
            others: vec![],
            grade: None,
            subject: None,
            groups: vec![],
        };
        edits.push(tablet.write(visit(number), set(Setting::Context(where_))));
        // The room that it had first is no name of anybody's.
        tablet.push(&edits).await;
    }
    // One was discarded before: it counted once, and left its room's name.
    let discard = tablet.write(visit(1), set(Setting::Discarded(true)));
    tablet.push(&[discard]).await;
    let packs = async || format!("{:?}", server.app.fact_packs(&district()).await.unwrap());
    assert!(packs().await.contains("Quill"));
    server.app.erase(&district(), visit(1)).await.unwrap();
    let left = packs().await;
    assert!(!left.contains("Quill") && left.contains("greenhouse"), "{left}");
    assert_eq!(facts(&server).await, 1);
}

#[tokio::test]
async fn what_a_tablet_still_sends_is_taken_and_not_kept() {
    let server = Server::start().await;
    let mut tablet = server.tablet("okafor").await;
    let edits = record(&mut tablet, 1);
    tablet.push(&edits[..3]).await;
    server.app.erase(&district(), visit(1)).await.unwrap();
    let told = tablet.pull("stream=school/cedar").await.cursor;
    assert_eq!(since(&tablet, told).await.removed, []);

    let answer = tablet.push(&edits).await;
    let verdicts: Vec<Verdict> = answer.results.into_iter().map(|result| result.verdict).collect();
    assert_eq!(verdicts[..3], [Verdict::Duplicate, Verdict::Duplicate, Verdict::Duplicate]);
    assert_eq!(verdicts[3..], [Verdict::Applied, Verdict::Applied, Verdict::Applied]);
    assert_eq!((answer.acked_through, answer.fingerprint.count), (6, 6));
    let page = since(&tablet, told).await;
    assert_eq!((page.removed, page.edits.len(), facts(&server).await), (vec![visit(1)], 0, 0));
    assert_eq!(server.app.check(&district()).await.unwrap().differences, []);
}

#[tokio::test]
async fn what_a_backup_brings_back_is_erased_before_anybody_sees_it() {
    let server = Server::start().await;
    let mut tablet = server.tablet("okafor").await;
    let edits = record(&mut tablet, 1);
    tablet.push(&edits).await;
    let (cookie, pen) = (tablet.cookie, tablet.pen);
    server.app.close().await;
    let backup = server.database.copy();
    let server = Server::at(server.clock, server.database, Reach::Loopback, None).await;
    server.app.erase(&district(), visit(1)).await.unwrap();
    server.app.close().await;

    std::fs::copy(server.database.erasure_log(), backup.erasure_log()).unwrap();
    let server = Server::at(server.clock, backup, Reach::Loopback, None).await;
    let tablet = Tablet { server: &server, cookie, pen };
    let page = tablet.pull("stream=school/cedar").await;
    assert_eq!((page.visits.len(), page.removed, facts(&server).await), (0, vec![visit(1)], 0));
    assert_eq!(server.app.check(&district()).await.unwrap().differences, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_is_restored_without_what_was_erased_since() {
    let server = Server::start().await;
    let mut tablet = server.tablet("okafor").await;
    let edits = [record(&mut tablet, 1), record(&mut tablet, 2)].concat();
    tablet.push(&edits).await;
    let done = server.database.program(&["backup", "--to", "before.sqlite"]).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    server.app.erase(&district(), visit(1)).await.unwrap();

    let other = TestDatabase::new();
    let (backup, log) = (server.database.path("before.sqlite"), server.database.erasure_log());
    let mut arguments = vec!["restore", "--from", backup.to_str().unwrap()];
    match other.database() {
        Database::Folder(_) => arguments.extend(["--erased", log.to_str().unwrap()]),
        // Its log is its own, and named for every command.
        Database::Postgres(_) => std::fs::copy(&log, other.erasure_log()).map(|_| ()).unwrap(),
    }
    let done = other.program(&arguments).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let server = Server::open(other, Reach::Loopback, None).await;
    assert_eq!(facts(&server).await, 1);
    assert_eq!(server.app.check(&district()).await.unwrap().differences, []);
}

#[tokio::test]
async fn a_log_that_was_lost_is_written_again_from_the_database() {
    let server = Server::start().await;
    let mut tablet = server.tablet("okafor").await;
    let edits = [record(&mut tablet, 1), record(&mut tablet, 2)].concat();
    tablet.push(&edits).await;
    server.app.erase(&district(), visit(1)).await.unwrap();
    server.app.erase(&district(), visit(2)).await.unwrap();
    server.app.close().await;
    let log = server.database.erasure_log();
    let whole = std::fs::read_to_string(&log).unwrap();
    let first = whole.lines().next().unwrap();
    for left in ["", &format!("{first}\n"), &first[..first.len() / 2]] {
        std::fs::write(&log, left).unwrap();
        let config = Config { erasure_log: Some(log.clone()), ..Config::on(server.database.database()) };
        throughline_server::App::open(config).await.unwrap().close().await;
        let lines = |text: &str| text.lines().map(str::to_owned).collect::<std::collections::BTreeSet<_>>();
        let again = std::fs::read_to_string(&log).unwrap();
        assert!(lines(&whole).is_subset(&lines(&again)), "{left:?} became {again:?}");
    }
}

#[tokio::test]
async fn a_line_of_the_log_that_says_nothing_stops_the_server() {
    let server = Server::start().await;
    server.app.close().await;
    std::fs::write(server.database.erasure_log(), "{\"district\":7}\n").unwrap();
    let config = Config { erasure_log: Some(server.database.erasure_log()), ..Config::on(server.database.database()) };
    let refused = throughline_server::App::open(config).await.unwrap_err().to_string();
    assert!(refused.contains("line 1, is no erasure"), "{refused}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_command_says_what_it_would_erase_and_overwrites_what_it_erases() {
    let server = Server::start().await;
    let mut tablet = server.tablet("okafor").await;
    let edits = record(&mut tablet, 1);
    tablet.push(&edits).await;
    let run = |arguments: &[&str]| {
        let Output { status, stdout, stderr } = server.database.program(arguments).output().unwrap();
        (status.code().unwrap(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
    };
    let id = visit(1).to_string();
    let (code, said, error) = run(&["erase", &id]);
    assert_eq!(code, 0, "{error}");
    assert!(said.contains(", cedar, room 204, 2026-11-10, by okafor: would be erased for good."), "{said}");
    assert_eq!(facts(&server).await, 1);

    let (code, said, error) = run(&["erase", &id, "--yes"]);
    assert_eq!(code, 0, "{error}");
    assert!(
        said.contains("by okafor: erased, with its 6 entries.\nEvery tablet that pulls the school forgets it"),
        "{said}"
    );
    assert_eq!((facts(&server).await, tablet.pull("stream=school/cedar").await.visits.len()), (0, 0));
    let (code, _, error) = run(&["erase", &id, "--yes"]);
    assert_eq!((code, error.contains("there is no visit")), (1, true), "{error}");

    server.app.close().await;
    for name in ["throughline.sqlite", "throughline.sqlite-wal", "erasures.jsonl"] {
        let file = std::fs::read(server.database.path("data").join(name)).unwrap_or_default();
        let found = file.windows(SECRET.len()).any(|bytes| bytes == SECRET.as_bytes());
        assert!(!found, "{name} still holds what was erased");
    }
}

#[tokio::test]
async fn without_a_log_nothing_is_erased() {
    let server = Server::start().await;
    let mut tablet = server.tablet("okafor").await;
    let edits = record(&mut tablet, 1);
    tablet.push(&edits).await;
    server.app.close().await;
    let config = Config { erasure_log: None, ..Config::on(server.database.database()) };
    let app = throughline_server::App::open(config).await.unwrap();
    assert!(matches!(app.erase(&district(), visit(1)).await, Err(EraseError::NoLog)));
    assert_eq!(app.fact_packs(&district()).await.unwrap().iter().map(|pack| pack.facts().count()).sum::<usize>(), 1);
    app.close().await;
}
