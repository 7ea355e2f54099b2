//! The framework while it is being written: two who write at once, what can be published, and when tablets have it.

use axum::body::Body;
use axum::http::{Method, Request, header};
use domain::compare::Comparison;
use domain::district::Published;
use domain::framework::{
    AskedDraft, CannotDraft, Draft, DraftChange, DraftProblem, FileForm, FileProblem, Framework, FrameworkFile,
    FromFile, HeldDraft, LookFor, NotAFramework, PublishedDraft, SaveDraft, SavedDraft, Unfit,
};
use domain::sync::{ProblemCode, Verdict};

use crate::support::{Reply, Server, Tablet, framework, visit};

const DRAFT: &str = "/api/v1/framework/draft";
const PUBLISH: &str = "/api/v1/framework/draft/publish";
/// Says that there is nothing yet.
const NEW: (&str, &str) = ("if-none-match", "*");

async fn ask(
    tablet: &Tablet<'_>,
    method: Method,
    path: &str,
    seen: Option<(&str, &str)>,
    body: impl Into<Body>,
) -> Reply {
    let mut request = Request::builder().method(method).uri(path).header(header::COOKIE, &tablet.cookie);
    request = request.header(header::CONTENT_TYPE, "application/json");
    if let Some((name, value)) = seen {
        request = request.header(name, value);
    }
    tablet.server.send(request.body(body.into()).unwrap()).await
}

async fn write(tablet: &Tablet<'_>, seen: Option<(&str, &str)>, draft: &Draft) -> Reply {
    ask(tablet, Method::PUT, DRAFT, seen, serde_json::to_string(draft).unwrap()).await
}

async fn change(tablet: &Tablet<'_>, seen: &HeldDraft, draft: &Draft) -> Reply {
    write(tablet, Some(("if-match", &format!("\"{}\"", seen.tag))), draft).await
}

async fn publish(tablet: &Tablet<'_>, seen: &HeldDraft, body: &str) -> Reply {
    ask(tablet, Method::POST, PUBLISH, Some(("if-match", &format!("W/\"{}\"", seen.tag))), body.to_owned()).await
}

fn held(reply: &Reply) -> HeldDraft {
    let held = reply.read::<AskedDraft>().held.unwrap();
    assert_eq!(reply.header("etag"), format!("\"{}\"", held.tag));
    held
}

fn why(reply: &Reply) -> (u16, CannotDraft) {
    let problem: DraftProblem = serde_json::from_slice(&reply.body).unwrap();
    assert!(problem.message.ends_with("nothing was changed"), "{}", problem.message);
    (reply.status.as_u16(), problem.why)
}

fn reworded(draft: &Draft, id: &str, text: &str) -> Draft {
    let (strand, one) = draft.look_for(&id.into()).unwrap();
    draft.with(DraftChange::LookFor(strand.clone(), LookFor { text: text.to_owned(), ..one.clone() }))
}

fn text(draft: &Draft, id: &str) -> String {
    draft.look_for(&id.into()).unwrap().1.text.clone()
}

#[tokio::test]
async fn two_who_write_at_once_are_told_and_lose_nothing() {
    let server = Server::start().await;
    let (ada, ben) = (server.tablet("adams").await, server.tablet("adams").await);
    assert_eq!(ada.get(DRAFT).await.read::<AskedDraft>().held, None);
    let begun = held(&write(&ada, Some(NEW), &Draft::of(&framework())).await);
    assert_eq!((begun.by.as_str(), &begun.draft), ("adams", &Draft::of(&framework())));
    // Begun a second time, the first one is told of.
    let (status, cannot) = why(&write(&ben, Some(NEW), &Draft::default()).await);
    assert_eq!((status, cannot), (412, CannotDraft::Changed(Some(Box::new(begun.clone())))));

    let mine = reworded(&begun.draft, "goal", "The goal is said");
    held(&change(&ada, &begun, &mine).await);
    let theirs = reworded(&begun.draft, "turns", "Everyone has a turn");
    let (status, cannot) = why(&change(&ben, &begun, &theirs).await);
    let CannotDraft::Changed(Some(now)) = cannot else { panic!("{cannot:?}") };
    assert_eq!((status, text(&now.draft, "goal").as_str()), (412, "The goal is said"));
    let merged = Draft::merge(&begun.draft, &theirs, &now.draft);
    assert_eq!(merged.clashes, []);
    let both = held(&change(&ben, &now, &merged.draft).await);
    assert_eq!(held(&ada.get(DRAFT).await), both);
    assert_eq!(
        [text(&both.draft, "goal"), text(&both.draft, "turns")],
        ["The goal is said".to_owned(), "Everyone has a turn".to_owned()]
    );
}

#[tokio::test]
async fn who_does_not_say_what_they_have_seen_changes_nothing() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    let draft = Draft::of(&framework());
    assert_eq!(why(&write(&adams, None, &draft).await), (428, CannotDraft::NoTag));
    let begun = held(&write(&adams, Some(NEW), &draft).await);
    for seen in [None, Some(NEW)] {
        assert_eq!(why(&ask(&adams, Method::DELETE, DRAFT, seen, "").await), (428, CannotDraft::NoTag));
        let body = r#"{"version":2,"effective":"2027-01-04"}"#;
        assert_eq!(why(&ask(&adams, Method::POST, PUBLISH, seen, body).await), (428, CannotDraft::NoTag));
    }
    for other in ["\"00000000000000000000000000000000\"", "\"no tag\"", "*"] {
        let reply = ask(&adams, Method::DELETE, DRAFT, Some(("if-match", other)), "").await;
        let expected = if other == "*" { 428 } else { 412 };
        assert_eq!(reply.status.as_u16(), expected, "{other}");
    }
    assert_eq!(held(&adams.get(DRAFT).await), begun);
}

#[tokio::test]
async fn a_draft_is_discarded_by_whoever_has_seen_it() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    let begun = held(&write(&adams, Some(NEW), &Draft::of(&framework())).await);
    let tag = format!("\"{}\"", begun.tag);
    assert_eq!(ask(&adams, Method::DELETE, DRAFT, Some(("if-match", &tag)), "").await.status, 204);
    assert_eq!(adams.get(DRAFT).await.read::<AskedDraft>().held, None);
    // Gone for whoever still writes on it.
    assert_eq!(why(&change(&adams, &begun, &begun.draft).await), (412, CannotDraft::Changed(None)));
    assert_eq!(
        why(&publish(&adams, &begun, r#"{"version":2,"effective":"2027-01-04"}"#).await),
        (412, CannotDraft::Changed(None))
    );
}

#[tokio::test]
async fn a_draft_is_published_and_a_visit_stays_on_the_version_before() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    let mut reyes = server.tablet("reyes").await;
    let edits = reyes.visit(visit(1));
    let begun = held(&write(&adams, Some(NEW), &reworded(&Draft::of(&framework()), "goal", "Said")).await);
    let done: PublishedDraft = publish(&adams, &begun, r#"{"version":2,"effective":"2026-11-10"}"#).await.read();
    assert_eq!(done.version, 2);
    assert_eq!(adams.get(DRAFT).await.read::<AskedDraft>().held, None, "it is a version now");

    let pulled = reyes.pull("stream=district").await.documents;
    let versions: Vec<Framework> = pulled
        .iter()
        .filter_map(|document| match document.read().unwrap() {
            Published::Framework(framework) => Some(framework),
            Published::District(_) | Published::Roster(_) => None,
        })
        .collect();
    let read: Vec<(u32, &str)> =
        versions.iter().map(|one| (one.version, one.strands[0].look_fors[0].text.as_str())).collect();
    assert_eq!(read, [(1, "goal"), (2, "Said")]);
    assert!(pulled.iter().any(|document| document.hash() == done.hash));
    // Recorded against the first while the second was published, and counted with it.
    assert!(reyes.verdicts(&edits).await.iter().all(|verdict| *verdict == Verdict::Applied));
    let selection = r#"{"schools":["cedar"]}"#.replace('"', "%22").replace('{', "%7B").replace('}', "%7D");
    let path = format!("/api/v1/compare?selection={selection}&today=2026-11-10");
    let compared: Comparison = server.tablet("okafor").await.get(&path).await.read();
    let goal = compared.rows.iter().find(|row| row.look_for.id.as_str() == "goal").unwrap();
    assert_eq!((compared.rows.len(), goal.tally.shown()), (2, 1));
}

#[tokio::test]
async fn what_observers_could_not_use_or_is_nothing_new_is_not_published() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    let body = r#"{"version":2,"effective":"2026-11-10"}"#;
    let begun = held(&write(&adams, Some(NEW), &Draft::of(&framework())).await);
    assert_eq!(why(&publish(&adams, &begun, body).await), (422, CannotDraft::Same));
    let silent = held(&change(&adams, &begun, &reworded(&begun.draft, "goal", " ")).await);
    let no_text = CannotDraft::Unfit(Unfit::NoText("goal".into()));
    assert_eq!(why(&publish(&adams, &silent, body).await), (422, no_text));
    assert_eq!(publish(&adams, &silent, "{}").await.problem(), (400, ProblemCode::Unreadable));
    // What is there twice could not even be written on.
    let mut twice = begun.draft.clone();
    twice.strands.push(twice.strands[0].clone());
    assert_eq!(
        why(&change(&adams, &silent, &twice).await),
        (422, CannotDraft::Unfit(Unfit::StrandTwice("instruction".into())))
    );
    assert_eq!(held(&adams.get(DRAFT).await), silent);
}

#[tokio::test]
async fn a_version_follows_the_one_that_it_was_compared_with_and_never_comes_before_it() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    let begun = held(&write(&adams, Some(NEW), &reworded(&Draft::of(&framework()), "goal", "Said")).await);
    let next = r#"{"version":2,"effective":"2027-01-04"}"#;
    publish(&adams, &begun, next).await.read::<PublishedDraft>();
    // Somebody still looks at the first version.
    let late = held(&write(&adams, Some(NEW), &reworded(&Draft::of(&framework()), "turns", "In turns")).await);
    assert_eq!(why(&publish(&adams, &late, next).await), (422, CannotDraft::Overtaken { newest: 2 }));
    // Before January the second would take over from a third that began earlier.
    let from = domain::time::date(2027, 1, 4);
    let early = r#"{"version":3,"effective":"2026-11-10"}"#;
    assert_eq!(why(&publish(&adams, &late, early).await), (422, CannotDraft::TooEarly { from }));
    let third = r#"{"version":3,"effective":"2027-01-04"}"#;
    assert_eq!(publish(&adams, &late, third).await.read::<PublishedDraft>().version, 3);
}

#[tokio::test]
async fn an_empty_district_publishes_its_first_version_from_the_starter() {
    let server = Server::without_framework().await;
    let adams = server.tablet("adams").await;
    let reply = adams.get("/api/v1/framework/starter").await;
    let starter = FrameworkFile::read(std::str::from_utf8(&reply.body).unwrap(), None).unwrap().draft;
    assert_eq!(starter.look_fors().count(), 24);
    let begun = held(&write(&adams, Some(NEW), &starter).await);
    let done: PublishedDraft = publish(&adams, &begun, r#"{"version":1,"effective":"2026-11-10"}"#).await.read();
    assert_eq!(done.version, 1);
}

#[tokio::test]
async fn too_much_is_refused_and_a_large_draft_is_not() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    let large = reworded(&Draft::of(&framework()), "goal", &"long ".repeat(100_000));
    held(&write(&adams, Some(NEW), &large).await);
    let larger = reworded(&large, "turns", &"long ".repeat(200_000));
    assert_eq!(write(&adams, Some(NEW), &larger).await.problem(), (413, ProblemCode::TooLarge));
}

#[tokio::test]
async fn only_administrators_write_the_framework() {
    let server = Server::start().await;
    for who in ["okafor", "lin", "reyes"] {
        let tablet = server.tablet(who).await;
        let refused = (403, ProblemCode::NotAllowed);
        assert_eq!(tablet.get(DRAFT).await.problem(), refused, "{who}");
        assert_eq!(tablet.get("/api/v1/framework/starter").await.problem(), refused, "{who}");
        assert_eq!(write(&tablet, Some(NEW), &Draft::of(&framework())).await.problem(), refused, "{who}");
        assert_eq!(ask(&tablet, Method::DELETE, DRAFT, None, "").await.problem(), refused, "{who}");
        let body = r#"{"version":2,"effective":"2026-11-10"}"#;
        assert_eq!(ask(&tablet, Method::POST, PUBLISH, None, body).await.problem(), refused, "{who}");
    }
}

async fn read_file(tablet: &Tablet<'_>, bytes: impl Into<Body>) -> Reply {
    tablet.send_bytes("/api/v1/framework/read", bytes).await
}

async fn saved(tablet: &Tablet<'_>, form: FileForm, draft: &Draft) -> SavedDraft {
    let body = serde_json::to_string(&SaveDraft { form, draft: draft.clone() }).unwrap();
    tablet.post("/api/v1/framework/save", body).await.read()
}

#[tokio::test]
async fn a_draft_is_saved_and_read_back_in_every_form() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    let draft = Draft::of(&framework());
    for (form, ending) in [(FileForm::Json, "json"), (FileForm::Csv, "csv"), (FileForm::Case, "case.json")] {
        let SavedDraft { name, text } = saved(&adams, form, &draft).await;
        assert_eq!(name, format!("throughline-framework-alder-2026-11-10.{ending}"));
        let found: FromFile = read_file(&adams, text).await.read();
        assert_eq!(found, FromFile { draft: draft.clone(), left_out: vec![] }, "{name}");
    }
}

#[tokio::test]
async fn a_table_as_excel_saves_it_is_read_and_what_cannot_be_is_named() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    let table = "\u{feff}Strand;Practice;Kind\r\nInstruction;goal;Count\r\n;\"Wait; then ask\";sometimes\r\n";
    let FromFile { draft, left_out } = read_file(&adams, table).await.read();
    assert_eq!(
        draft.look_fors().map(|(strand, one)| (strand.as_str(), one.id.as_str())).collect::<Vec<_>>(),
        [("instruction", "goal")]
    );
    assert_eq!((left_out.len(), left_out[0].number, left_out[0].column.as_deref()), (1, 3, Some("kind")));
    let why = |reply: Reply| -> (u16, NotAFramework) {
        let problem: FileProblem = serde_json::from_slice(&reply.body).unwrap();
        (reply.status.as_u16(), problem.why)
    };
    let columns = NotAFramework::NoColumns(vec!["strand".into(), "practice".into()]);
    assert_eq!(why(read_file(&adams, "a,b\n1,2\n").await), (422, columns));
    assert_eq!(why(read_file(&adams, b"Strand\nMar\xeda\n".to_vec()).await), (422, NotAFramework::NotText(2)));
    assert_eq!(why(read_file(&adams, "{}").await), (422, NotAFramework::OtherFormat));
    let refused = (403, ProblemCode::NotAllowed);
    assert_eq!(read_file(&server.tablet("okafor").await, table).await.problem(), refused);
    assert_eq!(server.tablet("okafor").await.post("/api/v1/framework/save", "{}").await.problem(), refused);
}

#[tokio::test]
async fn the_schema_of_a_framework_is_there_for_everyone() {
    let server = Server::start().await;
    let reply = server.send(crate::support::get("/api/v1/framework/schema.json")).await;
    assert_eq!((reply.status.as_u16(), reply.header("content-type")), (200, "application/schema+json"));
    assert_eq!(reply.body, FrameworkFile::SCHEMA.as_bytes());
}
