//! The program `throughline-server`.

use std::process::ExitCode;

use clap::Parser;
use mimalloc::MiMalloc;
use throughline_server::cli::{Cli, run};

/// The system's own keeps what a passphrase's hash used, 19 MiB for each thread that ever made one.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

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
