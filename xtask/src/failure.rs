//! Why a command stopped, with the facts that help whoever ran it.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use xtask::worker::TemplateError;

/// Every way in which a command of ours can fail.
#[derive(Debug)]
pub(crate) enum Failure {
    UnknownCommand { name: String, usage: &'static str },
    BadArgument { argument: String, wanted: &'static str },
    CannotStart { program: String, source: io::Error },
    Unsuccessful { command: String, code: Option<i32> },
    File { path: PathBuf, source: io::Error },
    NotThere { file: PathBuf, text: &'static str },
    NotFound { test: &'static str },
    Template(TemplateError),
    Unlocked { package: &'static str },
    Missing { what: &'static str, remedy: &'static str },
    NoBrowser,
    OverBudget { bytes: u64, budget: u64 },
    Untidy { findings: usize },
}

impl Failure {
    /// For `map_err` on file operations, which by themselves never say which file.
    pub(crate) fn at(path: &Path) -> impl FnOnce(io::Error) -> Failure {
        let path = path.to_owned();
        move |source| Failure::File { path, source }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::UnknownCommand { name, usage } => {
                write!(out, "there is no command `{name}`.\n\n{usage}")
            }
            Failure::BadArgument { argument, wanted } => {
                write!(out, "`{argument}` was not understood: {wanted}.")
            }
            Failure::CannotStart { program, source } => {
                write!(out, "`{program}` could not be started: {source}.")
            }
            Failure::Unsuccessful { command, code: Some(code) } => {
                write!(out, "`{command}` ended with exit code {code}; its own output is above.")
            }
            Failure::Unsuccessful { command, code: None } => {
                write!(out, "`{command}` was stopped by a signal.")
            }
            Failure::File { path, source } => write!(out, "{}: {source}.", path.display()),
            Failure::NotThere { file, text } => {
                write!(out, "{} should have this once, and has not: {text}", file.display())
            }
            Failure::NotFound { test } => {
                write!(out, "the test {test} passes although the rule that it is for is gone")
            }
            Failure::Template(error) => write!(out, "{error}."),
            Failure::Unlocked { package } => {
                write!(out, "Cargo.lock has no {package}, so its version is not known.")
            }
            Failure::Missing { what, remedy } => write!(out, "{what} is missing. {remedy}"),
            Failure::NoBrowser => write!(
                out,
                "no browser with its driver was found. Install Chromium with chromedriver (or \
                 Firefox with geckodriver) and put both on the PATH."
            ),
            Failure::OverBudget { bytes, budget } => {
                write!(out, "the first load is {} KB, which is over the budget of {} KB.", bytes / 1024, budget / 1024)
            }
            Failure::Untidy { findings } => {
                write!(out, "{findings} places break a house rule; they are listed above.")
            }
        }
    }
}
