//! What is watched: a principal chooses for the school, the recorder opens on it; an administrator for everyone.

use serde_json::Value;

use crate::access::prefer;
use crate::journey::{enter_at, sign_in};
use crate::play::{OrFail, Stage};
use crate::server::Server;
use crate::shots::draw;
use crate::tablet::Tablet;

in_every_browser!(a_school_watches_what_its_principal_chose);

const QUESTIONS: &str = "Open questions asked";
const TALK: &str = "Students doing the talking";
const ROOM: &str = "Room 204";

async fn a_school_watches_what_its_principal_chose(stage: &mut Stage) {
    let mut server = Server::start(stage.evidence()).await;
    let tablet = stage.new_tablet().await;
    sign_in(&tablet, &server, sample::DEMO_PRINCIPAL).await;
    tablet.go(&server.at("/framework")).await;
    tablet.press("Focus and rules").await;
    tablet.see("Nothing of its own is chosen").await;
    tablet.see_no("Closeness margin").await;
    tablet.press(QUESTIONS).await;
    tablet.press(TALK).await;
    tablet.see("2 of at most 8").await;
    tablet.press(&format!("Move up: {TALK}")).await;
    tablet.is_accessible("what is in focus").await;
    tablet.press("Store this focus").await;
    tablet.see("Tablets take it at their next sync.").await;

    // It is there without the server too.
    tablet.go(&server.at("/framework/focus")).await;
    tablet.see("2 of at most 8").await;
    tablet.ready_for_offline().await;
    server.stop().await;
    tablet.go(&server.at("/start")).await;
    tablet.type_into("Room, teacher, grade or subject", ROOM).await;
    tablet.press(&format!("Start here: {ROOM}")).await;
    tablet.see("Focus this month").await;
    assert_eq!(opens_on(&tablet).await, [TALK, QUESTIONS]);
}

/// The look-fors that the recorder opens on, in order.
async fn opens_on(tablet: &Tablet) -> Vec<String> {
    let script = "return [...document.querySelectorAll('.look-for-row-title')].map((it) => it.innerText);";
    match tablet.script(script, vec![]).await {
        Ok(Value::Array(titles)) => titles.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        other => panic!("the rows are {other:?}"),
    }
}

mod chromium_alone {
    use super::*;

    #[test]
    fn focus_and_rules_fit_every_screen() {
        crate::play::play(crate::browser::Browser::Chromium, every_screen);
    }
}

async fn every_screen(stage: &mut Stage) {
    let server = Server::start(stage.evidence()).await;
    let office = stage.new_tablet().await;
    enter_at(&office, &server.at("/"), sample::DEMO_ADMINISTRATOR).await;
    office.see("No school’s visits are kept on this tablet").await;
    office.go(&server.at("/framework/focus")).await;
    office.see("7 of at most 8").await;
    draw(&office, "focus").await;
    office.press("A larger margin").await;
    office.see("11 points").await;
    office.press("Store these rules").await;
    office.see("Stored").await;
    let script = "document.querySelector('#rules-form').scrollIntoView();";
    office.script(script, vec![]).await.or_fail("going down the page");
    draw(&office, "rules").await;
    office.choose("For whom", "Harbor View Elementary").await;
    office.see("Nothing of its own is chosen").await;
    draw(&office, "focus-none").await;
    prefer(&office, "language", "es").await;
    office.go(&server.at("/framework/focus")).await;
    office.see("7 de 8 como máximo").await;
    draw(&office, "focus-es").await;
}
