//! The browsers we promise to work in, and how each one is started for a test.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::play::setting;

/// A browser, by its engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Browser {
    /// Chromebooks, Android tablets, Edge.
    Chromium,
    /// iPads: WebKitGTK is the closest to Safari that runs outside Apple's systems.
    WebKit,
    /// Firefox.
    Firefox,
}

impl Browser {
    /// The driver, listening on this port. Nothing that it or its browser keeps is outside the
    /// profile folder.
    pub(crate) fn driver(self, port: u16, profile: &Path) -> Command {
        let mut command = match self {
            Browser::Chromium => Command::new(setting("THROUGHLINE_CHROMIUM_DRIVER")),
            Browser::WebKit => Command::new(setting("THROUGHLINE_WEBKIT_DRIVER")),
            Browser::Firefox => Command::new(setting("THROUGHLINE_FIREFOX_DRIVER")),
        };
        command.arg(format!("--port={port}"));
        command.env("XDG_DATA_HOME", profile).env("XDG_CACHE_HOME", profile);
        // No accessibility bus and no graphics card on a test machine.
        command.env("NO_AT_BRIDGE", "1").env("LIBGL_ALWAYS_SOFTWARE", "1");
        command
    }

    /// What the driver is asked for.
    pub(crate) fn capabilities(self, profile: &Path) -> Value {
        let profile = profile.to_string_lossy();
        match self {
            Browser::Chromium => json!({
                "browserName": "chrome",
                "goog:loggingPrefs": { "browser": "ALL" },
                "goog:chromeOptions": {
                    "binary": setting("THROUGHLINE_CHROMIUM"),
                    "args": [
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--force-prefers-reduced-motion",
                        "--window-size=834,1194",
                        format!("--user-data-dir={profile}"),
                    ],
                },
            }),
            Browser::WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": {
                    "binary": setting("THROUGHLINE_WEBKIT"),
                    // Its page cache keeps a page that was left in the middle of a sync, stopped, with its lock and
                    // its transaction, and the next page waits for both: DESIGN.md, "What does WebKit's page cache
                    // do to a sync?". These tests go from address to address as nobody does inside the app.
                    "args": ["--automation", "--enable-page-cache=false"],
                },
            }),
            Browser::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": setting("THROUGHLINE_FIREFOX"),
                    "args": ["-headless", "-profile", profile, "-width", "834", "-height", "1194"],
                    "prefs": { "devtools.console.stdout.content": true },
                },
            }),
        }
    }

    /// Whether what a page stored is still there after the whole browser has been killed. Under
    /// automation WebKitGTK keeps everything in memory, and its driver ends the session as soon as
    /// the process of one page dies.
    pub(crate) fn keeps_its_profile(self) -> bool {
        match self {
            Browser::Chromium | Browser::Firefox => true,
            Browser::WebKit => false,
        }
    }
}
