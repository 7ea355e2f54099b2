//! CSV as other programs write and read it: commas, semicolons or tabs, any line ends, line breaks and commas in quotes.

use std::io;

use csv::{Position, ReaderBuilder, StringRecord};

use super::{BadSheet, Rows};

/// What may stand between cells.
const BETWEEN: [u8; 3] = [b',', b';', b'\t'];

/// Every row, numbered as a spreadsheet numbers them: blank lines count, line breaks in quotes do not. At most so many
/// cells.
pub(crate) fn rows(bytes: Vec<u8>, most: usize) -> Result<Rows, BadSheet> {
    let text = text(bytes).map_err(|line| BadSheet::NotText { line })?;
    let mut rows = Vec::new();
    let mut cells = 0;
    each(&text, |number, record| {
        cells += record.len();
        if cells > most {
            return Err(BadSheet::TooManyCells { most });
        }
        rows.push((number, record.iter().map(str::to_owned).collect()));
        Ok(())
    })?;
    Ok(rows)
}

/// The text of a file, each line ended by a line feed; else the first line, counted from 1, that is not UTF-8.
pub(crate) fn text(bytes: Vec<u8>) -> Result<String, usize> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let good = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        good.iter().filter(|byte| **byte == b'\n').count() + 1
    })?;
    let ends = text.contains('\r') || text.starts_with('\u{feff}');
    Ok(if ends { text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n") } else { text })
}

/// Hands over each row with its number, and stops where that fails.
pub(crate) fn each<E: From<BadSheet>>(
    text: &str,
    mut row: impl FnMut(u32, &StringRecord) -> Result<(), E>,
) -> Result<(), E> {
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(between(text)).from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    let mut number = 0_u32;
    while reader.read_record(&mut record).map_err(|error| BadSheet::CannotRead(error.into()))? {
        let begins = record.position().map_or(0, Position::byte);
        let from = usize::try_from(begins).unwrap_or(usize::MAX);
        let blank = text.as_bytes().get(from..).unwrap_or_default().iter().take_while(|byte| **byte == b'\n').count();
        number = u32::try_from(blank)
            .ok()
            .and_then(|blank| number.checked_add(blank)?.checked_add(1))
            .ok_or(BadSheet::TooManyRows)?;
        row(number, &record)?;
    }
    Ok(())
}

/// Rows as the text of a file.
///
/// # Errors
/// When they cannot be written, which does not happen to texts.
pub(crate) fn written(rows: Vec<Vec<String>>) -> io::Result<String> {
    // Excel takes a table for UTF-8 only where it begins with this mark.
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    for row in rows {
        writer.write_record(row).map_err(io::Error::other)?;
    }
    let bytes = writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
    String::from_utf8(bytes).map_err(io::Error::other)
}

/// What stands between the cells of the first line, outside quotes; commas unless something else is more frequent.
fn between(text: &str) -> u8 {
    let mut counts = [0_u32; BETWEEN.len()];
    let mut quoted = false;
    for byte in text.trim_start_matches('\n').bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            other if !quoted => {
                if let Some(place) = BETWEEN.iter().position(|one| *one == other) {
                    counts[place] += 1;
                }
            }
            _ => {}
        }
    }
    let mut best = 0;
    for place in 1..BETWEEN.len() {
        if counts[place] > counts[best] {
            best = place;
        }
    }
    BETWEEN[best]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(u32, String)> {
        rows(text.into(), usize::MAX).unwrap().into_iter().map(|(number, cells)| (number, cells.join("|"))).collect()
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_shows_them() {
        for ends in ["\n", "\r\n", "\r"] {
            let text = "\u{feff}Date,Notes\n\n1,\"a\nb, c\"\n\n\n2,d\n".replace('\n', ends);
            let expected = [(1, "Date|Notes"), (3, "1|a\nb, c"), (6, "2|d")];
            assert_eq!(read(&text), expected.map(|(number, row)| (number, row.to_owned())), "{ends:?}");
        }
    }

    #[test]
    fn semicolons_and_tabs_are_recognised_by_the_first_line() {
        assert_eq!(read("\"Date, day\";Room\n1,5;2\n")[1].1, "1,5|2");
        assert_eq!(read("Date\tRoom\n1\t2\n")[1].1, "1|2");
        assert_eq!(read("Date\n1,2\n")[1].1, "1|2");
    }

    #[test]
    fn a_file_of_commas_is_refused_before_it_fills_the_memory() {
        let wide = ",".repeat(1_000);
        assert!(matches!(rows(wide.clone().into(), 1_000), Err(BadSheet::TooManyCells { most: 1_000 })));
        assert!(rows(wide.into(), 1_001).is_ok());
    }

    #[test]
    fn other_than_utf_8_is_refused_with_its_line() {
        assert!(matches!(rows(b"Date\nMar\xeda\n".to_vec(), usize::MAX), Err(BadSheet::NotText { line: 2 })));
    }
}
