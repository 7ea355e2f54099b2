//! The sync beside PouchDB 9 with express-pouchdb, in one run in Chromium over the same line: `cargo xtask bench pouchdb`.
//! Nothing here passes or fails.
//!
//! Both have the same 10,000 visits: PouchDB one plain document each, without what a merge needs. Both change 1,000 of them,
//! send that, sync once more with nothing to do, and change another 1,000 whose answer is cut off after the server has
//! carried the push out.

#![expect(dead_code, reason = "shares what drives a browser with the tests, and needs only a part of it")]

#[macro_use]
mod play;
mod browser;
mod journey;
mod line;
mod page;
mod process;
mod server;
mod tablet;
mod wait;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use domain::device::Copy;
use domain::edit::Pen;
use domain::id::{AccountId, MarkId, ReplicaId};
use domain::permission::Role;
use domain::stream::Stream;
use domain::time::{Millis, date};
use domain::visit::{Change, Flag, Setting, Visit};
use sample::{Sample, Size};
use serde_json::{Value, json};
use tempfile::TempDir;
use throughline_server::{App, Config, Outside, TheWorld};

use crate::line::{Line, Weather};
use crate::play::{OrFail, Stage, setting};
use crate::process::{Process, free_port, listening};
use crate::server::Server;
use crate::tablet::Tablet;
use crate::wait::until_within;

const VISITS: usize = 10_000;
/// One could not hold as many.
const SCHOOLS: usize = 2;
/// Visits that are changed, twice.
const CHANGED: usize = 1_000;
/// More than the slowest step takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(600);
/// What is changed in a visit: a circumstance that no made-up visit has.
const FLAG: Flag = Flag::SpecialRoom;

fn main() {
    // `cargo bench` passes flags for a harness that is not here.
    play::play(browser::Browser::Chromium, measure);
}

/// What both are filled with.
fn size() -> Size {
    Size { schools: SCHOOLS, visits: VISITS, until: date(2026, 11, 21) }
}

/// One of the two, measured.
#[derive(Default)]
struct Measured {
    /// First pull, push, and a sync with nothing to do.
    steps: Vec<Step>,
    /// What the tally of the changed flag says in the end, and what it should say.
    tally: (usize, usize),
    /// Of the push whose answer was cut.
    cuts: usize,
}

struct Step {
    seconds: f64,
    up: u64,
    down: u64,
    requests: u64,
}

async fn measure(stage: &mut Stage) {
    println!("Making up {VISITS} visits …");
    let sample = sample::district(sample::DEMO_SEED, size());
    let visits: Vec<Visit> = sample.made_up().collect();
    let unflagged: Vec<&Visit> = visits.iter().filter(|visit| !visit.flags.contains(&FLAG)).collect();
    let counting: Vec<&Visit> =
        unflagged.into_iter().filter(|visit| visit.finished.is_some() && !visit.discarded).collect();
    let (first, second) = (&counting[..CHANGED], &counting[CHANGED..2 * CHANGED]);
    let flagged = visits.iter().filter(|visit| visit.flags.contains(&FLAG)).count();

    let mut columns = Vec::new();
    for adapter in ["idb", "indexeddb"] {
        println!("Measuring PouchDB with its adapter {adapter} …");
        columns.push((format!("PouchDB {adapter}"), pouchdb(stage, adapter, &visits, first, second, flagged).await));
    }
    println!("Measuring Throughline …");
    columns.push(("Throughline".to_owned(), throughline(stage, &sample, first, second).await));
    print(&columns, visits.len());
}

async fn throughline(stage: &mut Stage, sample: &Sample, first: &[&Visit], second: &[&Visit]) -> Measured {
    let data = TempDir::with_prefix("throughline-bench-").or_fail("making a data folder");
    let app = App::open(Config::in_folder(data.path())).await.or_fail("opening a server");
    throughline_server::make_demo(&app, size(), |_, _| {}).await.or_fail("making up a district");
    let schools: Vec<_> = sample.district.schools.iter().map(|school| school.id.clone()).collect();
    let principal = principal(sample);
    app.assign(&sample.district.id, &principal, Role::Principal, &schools).await.or_fail("giving her every school");
    let before = flags(&app, sample).await;
    app.close().await;
    let mut server = Server::on(data, stage.evidence()).await;
    let line = Line::to(server.port()).await;
    let tablet = stage.new_tablet().await;
    let mut measured = Measured::default();

    tablet.go(&line.at("/")).await;
    tablet.type_into("Email", sample::DEMO_PRINCIPAL).await;
    tablet.type_into("Passphrase", sample::DEMO_PASSPHRASE).await;
    tablet.ready_for_offline().await;
    let sign_in = "const button = Array.from(document.querySelectorAll('button')).find((it) => it.innerText.trim() === 'Sign in');
        button.click();
        await shows('last synced');";
    measured.steps.push(timed(&tablet, &line, &format!("{SHOWS}{sign_in}")).await);

    tablet.go(&line.at("/sync")).await;
    line.set(Weather::Fails);
    load(&tablet, sample, first).await;
    line.set(Weather::Good);
    measured.steps.push(timed(&tablet, &line, SYNC).await);
    measured.steps.push(timed(&tablet, &line, SYNC).await);

    line.set(Weather::CutsTheAnswer);
    let spoiled = line.spoiled();
    load(&tablet, sample, second).await;
    measured.cuts = line.spoiled() - spoiled;
    line.set(Weather::Good);
    timed(&tablet, &line, SYNC).await;
    server.stop().await;
    let app = App::open(Config::in_folder(server.folder())).await.or_fail("opening the data");
    measured.tally = (flags(&app, sample).await, before + first.len() + second.len());
    app.close().await;
    measured
}

fn principal(sample: &Sample) -> AccountId {
    let principal = sample.accounts.iter().find(|account| account.me.email == sample::DEMO_PRINCIPAL);
    principal.ok_or("nobody").or_fail("finding the principal").me.account.clone()
}

/// Visits with the flag, as the server's tallies have it, calibration visits included.
async fn flags(app: &App, sample: &Sample) -> usize {
    let packs = app.fact_packs(&sample.district.id).await.or_fail("reading the tallies");
    packs.iter().flat_map(|pack| pack.facts()).filter(|fact| fact.flags.contains(&FLAG)).count()
}

/// Sets the flag in visits by a file of unsent work, which the app takes in as if it had been recorded here, and waits until
/// its sync has failed.
async fn load(tablet: &Tablet, sample: &Sample, visits: &[&Visit]) {
    let account = principal(sample);
    let mut pen = Pen::new(ReplicaId::from([7; 16]), account.clone());
    let edits = visits.iter().map(|visit| {
        let change = Change::Set { setting: Setting::Flag(FLAG, true), replaces: Vec::new() };
        let stream = Stream::School(visit.begin.school.clone());
        pen.write(TheWorld.now(), &stream, visit.id, change).or_fail("writing an edit").text().to_owned()
    });
    let copy = Copy { format: Copy::FORMAT.to_owned(), account, edits: edits.collect() };
    let copy = serde_json::to_string(&copy).or_fail("writing a copy");
    let choose = "HTMLInputElement.prototype.click = function () {
            const chosen = new DataTransfer();
            chosen.items.add(new File([arguments_copy], 'copy.json'));
            this.files = chosen.files;
            this.dispatchEvent(new Event('change'));
        };";
    let choose = choose.replace("arguments_copy", &json!(copy).to_string());
    tablet.script(&choose, vec![]).await.or_fail("choosing a file");
    tablet.press("Load a copy").await;
    within(tablet, "The last sync stopped.").await;
}

async fn pouchdb(
    stage: &mut Stage,
    adapter: &str,
    visits: &[Visit],
    first: &[&Visit],
    second: &[&Visit],
    flagged: usize,
) -> Measured {
    let data = TempDir::with_prefix("pouchdb-bench-").or_fail("making a data folder");
    let port = free_port();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/pouchdb/server.mjs");
    let packages = PathBuf::from(setting("THROUGHLINE_POUCHDB"));
    let mut node = Command::new("node");
    node.current_dir(packages).arg(script).arg(port.to_string()).arg(data.path());
    let _server = Process::start(&mut node, &stage.evidence().join("pouchdb.log"));
    listening(port).await;
    let line = Line::to(port).await;
    let tablet = stage.new_tablet().await;
    tablet.go(&line.at("/page")).await;
    fill(&tablet, visits).await;
    let mut measured = Measured::default();

    let open = format!(
        "const local = new PouchDB('visits', {{ adapter: '{adapter}' }});
         const remote = new PouchDB(location.origin + '/visits', {{ adapter: 'http' }});"
    );
    let change = |visits: &[&Visit]| {
        let ids: Vec<String> = visits.iter().map(|visit| visit.id.to_string()).collect();
        format!(
            "{open}
             const {{ rows }} = await local.allDocs({{ keys: {}, include_docs: true }});
             await local.bulkDocs(rows.map(({{ doc }}) => ({{ ...doc, flags: [...doc.flags, {}] }})));",
            json!(ids),
            json!(FLAG)
        )
    };
    let pull = format!("{open} await PouchDB.replicate(remote, local);");
    let push = format!("{open} await PouchDB.replicate(local, remote);");
    let both = format!("{open} await PouchDB.sync(local, remote);");
    measured.steps.push(timed(&tablet, &line, &pull).await);
    tablet.promise(&change(first)).await.or_fail("changing documents");
    measured.steps.push(timed(&tablet, &line, &push).await);
    measured.steps.push(timed(&tablet, &line, &both).await);

    tablet.promise(&change(second)).await.or_fail("changing documents");
    line.set(Weather::CutsTheAnswer);
    let spoiled = line.spoiled();
    let cut = tablet.promise(&push).await;
    assert!(cut.is_err(), "a push whose answers were cut went through");
    measured.cuts = line.spoiled() - spoiled;
    line.set(Weather::Good);
    tablet.promise(&both).await.or_fail("pushing again");
    let count = format!(
        "{open} const {{ rows }} = await remote.allDocs({{ include_docs: true }});
         return rows.filter(({{ doc }}) => doc.flags.includes({})).length;",
        json!(FLAG)
    );
    let tally = tablet.promise(&count).await.or_fail("counting").as_u64().unwrap_or_default();
    measured.tally = (usize::try_from(tally).unwrap_or_default(), flagged + first.len() + second.len());
    measured
}

/// Puts every visit into PouchDB's server as one document.
async fn fill(tablet: &Tablet, visits: &[Visit]) {
    tablet.session().set_script_timeout(PATIENCE).await.or_fail("being patient");
    for some in visits.chunks(500) {
        let documents: Vec<Value> = some.iter().map(document).collect();
        let put = format!(
            "const remote = new PouchDB(location.origin + '/visits', {{ adapter: 'http' }});
             await remote.bulkDocs({});",
            json!(documents)
        );
        tablet.promise(&put).await.or_fail("filling PouchDB");
    }
}

/// A visit as somebody would write it for a document database.
fn document(visit: &Visit) -> Value {
    let times = |taps: &Vec<(Millis, MarkId)>| taps.iter().map(|(at, _)| json!(at)).collect::<Vec<Value>>();
    let taps: Value = visit.taps.iter().map(|(of, taps)| (of.to_string(), json!(times(taps)))).collect();
    let runs: Value = visit
        .runs
        .iter()
        .map(|(of, runs)| {
            (of.to_string(), json!(runs.iter().map(|run| json!([run.from, run.to])).collect::<Vec<Value>>()))
        })
        .collect();
    let snapshots: Value =
        visit.snapshots.iter().map(|(of, taken)| (of.to_string(), json!(taken.values().collect::<Vec<_>>()))).collect();
    json!({
        "_id": visit.id,
        "begin": visit.begin,
        "context": visit.context,
        "answers": visit.answers,
        "taps": taps,
        "runs": runs,
        "snapshots": snapshots,
        "notes": visit.notes.iter().map(|(_, note)| json!(note)).collect::<Vec<_>>(),
        "segments": visit.segments.iter().map(|(at, segment, _)| json!([at, segment])).collect::<Vec<_>>(),
        "flags": visit.flags,
        "present": visit.present,
        "pauses": visit.pauses.iter().map(|pause| json!([pause.from, pause.to])).collect::<Vec<_>>(),
        "nothing": visit.nothing,
        "finished": visit.finished,
        "discarded": visit.discarded,
        "strength": visit.strength,
        "question": visit.question,
    })
}

/// How long a script takes by the page's clock, and what crosses the line meanwhile.
async fn timed(tablet: &Tablet, line: &Line, script: &str) -> Step {
    tablet.session().set_script_timeout(PATIENCE).await.or_fail("being patient");
    let before = line.carried();
    let script = format!("const begun = performance.now(); {script} return performance.now() - begun;");
    let millis = tablet.promise(&script).await.or_fail("measuring").as_f64().unwrap_or(f64::NAN);
    let after = line.carried();
    Step {
        seconds: millis / 1_000.0,
        up: after.up - before.up,
        down: after.down - before.down,
        requests: after.requests - before.requests,
    }
}

async fn within(tablet: &Tablet, words: &str) {
    until_within(PATIENCE, async || match tablet.script("return document.body.innerText;", vec![]).await? {
        Value::String(page) if page.contains(words) => Ok(()),
        _ => Err(format!("\"{words}\" is not there yet")),
    })
    .await
    .or_fail("waiting");
}

/// Waits until the page has some words.
const SHOWS: &str = "
    const shows = (words) => new Promise((done) => {
        const look = () => document.body.textContent.includes(words) && (clearInterval(looking), done());
        const looking = setInterval(look, 20);
    });";

/// Presses “Sync now”, and waits until it can be pressed again.
const SYNC: &str = "
    const button = () => Array.from(document.querySelectorAll('main button'))
        .find((it) => ['Sync now', 'Syncing …'].includes(it.innerText.trim()));
    const became = (words) => new Promise((done) => {
        const look = () => button()?.innerText.trim() === words && (watching.disconnect(), done());
        const watching = new MutationObserver(look);
        watching.observe(document.body, { subtree: true, childList: true, characterData: true });
        look();
    });
    const began = became('Syncing …');
    button().click();
    await began;
    await became('Sync now');
    if (!document.body.innerText.includes('Everything on this tablet is on the server.')) {
        throw new Error('the sync did not send everything');
    }";

fn print(columns: &[(String, Measured)], visits: usize) {
    println!("\n{visits} visits in Chromium over one line on this machine; a request a connection, for all alike\n");
    let titles: Vec<String> = columns.iter().map(|(name, _)| format!("{name:>20}")).collect();
    println!("{:<44}{}", "", titles.concat());
    let steps = [
        format!("first pull of {visits} visits"),
        format!("push of {CHANGED} changed visits"),
        "a sync with nothing to do".to_owned(),
    ];
    for (at, what) in steps.iter().enumerate() {
        let row = |name: String, cell: &dyn Fn(&Step) -> String| {
            let cells: Vec<String> =
                columns.iter().map(|(_, measured)| format!("{:>20}", cell(&measured.steps[at]))).collect();
            println!("{name:<44}{}", cells.concat());
        };
        row(format!("{what}, s"), &|step| format!("{:.2}", step.seconds));
        row("    KB up".to_owned(), &|step| format!("{:.0}", step.up as f64 / 1_000.0));
        row("    KB down".to_owned(), &|step| format!("{:.0}", step.down as f64 / 1_000.0));
        row("    requests".to_owned(), &|step| step.requests.to_string());
    }
    let tallies = columns.iter().map(|(_, measured)| {
        let (is, should) = measured.tally;
        let right = if is == should { "right" } else { "WRONG" };
        format!("{:>20}", format!("{right}: {is} of {should}"))
    });
    println!("{:<44}{}", "tallies after a push that was cut, again", tallies.collect::<String>());
    let cuts = columns.iter().map(|(_, measured)| format!("{:>20}", measured.cuts));
    println!("{:<44}{}", "    answers cut", cuts.collect::<String>());
}
