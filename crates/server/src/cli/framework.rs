//! `import framework` and `export framework`: the district's framework from a file and into one.

mod sentences;

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use domain::district::Published;
use domain::framework::{Draft, FileForm, Framework, FrameworkChanges, FromFile, NotAFramework, Unfit};
use domain::id::{DistrictId, LookForId};
use domain::time::{Date, UtcOffset, local};

use super::district::open;
use super::{CliError, DataArgs};
use crate::app::App;
use crate::drafts;
use crate::framework_files;
use crate::people::latest_district;
use crate::publish::PublishError;
use crate::store::{StoreError, commits};

#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    #[command(flatten)]
    data: DataArgs,
    /// A file that `export framework` wrote (JSON or CSV), or a CASE package (JSON) of 1EdTech.
    #[arg(required_unless_present = "starter", conflicts_with = "starter")]
    file: Option<PathBuf>,
    /// The starter framework that comes with this program: five strands to begin with and make one's own.
    #[arg(long)]
    starter: bool,
    /// The first day on which visits are recorded against it; today unless given.
    #[arg(long, value_name = "DATE")]
    effective: Option<Date>,
    /// Say what would change, and publish nothing.
    #[arg(long)]
    dry_run: bool,
    /// Publish although rows or items of the file cannot be read; without this, nothing is published then.
    #[arg(long)]
    leave_out: bool,
}

#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    #[command(flatten)]
    data: DataArgs,
    /// The file to write, which `import framework` reads back.
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
    /// JSON and CSV say everything; a CASE package has no place for how a look-for is observed.
    #[arg(long, value_enum, default_value_t = Form::Json)]
    form: Form,
    /// Which version; the newest unless given.
    #[arg(long)]
    version: Option<u32>,
}

/// The form of the file.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Form {
    Json,
    Csv,
    Case,
}

/// Why a framework is not published, or not written.
#[derive(Debug, thiserror::Error)]
pub enum NoFramework {
    /// The file cannot be opened.
    #[error("{} cannot be read: {error}", file.display())]
    CannotRead {
        /// Which file.
        file: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// The file holds no framework.
    #[error("{} cannot be used: {what}.\nNothing was published.", file.display())]
    NotOne {
        /// Which file.
        file: PathBuf,
        /// Why.
        what: NotAFramework,
    },
    /// Observers could not use it.
    #[error("observers could not use it: {0}.\nNothing was published.")]
    Unfit(Unfit),
    /// Not all of the file can be read.
    #[error(
        "{0} of the file's rows or items cannot be read, and would be left out: put them right, or publish without them with \
             --leave-out.\nNothing was published."
    )]
    LeftOut(usize),
    /// It would be in use before the version that it follows, which would then take over from it.
    #[error(
        "the version before it is in use from {0}; give that day or a later one with --effective.\nNothing was published."
    )]
    TooEarly(Date),
    /// It was not taken.
    #[error(transparent)]
    Publish(#[from] PublishError),
    /// The district has no such version.
    #[error("the district has not published {}", .0.map_or_else(|| "a framework yet".to_owned(), |version| format!("a version {version}")))]
    NotPublished(Option<u32>),
}

pub(super) async fn import(args: ImportArgs) -> Result<(), CliError> {
    let bytes = args.file.as_deref().map(read).transpose()?;
    let (app, district) = open(&args.data).await?;
    let done = publish(&app, &district, &args, bytes).await;
    app.close().await;
    done
}

fn read(file: &Path) -> Result<Vec<u8>, NoFramework> {
    std::fs::read(file).map_err(|error| NoFramework::CannotRead { file: file.to_owned(), error })
}

async fn publish(app: &App, district: &DistrictId, args: &ImportArgs, bytes: Option<Vec<u8>>) -> Result<(), CliError> {
    // Of two that publish at once, the second's version is the next one.
    let _turn = app.import_turn(district).await?;
    let Known { newest, focus } = known(app, district).await?;
    let effective = args.effective.unwrap_or_else(|| local(app.outside().now(), UtcOffset(0)).0);
    let found = match (bytes, &args.file) {
        (Some(bytes), Some(file)) => framework_files::read(bytes, newest.as_ref())
            .map_err(|what| NoFramework::NotOne { file: file.clone(), what })?,
        (_, _) => FromFile { draft: Draft::of(&sample::starter_framework(effective)), left_out: Vec::new() },
    };
    let version = newest.as_ref().map_or(1, |newest| newest.version + 1);
    let FromFile { draft, left_out } = found;
    let next = draft.version(version, effective).map_err(NoFramework::Unfit)?;
    if let Some(from) = newest.as_ref().map(|newest| newest.effective).filter(|from| effective < *from) {
        return Err(NoFramework::TooEarly(from).into());
    }
    let changes = FrameworkChanges::between(newest.as_ref(), &next);
    let lost: Vec<&LookForId> = focus.iter().filter(|id| next.look_for(id).is_none()).collect();
    print!("{}", sentences::changes(&next, &changes, &left_out, &lost));
    if newest.is_some_and(|newest| (&newest.title, &newest.strands) == (&next.title, &next.strands)) {
        println!("Nothing is otherwise than in version {}: nothing was published.", version - 1);
    } else if !left_out.is_empty() && !args.leave_out && !args.dry_run {
        return Err(NoFramework::LeftOut(left_out.len()).into());
    } else if args.dry_run {
        println!("This was a dry run: nothing was published.");
    } else {
        let document = Published::Framework(next).write().map_err(|_| StoreError::Damaged("documents.text"))?;
        app.publish(district, &document).await.map_err(NoFramework::Publish)?;
        println!("Published as version {version}, in force from {effective}. Tablets take it at their next sync.");
    }
    Ok(())
}

/// What a new version is held against.
struct Known {
    newest: Option<Framework>,
    /// The look-fors that matter this month.
    focus: Vec<LookForId>,
}

async fn known(app: &App, district: &DistrictId) -> Result<Known, CliError> {
    let mut tx = app.store().read().await?;
    let newest = drafts::newest(&mut tx, district).await?;
    let head = commits::head(&mut tx, district).await?;
    let document = latest_district(&mut tx, district, head.seq).await?;
    tx.rollback().await.map_err(StoreError::from)?;
    Ok(Known { newest, focus: document.map(|document| document.watched()).unwrap_or_default() })
}

async fn versions(app: &App, district: &DistrictId) -> Result<Vec<Framework>, StoreError> {
    let mut tx = app.store().read().await?;
    let found = drafts::versions(&mut tx, district).await?;
    tx.rollback().await?;
    Ok(found)
}

pub(super) async fn export(args: ExportArgs) -> Result<(), CliError> {
    let (app, district) = open(&args.data).await?;
    let found = versions(&app, &district).await;
    app.close().await;
    let wanted = found?.into_iter().filter(|one| args.version.is_none_or(|version| one.version == version));
    let framework = wanted.max_by_key(|one| one.version).ok_or(NoFramework::NotPublished(args.version))?;
    let form = match args.form {
        Form::Json => FileForm::Json,
        Form::Csv => FileForm::Csv,
        Form::Case => FileForm::Case,
    };
    let file = args.to;
    let text = framework_files::write(&Draft::of(&framework), form, &district, framework.effective);
    text.and_then(|text| std::fs::write(&file, text)).map_err(|error| CliError::CannotWrite { file, error })
}
