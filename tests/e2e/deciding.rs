//! What is decided: a principal chooses what the school watches, and the recorder opens on it; an administrator sets what is
//! expected, and the calendar.

use serde_json::Value;

use crate::access::prefer;
use crate::journey::{enter_at, sign_in};
use crate::play::{OrFail, Stage};
use crate::server::Server;
use crate::shots::draw;
use crate::tablet::Tablet;
use crate::wait::until;

in_every_browser!(a_school_watches_what_its_principal_chose, an_administrator_sets_what_is_expected_and_the_calendar,);

const GOAL: &str = "Learning goal stated in words students can repeat";
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

/// Whether what is expected in a place can be changed.
async fn may_change(tablet: &Tablet, place: &str) -> bool {
    let script =
        "return [...document.querySelectorAll('button')].some((it) => (it.ariaLabel ?? '').includes(arguments[0]));";
    match tablet.script(script, vec![place.into()]).await {
        Ok(Value::Bool(may)) => may,
        other => panic!("the buttons are {other:?}"),
    }
}

/// The look-fors that the recorder opens on, in order.
async fn opens_on(tablet: &Tablet) -> Vec<String> {
    let script = "return [...document.querySelectorAll('.look-for-row-title')].map((it) => it.innerText);";
    match tablet.script(script, vec![]).await {
        Ok(Value::Array(titles)) => titles.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        other => panic!("the rows are {other:?}"),
    }
}

async fn an_administrator_sets_what_is_expected_and_the_calendar(stage: &mut Stage) {
    let server = Server::start(stage.evidence()).await;
    let office = stage.new_tablet().await;
    enter_at(&office, &server.at("/"), sample::DEMO_ADMINISTRATOR).await;
    office.see("No school’s visits are kept on this tablet").await;
    office.go(&server.at("/framework")).await;
    office.press("Expectations").await;
    office.press(&format!("Expect something of: {GOAL}")).await;
    office.type_into("Share of visits, in %", "80").await;
    office.press("Store this expectation").await;
    office.see("Type all three in whole minutes.").await;
    office.type_into("The practice", "5").await;
    office.see("visits of 10 minutes find it at most 31 times in 100").await;
    office.press("Store this expectation").await;
    office.see("Say why in up to 500 characters").await;
    office.type_into("Why is it expected all the same?", "Visits begin with the lesson.").await;
    office.choose("Where", "at Harbor View Elementary").await;
    office.is_accessible("an expectation that is being written").await;
    office.press("Store this expectation").await;
    office.see("Tablets take it at their next sync.").await;
    office.see("at Harbor View Elementary: at least 80 % of visits").await;
    office.see("Expected all the same: Visits begin with the lesson.").await;
    assert!(may_change(&office, "at Harbor View Elementary").await);
    office.go(&server.at("/framework")).await;
    office.see("at least 80 % of visits (at Harbor View Elementary)").await;

    office.go(&server.at("/framework/focus")).await;
    office.press("Who decides").await;
    office.press("Choose who decides: Harbor View Elementary").await;
    office.choose("Decision model", "School sets priorities and controls actions").await;
    office.press("Store who decides").await;
    office.see("Say why in 1 to 500 characters.").await;
    office.type_into("Why", "Agreed with its staff.").await;
    office.is_accessible("who decides").await;
    office.press("Store who decides").await;
    office.see("Harbor View Elementary sets its own priorities and controls what is done about them").await;
    // It takes effect: what is expected of the school is no longer the office's to change.
    office.go(&server.at("/framework/expectations")).await;
    office.see("at Harbor View Elementary: at least 80 % of visits").await;
    until(async || match may_change(&office, "at Harbor View Elementary").await {
        false => Ok(()),
        true => Err("it can still be changed"),
    })
    .await
    .or_fail("waiting for the model to take effect");
    assert!(may_change(&office, "in the whole district").await);

    office.go(&server.at("/framework/calendar")).await;
    office.press("Add a check date").await;
    office.press("Store this calendar").await;
    office.see("Choose check date 1, or remove it.").await;
    office.press("Remove: 1. check date").await;
    office.press("Remove: 1. Labor Day").await;
    office.is_accessible("the calendar").await;
    office.press("Store this calendar").await;
    office.see("Tablets take it at their next sync.").await;
    office.reload().await;
    office.see("Add days without school").await;
    office.see_no("Labor Day").await;
}

mod chromium_alone {
    use super::*;

    #[test]
    fn focus_and_rules_fit_every_screen() {
        crate::play::play(crate::browser::Browser::Chromium, every_screen);
    }

    #[test]
    fn expectations_and_the_calendar_fit_every_screen() {
        crate::play::play(crate::browser::Browser::Chromium, every_screen_of_expectations);
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

async fn every_screen_of_expectations(stage: &mut Stage) {
    let server = Server::start(stage.evidence()).await;
    let office = stage.new_tablet().await;
    enter_at(&office, &server.at("/"), sample::DEMO_ADMINISTRATOR).await;
    office.see("No school’s visits are kept on this tablet").await;
    office.go(&server.at("/framework/expectations")).await;
    office.see(GOAL).await;
    draw(&office, "expectations").await;
    office.press(&format!("Expect something of: {GOAL}")).await;
    office.type_into("Share of visits, in %", "80").await;
    office.type_into("The practice", "5").await;
    office.see("More is expected than visits can find").await;
    let script = "document.querySelector('#expect-form').closest('article').scrollIntoView();";
    office.script(script, vec![]).await.or_fail("going down the page");
    draw(&office, "expectation-form").await;
    office.go(&server.at("/framework/calendar")).await;
    office.see("Days without school").await;
    draw(&office, "calendar").await;
    office.go(&server.at("/framework/decisions")).await;
    office.press("Choose who decides: Harbor View Elementary").await;
    office.see("Parameters of autonomy").await;
    draw(&office, "who-decides").await;
    prefer(&office, "language", "es").await;
    office.go(&server.at("/framework/calendar")).await;
    office.see("Días sin clase").await;
    draw(&office, "calendar-es").await;
    office.go(&server.at("/framework/expectations")).await;
    office.see("Esperar algo").await;
    draw(&office, "expectations-es").await;
}
