//! `bench`: every benchmark, against the same build and browsers as the tests, and the size of the first load.

use crate::app;
use crate::failure::Failure;
use crate::shell::{run as run_program, step};
use crate::test::Stage;

pub(crate) fn run() -> Result<(), Failure> {
    let stage = Stage::set()?;
    step("Running every benchmark", "10 minutes", || {
        run_program(&mut stage.cargo("bench", &["--profile", "server", "--workspace", "--benches"]))
    })?;
    app::run()?.within_budget()
}
