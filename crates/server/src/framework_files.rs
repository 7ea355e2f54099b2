//! Frameworks as files: what is in the bytes of one, and the bytes of one.

use std::io;

use domain::framework::{Draft, FileForm, Framework, FrameworkFile, FromFile, NotAFramework};
use domain::id::DistrictId;
use domain::time::Date;

use crate::import::BadSheet;
use crate::import::csv::{each, text, written};

/// Reads JSON, where it begins like that, or else a table.
///
/// # Errors
/// When it holds no framework.
pub(crate) fn read(bytes: Vec<u8>, newest: Option<&Framework>) -> Result<FromFile, NotAFramework> {
    let text = text(bytes).map_err(NotAFramework::NotText)?;
    if text.trim_start().starts_with(['{', '[']) {
        return FrameworkFile::read(&text, newest);
    }
    let mut rows: Vec<(u32, Vec<String>)> = Vec::new();
    let read = each(&text, |number, record| {
        rows.push((number, record.iter().map(str::to_owned).collect()));
        Ok::<(), BadSheet>(())
    });
    read.map_err(|_| NotAFramework::OtherFormat)?;
    FrameworkFile::read_rows(rows.into_iter(), newest)
}

/// A framework as the text of a file.
///
/// # Errors
/// When it cannot be written, which does not happen to texts and numbers.
pub(crate) fn write(draft: &Draft, form: FileForm, district: &DistrictId, today: Date) -> io::Result<String> {
    Ok(match form {
        FileForm::Json => serde_json::to_string_pretty(&FrameworkFile::of(draft))? + "\n",
        FileForm::Case => {
            FrameworkFile::case(draft, &format!("framework of {district}"), district.as_str(), today)? + "\n"
        }
        FileForm::Csv => written(FrameworkFile::rows(draft))?,
    })
}
