//! `user`: the people who sign in. Works beside a running server.

use std::io::BufRead;
use std::path::Path;

use domain::id::{DistrictId, SchoolId};
use domain::permission::Me;

use super::{AddArgs, AssignArgs, CliError, OneArgs, UserCommand};
use crate::app::{App, Newcomer};
use crate::config::Config;
use crate::people::{self, PeopleError};
use crate::setup;
use crate::store::{Account, StoreError, commits};

pub(super) async fn run(command: UserCommand) -> Result<(), CliError> {
    match command {
        UserCommand::Add(args) => add(args).await,
        UserCommand::List(args) => list(&args.data_dir).await,
        UserCommand::Reset(args) => reset(args).await,
        UserCommand::Assign(args) => assign(args).await,
    }
}

async fn add(AddArgs { assign, name }: AddArgs) -> Result<(), CliError> {
    let (app, district) = open(&assign.one.data.data_dir).await?;
    let me = Me {
        account: setup::new_account(app.outside())?,
        schools: known_schools(&app, &district, &assign.schools).await?,
        district,
        name,
        email: assign.one.email,
        role: assign.role.into(),
    };
    let (email, since) = (me.email.clone(), app.outside().now());
    app.add_account(Newcomer { me, passphrase: passphrase()?, since }).await?;
    println!("Added {email}.");
    app.close().await;
    Ok(())
}

async fn list(data_dir: &Path) -> Result<(), CliError> {
    let (app, district) = open(data_dir).await?;
    for Account { account, email, name, role, .. } in app.store().accounts(&district).await? {
        let assignments = app.store().assignments(&district, &account).await?;
        let now = assignments.iter().filter(|assignment| assignment.until.is_none());
        let schools: Vec<&str> = now.map(|assignment| assignment.school.as_str()).collect();
        println!("{email:<40} {:<14} {name}  {}", format!("{role:?}"), schools.join(", "));
    }
    app.close().await;
    Ok(())
}

async fn reset(args: OneArgs) -> Result<(), CliError> {
    let (app, district) = open(&args.data.data_dir).await?;
    let account = find(&app, &args.email).await?;
    people::reset(&app, &district, &account.account, passphrase()?).await?;
    println!("{} has a new passphrase; every device has to sign in again.", account.email);
    app.close().await;
    Ok(())
}

async fn assign(args: AssignArgs) -> Result<(), CliError> {
    let (app, district) = open(&args.one.data.data_dir).await?;
    let account = find(&app, &args.one.email).await?;
    let schools = known_schools(&app, &district, &args.schools).await?;
    app.assign(&district, &account.account, args.role.into(), &schools).await?;
    println!("{} works there from now on.", account.email);
    app.close().await;
    Ok(())
}

async fn open(data_dir: &Path) -> Result<(App, DistrictId), CliError> {
    let app = App::open(Config::in_folder(data_dir)).await?;
    let district = app.store().districts().await?.into_iter().next().ok_or(CliError::NoDistrict)?;
    Ok((app, district))
}

async fn find(app: &App, email: &str) -> Result<Account, CliError> {
    let account = app.store().account_by_email(email).await?;
    account.ok_or(CliError::People(PeopleError::NoAccount))
}

/// A misspelt school would be a school of its own, in which nobody else works.
async fn known_schools(app: &App, district: &DistrictId, asked: &[String]) -> Result<Vec<SchoolId>, CliError> {
    let mut tx = app.store().read().await?;
    let head = commits::head(&mut tx, district).await?;
    let document = people::latest_district(&mut tx, district, head.seq).await?;
    tx.rollback().await.map_err(StoreError::from)?;
    let schools = document.map(|document| document.schools).unwrap_or_default();
    let known: Vec<SchoolId> = schools.into_iter().map(|school| school.id).collect();
    asked
        .iter()
        .map(|school| {
            let id = SchoolId(school.clone());
            if known.contains(&id) {
                return Ok(id);
            }
            let names: Vec<&str> = known.iter().map(SchoolId::as_str).collect();
            Err(CliError::NoSchool { school: school.clone(), known: names.join(", ") })
        })
        .collect()
}

/// The first line of standard input, without its end.
fn passphrase() -> Result<String, CliError> {
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).map_err(CliError::Terminal)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
