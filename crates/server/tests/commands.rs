//! The program itself, as people and other programs start it.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot start the program should fail loudly")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_throughline-server"));
    command.current_dir(folder).stdin(Stdio::null());
    command
}

fn with_input(mut command: Command, input: &str) -> Output {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

/// A running server; killed if a test ends early.
struct Serving {
    child: Child,
    lines: BufReader<std::process::ChildStdout>,
    address: String,
}

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have stopped already, as it should.
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

fn serve(folder: &Path, more: &[&str]) -> Serving {
    std::fs::create_dir_all(folder.join("dist")).unwrap();
    std::fs::write(folder.join("dist/index.html"), "<!doctype html>").unwrap();
    let mut command = program(folder);
    command.args(["serve", "--port", "0"]).args(more);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap());
    let mut first = String::new();
    lines.read_line(&mut first).unwrap();
    let address = first.trim().strip_prefix("Listening on http://").expect(&first).to_owned();
    Serving { child, lines, address }
}

fn ask(address: &str, path: &str) -> String {
    let mut socket = TcpStream::connect(address).unwrap();
    write!(socket, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    socket.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn an_empty_start_prints_a_link_answers_and_stops_cleanly_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let mut serving = serve(folder.path(), &["--empty", "--log", "json"]);
    let mut greeting = String::new();
    while !greeting.contains("/setup/") {
        assert_ne!(serving.lines.read_line(&mut greeting).unwrap(), 0, "{greeting}");
    }
    assert!(ask(&serving.address, "/api/v1/ready").ends_with("{\"ok\":true}"));
    let stop = Command::new("kill").args(["-TERM", &serving.child.id().to_string()]).status().unwrap();
    assert!(stop.success() && serving.child.wait().unwrap().success());
    let mut log = String::new();
    serving.child.stderr.take().unwrap().read_to_string(&mut log).unwrap();
    assert!(log.lines().all(|line| line.starts_with('{') && line.ends_with('}')), "{log}");
    assert!(log.contains("\"path\":\"/api/v1/ready\""), "{log}");
    assert!(!folder.path().join("data/throughline.sqlite-wal").exists());
}

#[test]
fn plain_http_beyond_this_machine_is_refused_with_a_reason() {
    let folder = tempfile::tempdir().unwrap();
    let output = program(folder.path()).args(["serve", "--host", "0.0.0.0", "--empty"]).output().unwrap();
    assert!(!output.status.success() && output.stdout.is_empty());
    insta::assert_snapshot!(String::from_utf8(output.stderr).unwrap());
    assert!(!folder.path().join("data").exists());
}

#[test]
fn people_are_added_listed_and_given_new_passphrases() {
    let folder = tempfile::tempdir().unwrap();
    let missing = program(folder.path()).args(["user", "list"]).output().unwrap();
    assert!(String::from_utf8(missing.stderr).unwrap().contains("there is no district here yet"));
    drop(serve(folder.path(), &["--empty"]));
    let add = |email: &str, passphrase: &str| {
        let mut command = program(folder.path());
        command.args(["user", "add", "--email", email, "--name", "Ada Okafor", "--role", "administrator"]);
        with_input(command, passphrase)
    };
    assert!(!add("ada@alder.example", "short\n").status.success());
    assert!(add("ada@alder.example", "walk the halls\n").status.success());
    let taken = add("ADA@alder.example", "walk the halls\n");
    assert!(String::from_utf8(taken.stderr).unwrap().contains("that email is taken"));
    let list = program(folder.path()).args(["user", "list"]).output().unwrap();
    assert!(String::from_utf8(list.stdout).unwrap().starts_with("ada@alder.example"));
    let mut reset = program(folder.path());
    reset.args(["user", "reset", "--email", "ada@alder.example"]);
    assert!(with_input(reset, "another passphrase\n").status.success());
    let mut strange = program(folder.path());
    strange.args(["user", "assign", "--email", "ada@alder.example", "--role", "coach", "--school", "cedar"]);
    let strange = strange.output().unwrap();
    assert!(String::from_utf8(strange.stderr).unwrap().contains("the district has no school \"cedar\""));
}
