//! The server as a process of its own: to be watched, killed and started again.

use std::ffi::OsString;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::Failure;

/// A server process. Dropped, it is killed.
#[derive(Debug)]
pub struct Host {
    start: Start,
    address: String,
    child: Child,
}

/// How it is started.
#[derive(Debug)]
struct Start {
    program: PathBuf,
    arguments: Vec<OsString>,
    database: Option<String>,
    log: PathBuf,
}

impl Host {
    /// Starts the program at `program` on the folder `data` in `folder`, or on the PostgreSQL database that `database` names.
    /// What it has to say is in `server.log` there.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn start(program: &Path, folder: &Path, database: Option<&str>) -> Result<Self, Failure> {
        let (app, data) = (folder.join("app"), folder.join("data"));
        std::fs::create_dir_all(&app)?;
        std::fs::write(app.join("index.html"), "<!doctype html>")?;
        let mut arguments: Vec<OsString> = ["serve", "--empty", "--log", "quiet", "--app"].map(OsString::from).to_vec();
        arguments.push(app.into());
        if database.is_none() {
            arguments.extend(["--data-dir".into(), data.into()]);
        }
        let start = Start {
            program: program.to_owned(),
            arguments,
            database: database.map(str::to_owned),
            log: folder.join("server.log"),
        };
        let (child, address) = start.spawn(0).await?;
        Ok(Self { start, address, child })
    }

    /// A path of it as a URL.
    #[must_use]
    pub fn at(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Its process id.
    ///
    /// # Errors
    /// When it has ended.
    pub fn pid(&self) -> Result<u32, Failure> {
        self.child.id().ok_or_else(|| "the server has ended".into())
    }

    /// The most memory that it ever had, in bytes.
    ///
    /// # Errors
    /// When it has ended, or this is not Linux.
    pub fn most_memory(&self) -> Result<u64, Failure> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.pid()?))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no VmHWM")?;
        Ok(line.trim().trim_end_matches(" kB").parse::<u64>()? * 1_024)
    }

    /// Kills it as a power cut would, with everything under way.
    ///
    /// # Errors
    /// When it has ended already.
    pub async fn kill(&mut self) -> Result<(), Failure> {
        Ok(self.child.kill().await?)
    }

    /// Starts it again under the same address.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn start_again(&mut self) -> Result<(), Failure> {
        let port = self.address.rsplit_once(':').ok_or("no port")?.1.parse()?;
        let (child, address) = self.start.spawn(port).await?;
        (self.child, self.address) = (child, address);
        Ok(())
    }

    /// Asks it to stop, and waits until it has.
    ///
    /// # Errors
    /// When it does not end well.
    pub async fn stop(mut self) -> Result<(), Failure> {
        let pid = self.pid()?.to_string();
        Command::new("kill").args(["-TERM", &pid]).status().await?;
        let status = self.child.wait().await?;
        if status.success() { Ok(()) } else { Err(format!("the server ended with {status}").into()) }
    }
}

impl Start {
    async fn spawn(&self, port: u16) -> Result<(Child, String), Failure> {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).arg("--port").arg(port.to_string());
        if let Some(url) = &self.database {
            command.env("THROUGHLINE_DATABASE", url);
        }
        let log = File::options().create(true).append(true).open(&self.log)?;
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log).kill_on_drop(true).spawn()?;
        let mut lines = BufReader::new(child.stdout.take().ok_or("no output")?).lines();
        let first = lines.next_line().await?.unwrap_or_default();
        let address = first.strip_prefix("Listening on http://");
        let address = address.ok_or_else(|| format!("the server did not start: {}", self.log.display()))?.to_owned();
        // A server whose words nobody reads would stop where it says them.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        Ok((child, address))
    }
}
