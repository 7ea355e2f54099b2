//! The program `throughline-server`.

use std::process::ExitCode;

use clap::Parser;
use throughline_server::cli::{Cli, run};

#[tokio::main]
async fn main() -> ExitCode {
    match run(Cli::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("throughline-server: {error}");
            ExitCode::from(error.exit_code())
        }
    }
}
