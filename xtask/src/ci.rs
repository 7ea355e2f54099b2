//! `ci`: what has to pass before a change is merged, cheapest first.

use crate::app;
use crate::failure::Failure;
use crate::shell::{cargo, run as run_program, step};
use crate::{fuzz, test, tidy, tools};

const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];
const DENY_WARNINGS: [&str; 3] = ["--", "--deny", "warnings"];
/// Seconds for each target: what is found fast is found before a merge, the rest by `cargo xtask fuzz`.
const FUZZING: u32 = 30;

pub(crate) fn run() -> Result<(), Failure> {
    step("Checking the formatting", "seconds", || run_program(cargo().args(["fmt", "--all", "--check"])))?;
    tidy::run()?;
    step("Fetching what the lock files name", "a minute the first time", || {
        run_program(cargo().args(["fetch", "--locked"]))?;
        run_program(cargo().args(["fetch", "--locked", "--manifest-path", fuzz::MANIFEST]))
    })?;
    tools::for_the_app()?;
    step("Linting everything that runs on this machine", "4 minutes the first time", || {
        run_program(cargo().args(["clippy", "--workspace", "--all-targets"]).args(DENY_WARNINGS))
    })?;
    step("Linting the app as it runs in a browser", "a minute the first time", || {
        run_program(cargo().args(["clippy", "--package", "throughline"]).args(WASM).args(DENY_WARNINGS))
    })?;
    step("Building the documentation", "a minute", || {
        run_program(cargo().args(["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "--deny warnings"))
    })?;
    test::run()?;
    fuzz::each_for(FUZZING)?;
    // Prints the sizes against the budget, which a benchmark holds and CI does not.
    app::run().map(|_| ())
}
