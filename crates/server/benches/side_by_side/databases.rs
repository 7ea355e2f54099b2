//! Each database through its own shell: one process and one connection that loads the rows, answers once into a file, and
//! then answers again and again into nothing, timed by the shell itself.

use std::error::Error;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use cluster::{Cluster, NoCluster};

use crate::{Answer, Question, RUNS};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

pub(crate) struct Database {
    pub(crate) name: &'static str,
    /// Loads the file of rows into the folder and asks every question.
    pub(crate) run: fn(&Path, &Path, &[Question; 2]) -> Result<Found>,
}

pub(crate) enum Found {
    Missing(&'static str),
    /// By question: the answer, and how long it took each time.
    Here {
        version: String,
        runs: Vec<(Answer, Vec<Duration>)>,
    },
}

pub(crate) const DATABASES: [Database; 3] = [
    Database { name: "SQLite", run: sqlite },
    Database { name: "PostgreSQL", run: postgres },
    Database { name: "DuckDB", run: duckdb },
];

const TABLE: &str = "create table observed (visit integer, school integer, classroom integer, week integer, \
                     look_for integer, shown integer, looked integer);";
/// Either question is answered from one of these alone, in its order.
const INDEXES: &str = "create index by_classroom on observed (look_for, classroom, shown, looked);\n\
                       create index by_week on observed (look_for, week, shown, looked);";

fn sqlite(rows: &Path, folder: &Path, questions: &[Question; 2]) -> Result<Found> {
    let Some(version) = said(Command::new("sqlite3").arg("--version")) else { return Ok(Found::Missing("sqlite3")) };
    let rows = rows.display();
    let setup = format!(
        "pragma cache_size = -2000000;\npragma journal_mode = off;\n{TABLE}\n.import --csv {rows} observed\n{INDEXES}\n\
         analyze;\n.mode list\n.separator ,\n"
    );
    let script = script(&setup, folder, questions, |to| format!(".output {to}"), ".timer on", ".timer off");
    let mut shell = Command::new("sqlite3");
    shell.arg("-batch").arg(folder.join("sqlite.db"));
    found(first_word(&version), &mut shell, &script, folder, questions)
}

fn duckdb(rows: &Path, folder: &Path, questions: &[Question; 2]) -> Result<Found> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tools = here.join("../../target/tools/npm/node_modules/@duckdb/node-api");
    let Ok(manifest) = fs::read_to_string(tools.join("package.json")) else {
        return Ok(Found::Missing("npm's @duckdb/node-api, which `cargo xtask bench side-by-side` installs,"));
    };
    let version = manifest.split_once("\"version\": \"").and_then(|(_, rest)| rest.split('"').next()).unwrap_or("");
    let setup = format!("{TABLE}\ncopy observed from '{}';\n", rows.display());
    let script = script(&setup, folder, questions, |to| format!(".output {to}"), "", "");
    let mut shell = Command::new("node");
    shell.arg(here.join("benches/side_by_side/duckdb.mjs")).arg(tools).arg(folder.join("duck.db"));
    found(version.to_owned(), &mut shell, &script, folder, questions)
}

/// Room for everything in memory.
const SETTINGS: [&str; 4] =
    ["shared_buffers = 2GB", "work_mem = 256MB", "maintenance_work_mem = 512MB", "max_wal_size = 8GB"];

fn postgres(rows: &Path, folder: &Path, questions: &[Question; 2]) -> Result<Found> {
    let cluster = match Cluster::start(&SETTINGS) {
        Err(NoCluster::NotInstalled) => return Ok(Found::Missing("PostgreSQL's server")),
        other => other?,
    };
    let setup = format!(
        "{TABLE}\n\\copy observed from '{}' with (format csv)\n{INDEXES}\nvacuum analyze observed;\n",
        rows.display()
    );
    let script = script(&setup, folder, questions, |to| format!("\\o {to}"), "\\timing on", "\\timing off");
    let mut shell = Command::new("psql");
    shell.args(["--no-psqlrc", "--quiet", "--no-align", "--tuples-only", "--field-separator=,"]);
    shell
        .args(["--username=postgres", "--dbname=postgres", "--set=ON_ERROR_STOP=1"])
        .arg("--host")
        .arg(cluster.folder());
    let version = said(Command::new("psql").arg("--version")).unwrap_or_default();
    let version = version.split(' ').nth(2).unwrap_or_default().to_owned();
    found(version, &mut shell, &script, folder, questions)
}

/// What a shell reads: every question once for its answer, once to warm up, and then timed.
fn script(
    setup: &str,
    folder: &Path,
    questions: &[Question],
    output: impl Fn(&str) -> String,
    timer: &str,
    no_timer: &str,
) -> String {
    let mut script = setup.to_owned();
    for Question { name, sql, .. } in questions {
        let (answer, nowhere) = (output(&answer_of(folder, name).display().to_string()), output("/dev/null"));
        let again = format!("{sql};\n").repeat(RUNS);
        script += &format!("{answer}\n{sql};\n{nowhere}\n{sql};\n{timer}\n{again}{no_timer}\n");
    }
    script
}

fn answer_of(folder: &Path, question: &str) -> PathBuf {
    folder.join(question).with_extension("csv")
}

/// Runs a shell through its script.
fn found(version: String, shell: &mut Command, script: &str, folder: &Path, questions: &[Question]) -> Result<Found> {
    let commands = folder.join("script.sql");
    fs::write(&commands, script)?;
    let output = shell.stdin(File::open(commands)?).stderr(Stdio::inherit()).output()?;
    let times: Vec<Duration> = String::from_utf8_lossy(&output.stdout).lines().filter_map(time).collect();
    // Every question runs as often; the last timings are those that count where a shell cannot switch its clock off.
    let each = times.len() / questions.len();
    if !output.status.success() || each < RUNS {
        return Err(format!("{shell:?} ended with {} after {} timings", output.status, times.len()).into());
    }
    let runs = questions.iter().zip(times.chunks(each)).map(|(question, times)| {
        let answer = fs::read_to_string(answer_of(folder, question.name))?;
        let lines = answer.lines().filter(|line| !line.is_empty());
        let numbers = lines.map(|line| line.split(',').map(str::parse).collect::<std::result::Result<Vec<u64>, _>>());
        Ok((numbers.collect::<std::result::Result<Answer, _>>()?, times[each - RUNS..].to_vec()))
    });
    Ok(Found::Here { version, runs: runs.collect::<Result<_>>()? })
}

/// `Run Time: real 0.120 user …` in seconds, `Time: 120.034 ms …` in milliseconds.
fn time(line: &str) -> Option<Duration> {
    let (number, unit) = match line.strip_prefix("Run Time: real ") {
        Some(seconds) => (seconds, 1.0),
        None => (line.strip_prefix("Time: ")?, 1e3),
    };
    let number: f64 = number.split(' ').next()?.parse().ok()?;
    Some(Duration::from_secs_f64(number / unit))
}

/// What a program prints; `None` when it is not there or fails.
fn said(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

fn first_word(text: &str) -> String {
    text.split(' ').next().unwrap_or_default().to_owned()
}
