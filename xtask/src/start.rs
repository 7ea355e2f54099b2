//! `start`: from a fresh clone to a running Throughline.

use std::process::Command;

use crate::app;
use crate::failure::Failure;
use crate::shell::{cargo, program, root, run as run_program, step};

/// What can be chosen on the command line.
#[derive(Debug, PartialEq, Eq)]
struct Choices {
    port: u16,
    data_dir: String,
    /// No demo district: the server prints a set-up link for the first administrator.
    empty: bool,
}

pub(crate) fn run(arguments: &[String]) -> Result<(), Failure> {
    let choices = choices(arguments)?;
    app::run()?;
    step("Building the server", "3 minutes the first time, then seconds", || {
        run_program(cargo().args(["build", "--package", "throughline-server"]))
    })?;
    let mut server = program(root().join("target/debug/throughline-server"));
    server.arg("serve").arg("--app").arg(app::dist());
    server.args(["--data-dir", &choices.data_dir, "--port", &choices.port.to_string()]);
    if choices.empty {
        server.arg("--empty");
    }
    println!();
    become_program(&mut server)
}

fn choices(arguments: &[String]) -> Result<Choices, Failure> {
    let mut choices = Choices { port: 8080, data_dir: String::from("data"), empty: false };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let refuse = |wanted| Failure::BadArgument { argument: argument.clone(), wanted };
        match argument.as_str() {
            "--port" => {
                choices.port = rest
                    .next()
                    .and_then(|text| text.parse().ok())
                    .ok_or_else(|| refuse("--port needs a number from 1 to 65535"))?;
            }
            "--data-dir" => {
                choices.data_dir = rest.next().ok_or_else(|| refuse("--data-dir needs a folder"))?.clone();
            }
            "--empty" => choices.empty = true,
            _ => return Err(refuse("start knows --port, --data-dir and --empty")),
        }
    }
    Ok(choices)
}

/// The server takes over this very process, so that Ctrl-C and its exit code are its own.
#[cfg(unix)]
fn become_program(command: &mut Command) -> Result<(), Failure> {
    use std::os::unix::process::CommandExt;
    let source = command.exec();
    Err(Failure::CannotStart { program: command.get_program().to_string_lossy().into_owned(), source })
}

#[cfg(not(unix))]
fn become_program(command: &mut Command) -> Result<(), Failure> {
    run_program(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn without_arguments_the_demo_runs_on_port_8080() {
        let expected = Choices { port: 8080, data_dir: String::from("data"), empty: false };
        assert_eq!(choices(&[]).unwrap(), expected);
    }

    #[test]
    fn port_folder_and_emptiness_can_be_chosen() {
        let expected = Choices { port: 9000, data_dir: String::from("/srv/d"), empty: true };
        assert_eq!(choices(&words("--empty --port 9000 --data-dir /srv/d")).unwrap(), expected);
    }

    #[test]
    fn a_misspelt_or_half_given_choice_is_refused() {
        for line in ["--prot 1", "--port", "--port many", "--port 70000", "--data-dir"] {
            assert!(choices(&words(line)).is_err(), "{line}");
        }
    }
}
