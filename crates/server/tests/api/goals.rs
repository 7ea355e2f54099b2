//! Goals, who sets them, and what their measures read.

use domain::district::{
    Aim, Area, BadCell, BadFigure, BadRow, CannotChangeDistrict, CannotSetGoal, CannotTake, ChangeFigures, ChosenModel,
    DecisionModel, DistrictChange, Figure, FigureChange, FigureFileProblem, FigureKind, FigureProblem, FiguresRead,
    Goal, GoalFigures, Initiative, Measure, NotFigures, Unit,
};
use domain::expectation::Direction;
use domain::id::GoalId;
use domain::sync::ProblemCode;
use domain::time::date;

use crate::district::{changed, district_now, why};
use crate::support::{Reply, Server, Tablet};

fn goal(id: &str, area: Area) -> Goal {
    let measure = Measure {
        name: "Grade 4 reading, at or above standard".to_owned(),
        unit: Unit::Percent,
        direction: Direction::AtLeast,
        baseline: "50".parse().unwrap(),
        measured: date(2026, 6, 1),
        target: "70".parse().unwrap(),
        by: date(2028, 6, 1),
    };
    Goal {
        id: id.into(),
        name: "Seven of ten read at grade level".to_owned(),
        area,
        aim: Aim::Achievement(measure),
        look_fors: vec!["goal".into()],
        adopted: date(2026, 8, 10),
        until: None,
        agreed: vec!["Parents’ council".to_owned()],
    }
}

fn set(was: Option<&Goal>, now: Option<&Goal>) -> DistrictChange {
    DistrictChange::Goal { was: was.cloned().map(Box::new), now: now.cloned().map(Box::new) }
}

fn figure(school: Option<&str>, value: &str) -> Figure {
    let on = date(2027, 6, 1);
    let (school, value) = (school.map(Into::into), value.parse().unwrap());
    Figure { school, group: Some("English learners".into()), what: FigureKind::Result, on, value, students: Some(12) }
}

async fn figures(tablet: &Tablet<'_>, goal: &str) -> Vec<Figure> {
    let held: GoalFigures = tablet.get(&format!("/api/v1/goals/figures?goal={goal}")).await.read();
    held.figures
}

async fn enter(tablet: &Tablet<'_>, goal: &str, changes: &[(Option<&Figure>, Option<&Figure>)]) -> Reply {
    let change =
        |(was, now): &(Option<&Figure>, Option<&Figure>)| FigureChange { was: was.cloned(), now: now.cloned() };
    let body = ChangeFigures { goal: GoalId::from(goal), changes: changes.iter().map(change).collect() };
    tablet.post("/api/v1/goals/figures", serde_json::to_string(&body).unwrap()).await
}

fn refused(reply: &Reply) -> (u16, CannotTake) {
    let problem: FigureProblem = serde_json::from_slice(&reply.body).unwrap();
    assert!(problem.message.ends_with("nothing was changed"), "{}", problem.message);
    (reply.status.as_u16(), problem.why)
}

#[tokio::test]
async fn a_goal_reaches_every_tablet_and_stays_while_it_has_figures() {
    let server = Server::start().await;
    let (adams, okafor) = (server.tablet("adams").await, server.tablet("okafor").await);
    let reading = goal("reading", Area::District);
    assert_eq!(changed(&okafor, &set(None, Some(&reading))).await.problem().1, ProblemCode::NotAllowed);
    assert_eq!(changed(&adams, &set(None, Some(&reading))).await.status, 204);
    let held = okafor.pull("stream=district").await.documents;
    assert!(held.iter().any(|document| document.text.contains("Parents’ council")));
    assert_eq!(why(&changed(&adams, &set(None, Some(&reading))).await), (409, CannotChangeDistrict::Changed));

    let tablets = Initiative {
        id: "tablets".into(),
        name: "One tablet a student".to_owned(),
        area: Area::District,
        serves: Some("reading".into()),
        from: date(2026, 9, 1),
        until: None,
    };
    let list = |was: Option<&Initiative>, now: Option<&Initiative>| DistrictChange::Initiative {
        was: was.cloned().map(Box::new),
        now: now.cloned().map(Box::new),
    };
    assert_eq!(changed(&okafor, &list(None, Some(&tablets))).await.problem().1, ProblemCode::NotAllowed);
    assert_eq!(changed(&adams, &list(None, Some(&tablets))).await.status, 204);
    let in_use = (422, CannotChangeDistrict::Goal(CannotSetGoal::InUse));

    // Its figures hold it too, and so do they hold what they were read off.
    let whole = figure(None, "61.5");
    assert_eq!(enter(&adams, "reading", &[(None, Some(&whole))]).await.status, 204);
    assert_eq!(why(&changed(&adams, &set(Some(&reading), None)).await), in_use);
    let taught = Goal { aim: Aim::Instruction, ..reading.clone() };
    assert_eq!(why(&changed(&adams, &set(Some(&reading), Some(&taught))).await), in_use);
    let renamed = Goal { name: "Reading".to_owned(), ..reading.clone() };
    assert_eq!(changed(&adams, &set(Some(&reading), Some(&renamed))).await.status, 204);
    assert_eq!(figures(&adams, "reading").await, std::slice::from_ref(&whole));
    assert_eq!(enter(&adams, "reading", &[(Some(&whole), None)]).await.status, 204);
    assert_eq!(changed(&adams, &set(Some(&renamed), None)).await.status, 204);
    let goals = district_now(&server).await.goals;
    assert!(goals.all.is_empty() && goals.initiatives[0].serves.is_none());
    assert_eq!(enter(&adams, "reading", &[(None, Some(&whole))]).await.status, 404);
}

#[tokio::test]
async fn figures_are_entered_by_whoever_sets_the_goal_and_read_by_those_they_concern() {
    let server = Server::start().await;
    let (adams, okafor) = (server.tablet("adams").await, server.tablet("okafor").await);
    assert_eq!(changed(&adams, &set(None, Some(&goal("reading", Area::District)))).await.status, 204);
    let (whole, cedar, birch) = (figure(None, "61.5"), figure(Some("cedar"), "58"), figure(Some("birch"), "66"));
    let all = [(None, Some(&birch)), (None, Some(&cedar)), (None, Some(&whole))];
    assert_eq!(enter(&okafor, "reading", &all).await.problem(), (403, ProblemCode::NotAllowed));
    assert_eq!(enter(&adams, "reading", &all).await.status, 204);
    assert_eq!(figures(&adams, "reading").await, [whole.clone(), birch, cedar.clone()]);
    assert_eq!(figures(&okafor, "reading").await, [whole, cedar], "Cedar is hers, Birch is not");
    assert_eq!(figures(&okafor, "song").await, []);

    // Where a school sets its priorities, its principal sets its goals and enters what they read.
    let own = goal("own", Area::School("cedar".into()));
    assert_eq!(changed(&okafor, &set(None, Some(&own))).await.problem().1, ProblemCode::NotAllowed);
    let autonomous = ChosenModel {
        school: "cedar".into(),
        goal: None,
        model: DecisionModel::ALL[2],
        from: date(2026, 9, 1),
        reason: "Agreed with its staff.".to_owned(),
        autonomy: String::new(),
    };
    let choose = DistrictChange::Model { was: None, now: Some(Box::new(autonomous)) };
    assert_eq!(changed(&adams, &choose).await.status, 204);
    assert_eq!(changed(&okafor, &set(None, Some(&own))).await.status, 204);
    let result = figure(Some("cedar"), "40");
    assert_eq!(enter(&adams, "own", &[(None, Some(&result))]).await.problem(), (403, ProblemCode::NotAllowed));
    assert_eq!(enter(&okafor, "own", &[(None, Some(&result))]).await.status, 204);
    // All of it is one school's, so it is for those who may see that school.
    let alone = figure(None, "41");
    assert_eq!(enter(&okafor, "own", &[(None, Some(&alone))]).await.status, 204);
    let berg = server.tablet("berg").await;
    assert_eq!(figures(&okafor, "own").await, [alone, result]);
    assert_eq!(figures(&berg, "own").await, []);
}

#[tokio::test]
async fn a_file_of_figures_says_what_it_would_change_and_changes_nothing_itself() {
    let server = Server::start().await;
    let (adams, okafor) = (server.tablet("adams").await, server.tablet("okafor").await);
    assert_eq!(changed(&adams, &set(None, Some(&goal("reading", Area::District)))).await.status, 204);
    let cedar = figure(Some("cedar"), "58");
    assert_eq!(enter(&adams, "reading", &[(None, Some(&cedar))]).await.status, 204);
    let path = "/api/v1/goals/figures/read?goal=reading";
    let file = "\u{feff}date;value;school;group;students\r\n\
                2027-06-01;58;cedar;English learners;12\r\n\
                2027-06-01;61,5;Birch;English learners;12\r\n";
    let read: FiguresRead = adams.send_bytes(path, file).await.read();
    let birch = figure(Some("birch"), "61.5");
    assert_eq!(read, FiguresRead { changes: vec![FigureChange { was: None, now: Some(birch.clone()) }], same: 1 });
    assert_eq!(figures(&adams, "reading").await, std::slice::from_ref(&cedar));
    let all: Vec<_> = read.changes.iter().map(|one| (one.was.as_ref(), one.now.as_ref())).collect();
    assert_eq!(enter(&adams, "reading", &all).await.status, 204);
    assert_eq!(figures(&adams, "reading").await, [birch, cedar]);

    let reply = adams.send_bytes(path, "date,value,school\n2027-06-01,58,elsewhere\n").await;
    let problem: FigureFileProblem = serde_json::from_slice(&reply.body).unwrap();
    let row = |number, column: &str, value: &str, why| BadRow {
        number,
        column: column.to_owned(),
        value: value.to_owned(),
        why,
    };
    let school = row(2, "school", "elsewhere", BadCell::Figure(BadFigure::School));
    assert_eq!((reply.status.as_u16(), problem.why), (422, NotFigures::Rows(vec![school])));
    assert_eq!(adams.send_bytes(path, vec![b'd', b'\n', 0xff]).await.status, 422);
    assert_eq!(adams.send_bytes("/api/v1/goals/figures/read?goal=song", file).await.status, 404);
    assert_eq!(okafor.send_bytes(path, file).await.problem(), (403, ProblemCode::NotAllowed));
}

#[tokio::test]
async fn of_figures_that_are_sent_together_none_is_taken_when_one_cannot_be() {
    let server = Server::start().await;
    let adams = server.tablet("adams").await;
    assert_eq!(changed(&adams, &set(None, Some(&goal("reading", Area::District)))).await.status, 204);
    let (cedar, birch) = (figure(Some("cedar"), "58"), figure(Some("birch"), "66"));
    assert_eq!(enter(&adams, "reading", &[(None, Some(&cedar))]).await.status, 204);
    let corrected = figure(Some("cedar"), "59");
    let beyond = figure(Some("birch"), "166");
    for (second, said) in [
        ((None, Some(&beyond)), (422, BadFigure::Value)),
        ((None, Some(&corrected)), (422, BadFigure::Again)),
        ((Some(&birch), None), (409, BadFigure::Changed)),
    ] {
        let first = if second.0.is_some() { (Some(&cedar), Some(&corrected)) } else { (None, Some(&birch)) };
        let reply = enter(&adams, "reading", &[first, second]).await;
        assert_eq!(refused(&reply), (said.0, CannotTake { at: 1, why: said.1 }));
        assert_eq!(figures(&adams, "reading").await, std::slice::from_ref(&cedar));
    }
    let [goals] = &district_now(&server).await.goals.all[..] else { panic!("one goal") };
    assert_eq!(goals.id, "reading".into());
}
