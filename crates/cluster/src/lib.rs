//! A PostgreSQL server of one's own in a temporary folder: reached through a socket in that folder, and gone with whoever
//! started it, even if that is killed.
//!
//! PostgreSQL refuses to run as root, which then borrows the user `postgres` that its package makes.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

/// Why there is none.
#[derive(Debug, thiserror::Error)]
pub enum NoCluster {
    /// The programs are not on this machine.
    #[error("PostgreSQL is not installed: `apt-get install postgresql`, or put its `initdb` on the PATH")]
    NotInstalled,
    /// One of them cannot be run.
    #[error("{program} cannot be run: {error}")]
    CannotRun {
        /// Which.
        program: String,
        /// What the system says.
        error: io::Error,
    },
    /// One of them failed.
    #[error("{program} failed: {said}")]
    Failed {
        /// Which.
        program: String,
        /// What it wrote.
        said: String,
    },
}

/// A running server and its folder.
#[derive(Debug)]
pub struct Cluster {
    folder: PathBuf,
    programs: PathBuf,
    /// Stops the server and removes the folder as soon as its input ends, which it does when this process ends.
    keeper: Child,
}

impl Cluster {
    /// Makes a server and starts it; `settings` as in `postgresql.conf`, for example `shared_buffers=2GB`. It survives
    /// being killed but not a power cut: it does not wait for the disk.
    ///
    /// # Errors
    /// When PostgreSQL is not installed, or will not start.
    pub fn start(settings: &[&str]) -> Result<Self, NoCluster> {
        let programs = programs().ok_or(NoCluster::NotInstalled)?;
        let folder = said(as_postgres("mktemp").arg("-d"))?;
        let folder = PathBuf::from(folder.trim());
        let control = programs.join("pg_ctl");
        let keep = "read _; \"$1\" -D \"$0/data\" -m immediate -w stop; rm -r \"$0\"";
        let mut keeper = as_postgres("sh");
        keeper.args(["-c", keep]).arg(&folder).arg(&control).stdin(Stdio::piped()).quiet();
        let keeper = keeper.spawn().map_err(|error| NoCluster::CannotRun { program: "sh".to_owned(), error })?;
        let cluster = Self { folder, programs, keeper };
        let how = ["--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C", "--no-sync", "-D"];
        said(as_postgres(cluster.programs.join("initdb")).args(how).arg(cluster.data()))?;
        let mut conf = format!("listen_addresses = ''\nunix_socket_directories = '{}'\n", cluster.folder.display());
        conf += "fsync = off\nmax_connections = 300\n";
        conf.extend(settings.iter().map(|setting| format!("{setting}\n")));
        let append = "cat >> \"$0\" <<'END'\n".to_owned() + &conf + "END";
        said(as_postgres("sh").args(["-c", &append]).arg(cluster.data().join("postgresql.conf")))?;
        cluster.control(&["start"])?;
        Ok(cluster)
    }

    /// Makes an empty database.
    ///
    /// # Errors
    /// When there is one of that name, or the server does not answer.
    pub fn create(&self, database: &str) -> Result<(), NoCluster> {
        said(self.client("createdb").arg(database)).map(drop)
    }

    /// Copies a database to which nobody is connected.
    ///
    /// # Errors
    /// When somebody is, or the copy is there already.
    pub fn copy(&self, database: &str, copy: &str) -> Result<(), NoCluster> {
        said(self.client("createdb").args(["--template", database, copy])).map(drop)
    }

    /// Removes a database.
    ///
    /// # Errors
    /// When somebody is connected to it.
    pub fn remove(&self, database: &str) -> Result<(), NoCluster> {
        said(self.client("dropdb").arg(database)).map(drop)
    }

    /// What a program connects with.
    #[must_use]
    pub fn url(&self, database: &str) -> String {
        format!("postgres://postgres@localhost/{database}?host={}", self.folder.display())
    }

    /// The folder of the server's socket.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Kills the server as a crash would: nothing is finished, nothing is tidied up.
    ///
    /// # Errors
    /// When it does not run.
    pub fn crash(&self) -> Result<(), NoCluster> {
        self.control(&["-m", "immediate", "stop"])
    }

    /// Starts it again.
    ///
    /// # Errors
    /// When it does not come back.
    pub fn restart(&self) -> Result<(), NoCluster> {
        self.control(&["start"])
    }

    fn control(&self, what: &[&str]) -> Result<(), NoCluster> {
        // The server keeps what it inherits open: with a pipe for its output this would wait for ever.
        let log = self.folder.join("log");
        let mut control = as_postgres(self.programs.join("pg_ctl"));
        let status = control.arg("-D").arg(self.data()).arg("-w").arg("-l").arg(&log).args(what).quiet().status();
        let program = || format!("pg_ctl {}", what.join(" "));
        let status = status.map_err(|error| NoCluster::CannotRun { program: program(), error })?;
        let log = || fs::read_to_string(&log).unwrap_or_default();
        if status.success() { Ok(()) } else { Err(NoCluster::Failed { program: program(), said: log() }) }
    }

    fn client(&self, program: &str) -> Command {
        let mut client = Command::new(self.programs.join(program));
        client.arg("--host").arg(&self.folder).args(["--username", "postgres"]);
        client
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        // What it could not remove is in the temporary folder.
        let _ = self.keeper.wait();
    }
}

/// Where Debian and Ubuntu put PostgreSQL's programs, the newest; elsewhere they are on the PATH.
fn programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let packaged = versions.map(|version| version.path().join("bin"));
    let on_path = std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect::<Vec<_>>());
    let found = |folder: &PathBuf| folder.join("initdb").is_file();
    packaged.filter(found).max().or_else(|| on_path.into_iter().flatten().find(found))
}

fn as_postgres(program: impl AsRef<OsStr>) -> Command {
    let root = said(Command::new("id").arg("-u")).is_ok_and(|user| user.trim() == "0");
    let mut command = Command::new(if root { OsStr::new("runuser") } else { program.as_ref() });
    if root {
        command.args(["-u", "postgres", "--"]).arg(program.as_ref());
    }
    command.current_dir("/");
    command
}

fn said(command: &mut Command) -> Result<String, NoCluster> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.stdin(Stdio::null()).output();
    let Output { status, stdout, stderr } =
        output.map_err(|error| NoCluster::CannotRun { program: program.clone(), error })?;
    if status.success() {
        return Ok(String::from_utf8_lossy(&stdout).into_owned());
    }
    Err(NoCluster::Failed { program: format!("{command:?}"), said: String::from_utf8_lossy(&stderr).into_owned() })
}

trait Quiet {
    fn quiet(&mut self) -> &mut Self;
}

impl Quiet for Command {
    fn quiet(&mut self) -> &mut Self {
        self.stdout(Stdio::null()).stderr(Stdio::null())
    }
}
