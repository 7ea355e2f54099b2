//! Every page at every size, light and dark: nothing may need sideways scrolling. The pictures stay
//! in `target/shots/` to be looked at; `cargo xtask shots` takes only these.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::play::{OrFail, Stage, play, setting};
use crate::server::Server;
use crate::tablet::Tablet;

/// The pages, by the name of their pictures. `cargo xtask shots /compare` takes others.
const PAGES: [(&str, &str); 19] = [
    ("today", "/"),
    ("week", "/week"),
    ("start", "/start"),
    ("paper", "/start/paper"),
    ("visits", "/visits"),
    ("compare", "/compare"),
    ("discrepancies", "/compare/discrepancies"),
    ("schools", "/compare/schools"),
    ("two", "/compare/two?from=2026-10-12&against=%3Fto%3D2026-10-11"),
    ("weekly", "/compare/weekly"),
    ("report", "/compare/report"),
    ("coverage", "/coverage"),
    ("trends", "/trends?show=all"),
    ("export", "/visits/export"),
    ("calibration", "/calibration"),
    ("together", "/calibration/record"),
    ("framework", "/framework"),
    ("sync", "/sync"),
    ("settings", "/settings"),
];

/// Tablet upright and lying, phone, Chromebook.
const SIZES: [(u32, u32); 4] = [(834, 1194), (1194, 834), (390, 844), (1366, 768)];

/// A page with what it is about, not the grey rows that stand for it while it is read.
const DRAWN: &str = "body:not(:has(.skeleton)) main h1";

const THEMES: [&str; 2] = ["light", "dark"];

mod chromium {
    use super::*;

    #[test]
    fn every_page_fits_every_screen_in_light_and_dark() {
        play(crate::browser::Browser::Chromium, every_page_fits_every_screen);
    }
}

async fn every_page_fits_every_screen(stage: &mut Stage) {
    let server = Server::start(stage.evidence()).await;
    let tablet = stage.new_tablet().await;
    crate::journey::sign_in(&tablet, &server, sample::DEMO_PRINCIPAL).await;

    let mut too_wide = Vec::new();
    for (name, path) in pages() {
        for theme in THEMES {
            for size in SIZES {
                look_like(&tablet, size, theme).await;
                tablet.go(&server.at(&path)).await;
                tablet.see_element(DRAWN).await;
                let picture = picture(&name, size, theme);
                tablet.session().screenshot(&picture).await.or_fail("taking a screenshot");
                if scrolls_sideways(&tablet).await {
                    too_wide.push(picture);
                }
            }
        }
    }
    assert!(too_wide.is_empty(), "these need sideways scrolling: {too_wide:#?}");
}

fn pages() -> Vec<(String, String)> {
    match env::var("THROUGHLINE_SHOTS") {
        Ok(paths) => {
            paths.split_whitespace().map(|path| (path.trim_matches('/').replace('/', "-"), path.to_owned())).collect()
        }
        Err(_) => PAGES.iter().map(|(name, path)| (name.to_string(), path.to_string())).collect(),
    }
}

/// Pictures of what a page shows now, in every look; none may need sideways scrolling.
pub(crate) async fn draw(tablet: &Tablet, name: &str) {
    for (size, theme) in every_look() {
        look_like(tablet, size, theme).await;
        let picture = picture(name, size, theme);
        tablet.session().screenshot(&picture).await.or_fail("taking a screenshot");
        assert!(!scrolls_sideways(tablet).await, "{} needs sideways scrolling", picture.display());
    }
}

/// Every size, light and dark.
pub(crate) fn every_look() -> impl Iterator<Item = ((u32, u32), &'static str)> {
    SIZES.into_iter().flat_map(|size| THEMES.map(|theme| (size, theme)))
}

/// Gives a tablet a size and a theme.
pub(crate) async fn look_like(tablet: &Tablet, (width, height): (u32, u32), theme: &str) {
    let session = tablet.session();
    let size = json!({
        "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
    });
    session.cdp().send_raw("Emulation.setDeviceMetricsOverride", size).await.or_fail("setting the size of the screen");
    let theme = json!({ "features": [{ "name": "prefers-color-scheme", "value": theme }] });
    session.cdp().send_raw("Emulation.setEmulatedMedia", theme).await.or_fail("setting the theme");
}

/// Whether a page is wider than its screen.
pub(crate) async fn scrolls_sideways(tablet: &Tablet) -> bool {
    let script = "return document.documentElement.scrollWidth > window.innerWidth;";
    tablet.script(script, vec![]).await.or_fail("measuring the page") == Value::Bool(true)
}

/// Where a picture goes.
pub(crate) fn picture(name: &str, (width, height): (u32, u32), theme: &str) -> PathBuf {
    let artifacts = PathBuf::from(setting("THROUGHLINE_ARTIFACTS"));
    let folder = artifacts.parent().unwrap_or(Path::new(".")).join("shots");
    fs::create_dir_all(&folder).or_fail("making the folder for screenshots");
    folder.join(format!("{name}-{width}x{height}-{theme}.png"))
}
