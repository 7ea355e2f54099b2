//! `shots`: every page at every size, light and dark, into `target/shots/`.

use crate::failure::Failure;
use crate::shell::{root, run as run_program, step};
use crate::test::Stage;

/// With no routes named, all those that `tests/e2e/shots.rs` lists are taken.
pub(crate) fn run(routes: &[String]) -> Result<(), Failure> {
    let stage = Stage::set()?;
    let mut tests = stage.tests(&["--workspace", "--test", "e2e"]);
    tests.args(["shots::", "--nocapture"]);
    if !routes.is_empty() {
        tests.env("THROUGHLINE_SHOTS", routes.join(" "));
    }
    step("Taking screenshots of every page", "2 minutes", || run_program(&mut tests))?;
    println!("\nThe screenshots are in {}.", root().join("target/shots").display());
    Ok(())
}
