//! An administrator brings in a roster, and a principal's tablet has its classrooms after the next sync.

use std::fs;
use std::path::Path;

use thirtyfour::Key;

use crate::journey::{enter_at, sign_in};
use crate::play::{OrFail, Stage};
use crate::server::Server;
use crate::shots::draw;
use crate::tablet::Tablet;

in_every_browser!(a_roster_comes_in_and_a_tablet_has_its_classrooms);

const CLASSES: &str = "id,name,school,grade,lead,students\n\
    solarium,Solarium,cedar-ridge,4,t-new,22\n\
    loft,Loft,cedar-ridge,fourth,t-new,20\n\
    yurt,Yurt,larch,,,\n";
const TEACHERS: &str = "id,name,schools\nt-new,Noor Ávila Castellanos-Whitcombe,cedar-ridge\n";
const SCHOOLS: &str = "id,name\ncedar-ridge,Cedar Ridge Elementary\nlarch,Larch Creek Community School\n";

/// The tables of a package, as a person has them in a folder.
fn package(folder: &Path) -> Vec<String> {
    let tables = [("classes.csv", CLASSES), ("schools.csv", SCHOOLS), ("teachers.csv", TEACHERS)];
    let write = |(name, text): (&str, &str)| {
        let path = folder.join(name);
        fs::write(&path, text).or_fail("writing a table");
        path.display().to_string()
    };
    tables.map(write).to_vec()
}

async fn a_roster_comes_in_and_a_tablet_has_its_classrooms(stage: &mut Stage) {
    let server = Server::start(stage.evidence()).await;
    let (office, tablet) = (stage.new_tablet().await, stage.new_tablet().await);
    sign_in(&tablet, &server, sample::DEMO_PRINCIPAL).await;
    let folder = tempfile::tempdir().or_fail("a folder for the tables");
    let notes = folder.path().join("notes.csv");
    fs::write(&notes, "a,b\n").or_fail("writing a table");
    let notes = notes.display().to_string();

    open(&office, &server).await;
    office.see("Nothing has been brought in from another system yet.").await;
    office.is_accessible("a roster before anything is brought in").await;
    office.hand_over("Choose a zip or tables", &[notes]).await;
    office.see("None of the files has a name that OneRoster or the template knows.").await;
    office.press("Take other files").await;

    office.hand_over("Choose a zip or tables", &package(folder.path())).await;
    office.see("What would change").await;
    office.see("“fourth” is no grade; write PK, K or 1 to 12").await;
    office.see("Noor Ávila Castellanos-Whitcombe").await;
    office.is_accessible("what a roster would change").await;
    // With the keyboard alone.
    office.tab_to("Store these changes").await;
    office.keys(Key::Enter).await;
    office.see("The roster is stored.").await;
    office.see("Larch Creek Community School").await;
    office.is_accessible("a roster that was stored").await;

    // It syncs as soon as it starts.
    tablet.go(&server.at("/start")).await;
    tablet.type_into("Room, teacher, grade or subject", "Solarium").await;
    tablet.press("Start here: Solarium").await;
    tablet.see("Noor Ávila Castellanos-Whitcombe").await;
}

/// The roster page, from where an administrator finds it.
async fn open(tablet: &Tablet, server: &Server) {
    enter_at(tablet, &server.at("/"), sample::DEMO_ADMINISTRATOR).await;
    tablet.see("No school’s visits are kept on this tablet").await;
    tablet.go(&server.at("/settings")).await;
    tablet.press("Schools, classes and teachers").await;
    tablet.see("Bring in a roster").await;
}

mod chromium_alone {
    use super::*;

    #[test]
    fn a_roster_fits_every_screen() {
        crate::play::play(crate::browser::Browser::Chromium, every_screen);
    }
}

async fn every_screen(stage: &mut Stage) {
    let server = Server::start(stage.evidence()).await;
    let tablet = stage.new_tablet().await;
    open(&tablet, &server).await;
    let folder = tempfile::tempdir().or_fail("a folder for the tables");
    draw(&tablet, "roster").await;
    tablet.hand_over("Choose a zip or tables", &package(folder.path())).await;
    tablet.see("What would change").await;
    let down = "document.getElementById('roster-outcome').scrollIntoView();";
    tablet.script(down, vec![]).await.or_fail("going down to the changes");
    draw(&tablet, "roster-outcome").await;
}
