//! `agreement`: how far the observers of a file agree.

mod ratings;
mod sentences;

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use domain::calibration::{Outcome, Report, Sheet, Why};
use serde::Serialize;

use super::CliError;
use super::table::{BadTable, Grid, Table, What};

#[derive(Debug, Args)]
pub(super) struct AgreementArgs {
    /// A CSV file with the columns unit, observer, look-for and value, in any order; others are left alone. One row for
    /// each value: a unit is a lesson, or a minute of one. A value is a number or a word, and blank where there is
    /// none; a look-for with nothing but numbers is read as numbers.
    file: PathBuf,
    /// Print JSON instead of tables.
    #[arg(long)]
    json: bool,
}

/// What the file says, as JSON has it.
#[derive(Serialize)]
struct Agreement {
    file: String,
    /// Of every interval.
    confidence: f64,
    look_fors: Vec<Judged>,
}

#[derive(Serialize)]
struct Judged {
    look_for: String,
    #[serde(flatten)]
    report: Report,
}

/// A file in which no look-for has two ratings of one unit.
#[derive(Debug, thiserror::Error)]
#[error("{}", sentences::nothing_fits(file, look_fors))]
pub struct NothingFits {
    /// As it was named.
    file: PathBuf,
    /// Each with what is missing.
    look_fors: Vec<(String, Why)>,
}

pub(super) fn run(args: &AgreementArgs) -> Result<(), CliError> {
    let agreement =
        Agreement { file: args.file.display().to_string(), confidence: 0.95, look_fors: judge(&args.file)? };
    let mut out = std::io::stdout().lock();
    if args.json { super::write_json(&mut out, &agreement) } else { agreement.write(&mut out) }
        .map_err(CliError::Terminal)
}

/// The report of each look-for, in the order of the file.
fn judge(file: &Path) -> Result<Vec<Judged>, CliError> {
    let table = Table::read(file, &ratings::COLUMNS)?;
    let sheets = ratings::sheets(table).map_err(|bad| BadTable { file: file.to_owned(), what: What::Rows(bad) })?;
    let report = |(look_for, sheet): (String, Sheet)| Judged { look_for, report: Report::of(&sheet) };
    let judged: Vec<Judged> = sheets.into_iter().map(report).collect();
    let nothing = |judged: &Judged| Some((judged.look_for.clone(), judged.report.nothing_fits()?));
    match judged.iter().map(nothing).collect() {
        Some(look_fors) => Err(NothingFits { file: file.to_owned(), look_fors }.into()),
        None => Ok(judged),
    }
}

impl Agreement {
    fn write(&self, out: &mut impl Write) -> std::io::Result<()> {
        for (place, judged) in self.look_fors.iter().enumerate() {
            if place > 0 {
                writeln!(out)?;
            }
            writeln!(out, "{}", judged.look_for)?;
            judged.write(out)?;
        }
        Ok(())
    }
}

impl Judged {
    fn write(&self, out: &mut impl Write) -> std::io::Result<()> {
        let report = &self.report;
        if let Some(why) = report.nothing_fits() {
            return writeln!(out, "  Nothing to compute: {}.", sentences::why(why));
        }
        writeln!(out, "  {}", sentences::rests_on(report))?;
        writeln!(out, "  {}\n", sentences::read_as(report))?;
        let mut grid = Grid::new(2, &["", "value", "95 % interval", "units"]);
        for line in &report.coefficients {
            if let Outcome::Found { estimate, units } = line.outcome {
                let (low, high) = (estimate.interval().low(), estimate.interval().high());
                let name = sentences::name(line.coefficient);
                let (value, interval) = (format!("{:.3}", estimate.point()), format!("{low:.3} to {high:.3}"));
                grid.row(vec![name, value, interval, units.to_string()]);
            }
        }
        write!(out, "{grid}")?;
        let missing = sentences::missing(report);
        if !missing.is_empty() {
            writeln!(out, "\n  Does not fit:")?;
        }
        for (why, coefficients) in missing {
            writeln!(out, "    {}: {}.", sentences::names(&coefficients), sentences::why(why))?;
        }
        match report.remark {
            Some(remark) => writeln!(out, "\n  Note: {}", sentences::remark(remark)),
            None => Ok(()),
        }
    }
}
