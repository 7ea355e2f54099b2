//! `load`: thousands of tablets over sockets against the server, both built for speed.

use crate::failure::Failure;
use crate::shell::{cargo, program, root, run as run_program, step};

pub(crate) fn run(arguments: &[String]) -> Result<(), Failure> {
    step("Building the tablets and the server", "8 minutes the first time", || {
        let packages = ["--package", "throughline-load", "--package", "throughline-server"];
        run_program(cargo().args(["build", "--profile", "server"]).args(packages))
    })?;
    step("A day of many tablets", "6 minutes for 5,000", || {
        run_program(program(root().join("target/server/load")).args(arguments))
    })
}
