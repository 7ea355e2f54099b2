//! `backup`, `restore` and `check`.

use std::path::PathBuf;

use clap::Args;

use super::district::open;
use super::{CliError, DataArgs};
use crate::upkeep::{self, Checked};

/// At most so many differences are written out.
const MOST_SHOWN: usize = 50;

#[derive(Debug, Args)]
pub(super) struct BackupArgs {
    #[command(flatten)]
    data: DataArgs,
    /// The file to write. One that is there is never replaced.
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct RestoreArgs {
    #[command(flatten)]
    data: DataArgs,
    /// A file that `backup` wrote.
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    /// The log of erasures of the data folder that the backup is of: what was erased since is erased again. PostgreSQL has
    /// its own under --erasure-log.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["database", "erasure_log"])]
    erased: Option<PathBuf>,
}

pub(super) async fn back_up(args: BackupArgs) -> Result<(), CliError> {
    let (app, _) = open(&args.data).await?;
    let written = upkeep::back_up(&app, &args.to).await;
    app.close().await;
    let cannot = |why: String| CliError::NoBackup { file: args.to.clone(), why };
    let bytes = written.map_err(|why| cannot(why.to_string()))?;
    println!(
        "{} holds everything up to this moment: {bytes} bytes. The server may have gone on meanwhile.",
        args.to.display()
    );
    println!(
        "Check it: throughline-server restore --from {} --data-dir /tmp/try, and check --data-dir /tmp/try.",
        args.to.display()
    );
    Ok(())
}

pub(super) async fn restore(args: RestoreArgs) -> Result<(), CliError> {
    let into = args.data.place()?;
    let restored = upkeep::restore(&args.from, &into, args.erased.as_deref()).await;
    let not = |why: String| CliError::NotRestored { file: args.from.clone(), why };
    restored.map_err(|why| not(why.to_string()))?;
    // Erases again what the log names.
    open(&args.data).await?.0.close().await;
    println!("{} is in {} now.", args.from.display(), into);
    println!(
        "A new history has begun: every tablet notices at its next sync, loads its schools anew, and sends again what it \
         recorded in the last 60 days. What came after the backup is whole when every tablet has synced."
    );
    Ok(())
}

pub(super) async fn check(args: DataArgs) -> Result<(), CliError> {
    let (app, district) = open(&args).await?;
    let checked = app.check(&district).await;
    app.close().await;
    let Checked { edits, visits, tallies, replicas, differences } = checked?;
    println!("{edits} edits, {visits} visits, {tallies} tallies, {replicas} tablets and accounts gone through.");
    if differences.is_empty() {
        println!("Everything is what the edits say.");
        return Ok(());
    }
    for difference in differences.iter().take(MOST_SHOWN) {
        println!("  {difference}");
    }
    if differences.len() > MOST_SHOWN {
        println!("  and {} more", differences.len() - MOST_SHOWN);
    }
    Err(CliError::NotWhatTheEditsSay(differences.len()))
}
