//! Compare on the server: the domain's answer, over what one may see.

use domain::compare::{Comparison, Selection};
use domain::sync::ProblemCode;

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
async fn three_visits(server: &Server) {
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
async fn a_district_that_has_published_nothing_has_nothing_to_compare() {
    let server = Server::bare(throughline_server::Reach::Loopback, None).await;
    let me = crate::support::person("adams", domain::permission::Role::Administrator, &[]);
    let passphrase = crate::support::PASSPHRASE.to_owned();
    let newcomer = throughline_server::Newcomer { me, passphrase, since: crate::support::NOW };
    server.app.add_account(newcomer).await.unwrap();
    let adams = server.tablet("adams").await;
    assert_eq!(compare(&adams, &Selection::default()).await.problem(), (404, ProblemCode::NotFound));
}
