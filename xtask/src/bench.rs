//! `bench`: every benchmark, against the same build and browsers as the tests, and the size of the first load;
//! `bench side-by-side`: only Compare and Trends beside other databases; `bench pouchdb`: only the sync beside PouchDB's.

use crate::app;
use crate::failure::Failure;
use crate::shell::{cargo, root, run as run_program, step};
use crate::test::Stage;
use crate::tools;

pub(crate) fn run(arguments: &[String]) -> Result<(), Failure> {
    match arguments {
        [] => everything(),
        [part] if part == "side-by-side" => side_by_side(),
        [part] if part == "pouchdb" => beside_pouchdb(),
        [unknown, ..] => Err(Failure::BadArgument {
            argument: unknown.clone(),
            wanted: "the parts by themselves are `side-by-side` and `pouchdb`",
        }),
    }
}

fn everything() -> Result<(), Failure> {
    fetch_duckdb();
    let pouchdb = tools::pouchdb()?;
    let stage = Stage::set()?;
    step("Running every benchmark", "20 minutes", || {
        let mut every = stage.cargo("bench", &["--profile", "server", "--workspace", "--benches"]);
        run_program(every.env("THROUGHLINE_POUCHDB", &pouchdb))
    })?;
    app::run()?.within_budget()
}

fn beside_pouchdb() -> Result<(), Failure> {
    let pouchdb = tools::pouchdb()?;
    let stage = Stage::set()?;
    step("Syncing 10,000 visits beside PouchDB", "5 minutes", || {
        run_program(cargo().args(["build", "--profile", "server", "-p", "throughline-server"]))?;
        let bench = ["--profile", "server", "-p", "throughline", "--bench", "pouchdb"];
        let mut bench = stage.cargo("bench", &bench);
        bench.env("THROUGHLINE_POUCHDB", &pouchdb);
        run_program(bench.env("THROUGHLINE_SERVER", root().join("target/server/throughline-server")))
    })
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
