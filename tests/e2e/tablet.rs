//! A running browser with a profile of its own: the tablet in an observer's hands.

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;
use thirtyfour::{Capabilities, WebDriver};
use tokio::time::timeout;

use crate::browser::Browser;
use crate::play::OrFail;
use crate::process::{self, Process};
use crate::wait::PATIENCE;

/// A browser under test; clones are the same browser.
#[derive(Clone)]
pub(crate) struct Tablet {
    inner: Rc<Inner>,
}

struct Inner {
    browser: Browser,
    profile: TempDir,
    log: PathBuf,
    running: RefCell<Option<Running>>,
}

struct Running {
    session: WebDriver,
    /// Its whole group dies with it.
    driver: Process,
}

impl Tablet {
    /// Starts a browser with an empty profile.
    pub(crate) async fn unpack(browser: Browser, log: &Path) -> Tablet {
        let profile = TempDir::with_prefix("throughline-").or_fail("making a browser profile");
        let tablet =
            Tablet { inner: Rc::new(Inner { browser, profile, log: log.to_owned(), running: RefCell::new(None) }) };
        tablet.switch_on().await;
        tablet
    }

    /// Which browser this is.
    pub(crate) fn browser(&self) -> Browser {
        self.inner.browser
    }

    /// The WebDriver session, for what no method here covers.
    pub(crate) fn session(&self) -> WebDriver {
        match &*self.inner.running.borrow() {
            Some(running) => running.session.clone(),
            None => panic!("the browser has been put away"),
        }
    }

    /// The browser dies without warning, as when a battery ends, and is opened again at the same
    /// address; where [`Browser::keeps_its_profile`] says no, the tab is closed without asking it.
    pub(crate) async fn die_and_come_back(&self) {
        let address = self.session().current_url().await.or_fail("asking for the address");
        if self.browser().keeps_its_profile() {
            self.cut_power();
            self.switch_on().await;
            self.go(address.as_str()).await;
        } else {
            self.close_tab_and_open(address.as_str()).await;
        }
    }

    /// Closes the tab and opens the address in a new one.
    pub(crate) async fn close_tab_and_open(&self, address: &str) {
        let session = self.session();
        let old = session.window().await.or_fail("asking for the tab");
        let new = session.new_tab().await.or_fail("opening a tab");
        session.switch_to_window(old).await.or_fail("going to the old tab");
        session.close_window().await.or_fail("closing the tab");
        session.switch_to_window(new).await.or_fail("going to the new tab");
        self.go(address).await;
    }

    /// Opens a second tab beside the first, at this address, and goes there.
    pub(crate) async fn open_second_tab(&self, address: &str) {
        let new = self.session().new_tab().await.or_fail("opening a second tab");
        self.session().switch_to_window(new).await.or_fail("going to the second tab");
        self.go(address).await;
    }

    /// Goes to a tab by its place, counted from 0 in the order of opening.
    pub(crate) async fn go_to_tab(&self, place: usize) {
        let tabs = self.session().windows().await.or_fail("asking for the tabs");
        match tabs.into_iter().nth(place) {
            Some(tab) => self.session().switch_to_window(tab).await.or_fail("changing tabs"),
            None => panic!("there is no tab {place}"),
        }
    }

    /// Keeps a screenshot, the page and its console beside the browser's own log.
    pub(crate) async fn keep_evidence(&self, folder: &Path, number: usize) {
        let looking = async {
            let Some(session) = self.inner.running.borrow().as_ref().map(|run| run.session.clone()) else {
                return;
            };
            let file = |what: &str| folder.join(format!("browser-{number}{what}"));
            // A browser that has died shows nothing, and the failure itself is already on its way.
            let _ = session.screenshot(&file(".png")).await;
            if let Ok(source) = session.source().await {
                let _ = fs::write(file(".html"), source);
            }
            if let Ok(entries) = session.browser_log().await {
                let lines: Vec<String> =
                    entries.iter().map(|entry| format!("{} {}", entry.level, entry.message)).collect();
                let _ = fs::write(file("-console.txt"), lines.join("\n"));
            }
        };
        let _ = timeout(PATIENCE, looking).await;
    }

    /// Ends the browser in an orderly way, or in any way when it does not answer.
    pub(crate) async fn put_away(&self) {
        let running = self.inner.running.borrow_mut().take();
        if let Some(Running { session, driver }) = running {
            let _ = timeout(Duration::from_secs(5), session.clone().quit()).await;
            let _ = session.leak();
            drop(driver);
            process::kill_all_that_name(self.inner.profile.path());
        }
    }

    async fn switch_on(&self) {
        let Inner { browser, profile, log, running } = &*self.inner;
        let port = process::free_port();
        let driver = Process::start(&mut browser.driver(port, profile.path()), log);
        process::listening(port).await;
        let Value::Object(wanted) = browser.capabilities(profile.path()) else {
            panic!("capabilities are an object");
        };
        let session = WebDriver::new(format!("http://127.0.0.1:{port}"), Capabilities::from(wanted))
            .await
            .or_fail(&format!("opening {browser:?}, whose log is {}", log.display()));
        *running.borrow_mut() = Some(Running { session, driver });
    }

    fn cut_power(&self) {
        if let Some(Running { session, mut driver }) = self.inner.running.borrow_mut().take() {
            // There will be nobody left to say goodbye to.
            let _ = session.leak();
            process::kill_all_that_name(self.inner.profile.path());
            driver.kill();
        }
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        if let Some(Running { session, driver }) = self.running.take() {
            let _ = session.leak();
            drop(driver);
            process::kill_all_that_name(self.profile.path());
        }
    }
}
