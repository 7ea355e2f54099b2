//! Every page, light and dark, in English and Spanish, under every rule that axe has.

use crate::journey::sign_in;
use crate::play::{Stage, play};
use crate::server::Server;

/// The pages, by a word that they show once they are drawn.
const PAGES: [(&str, &str); 18] = [
    ("/", ".today"),
    ("/week", "main h2"),
    ("/start", ".classroom-card"),
    ("/start/paper", "main h1"),
    ("/visits", ".visit-row"),
    ("/compare", ".compare-row"),
    ("/compare/discrepancies", "main section"),
    ("/compare/schools", ".heat-map"),
    ("/compare/two?from=2026-10-12&against=%3Fto%3D2026-10-11", ".data-table"),
    ("/compare/weekly", "main h1"),
    ("/coverage", ".week-bars"),
    ("/trends?show=all", ".trend-card"),
    ("/visits/export", "main h1"),
    ("/calibration", "main h2"),
    ("/calibration/record", ".classroom-card"),
    ("/framework", "main h2"),
    ("/sync", "main h2"),
    ("/settings", "main h1"),
];

mod chromium {
    use super::*;

    #[test]
    fn every_page_is_accessible_in_light_and_dark() {
        play(crate::browser::Browser::Chromium, every_page_is_accessible);
    }
}

async fn every_page_is_accessible(stage: &mut Stage) {
    let server = Server::start(stage.evidence()).await;
    let tablet = stage.new_tablet().await;
    tablet.go(&server.at("/")).await;
    tablet.see("Sign in").await;
    tablet.is_accessible("signing in").await;
    sign_in(&tablet, &server, sample::DEMO_PRINCIPAL).await;
    let mut found = Vec::new();
    for theme in ["light", "dark"] {
        let set = format!("localStorage.setItem('throughline.theme', '\"{theme}\"')");
        let _ = tablet.script(&set, vec![]).await;
        for (path, sign) in PAGES {
            tablet.go(&server.at(path)).await;
            let sign = if path == "/" { "main h1" } else { sign };
            tablet.see_element(sign).await;
            tablet.see("synced").await;
            found.extend(tablet.violations().await.into_iter().map(|one| format!("{path}, {theme}: {one}")));
        }
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
    assert!(found.is_empty(), "{} violations:\n{}", found.len(), found.join("\n"));
}
