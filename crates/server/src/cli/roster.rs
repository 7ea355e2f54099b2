//! `import roster` and `import roster-template`: schools, classes and teachers from other systems.

mod sentences;

use std::path::PathBuf;

use clap::Args;

use super::district::open;
use super::{CliError, DataArgs};
use crate::rostering::{Package, RosterError, Store, import, template};

#[derive(Debug, Args)]
pub(super) struct RosterArgs {
    #[command(flatten)]
    data: DataArgs,
    /// A zip archive, or a folder of CSV tables: OneRoster 1.1 or 1.2, or the plain template.
    package: PathBuf,
    /// Say what would change, and store nothing.
    #[arg(long)]
    dry_run: bool,
    /// Store it although more than a third of the classes or of the teachers would be gone.
    #[arg(long, conflicts_with = "dry_run")]
    yes: bool,
}

#[derive(Debug, Args)]
pub(super) struct TemplateArgs {
    /// The folder to write the five tables into; those that are there are left as they are.
    folder: PathBuf,
}

pub(super) async fn roster(args: RosterArgs) -> Result<(), CliError> {
    let cannot = |why| CliError::NoRoster { package: args.package.clone(), why };
    let package = Package::open(&args.package).map_err(cannot)?;
    let (app, district) = open(&args.data).await?;
    let store = match (args.dry_run, args.yes) {
        (true, _) => Store::Nothing,
        (false, true) => Store::Whatever,
        (false, false) => Store::Careful,
    };
    let report = import(&app, &district, package, store).await;
    app.close().await;
    let report = report.map_err(|why| match why {
        RosterError::Store(error) => CliError::Store(error),
        why => cannot(why),
    })?;
    print!("{}", sentences::report(&report));
    if report.stored || args.dry_run { Ok(()) } else { Err(CliError::ManyGone) }
}

pub(super) fn write_template(args: &TemplateArgs) -> Result<(), CliError> {
    let cannot = |file: &PathBuf| {
        let file = file.clone();
        move |error| CliError::CannotWrite { file, error }
    };
    std::fs::create_dir_all(&args.folder).map_err(cannot(&args.folder))?;
    for (name, bytes) in template().map_err(CliError::Terminal)? {
        let file = args.folder.join(name);
        if file.exists() {
            println!("{} is there already and was left as it is", file.display());
        } else {
            std::fs::write(&file, bytes).map_err(cannot(&file))?;
            println!("{}", file.display());
        }
    }
    Ok(())
}
