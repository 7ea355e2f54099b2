//! The project's own commands. Each one does its own set-up, says what it is doing and how long
//! that may take, and leaves everything it downloads in `target/tools`.

use std::process::ExitCode;

mod app;
mod bench;
mod ci;
mod e2e;
mod fuzz;
mod load;
mod shots;
mod simulate;
mod start;
mod test;
mod tidy;

mod browsers;
mod compress;
mod failure;
mod inputs;
mod shell;
mod sizes;
mod styles;
mod tools;

use failure::Failure;

const USAGE: &str = "\
cargo xtask <command>

  start [--port 8080] [--data-dir data] [--empty]
                      build everything, then run the server with the demo district
  app                 build the browser app into dist/
  test                every test, in real browsers too
  e2e [browser] [filter]
                      only the tests in browsers, e.g. `e2e chromium journey`
  shots [route ...]   screenshots of every page into target/shots/
  bench [side-by-side]
                      every benchmark, or only the one beside SQLite, PostgreSQL and DuckDB
  simulate [--seeds 2000] [--from 0] | [--mutants]
                      tablets against the server under every fault, from seeds; or proof that it notices what is missing
  load [--tablets 5000] [--database postgres --servers 2]
                      a day of thousands of tablets against the server, over sockets
  fuzz [seconds]      bytes that nobody would send: the body of a push, and the saved form
  tidy                the house rules that a program can check
  ci                  fmt, clippy, rustdoc, tidy and test: what has to pass before a merge
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nxtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<(), Failure> {
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", arguments),
    };
    match command {
        "start" => start::run(rest),
        "app" => app::run().map(drop),
        "test" => test::run(),
        "e2e" => e2e::run(rest),
        "shots" => shots::run(rest),
        "bench" => bench::run(rest),
        "fuzz" => fuzz::run(rest),
        "load" => load::run(rest),
        "simulate" => simulate::run(rest),
        "styles" => styles::run(),
        "tidy" => tidy::run(),
        "ci" => ci::run(),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        unknown => Err(Failure::UnknownCommand { name: unknown.to_owned(), usage: USAGE }),
    }
}
