//! Two administrators write the next version of the framework and publish it, while a principal is in the middle of a visit.

use std::fs;

use serde_json::Value;
use thirtyfour::Key;

use crate::access::prefer;
use crate::journey::{compared, enter_at, sign_in};
use crate::play::{OrFail, Stage};
use crate::server::Server;
use crate::shots::draw;
use crate::tablet::Tablet;
use crate::wait::until;

in_every_browser!(
    a_framework_is_written_by_two_and_published_during_a_visit,
    a_look_for_replaced_during_a_visit_keeps_it
);

const GOAL: &str = "Learning goal stated in words students can repeat";
const SAID: &str = "Students say the goal of the lesson in their own words";
const QUESTIONS: &str = "Open questions asked";
const TALK: &str = "Students doing the talking";
const NAMED: &str = "Students name the goal of the lesson";
const ROOM: &str = "Room 204";

async fn a_framework_is_written_by_two_and_published_during_a_visit(stage: &mut Stage) {
    let server = Server::start(stage.evidence()).await;
    let (ada, ben, tablet) = (stage.new_tablet().await, stage.new_tablet().await, stage.new_tablet().await);
    sign_in(&tablet, &server, sample::DEMO_PRINCIPAL).await;
    tablet.go(&server.at("/start")).await;
    tablet.type_into("Room, teacher, grade or subject", ROOM).await;
    tablet.press(&format!("Start here: {ROOM}")).await;
    tablet.press_within(GOAL, "Seen").await;

    open(&ada, &server).await;
    ada.is_accessible("what a draft can begin from").await;
    let folder = tempfile::tempdir().or_fail("a folder for the files");
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).or_fail("writing a file");
        [path.display().to_string()]
    };
    ada.hand_over("From a file", &file("notes.csv", "a,b\n1,2\n")).await;
    ada.see("The table has no columns strand, practice.").await;
    let table = "strand,practice,kind\nCare,Names are used,presence\nCare,Doors are open,always\n";
    ada.hand_over("From a file", &file("care.csv", table)).await;
    ada.see("Names are used").await;
    ada.see("Row 3, kind: “always” is none of presence").await;
    ada.is_accessible("what a file would change").await;
    ada.press("Use this file").await;
    ada.see("Stored").await;
    ada.press("Discard the draft").await;
    ada.press_within("Discard the draft?", "Discard the draft").await;
    ada.press("From version 1, …").await;
    ada.see("Nothing is otherwise than in the version in use.").await;
    ada.is_accessible("a draft of the framework").await;
    open(&ben, &server).await;
    ben.see("Strands and look-fors").await;

    ada.press(&format!("Edit {GOAL}")).await;
    ada.see("In the recorder").await;
    ada.is_accessible("the form of a look-for").await;
    ada.type_into("The practice", " ").await;
    ada.press("Keep").await;
    ada.see("Say what the observer looks for.").await;
    ada.type_into("The practice", SAID).await;
    ada.press("Keep").await;
    ada.see("Reworded; was “Learning goal").await;
    assert_eq!(ada.focused().await, format!("Edit {SAID}"), "the focus goes back to where the form was opened");

    order(&ada).await;
    clash(&ada, &ben).await;

    ada.go(&server.at("/framework/draft")).await;
    ada.see("Mine in the end").await;
    ada.press("Publish version 2").await;
    ada.see("A published version never changes").await;
    ada.is_accessible("publishing a version").await;
    ada.press_within("Publish version 2", "Publish version 2").await;
    ada.see("Version 2 is published").await;
    ada.go(&server.at("/framework")).await;
    ada.see(SAID).await;

    // The visit stays on its version; the next one has the new one.
    tablet.go(&server.at("/sync")).await;
    tablet.press("Sync now").await;
    tablet.see("Everything on this tablet is on the server.").await;
    tablet.go(&server.at("/")).await;
    tablet.press("Continue").await;
    tablet.see(GOAL).await;
    tablet.press("Finish visit").await;
    tablet.press("Finish with …").await;
    tablet.go(&server.at("/start")).await;
    tablet.type_into("Room, teacher, grade or subject", ROOM).await;
    tablet.press(&format!("Start here: {ROOM}")).await;
    tablet.see(SAID).await;
}

/// The visit stays on the version that it began with, and counts for what came in the place of its look-for.
async fn a_look_for_replaced_during_a_visit_keeps_it(stage: &mut Stage) {
    let server = Server::start(stage.evidence()).await;
    let (ada, tablet) = (stage.new_tablet().await, stage.new_tablet().await);
    sign_in(&tablet, &server, sample::DEMO_PRINCIPAL).await;
    let before = visits(&tablet, &server, GOAL).await.ok_or(GOAL).or_fail("looking for a row");
    begin(&tablet, &server).await;
    tablet.press_within(GOAL, "Seen").await;

    open(&ada, &server).await;
    ada.press("From version 1, …").await;
    replace(&ada).await;
    ada.press("Publish version 2").await;
    ada.press_within("Publish version 2", "Publish version 2").await;
    ada.see("Version 2 is published").await;

    tablet.go(&server.at("/sync")).await;
    tablet.press("Sync now").await;
    tablet.see("Everything on this tablet is on the server.").await;
    tablet.go(&server.at("/")).await;
    tablet.press("Continue").await;
    tablet.see(GOAL).await;
    finish(&tablet).await;
    begin(&tablet, &server).await;
    tablet.press("Also saw …").await;
    tablet.press_within(NAMED, "Seen").await;
    finish(&tablet).await;
    let after = visits(&tablet, &server, NAMED).await;
    assert_eq!(after, Some(before + 2), "those before, the one in between, and the one after");
    assert_eq!(visits(&tablet, &server, GOAL).await, None);
    tablet.press("Table").await;
    tablet.press_within(NAMED, "Where these numbers come from").await;
    tablet.see(&format!("Visits recorded as “{GOAL}” count here too.")).await;
}

/// Archives a look-for and writes another in its place, which has to be observed alike to count its visits.
async fn replace(ada: &Tablet) {
    ada.press(&format!("Edit {GOAL}")).await;
    ada.press("Archive").await;
    ada.see("Archived: visits keep it").await;
    ada.press_within("Instruction", "Add a look-for").await;
    ada.type_into("The practice", NAMED).await;
    ada.press(GOAL).await;
    ada.see("Visits recorded with it count for this one").await;
    ada.choose("How it is observed", "Each time is tapped").await;
    ada.see(&format!("“{GOAL}” was observed otherwise")).await;
    ada.choose("How it is observed", "Seen or not seen").await;
    ada.see("Visits recorded with it count for this one").await;
    ada.is_accessible("what a look-for comes from").await;
    ada.press("Keep").await;
    ada.see(&format!("In the place of “{GOAL}”. Visits recorded with it count")).await;
    ada.see(&format!("Archived; now “{NAMED}”")).await;
}

async fn begin(tablet: &Tablet, server: &Server) {
    tablet.go(&server.at("/start")).await;
    tablet.type_into("Room, teacher, grade or subject", ROOM).await;
    tablet.press(&format!("Start here: {ROOM}")).await;
}

async fn finish(tablet: &Tablet) {
    tablet.press("Finish visit").await;
    tablet.press("Finish with …").await;
    tablet.see("For the teacher").await;
}

/// How many visits a look-for's numbers rest on, in the table of Compare; `None` where it has no row.
async fn visits(tablet: &Tablet, server: &Server, look_for: &str) -> Option<u64> {
    compared(tablet, server).await;
    let script = "
        const table = document.querySelector('main table');
        const column = [...table.tHead.rows[0].cells].findIndex((it) => it.innerText.trim() === 'Visits');
        const row = [...table.tBodies[0].rows].find((it) => it.cells[0].innerText.trim() === arguments[0]);
        return row ? Number(row.cells[column].innerText) : null;";
    tablet.script(script, vec![Value::from(look_for)]).await.or_fail("reading the table").as_u64()
}

/// With the keyboard, and by dragging.
async fn order(ada: &Tablet) {
    assert_eq!(places(ada).await[..2], [SAID, QUESTIONS]);
    let down = format!("Move down: {SAID}");
    ada.tab_to(&down).await;
    ada.keys(Key::Enter).await;
    ada.see(&format!("{SAID} is now 2 of")).await;
    until(async || if ada.focused().await == down { Ok(()) } else { Err("the focus is elsewhere") })
        .await
        .or_fail("keeping the focus on what was pressed");
    ada.keys(Key::Enter).await;
    ada.see(&format!("{SAID} is now 3 of")).await;
    assert_eq!(places(ada).await[..3], [QUESTIONS, TALK, SAID]);
    ada.press("Undo").await;
    until(async || if places(ada).await[1] == SAID { Ok(()) } else { Err("it was not undone") })
        .await
        .or_fail("undoing");
    drag(ada, SAID, QUESTIONS).await;
    until(async || if places(ada).await[0] == SAID { Ok(()) } else { Err("it was not dropped") })
        .await
        .or_fail("dragging");
    ada.see("Stored").await;
}

/// Both change one look-for; who comes second sees both versions.
async fn clash(ada: &Tablet, ben: &Tablet) {
    reword(ada, TALK, "Theirs in the beginning").await;
    ada.see("Stored").await;
    reword(ben, TALK, "Mine in the end").await;
    ben.see("Somebody else changed this too").await;
    ben.see("Theirs in the beginning").await;
    ben.is_accessible("two versions of a look-for").await;
    ben.press("Use mine").await;
    ben.see_no("Theirs in the beginning").await;
    // What only she changed is there too.
    ben.see(SAID).await;
    ben.see("Stored").await;
}

async fn reword(tablet: &Tablet, from: &str, to: &str) {
    tablet.press(&format!("Edit {from}")).await;
    tablet.type_into("The practice", to).await;
    tablet.press("Keep").await;
}

/// The look-fors of the second strand, in order.
async fn places(tablet: &Tablet) -> Vec<String> {
    let script = "return [...document.querySelectorAll('.draft-strand')][1].innerText;";
    match tablet.script(script, vec![]).await {
        Ok(Value::String(text)) => {
            let known = [SAID, QUESTIONS, TALK];
            text.lines().map(str::trim).filter(|line| known.contains(line)).map(str::to_owned).collect()
        }
        other => panic!("the strand is {other:?}"),
    }
}

/// Drivers do not drag as a person does: these are the events that the browser sends for it.
async fn drag(tablet: &Tablet, what: &str, onto: &str) {
    let script = "
        const [what, onto] = arguments;
        const row = (words) => [...document.querySelectorAll('.draft-look-for')].find((it) => it.innerText.includes(words));
        const data = new DataTransfer();
        const send = (name, to) =>
            to.dispatchEvent(new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer: data }));
        send('dragstart', row(what));
        const dropped = () => {
            const taken = !send('dragover', row(onto));
            if (taken) send('drop', row(onto));
            return taken;
        };
        const done = arguments[arguments.length - 1];
        const tries = (left) => (dropped() ? done(true) : left ? requestAnimationFrame(() => tries(left - 1)) : done(false));
        tries(60);";
    let arguments = vec![Value::from(what), Value::from(onto)];
    let answer = tablet.session().execute_async(script, arguments).await.or_fail("dragging a look-for");
    assert_eq!(answer.json(), &Value::Bool(true), "nothing let it be dropped");
}

/// The draft, from where an administrator finds it.
async fn open(tablet: &Tablet, server: &Server) {
    enter_at(tablet, &server.at("/"), sample::DEMO_ADMINISTRATOR).await;
    tablet.see("No school’s visits are kept on this tablet").await;
    tablet.go(&server.at("/framework")).await;
    tablet.press("Write the next version").await;
    tablet.see("The next version").await;
}

mod chromium_alone {
    use super::*;

    #[test]
    fn a_draft_fits_every_screen() {
        crate::play::play(crate::browser::Browser::Chromium, every_screen);
    }
}

async fn every_screen(stage: &mut Stage) {
    let server = Server::start(stage.evidence()).await;
    let tablet = stage.new_tablet().await;
    open(&tablet, &server).await;
    tablet.see("Begin a draft").await;
    draw(&tablet, "draft-begin").await;
    tablet.press("From version 1, …").await;
    tablet.see("Strands and look-fors").await;
    reword(&tablet, GOAL, SAID).await;
    tablet.see("Reworded").await;
    draw(&tablet, "draft").await;
    tablet.press("Edit Level of thinking asked for").await;
    tablet.see("In the recorder").await;
    down_to(&tablet, ".draft-form").await;
    draw(&tablet, "draft-form").await;
    down_to(&tablet, ".draft-preview").await;
    draw(&tablet, "draft-preview").await;
    tablet.press("Leave as it was").await;
    down_to(&tablet, "#draft-publish").await;
    draw(&tablet, "draft-publish").await;
    tablet.press("Publish version 2").await;
    tablet.see("A published version never changes").await;
    draw(&tablet, "draft-sure").await;
    tablet.keys(Key::Escape).await;
    tablet.see_no("A published version never changes").await;
    tablet.press(&format!("Edit {QUESTIONS}")).await;
    tablet.press("Archive").await;
    tablet.see("Archived: visits keep it").await;
    tablet.press_within("Instruction", "Add a look-for").await;
    tablet.type_into("The practice", NAMED).await;
    tablet.press(QUESTIONS).await;
    tablet.see("was observed otherwise").await;
    tablet.choose("How it is observed", "Each time is tapped").await;
    tablet.see("Visits recorded with it count for this one").await;
    down_to(&tablet, "#look-for-segment-opening").await;
    draw(&tablet, "draft-origin").await;
    tablet.press("Keep").await;
    let folder = tempfile::tempdir().or_fail("a folder for a file");
    let path = folder.path().join("care.csv");
    let table = "strand,practice,kind\nCare,Names are used,presence\nCare,Doors are open,always\n";
    fs::write(&path, table).or_fail("writing a file");
    tablet.hand_over("Bring in a file", &[path.display().to_string()]).await;
    tablet.see("What the file would change").await;
    draw(&tablet, "draft-offered").await;
    prefer(&tablet, "language", "es").await;
    tablet.go(&server.at("/framework/draft")).await;
    tablet.see("Ejes y prácticas").await;
    down_to(&tablet, "#draft-publish").await;
    draw(&tablet, "draft-es").await;
}

async fn down_to(tablet: &Tablet, what: &str) {
    let script = format!("document.querySelector('{what}').scrollIntoView();");
    tablet.script(&script, vec![]).await.or_fail("going down the page");
}
