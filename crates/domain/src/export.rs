//! Visits as one tidy table, one row a visit and look-for, for people who go on with other programs.
//!
//! [`Table`] walks the visits of a selection pack by pack and gives the same cells to a CSV file, a workbook or a test;
//! [`codebook`] says what each column and each look-for means; [`Reader`] reads the rows back into facts, so that the
//! file gives the same tallies as the visits that it was made of.

mod codebook;
mod column;
mod guard;
mod read;
mod table;
mod words;

pub use codebook::{CODEBOOK_COLUMNS, codebook};
pub use column::Column;
pub(crate) use guard::typed;
pub use guard::{guard, unguard};
pub use read::{BadCell, BadRow, ReadBack, Reader};
pub use table::{Cell, Table};
pub use words::grade as grade_word;
