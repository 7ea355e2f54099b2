//! Workbooks: what a cell shows, as text.

use std::path::Path;

use calamine::{Data, ExcelDateTime, Reader, open_workbook_auto};

use super::{BadSheet, Rows};

/// Every row of a sheet, numbered as the workbook numbers them.
pub(super) fn rows(file: &Path, name: Option<&str>) -> Result<Rows, BadSheet> {
    let mut workbook = open_workbook_auto(file)?;
    let found = workbook.sheet_names();
    let wanted = name.or(found.first().map(String::as_str)).unwrap_or_default().to_owned();
    if !found.contains(&wanted) {
        return Err(BadSheet::NoSheet { wanted, found });
    }
    let range = workbook.worksheet_range(&wanted)?;
    let (first, left) = range.start().unwrap_or_default();
    let left = usize::try_from(left).unwrap_or(0);
    let row = |(number, cells): (u32, &[Data])| {
        let padding = std::iter::repeat_n(String::new(), left);
        (number, padding.chain(cells.iter().map(text)).collect())
    };
    Ok((first.saturating_add(1)..).zip(range.rows()).map(row).collect())
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
