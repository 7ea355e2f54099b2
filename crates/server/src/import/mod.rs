//! Past walkthroughs from other programs' files. What a row means is the domain's; here are the file formats (`csv`,
//! `workbook`), what the district knows (`ground`), the way of an imported visit through a push (`push`), and the whole
//! of an import in order (`work`) and its undoing (`undo`), which the command line and the API share.

pub(crate) mod csv;
mod ground;
mod push;
mod undo;
mod work;
mod workbook;

use std::path::Path;

use domain::edit::Malformed;
use domain::import::{CannotImport, NoHeader, NotATable, Sheet};
use domain::sync::Verdict;

use crate::error::ApiError;
use crate::store::StoreError;

pub(crate) use ground::{Ground, ground};
pub(crate) use push::allowed;
pub(crate) use undo::undo;
pub(crate) use work::{Asked, Ready, store};

/// Why an import cannot go on. What was imported before it stays, and is left out when it is repeated.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The district has published no framework to record visits against.
    #[error("the district has published no framework yet, so there is nothing to record visits against")]
    NoFramework,
    /// Whoever imports may not record visits in this school, or not in the name of others.
    #[error("this account may not record visits of others in {school}: import as its principal or an administrator")]
    NotAllowed {
        /// The school.
        school: domain::id::SchoolId,
    },
    /// An edit was not taken.
    #[error("the visit of row {row} was answered {verdict:?}")]
    NotTaken {
        /// The row, as the spreadsheet numbers it.
        row: u32,
        /// The answer.
        verdict: Verdict,
    },
    /// A visit was not discarded.
    #[error("discarding a visit of the import was answered {verdict:?}. Undo it again to go on where it stopped")]
    NotUndone {
        /// The answer.
        verdict: Verdict,
    },
    /// A row made an edit that is malformed, which reading should have refused.
    #[error("the visit of row {row} cannot be written: {malformed}")]
    Malformed {
        /// The row, as the spreadsheet numbers it.
        row: u32,
        /// Why.
        malformed: Malformed,
    },
    /// A push was not taken.
    #[error(transparent)]
    Push(#[from] ApiError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<ImportError> for ApiError {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::NoFramework => CannotImport::NoFramework.into(),
            ImportError::NotAllowed { .. } | ImportError::NotTaken { .. } | ImportError::NotUndone { .. } => {
                Self::NotAllowed
            }
            ImportError::Malformed { row, malformed } => {
                tracing::error!(row, %malformed, "reading took a row that cannot be written");
                Self::CutShort
            }
            ImportError::Push(error) => error,
            ImportError::Store(error) => error.into(),
        }
    }
}

/// Why a file is no table.
#[derive(Debug, thiserror::Error)]
pub enum BadSheet {
    /// The system cannot read it.
    #[error("{0}")]
    CannotRead(#[from] std::io::Error),
    /// It is not UTF-8 text.
    #[error("line {line} is not UTF-8 text. Save the file as \"CSV UTF-8\"")]
    NotText {
        /// Counted from 1.
        line: usize,
    },
    /// It is not a workbook that can be read.
    #[error("{0}")]
    NotAWorkbook(#[from] calamine::Error),
    /// It has no sheet of this name.
    #[error("it has no sheet {wanted:?}; it has: {}", found.join(", "))]
    NoSheet {
        /// The name; empty for the first.
        wanted: String,
        /// The names there are.
        found: Vec<String>,
    },
    /// A row number that no spreadsheet has.
    #[error("it has more rows than a spreadsheet")]
    TooManyRows,
    /// It has more cells than are read at once.
    #[error("it has more than {most} cells")]
    TooManyCells {
        /// The most that are read.
        most: usize,
    },
    /// There is nothing in it.
    #[error("{0}")]
    Empty(#[from] NoHeader),
    /// Its name does not say what it is.
    #[error("a table is called .csv, .tsv, .txt, .xlsx, .xlsm, .xls or .ods")]
    NoSuchFormat,
}

/// A table's rows, each with the number that a spreadsheet shows for it.
type Rows = Vec<(u32, Vec<String>)>;

/// How much of a file is read. The command line sets no limit: it is the operator's own memory.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// Cells, those included that only stand in front of others.
    pub(crate) cells: usize,
    /// Bytes of a workbook after unpacking.
    pub(crate) unpacked: u64,
}

impl Limits {
    /// For files that are sent: a hundred columns and twenty thousand rows, at about 100 MB of memory.
    pub(crate) const SENT: Self = Self { cells: 2_000_000, unpacked: 256 * 1024 * 1024 };
    const NONE: Self = Self { cells: usize::MAX, unpacked: u64::MAX };
}

/// Where in a file a table was found.
#[derive(Debug, Clone, Default)]
pub(crate) struct Found {
    /// The sheets of a workbook; none of a text file.
    pub(crate) sheets: Vec<String>,
    /// The one that was read.
    pub(crate) sheet: Option<String>,
}

impl Found {
    fn sheet(&self) -> &str {
        self.sheet.as_deref().unwrap_or_default()
    }
}

/// Reads a file's table by what its name ends with. `name` chooses among the sheets of a workbook; the first unless given.
///
/// # Errors
/// Why it is none.
pub(crate) fn sheet(file: &Path, name: Option<&str>) -> Result<Sheet, BadSheet> {
    let ending = file.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    let rows = match ending.as_deref() {
        Some("csv" | "tsv" | "txt") => csv::rows(std::fs::read(file)?, usize::MAX)?,
        Some("xlsx" | "xlsm" | "xls" | "ods") => workbook::from_file(file, name, Limits::NONE)?.1,
        Some(_) | None => return Err(BadSheet::NoSuchFormat),
    };
    Ok(Sheet::new(rows)?)
}

/// Reads the table of a file that somebody sent, by what stands in it: an Excel workbook (.xlsx) or text.
///
/// # Errors
/// Why it is none.
pub(crate) fn sent(bytes: &[u8], name: Option<&str>) -> Result<(Found, Sheet), BadSheet> {
    let (found, rows) = if bytes.starts_with(b"PK\x03\x04") {
        workbook::from_bytes(bytes, name, Limits::SENT)?
    } else if UTF_16.iter().any(|mark| bytes.starts_with(mark)) {
        return Err(BadSheet::NotText { line: 1 });
    } else if BINARY.iter().any(|begins| bytes.starts_with(begins)) || bytes.contains(&0) {
        return Err(BadSheet::NoSuchFormat);
    } else {
        (Found::default(), csv::rows(bytes.to_vec(), Limits::SENT.cells)?)
    };
    Ok((found, Sheet::new(rows)?))
}

/// How Excel's "Unicode text" begins: text, but not UTF-8.
const UTF_16: [&[u8]; 2] = [b"\xff\xfe", b"\xfe\xff"];
/// How other files begin that people may take for a table: older workbooks, PDF, pictures, other archives.
const BINARY: [&[u8]; 7] =
    [b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"PK\x05\x06"];

impl BadSheet {
    /// The same for the app.
    pub(crate) fn for_the_app(&self) -> NotATable {
        match self {
            Self::NotText { line } => NotATable::NotText { line: u32::try_from(*line).unwrap_or(u32::MAX) },
            Self::CannotRead(_) | Self::NotAWorkbook(_) => NotATable::Damaged,
            Self::NoSheet { found, .. } => NotATable::NoSheet { found: found.clone() },
            Self::TooManyRows | Self::TooManyCells { .. } => NotATable::TooLarge,
            Self::Empty(_) => NotATable::Empty,
            Self::NoSuchFormat => NotATable::OtherFormat,
        }
    }
}
