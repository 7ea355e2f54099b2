use std::rc::Rc;

use domain::id::{ImportId, SchoolId};
use domain::import::{CannotImport, ImportReport, Mapping, PastImport, TableLook, UndoneImport};
use domain::sync::Failure;

/// How far importing past visits has got. The file itself stays with the browser; nothing of this is kept on the tablet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Importing {
    /// What the file comes from, as typed.
    pub source: String,
    /// Whose visits they are.
    pub school: Option<SchoolId>,
    /// The file's name; `None` before one is chosen.
    pub file: Option<String>,
    /// The table as it was found.
    pub look: Option<Rc<TableLook>>,
    /// How it is to be read.
    pub mapping: Option<Mapping>,
    /// What the last dry run found; gone with the next change.
    pub tried: Option<Rc<ImportReport>>,
    /// What the import did.
    pub stored: Option<Rc<ImportReport>>,
    /// Imports that were done; `None` before the server has said.
    pub past: Option<Rc<Vec<PastImport>>>,
    /// What undoing one did.
    pub undone: Option<UndoneImport>,
    /// What is under way.
    pub busy: Option<ImportBusy>,
    /// Why the last step did not work.
    pub failure: Option<ImportFailure>,
}

/// What an import is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportBusy {
    /// The file is looked at.
    Looking,
    /// A dry run.
    Trying,
    /// Visits are stored.
    Storing,
    /// An import is undone.
    Undoing,
}

/// Why a step with a file did not work. Nothing of the file was stored by it.
#[derive(Debug, Clone, PartialEq)]
pub enum FileFailure<W> {
    /// The file, or how it is read.
    Cannot(W),
    /// The request.
    Network(Failure),
}

/// Why a step of an import of past visits did not work.
pub type ImportFailure = FileFailure<CannotImport>;

/// A step of an import.
#[derive(Debug, Clone, PartialEq)]
pub enum ImportStep {
    /// Find out which imports were done.
    ReadPast,
    /// What the file comes from.
    Name(String),
    /// Whose visits they are.
    School(SchoolId),
    /// Choose a file and look at it.
    Choose,
    /// Look at another sheet of it.
    Sheet(String),
    /// Read it this way.
    Read(Box<Mapping>),
    /// Say what would happen.
    Try,
    /// Store the visits.
    Store,
    /// Take an import back.
    Undo(ImportId),
    /// Begin with another file.
    Over,
}
