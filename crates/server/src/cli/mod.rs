//! The commands.

mod serve;
mod stop;
mod user;

mod decided;
mod district;
mod erase;
mod export;
mod framework;
mod import;
mod results;
mod roster;
mod upkeep;

mod agreement;
mod compare;
mod said;
mod table;

mod error;

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use domain::permission::Role;
use serde::Serialize;

use crate::config::{Config, Database};

pub use agreement::NothingFits;
pub use decided::NotTaken;
pub use error::CliError;
pub use framework::NoFramework;
pub use import::CannotImport;
pub use results::NoResults;
pub use table::BadTable;

/// The server of Throughline: classroom walkthroughs, recorded offline.
#[derive(Debug, Parser)]
#[command(name = "throughline-server", version, about)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the app and its API.
    Serve(ServeArgs),
    /// Look after the people who sign in.
    #[command(subcommand)]
    User(UserCommand),
    /// Write files for other programs.
    #[command(subcommand)]
    Export(export::ExportCommand),
    /// Read files of other programs.
    #[command(subcommand)]
    Import(import::ImportCommand),
    /// Erase visits for good: here, on every tablet, and from whatever backup is put back.
    Erase(erase::EraseArgs),
    /// Write everything that there is at this moment into one file, beside a running server.
    Backup(upkeep::BackupArgs),
    /// Put a backup into a data folder that has no database yet, or into an empty PostgreSQL database.
    Restore(upkeep::RestoreArgs),
    /// Work every visit, tally and fingerprint out again from the edits, and say what differs.
    Check(DataArgs),
    /// How far the observers of a CSV file agree: every coefficient that fits, with its 95 % interval.
    Agreement(agreement::AgreementArgs),
    /// The counts of a CSV file against what is expected: share, 95 % interval, standing, and visits needed.
    Compare(compare::CompareArgs),
}

#[derive(Debug, Args)]
struct ServeArgs {
    /// The port to listen on; 0 takes a free one.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The address to listen on. Anything but this machine's own needs --behind-tls.
    #[arg(long, default_value = "127.0.0.1")]
    host: String,
    #[command(flatten)]
    data: DataArgs,
    /// The folder of the built app.
    #[arg(long, default_value = "dist")]
    app: PathBuf,
    /// Begin without the made-up demo district: prints a one-time link for the first administrator.
    #[arg(long)]
    empty: bool,
    /// A proxy in front of this server ends TLS and sets X-Forwarded-For.
    #[arg(long)]
    behind_tls: bool,
    /// How to write the log.
    #[arg(long, value_enum, default_value_t = Log::Text)]
    log: Log,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Log {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
    /// Warnings and errors only, for people.
    Quiet,
}

#[derive(Debug, Subcommand)]
enum UserCommand {
    /// Add someone; their passphrase is the first line of standard input.
    Add(AddArgs),
    /// List everyone.
    List(DataArgs),
    /// Give someone a new passphrase, the first line of standard input; every device has to sign in again.
    Reset(OneArgs),
    /// Change where someone works and in which role; earlier work stays theirs.
    Assign(AssignArgs),
    /// Make a link with which someone chooses a passphrase; it works once, for seven days.
    Link(OneArgs),
    /// Someone has left: the server shows them nothing more. What they did before is taken for two weeks, and stays.
    Leave(OneArgs),
    /// Someone is back; then assign them.
    Return(OneArgs),
}

#[derive(Debug, Args)]
struct DataArgs {
    /// The folder of the database.
    #[arg(long, default_value = "data")]
    data_dir: PathBuf,
    /// A PostgreSQL database in place of the folder: postgres://user:passphrase@host/name. In the environment nobody else
    /// on this machine sees it.
    #[arg(long, value_name = "URL", env = "THROUGHLINE_DATABASE", hide_env_values = true, conflicts_with = "data_dir")]
    database: Option<String>,
    /// The log of erasures: a file that no backup of the database covers. In the data folder unless named; on PostgreSQL
    /// nothing can be erased without one, and every server is given the same.
    #[arg(long, value_name = "FILE", env = "THROUGHLINE_ERASURE_LOG")]
    erasure_log: Option<PathBuf>,
}

impl DataArgs {
    fn place(&self) -> Result<Database, CliError> {
        Ok(match &self.database {
            Some(url) => Database::at(url)?,
            None => Database::Folder(self.data_dir.clone()),
        })
    }

    /// A server on it, for this machine alone.
    fn config(&self) -> Result<Config, CliError> {
        let usual = Config::on(self.place()?);
        Ok(Config { erasure_log: self.erasure_log.clone().or(usual.erasure_log), ..usual })
    }
}

#[derive(Debug, Args)]
struct OneArgs {
    #[command(flatten)]
    data: DataArgs,
    /// What they sign in with.
    #[arg(long)]
    email: String,
}

#[derive(Debug, Args)]
struct AssignArgs {
    #[command(flatten)]
    one: OneArgs,
    /// What they are.
    #[arg(long, value_enum)]
    role: RoleName,
    /// The id of a school in which they work; once for each.
    #[arg(long = "school")]
    schools: Vec<String>,
}

#[derive(Debug, Args)]
struct AddArgs {
    #[command(flatten)]
    assign: AssignArgs,
    /// As people say it.
    #[arg(long)]
    name: String,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum RoleName {
    Administrator,
    Principal,
    Coach,
    Observer,
}

impl From<RoleName> for Role {
    fn from(name: RoleName) -> Self {
        match name {
            RoleName::Administrator => Self::Administrator,
            RoleName::Principal => Self::Principal,
            RoleName::Coach => Self::Coach,
            RoleName::Observer => Self::Observer,
        }
    }
}

/// Runs a command to its end.
///
/// # Errors
/// Why it failed, in a sentence for whoever typed it.
pub async fn run(cli: Cli) -> Result<(), CliError> {
    match cli.command {
        Command::Serve(args) => serve::run(args).await,
        Command::User(command) => user::run(command).await,
        Command::Export(command) => export::run(command).await,
        Command::Import(command) => import::run(command).await,
        Command::Erase(args) => erase::run(args).await,
        Command::Backup(args) => upkeep::back_up(args).await,
        Command::Restore(args) => upkeep::restore(args).await,
        Command::Check(args) => upkeep::check(args).await,
        Command::Agreement(args) => agreement::run(&args),
        Command::Compare(args) => compare::run(&args),
    }
}

/// For programs that read what a command found.
fn write_json(out: &mut impl Write, found: &impl Serialize) -> std::io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, found)?;
    writeln!(out)
}
