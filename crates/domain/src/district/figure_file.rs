//! Figures of a goal as a table, one figure a row: for whoever keeps them in a spreadsheet.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{BadFigure, District, Figure, FigureChange, FigureKind, Goal, Reading};
use crate::export::{guard, unguard};
use crate::id::{GroupId, SchoolId};
use crate::sync::ProblemCode;

const SCHOOL: &str = "school";
const GROUP: &str = "group";
const KIND: &str = "kind";
const DATE: &str = "date";
const VALUE: &str = "value";
const STUDENTS: &str = "students";

const COLUMNS: [&str; 6] = [SCHOOL, GROUP, KIND, DATE, VALUE, STUDENTS];
/// The columns that must be there.
const NEEDED: [&str; 2] = [DATE, VALUE];

/// What `kind` says for each of [`FigureKind::ALL`].
pub const FIGURE_KINDS: [&str; 3] = ["baseline", "target", "result"];

/// A row that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BadRow {
    /// Its line in the file, counted from 1.
    pub number: u32,
    /// The column that is to blame.
    pub column: String,
    /// What stands there.
    pub value: String,
    /// What is wrong.
    pub why: BadCell,
}

/// Why a row cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BadCell {
    /// Not a date as in 2026-09-30.
    #[error("a day is written as 2026-09-30")]
    Date,
    /// Not a number with at most two decimals.
    #[error("a number with at most two decimals is needed")]
    Number,
    /// Not a whole number of students, 1 or more.
    #[error("a whole number, 1 or more, or nothing")]
    Students,
    /// Not one of [`FIGURE_KINDS`].
    #[error("one of {}", FIGURE_KINDS.join(", "))]
    Kind,
    /// Two schools have that name.
    #[error("two schools have that name: write the school's key")]
    TwoSchools,
    /// The goal cannot have such a figure.
    #[error("{0}")]
    Figure(BadFigure),
}

/// Why a file cannot be taken; then nothing of it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotFigures {
    /// It is no text in UTF-8 from this line on, counted from 1.
    #[error("line {0} is no text in UTF-8")]
    NotText(usize),
    /// It is no table.
    #[error("it is no table")]
    NoTable,
    /// It lacks columns.
    #[error("it has no column {}", .0.join(" and no column "))]
    NoColumns(Vec<String>),
    /// Some of its rows cannot be read.
    #[error("{} rows cannot be read", .0.len())]
    Rows(Vec<BadRow>),
    /// It has no figure.
    #[error("it has no figure")]
    Empty,
}

/// What a file would change about a goal's figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiguresRead {
    /// What it says otherwise than the goal's figures, or more. What it does not name stays.
    pub changes: Vec<FigureChange>,
    /// How many of its figures are there already.
    pub same: usize,
}

/// The answer to a file that is not taken: a [`Problem`](crate::sync::Problem) that also says what is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureFileProblem {
    /// What happened, for programs.
    pub code: ProblemCode,
    /// What happened, for logs and for people who read the API; the app has its own words.
    pub message: String,
    /// The id under which the server logged the request.
    pub request: String,
    /// What is wrong.
    pub why: NotFigures,
}

/// The rows of a goal's figures, the names of the columns first. A school is named by its key, and by nothing where the figure is
/// of the whole area.
#[must_use]
pub fn figure_rows(figures: &[Figure]) -> Vec<Vec<String>> {
    let row = |figure: &Figure| {
        let kind = FigureKind::ALL.iter().position(|kind| *kind == figure.what).unwrap_or_default();
        vec![
            figure.school.as_ref().map(|school| guard(school.as_str()).into_owned()).unwrap_or_default(),
            figure.group.as_ref().map(|group| guard(group.as_str()).into_owned()).unwrap_or_default(),
            FIGURE_KINDS[kind].to_owned(),
            figure.on.to_string(),
            figure.value.to_string(),
            figure.students.map(|students| students.to_string()).unwrap_or_default(),
        ]
    };
    std::iter::once(COLUMNS.map(str::to_owned).to_vec()).chain(figures.iter().map(row)).collect()
}

/// Reads a table. Each row comes with its line in the file; the first names the columns. A school is named by its key or by its
/// name; a row without a kind is a result.
///
/// # Errors
/// When a column or a row is not what it has to be: each such row is named, and no figure is taken.
pub fn read_figures(
    mut rows: impl Iterator<Item = (u32, Vec<String>)>,
    goal: &Goal,
    district: &District,
) -> Result<Vec<Figure>, NotFigures> {
    let (_, names) = rows.next().unwrap_or_default();
    let names: Vec<String> =
        names.iter().map(|name| name.trim().trim_start_matches('\u{feff}').to_lowercase()).collect();
    let columns: BTreeMap<&str, usize> = names.iter().enumerate().map(|(at, name)| (name.as_str(), at)).collect();
    let missing: Vec<String> =
        NEEDED.iter().filter(|name| !columns.contains_key(*name)).map(|name| (*name).to_owned()).collect();
    if !missing.is_empty() {
        return Err(NotFigures::NoColumns(missing));
    }
    let (mut figures, mut bad, mut keys) = (Vec::new(), Vec::new(), BTreeSet::new());
    for (number, cells) in rows {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let row = Row { number, columns: &columns, cells: &cells, district };
        match row.figure(goal) {
            Ok(figure) if keys.insert(owned(&figure)) => figures.push(figure),
            Ok(_) => bad.push(row.bad(DATE, BadCell::Figure(BadFigure::Again))),
            Err(row) => bad.push(row),
        }
    }
    match (bad.is_empty(), figures.is_empty()) {
        (false, _) => Err(NotFigures::Rows(bad)),
        (true, true) => Err(NotFigures::Empty),
        (true, false) => Ok(figures),
    }
}

/// What figures that were read would change about those that are known.
#[must_use]
pub fn figure_difference(known: &[Figure], read: Vec<Figure>) -> FiguresRead {
    let many = read.len();
    let known: BTreeMap<_, &Figure> = known.iter().map(|one| (one.key(), one)).collect();
    let change = |now: Figure| {
        let was = known.get(&now.key()).copied().cloned();
        (was.as_ref() != Some(&now)).then_some(FigureChange { was, now: Some(now) })
    };
    let changes: Vec<FigureChange> = read.into_iter().filter_map(change).collect();
    FiguresRead { same: many - changes.len(), changes }
}

type OwnedKey = (Option<SchoolId>, Option<GroupId>, FigureKind, crate::time::Date);

fn owned(figure: &Figure) -> OwnedKey {
    (figure.school.clone(), figure.group.clone(), figure.what, figure.on)
}

struct Row<'a> {
    number: u32,
    columns: &'a BTreeMap<&'a str, usize>,
    cells: &'a [String],
    district: &'a District,
}

impl Row<'_> {
    fn figure(&self, goal: &Goal) -> Result<Figure, BadRow> {
        let figure = Figure {
            school: self.school()?,
            group: Some(self.text(GROUP)).filter(|group| !group.is_empty()).map(GroupId),
            what: self.kind()?,
            on: self.text(DATE).parse().map_err(|_| self.bad(DATE, BadCell::Date))?,
            value: self.text(VALUE).parse::<Reading>().map_err(|_| self.bad(VALUE, BadCell::Number))?,
            students: self.students()?,
        };
        match figure.check(goal, self.district) {
            Ok(()) => Ok(figure),
            Err(why) => Err(self.bad(blamed(why), BadCell::Figure(why))),
        }
    }

    /// By its key, else by its name.
    fn school(&self) -> Result<Option<SchoolId>, BadRow> {
        let typed = self.text(SCHOOL);
        if typed.is_empty() {
            return Ok(None);
        }
        let schools = &self.district.schools;
        if let Some(school) = schools.iter().find(|school| school.id.as_str() == typed) {
            return Ok(Some(school.id.clone()));
        }
        let lower = typed.to_lowercase();
        let named: Vec<_> = schools.iter().filter(|school| school.name.trim().to_lowercase() == lower).collect();
        match &named[..] {
            [school] => Ok(Some(school.id.clone())),
            [] => Err(self.bad(SCHOOL, BadCell::Figure(BadFigure::School))),
            _ => Err(self.bad(SCHOOL, BadCell::TwoSchools)),
        }
    }

    fn kind(&self) -> Result<FigureKind, BadRow> {
        let typed = self.text(KIND).to_lowercase();
        if typed.is_empty() {
            return Ok(FigureKind::Result);
        }
        let kind = FIGURE_KINDS.iter().position(|kind| *kind == typed).and_then(|at| FigureKind::ALL.get(at));
        kind.copied().ok_or_else(|| self.bad(KIND, BadCell::Kind))
    }

    fn students(&self) -> Result<Option<u32>, BadRow> {
        let typed = self.text(STUDENTS);
        if typed.is_empty() {
            return Ok(None);
        }
        let students = typed.parse().ok().filter(|students| *students > 0);
        students.map(Some).ok_or_else(|| self.bad(STUDENTS, BadCell::Students))
    }

    /// What stands in a column, without white space around it; nothing where there is no such column.
    fn text(&self, column: &str) -> String {
        let cell = self.columns.get(column).and_then(|at| self.cells.get(*at));
        cell.map(|cell| unguard(cell.replace('\0', "").trim()).to_owned()).unwrap_or_default()
    }

    fn bad(&self, column: &'static str, why: BadCell) -> BadRow {
        BadRow { number: self.number, column: column.to_owned(), value: self.text(column), why }
    }
}

/// The column that a figure's fault is said of.
fn blamed(why: BadFigure) -> &'static str {
    match why {
        BadFigure::School | BadFigure::NoMeasure => SCHOOL,
        BadFigure::Group => GROUP,
        BadFigure::Value => VALUE,
        BadFigure::Students => STUDENTS,
        BadFigure::Changed | BadFigure::Again | BadFigure::TooMany => DATE,
    }
}
