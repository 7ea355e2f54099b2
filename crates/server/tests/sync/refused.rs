//! Edits that the server refused: sent again when they will be taken, or taken back.

use domain::device;
use domain::id::LookForId;
use domain::permission::Role;
use domain::sync::{ProblemCode, Refusal, Stopped};
use domain::visit::{Act, Answer, Visit};

use super::support::{Server, district};
use super::tablet::{Tablet, counted};

/// The refused edits of a tablet, the first reason, and what it takes to do something about each.
async fn refused(tablet: &Tablet) -> Vec<(Option<domain::id::VisitId>, device::Quarantined)> {
    tablet.boot().await.quarantined
}

#[tokio::test]
async fn what_was_refused_for_want_of_an_assignment_is_taken_when_it_is_sent_again_after_one() {
    let server = Server::start().await;
    let mut berg = Tablet::of(&server, "berg", Role::Observer, &["birch"], 1).await;
    berg.sync_now(&server).await;
    let visit = berg.whole_visit(&server, "204", Answer::Seen, 2).await;
    berg.sync_now(&server).await;
    let aside = refused(&berg).await;
    assert!(aside.len() > 5 && aside.iter().all(|(_, edit)| edit.refusal == Refusal::NotAssigned));
    assert!(counted(&berg.boot().await).is_empty(), "what is refused counts nowhere");

    server.app.assign(&district(), &"berg".into(), Role::Observer, &["birch".into(), "cedar".into()]).await.unwrap();
    berg.me.schools.push("cedar".into());
    let frameworks = berg.boot().await.documents.frameworks;
    for (visit, edit) in &aside {
        device::retry(&berg.disk, &frameworks, *visit, &edit.text).await.unwrap();
        // Twice is once: it is not among the refused any more.
        assert!(device::retry(&berg.disk, &frameworks, *visit, &edit.text).await.unwrap().is_empty());
    }
    let boot = berg.boot().await;
    assert_eq!((boot.quarantined.len(), boot.waiting[&visit], counted(&boot).len()), (0, aside.len(), 1));
    berg.sync_now(&server).await;
    let boot = berg.boot().await;
    assert!(boot.waiting.is_empty() && boot.quarantined.is_empty());
    assert_eq!(Some(boot.ledger.acknowledged), boot.ledger.on_server);
    let reader = Tablet::of(&server, "okafor", Role::Principal, &["cedar"], 2).await;
    reader.sync_now(&server).await;
    assert_eq!(counted(&reader.boot().await), counted(&boot));
}

#[tokio::test]
async fn what_is_taken_back_leaves_what_the_server_has() {
    let server = Server::start().await;
    let okafor = Tablet::of(&server, "okafor", Role::Principal, &["cedar"], 1).await;
    let lin = Tablet::of(&server, "lin", Role::Coach, &["cedar", "birch"], 2).await;
    okafor.sync_now(&server).await;
    let visit = okafor.whole_visit(&server, "204", Answer::Seen, 3).await;
    okafor.sync_now(&server).await;
    lin.sync_now(&server).await;
    let before = counted(&lin.boot().await);

    // A coach may look at a principal's visit and not change it.
    lin.act(visit, Act::Answer(LookForId::from("goal"), Some(Answer::NotSeen))).await;
    lin.act(visit, Act::Tap(LookForId::from("turns"))).await;
    lin.sync_now(&server).await;
    let aside = refused(&lin).await;
    assert_eq!(aside.len(), 2);
    assert!(aside.iter().all(|(_, edit)| edit.refusal == Refusal::NotYours));

    let frameworks = lin.boot().await.documents.frameworks;
    let (first, second) = (&aside[0], &aside[1]);
    device::take_back(&lin.disk, &frameworks, first.0, &first.1.text).await.unwrap();
    assert_eq!(refused(&lin).await, vec![second.clone()], "one by one");
    device::take_back(&lin.disk, &frameworks, second.0, &second.1.text).await.unwrap();
    lin.sync_now(&server).await;
    assert!(refused(&lin).await.is_empty());
    assert_eq!(counted(&lin.boot().await), before);
    let (theirs, own) = (okafor.visit(visit).await.state, lin.visit(visit).await.state);
    assert_eq!(Visit::read(visit, &own), Visit::read(visit, &theirs));
}

#[tokio::test]
async fn what_is_refused_again_comes_back_among_the_refused() {
    let server = Server::start().await;
    let berg = Tablet::of(&server, "berg", Role::Observer, &["birch"], 1).await;
    berg.sync_now(&server).await;
    berg.whole_visit(&server, "204", Answer::Seen, 1).await;
    berg.sync_now(&server).await;
    let aside = refused(&berg).await;
    let frameworks = berg.boot().await.documents.frameworks;
    device::retry(&berg.disk, &frameworks, aside[0].0, &aside[0].1.text).await.unwrap();
    assert_eq!(refused(&berg).await.len(), aside.len() - 1);
    let ended = berg.sync(&super::line::Line::good(&server, &berg.cookie)).await;
    assert!(
        !matches!(ended, Err(Stopped::Network(domain::sync::Failure::Problem(ProblemCode::Fault, _)))),
        "{ended:?}"
    );
    assert_eq!(refused(&berg).await.len(), aside.len());
}
