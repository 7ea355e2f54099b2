//! Sync and storage: what has arrived, what is safe, and everything that can be done about it.

use std::rc::Rc;

use domain::device::Quarantined;
use domain::edit::Pen;
use domain::id::{ReplicaId, VisitId};
use domain::stream::Stream;
use domain::sync::{Failure, Fingerprint, ProblemCode, Refusal};
use domain::time::{DAY, MINUTE};
use domain::visit::{Answer, Change, Setting};
use throughline::pages::SyncPage;
use throughline::state::{Model, Saving, StorageFacts, Syncing, Trouble};
use throughline::text::Language;

use super::support::{at, draw, fresh, model};

async fn sync(model: Model) -> String {
    draw::<SyncPage>(model, ()).await
}

fn all_sent() -> Model {
    Model { waiting: Rc::default(), ..model(Language::En) }
}

#[tokio::test(flavor = "current_thread")]
async fn the_page_says_what_is_recorded_what_waits_and_what_has_arrived() {
    let html = sync(model(Language::En)).await;
    assert_eq!(html.matches("<h1").count(), 1);
    assert!(html.contains("3 visits are saved on this tablet and wait to be sent."));
    assert!(html.contains("33 in 3 visits"));
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn everything_counts_as_sent_only_while_both_fingerprints_agree() {
    assert!(sync(all_sent()).await.contains("Everything on this tablet is on the server."));
    let mut differs = all_sent();
    differs.ledger.on_server = Some(Fingerprint::default());
    let html = sync(differs).await;
    assert!(!html.contains("Everything on this tablet is on the server."));
    assert!(html.contains("The server counts something else"));
    let mut unsaved = all_sent();
    unsaved.saving = Saving::Failed { unsaved: 2, full: false };
    assert!(sync(unsaved).await.contains("2 entries are not saved on this tablet yet."));
    assert!(sync(fresh(Language::En)).await.contains("Nothing has been recorded"));
}

#[tokio::test(flavor = "current_thread")]
async fn a_failed_sync_says_why_and_when_the_next_one_is() {
    let with = |failure, seconds: i64| Syncing {
        failure: Some(failure),
        next: Some(at(10, 42).plus(seconds * 1_000)),
        ..Syncing::default()
    };
    let fault = Failure::Problem(ProblemCode::Fault, None);
    let html = sync(Model { syncing: with(fault, 20), ..model(Language::En) }).await;
    assert!(html.contains("The server has a problem of its own.") && html.contains("Next try in 20 seconds."));
    let html = sync(Model { syncing: with(Failure::Garbled, 240), ..model(Language::En) }).await;
    assert!(html.contains("sign-in page of the building’s network") && html.contains("Next try in 4 minutes."));
    let offline = Syncing { offline: true, ..with(Failure::Unreachable, 20) };
    let html = sync(Model { syncing: offline, ..model(Language::En) }).await;
    assert!(html.contains("when the network returns") && !html.contains("Next try"));
}

#[tokio::test(flavor = "current_thread")]
async fn storage_that_may_be_cleared_can_be_asked_for_and_a_silent_browser_is_said_to_be_silent() {
    let with = |persisted| StorageFacts { persisted, ..StorageFacts::default() };
    let may = sync(Model { storage: with(Some(false)), ..model(Language::En) }).await;
    assert!(may.contains("may clear this data") && may.contains("Ask the browser to keep it"));
    let silent = sync(Model { storage: with(None), ..model(Language::En) }).await;
    assert_eq!(silent.matches("the browser does not say").count(), 2);
    assert!(!silent.contains("Ask the browser to keep it"));
    let little = StorageFacts { used: Some(90e6), quota: Some(100e6), ..with(Some(true)) };
    assert!(sync(Model { storage: little, ..model(Language::En) }).await.contains("There is little room left."));
}

#[tokio::test(flavor = "current_thread")]
async fn what_became_of_a_copy_is_said_beside_its_buttons() {
    let with = |trouble| Model { trouble: Some(trouble), ..model(Language::En) };
    let cases = [
        (Trouble::NotACopy, "Nothing was changed."),
        (Trouble::CopyLoaded { restored: 0, known: 5 }, "All 5 entries in this copy were here already."),
        (Trouble::CopyLoaded { restored: 1, known: 4 }, "One entry came back; 4 were here already."),
    ];
    for (trouble, said) in cases {
        assert!(sync(with(trouble)).await.contains(said), "{said}");
    }
}

/// Two refused edits: an answer of the open visit, and something that nobody can read.
fn refused() -> Vec<(Option<VisitId>, Quarantined)> {
    let open = VisitId::from([7; 16]);
    let answer = Change::Set { setting: Setting::Answer("goal".into(), Some(Answer::NotSeen)), replaces: vec![] };
    let mut pen = Pen::new(ReplicaId::from([1; 16]), "okafor".into());
    let edit = pen.write(at(9, 5), &Stream::School("cedar-ridge".into()), open, answer).unwrap();
    let refused = |visit, text: &str, refusal| (visit, Quarantined { text: text.to_owned(), refusal, at: at(9, 5) });
    vec![refused(Some(open), edit.text(), Refusal::NotAssigned), refused(None, "{}", Refusal::Malformed)]
}

#[tokio::test(flavor = "current_thread")]
async fn refused_edits_are_read_with_the_reason_and_each_has_its_own_way_out() {
    let html = sync(Model { quarantined: Rc::new(refused()), ..model(Language::En) }).await;
    assert!(html.contains("The server refused 2 entries"));
    assert!(html.contains("You were not assigned to that school when it was recorded · refused"));
    assert!(html.contains("Learning goal: not seen") && html.contains("Something that cannot be read"), "{html}");
    assert!(html.contains(&format!("/visits/cedar-ridge/{}", VisitId::from([7; 16]))));
    for (action, many) in [("Send again", 1), ("Save", 2), ("Take back", 1)] {
        assert_eq!(html.matches(&format!("<span>{action}</span>")).count(), many, "{action}");
    }
    assert!(html.contains("Save them to a file"));
    let sent = sync(Model { quarantined: Rc::new(refused()), ..all_sent() }).await;
    assert!(sent.contains("is on the server, except 2 entries that it refused."));
    assert!(!sync(model(Language::En)).await.contains("refused"), "nothing was refused, so nothing is said");
}

#[tokio::test(flavor = "current_thread")]
async fn a_long_push_says_how_far_it_has_come() {
    let syncing = Syncing { running: true, sending: Some((500, 1_201)), ..Syncing::default() };
    let html = sync(Model { syncing, ..model(Language::En) }).await;
    assert!(html.contains("Sending: 500 of 1201 entries are on the server"), "{html}");
}

#[tokio::test(flavor = "current_thread")]
async fn a_clock_two_days_fast_offers_the_right_date_of_each_visit_it_touched() {
    let mut model = model(Language::En);
    model.ledger.clock_ahead = Some(2 * DAY);
    let html = sync(model.clone()).await;
    assert!(html.contains("This tablet’s clock is 2 days fast."));
    assert!(html.contains("Change the date to 18 Nov"), "the open visit says 20 Nov");
    model.ledger.clock_ahead = Some(10 * MINUTE);
    let html = sync(model).await;
    assert!(html.contains("10 minutes fast") && !html.contains("Change the date"), "every date is right all the same");
}

#[tokio::test(flavor = "current_thread")]
async fn sync_speaks_spanish() {
    let model = Model { quarantined: Rc::new(refused()), storage: StorageFacts::default(), ..model(Language::Es) };
    insta::assert_snapshot!(sync(model).await);
}
