//! `compare`: the counts of a file against what is expected.

mod sentences;

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use domain::compare::{FromCounts, Tally, from_counts};
use domain::stats::{Rule, Share};
use serde::Serialize;

use super::CliError;
use super::table::{BadCell, BadRow, BadTable, Row, Table, What, read_share, share_argument};

const LOOK_FOR: &str = "look-for";
const SHOWN: &str = "shown";
const LOOKED: &str = "looked";
const EXPECTED: &str = "expected";

#[derive(Debug, Args)]
pub(super) struct CompareArgs {
    /// A CSV file with the columns look-for, shown (visits that showed it), looked (visits in which it was looked for)
    /// and expected, in any order; others are left alone. Expected is the share of visits that should show it, at
    /// least: 0.8, 80 or 80 %. Without the sign, a number above 1 is per cent, and 1 is every visit.
    ///
    /// Every visit counts as independent of the others: where several visits were to one classroom, the intervals are
    /// too narrow.
    file: PathBuf,
    /// How far below the expectation still counts as close: 0.1, 10 or 10%; one point is 1%.
    #[arg(long, default_value = "0", value_parser = share_argument)]
    margin: Share,
    /// Fewer visits than this are too few to say anything.
    #[arg(long, default_value_t = 0)]
    min_visits: u32,
    /// Print JSON instead of a table.
    #[arg(long)]
    json: bool,
}

/// What the file says, as JSON has it.
#[derive(Serialize)]
struct Compared {
    file: String,
    /// Of every interval.
    confidence: f64,
    margin: Share,
    min_visits: u32,
    look_fors: Vec<Held>,
}

/// One row against what is expected.
#[derive(Serialize)]
struct Held {
    look_for: String,
    shown: u32,
    looked: u32,
    expected: Share,
    #[serde(flatten)]
    found: FromCounts,
}

pub(super) fn run(args: &CompareArgs) -> Result<(), CliError> {
    let table = Table::read(&args.file, &[LOOK_FOR, SHOWN, LOOKED, EXPECTED])?;
    let rule = Rule { margin: args.margin, minimum_visits: args.min_visits, ..Rule::STRICT };
    let look_fors = compare(table, &rule).map_err(|bad| BadTable { file: args.file.clone(), what: What::Rows(bad) })?;
    let file = args.file.display().to_string();
    let compared = Compared { file, confidence: 0.95, margin: args.margin, min_visits: args.min_visits, look_fors };
    let mut out = std::io::stdout().lock();
    if args.json { super::write_json(&mut out, &compared) } else { compared.write(&mut out) }
        .map_err(CliError::Terminal)
}

fn compare(table: Table, rule: &Rule) -> Result<Vec<Held>, Vec<BadRow>> {
    let (mut held, mut bad) = (Vec::new(), table.bad);
    for row in &table.rows {
        match Held::of(row, rule) {
            Ok(row) => held.push(row),
            Err(wrong) => bad.extend(wrong),
        }
    }
    bad.sort_by_key(|row| row.line);
    if bad.is_empty() { Ok(held) } else { Err(bad) }
}

impl Held {
    /// Everything that is wrong with the row, if anything is.
    fn of(row: &Row, rule: &Rule) -> Result<Held, Vec<BadRow>> {
        let wrong = |column, what| BadRow { line: row.line, column, what };
        let cell = |place, column| row.cell(place).ok_or_else(|| wrong(Some(column), BadCell::Blank));
        let count = |place, column| {
            let text = cell(place, column)?;
            text.parse::<u32>().map_err(|_| wrong(Some(column), BadCell::NotACount(text.to_owned())))
        };
        let expected = cell(3, EXPECTED).and_then(|text| {
            read_share(text).ok_or_else(|| wrong(Some(EXPECTED), BadCell::NotAShare(text.to_owned())))
        });
        match (cell(0, LOOK_FOR), count(1, SHOWN), count(2, LOOKED), expected) {
            (Ok(look_for), Ok(shown), Ok(looked), Ok(expected)) => {
                let tally = Tally::new(shown, looked)
                    .map_err(|_| vec![wrong(None, BadCell::MoreShownThanLooked { shown, looked })])?;
                let found = from_counts(tally, expected, rule);
                Ok(Held { look_for: look_for.to_owned(), shown, looked, expected, found })
            }
            (look_for, shown, looked, expected) => {
                Err([look_for.err(), shown.err(), looked.err(), expected.err()].into_iter().flatten().collect())
            }
        }
    }
}

impl Compared {
    fn write(&self, out: &mut impl Write) -> std::io::Result<()> {
        let mut grid = sentences::grid();
        self.look_fors.iter().for_each(|held| grid.row(held.cells()));
        writeln!(out, "{grid}")?;
        writeln!(out, "{}", sentences::rule(self.margin, self.min_visits))?;
        writeln!(out, "{}", sentences::LEGEND)
    }
}
