//! `user`: the people who sign in. Works beside a running server.

use std::io::BufRead;

use domain::people::{ChangeMember, MemberChange};
use domain::permission::Me;

use super::district::{find, known_schools, open, operator};
use super::{AddArgs, AssignArgs, CliError, DataArgs, OneArgs, UserCommand};
use crate::app::Newcomer;
use crate::members;
use crate::people;
use crate::setup;
use crate::store::Account;

pub(super) async fn run(command: UserCommand) -> Result<(), CliError> {
    match command {
        UserCommand::Add(args) => add(args).await,
        UserCommand::List(args) => list(&args).await,
        UserCommand::Reset(args) => reset(args).await,
        UserCommand::Assign(args) => assign(args).await,
        UserCommand::Link(args) => link(args).await,
        UserCommand::Leave(args) => {
            change(args, MemberChange::Leave, "has left: the server shows them nothing more").await
        }
        UserCommand::Return(args) => change(args, MemberChange::Return, "is back; now assign them").await,
    }
}

async fn add(AddArgs { assign, name }: AddArgs) -> Result<(), CliError> {
    let (app, district) = open(&assign.one.data).await?;
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

async fn list(data: &DataArgs) -> Result<(), CliError> {
    let (app, district) = open(data).await?;
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
    let (app, district) = open(&args.data).await?;
    let account = find(&app, &args.email).await?;
    people::reset(&app, &district, &account.account, passphrase()?).await?;
    println!("{} has a new passphrase; every device has to sign in again.", account.email);
    app.close().await;
    Ok(())
}

async fn assign(args: AssignArgs) -> Result<(), CliError> {
    let (app, district) = open(&args.one.data).await?;
    let account = find(&app, &args.one.email).await?;
    let schools = known_schools(&app, &district, &args.schools).await?;
    let change = MemberChange::Work { role: args.role.into(), schools };
    let change = ChangeMember { account: account.account, change };
    members::change(&app, &district, change).await.map_err(CliError::Refused)?;
    println!("{} works there from now on.", account.email);
    app.close().await;
    Ok(())
}

async fn link(args: OneArgs) -> Result<(), CliError> {
    let (app, district) = open(&args.data).await?;
    let account = find(&app, &args.email).await?;
    let link = members::link(&app, &operator(&district), &account.account).await.map_err(CliError::Refused)?;
    println!("/join/{}", link.token);
    println!("Put the address of your server in front of it. It works once, for seven days.");
    app.close().await;
    Ok(())
}

async fn change(args: OneArgs, change: MemberChange, done: &str) -> Result<(), CliError> {
    let (app, district) = open(&args.data).await?;
    let account = find(&app, &args.email).await?;
    let change = ChangeMember { account: account.account, change };
    members::change(&app, &district, change).await.map_err(CliError::Refused)?;
    println!("{} {done}.", account.email);
    app.close().await;
    Ok(())
}

/// The first line of standard input, without its end.
fn passphrase() -> Result<String, CliError> {
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).map_err(CliError::Terminal)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
