//! `import`: past walkthroughs, rosters, frameworks and what the district has decided, from other programs' files. Works beside a running server.

mod sentences;

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use domain::district::DistrictTable;
use domain::id::{DistrictId, ImportId};
use domain::import::{Mapping, NoSourceName, Sheet, SourceName, UnreadableMapping, guess};
use domain::permission::{Me, Role};

use super::district::{find, known_schools, open};
use super::roster::{RosterArgs, TemplateArgs, roster, write_template};
use super::{CliError, DataArgs, decided, framework, results};
use crate::app::App;
use crate::error::ApiError;
use crate::import::{Asked, BadSheet, Ground, ImportError, Ready, allowed, ground, sheet, store};
use crate::people;
use crate::store::{StoreError, imports};

#[derive(Debug, Subcommand)]
pub(super) enum ImportCommand {
    /// Bring in past visits from a CSV file or a workbook.
    ///
    /// The first time, without --mapping, it prints how it would read the file, as JSON, and what it is unsure of, and
    /// stores nothing: save that, correct it, and name it with --mapping. It is remembered for the source.
    Visits(VisitsArgs),
    /// List the imports that were done, or undo one.
    ///
    /// Undoing discards each visit of the import: it counts nowhere from then on, and can be taken back by itself. The same
    /// file can be imported again, with a corrected mapping.
    Undo(UndoArgs),
    /// Bring in schools, classes and teachers from a OneRoster package or the plain template.
    ///
    /// What comes again updates what is there; what a bulk package no longer names is gone from the lists, and stays by name
    /// for the visits that it was in. Rows of students are counted and not stored.
    Roster(RosterArgs),
    /// Publish a framework from a file, or the starter framework.
    ///
    /// Says what is new, reworded, removed or observed otherwise. A look-for that comes again under its identifier is updated;
    /// visits stay on the version that they were recorded with.
    Framework(framework::ImportArgs),
    /// Set what is expected from a table that `export expectations` wrote, or one like it.
    ///
    /// A row is known again by its look-for, where it holds, and its first day. What the file does not name stays, unless
    /// --replace is given. A row that cannot be read, or breaks a rule, and nothing of the file is taken.
    Expectations(decided::ImportArgs),
    /// Set who decides for which school from a table that `export models` wrote, or one like it.
    ///
    /// A row is known again by its school and its first day. What the file does not name stays, unless --replace is given. A
    /// row that cannot be read, or breaks a rule, and nothing of the file is taken.
    Models(decided::ImportArgs),
    /// Set the calendar from a table that `export calendar` wrote, or one like it.
    ///
    /// The file is the whole calendar: what it does not name goes. A row that cannot be read, or breaks a rule, and nothing of
    /// the file is taken.
    Calendar(decided::ImportCalendarArgs),
    /// Enter the results of a goal from a table that `export results` wrote, or one like it.
    ///
    /// A row is known again by its school, its group, its kind and its day. What the file does not name stays. A row that cannot be
    /// read, and nothing of the file is taken.
    Results(results::ImportArgs),
    /// Write the plain template, five tables with example rows, into a folder.
    RosterTemplate(TemplateArgs),
}

#[derive(Debug, Args)]
pub(super) struct UndoArgs {
    #[command(flatten)]
    data: DataArgs,
    /// Which import, as the list names it; without one the imports are listed.
    import: Option<ImportId>,
    /// The email of the account that undoes it; the first administrator unless given.
    #[arg(long = "as", value_name = "EMAIL")]
    undoer: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct VisitsArgs {
    #[command(flatten)]
    data: DataArgs,
    /// The table: .csv, .tsv, .txt, .xlsx, .xlsm, .xls or .ods. Its first row with anything in it names the columns.
    file: PathBuf,
    /// What the file comes from, such as "Google Forms 2025". A row is known again under the same name, and its mapping is
    /// remembered under it.
    #[arg(long)]
    source: String,
    /// The id of the school that was visited.
    #[arg(long)]
    school: String,
    /// How to read the columns, as JSON; the one that was remembered for the source unless given.
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    /// The sheet of a workbook; the first unless given.
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// The email of the account that imports, and that stands for observers nobody knows; the first administrator unless
    /// given.
    #[arg(long = "as", value_name = "EMAIL")]
    importer: Option<String>,
    /// Say what would be imported, and store nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Why an import of a file stops before anything is stored.
#[derive(Debug, thiserror::Error)]
pub enum CannotImport {
    /// The file is no table.
    #[error("{} cannot be used: {what}.\nNothing was stored.", file.display())]
    File {
        /// Which file.
        file: PathBuf,
        /// Why.
        what: BadSheet,
    },
    /// The mapping cannot be opened.
    #[error("{} cannot be read: {error}", file.display())]
    CannotRead {
        /// Which file.
        file: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// The mapping cannot be read.
    #[error("{whose} cannot be used: {what}.\nNothing was stored.")]
    Mapping {
        /// Where it is from.
        whose: String,
        /// Why.
        what: UnreadableMapping,
    },
    /// The mapping does not go with the table.
    #[error("{}\nNothing was stored.", sentences::cannot_read(.0))]
    Table(domain::import::CannotRead),
    /// The source has no name.
    #[error("--source: {0}.\nNothing was stored.")]
    Source(NoSourceName),
    /// There was no import of this id.
    #[error("there was no import {0}: `import undo` without an id lists them")]
    NoSuchImport(ImportId),
    /// There is no administrator in whose name visits could be stored.
    #[error("there is no administrator yet: name the account that imports with --as")]
    Nobody,
}

pub(super) async fn run(command: ImportCommand) -> Result<(), CliError> {
    match command {
        ImportCommand::Visits(args) => visits(args).await,
        ImportCommand::Undo(args) => undo(args).await,
        ImportCommand::Roster(args) => roster(args).await,
        ImportCommand::Framework(args) => framework::import(args).await,
        ImportCommand::Expectations(args) => decided::import(DistrictTable::Expectations, args).await,
        ImportCommand::Models(args) => decided::import(DistrictTable::Models, args).await,
        ImportCommand::Calendar(args) => decided::import_calendar(args).await,
        ImportCommand::Results(args) => results::import(args).await,
        ImportCommand::RosterTemplate(args) => write_template(&args),
    }
}

async fn undo(args: UndoArgs) -> Result<(), CliError> {
    let (app, district) = open(&args.data).await?;
    let done = match args.import {
        Some(import) => undo_one(&app, &district, import, args.undoer.as_deref()).await,
        None => list(&app, &district).await,
    };
    app.close().await;
    done
}

async fn list(app: &App, district: &DistrictId) -> Result<(), CliError> {
    let mut tx = app.store().read().await?;
    let all = imports::all(&mut tx, district).await?;
    tx.rollback().await.map_err(StoreError::from)?;
    let accounts = app.store().accounts(district).await?;
    print!("{}", sentences::imports(&all, &accounts));
    Ok(())
}

async fn undo_one(app: &App, district: &DistrictId, import: ImportId, email: Option<&str>) -> Result<(), CliError> {
    let me = importer(app, district, email).await?;
    let _turn = app.import_turn(district).await?;
    let undone = crate::import::undo(app, &me, import).await.map_err(|error| match error {
        ImportError::Push(ApiError::NotFound) => CannotImport::NoSuchImport(import).into(),
        other => CliError::from(other),
    })?;
    println!("{}", sentences::undone(&undone));
    Ok(())
}

async fn visits(args: VisitsArgs) -> Result<(), CliError> {
    let table = sheet(&args.file, args.sheet.as_deref())
        .map_err(|what| CannotImport::File { file: args.file.clone(), what })?;
    let (app, district) = open(&args.data).await?;
    let done = import(&app, &district, &args, &table).await;
    app.close().await;
    done
}

async fn import(app: &App, district: &DistrictId, args: &VisitsArgs, table: &Sheet) -> Result<(), CliError> {
    let schools = known_schools(app, district, std::slice::from_ref(&args.school)).await?;
    let asked = Asked {
        me: importer(app, district, args.importer.as_deref()).await?,
        school: schools.into_iter().next().unwrap_or_default(),
        source: SourceName::new(&args.source).map_err(CannotImport::Source)?,
        called: SourceName::shown(&args.source),
    };
    let _turn = app.import_turn(district).await?;
    let ground = ground(app, district, &asked.school, &asked.source).await?;
    let Some(mapping) = mapping(args.mapping.as_deref(), &ground)? else {
        let guessed = guess(table, &ground.framework);
        println!("{}", guessed.mapping.to_json());
        eprint!("{}", sentences::guessed(&guessed));
        return Ok(());
    };
    let ready = Ready::new(&asked, &ground, table, mapping).map_err(CannotImport::Table)?;
    let new = &ready.against.new;
    allowed(&asked.me, &asked.school, new)?;
    print!("{}", sentences::report(&ready.plan, &ready.against, &asked.me.name));
    if args.dry_run {
        println!("This was a dry run: nothing was stored.");
        return Ok(());
    }
    let mut progress = sentences::Progress::of(new.len());
    store(app, &asked, &ready, |stored| progress.tell(stored)).await?;
    println!("{}", sentences::stored(new.len()));
    Ok(())
}

/// The mapping that was named, or else the one that was remembered.
fn mapping(named: Option<&Path>, ground: &Ground) -> Result<Option<Mapping>, CannotImport> {
    let (text, whose) = match (named, &ground.mapping) {
        (Some(file), _) => {
            let text = std::fs::read_to_string(file)
                .map_err(|error| CannotImport::CannotRead { file: file.to_owned(), error })?;
            (text, file.display().to_string())
        }
        (None, Some(remembered)) => (remembered.clone(), "the remembered mapping".to_owned()),
        (None, None) => return Ok(None),
    };
    Mapping::from_json(&text).map(Some).map_err(|what| CannotImport::Mapping { whose, what })
}

async fn importer(app: &App, district: &DistrictId, email: Option<&str>) -> Result<Me, CliError> {
    let account = match email {
        Some(email) => find(app, email).await?.account,
        None => {
            let accounts = app.store().accounts(district).await?;
            let administrator = accounts.into_iter().find(|account| account.role == Role::Administrator);
            administrator.ok_or(CannotImport::Nobody)?.account
        }
    };
    let me = people::me(app.store(), district, &account).await?;
    Ok(me.ok_or(CannotImport::Nobody)?)
}
