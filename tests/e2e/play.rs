//! One test in one browser, from an empty stage to a swept one, whatever happens in between.

use std::env;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::thread;

use crate::browser::Browser;
use crate::tablet::Tablet;

/// Turns async functions over a [`Stage`] into one test per browser, such as
/// `worker::webkit::the_first_reload_needs_no_network`.
macro_rules! in_every_browser {
    ($($test:ident),+ $(,)?) => {
        mod chromium {
            $(#[test] fn $test() { crate::play::play(crate::browser::Browser::Chromium, super::$test); })+
        }
        mod webkit {
            $(#[test] fn $test() { crate::play::play(crate::browser::Browser::WebKit, super::$test); })+
        }
        mod firefox {
            $(#[test] fn $test() { crate::play::play(crate::browser::Browser::Firefox, super::$test); })+
        }
    };
}

/// What a test has at hand.
pub(crate) struct Stage {
    browser: Browser,
    evidence: PathBuf,
    tablets: Vec<Tablet>,
}

impl Stage {
    /// A browser as if on another device: nothing stored, nobody signed in.
    pub(crate) async fn new_tablet(&mut self) -> Tablet {
        let log = self.evidence.join(format!("browser-{}.log", self.tablets.len() + 1));
        let tablet = Tablet::unpack(self.browser, &log).await;
        self.tablets.push(tablet.clone());
        tablet
    }

    /// Where this test's screenshots and logs go; emptied when it passes.
    pub(crate) fn evidence(&self) -> &Path {
        &self.evidence
    }
}

/// Runs a test. When it fails, what every open browser shows is kept before it is closed.
pub(crate) fn play(browser: Browser, test: impl AsyncFnOnce(&mut Stage)) {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().or_fail("starting the test's runtime");
    let evidence = empty_folder_for_this_test();
    let mut stage = Stage { browser, evidence, tablets: Vec::new() };

    let outcome = catch_unwind(AssertUnwindSafe(|| runtime.block_on(test(&mut stage))));
    runtime.block_on(async {
        for (index, tablet) in stage.tablets.iter().enumerate() {
            if outcome.is_err() {
                tablet.keep_evidence(&stage.evidence, index + 1).await;
            }
            tablet.put_away().await;
        }
    });
    match outcome {
        Ok(()) => fs::remove_dir_all(&stage.evidence).or_fail("removing what is not needed"),
        Err(failure) => {
            eprintln!("What the browser showed is in {}", stage.evidence.display());
            resume_unwind(failure)
        }
    }
}

/// A setting that `cargo xtask` makes; a browser test can do nothing without it.
pub(crate) fn setting(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| {
        panic!(
            "{name} is not set: the browser tests need the built app, the server and the browsers, \
             which `cargo xtask test` (or `cargo xtask e2e`) prepares"
        )
    })
}

/// Stops a test with what it was doing and what went wrong.
pub(crate) trait OrFail {
    /// What is there when nothing went wrong.
    type Good;

    /// The good value, or a failed test.
    fn or_fail(self, doing: &str) -> Self::Good;
}

impl<T, E: std::fmt::Display> OrFail for Result<T, E> {
    type Good = T;

    #[track_caller]
    fn or_fail(self, doing: &str) -> T {
        match self {
            Ok(value) => value,
            Err(error) => panic!("{doing}: {error}"),
        }
    }
}

fn empty_folder_for_this_test() -> PathBuf {
    let test = thread::current().name().unwrap_or("unnamed").replace("::", "-");
    let folder = Path::new(&setting("THROUGHLINE_ARTIFACTS")).join(test);
    if folder.exists() {
        fs::remove_dir_all(&folder).or_fail("emptying the folder for evidence");
    }
    fs::create_dir_all(&folder).or_fail("making the folder for evidence");
    folder
}
