//! The files of a package, from a folder, a zip archive or a request, read table by table.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Seek, Write};
use std::path::Path;

use domain::rostering::{CannotReadRoster, Layout, NotAPackage, Reading, Records, TEMPLATE, Taken};
use domain::time::Date;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::RosterError;
use crate::import::BadSheet;
use crate::import::csv::{each, text};

/// What the tables of a package may come to, in bytes: 50,000 classes with their enrolments are about 160 MB.
const MOST: u64 = 1_024 * 1_024 * 1_024;
/// How a zip archive begins.
const ZIP: &[u8] = b"PK\x03\x04";

/// Where a package's files are.
#[derive(Debug)]
pub(crate) enum Package {
    /// By name.
    Files(BTreeMap<String, Vec<u8>>),
    /// A zip archive.
    Zip(Vec<u8>),
}

impl Package {
    /// A folder or a zip archive.
    pub(crate) fn open(place: &Path) -> Result<Self, RosterError> {
        if !place.is_dir() {
            let name = place.file_name().map(|name| name.to_string_lossy().into_owned());
            return Self::sent(BTreeMap::from([(name.unwrap_or_default(), std::fs::read(place)?)]));
        }
        let mut files = BTreeMap::new();
        for entry in std::fs::read_dir(place)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if is_table(&name) && entry.file_type()?.is_file() {
                files.insert(name, std::fs::read(entry.path())?);
            }
        }
        Ok(Self::Files(files))
    }

    /// Files that somebody sent: one zip archive, or tables.
    pub(crate) fn sent(mut files: BTreeMap<String, Vec<u8>>) -> Result<Self, RosterError> {
        if files.len() == 1
            && let Some((name, bytes)) = files.pop_first()
        {
            if bytes.starts_with(ZIP) {
                return Ok(Self::Zip(bytes));
            }
            if !is_table(&name) {
                return Err(CannotReadRoster::NotAZip.into());
            }
            files.insert(name, bytes);
        }
        Ok(Self::Files(files))
    }

    /// Reads it onto what is known.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub(crate) fn read(self, known: Records, today: Date) -> Result<Taken, RosterError> {
        match self {
            Self::Files(mut files) => {
                let names = files.keys().map(|name| (plain(name), name.clone())).collect();
                read(&names, |name| Ok(files.remove(name).unwrap_or_default()), known, today)
            }
            Self::Zip(bytes) => {
                let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| CannotReadRoster::NotAZip)?;
                let names = names(&mut archive)?;
                read(&names, |name| unpack(&mut archive, name), known, today)
            }
        }
    }
}

fn is_table(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"))
}

/// A file's name without the folder that it lies in.
fn plain(name: &str) -> String {
    name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned()
}

/// The tables of an archive, by name. What a Mac adds beside them is none.
fn names<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<BTreeMap<String, String>, RosterError> {
    let (mut found, mut unpacked) = (BTreeMap::new(), 0_u64);
    for place in 0..archive.len() {
        let file = archive.by_index_raw(place).map_err(|_| CannotReadRoster::NotAZip)?;
        let name = file.name().map_err(|_| CannotReadRoster::NotAZip)?.into_owned();
        if !is_table(&name) || name.starts_with("__MACOSX/") {
            continue;
        }
        unpacked = unpacked.saturating_add(file.size());
        if unpacked > MOST {
            return Err(CannotReadRoster::TooLarge.into());
        }
        if found.insert(plain(&name), name.clone()).is_some() {
            return Err(CannotReadRoster::NotAPackage(NotAPackage::Twice(plain(&name))).into());
        }
    }
    Ok(found)
}

/// No more than the archive says that it holds.
fn unpack<R: Read + Seek>(archive: &mut ZipArchive<R>, name: &str) -> Result<Vec<u8>, RosterError> {
    let file = archive.by_name(name).map_err(|_| CannotReadRoster::NotAZip)?;
    let said = file.size();
    let mut bytes = Vec::new();
    file.take(said.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| CannotReadRoster::NotAZip)?;
    if bytes.len() as u64 > said {
        return Err(CannotReadRoster::NotAZip.into());
    }
    Ok(bytes)
}

/// `names` are the files' own, each with that under which `open` finds it.
fn read(
    names: &BTreeMap<String, String>,
    mut open: impl FnMut(&str) -> Result<Vec<u8>, RosterError>,
    known: Records,
    today: Date,
) -> Result<Taken, RosterError> {
    let cannot = |why| RosterError::Cannot(CannotReadRoster::NotAPackage(why));
    let mut table = |file: &str| -> Result<Option<String>, RosterError> {
        let Some((_, name)) = names.iter().find(|(name, _)| name.eq_ignore_ascii_case(file)) else { return Ok(None) };
        let not_text =
            |line| CannotReadRoster::NotText { file: file.to_owned(), line: u32::try_from(line).unwrap_or(u32::MAX) };
        Ok(Some(text(open(name)?).map_err(not_text)?))
    };
    let mut manifest = Vec::new();
    if let Some(name) = names.keys().find(|name| Layout::is_manifest(name))
        && let Some(text) = table(name)?
    {
        each::<RosterError>(&text, |_, record| {
            manifest.push(record.iter().map(str::to_owned).collect());
            Ok(())
        })?;
    }
    let layout = Layout::of(&names.keys().cloned().collect::<BTreeSet<_>>(), &manifest).map_err(cannot)?;
    let files: Vec<_> = layout.files().collect();
    let mut reading = Reading::new(layout, known, today);
    for file in files {
        let Some(text) = table(file)? else { continue };
        let mut named = false;
        each::<RosterError>(&text, |number, record| {
            if record.iter().any(|cell| cell.contains('\n')) {
                return Err(cannot(NotAPackage::OpenQuote { file: file.to_owned(), row: number }));
            }
            if named {
                reading.row(number, record.iter());
            } else if record.iter().any(|cell| !cell.trim().is_empty()) {
                reading.file(file, &record.iter().collect::<Vec<_>>()).map_err(cannot)?;
                named = true;
            }
            Ok(())
        })?;
        if !named {
            reading.file(file, &[]).map_err(cannot)?;
        }
    }
    Ok(reading.end())
}

impl From<BadSheet> for RosterError {
    fn from(bad: BadSheet) -> Self {
        match bad {
            BadSheet::TooManyRows | BadSheet::TooManyCells { .. } => Self::Cannot(CannotReadRoster::TooLarge),
            BadSheet::CannotRead(error) => Self::File(error),
            BadSheet::NotText { .. }
            | BadSheet::NotAWorkbook(_)
            | BadSheet::NoSheet { .. }
            | BadSheet::Empty(_)
            | BadSheet::NoSuchFormat => Self::Cannot(CannotReadRoster::NotAZip),
        }
    }
}

/// The template's tables with rows that show how they are filled in, by name.
pub(crate) fn template() -> Result<Vec<(&'static str, Vec<u8>)>, std::io::Error> {
    let table = |file: &domain::rostering::TemplateFile| {
        // Excel reads a table as UTF-8 only behind a byte order mark.
        let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
        writer.write_record(file.columns)?;
        for row in file.example {
            writer.write_record(*row)?;
        }
        let bytes = writer.into_inner().map_err(|error| std::io::Error::other(error.to_string()))?;
        Ok((file.name, bytes))
    };
    TEMPLATE.iter().map(table).collect()
}

/// They, as one archive.
pub(crate) fn template_zip() -> Result<Vec<u8>, std::io::Error> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in template()? {
        archive.start_file(name, SimpleFileOptions::default().compression_method(CompressionMethod::Stored))?;
        archive.write_all(&bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}
