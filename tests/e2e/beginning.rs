//! From an empty server to the first recorded visit: the district, its roster, its framework, its people.

use std::fs;

use thirtyfour::Key;

use crate::play::{OrFail, Stage};
use crate::server::Server;
use crate::shots::draw;
use crate::tablet::Tablet;

in_every_browser!(an_empty_district_gets_from_nothing_to_its_first_visit);

const TABLES: [(&str, &str); 3] = [
    ("schools.csv", "id,name\nlarch,Larch Creek Community School\n"),
    ("teachers.csv", "id,name,schools\nt1,Ada Okafor,larch\n"),
    ("classes.csv", "id,name,school,grade,lead,students\nr1,Room 1,larch,4,t1,22\n"),
];
const PRACTICE: &str = "Learning goal stated in words students can repeat";

async fn an_empty_district_gets_from_nothing_to_its_first_visit(stage: &mut Stage) {
    let mut server = Server::empty(stage.evidence()).await;
    let (office, tablet) = (stage.new_tablet().await, stage.new_tablet().await);
    set_up(&office, &server).await;
    bring_in_the_roster(&office, &server).await;
    publish_the_framework(&office, &server).await;
    let link = invite(&office, &server, "Noor Ávila", "noor@larch.example").await;

    tablet.go(&link).await;
    tablet.see("Noor Ávila, choose a passphrase for Larch County.").await;
    tablet.is_accessible("joining with a link").await;
    tablet.type_into("A passphrase", "short").await;
    tablet.press("Go").await;
    tablet.see("This passphrase is too short.").await;
    tablet.type_into("A passphrase", "a lamp by the window").await;
    tablet.press("Go").await;
    tablet.see("last synced").await;
    tablet.ready_for_offline().await;
    server.stop().await;

    tablet.go(&server.at("/start")).await;
    tablet.type_into("Room, teacher, grade or subject", "Room 1").await;
    tablet.press("Start here: Room 1").await;
    tablet.press("Also saw …").await;
    tablet.press_within(PRACTICE, "Seen").await;
    tablet.press("Finish visit").await;
    // Nobody has chosen a focus yet, so nothing can be blank.
    tablet.press_within("Finish the visit", "Finish visit").await;
    server.start_again().await;
    tablet.go(&server.at("/sync")).await;
    tablet.press("Sync now").await;
    tablet.see("Everything on this tablet is on the server.").await;
    office.go(&server.at("/compare")).await;
    office.see("1 visit").await;

    // The link opens nothing a second time.
    let other = stage.new_tablet().await;
    other.go(&link).await;
    other.see("This link was used").await;
}

async fn set_up(office: &Tablet, server: &Server) {
    office.go(&server.setup_link()).await;
    office.type_into("The district’s name", "Larch County").await;
    office.type_into("Your name", "Ida Brandt").await;
    office.type_into("Your email", "ida@larch.example").await;
    office.type_into("A passphrase", "a river under the ice").await;
    office.press("Set up the district").await;
    office.see("No school’s visits are kept on this tablet").await;
}

async fn bring_in_the_roster(office: &Tablet, server: &Server) {
    let folder = tempfile::tempdir().or_fail("a folder for the tables");
    let tables = TABLES.map(|(name, text)| {
        let path = folder.path().join(name);
        fs::write(&path, text).or_fail("writing a table");
        path.display().to_string()
    });
    office.go(&server.at("/roster")).await;
    office.hand_over("Choose a zip or tables", &tables).await;
    office.press("Store these changes").await;
    office.see("The roster is stored.").await;
}

/// With the keyboard alone from the draft on.
async fn publish_the_framework(office: &Tablet, server: &Server) {
    office.go(&server.at("/framework")).await;
    office.press("Write the framework").await;
    office.see("Your district has no framework yet.").await;
    office.tab_to("From the starter framework").await;
    office.keys(Key::Enter).await;
    office.see("What it changes: 24 look-fors").await;
    office.tab_to("Publish version 1").await;
    office.keys(Key::Enter).await;
    office.see("A published version never changes").await;
    office.tab_to("Publish version 1").await;
    office.keys(Key::Enter).await;
    office.see("Version 1 is published").await;
}

async fn invite(office: &Tablet, server: &Server, name: &str, email: &str) -> String {
    office.go(&server.at("/settings")).await;
    office.press("People").await;
    office.see("One person").await;
    office.press("Invite somebody").await;
    office.press("Make the link").await;
    office.see("Choose at least one school.").await;
    office.is_accessible("inviting somebody").await;
    office.type_into("Name", name).await;
    office.type_into("Email", email).await;
    office.press("Larch Creek Community School").await;
    office.press("Make the link").await;
    office.see(&format!("The link for {name}")).await;
    office.see("Invited; the link works until").await;
    office.is_accessible("a link to hand over").await;
    let address = office.see_element(".people-address").await.text().await.or_fail("reading the link");
    assert!(address.starts_with(&server.at("/join/")), "{address}");
    address
}

mod chromium_alone {
    use super::*;

    #[test]
    fn people_fit_every_screen() {
        crate::play::play(crate::browser::Browser::Chromium, every_screen);
    }
}

async fn every_screen(stage: &mut Stage) {
    let server = Server::start(stage.evidence()).await;
    let (office, tablet) = (stage.new_tablet().await, stage.new_tablet().await);
    crate::journey::enter_at(&office, &server.at("/"), sample::DEMO_ADMINISTRATOR).await;
    office.see("No school’s visits are kept on this tablet").await;
    office.go(&server.at("/people")).await;
    office.see("Invite somebody").await;
    office.press("Invite somebody").await;
    draw(&office, "people-invite").await;
    office.type_into("Name", "Wilhelmina Featherstonehaugh-Castellanos").await;
    office.type_into("Email", "wilhelmina.featherstonehaugh-castellanos@the-long-name-district.example").await;
    office.press("Cedar Ridge Elementary").await;
    office.press("Make the link").await;
    office.see("The link for Wilhelmina").await;
    draw(&office, "people-link").await;
    office.press("Change the place of Wilhelmina Featherstonehaugh-Castellanos").await;
    office.see("Make a new link").await;
    let down = "document.querySelector('.person form').scrollIntoView();";
    office.script(down, vec![]).await.or_fail("going down to the person");
    draw(&office, "people-change").await;
    let address = office.see_element(".people-address").await.text().await.or_fail("reading the link");
    tablet.go(&address).await;
    tablet.see("choose a passphrase").await;
    draw(&tablet, "join").await;
}
