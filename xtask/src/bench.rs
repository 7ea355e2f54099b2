//! `bench`: every benchmark, against the same build and browsers as the tests, and the size of the first load;
//! `bench side-by-side`: only Compare and Trends beside other databases.

use crate::app;
use crate::failure::Failure;
use crate::shell::{cargo, run as run_program, step};
use crate::test::Stage;
use crate::tools;

pub(crate) fn run(arguments: &[String]) -> Result<(), Failure> {
    match arguments {
        [] => everything(),
        [part] if part == "side-by-side" => side_by_side(),
        [unknown, ..] => {
            Err(Failure::BadArgument { argument: unknown.clone(), wanted: "the only part by itself is `side-by-side`" })
        }
    }
}

fn everything() -> Result<(), Failure> {
    fetch_duckdb();
    let stage = Stage::set()?;
    step("Running every benchmark", "20 minutes", || {
        run_program(&mut stage.cargo("bench", &["--profile", "server", "--workspace", "--benches"]))
    })?;
    app::run()?.within_budget()
}

fn side_by_side() -> Result<(), Failure> {
    fetch_duckdb();
    step("Asking SQLite, PostgreSQL and DuckDB what Compare and Trends answer", "10 minutes", || {
        let bench = ["bench", "--profile", "server", "-p", "throughline-server", "--bench", "side_by_side"];
        run_program(cargo().args(bench))
    })
}

/// Without it the others are measured all the same.
fn fetch_duckdb() {
    if let Err(failure) = tools::duckdb() {
        println!("DuckDB will be left out: {failure}");
    }
}
