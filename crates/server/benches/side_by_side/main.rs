//! The core of Compare and of Trends beside a plain `group by` in SQLite, PostgreSQL and DuckDB over one row a visit and
//! look-for, on the same made-up district, on the same machine, in one run: `cargo xtask bench side-by-side`.
//!
//! Every answer is held against ours first; one that differs stops the run. A database that is not on this machine is
//! named and left out.

mod databases;
mod district;

use std::error::Error;
use std::time::{Duration, Instant};

use domain::compare::{Comparison, Ground, Selection, compare};
use domain::stats::Measure;
use domain::stats::trend::Period;
use domain::time::{Date, date};
use domain::trends::{Over, Trends, trends};

use crate::databases::{DATABASES, Found};
use crate::district::Wide;

const TODAY: Date = date(2027, 6, 30);
const RUNS: usize = 20;
const WEEKLY: Over = Over { period: Period::Week, start: None };

/// Lines of whole numbers: a look-for, for Trends a week, visits shown and looked, for Compare classrooms.
type Answer = Vec<Vec<u64>>;

/// The same question to everybody.
struct Question {
    name: &'static str,
    sql: &'static str,
    answer: Answer,
    ours: Vec<Duration>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let district = Wide::new();
    let (ground, everything) = (district.ground(), Selection::default());
    let folder = tempfile::tempdir()?;
    let csv = folder.path().join("rows.csv");
    let rows = district::write_rows(&ground, &csv)?;
    println!(
        "{} visits x {} look-fors: {rows} rows, milliseconds over {RUNS} runs",
        district.visits(),
        district.wide()
    );

    let questions = [
        Question {
            name: "Compare",
            sql: "select look_for, sum(shown), sum(looked), count(distinct case when looked = 1 then classroom end) \
                  from observed group by look_for order by look_for",
            answer: compared(&compare(&ground, &everything, TODAY)),
            ours: timed(|| compare(&ground, &everything, TODAY)),
        },
        Question {
            name: "Trends",
            sql: "select look_for, week, sum(shown), sum(looked) from observed group by look_for, week \
                  having sum(looked) > 0 order by look_for, week",
            answer: over_time(&trends(&ground, &everything, WEEKLY, TODAY), &ground)?,
            ours: timed(|| trends(&ground, &everything, WEEKLY, TODAY)),
        },
    ];
    println!("\n{:<10}{:<44}{:>10}{:>10}{:>12}", "", "", "p50", "p95", "times ours");
    for question in &questions {
        line(question, "Throughline", &question.ours);
    }
    for database in DATABASES {
        match (database.run)(&csv, folder.path(), &questions)? {
            Found::Here { version, runs } => {
                for (question, (answer, took)) in questions.iter().zip(runs) {
                    same(question, database.name, answer)?;
                    line(question, &format!("{} {version}", database.name), &took);
                }
            }
            Found::Missing(what) => println!("{:<10}{} was left out: {what} is not on this machine", "", database.name),
        }
    }
    println!(
        "\nOurs does more in that time: the five outcomes and the amounts of every look-for, classroom by classroom; from \n\
         them intervals that are wider where visits share classrooms, standings, gaps and what would be needed to tell; \n\
         for Trends also limits, signals and direction. The databases' rows were sorted and indexed for these questions."
    );
    Ok(())
}

/// What the rows of a comparison count; 0 classrooms where a row counts those of its amount.
fn compared(comparison: &Comparison) -> Answer {
    let line = |(number, row): (usize, &domain::compare::ComparisonRow)| {
        let rooms = if row.measure == Measure::ShareOfVisits { row.classrooms } else { 0 };
        vec![number as u64, row.tally.shown().into(), row.tally.looked().into(), rooms.into()]
    };
    comparison.rows.iter().enumerate().map(line).collect()
}

/// Shown and looked week by week, of those rows whose points are shares.
fn over_time(trends: &Trends, ground: &Ground<'_>) -> Result<Answer, Box<dyn Error>> {
    let first = district::first_week(ground).ok_or("there are no visits")?;
    let mut answer = Answer::new();
    for (number, trend) in
        trends.rows.iter().enumerate().filter(|(_, trend)| trend.row.measure == Measure::ShareOfVisits)
    {
        for point in &trend.points {
            let week = district::week(trends.spans[point.span].from) - first;
            let shown = (point.value * f64::from(point.visits)).round() as u64;
            answer.push(vec![number as u64, u64::try_from(week)?, shown, point.visits.into()]);
        }
    }
    Ok(answer)
}

/// # Errors
/// When a database counts otherwise than we do, in what our answer tells.
fn same(question: &Question, database: &str, mut theirs: Answer) -> Result<(), Box<dyn Error>> {
    let mut ours = question.answer.iter();
    match question.name {
        "Compare" => {
            for (line, ours) in theirs.iter_mut().zip(&mut ours).filter(|(_, ours)| ours[3] == 0) {
                line[3] = ours[3];
            }
        }
        _ => theirs.retain(|line| question.answer.iter().any(|ours| ours[0] == line[0])),
    }
    if theirs == question.answer {
        return Ok(());
    }
    let apart = theirs.iter().zip(&question.answer).find(|(theirs, ours)| theirs != ours);
    Err(format!("{} of {database} differs from ours, first at {apart:?}", question.name).into())
}

fn timed<T>(mut work: impl FnMut() -> T) -> Vec<Duration> {
    let run = |_| {
        let start = Instant::now();
        std::hint::black_box(work());
        start.elapsed()
    };
    // The first one warms up.
    (0..=RUNS).map(run).skip(1).collect()
}

fn line(question: &Question, who: &str, took: &[Duration]) {
    let (p50, p95) = (percentile(took, 50), percentile(took, 95));
    println!("{:<10}{who:<44}{p50:>10.1}{p95:>10.1}{:>12.1}", question.name, p50 / percentile(&question.ours, 50));
}

/// In milliseconds.
fn percentile(took: &[Duration], percent: usize) -> f64 {
    let mut sorted = took.to_vec();
    sorted.sort_unstable();
    let at = (sorted.len().saturating_sub(1) * percent).div_ceil(100);
    sorted.get(at).map_or(f64::NAN, |took| took.as_secs_f64() * 1e3)
}
