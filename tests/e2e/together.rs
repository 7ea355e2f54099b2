//! Two observers of one lesson, each with a tablet and without a network: their records are put together when they sync.

use crate::journey::{compared, sign_in};
use crate::play::{OrFail, Stage};
use crate::server::Server;
use crate::tablet::Tablet;
use crate::wait::until;
use thirtyfour::By;

in_every_browser!(two_records_under_one_code_meet_when_they_sync);

const GOAL: &str = "Learning goal stated in words students can repeat";
const ROOM: &str = "Room 204";

async fn two_records_under_one_code_meet_when_they_sync(stage: &mut Stage) {
    let mut server = Server::start(stage.evidence()).await;
    let (one, other) = (stage.new_tablet().await, stage.new_tablet().await);
    sign_in(&one, &server, sample::DEMO_PRINCIPAL).await;
    sign_in(&other, &server, sample::DEMO_OBSERVER).await;
    one.ready_for_offline().await;
    other.ready_for_offline().await;
    let before = compared(&one, &server).await;
    server.stop().await;

    record(&one, &server, "TEAM", "Seen").await;
    one.press("To the session").await;
    one.see("The code is TEAM.").await;
    // Typed wrong, and put right later.
    record(&other, &server, "TEEM", "Not seen").await;
    other.press("To the session").await;
    other.see("The code is TEEM.").await;
    other.type_into("Session code", "team").await;
    other.press("Keep this").await;
    other.see("The code is TEAM.").await;

    server.start_again().await;
    for tablet in [&other, &one] {
        tablet.go(&server.at("/sync")).await;
        tablet.press("Sync now").await;
        tablet.see("Everything on this tablet is on the server.").await;
    }
    one.go(&server.at("/calibration")).await;
    // The demo district has sessions of its own.
    let ours = "//a[contains(@class, 'visit-row')][contains(., 'TEAM')][contains(., '2 observers')]";
    let found = until(async || one.session().find(By::XPath(ours)).await.map_err(|error| error.to_string())).await;
    found.or_fail("finding the session").click().await.or_fail("opening the session");
    one.see("To talk about").await;
    one.see(GOAL).await;
    // It counts nowhere else.
    assert_eq!(compared(&one, &server).await, before);
}

async fn record(tablet: &Tablet, server: &Server, code: &str, answer: &str) {
    tablet.go(&server.at("/calibration/record")).await;
    tablet.type_into("Session code", code).await;
    tablet.type_into("Room, teacher, grade or subject", ROOM).await;
    tablet.press(&format!("Start here: {ROOM}")).await;
    tablet.see(&format!("calibration {code}")).await;
    tablet.press_within(GOAL, answer).await;
    tablet.press("Finish visit").await;
    tablet.press("Finish with …").await;
    tablet.see("To the session").await;
}
