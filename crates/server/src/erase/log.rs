//! The log of erasures: a line of JSON each, in a file that no backup covers. It names visits by their ids alone.

use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::Path;

use domain::id::{DistrictId, VisitId};
use domain::stream::Stream;
use domain::time::Millis;
use serde::{Deserialize, Serialize};

/// A visit that was erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    pub(super) district: DistrictId,
    pub(super) stream: Stream,
    pub(super) visit: VisitId,
    pub(super) at: Millis,
}

/// Adds a line, and returns once it is on disk.
pub(super) fn append(log: &Path, entry: &Entry) -> io::Result<()> {
    let mut file = OpenOptions::new().create(true).append(true).read(true).open(log)?;
    let mut line = Vec::new();
    // A line that broke off, because the machine died, was never answered for: the next begins after it.
    if file.seek(SeekFrom::End(0))? > 0 {
        let mut last = [0];
        file.seek(SeekFrom::End(-1))?;
        file.read_exact(&mut last)?;
        if last != *b"\n" {
            line.push(b'\n');
        }
    }
    serde_json::to_writer(&mut line, entry)?;
    line.push(b'\n');
    file.write_all(&line)?;
    file.sync_all()?;
    match log.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        Some(folder) => File::open(folder)?.sync_all(),
        None => Ok(()),
    }
}

/// Every line that is whole, in order; none when there is no file.
///
/// # Errors
/// When it cannot be read, or a line in it is no erasure and does not look like one that broke off: an erasure that is
/// overlooked would bring a visit back.
pub(super) fn read(log: &Path) -> io::Result<Vec<Entry>> {
    let text = match std::fs::read_to_string(log) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut entries = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        match serde_json::from_str(line) {
            Ok(entry) => entries.push(entry),
            Err(error) if error.is_eof() => {}
            Err(error) => {
                let why = format!("{}, line {number}, is no erasure: {error}", log.display());
                return Err(io::Error::new(ErrorKind::InvalidData, why));
            }
        }
    }
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(number: u8) -> Entry {
        Entry {
            district: "alder".into(),
            stream: Stream::School("cedar".into()),
            visit: VisitId::from([number; 16]),
            at: Millis(1),
        }
    }

    #[test]
    fn a_line_that_broke_off_is_passed_over_and_one_that_was_changed_is_not() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let log = folder.path().join("erasures.jsonl");
        assert_eq!(read(&log)?, []);
        append(&log, &entry(1))?;
        let whole = std::fs::read(&log)?;
        std::fs::write(&log, [&whole[..], &whole[..whole.len() / 2]].concat())?;
        assert_eq!(read(&log)?, [entry(1)]);
        append(&log, &entry(2))?;
        assert_eq!(read(&log)?, [entry(1), entry(2)]);
        std::fs::write(&log, "{\"district\":7}\n")?;
        assert!(read(&log).is_err());
        Ok(())
    }
}
