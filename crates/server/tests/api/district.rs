//! What the district has decided: changed one thing at a time, published at once, by whoever may.

use domain::compare::Comparison;
use domain::district::{
    Area, CannotChangeDistrict, District, DistrictChange, DistrictProblem, DistrictRules, Focus, Published,
};
use domain::sync::ProblemCode;
use domain::time::date;

use crate::support::{Reply, Server, Tablet, visit};

pub(crate) async fn changed(tablet: &Tablet<'_>, change: &DistrictChange) -> Reply {
    tablet.post("/api/v1/district/change", serde_json::to_string(change).unwrap()).await
}

/// As every tablet would have it at its next sync.
pub(crate) async fn district_now(server: &Server) -> District {
    let documents = server.tablet("adams").await.pull("stream=district").await.documents;
    let found = documents.iter().find_map(|document| match document.read() {
        Ok(Published::District(district)) => Some(district),
        Ok(Published::Framework(_) | Published::Roster(_)) | Err(_) => None,
    });
    found.unwrap()
}

fn why(reply: &Reply) -> (u16, CannotChangeDistrict) {
    let problem: DistrictProblem = serde_json::from_slice(&reply.body).unwrap();
    assert!(problem.message.ends_with("nothing was changed"), "{}", problem.message);
    (reply.status.as_u16(), problem.why)
}

fn focus(look_fors: &[&str]) -> Focus {
    Focus { look_fors: look_fors.iter().map(|id| (*id).into()).collect(), until: None }
}

fn of(area: &Area, was: Focus, now: Focus) -> DistrictChange {
    DistrictChange::Focus { area: area.clone(), was, now }
}

#[tokio::test]
async fn a_school_watches_what_it_chose_and_others_what_the_district_did() {
    let server = Server::start().await;
    let (adams, okafor) = (server.tablet("adams").await, server.tablet("okafor").await);
    let before = okafor.pull("stream=district").await.cursor;
    assert_eq!(changed(&adams, &of(&Area::District, Focus::default(), focus(&["turns"]))).await.status, 204);
    let cedar = Area::School("cedar".into());
    let until = Focus { until: Some(date(2026, 12, 18)), ..focus(&["goal", "turns"]) };
    assert_eq!(changed(&okafor, &of(&cedar, Focus::default(), until.clone())).await.status, 204);

    let query = format!("stream=district&epoch={}&seq={}&tag={}", before.epoch, before.seq, before.tag);
    assert_eq!(okafor.pull(&query).await.documents.len(), 1, "the district as it is now");
    let district = district_now(&server).await;
    let (day, birch) = (date(2026, 11, 10), Area::School("birch".into()));
    assert_eq!(district.focus_on(&cedar, day), Some((cedar.clone(), until.look_fors.clone())));
    assert_eq!(district.focus_on(&birch, day), Some((Area::District, focus(&["turns"]).look_fors)));

    // Sent again after the line was cut: it says that it is otherwise now, and it is what was wanted.
    let again = changed(&okafor, &of(&cedar, Focus::default(), until.clone())).await;
    assert_eq!(why(&again), (409, CannotChangeDistrict::Changed));
    assert_eq!(changed(&okafor, &of(&cedar, until.clone(), until)).await.status, 204, "which changes nothing");
}

#[tokio::test]
async fn what_does_not_fit_is_refused_and_nothing_is_changed() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    let before = district_now(&server).await;
    let rules = before.rules();
    let nowhere = Area::Network("nowhere".into());
    for (change, because) in [
        (of(&Area::District, Focus::default(), focus(&["song"])), CannotChangeDistrict::NoSuchLookFor("song".into())),
        (of(&Area::District, Focus::default(), focus(&["goal", "goal"])), CannotChangeDistrict::Twice("goal".into())),
        (of(&nowhere, Focus::default(), focus(&["goal"])), CannotChangeDistrict::NoSuchArea),
        (
            DistrictChange::Rules { was: rules, now: DistrictRules { margin: 40, ..rules } },
            CannotChangeDistrict::Margin,
        ),
        (
            DistrictChange::Rules { was: rules, now: DistrictRules { minimum_visits: 0, ..rules } },
            CannotChangeDistrict::Visits,
        ),
    ] {
        assert_eq!(why(&changed(&adams, &change).await), (422, because));
    }
    assert_eq!(adams.post("/api/v1/district/change", "{}").await.problem().1, ProblemCode::Unreadable);
    assert_eq!(district_now(&server).await, before);
}

#[tokio::test]
async fn a_minimum_of_visits_holds_in_compare_at_once() {
    let server = Server::start().await;
    let (adams, mut okafor) = (server.tablet("adams").await, server.tablet("okafor").await);
    let edits = okafor.visit(visit(1));
    okafor.push(&edits).await;
    let rules = district_now(&server).await.rules();
    let now = DistrictRules { margin: 5, minimum_visits: 30, visits_a_week: Some(8) };
    assert_eq!(changed(&adams, &DistrictChange::Rules { was: rules, now }).await.status, 204);
    let compared: Comparison = adams.get("/api/v1/compare").await.read();
    assert!((compared.margin - 0.05).abs() < 1e-9);
    assert_eq!(district_now(&server).await.rules(), now);
}
