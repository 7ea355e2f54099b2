//! A server whose data is lost, and put back from a backup that is older than what a tablet has sent since.

use crate::journey::{compared, sign_in, start_a_visit};
use crate::play::{OrFail, Stage};
use crate::server::Server;
use crate::wait::until;

in_every_browser!(a_tablet_ahead_of_a_restored_backup_brings_its_visit_back);

const GOAL: &str = "Learning goal stated in words students can repeat";

async fn a_tablet_ahead_of_a_restored_backup_brings_its_visit_back(stage: &mut Stage) {
    let mut server = Server::start(stage.evidence()).await;
    let tablet = stage.new_tablet().await;
    sign_in(&tablet, &server, sample::DEMO_PRINCIPAL).await;
    let backup = stage.evidence().join("backup.sqlite");
    server.back_up(&backup);

    start_a_visit(&tablet).await;
    tablet.press_within(GOAL, "Seen").await;
    tablet.press("Finish visit").await;
    tablet.press("Finish with …").await;
    tablet.see("For the teacher").await;
    tablet.go(&server.at("/sync")).await;
    tablet.press("Sync now").await;
    tablet.see("Everything on this tablet is on the server.").await;
    let tallies = compared(&tablet, &server).await;
    // Or a sync that the stop cuts off brings the visit back by itself, before the other tablet has looked.
    tablet.go("about:blank").await;

    server.stop().await;
    server.restore(&backup);
    server.start_again().await;
    let other = stage.new_tablet().await;
    sign_in(&other, &server, sample::DEMO_PRINCIPAL).await;
    assert_ne!(compared(&other, &server).await, tallies, "the backup is older than the visit");

    tablet.go(&server.at("/sync")).await;
    tablet.press("Sync now").await;
    let back = until(async || {
        other.go(&server.at("/sync")).await;
        other.press("Sync now").await;
        let found = compared(&other, &server).await;
        if found == tallies { Ok(()) } else { Err(format!("{found}, not {tallies}")) }
    });
    back.await.or_fail("waiting for the visit to come back");
    assert_eq!(compared(&tablet, &server).await, tallies);
}
