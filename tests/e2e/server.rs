//! The real server, on a folder of its own, that a test can stop, kill and start again.

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::play::{OrFail, setting};
use crate::process::{Process, free_port, listening};
use crate::wait::until;

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
        let mut server = Server {
            port: free_port(),
            data: TempDir::with_prefix("throughline-data-").or_fail("making a data folder"),
            log: evidence.join("server.log"),
            running: None,
        };
        server.start_again().await;
        server
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

    /// Starts it on the same port and folder as before.
    pub(crate) async fn start_again(&mut self) {
        let mut command = Command::new(setting("THROUGHLINE_SERVER"));
        command.arg("serve").arg("--app").arg(setting("THROUGHLINE_APP"));
        command.arg("--data-dir").arg(self.data.path()).args(["--port", &self.port.to_string()]);
        self.running = Some(Process::start(&mut command, &self.log));
        listening(self.port).await;
        until(async || self.healthy().await)
            .await
            .or_fail(&format!("waiting for the server, whose log is {}", self.log.display()));
    }

    async fn healthy(&self) -> Result<(), String> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).await.map_err(reason)?;
        let request = format!(
            "GET {HEALTH} HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n",
            self.port
        );
        stream.write_all(request.as_bytes()).await.map_err(reason)?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.map_err(reason)?;
        match answer.starts_with("HTTP/1.1 200") {
            true => Ok(()),
            false => Err(answer.lines().next().unwrap_or("no answer").to_owned()),
        }
    }
}

fn reason(error: std::io::Error) -> String {
    error.to_string()
}
