//! What is wrong with a file, and the sentences that say so.

use std::collections::BTreeSet;
use std::fmt;
use std::path::PathBuf;

/// How many bad rows are listed one by one.
const MOST_LISTED: usize = 20;

/// A file that cannot be used, and was left as it is.
#[derive(Debug, thiserror::Error)]
#[error("{} cannot be used: {what}\nNothing was computed, and nothing was changed.", file.display())]
pub struct BadTable {
    /// As it was named.
    pub(in crate::cli) file: PathBuf,
    pub(in crate::cli) what: What,
}

/// What is wrong with it.
#[derive(Debug, thiserror::Error)]
pub(in crate::cli) enum What {
    #[error("{0}.")]
    CannotRead(std::io::Error),
    #[error("line {line} is not UTF-8 text. Save the file as \"CSV UTF-8\".")]
    NotText { line: u64 },
    #[error("it is empty. Its first line names the columns {}.", listed(wanted))]
    Empty { wanted: Vec<&'static str> },
    #[error("it has no column {}. Its first line has: {}.{}", listed(missing), listed(found), separator(found))]
    NoColumn { missing: Vec<&'static str>, found: Vec<String> },
    #[error("it has the column {0} twice.")]
    ColumnTwice(&'static str),
    #[error("it has no rows below the names of the columns.")]
    NoRows,
    #[error("{}", rows(.0))]
    Rows(Vec<BadRow>),
}

/// A row that cannot be read.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}{}: {what}", column.map(|column| format!(", column {column}")).unwrap_or_default())]
pub(in crate::cli) struct BadRow {
    /// Where it begins, from 1.
    pub(in crate::cli) line: u64,
    /// Where it is not the row as a whole.
    pub(in crate::cli) column: Option<&'static str>,
    pub(in crate::cli) what: BadCell,
}

/// Why.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(in crate::cli) enum BadCell {
    #[error("{found} cells, where the first line has {wanted}; text with commas goes in quotes")]
    Count { found: usize, wanted: usize },
    #[error("the cell is empty")]
    Blank,
    #[error("{0:?} is no value; leave the cell empty where one is missing")]
    NoValue(String),
    #[error("{0:?} is not a number of visits: a whole number, 0 or more")]
    NotACount(String),
    #[error("{0:?} is not a share: 0.8, 80 or 80 %, between 0 and 100 %")]
    NotAShare(String),
    #[error("shown in {shown} visits, but looked for in {looked}")]
    MoreShownThanLooked { shown: u32, looked: u32 },
    #[error("{observer:?} has rated {unit:?} for {look_for:?} before, in line {before}: nobody can tell which counts")]
    RatedTwice { observer: String, unit: String, look_for: String, before: u64 },
}

fn rows(bad: &[BadRow]) -> String {
    let lines: BTreeSet<u64> = bad.iter().map(|row| row.line).collect();
    let mut said = match lines.len() {
        1 => "1 row is wrong.".to_owned(),
        wrong => format!("{wrong} rows are wrong."),
    };
    for row in bad.iter().take(MOST_LISTED) {
        said.push_str(&format!("\n  {row}"));
    }
    if bad.len() > MOST_LISTED {
        said.push_str(&format!("\n  and {} more", bad.len() - MOST_LISTED));
    }
    said
}

fn listed(names: &[impl fmt::Display]) -> String {
    names.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// One name with such a sign in it is a line of several names.
fn separator(found: &[String]) -> &'static str {
    match found {
        [one] if one.contains([';', '\t', '|']) => " Cells are separated by commas.",
        _ => "",
    }
}
