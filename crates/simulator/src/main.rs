//! `simulate`: so many seeds, and how fast they run. A seed that fails is cut down and printed.

use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;
use simulator::{Failure, Many, Template, many, run, runtime, shrink, steps};

/// Many tablets against one server under every fault.
#[derive(Parser)]
struct Arguments {
    /// How many seeds to run.
    #[arg(long, default_value_t = 2_000)]
    seeds: u64,
    /// The first of them.
    #[arg(long, default_value_t = 0)]
    from: u64,
    /// Expect that one of them fails, and do not cut it down.
    #[arg(long)]
    until_broken: bool,
}

fn main() -> ExitCode {
    match simulate(&Arguments::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("simulate: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// Whether it went as expected.
fn simulate(arguments: &Arguments) -> Result<bool, Failure> {
    let template = Arc::new(runtime()?.block_on(Template::make())?);
    let began = std::time::Instant::now();
    let Many { seeds, ran, broken } = many(&template, arguments.from..arguments.from + arguments.seeds)?;
    let seconds = began.elapsed().as_secs_f64();
    println!("{seeds} seeds in {seconds:.0} s, {:.1} a second: {ran}", seeds as f64 / seconds);
    let Some((seed, broken)) = broken else { return Ok(!arguments.until_broken) };
    println!("seed {seed}: {broken}");
    if arguments.until_broken {
        return Ok(true);
    }
    let fewer = runtime()?.block_on(shrink(&template, seed, &steps(seed)))?;
    println!("{}", serde_json::to_string(&(seed, &fewer))?);
    if let Err(broken) = runtime()?.block_on(run(&template, seed, &fewer))? {
        println!("with these steps alone: {broken}");
    }
    Ok(false)
}
