use std::collections::BTreeSet;

/// A table of text, tidied: the first row with anything in it names the columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    columns: Vec<String>,
    rows: Vec<SheetRow>,
    empty: u32,
}

/// A row below the names of the columns with anything in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// As the spreadsheet numbers it, from 1.
    pub number: u32,
    /// From the first column on; cells to the right may be missing.
    cells: Vec<String>,
}

/// No row has anything in it, so nothing names the columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the table is empty")]
pub struct NoHeader;

impl Sheet {
    /// Tidies rows, each with the number that the spreadsheet shows for it. Columns without a name that have values
    /// below are called after their letters; of columns with one name the second is called "Name (2)".
    ///
    /// # Errors
    /// When there is no row with anything in it.
    pub fn new(rows: impl IntoIterator<Item = (u32, Vec<String>)>) -> Result<Self, NoHeader> {
        let mut rows = rows.into_iter().map(|(number, cells)| SheetRow { number, cells: tidied(cells) });
        let header = rows.by_ref().find(|row| !row.cells.is_empty()).ok_or(NoHeader)?;
        let (mut kept, mut empty, mut waiting) = (Vec::new(), 0, 0);
        for row in rows {
            // Empty rows at the end are not the author's: spreadsheets leave them behind.
            if row.cells.is_empty() {
                waiting += 1;
            } else {
                empty += std::mem::take(&mut waiting);
                kept.push(row);
            }
        }
        Ok(Self { columns: named(&header.cells, &kept), rows: kept, empty })
    }

    /// The columns' names, each once, in order.
    #[must_use]
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// The rows with anything in them.
    #[must_use]
    pub fn rows(&self) -> &[SheetRow] {
        &self.rows
    }

    /// How many rows between others have nothing in them.
    #[must_use]
    pub fn empty(&self) -> u32 {
        self.empty
    }

    /// Where a column stands. Columns without a name and without values stand nowhere.
    #[must_use]
    pub fn place(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|name| !name.is_empty() && name == column)
    }
}

impl SheetRow {
    /// The cell in a column; empty where the row ends before it.
    #[must_use]
    pub fn cell(&self, place: usize) -> &str {
        self.cells.get(place).map_or("", String::as_str)
    }

    /// Every cell up to the last with anything in it.
    #[must_use]
    pub fn cells(&self) -> &[String] {
        &self.cells
    }
}

/// What a spreadsheet calls a column: `A`, …, `Z`, `AA`.
#[must_use]
pub fn column_letters(place: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = place + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.into_iter().rev().collect()
}

/// Cells without what means nothing: space around them, a byte order mark, U+0000, empty cells at the end.
fn tidied(cells: Vec<String>) -> Vec<String> {
    let tidy = |cell: String| {
        let cell =
            cell.replace(['\u{feff}', '\0'], "").replace('\u{a0}', " ").replace("\r\n", "\n").replace('\r', "\n");
        cell.trim().to_owned()
    };
    let mut cells: Vec<String> = cells.into_iter().map(tidy).collect();
    cells.truncate(cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1));
    cells
}

fn named(header: &[String], rows: &[SheetRow]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut names = Vec::new();
    for (place, cell) in header.iter().enumerate() {
        let words = cell.split_whitespace().collect::<Vec<_>>().join(" ");
        let used = || rows.iter().any(|row| !row.cell(place).is_empty());
        let name = match words.as_str() {
            "" if used() => format!("Column {}", column_letters(place)),
            "" => String::new(),
            _ => words,
        };
        let mut once = name.clone();
        let mut number = 2_u32;
        while !once.is_empty() && !taken.insert(once.clone()) {
            once = format!("{name} ({number})");
            number += 1;
        }
        names.push(once);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(rows: &[&[&str]]) -> Result<Sheet, NoHeader> {
        let cells = |row: &&[&str]| row.iter().map(|cell| (*cell).to_owned()).collect();
        Sheet::new((1..).zip(rows.iter().map(cells)))
    }

    #[test]
    fn duplicate_and_missing_names_are_told_apart() {
        let sheet = sheet(&[
            &["\u{feff}Date", "Comments", "", "Comments", " Comments\n(2) ", "", ""],
            &["1", "2", "3", "", "", "", ""],
        ]);
        let sheet = sheet.unwrap();
        assert_eq!(sheet.columns(), ["Date", "Comments", "Column C", "Comments (2)", "Comments (2) (2)"]);
        assert_eq!((sheet.place("Column C"), sheet.place("Room")), (Some(2), None));
        let padded = super::tests::sheet(&[&["", "Date"], &["", "1"]]).unwrap();
        assert_eq!((padded.place(""), padded.place("Date")), (None, Some(1)));
    }

    #[test]
    fn empty_rows_are_none_and_numbers_are_the_spreadsheets() {
        let sheet = sheet(&[&[""], &["Date", "Room"], &["a"], &["", "  "], &["b", "c\r\nd"], &[], &[""]]).unwrap();
        let numbers: Vec<_> = sheet.rows().iter().map(|row| row.number).collect();
        assert_eq!((numbers, sheet.empty()), (vec![3, 5], 1));
        assert_eq!(sheet.rows()[1].cell(1), "c\nd");
        assert_eq!(sheet.rows()[0].cell(7), "");
        assert_eq!(super::tests::sheet(&[&[""], &[]]), Err(NoHeader));
    }

    #[test]
    fn columns_are_called_as_in_a_spreadsheet() {
        assert_eq!([0, 25, 26, 701, 702].map(column_letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
