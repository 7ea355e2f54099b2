use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::dates::DateOrder;
use super::fold::fold;
use super::meaning::Meaning;
use super::sheet::Sheet;
use crate::framework::{Framework, Kind, LookFor};
use crate::id::LookForId;

/// The saved form that this program writes. A higher one is refused rather than half understood.
pub const MAPPING_VERSION: u16 = 1;

/// Which column of a source's table says what. Columns are named as [`Sheet::columns`] names them. Made once by a person,
/// saved as JSON per source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// See [`MAPPING_VERSION`].
    pub version: u16,
    /// The date of the visit, with or without a time.
    pub date: String,
    /// How dates such as 3/4/2026 are meant; `None` when the column decides.
    #[serde(default)]
    pub date_order: Option<DateOrder>,
    /// When the visit began, if not beside the date.
    #[serde(default)]
    pub start: Option<String>,
    /// How many minutes were watched.
    #[serde(default)]
    pub minutes: Option<String>,
    /// The classroom; this or `teacher` is needed.
    #[serde(default)]
    pub classroom: Option<String>,
    /// Who taught.
    #[serde(default)]
    pub teacher: Option<String>,
    /// Who watched; whoever imports where nothing is said.
    #[serde(default)]
    pub observer: Option<String>,
    /// The school, when the table holds several: rows of others are left out.
    #[serde(default)]
    pub school: Option<String>,
    /// The grade taught.
    #[serde(default)]
    pub grade: Option<String>,
    /// The subject taught.
    #[serde(default)]
    pub subject: Option<String>,
    /// Columns whose words become notes.
    #[serde(default)]
    pub notes: Vec<String>,
    /// Columns that answer a look-for.
    #[serde(default)]
    pub look_fors: Vec<LookForColumn>,
}

/// A column that answers a look-for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LookForColumn {
    /// Its name.
    pub column: String,
    /// Which look-for.
    pub look_for: LookForId,
    /// What its values mean; case, accents and spaces make no difference. In a column of a count whole numbers mean
    /// themselves, in one of a duration they are minutes.
    #[serde(default)]
    pub values: BTreeMap<String, Meaning>,
    /// What an empty cell means.
    #[serde(default)]
    pub empty: Empty,
}

/// What an empty cell means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Empty {
    /// Nothing was answered. Blank is never "no" unless the source says so.
    #[default]
    Blank,
    /// In this source a box that was not ticked means that it was looked for and not seen.
    NotSeen,
}

/// The text is not the saved form of a mapping.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnreadableMapping {
    /// It is not the JSON of a mapping.
    #[error("not a mapping at line {line}, column {column}: {what}")]
    NotAMapping {
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
        /// What was expected there.
        what: String,
    },
    /// A newer program wrote it.
    #[error("a mapping of version {0}, and this program knows {MAPPING_VERSION}")]
    Newer(u16),
}

/// Why a mapping cannot be used with a table and a framework.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// Nothing says which column holds the dates.
    NoDate,
    /// The table has no such column.
    NoColumn(String),
    /// Two parts of the mapping read one column.
    ColumnTwice(String),
    /// The framework has no such look-for.
    NoLookFor(LookForId),
    /// Two columns answer one look-for.
    LookForTwice(LookForId),
    /// No look-for of its kind can be answered so.
    DoesNotFit {
        /// The look-for.
        look_for: LookForId,
        /// The value, as the mapping writes it.
        value: String,
        /// What it is said to mean.
        meaning: Meaning,
    },
    /// An interval look-for is made of snapshots, which one cell cannot hold.
    Interval(LookForId),
    /// Neither the classroom nor the teacher has a column.
    NoPlace,
}

impl Mapping {
    /// Reads the saved form.
    ///
    /// # Errors
    /// Where it stops being one, or that it is of a newer program.
    pub fn from_json(text: &str) -> Result<Self, UnreadableMapping> {
        #[derive(Deserialize)]
        struct Versioned {
            version: u16,
        }
        if let Ok(Versioned { version }) = serde_json::from_str(text)
            && version > MAPPING_VERSION
        {
            return Err(UnreadableMapping::Newer(version));
        }
        serde_json::from_str(text).map_err(|error| UnreadableMapping::NotAMapping {
            line: error.line(),
            column: error.column(),
            what: error.to_string(),
        })
    }

    /// The saved form: JSON that people can edit.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Everything that keeps it from being used.
    #[must_use]
    pub fn faults(&self, sheet: &Sheet, framework: &Framework) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut columns = BTreeSet::new();
        if self.date.is_empty() {
            faults.push(Fault::NoDate);
        }
        for column in self.columns() {
            if sheet.place(column).is_none() {
                faults.push(Fault::NoColumn(column.to_owned()));
            }
            if !columns.insert(column) {
                faults.push(Fault::ColumnTwice(column.to_owned()));
            }
        }
        let mut look_fors = BTreeSet::new();
        for column in &self.look_fors {
            match framework.look_for(&column.look_for) {
                None => faults.push(Fault::NoLookFor(column.look_for.clone())),
                Some(look_for) => faults.extend(column.faults(look_for)),
            }
            if !look_fors.insert(&column.look_for) {
                faults.push(Fault::LookForTwice(column.look_for.clone()));
            }
        }
        if self.classroom.is_none() && self.teacher.is_none() {
            faults.push(Fault::NoPlace);
        }
        faults
    }

    /// Every column that it names; a mapping that a person is still making may have none for the date.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        let single = [
            &self.start,
            &self.minutes,
            &self.classroom,
            &self.teacher,
            &self.observer,
            &self.school,
            &self.grade,
            &self.subject,
        ];
        std::iter::once(&self.date)
            .filter(|date| !date.is_empty())
            .chain(single.into_iter().flatten())
            .chain(&self.notes)
            .chain(self.look_fors.iter().map(|one| &one.column))
            .map(String::as_str)
    }
}

impl LookForColumn {
    /// What a value means; `None` when the mapping does not say.
    #[must_use]
    pub fn meaning(&self, value: &str) -> Option<Meaning> {
        let value = normal(value);
        self.values.iter().find(|(known, _)| normal(known) == value).map(|(_, meaning)| *meaning)
    }

    fn faults(&self, look_for: &LookFor) -> Vec<Fault> {
        if let Kind::Interval { .. } = look_for.kind {
            return vec![Fault::Interval(look_for.id.clone())];
        }
        let unfit = self.values.iter().filter(|(_, meaning)| !meaning.fits(&look_for.kind));
        let fault = |(value, meaning): (&String, &Meaning)| Fault::DoesNotFit {
            look_for: look_for.id.clone(),
            value: value.clone(),
            meaning: *meaning,
        };
        unfit.map(fault).collect()
    }
}

/// Values made of signs alone, such as a tick, are compared as they are.
fn normal(value: &str) -> String {
    let folded = fold(value);
    if folded.is_empty() { value.trim().to_owned() } else { folded }
}
