//! What the district has decided: changed one thing at a time, published at once, by whoever may.

use domain::compare::Comparison;
use domain::district::{
    Area, Calendar, CalendarFault, CannotChangeDistrict, CannotChoose, CannotExpect, ChosenModel, DecisionModel,
    District, DistrictChange, DistrictProblem, DistrictRules, Focus, Published, Term,
};
use domain::expectation::{Direction, Expectation, ExpectedShare, Reach, Scope, Target};
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

pub(crate) fn why(reply: &Reply) -> (u16, CannotChangeDistrict) {
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
    let now = DistrictRules { margin: 5, minimum_visits: 30, visits_a_week: Some(8), most_goals: 4 };
    assert_eq!(changed(&adams, &DistrictChange::Rules { was: rules, now }).await.status, 204);
    let compared: Comparison = adams.get("/api/v1/compare").await.read();
    assert!((compared.margin - 0.05).abs() < 1e-9);
    assert_eq!(district_now(&server).await.rules(), now);
}

fn share(points: u8) -> Expectation {
    let target = Target::Share(ExpectedShare::from_points(points).unwrap());
    let expected = Expectation::new("goal".into(), Scope::District, date(2026, 9, 1), Direction::AtLeast, target);
    Expectation { reach: Some(Reach { lasts: 10, lesson: 50, visit: 10 }), ..expected }
}

fn expect(was: Option<&Expectation>, now: Option<&Expectation>) -> DistrictChange {
    let boxed = |one: Option<&Expectation>| one.cloned().map(Box::new);
    DistrictChange::Expect { was: boxed(was), now: boxed(now) }
}

#[tokio::test]
async fn what_is_expected_holds_in_compare_at_once_and_only_an_administrator_sets_it() {
    let server = Server::start().await;
    let (adams, mut okafor) = (server.tablet("adams").await, server.tablet("okafor").await);
    let edits = okafor.visit(visit(1));
    okafor.push(&edits).await;
    let low = share(40);
    assert_eq!(changed(&okafor, &expect(None, Some(&low))).await.problem().1, ProblemCode::NotAllowed);
    assert_eq!(changed(&adams, &expect(None, Some(&low))).await.status, 204);
    let expected = async || {
        let compared: Comparison = adams.get("/api/v1/compare?today=2026-11-22").await.read();
        let row = compared.rows.into_iter().find(|row| row.look_for.id.as_str() == "goal").unwrap();
        row.expectation
    };
    assert_eq!(expected().await, Some(low.clone()));
    let ended = Expectation { until: Some(date(2026, 10, 30)), ..low.clone() };
    assert_eq!(changed(&adams, &expect(Some(&low), Some(&ended))).await.status, 204);
    assert_eq!(expected().await, None, "it has ended, and its history is kept");
    assert!(district_now(&server).await.expectations.contains(&ended));
    // Two who looked at the same one: the second has not seen what the first made of it.
    let late = changed(&adams, &expect(Some(&low), None)).await;
    assert_eq!(why(&late), (409, CannotChangeDistrict::Changed));
    assert_eq!(changed(&adams, &expect(Some(&ended), None)).await.status, 204);
    assert!(!district_now(&server).await.expectations.contains(&ended));
}

#[tokio::test]
async fn more_than_visits_can_find_is_expected_only_with_a_reason() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    let before = district_now(&server).await;
    let high = share(80);
    let cannot = |why| (422, CannotChangeDistrict::Expectation(why));
    assert_eq!(why(&changed(&adams, &expect(None, Some(&high))).await), cannot(CannotExpect::Reason));
    let unasked = Expectation { reach: None, ..share(40) };
    assert_eq!(why(&changed(&adams, &expect(None, Some(&unasked))).await), cannot(CannotExpect::Minutes));
    let nowhere = Expectation { scope: Scope::School("nowhere".into()), ..share(40) };
    assert_eq!(why(&changed(&adams, &expect(None, Some(&nowhere))).await), (422, CannotChangeDistrict::NoSuchArea));
    assert_eq!(district_now(&server).await, before);
    let reasoned = Expectation { reason: Some("It opens every lesson, and so do visits.".to_owned()), ..high };
    assert_eq!(changed(&adams, &expect(None, Some(&reasoned))).await.status, 204);
}

#[tokio::test]
async fn the_calendar_is_set_as_a_whole_or_not_at_all() {
    let server = Server::start().await;
    let (adams, okafor) = (server.tablet("adams").await, server.tablet("okafor").await);
    let was = district_now(&server).await.calendar;
    let term = |name: &str, first_day, last_day| Term { name: name.to_owned(), first_day, last_day };
    let autumn = term("Autumn", was.first_day, was.first_day.plus_days(80));
    let spring = term("Spring", was.first_day.plus_days(81), was.last_day);
    let set = |now: &Calendar| DistrictChange::Calendar { was: Box::new(was.clone()), now: Box::new(now.clone()) };
    let now = Calendar { terms: vec![spring.clone(), autumn.clone()], check_dates: vec![], ..was.clone() };
    assert_eq!(changed(&okafor, &set(&now)).await.problem().1, ProblemCode::NotAllowed);
    let meets =
        Calendar { terms: vec![autumn.clone(), Term { first_day: autumn.last_day, ..spring.clone() }], ..now.clone() };
    let overlap = CannotChangeDistrict::Calendar(CalendarFault::Overlap(0, 1));
    assert_eq!(why(&changed(&adams, &set(&meets)).await), (422, overlap));
    assert_eq!(district_now(&server).await.calendar, was);
    assert_eq!(changed(&adams, &set(&now)).await.status, 204);
    assert_eq!(district_now(&server).await.calendar.terms, [autumn, spring], "in order");
    assert_eq!(why(&changed(&adams, &set(&now)).await), (409, CannotChangeDistrict::Changed));
}

#[tokio::test]
async fn who_chooses_and_expects_follows_the_decision_model_of_the_school() {
    let server = Server::start().await;
    let (adams, okafor) = (server.tablet("adams").await, server.tablet("okafor").await);
    let cedar = Area::School("cedar".into());
    let watched = async |tablet: &Tablet<'_>, id: &str| {
        let was = district_now(&server).await.chosen_focus(&cedar);
        changed(tablet, &of(&cedar, was, focus(&[id]))).await.status.as_u16()
    };
    let own = Expectation { scope: Scope::School("cedar".into()), ..share(40) };
    assert_eq!((watched(&adams, "goal").await, watched(&okafor, "turns").await), (204, 204), "nobody has said who");
    let model = |at: usize, from| ChosenModel {
        school: "cedar".into(),
        goal: None,
        model: DecisionModel::ALL[at],
        from,
        reason: "Agreed with its staff.".to_owned(),
        autonomy: "Its own schedule.".to_owned(),
    };
    let choose = |was: Option<&ChosenModel>, now: &ChosenModel| DistrictChange::Model {
        was: was.cloned().map(Box::new),
        now: Some(Box::new(now.clone())),
    };
    let school_decides = model(2, date(2026, 9, 1));
    assert_eq!(changed(&okafor, &choose(None, &school_decides)).await.problem().1, ProblemCode::NotAllowed);
    assert_eq!(changed(&adams, &choose(None, &school_decides)).await.status, 204);
    assert_eq!((watched(&adams, "goal").await, watched(&okafor, "goal").await), (403, 204));
    assert_eq!(changed(&adams, &expect(None, Some(&own))).await.problem().1, ProblemCode::NotAllowed);
    assert_eq!(changed(&okafor, &expect(None, Some(&own))).await.status, 204);

    let district_decides = model(1, date(2026, 9, 1));
    assert_eq!(changed(&adams, &choose(Some(&school_decides), &district_decides)).await.status, 204);
    assert_eq!((watched(&adams, "turns").await, watched(&okafor, "goal").await), (204, 403));
    assert_eq!(changed(&okafor, &expect(Some(&own), None)).await.problem().1, ProblemCode::NotAllowed);
    assert_eq!(changed(&adams, &expect(Some(&own), None)).await.status, 204);
    // Everyone at the school can read it.
    let held = server.tablet("okafor").await.pull("stream=district").await.documents;
    assert!(held.iter().any(|document| document.text.contains("Agreed with its staff.")));
    let again = why(&changed(&adams, &choose(None, &model(3, date(2026, 9, 1)))).await);
    assert_eq!(again, (422, CannotChangeDistrict::Model(CannotChoose::Again)));
}
