//! `erase`: visits, for good.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;

use clap::Args;
use domain::id::{DistrictId, VisitId};
use domain::visit::{Place, Visit};

use super::district::open;
use super::{CliError, DataArgs};
use crate::app::App;
use crate::erase::{EraseError, find};
use crate::people;
use crate::store::{StoreError, commits};

#[derive(Debug, Args)]
pub(super) struct EraseArgs {
    #[command(flatten)]
    data: DataArgs,
    /// Which visits: the last part of a visit's address in the app.
    #[arg(required = true, value_name = "VISIT")]
    visits: Vec<VisitId>,
    /// Erase them. Without this it says what would be erased, and erases nothing.
    #[arg(long)]
    yes: bool,
}

pub(super) async fn run(args: EraseArgs) -> Result<(), CliError> {
    let args = EraseArgs { visits: BTreeSet::from_iter(args.visits).into_iter().collect(), ..args };
    let (app, district) = open(&args.data).await?;
    let done = erase(&app, &district, &args).await;
    app.close().await;
    done
}

async fn erase(app: &App, district: &DistrictId, args: &EraseArgs) -> Result<(), CliError> {
    let mut described = Vec::new();
    for visit in &args.visits {
        described.push(describe(app, district, *visit).await?);
    }
    for (visit, what) in args.visits.iter().zip(described) {
        if args.yes {
            let erased = app.erase(district, *visit).await?;
            say(&format!("{what}: erased, with its {} entries.", erased.entries))?;
        } else {
            say(&format!("{what}: would be erased for good."))?;
        }
    }
    if args.yes {
        say(
            "Every tablet that pulls the school forgets it at its next sync. Files that were exported, printed or saved are not touched.",
        )?;
        let log = app.erasure_log().map(Path::display).map(|log| log.to_string()).unwrap_or_default();
        say(&format!(
            "Backups from before still hold it. {log} says what was erased: keep that file beside the database, and name it \
             when a backup is restored elsewhere, so that it is erased again."
        ))
    } else {
        say("Nothing was erased. Say --yes to erase: nobody can bring it back.")
    }
}

/// A visit by what a person knows of it.
async fn describe(app: &App, district: &DistrictId, visit: VisitId) -> Result<String, CliError> {
    let stored = find(app, district, visit).await?.ok_or(EraseError::NoVisit(visit))?;
    let Some(read) = Visit::read(visit, &stored.state) else { return Ok(format!("Visit {visit}, not begun yet")) };
    let mut tx = app.store().read().await?;
    let head = commits::head(&mut tx, district).await?;
    let document = people::latest_district(&mut tx, district, head.seq).await?;
    tx.rollback().await.map_err(StoreError::from)?;
    let begin = &read.begin;
    let school = document.as_ref().and_then(|document| document.school(&begin.school));
    let school = school.map_or_else(|| begin.school.to_string(), |school| school.name.clone());
    let observer = document.as_ref().and_then(|document| document.observer(&begin.observer)).map(str::to_owned);
    let room = read.context.as_ref().map(|context| match &context.classroom {
        Place::Known(room) => room.to_string(),
        Place::Described(words) => words.clone(),
    });
    Ok(format!(
        "Visit {visit}, {school}, room {}, {}, by {}",
        room.unwrap_or_else(|| "unnamed".to_owned()),
        begin.date,
        observer.unwrap_or_else(|| begin.observer.to_string())
    ))
}

fn say(line: &str) -> Result<(), CliError> {
    writeln!(std::io::stdout(), "{line}").map_err(CliError::Terminal)
}
