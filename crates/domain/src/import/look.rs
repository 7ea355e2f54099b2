//! What a table looks like before anyone has said how to read it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::guess::{Doubt, guess};
use super::mapping::Mapping;
use super::plan::{CannotRead, settle};
use super::sheet::Sheet;
use crate::framework::Framework;
use crate::id::DocumentHash;

/// How many different values of a column are shown.
const SAMPLES: usize = 12;
/// How many characters of a value are shown.
const SHOWN: usize = 80;

/// A table as it was found, and what has to be chosen before it can be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableLook {
    /// The sheets of a workbook, in its order; empty for a text file.
    pub sheets: Vec<String>,
    /// The sheet that was looked at; `None` for a text file.
    pub sheet: Option<String>,
    /// Rows with anything in them below the names of the columns.
    pub rows: u32,
    /// The columns, in order.
    pub columns: Vec<TableColumn>,
    /// The framework version that its visits would be recorded against.
    pub framework: DocumentHash,
    /// How it would most likely be read.
    pub guess: Mapping,
    /// What a person should look at in the guess.
    pub unsure: Vec<Doubt>,
    /// How the source's last table was read.
    pub remembered: Option<Mapping>,
    /// What keeps the mapping of the request from being used, or else the remembered one, or else the guess; `None` when
    /// nothing does.
    pub must: Option<CannotRead>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableColumn {
    /// As [`Sheet::columns`] names it.
    pub name: String,
    /// Cells with anything in them.
    pub filled: u32,
    /// How many different values these have.
    pub different: u32,
    /// Some of the values, the most frequent first; long ones end in "…".
    pub samples: Vec<String>,
}

impl TableLook {
    /// Looks at a table. `asked` is the mapping that a person is making, if any.
    #[must_use]
    pub fn new(
        sheet: &Sheet,
        (framework, document): (&Framework, DocumentHash),
        remembered: Option<Mapping>,
        asked: Option<&Mapping>,
    ) -> Self {
        let guess = guess(sheet, framework);
        let mapping = asked.or(remembered.as_ref()).unwrap_or(&guess.mapping);
        let must = settle(sheet, mapping, framework).err();
        Self {
            sheets: Vec::new(),
            sheet: None,
            rows: u32::try_from(sheet.rows().len()).unwrap_or(u32::MAX),
            columns: columns(sheet),
            framework: document,
            guess: guess.mapping,
            unsure: guess.unsure,
            remembered,
            must,
        }
    }
}

fn columns(sheet: &Sheet) -> Vec<TableColumn> {
    let named = sheet.columns().iter().enumerate().filter(|(_, name)| !name.is_empty());
    named
        .map(|(place, name)| {
            let mut values: BTreeMap<&str, u32> = BTreeMap::new();
            for cell in sheet.rows().iter().map(|row| row.cell(place)).filter(|cell| !cell.is_empty()) {
                *values.entry(cell).or_default() += 1;
            }
            let mut often: Vec<(&str, u32)> = values.into_iter().collect();
            often.sort_by_key(|(_, count)| Reverse(*count));
            TableColumn {
                name: name.clone(),
                filled: often.iter().map(|(_, count)| count).sum(),
                different: u32::try_from(often.len()).unwrap_or(u32::MAX),
                samples: often.into_iter().take(SAMPLES).map(|(value, _)| shown(value)).collect(),
            }
        })
        .collect()
}

fn shown(value: &str) -> String {
    match value.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    }
}
