//! The real server, on a folder of its own, that a test can stop, kill and start again.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::OnceCell;

use crate::play::{OrFail, setting};
use crate::process::{Process, free_port};
use crate::wait::{PATIENCE, until_within};

/// The most that making up the demo district may take on a busy machine; about ten seconds on an
/// idle one.
const MAKING: Duration = Duration::from_secs(180);

/// Asked until it answers 200.
const HEALTH: &str = "/api/v1/health";

/// A Throughline server with the demo district; it and its folder go when this value does.
pub(crate) struct Server {
    port: u16,
    data: TempDir,
    log: PathBuf,
    running: Option<Process>,
}

impl Server {
    /// Starts a server with a fresh demo district and waits until it is ready.
    pub(crate) async fn start(evidence: &Path) -> Server {
        Server::on(copy_of_the_demo().await, evidence).await
    }

    /// Starts a server with nobody in it.
    pub(crate) async fn empty(evidence: &Path) -> Server {
        let data = TempDir::with_prefix("throughline-data-").or_fail("making a data folder");
        let (port, log) = (free_port(), evidence.join("server.log"));
        let running = Some(serve(data.path(), &["--empty"], port, &log, PATIENCE).await);
        Server { port, data, log, running }
    }

    /// The link that it printed for its first administrator.
    pub(crate) fn setup_link(&self) -> String {
        let log = fs::read_to_string(&self.log).or_fail("reading what the server printed");
        let link = log.lines().find_map(|line| line.split_once("/setup/")).map(|(_, token)| token.trim());
        self.at(&format!("/setup/{}", link.ok_or("it printed no link").or_fail("looking for the link")))
    }

    /// Starts a server on a folder of data.
    pub(crate) async fn on(data: TempDir, evidence: &Path) -> Server {
        let mut server = Server { port: free_port(), data, log: evidence.join("server.log"), running: None };
        server.start_again().await;
        server
    }

    /// The port that it answers on.
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// Where its data is.
    pub(crate) fn folder(&self) -> &Path {
        self.data.path()
    }

    /// The address of a path. `localhost` rather than a number, because service workers need it.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("http://localhost:{}{path}", self.port)
    }

    /// Ends it as an administrator does: with SIGTERM, waiting for an orderly end.
    pub(crate) async fn stop(&mut self) {
        if let Some(mut running) = self.running.take() {
            let status = running.terminate().await;
            assert!(status.success(), "after SIGTERM the server ended with {status}");
        }
    }

    /// Ends it as a power cut does.
    pub(crate) fn crash(&mut self) {
        if let Some(mut running) = self.running.take() {
            running.kill();
        }
    }

    /// Writes a backup while it goes on.
    pub(crate) fn back_up(&self, to: &Path) {
        // A run before this one may have left one.
        let _ = fs::remove_file(to);
        command(&[Path::new("backup"), Path::new("--to"), to, Path::new("--data-dir"), self.folder()]);
    }

    /// Loses its data and gets those of a backup instead.
    pub(crate) fn restore(&mut self, from: &Path) {
        self.data = TempDir::with_prefix("throughline-data-").or_fail("making a data folder");
        command(&[Path::new("restore"), Path::new("--from"), from, Path::new("--data-dir"), self.folder()]);
    }

    /// Adds somebody who observes in a school from now on; their passphrase is that of everybody.
    pub(crate) fn add_observer(&self, email: &str, school: &str) {
        let mut command = Command::new(setting("THROUGHLINE_SERVER"));
        command.args([
            "user",
            "add",
            "--email",
            email,
            "--name",
            "Nia Marsh",
            "--role",
            "observer",
            "--school",
            school,
        ]);
        let mut adding = command.arg("--data-dir").arg(self.folder()).stdin(Stdio::piped()).spawn().or_fail("adding");
        let passphrase = format!("{}\n", sample::DEMO_PASSPHRASE);
        adding
            .stdin
            .take()
            .ok_or("no input")
            .or_fail("adding")
            .write_all(passphrase.as_bytes())
            .or_fail("saying a passphrase");
        assert!(adding.wait().or_fail("adding").success());
    }

    /// Starts it on the same port and folder as before.
    pub(crate) async fn start_again(&mut self) {
        self.running = Some(serve(self.data.path(), &[], self.port, &self.log, PATIENCE).await);
    }
}

fn command(arguments: &[&Path]) {
    let output = Command::new(setting("THROUGHLINE_SERVER")).args(arguments).output().or_fail("starting the command");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The demo district's files, made up once for all tests of a run, copied for each.
async fn copy_of_the_demo() -> TempDir {
    static MADE: OnceCell<PathBuf> = OnceCell::const_new();
    let made = MADE.get_or_init(make_the_demo).await;
    let copy = TempDir::with_prefix("throughline-data-").or_fail("making a data folder");
    for entry in fs::read_dir(made).or_fail("reading the demo district") {
        let file = entry.or_fail("reading the demo district").path();
        let name = file.file_name().unwrap_or(file.as_os_str());
        fs::copy(&file, copy.path().join(name)).or_fail("copying the demo district");
    }
    copy
}

async fn make_the_demo() -> PathBuf {
    let artifacts = PathBuf::from(setting("THROUGHLINE_ARTIFACTS"));
    let folder = artifacts.join("demo-district");
    if folder.exists() {
        fs::remove_dir_all(&folder).or_fail("removing the demo district of another run");
    }
    fs::create_dir_all(&folder).or_fail("making a folder for the demo district");
    let log = artifacts.join("demo-district.log");
    let mut server = serve(&folder, &[], free_port(), &log, MAKING).await;
    server.terminate().await;
    folder
}

/// Starts the server and waits until it says that it is well.
async fn serve(data: &Path, flags: &[&str], port: u16, log: &Path, patience: Duration) -> Process {
    let mut command = Command::new(setting("THROUGHLINE_SERVER"));
    command.arg("serve").arg("--app").arg(setting("THROUGHLINE_APP"));
    command.args(flags).arg("--data-dir").arg(data).args(["--port", &port.to_string()]);
    let process = Process::start(&mut command, log);
    until_within(patience, async || health(port).await)
        .await
        .or_fail(&format!("waiting for the server, whose log is {}", log.display()));
    process
}

async fn health(port: u16) -> Result<(), String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.map_err(reason)?;
    let request = format!("GET {HEALTH} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.map_err(reason)?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.map_err(reason)?;
    match answer.starts_with("HTTP/1.1 200") {
        true => Ok(()),
        false => Err(answer.lines().next().unwrap_or("no answer").to_owned()),
    }
}

fn reason(error: std::io::Error) -> String {
    error.to_string()
}
