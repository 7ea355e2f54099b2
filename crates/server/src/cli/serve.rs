//! `serve`: the app and its API, from an empty folder to a clean stop.

use std::future::Future;
use std::io::{IsTerminal, Write};
use std::net::{IpAddr, SocketAddr};
use std::path::Path;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::sync::Notify;

use super::{CliError, Log, ServeArgs, stop};
use crate::app::App;
use crate::config::{Config, Database, Reach};
use crate::demo;
use crate::store::FILE;

/// What `serve` found in the data folder, for the words it greets with.
enum Beginning {
    /// The demo district, made now or earlier.
    Demo,
    /// A district that waits for its first administrator; the last part of their link.
    SetUp(String),
    /// A district at work.
    AtWork,
}

pub(super) async fn run(args: ServeArgs) -> Result<(), CliError> {
    write_log(args.log);
    let reach = reach(&args)?;
    let config = args.data.config()?;
    if !args.empty {
        match &config.database {
            Database::Folder(folder) => make_demo(folder).await?,
            database @ Database::Postgres(_) => make_demo_in(database).await?,
        }
    }
    let app = App::open(Config { app_dir: Some(args.app.clone()), reach, ..config }).await?;
    let beginning = begin(&app).await?;
    let wanted = format!("{}:{}", args.host, args.port);
    let listen = |error| CliError::Listen { address: wanted.clone(), error };
    let listener = TcpListener::bind((args.host.as_str(), args.port)).await.map_err(listen)?;
    let address = listener.local_addr().map_err(listen)?;
    // Whoever reads the greeting may ask it to stop.
    let asked = stop::asked();
    greet(address, &beginning).map_err(CliError::Terminal)?;
    answer(&app, listener, asked).await?;
    app.close().await;
    tracing::info!("stopped");
    Ok(())
}

/// Plain HTTP never leaves this machine.
fn reach(args: &ServeArgs) -> Result<Reach, CliError> {
    let here = args.host == "localhost" || args.host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
    match (args.behind_tls, here) {
        (true, _) => Ok(Reach::BehindTls),
        (false, true) => Ok(Reach::Loopback),
        (false, false) => Err(CliError::PlainHttp(args.host.clone())),
    }
}

/// Makes the demo district in a folder of its own, and moves the finished file in place: a start that is cut short
/// leaves nothing half made.
async fn make_demo(data_dir: &Path) -> Result<(), CliError> {
    if data_dir.join(FILE).exists() {
        return Ok(());
    }
    let making = data_dir.join("demo-in-the-making");
    if making.exists() {
        std::fs::remove_dir_all(&making).map_err(CliError::Folder)?;
    }
    make_up(&making).await?;
    std::fs::rename(making.join(FILE), data_dir.join(FILE)).map_err(CliError::Folder)?;
    std::fs::remove_dir_all(&making).map_err(CliError::Folder)
}

/// The same in PostgreSQL, in one transaction. Of processes that start at once one fills the database.
async fn make_demo_in(database: &Database) -> Result<(), CliError> {
    let app = App::open(Config::on(database.clone())).await?;
    let taken = !app.store().districts().await?.is_empty();
    if !taken {
        let making = tempfile::tempdir().map_err(CliError::Folder)?;
        make_up(making.path()).await?;
        let demo = App::open(Config::in_folder(making.path())).await?;
        app.store().fill_from(demo.store()).await?;
        demo.close().await;
    }
    app.close().await;
    Ok(())
}

async fn make_up(folder: &Path) -> Result<(), CliError> {
    eprintln!("Making up a demo district (about ten seconds, once).");
    let app = App::open(Config::in_folder(folder)).await?;
    let mut quarter = 1;
    demo::make(&app, demo::size(&app), |done, all| {
        if done * 4 >= all * quarter {
            eprintln!("  {done} of {all} visits");
            quarter = done * 4 / all + 1;
        }
    })
    .await?;
    app.close().await;
    Ok(())
}

/// A district without anybody in it waits for its first administrator; each start makes a fresh link.
async fn begin(app: &App) -> Result<Beginning, CliError> {
    if let Some(link) = app.setup_link().await? {
        return Ok(Beginning::SetUp(link));
    }
    let districts = app.store().districts().await?;
    Ok(if districts.contains(&demo::district()) { Beginning::Demo } else { Beginning::AtWork })
}

/// First one line for programs, then the same for people.
fn greet(address: SocketAddr, beginning: &Beginning) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "Listening on http://{address}")?;
    match beginning {
        Beginning::Demo => {
            writeln!(out, "\nThe demo district is open at http://{address}/\nSign in as:")?;
            for (who, email) in [
                ("principal of one school", sample::DEMO_PRINCIPAL),
                ("coach of several", sample::DEMO_COACH),
                ("observer", sample::DEMO_OBSERVER),
                ("district administrator", sample::DEMO_ADMINISTRATOR),
            ] {
                writeln!(out, "  {email:<40} {who}")?;
            }
            writeln!(out, "The passphrase of all of them: {}\n", sample::DEMO_PASSPHRASE)?;
            writeln!(
                out,
                "Try this: sign in as the principal and wait until the visits have arrived. Stop this server"
            )?;
            writeln!(
                out,
                "(Ctrl-C), reload the page, record a visit, look at Compare; start the server again and sync."
            )?;
        }
        Beginning::SetUp(link) => {
            writeln!(out, "\nThis district has nobody in it yet. Set it up at (works once, for a week):")?;
            writeln!(out, "  http://{address}/setup/{link}")?;
        }
        Beginning::AtWork => writeln!(out, "\nThroughline is open at http://{address}/")?,
    }
    out.flush()
}

/// Answers until asked to stop, then lets what is under way finish, within reason.
async fn answer(
    app: &App,
    listener: TcpListener,
    asked: impl Future<Output = ()> + Send + 'static,
) -> Result<(), CliError> {
    let stop = Arc::new(Notify::new());
    let service = app.router().into_make_service_with_connect_info::<SocketAddr>();
    let stopping = Arc::clone(&stop);
    let serving = axum::serve(listener, service).with_graceful_shutdown(async move {
        asked.await;
        stopping.notify_one();
    });
    let too_long = async {
        stop.notified().await;
        tokio::time::sleep(stop::PATIENCE).await;
    };
    tokio::select! {
        served = serving => served.map_err(CliError::Stopped),
        () = too_long => Ok(()),
    }
}

/// The log goes to standard error, so that standard output stays what programs read.
fn write_log(log: Log) {
    let level = match log {
        Log::Text | Log::Json => tracing::Level::INFO,
        Log::Quiet => tracing::Level::WARN,
    };
    let log_to = tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_max_level(level)
        .with_target(false);
    match log {
        Log::Json => log_to.json().init(),
        Log::Text | Log::Quiet => log_to.compact().init(),
    }
}
