//! `export`: visits, frameworks and what the district has decided, as files for other programs. Works beside a running server.

mod sentences;

use std::io::{BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use domain::compare::Selection;
use domain::district::DistrictTable;
use domain::time::{Date, UtcOffset, local};
use tempfile::NamedTempFile;

use super::district::{known_schools, open, operator};
use super::{CliError, DataArgs, decided, framework, results};
use crate::error::ApiError;
use crate::export::{CannotCheck, Visits, WorkbookError, visits};

#[derive(Debug, Subcommand)]
pub(super) enum ExportCommand {
    /// Write visits as a tidy table: one row a visit and look-for.
    Visits(VisitsArgs),
    /// Read a CSV file of visits back, and say whether Compare gives the same tallies from it as from the database.
    Check(CheckArgs),
    /// Write a version of the district's framework as JSON.
    Framework(framework::ExportArgs),
    /// Write what is expected, past and present, as a table: one row an expectation.
    Expectations(decided::ExportArgs),
    /// Write who decides for which school, past and present, as a table: one row a choice.
    Models(decided::ExportArgs),
    /// Write the calendar as a table: the year, its terms, days off and check dates.
    Calendar(decided::ExportArgs),
    /// Write the results of a goal as a table: one row a baseline, target or result.
    Results(results::ExportArgs),
}

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    data: DataArgs,
    /// A file that `export visits` wrote, with every look-for of its visits.
    file: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct VisitsArgs {
    #[command(flatten)]
    data: DataArgs,
    /// The file to write: .csv, or .xlsx with the codebook on a second sheet. A file that is there is replaced once the
    /// new one is whole.
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
    /// Write what the columns and the look-fors mean as well, as CSV.
    #[arg(long, value_name = "FILE")]
    codebook: Option<PathBuf>,
    /// The id of a school; once for each. Every school unless given.
    #[arg(long = "school")]
    schools: Vec<String>,
    /// Visits from this day on, as 2026-09-01.
    #[arg(long)]
    from: Option<Date>,
    /// Visits up to and including this day.
    #[arg(long)]
    until: Option<Date>,
}

pub(super) async fn run(command: ExportCommand) -> Result<(), CliError> {
    match command {
        ExportCommand::Visits(args) => write(args).await,
        ExportCommand::Check(args) => check(args).await,
        ExportCommand::Framework(args) => framework::export(args).await,
        ExportCommand::Expectations(args) => decided::export(DistrictTable::Expectations, args).await,
        ExportCommand::Models(args) => decided::export(DistrictTable::Models, args).await,
        ExportCommand::Calendar(args) => decided::export(DistrictTable::Calendar, args).await,
        ExportCommand::Results(args) => results::export(args).await,
    }
}

#[derive(Clone, Copy)]
enum Format {
    Csv,
    Workbook,
}

async fn write(args: VisitsArgs) -> Result<(), CliError> {
    let format = format_of(&args.to)?;
    let (app, district) = open(&args.data).await?;
    let schools = known_schools(&app, &district, &args.schools).await?;
    let selection = Selection { schools, from: args.from, to: args.until, ..Selection::default() };
    let visits = visits(&app, operator(&district), selection).await?;
    let rows = visits.rows()?;
    whole(&args.to, |out| write_as(format, &visits, out, |row| sentences::progress(row, rows)))?;
    if let Some(codebook) = &args.codebook {
        whole(codebook, |out| Ok(visits.write_codebook(BufWriter::new(out))?))?;
    }
    eprintln!("{}", sentences::done(rows, &args.to, args.codebook.as_deref()));
    app.close().await;
    Ok(())
}

async fn check(args: CheckArgs) -> Result<(), CliError> {
    let file = std::fs::File::open(&args.file)
        .map_err(|error| CliError::CannotReadBack { file: args.file.clone(), what: csv::Error::from(error).into() })?;
    let (app, district) = open(&args.data).await?;
    let visits = visits(&app, operator(&district), Selection::default()).await?;
    let today = local(app.outside().now(), UtcOffset(0)).0;
    let checked = visits.check(today, BufReader::new(file)).map_err(|error| match error {
        CannotCheck::File(what) => CliError::CannotReadBack { file: args.file.clone(), what },
        CannotCheck::Refused(error) => error.into(),
    })?;
    app.close().await;
    print!("{}", sentences::checked(&checked));
    let differ = checked.not_here > 0 || !checked.otherwise.is_empty();
    if differ { Err(CliError::Differs(args.file)) } else { Ok(()) }
}

fn write_as(format: Format, visits: &Visits, out: &std::fs::File, tell: impl FnMut(u64)) -> Result<(), WorkbookError> {
    match format {
        Format::Csv => Ok(visits.write_csv(BufWriter::new(out), tell)?),
        Format::Workbook => {
            let mut out = BufWriter::new(out);
            visits.write_workbook(&mut out, tell)?;
            Ok(out.flush()?)
        }
    }
}

fn format_of(file: &Path) -> Result<Format, CliError> {
    let ending = file.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    match ending.as_deref() {
        Some("csv") => Ok(Format::Csv),
        Some("xlsx") => Ok(Format::Workbook),
        Some(_) | None => Err(CliError::NoSuchFormat(file.to_owned())),
    }
}

/// Writes a file beside its place and moves it there when it is whole, so that half a file never has its name.
fn whole(file: &Path, write: impl FnOnce(&std::fs::File) -> Result<(), WorkbookError>) -> Result<(), CliError> {
    let cannot = |error| CliError::CannotWrite { file: file.to_owned(), error };
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut beside = NamedTempFile::new_in(folder).map_err(cannot)?;
    match write(beside.as_file()) {
        Ok(()) => {}
        Err(WorkbookError::Io(error)) => return Err(cannot(error)),
        Err(error @ (WorkbookError::TooManyRows { .. } | WorkbookError::Workbook(_))) => {
            return Err(ApiError::from(error).into());
        }
    }
    beside.flush().and_then(|()| beside.as_file().sync_all()).map_err(cannot)?;
    beside.persist(file).map_err(|error| cannot(error.error))?;
    Ok(())
}
