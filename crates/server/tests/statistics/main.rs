//! The statistics on a file, as the program prints them: published data in, published numbers out.

#![expect(clippy::unwrap_used, reason = "a test that cannot start the program should fail loudly")]

mod agreement;
mod compare;
mod readme;
mod refused;

use std::process::{Command, Output};

use serde_json::Value;

/// Runs the program beside a file of this content.
fn run(content: impl AsRef<[u8]>, arguments: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("file.csv"), content).unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_throughline-server"));
    program.current_dir(folder.path()).args(arguments).output().unwrap()
}

/// What it prints when all is well.
#[track_caller]
fn printed(content: &str, arguments: &[&str]) -> String {
    let output = run(content, arguments);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && said.is_empty(), "{said}");
    String::from_utf8(output.stdout).unwrap()
}

#[track_caller]
fn json(content: &str, arguments: &[&str]) -> Value {
    serde_json::from_str(&printed(content, &[arguments, &["--json"]].concat())).unwrap()
}

#[track_caller]
fn assert_near(found: &Value, published: f64, within: f64) {
    let number = found.as_f64().unwrap();
    assert!((number - published).abs() <= within, "found {number}, published {published}");
}
