//! `fuzz`: bytes that nobody would send, grown from those that somebody does towards code that no others have reached.

use std::path::PathBuf;

use crate::failure::Failure;
use crate::shell::{answer, cargo, program, root, run as run_program, step};

/// What the compiler adds so that the fuzzer sees which code was reached; `cargo fuzz` says the same, but only to nightly.
const SEEN: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
                    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
                    -Cllvm-args=-sanitizer-coverage-trace-compares";
/// A workspace of its own, so that its flags build nothing else again.
pub(crate) const MANIFEST: &str = "crates/fuzz/Cargo.toml";
const TARGETS: [&str; 2] = ["push", "saved"];
/// A target, when nobody says.
const SECONDS: u32 = 300;

pub(crate) fn run(arguments: &[String]) -> Result<(), Failure> {
    let bad =
        |argument: &String| Failure::BadArgument { argument: argument.clone(), wanted: "the seconds for each target" };
    match arguments {
        [] => each_for(SECONDS),
        [seconds] => each_for(seconds.parse().map_err(|_| bad(seconds))?),
        [_, more, ..] => Err(bad(more)),
    }
}

/// Fuzzes every target for so many seconds.
pub(crate) fn each_for(seconds: u32) -> Result<(), Failure> {
    let host = answer(program("rustc").arg("-vV")).unwrap_or_default();
    let host =
        host.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or("x86_64-unknown-linux-gnu").to_owned();
    let built = folder().join(&host).join("debug");
    step("Building what is fuzzed, with an eye on every branch", "4 minutes the first time", || {
        let mut build = cargo();
        build.args(["build", "--locked", "--manifest-path", MANIFEST, "--bins", "--target", &host]);
        // Named by its host, the target's settings are not those of build scripts, which nobody fuzzes.
        run_program(build.env("CARGO_TARGET_DIR", folder()).env("RUSTFLAGS", SEEN))
    })?;
    let corpus = folder().join("corpus");
    let seeds = ["run", "--quiet", "--package", "throughline-sample", "--example", "fuzz_seeds", "--"];
    run_program(cargo().args(seeds).arg(&corpus))?;
    for target in TARGETS {
        step(&format!("Fuzzing: {target}"), &format!("{seconds} s"), || {
            let mut fuzzer = program(built.join(target));
            fuzzer.arg(corpus.join(target)).arg(format!("-artifact_prefix={}/{target}-", folder().display()));
            fuzzer.arg(format!("-max_total_time={seconds}"));
            run_program(fuzzer.args(["-max_len=100000", "-timeout=20", "-print_final_stats=1", "-verbosity=0"]))
        })?;
    }
    Ok(())
}

fn folder() -> PathBuf {
    root().join("target/fuzz")
}
