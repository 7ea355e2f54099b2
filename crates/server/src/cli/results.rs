//! `import` and `export` of the results of a goal: what its measure read, by school and student group.

use std::fmt::Write;
use std::path::PathBuf;

use clap::Args;
use domain::district::{FiguresRead, NotFigures, figure_rows};
use domain::id::GoalId;

use super::district::open;
use super::said::{line, list};
use super::{CliError, DataArgs};
use crate::goals;
use crate::import::csv;

#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    #[command(flatten)]
    data: DataArgs,
    /// The table, as CSV. Its first row names the columns.
    file: PathBuf,
    /// The key of the goal, as the address of its page ends with it.
    #[arg(long)]
    goal: String,
    /// Say what would change, and store nothing.
    #[arg(long)]
    dry_run: bool,
}

#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    #[command(flatten)]
    data: DataArgs,
    /// The key of the goal, as the address of its page ends with it.
    #[arg(long)]
    goal: String,
    /// The file to write, as CSV, which `import results` reads back.
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
}

/// Why nothing of a file is taken.
#[derive(Debug, thiserror::Error)]
pub enum NoResults {
    /// The file cannot be opened.
    #[error("{} cannot be read: {error}", file.display())]
    CannotRead {
        /// Which file.
        file: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// The file cannot be taken.
    #[error("{} cannot be used: {}.\nNothing was stored.", file.display(), why(what))]
    File {
        /// Which file.
        file: PathBuf,
        /// Why.
        what: NotFigures,
    },
}

pub(super) async fn import(ImportArgs { data, file, goal, dry_run }: ImportArgs) -> Result<(), CliError> {
    let bytes = std::fs::read(&file).map_err(|error| NoResults::CannotRead { file: file.clone(), error })?;
    let (app, id) = open(&data).await?;
    let goal = GoalId(goal);
    let known = goals::known(&app, &id, &goal).await?;
    let read = known.read(bytes).map_err(|what| NoResults::File { file, what })?;
    if !dry_run {
        goals::put(&app, &id, &goal, &read.changes, |_, _| Ok(())).await?;
    }
    app.close().await;
    print!("{}", summary(&read, dry_run));
    Ok(())
}

pub(super) async fn export(ExportArgs { data, goal, to: file }: ExportArgs) -> Result<(), CliError> {
    let (app, id) = open(&data).await?;
    let known = goals::known(&app, &id, &GoalId(goal)).await;
    app.close().await;
    let text = csv::written(figure_rows(&known?.figures));
    text.and_then(|text| std::fs::write(&file, text)).map_err(|error| CliError::CannotWrite { file, error })
}

fn summary(FiguresRead { changes, same }: &FiguresRead, dry_run: bool) -> String {
    let mut said = String::new();
    let (changed, new): (Vec<_>, Vec<_>) = changes.iter().partition(|change| change.was.is_some());
    line(&mut said, format_args!("{} new, {} changed, {same} the same", new.len(), changed.len()));
    let cells = |figure: &domain::district::Figure| {
        figure_rows(std::slice::from_ref(figure)).pop().unwrap_or_default().join(", ")
    };
    list(&mut said, "New", new.iter().filter_map(|one| one.now.as_ref().map(cells)).collect::<Vec<_>>().into_iter());
    let both = changed.iter().filter_map(|one| {
        let (was, now) = (one.was.as_ref()?, one.now.as_ref()?);
        Some(format!("{} (was {})", cells(now), was.value))
    });
    list(&mut said, "Changed", both.collect::<Vec<_>>().into_iter());
    line(&mut said, format_args!("{}", if dry_run { "Nothing was stored." } else { "Stored." }));
    said
}

fn why(what: &NotFigures) -> String {
    let mut said = what.to_string();
    if let NotFigures::Rows(rows) = what {
        for row in rows {
            // Writing to a text cannot fail.
            let _ = write!(said, "\n  line {}, {} {:?}: {}", row.number, row.column, row.value, row.why);
        }
    }
    said
}
