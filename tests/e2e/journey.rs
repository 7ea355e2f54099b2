//! The main journey, whole: a visit recorded with no server, compared with what is expected, sent when the server is
//! back, and seen on another tablet with the same tallies.

use serde_json::Value;
use thirtyfour::Key;

use crate::play::{OrFail, Stage};
use crate::server::Server;
use crate::tablet::Tablet;
use crate::wait::until;

in_every_browser!(
    a_visit_recorded_with_no_network_survives_a_dead_tab_and_reaches_another_tablet,
    the_keyboard_alone_records_and_finishes_a_visit,
    a_wrong_passphrase_says_so_and_the_right_one_opens_today,
);

const GOAL: &str = "Learning goal stated in words students can repeat";
const ROOM: &str = "Room 204";
const QUESTION: &str = "Who else could say the goal aloud?";

/// Signs in and waits until the first pull has brought the school's classrooms and visits.
pub(crate) async fn sign_in(tablet: &Tablet, server: &Server, email: &str) {
    sign_in_at(tablet, &server.at("/"), email).await;
}

/// The same by any address that leads to the server.
pub(crate) async fn sign_in_at(tablet: &Tablet, address: &str, email: &str) {
    enter_at(tablet, address, email).await;
    tablet.see("last synced").await;
}

/// Signs in, without waiting for what that brings.
pub(crate) async fn enter_at(tablet: &Tablet, address: &str, email: &str) {
    tablet.go(address).await;
    enter(tablet, email, sample::DEMO_PASSPHRASE).await;
}

/// From Today to the recorder of the room that every demo district has.
pub(crate) async fn start_a_visit(tablet: &Tablet) {
    tablet.press("Start a visit").await;
    tablet.type_into("Room, teacher, grade or subject", ROOM).await;
    tablet.press(&format!("Start here: {ROOM}")).await;
    tablet.see("Focus this month").await;
}

async fn enter(tablet: &Tablet, email: &str, passphrase: &str) {
    tablet.type_into("Email", email).await;
    tablet.type_into("Passphrase", passphrase).await;
    tablet.press("Sign in").await;
}

async fn a_visit_recorded_with_no_network_survives_a_dead_tab_and_reaches_another_tablet(stage: &mut Stage) {
    let mut server = Server::start(stage.evidence()).await;
    let tablet = stage.new_tablet().await;
    sign_in(&tablet, &server, sample::DEMO_PRINCIPAL).await;
    tablet.ready_for_offline().await;
    leave_a_question(&tablet).await;
    tablet.go(&server.at("/")).await;

    server.stop().await;
    tablet.reload().await;
    start_a_visit(&tablet).await;
    tablet.see("Last question for this room").await;
    tablet.see(QUESTION).await;
    record_one_of_each_kind(&tablet).await;
    tablet.see("Saved on this tablet").await;

    tablet.die_and_come_back().await;
    tablet.see("Focus this month").await;
    for kind in ["presence", "count", "duration", "rating", "interval"] {
        tablet.see_element(&format!(".look-for-row[data-kind={kind}][data-answered=true]")).await;
    }
    tablet.see("Running ·").await;
    tablet.press_within(GOAL, "Seen").await;
    tablet.press_within(GOAL, "Not seen").await;
    tablet.press("Finish visit").await;
    tablet.press("Finish with …").await;
    tablet.see("For the teacher").await;
    tablet.see("Three students gave reasons").await;
    let visit = tablet.script("return location.pathname;", vec![]).await.or_fail("reading the visit's address");

    tablet.press("Compare").await;
    tablet.see("includes 1 not yet sent").await;

    server.start_again().await;
    tablet.press("Sync").await;
    tablet.press("Sync now").await;
    sign_in_again_if_asked(&tablet, &server).await;
    tablet.see("Everything on this tablet is on the server.").await;
    let tallies = compared(&tablet, &server).await;

    // What was acknowledged outlives a power cut.
    server.crash();
    server.start_again().await;
    let other = stage.new_tablet().await;
    sign_in(&other, &server, sample::DEMO_PRINCIPAL).await;
    assert_eq!(compared(&other, &server).await, tallies);
    other.go(&server.at(visit.as_str().unwrap_or_default())).await;
    other.see("Three students gave reasons").await;
}

/// A short visit to the room that leaves a question with its teacher; the made-up ones may have none there.
async fn leave_a_question(tablet: &Tablet) {
    start_a_visit(tablet).await;
    tablet.press_within(GOAL, "Seen").await;
    tablet.press("Finish visit").await;
    tablet.press("Finish with …").await;
    tablet.type_into("A question", QUESTION).await;
    tablet.press("Sync").await;
    tablet.press("Sync now").await;
    tablet.see("Everything on this tablet is on the server.").await;
}

/// A browser that is killed may forget a cookie that it had not written to disk yet. Then the app says so, and what
/// was recorded waits for its author to sign in again.
pub(crate) async fn sign_in_again_if_asked(tablet: &Tablet, server: &Server) {
    let answered = until(async || {
        let page = tablet.script("return document.body.innerText", vec![]).await?;
        let says = |words: &str| page.as_str().is_some_and(|page| page.contains(words));
        match (says("Everything on this tablet is on the server."), says("The server has signed you out.")) {
            (true, _) => Ok(false),
            (false, true) => Ok(true),
            (false, false) => Err(String::from("the sync has not ended yet")),
        }
    });
    if answered.await.or_fail("waiting for the sync") {
        tablet.go(&server.at("/sign-in")).await;
        enter(tablet, sample::DEMO_PRINCIPAL, sample::DEMO_PASSPHRASE).await;
        tablet.see("last synced").await;
        tablet.press("Sync").await;
    }
}

/// One look-for of each of the five kinds, and a note.
async fn record_one_of_each_kind(tablet: &Tablet) {
    tablet.press_within(GOAL, "Seen").await;
    tablet.see_element(".look-for-row[data-kind=presence][data-answered=true]").await;
    for _ in 0..3 {
        tablet.press_within("Open questions asked", "One more: Open questions").await;
    }
    tablet.press("Start timing: Talking").await;
    tablet.press_within("Level of thinking asked for", "3 …").await;
    tablet.press("Count now").await;
    tablet.type_into("Students present", "24").await;
    tablet.press("Set").await;
    for _ in 0..2 {
        tablet.press("One more not doing it: On task").await;
    }
    tablet.press("Record").await;
    tablet.press("Note at …").await;
    tablet.type_into("What did you see?", "Three students gave reasons").await;
    tablet.press("Save note").await;
}

/// Everything that Compare says, as a table of plain numbers.
pub(crate) async fn compared(tablet: &Tablet, server: &Server) -> Value {
    tablet.go(&server.at("/compare")).await;
    tablet.see_element(".compare-row").await;
    tablet.press("Table").await;
    tablet.see_element("main table").await;
    let table = tablet.script("return document.querySelector('main table').innerText", vec![]).await;
    table.or_fail("reading the table")
}

async fn the_keyboard_alone_records_and_finishes_a_visit(stage: &mut Stage) {
    let server = Server::start(stage.evidence()).await;
    let tablet = stage.new_tablet().await;
    sign_in(&tablet, &server, sample::DEMO_PRINCIPAL).await;

    tablet.tab_to("Start a visit").await;
    tablet.keys(Key::Enter).await;
    tablet.see("Those not visited for longest come first").await;
    tablet.tab_to("Room, teacher, grade or subject").await;
    tablet.keys(ROOM).await;
    tablet.tab_to(&format!("Start here: {ROOM}")).await;
    tablet.keys(Key::Enter).await;
    tablet.see("Focus this month").await;
    tablet.tab_to("Seen").await;
    tablet.keys(Key::Space).await;
    tablet.see_element(".look-for-row[data-kind=presence][data-answered=true]").await;
    tablet.tab_to("Finish visit").await;
    tablet.keys(Key::Enter).await;
    tablet.see("Finish the visit").await;
    tablet.tab_to("Finish with 6 blank").await;
    tablet.keys(Key::Enter).await;
    tablet.see("For the teacher").await;
}

async fn a_wrong_passphrase_says_so_and_the_right_one_opens_today(stage: &mut Stage) {
    let server = Server::start(stage.evidence()).await;
    let tablet = stage.new_tablet().await;
    tablet.go(&server.at("/")).await;
    enter(&tablet, sample::DEMO_PRINCIPAL, "not the passphrase").await;
    tablet.see("Email and passphrase do not go together").await;
    enter(&tablet, sample::DEMO_PRINCIPAL, sample::DEMO_PASSPHRASE).await;
    tablet.see("Not visited for longest").await;
    tablet.see_no("Passphrase").await;
}
