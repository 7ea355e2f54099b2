//! Running other programs, and telling whoever waits what is going on.

use std::env;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::Instant;

use crate::failure::Failure;

/// The top of the checkout.
pub(crate) fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_owned()
}

/// Says what is about to happen and how long that usually takes, does it, and says how long it took.
pub(crate) fn step<T>(what: &str, usually: &str, work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    println!("\n==> {what} ({usually})");
    let started = Instant::now();
    let result = work()?;
    println!("    done in {:.1} s", started.elapsed().as_secs_f64());
    Ok(result)
}

/// A program run at the top of the checkout.
pub(crate) fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root());
    command
}

/// The cargo that runs us, so that a toolchain chosen by `cargo +name` is kept.
pub(crate) fn cargo() -> Command {
    program(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a program whose output goes straight to the terminal.
pub(crate) fn run(command: &mut Command) -> Result<(), Failure> {
    let status = command.status().map_err(cannot_start(command))?;
    succeeded(command, status)
}

/// Runs a program whose output only matters, and is only shown, when it fails.
pub(crate) fn run_quietly(command: &mut Command) -> Result<(), Failure> {
    let output = command.output().map_err(cannot_start(command))?;
    if !output.status.success() {
        eprint!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    }
    succeeded(command, output.status)
}

fn cannot_start(command: &Command) -> impl FnOnce(io::Error) -> Failure + use<> {
    let program = command.get_program().to_string_lossy().into_owned();
    move |source| Failure::CannotStart { program, source }
}

fn succeeded(command: &Command, status: ExitStatus) -> Result<(), Failure> {
    match status.success() {
        true => Ok(()),
        false => Err(Failure::Unsuccessful { command: spelled(command), code: status.code() }),
    }
}

/// What a program prints when asked; `None` when it is not there or fails.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The first of these programs that the PATH has.
pub(crate) fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    names
        .iter()
        .flat_map(|name| env::split_paths(&path).map(move |folder| folder.join(name)))
        .find(|candidate| candidate.is_file())
}

fn spelled(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}
