//! A CSV file that somebody else's program wrote: read whole, or refused with everything that is wrong with it.

mod bad;
mod grid;
mod lines;
mod shares;

use std::collections::BTreeMap;
use std::path::Path;

pub use bad::BadTable;
pub(super) use bad::{BadCell, BadRow, What};
pub(super) use grid::Grid;
use lines::Lines;
pub(super) use shares::{read_share, share_argument};

/// The rows of a file, in its order.
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
    /// Those that are not as long as the first line; more may turn out to be bad.
    pub(super) bad: Vec<BadRow>,
}

/// One row; the cells of the wanted columns in the order in which they were asked for.
pub(super) struct Row {
    /// Where it begins, from 1.
    pub(super) line: u64,
    cells: Vec<String>,
}

impl Row {
    /// The cell in the `place`th column that was asked for; nothing if it is blank.
    pub(super) fn cell(&self, place: usize) -> Option<&str> {
        self.cells.get(place).map(String::as_str).filter(|cell| !cell.is_empty())
    }
}

impl Table {
    /// Reads the wanted columns, wherever they stand and however their names are written; others are left alone.
    /// Rows of blank cells only, as spreadsheets leave them behind, are none.
    pub(super) fn read(path: &Path, columns: &[&'static str]) -> Result<Table, BadTable> {
        let wrong = |what| BadTable { file: path.to_owned(), what };
        let bytes = std::fs::read(path).map_err(|error| wrong(What::CannotRead(error)))?;
        Table::of(&bytes, columns).map_err(wrong)
    }

    fn of(bytes: &[u8], columns: &[&'static str]) -> Result<Table, What> {
        let text = std::str::from_utf8(bytes)
            .map_err(|error| What::NotText { line: Lines::of(bytes).at(error.valid_up_to() as u64) })?
            .trim_start_matches('\u{feff}');
        let mut records = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let mut lines = Lines::of(text.as_bytes());
        let mut header: Option<(Vec<String>, Vec<usize>)> = None;
        let mut table = Table { rows: Vec::new(), bad: Vec::new() };
        for record in records.records() {
            let record = record.map_err(|error| What::CannotRead(error.into()))?;
            let line = lines.at(record.position().map_or(0, csv::Position::byte));
            let cells: Vec<String> = record.iter().map(one_line).collect();
            match &header {
                None => header = Some((cells.clone(), places(&cells, columns)?)),
                Some((names, places)) => table.add(line, &cells, names.len(), places),
            }
        }
        match header {
            None => Err(What::Empty { wanted: columns.to_vec() }),
            Some(_) if table.rows.is_empty() && table.bad.is_empty() => Err(What::NoRows),
            Some(_) => Ok(table),
        }
    }

    fn add(&mut self, line: u64, cells: &[String], wanted: usize, places: &[usize]) {
        if cells.iter().all(String::is_empty) {
            return;
        }
        if cells.len() == wanted {
            let cells = places.iter().filter_map(|place| cells.get(*place).cloned()).collect();
            self.rows.push(Row { line, cells });
        } else {
            self.bad.push(BadRow { line, column: None, what: BadCell::Count { found: cells.len(), wanted } });
        }
    }
}

/// Where the wanted columns stand.
fn places(header: &[String], columns: &[&'static str]) -> Result<Vec<usize>, What> {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut twice = Vec::new();
    for (place, name) in header.iter().enumerate() {
        if let Some(wanted) = columns.iter().find(|wanted| letters(wanted) == letters(name))
            && places.insert(wanted, place).is_some()
        {
            twice.push(*wanted);
        }
    }
    let missing: Vec<_> = columns.iter().copied().filter(|wanted| !places.contains_key(wanted)).collect();
    if !missing.is_empty() {
        return Err(What::NoColumn { missing, found: header.to_vec() });
    }
    match twice.first() {
        Some(column) => Err(What::ColumnTwice(column)),
        None => Ok(columns.iter().filter_map(|wanted| places.get(wanted).copied()).collect()),
    }
}

/// "Look-for", "look_for" and "LOOK FOR" are one name.
fn letters(name: &str) -> String {
    name.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A cell as it is compared and printed: without space around it, line breaks or signs that steer a terminal.
fn one_line(cell: &str) -> String {
    let words = cell.split(|sign: char| sign.is_whitespace() || sign.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
