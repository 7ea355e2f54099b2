//! Workbooks: what a cell shows, as text.

use std::io::{Cursor, Read, Seek};
use std::path::Path;

use calamine::{Data, ExcelDateTime, Reader, Sheets, Xlsx, open_workbook_auto};
use zip::ZipArchive;

use super::{BadSheet, Found, Limits, Rows};

/// Names of cells: a sheet of this many columns has no more.
const MOST_COLUMNS: u32 = 16_384;

/// A sheet of a workbook in a file, of whatever kind its name says.
pub(super) fn from_file(file: &Path, name: Option<&str>, limits: Limits) -> Result<(Found, Rows), BadSheet> {
    match open_workbook_auto(file)? {
        Sheets::Xlsx(workbook) => from_xlsx(workbook, name, limits),
        mut others @ (Sheets::Xls(_) | Sheets::Xlsb(_) | Sheets::Ods(_)) => {
            let found = choose(others.sheet_names(), name)?;
            let range = others.worksheet_range(found.sheet())?;
            let (first, left) = range.start().unwrap_or_default();
            let left = usize::try_from(left).unwrap_or(0);
            let row = |(number, cells): (u32, &[Data])| {
                let padding = std::iter::repeat_n(String::new(), left);
                (number, padding.chain(cells.iter().map(text)).collect())
            };
            let rows = (first.saturating_add(1)..).zip(range.rows()).map(row).collect();
            Ok((found, rows))
        }
    }
}

/// A sheet of an Excel workbook (.xlsx) that somebody sent. One that says it unpacks to more than it may is not unpacked.
pub(super) fn from_bytes(bytes: &[u8], name: Option<&str>, limits: Limits) -> Result<(Found, Rows), BadSheet> {
    let damaged = |error| calamine::Error::Xlsx(calamine::XlsxError::Zip(error));
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if !archive.file_names().any(|part| part.is_ok_and(|part| part.ends_with("workbook.xml"))) {
        return Err(BadSheet::NoSuchFormat);
    }
    let mut unpacked = 0_u64;
    for place in 0..archive.len() {
        unpacked = unpacked.saturating_add(archive.by_index_raw(place).map_err(damaged)?.size());
    }
    if unpacked > limits.unpacked {
        return Err(BadSheet::TooManyCells { most: limits.cells });
    }
    from_xlsx(Xlsx::new(Cursor::new(bytes)).map_err(calamine::Error::from)?, name, limits)
}

/// Cell by cell: a sheet with two cells, the second in its last corner, would be 17,000,000,000 cells as a whole.
fn from_xlsx<RS: Read + Seek>(
    mut workbook: Xlsx<RS>,
    name: Option<&str>,
    limits: Limits,
) -> Result<(Found, Rows), BadSheet> {
    let found = choose(workbook.sheet_names(), name)?;
    let mut cells = workbook.worksheet_cells_reader(found.sheet()).map_err(calamine::Error::from)?;
    let mut rows: Rows = Vec::new();
    let mut held = 0;
    while let Some(cell) = cells.next_cell().map_err(calamine::Error::from)? {
        let (row, column) = cell.get_position();
        let text = text(&Data::from(cell.get_value().clone()));
        if text.is_empty() || column >= MOST_COLUMNS {
            continue;
        }
        let number = row.saturating_add(1);
        if rows.last().is_none_or(|(last, _)| *last != number) {
            rows.push((number, Vec::new()));
        }
        let Some((_, row)) = rows.last_mut() else { continue };
        let place = usize::try_from(column).unwrap_or(0);
        if row.len() <= place {
            held += place + 1 - row.len();
            if held > limits.cells {
                return Err(BadSheet::TooManyCells { most: limits.cells });
            }
            row.resize(place + 1, String::new());
        }
        row[place] = text;
    }
    Ok((found, rows))
}

/// The sheet that is asked for, or else the first.
fn choose(sheets: Vec<String>, name: Option<&str>) -> Result<Found, BadSheet> {
    let wanted = name.or(sheets.first().map(String::as_str)).unwrap_or_default().to_owned();
    if sheets.contains(&wanted) {
        Ok(Found { sheets, sheet: Some(wanted) })
    } else {
        Err(BadSheet::NoSheet { wanted, found: sheets })
    }
}

fn text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
        Data::DateTime(moment) => moment_text(moment),
        Data::Error(error) => error.to_string(),
    }
}

/// `2026-11-20`, `2026-11-20 09:05`, or `9:05` where there is no day.
fn moment_text(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    let date = format!("{year:04}-{month:02}-{day:02}");
    if moment.is_duration() || moment.as_f64() < 1.0 {
        time
    } else if (hour, minute, second) == (0, 0, 0) {
        date
    } else {
        format!("{date} {time}")
    }
}
