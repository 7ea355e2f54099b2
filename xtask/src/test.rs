//! `test`: every test there is, in real browsers against the real server and the real build.

use std::env;
use std::path::Path;
use std::process::Command;

use crate::app;
use crate::browsers::{self, Browsers};
use crate::failure::Failure;
use crate::shell::{cargo, program, root, run as run_program, step};
use crate::{simulate, tools};

pub(crate) fn run() -> Result<(), Failure> {
    let stage = Stage::set()?;
    step("Running every test", "8 minutes", || run_program(&mut stage.tests(&["--workspace", "--no-fail-fast"])))?;
    step("Running what depends on the database again, on PostgreSQL", "a minute", || {
        let suites = ["--test", "api", "--test", "sync", "--test", "tables"];
        // Of the workspace, although one package has them: with its features nothing is compiled again.
        let again = [&["--workspace", "--no-fail-fast"], &suites[..]].concat();
        run_program(stage.tests(&again).env("THROUGHLINE_TEST_DATABASE", "postgres"))
    })?;
    simulate::mutants()
}

/// Everything that a browser test needs: browsers, the built app and the built server.
pub(crate) struct Stage {
    browsers: Browsers,
}

impl Stage {
    /// Installs and builds whatever is not there yet.
    pub(crate) fn set() -> Result<Stage, Failure> {
        let browsers = browsers::ready()?;
        app::run()?;
        // One build for everything, so that nothing is compiled twice with other features.
        step("Building the server and the tests", "6 minutes the first time", || {
            run_program(cargo().args(["build", "--workspace", "--bins", "--tests"]))
        })?;
        Ok(Stage { browsers })
    }

    /// `cargo test` for the given targets, told where everything is.
    ///
    /// Property tests draw the same cases on every machine, so that a commit that passed passes again; who wants others
    /// sets these variables.
    pub(crate) fn tests(&self, targets: &[&str]) -> Command {
        let mut command = self.cargo("test", targets);
        for (variable, usual) in [("PROPTEST_RNG_SEED", "20261122"), ("PROPTEST_CASES", "1024")] {
            command.env(variable, env::var_os(variable).unwrap_or(usual.into()));
        }
        command.arg("--");
        // Announced as NOT TESTED when the browsers were looked for.
        for browser in self.browsers.absent() {
            command.args(["--skip", &format!("{browser}::")]);
        }
        command
    }

    /// Any of cargo's commands, told where everything is, with a screen to draw on: WebKitGTK has
    /// no headless mode.
    pub(crate) fn cargo(&self, verb: &str, arguments: &[&str]) -> Command {
        let cargo = cargo();
        let needs_screen = !self.browsers.absent().any(|browser| browser == "webkit");
        let mut command = match needs_screen {
            true => {
                let mut command = program("xvfb-run");
                command.args(["--auto-servernum", "--server-args=-screen 0 1600x1400x24"]);
                command.arg(cargo.get_program());
                command
            }
            false => cargo,
        };
        command.arg(verb).args(arguments);
        command.env("THROUGHLINE_APP", app::dist());
        command.env("THROUGHLINE_SERVER", root().join("target/debug/throughline-server"));
        command.env("THROUGHLINE_AXE", tools::axe());
        command.env("THROUGHLINE_ARTIFACTS", artifacts(&root()));
        self.browsers.describe_to(&mut command);
        command
    }
}

/// Where a failed browser test leaves its screenshot and the browser's log.
fn artifacts(root: &Path) -> std::path::PathBuf {
    root.join("target/e2e")
}
