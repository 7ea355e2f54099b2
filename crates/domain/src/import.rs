//! Past walkthroughs from other programs' tables: rows of text cells in, visits out.
//!
//! The same code on the tablet and on the server; only the file formats are theirs. In order:
//!
//! 1. [`Sheet`] tidies the cells: header, duplicate names, empty rows and columns, rows numbered as the spreadsheet
//!    numbers them;
//! 2. [`guess`] proposes a [`Mapping`] from the header and the values, and says what it is unsure of; a person corrects
//!    it once, and it is remembered per source;
//! 3. [`read`] is the dry run: a [`Plan`] with the visits there would be, the rows that are refused and why, and the
//!    names that the roster does not have. Nothing is guessed row by row;
//! 4. [`Plan::against`] leaves out what has been imported before, and [`Incoming::intents`] are ordinary edits, marked
//!    as imported.
//!
//! What the app asks the server and hears from it stands in `wire`: [`ImportAsk`], [`TableLook`], [`ImportReport`].

mod against;
mod dates;
mod fold;
mod guess;
mod incoming;
mod known;
mod look;
mod mapping;
mod meaning;
mod plan;
mod refused;
mod report;
mod row;
mod says;
mod sheet;
mod source;
mod wire;

pub use against::{Against, Before, ChangedRow};
pub use dates::DateOrder;
pub use guess::{Doubt, Guess, guess};
pub use incoming::Incoming;
pub(crate) use known::grade as grade_of;
pub use look::{TableColumn, TableLook};
pub use mapping::{Empty, Fault, LookForColumn, MAPPING_VERSION, Mapping, UnreadableMapping};
pub use meaning::Meaning;
pub use plan::{CannotRead, Plan, Setup, Strangers, read};
pub use refused::{Reason, Refused};
pub use report::{ImportReport, Unmeant};
pub use says::Says;
pub use sheet::{NoHeader, Sheet, SheetRow, column_letters};
pub use source::{NoSourceName, SourceName};
pub use wire::{
    CannotImport, ImportAsk, ImportProblem, MOST_IMPORT_BYTES, NotATable, PastImport, PastImports, UndoImport, Undone,
    UndoneImport,
};
