//! `import` and `export` of what the district has decided: what it expects, who decides for its schools, its calendar.

mod sentences;

use std::path::PathBuf;

use clap::Args;
use domain::district::{CannotTakeTable, District, DistrictTable, RefusedCell, Rest};
use domain::framework::Framework;
use domain::id::DistrictId;
use domain::time::{UtcOffset, local};

use super::district::open;
use super::{CliError, DataArgs};
use crate::app::App;
use crate::district;
use crate::import::BadSheet;
use crate::import::csv;

#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    #[command(flatten)]
    calendar: ImportCalendarArgs,
    /// What the file does not name goes, as if it never had been.
    #[arg(long)]
    replace: bool,
}

#[derive(Debug, Args)]
pub(super) struct ImportCalendarArgs {
    #[command(flatten)]
    data: DataArgs,
    /// The table, as CSV. Its first row names the columns.
    file: PathBuf,
    /// Say what would change, and store nothing.
    #[arg(long)]
    dry_run: bool,
}

#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    #[command(flatten)]
    data: DataArgs,
    /// The file to write, as CSV, which the `import` of the same name reads back.
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
}

/// Why nothing of a file is taken.
#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    /// The file cannot be opened.
    #[error("{} cannot be read: {error}", file.display())]
    CannotRead {
        /// Which file.
        file: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// The file is no table.
    #[error("{} cannot be used: {what}.\nNothing was stored.", file.display())]
    File {
        /// Which file.
        file: PathBuf,
        /// Why.
        what: BadSheet,
    },
    /// The table lacks columns.
    #[error("{} cannot be used: the table has no column {}.\nNothing was stored.", file.display(), columns.join(", "))]
    NoColumns {
        /// Which file.
        file: PathBuf,
        /// Their names.
        columns: Vec<String>,
    },
    /// Rows of it cannot be taken.
    #[error("{}\nNothing was stored.", sentences::refused(file, cells))]
    Rows {
        /// Which file.
        file: PathBuf,
        /// Why, cell by cell.
        cells: Vec<RefusedCell>,
    },
}

pub(super) async fn import(table: DistrictTable, args: ImportArgs) -> Result<(), CliError> {
    let rest = if args.replace { Rest::Goes } else { Rest::Stays };
    import_as(table, rest, args.calendar).await
}

pub(super) async fn import_calendar(args: ImportCalendarArgs) -> Result<(), CliError> {
    import_as(DistrictTable::Calendar, Rest::Goes, args).await
}

pub(super) async fn export(table: DistrictTable, args: ExportArgs) -> Result<(), CliError> {
    let (app, id) = open(&args.data).await?;
    let found = district::now(&app, &id).await;
    app.close().await;
    let (district, frameworks) = found?;
    let file = args.to;
    let text = csv::written(table.rows(&district, &frameworks));
    text.and_then(|text| std::fs::write(&file, text)).map_err(|error| CliError::CannotWrite { file, error })
}

async fn import_as(table: DistrictTable, rest: Rest, args: ImportCalendarArgs) -> Result<(), CliError> {
    let ImportCalendarArgs { data, file, dry_run } = args;
    let bytes = std::fs::read(&file).map_err(|error| NotTaken::CannotRead { file: file.clone(), error })?;
    let rows = csv::rows(bytes, usize::MAX).map_err(|what| NotTaken::File { file: file.clone(), what })?;
    let (app, id) = open(&data).await?;
    let done = take(&app, &id, &Asked { table, rest, file, rows, dry_run }).await;
    app.close().await;
    print!("{}", done?);
    Ok(())
}

struct Asked {
    table: DistrictTable,
    rest: Rest,
    file: PathBuf,
    rows: Vec<(u32, Vec<String>)>,
    dry_run: bool,
}

async fn take(app: &App, id: &DistrictId, asked: &Asked) -> Result<String, CliError> {
    let today = local(app.outside().now(), UtcOffset(0)).0;
    let read = |district: &District, frameworks: &[Framework]| {
        let read = asked.table.read(&asked.rows, asked.rest, district, frameworks);
        let found = read.map_err(|why| asked.refusal(why))?;
        let said = sentences::changes(asked.table, &found, district, today) + sentences::end(&found, asked.dry_run);
        Ok::<_, CliError>((said, found.district))
    };
    if asked.dry_run {
        let (district, frameworks) = district::now(app, id).await?;
        return Ok(read(&district, &frameworks)?.0);
    }
    let mut told = String::new();
    district::put(app, id, |district, frameworks| {
        let (said, next) = read(district, frameworks)?;
        told = said;
        Ok::<_, CliError>(next)
    })
    .await?;
    Ok(told)
}

impl Asked {
    fn refusal(&self, why: CannotTakeTable) -> NotTaken {
        let file = self.file.clone();
        match why {
            CannotTakeTable::NoColumns(columns) => NotTaken::NoColumns { file, columns },
            CannotTakeTable::Rows(cells) => NotTaken::Rows { file, cells },
        }
    }
}
