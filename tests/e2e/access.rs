//! Every page, light and dark, in English and Spanish, under every rule that axe has.

use crate::journey::sign_in;
use crate::play::{OrFail, Stage, play};
use crate::server::Server;
use crate::tablet::Tablet;

/// The pages, by a word that they show once they are drawn.
const PAGES: [(&str, &str); 23] = [
    ("/", "main h1"),
    ("/week", "main h2"),
    ("/start", ".classroom-card"),
    ("/start/paper", "main h1"),
    ("/visits", ".visit-row"),
    ("/compare", ".compare-row"),
    ("/compare/discrepancies", "main section"),
    ("/compare/schools", ".heat-map"),
    ("/compare/two?from=2026-10-12&against=%3Fto%3D2026-10-11", ".data-table"),
    ("/compare/weekly", "main h1"),
    ("/compare/report", ".report-foot"),
    ("/coverage", ".week-bars"),
    ("/trends?show=all", ".trend-card"),
    ("/visits/export", "main h1"),
    ("/calibration", "main h2"),
    ("/calibration/record", ".classroom-card"),
    ("/framework", "main h2"),
    ("/framework/comments", "main h2"),
    ("/framework/focus", "main h2"),
    ("/framework/decisions", "main h2"),
    ("/framework/goals", "main h2"),
    ("/sync", "main h2"),
    ("/settings", "main h1"),
];

in_every_browser!(every_page_of_a_years_district_is_drawn_and_accessible);

mod chromium_alone {
    use super::*;

    #[test]
    fn recording_is_accessible_in_light_and_dark() {
        play(crate::browser::Browser::Chromium, recording_is_accessible);
    }

    #[test]
    fn every_page_is_accessible_in_the_dark_and_in_spanish() {
        play(crate::browser::Browser::Chromium, every_page_in_the_dark_and_in_spanish);
    }
}

/// A school year of the demo district on every page.
async fn every_page_of_a_years_district_is_drawn_and_accessible(stage: &mut Stage) {
    let server = Server::start(stage.evidence()).await;
    let tablet = stage.new_tablet().await;
    tablet.go(&server.at("/")).await;
    tablet.see("Sign in").await;
    tablet.is_accessible("signing in").await;
    sign_in(&tablet, &server, sample::DEMO_PRINCIPAL).await;
    none(on_every_page(&tablet, &server, "synced").await);
}

async fn every_page_in_the_dark_and_in_spanish(stage: &mut Stage) {
    let server = Server::start(stage.evidence()).await;
    let tablet = stage.new_tablet().await;
    sign_in(&tablet, &server, sample::DEMO_PRINCIPAL).await;
    prefer(&tablet, "theme", "dark").await;
    let mut found = on_every_page(&tablet, &server, "synced").await;
    prefer(&tablet, "theme", "light").await;
    prefer(&tablet, "language", "es").await;
    let spanish = on_every_page(&tablet, &server, "sincronizado").await;
    found.extend(spanish.into_iter().map(|one| format!("in Spanish: {one}")));
    none(found);
}

async fn on_every_page(tablet: &Tablet, server: &Server, synced: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (path, sign) in PAGES {
        tablet.go(&server.at(path)).await;
        tablet.see_element(sign).await;
        tablet.see(synced).await;
        found.extend(tablet.violations().await.into_iter().map(|one| format!("{path}: {one}")));
    }
    found
}

async fn recording_is_accessible(stage: &mut Stage) {
    let server = Server::start(stage.evidence()).await;
    let tablet = stage.new_tablet().await;
    sign_in(&tablet, &server, sample::DEMO_PRINCIPAL).await;
    let mut found = Vec::new();
    for theme in ["light", "dark"] {
        prefer(&tablet, "theme", theme).await;
        tablet.go(&server.at("/start")).await;
        tablet.type_into("Room, teacher, grade or subject", "Room 204").await;
        tablet.press("Start here: Room 204").await;
        tablet.see("Focus this month").await;
        found.extend(tablet.violations().await.into_iter().map(|one| format!("recorder, {theme}: {one}")));
        tablet.press("Finish visit").await;
        tablet.see("Finish the visit").await;
        found.extend(tablet.violations().await.into_iter().map(|one| format!("finish sheet, {theme}: {one}")));
        tablet.press("Finish with …").await;
        tablet.see("For the teacher").await;
        found.extend(tablet.violations().await.into_iter().map(|one| format!("visit, {theme}: {one}")));
        tablet.press("For the teacher").await;
        tablet.see_element("main h1").await;
        found.extend(tablet.violations().await.into_iter().map(|one| format!("teacher, {theme}: {one}")));
    }
    none(found);
}

/// The next page is drawn so.
pub(crate) async fn prefer(tablet: &Tablet, what: &str, value: &str) {
    let set = format!("localStorage.setItem('throughline.{what}', '\"{value}\"')");
    tablet.script(&set, vec![]).await.or_fail("keeping a preference");
}

fn none(found: Vec<String>) {
    assert!(found.is_empty(), "{} violations:\n{}", found.len(), found.join("\n"));
}
