//! `load`: a day of thousands of tablets against the server, and what it took.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::{Parser, ValueEnum};
use cluster::Cluster;
use load::{Day, Failure, Fleet, Ground, Host, Shape, verdict};
use throughline_server::Database;

/// Thousands of tablets wake together, send what they recorded, and go on; in the end nothing is lost or counted twice.
#[derive(Debug, Parser)]
struct Arguments {
    /// Tablets, five to a person.
    #[arg(long, default_value_t = 5_000)]
    tablets: usize,
    /// Tablets of each school.
    #[arg(long, default_value_t = 10)]
    a_school: usize,
    /// Visits that are on each tablet when it wakes.
    #[arg(long, default_value_t = 2)]
    before: usize,
    /// Visits recorded after that, each synced by itself.
    #[arg(long, default_value_t = 1)]
    after: usize,
    /// Seconds within which all of them wake.
    #[arg(long, default_value_t = 60)]
    wake: u64,
    /// The longest pause before a visit, in seconds.
    #[arg(long, default_value_t = 60)]
    think: u64,
    /// What keeps the rows.
    #[arg(long, value_enum, default_value_t = Keeps::Sqlite)]
    database: Keeps,
    /// Server processes; SQLite has one.
    #[arg(long, default_value_t = 1)]
    servers: usize,
    /// The server's program; the one beside this one unless given.
    #[arg(long)]
    program: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Keeps {
    Sqlite,
    Postgres,
}

/// Tablets of one person: a passphrase takes a second to check for a thousand people.
const TABLETS_A_PERSON: usize = 5;

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("load: {failure}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), Failure> {
    let shape = Shape {
        schools: arguments.tablets.div_ceil(arguments.a_school),
        people: arguments.a_school.div_ceil(TABLETS_A_PERSON),
        tablets: TABLETS_A_PERSON,
    };
    if arguments.database == Keeps::Sqlite && arguments.servers != 1 {
        return Err("SQLite has one server process: add --database postgres".into());
    }
    let folder = tempfile::tempdir()?;
    let (_cluster, url) = match arguments.database {
        Keeps::Sqlite => (None, None),
        Keeps::Postgres => {
            let cluster = Cluster::start(&["fsync = on", "shared_buffers = 256MB"])?;
            cluster.create("load")?;
            let url = cluster.url("load");
            (Some(cluster), Some(url))
        }
    };
    let database = match &url {
        None => Database::Folder(folder.path().join("data")),
        Some(url) => Database::at(url)?,
    };
    println!("Making a district of {} schools.", shape.schools);
    let ground = Ground::prepare(&database, shape).await?;
    let beside = std::env::current_exe()?.with_file_name("throughline-server");
    let program = arguments.program.unwrap_or(beside);
    let mut hosts = Vec::new();
    for _ in 0..arguments.servers {
        hosts.push(Host::start(&program, folder.path(), url.as_deref()).await?);
    }
    let fleet = Fleet::sign_in(ground, &hosts.iter().collect::<Vec<_>>()).await?;
    memory(&hosts)?;
    println!("{} tablets are signed in and pull for the first time.", fleet.tablets.len());
    fleet.settle_in().await?;
    report(&fleet, None);
    memory(&hosts)?;
    println!("They wake within {} s.", arguments.wake);
    let day = Day {
        before: arguments.before,
        after: arguments.after,
        wake: Duration::from_secs(arguments.wake),
        think: Duration::from_secs(arguments.think),
    };
    let took = fleet.live(day).await?;
    report(&fleet, Some(took));
    memory(&hosts)?;
    println!("Everybody syncs once more, and what came out is held against what was recorded.");
    fleet.each(|tablet, _| async move { tablet.sync_through(1.0).await }).await?;
    for host in hosts {
        host.stop().await?;
    }
    let edits = verdict(&fleet, &database).await?;
    println!("{edits} edits: every one is on the server, once, and every tally is what they say.");
    if let Database::Folder(folder) = &database {
        let bytes = std::fs::metadata(folder.join("throughline.sqlite"))?.len();
        println!("The database has {:.1} MB.", bytes as f64 / 1e6);
    }
    Ok(())
}

fn memory(hosts: &[Host]) -> Result<(), Failure> {
    for host in hosts {
        println!("  a server had at most {:.0} MB of memory so far", host.most_memory()? as f64 / 1e6);
    }
    Ok(())
}

fn report(fleet: &Fleet, took: Option<Duration>) {
    let figures = fleet.take_figures();
    if let Some(took) = took {
        let requests: usize = figures.times.values().map(Vec::len).sum();
        let seconds = took.as_secs_f64();
        println!(
            "{seconds:.0} s: {:.0} edits and {:.0} requests a second, {:.0} MB sent, {:.0} MB received (unpacked)",
            figures.acknowledged as f64 / seconds,
            requests as f64 / seconds,
            figures.sent as f64 / 1e6,
            figures.received as f64 / 1e6,
        );
    }
    println!("                many        p50      p95      p99");
    for kind in figures.times.keys() {
        if let Some(spread) = figures.spread(kind) {
            println!("  {kind:<10} {spread}");
        }
    }
    for (what, many) in &figures.failures {
        println!("  {many} times {what}");
    }
}
