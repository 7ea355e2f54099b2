//! An administrator sets a goal, enters its results and brings in more from a file; a school that decides about that goal sees
//! what is expected change hands.

use std::fs;

use crate::access::prefer;
use crate::journey::{enter_at, sign_in};
use crate::play::{OrFail, Stage};
use crate::server::Server;
use crate::shots::draw;
use crate::tablet::Tablet;

in_every_browser!(a_goal_is_set_measured_and_decided_about,);

const READING: &str = "Two of three fourth-graders read at grade level";
const GRADUATION: &str = "Nine of ten graduate on time";

/// Chooses a day in a field for dates, as its calendar does.
async fn pick(tablet: &Tablet, field: &str, day: &str) {
    let script = "const field = document.getElementById(arguments[0]);\
                  field.value = arguments[1];\
                  field.dispatchEvent(new Event('input', { bubbles: true }));";
    tablet.script(script, vec![field.into(), day.into()]).await.or_fail("choosing a day");
}

async fn office(stage: &mut Stage, server: &Server) -> Tablet {
    let office = stage.new_tablet().await;
    enter_at(&office, &server.at("/"), sample::DEMO_ADMINISTRATOR).await;
    office.see("No school’s visits are kept on this tablet").await;
    office
}

async fn a_goal_is_set_measured_and_decided_about(stage: &mut Stage) {
    let server = Server::start(stage.evidence()).await;
    let tablet = stage.new_tablet().await;
    let office = office(stage, &server).await;
    office.go(&server.at("/framework")).await;
    office.press("Goals").await;
    office.see("Initiatives that serve no goal").await;
    office.press("Set a goal").await;
    office.press("Store this goal").await;
    office.see("Write a number with at most two decimals.").await;
    office.type_into("Goal", GRADUATION).await;
    office.type_into("Measure", "Graduates within four years").await;
    office.type_into("Baseline", "84").await;
    office.type_into("Target", "80").await;
    pick(&office, "goal-measured", "2026-06-12").await;
    pick(&office, "goal-by", "2029-06-12").await;
    office.press("Store this goal").await;
    office.see("The target has to be better than the baseline").await;
    office.type_into("Target", "90").await;
    office.is_accessible("a goal that is being written").await;
    office.press("Store this goal").await;
    office.see("Graduates within four years: from 84 % on 12 Jun 2026 to at least 90 % by 12 Jun 2029.").await;
    office.see("Tablets take it at their next sync.").await;

    // It is the third; one more is too many.
    office.press("Set a goal").await;
    office.type_into("Goal", "One too many").await;
    office.choose("What is to change", "How is taught").await;
    office.press("Open questions asked").await;
    office.press("Store this goal").await;
    office.see("A school would work towards more goals at a time than the district allows.").await;
    office.press("Leave it as it was").await;

    // What served nothing serves the new goal.
    office.press("Change: New signs for the hallways").await;
    office.choose("Which goal it serves", GRADUATION).await;
    office.press("Store this initiative").await;
    office.see_no("Initiatives that serve no goal").await;
    office.is_accessible("the goals").await;

    office.press(&format!("Results of: {READING}")).await;
    office.see("No results yet").await;
    office.press("Enter a result").await;
    office.choose("School", "Harbor View Elementary").await;
    office.type_into("Value", "many").await;
    office.press("Store it").await;
    office.see("Write a number with at most two decimals.").await;
    office.type_into("Value", "52.5").await;
    office.type_into("Number of students", "48").await;
    office.is_accessible("a result that is being entered").await;
    office.press("Store it").await;
    office.see("52.5 % (of 48)").await;

    let folder = tempfile::tempdir().or_fail("a folder for the files");
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).or_fail("writing a file");
        [path.display().to_string()]
    };
    let bad = "date;value;school\n2026-11-02;49;Cedar Ridge Elementary\nsoon;50;Elsewhere\n";
    office.hand_over("From a file", &file("bad.csv", bad)).await;
    office.see("The file was not taken").await;
    office.see("Line 3, school “Elsewhere”: The goal is for no such school.").await;
    let good = "date;value;school;group;students\n2026-11-02;49,5;Cedar Ridge Elementary;;51\n\
                2026-11-02;38;Cedar Ridge Elementary;English learners;12\n";
    office.hand_over("From a file", &file("good.csv", good)).await;
    office.see("2 new, 0 changed, 0 as they are already.").await;
    office.is_accessible("what a file of results would change").await;
    office.press("Take these").await;
    office.see("Cedar Ridge Elementary, English learners").await;
    office.see("49.5 % (of 51)").await;
    office.is_accessible("the results of a goal").await;

    // A correction closes its form, and the number is the new one.
    office.press("Correct: Harbor View Elementary, …").await;
    office.type_into("Value", "54").await;
    office.press("Store it").await;
    office.see("54 % (of 48)").await;
    office.see_no("52.5 %").await;
    office.see_no("Student group").await;

    // Who decides about one goal of a school.
    office.go(&server.at("/framework/decisions")).await;
    office.press("Choose who decides: Cedar Ridge Elementary").await;
    office.choose("For", READING).await;
    office.choose("Decision model", "School sets priorities and controls actions").await;
    office.type_into("Why", "Agreed with its staff.").await;
    office.press("Store who decides").await;
    office.see(&format!("For what carries “{READING}”: Cedar Ridge Elementary sets its own priorities")).await;

    sign_in(&tablet, &server, sample::DEMO_PRINCIPAL).await;
    tablet.go(&server.at("/framework/goals")).await;
    tablet.see(GRADUATION).await;
    tablet.see_no("Set a goal").await;
    tablet.press(&format!("Results of: {READING}")).await;
    tablet.see("49.5 % (of 51)").await;
    tablet.see_no("Harbor View Elementary").await;
    tablet.go(&server.at("/framework/expectations")).await;
    tablet.see("Expect something").await;
    tablet.press("Expect something of: Open questions asked").await;
    tablet.choose("Where", "at Cedar Ridge Elementary").await;
}

mod chromium_alone {
    use super::*;

    #[test]
    fn goals_fit_every_screen() {
        crate::play::play(crate::browser::Browser::Chromium, every_screen);
    }
}

async fn every_screen(stage: &mut Stage) {
    let server = Server::start(stage.evidence()).await;
    let office = office(stage, &server).await;
    office.go(&server.at("/framework/goals")).await;
    office.see(READING).await;
    draw(&office, "goals").await;
    office.press("Set a goal").await;
    office.see("Look-fors that carry it").await;
    draw(&office, "goal-form").await;
    office.press(&format!("Results of: {READING}")).await;
    office.see("No results yet").await;
    draw(&office, "goal-none").await;
    let folder = tempfile::tempdir().or_fail("a folder for a file");
    let path = folder.path().join("results.csv");
    let table = "date,value,school,group,kind,students\n2026-06-01,44,Cedar Ridge Elementary,,baseline,49\n\
                 2026-11-02,49.5,Cedar Ridge Elementary,,,51\n2026-11-02,38,Cedar Ridge Elementary,English learners,,12\n\
                 2026-11-02,66.25,Harbor View Elementary,,,63\n2026-11-02,52.1,,,,114\n";
    fs::write(&path, table).or_fail("writing a file");
    office.hand_over("From a file", &[path.display().to_string()]).await;
    office.see("5 new").await;
    draw(&office, "goal-file").await;
    office.press("Take these").await;
    office.see("66.25 % (of 63)").await;
    draw(&office, "goal").await;
    office.press("Enter a result").await;
    office.see("Number of students").await;
    draw(&office, "figure-form").await;
    prefer(&office, "language", "es").await;
    office.go(&server.at("/framework/goals")).await;
    office.see("Metas de aprovechamiento").await;
    draw(&office, "goals-es").await;
    office.press(&format!("Resultados de: {READING}")).await;
    office.see("Todo lo anotado").await;
    draw(&office, "goal-es").await;
}
