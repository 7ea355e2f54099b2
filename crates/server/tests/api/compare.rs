//! Compare on the server: the domain's answer, over what one may see.

use domain::compare::{Comparison, Schools, Selection, Sources};
use domain::coverage::Report;
use domain::district::Published;
use domain::roster::{Classroom, Roster};
use domain::sync::ProblemCode;
use domain::trends::Trends;
use domain::visit::{Begin, Setting, Source};

use crate::support::{Server, Tablet, begin, set, visit};

async fn compare(tablet: &Tablet<'_>, selection: &Selection) -> crate::support::Reply {
    let json = serde_json::to_string(selection).unwrap();
    let encoded: String = json.bytes().map(|byte| format!("%{byte:02x}")).collect();
    tablet.get(&format!("/api/v1/compare?selection={encoded}&today=2026-11-22")).await
}

async fn visits(tablet: &Tablet<'_>, selection: &Selection) -> u32 {
    compare(tablet, selection).await.read::<Comparison>().visits
}

fn of(schools: &[&str]) -> Selection {
    Selection { schools: schools.iter().map(|school| (*school).into()).collect(), ..Selection::default() }
}

/// Two visits in one school, one in the other.
pub(crate) async fn three_visits(server: &Server) {
    let mut okafor = server.tablet("okafor").await;
    for number in [1, 2] {
        let edits = okafor.visit(visit(number));
        okafor.push(&edits).await;
    }
    let mut berg = server.tablet("berg").await;
    let mut edits = Vec::new();
    let start = begin("berg".into(), "birch", server.framework);
    for setting in [
        domain::visit::Setting::Begin(start),
        domain::visit::Setting::Context(domain::visit::Context {
            classroom: domain::visit::Place::Known("7".into()),
            lead: None,
            others: vec![],
            grade: None,
            subject: None,
            groups: vec![],
        }),
        domain::visit::Setting::Finished(Some(crate::support::NOW.plus(240_000))),
    ] {
        edits.push(berg.write_in("birch", visit(3), set(setting)));
    }
    berg.push(&edits).await;
}

#[tokio::test]
async fn everyone_compares_what_they_may_see() {
    let server = Server::start().await;
    three_visits(&server).await;
    for (who, all) in [("adams", 3), ("lin", 3), ("okafor", 2), ("berg", 1)] {
        let tablet = server.tablet(who).await;
        assert_eq!(visits(&tablet, &Selection::default()).await, all, "{who}");
    }
    let adams = server.tablet("adams").await;
    assert_eq!(visits(&adams, &of(&["birch"])).await, 1);
    let okafor = server.tablet("okafor").await;
    assert_eq!(compare(&okafor, &of(&["cedar", "birch"])).await.problem(), (403, ProblemCode::NotAllowed));
}

#[tokio::test]
async fn imported_visits_count_unless_they_are_left_out() {
    let server = Server::start().await;
    three_visits(&server).await;
    let mut okafor = server.tablet("okafor").await;
    let begun = begin("okafor".into(), "cedar", server.framework);
    let imported = Setting::Begin(Begin { source: Source::Imported, ..begun });
    let mut edits = vec![okafor.write(visit(4), set(imported))];
    // The rest of a visit, under the numbers that follow.
    edits.extend(okafor.visit(visit(4)).into_iter().skip(1));
    okafor.push(&edits).await;
    let adams = server.tablet("adams").await;
    assert_eq!(visits(&adams, &Selection::default()).await, 4);
    let live = Selection { sources: Sources { imported: false, ..Sources::default() }, ..Selection::default() };
    assert_eq!(visits(&adams, &live).await, 3);
    // {"sources":{"imported":false}}
    let short = adams.get("/api/v1/compare?selection=%7b%22sources%22%3a%7b%22imported%22%3afalse%7d%7d").await;
    assert_eq!(short.read::<Comparison>().visits, 3);
}

#[tokio::test]
async fn what_is_pushed_shows_in_the_next_answer() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    assert_eq!(visits(&adams, &Selection::default()).await, 0);
    three_visits(&server).await;
    assert_eq!(visits(&adams, &Selection::default()).await, 3);
    let mut okafor = server.tablet("okafor").await;
    let edits = okafor.visit(visit(9));
    okafor.push(&edits).await;
    assert_eq!(visits(&adams, &Selection::default()).await, 4);
}

#[tokio::test]
async fn trends_are_those_of_the_same_visits() {
    let server = Server::start().await;
    three_visits(&server).await;
    let trends = async |who: &str, query: &str| {
        server.tablet(who).await.get(&format!("/api/v1/trends?today=2026-11-22{query}")).await
    };
    for (who, all) in [("adams", 3), ("okafor", 2)] {
        let found: Trends = trends(who, "").await.read();
        assert_eq!((found.visits, found.spans.len()), (all, 1), "{who}");
        assert!(found.rows.iter().all(|trend| trend.row.visits <= all), "{who}");
    }
    // {"period":"month"}
    let monthly: Trends = trends("adams", "&over=%7b%22period%22%3a%22month%22%7d").await.read();
    assert_eq!((monthly.spans[0].from.day(), monthly.spans[0].visits), (1, 3));
    assert_eq!(trends("adams", "&over=weekly").await.problem(), (400, ProblemCode::Unreadable));
    // {"schools":["birch"]}
    let birch = "&selection=%7b%22schools%22%3a%5b%22birch%22%5d%7d";
    assert_eq!(trends("okafor", birch).await.problem(), (403, ProblemCode::NotAllowed));
}

#[tokio::test]
async fn schools_side_by_side_are_those_that_one_may_see() {
    let server = Server::start().await;
    three_visits(&server).await;
    for (who, expected) in [("adams", vec![("birch", 1), ("cedar", 2)]), ("okafor", vec![("cedar", 2)])] {
        let found: Schools = server.tablet(who).await.get("/api/v1/compare/schools?today=2026-11-22").await.read();
        let lines: Vec<_> = found.lines.iter().map(|line| (line.school.as_str(), line.visits)).collect();
        assert_eq!(lines, expected, "{who}");
        assert!(found.lines.iter().all(|line| line.cells.len() == found.look_fors.len()), "{who}");
    }
}

#[tokio::test]
async fn coverage_is_of_the_classrooms_that_one_may_see() {
    let server = Server::start().await;
    for school in ["cedar", "birch"] {
        server.publish(&Published::Roster(roster_of_one(school)).write().unwrap()).await;
    }
    three_visits(&server).await;
    let coverage =
        async |who: &str| -> Report { server.tablet(who).await.get("/api/v1/coverage?today=2026-11-22").await.read() };
    let (all, cedar) = (coverage("adams").await, coverage("okafor").await);
    let visits = |report: &Report| report.pace.weeks.iter().map(|week| week.visits).sum::<u32>();
    assert_eq!((visits(&all), visits(&cedar)), (3, 2));
    let schools = |report: &Report| report.rooms.iter().map(|room| room.school.to_string()).collect::<Vec<_>>();
    assert_eq!((schools(&all), schools(&cedar)), (vec!["birch".into(), "cedar".into()], vec!["cedar".to_owned()]));
}

/// A school with one classroom, which nobody has visited.
fn roster_of_one(school: &str) -> Roster {
    let classroom = Classroom {
        id: "attic".into(),
        name: "Attic".into(),
        lead: None,
        others: vec![],
        grade: None,
        subject: None,
        groups: vec![],
        students: None,
        periods: vec![],
    };
    Roster { school: school.into(), classrooms: vec![classroom], teachers: vec![], ..Roster::default() }
}

#[tokio::test]
async fn a_district_that_has_published_nothing_has_nothing_to_compare() {
    let server = Server::bare(throughline_server::Reach::Loopback, None).await;
    let me = crate::support::person("adams", domain::permission::Role::Administrator, &[]);
    let passphrase = crate::support::PASSPHRASE.to_owned();
    let newcomer = throughline_server::Newcomer { me, passphrase, since: crate::support::NOW };
    server.app.add_account(newcomer).await.unwrap();
    let adams = server.tablet("adams").await;
    assert_eq!(compare(&adams, &Selection::default()).await.problem(), (404, ProblemCode::NotFound));
}
