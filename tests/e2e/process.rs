//! Child processes that never outlive their test.

use std::fs::{self, File};
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};

use tokio::net::TcpStream;

use crate::play::OrFail;
use crate::wait::until;

/// A program in a process group of its own; all of the group dies with this value, panic or not.
pub(crate) struct Process {
    child: Child,
}

impl Process {
    /// Starts a program whose output goes to the end of a log file.
    pub(crate) fn start(command: &mut Command, log: &Path) -> Process {
        let out = File::options().create(true).append(true).open(log).or_fail("opening a log");
        let errors = out.try_clone().or_fail("opening a log twice");
        let child = command
            .stdin(Stdio::null())
            .stdout(out)
            .stderr(errors)
            .process_group(0)
            .spawn()
            .or_fail(&format!("starting {:?}", command.get_program()));
        Process { child }
    }

    /// Asks the program to end, as Ctrl-C or a service manager does, and waits until it has.
    pub(crate) async fn terminate(&mut self) -> ExitStatus {
        signal("TERM", &self.child.id().to_string());
        until(async || match self.child.try_wait() {
            Ok(Some(status)) => Ok(status),
            Ok(None) => Err("it goes on in spite of SIGTERM".to_owned()),
            Err(error) => Err(error.to_string()),
        })
        .await
        .or_fail("ending a program")
    }

    /// Kills the program and all its children at once, as a power cut does.
    pub(crate) fn kill(&mut self) {
        signal("KILL", &format!("-{}", self.child.id()));
        // Already gone is as good as killed.
        let _: io::Result<ExitStatus> = self.child.wait();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Kills every process that was started with this path among its arguments, for browsers that
/// leave their driver's process group.
pub(crate) fn kill_all_that_name(path: &Path) {
    let path = path.to_string_lossy().into_owned();
    for (pid, command_line) in all_processes() {
        if command_line.contains(&path) {
            signal("KILL", &pid.to_string());
        }
    }
}

/// A port that nobody listens on just now.
pub(crate) fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .or_fail("looking for a free port")
        .port()
}

/// Waits until somebody listens on a port.
pub(crate) async fn listening(port: u16) {
    until(async || TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.map(drop))
        .await
        .or_fail(&format!("waiting for port {port}"));
}

fn signal(name: &str, target: &str) {
    // A process that is gone already needs no signal.
    let _: io::Result<ExitStatus> =
        Command::new("kill").args([&format!("-{name}"), "--", target]).stderr(Stdio::null()).status();
}

/// Process ids with their command lines, arguments separated by NUL.
fn all_processes() -> impl Iterator<Item = (u32, String)> {
    fs::read_dir("/proc").into_iter().flatten().flatten().filter_map(|entry| {
        let pid = entry.file_name().to_str()?.parse().ok()?;
        let command_line = fs::read(entry.path().join("cmdline")).ok()?;
        Some((pid, String::from_utf8_lossy(&command_line).into_owned()))
    })
}
