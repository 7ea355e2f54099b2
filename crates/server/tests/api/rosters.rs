//! Rosters through the router: tried, stored as they were looked at, pulled by tablets, and kept from everybody else.

use domain::district::{DocumentKind, Published};
use domain::id::Bits128;
use domain::roster::Roster;
use domain::rostering::{
    CannotReadRoster, MOST_ROSTER_BYTES, NotAPackage, RosterAsk, RosterProblem, RosterReport, RosterSummary, SentFile,
};
use domain::sync::{ProblemCode, PullAnswer};

use crate::support::{Reply, Server, Tablet, district_document, get, post};

const IMPORT: &str = "/api/v1/roster/import";
const SUMMARY: &str = "/api/v1/roster";
const TEMPLATE: &str = "/api/v1/roster/template.zip";

const SCHOOLS: (&str, &str) = ("schools.csv", "id,name,network\ncedar,Cedar,North\nelm,Elm Street,North\n");
const TEACHERS: (&str, &str) = ("teachers.csv", "id,name,schools\nt1,Ada Okafor,cedar\nt2,José Núñez,elm\n");
const CLASSES: (&str, &str) =
    ("classes.csv", "id,name,school,lead,students\nc1,Room 204,cedar,t1,24\nc2,Room 7,elm,t2,\nc3,Gym,nowhere,,\n");

fn body(files: &[(&str, &str)], store: Option<Bits128>) -> String {
    let sent =
        |(name, text): &(&str, &str)| SentFile { name: (*name).to_owned(), size: u32::try_from(text.len()).unwrap() };
    let ask = RosterAsk { files: files.iter().map(sent).collect(), store };
    let bytes: String = files.iter().map(|(_, text)| *text).collect();
    format!("{}\n{bytes}", serde_json::to_string(&ask).unwrap())
}

async fn look(tablet: &Tablet<'_>, files: &[(&str, &str)]) -> RosterReport {
    tablet.send_bytes(IMPORT, body(files, None)).await.read()
}

fn why(reply: &Reply) -> (u16, CannotReadRoster) {
    let problem: RosterProblem = serde_json::from_slice(&reply.body).unwrap();
    assert!(problem.message.ends_with("nothing was stored"), "{}", problem.message);
    (reply.status.as_u16(), problem.why)
}

fn roster(page: &PullAnswer) -> Option<Roster> {
    page.documents.iter().filter(|document| document.kind == DocumentKind::Roster).find_map(|document| {
        match document.read().unwrap() {
            Published::Roster(roster) => Some(roster),
            Published::District(_) | Published::Framework(_) => None,
        }
    })
}

#[tokio::test]
async fn what_was_looked_at_is_stored_and_a_tablet_pulls_it() {
    let server = Server::start().await;
    let reyes = server.tablet("reyes").await;
    let before = reyes.pull("stream=school/cedar").await;
    let admin = server.tablet("adams").await;
    let files = [CLASSES, SCHOOLS, TEACHERS];
    let tried = look(&admin, &files).await;
    assert_eq!((tried.stored, tried.schools.added, tried.classes.added, tried.refused_rows), (false, 1, 2, 1));
    assert_eq!(roster(&reyes.pull("stream=school/cedar").await), roster(&before), "a dry run stores nothing");

    let stored: RosterReport = admin.send_bytes(IMPORT, body(&files, Some(tried.stamp))).await.read();
    assert_eq!(stored, RosterReport { stored: true, ..tried });
    let delta = format!("stream=school/cedar&{}", after(&before));
    let roster = roster(&reyes.pull(&delta).await).unwrap();
    let room = roster.classrooms.iter().find(|room| room.id.as_str() == "c1").unwrap();
    assert_eq!((room.name.as_str(), room.students, room.lead.clone()), ("Room 204", Some(24), Some("t1".into())));

    let summary: RosterSummary = admin.get(SUMMARY).await.read();
    let elm = summary.schools.iter().find(|school| school.id.as_str() == "elm").unwrap();
    assert_eq!((elm.name.as_str(), elm.network.as_deref()), ("Elm Street", Some("North")));
    assert_eq!((elm.classes, elm.teachers, elm.led, summary.imported.is_some()), (1, 1, 1, true));
    // Looked at again, nothing would be otherwise.
    assert!(!look(&admin, &files).await.changes_anything());
}

fn after(page: &PullAnswer) -> String {
    let cursor = page.cursor;
    format!("epoch={}&seq={}&tag={}", cursor.epoch, cursor.seq, cursor.tag)
}

#[tokio::test]
async fn what_has_become_something_else_since_it_was_looked_at_is_not_stored() {
    let server = Server::start().await;
    let admin = server.tablet("adams").await;
    let files = [SCHOOLS, CLASSES];
    let tried = look(&admin, &files).await;
    let mut district = district_document();
    district.margin = 0.05;
    server.publish(&Published::District(district).write().unwrap()).await;
    let (status, cannot) = why(&admin.send_bytes(IMPORT, body(&files, Some(tried.stamp))).await);
    let CannotReadRoster::Otherwise(now) = cannot else { unreachable!("{cannot:?}") };
    assert_eq!((status, now.stored, now.classes), (409, false, tried.classes));
    let summary: RosterSummary = admin.get(SUMMARY).await.read();
    assert_eq!((summary.imported, summary.schools.iter().any(|school| school.id.as_str() == "elm")), (None, false));
    let stored: RosterReport = admin.send_bytes(IMPORT, body(&files, Some(now.stamp))).await.read();
    assert!(stored.stored);
}

#[tokio::test]
async fn a_body_that_is_no_package_says_why_and_stores_nothing() {
    let server = Server::start().await;
    let admin = server.tablet("adams").await;
    let unknown = why(&admin.send_bytes(IMPORT, body(&[("a.csv", "a"), ("b.csv", "b")], None)).await);
    assert_eq!(unknown, (422, CannotReadRoster::NotAPackage(NotAPackage::Unknown)));
    assert_eq!(why(&admin.send_bytes(IMPORT, body(&[("a.zip", "a")], None)).await), (422, CannotReadRoster::NotAZip));
    assert_eq!(why(&admin.send_bytes(IMPORT, body(&[], None)).await).0, 422);
    let empty = why(&admin.send_bytes(IMPORT, body(&[("schools.csv", "")], None)).await);
    assert!(matches!(empty, (422, CannotReadRoster::NotAPackage(NotAPackage::NoColumns { .. }))), "{empty:?}");
    let short = body(&[SCHOOLS], None).replace(",North\n", "");
    assert_eq!(admin.send_bytes(IMPORT, short).await.problem(), (400, ProblemCode::Unreadable));
    assert_eq!(admin.send_bytes(IMPORT, "{}").await.problem().0, 400);
    let large = vec![b' '; MOST_ROSTER_BYTES + 1];
    assert_eq!(admin.send_bytes(IMPORT, large).await.problem(), (413, ProblemCode::TooLarge));
    let summary: RosterSummary = admin.get(SUMMARY).await.read();
    assert_eq!(summary.imported, None);
}

#[tokio::test]
async fn only_administrators_see_and_import_rosters() {
    let server = Server::start().await;
    for request in [get(SUMMARY), get(TEMPLATE), post(IMPORT, "{}")] {
        assert_eq!(server.send(request).await.problem(), (401, ProblemCode::SignedOut));
    }
    for who in ["okafor", "lin", "reyes"] {
        let tablet = server.tablet(who).await;
        let refused = (403, ProblemCode::NotAllowed);
        assert_eq!(tablet.get(SUMMARY).await.problem(), refused, "{who}");
        assert_eq!(tablet.get(TEMPLATE).await.problem(), refused, "{who}");
        assert_eq!(tablet.send_bytes(IMPORT, body(&[SCHOOLS], None)).await.problem(), refused, "{who}");
    }
    let template = server.tablet("adams").await.get(TEMPLATE).await;
    assert_eq!((template.status.as_u16(), template.header("content-type")), (200, "application/zip"));
    assert!(template.body.starts_with(b"PK\x03\x04"));
}
