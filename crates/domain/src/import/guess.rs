mod look_fors;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::dates::{Decided, decide, read_date};
use super::fold::{fold, words};
use super::mapping::{MAPPING_VERSION, Mapping};
use super::sheet::Sheet;
use crate::framework::Framework;
use crate::id::LookForId;
use look_fors::look_fors;

/// A mapping that a person can start from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    /// Most likely what is meant.
    pub mapping: Mapping,
    /// What a person should look at before it is used.
    pub unsure: Vec<Doubt>,
}

/// Something in a guess that a person should look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// No column holds dates.
    NoDate,
    /// Dates such as this can be read both ways, and no other date of the column tells.
    DateOrder {
        /// The column.
        column: String,
        /// One of its dates.
        example: String,
    },
    /// No column names classrooms or teachers.
    NoPlace,
    /// The column's name is only roughly the look-for's wording.
    RoughlyAlike {
        /// The column.
        column: String,
        /// The look-for.
        look_for: LookForId,
    },
    /// What these values mean is not known; each is a value and how many cells hold it.
    UnknownValues {
        /// The column.
        column: String,
        /// The values.
        values: BTreeMap<String, u32>,
    },
    /// The column has marks for yes and empty cells only: whether empty means "not seen" is for a person to say. It is
    /// taken as blank.
    OnlyMarks {
        /// The column.
        column: String,
    },
    /// Nothing reads this column.
    NotUsed {
        /// The column.
        column: String,
    },
}

/// What names of columns say, folded: the parts of a visit in the order in which they choose.
const NAMES: [(Part, &[&str]); 8] = [
    (Part::Observer, &["observer", "observed by", "administrator", "evaluator", "walker", "visitor", "observador"]),
    (Part::Teacher, &["teacher", "educator", "instructor", "docente", "maestra", "maestro", "profesor"]),
    (Part::School, &["school", "campus", "building", "escuela"]),
    (Part::Classroom, &["room", "classroom", "class", "aula", "salon"]),
    (Part::Minutes, &["minutes", "duration", "length", "how long", "minutos", "duracion"]),
    (Part::Start, &["start", "start time", "time", "time in", "hora"]),
    (Part::Grade, &["grade", "grade level", "grado"]),
    (Part::Subject, &["subject", "content area", "course", "materia", "asignatura"]),
];
/// Forms note who filled them in; that is the observer where nobody else is named.
const SENDERS: [&str; 4] = ["email address", "email", "username", "correo"];
const NOTES: [&str; 8] = ["notes", "comments", "comment", "note", "feedback", "notas", "comentarios", "remarks"];
const DATES: [&str; 4] = ["date", "fecha", "day", "timestamp"];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Observer,
    Teacher,
    School,
    Classroom,
    Minutes,
    Start,
    Grade,
    Subject,
}

/// Proposes a mapping from the names of the columns and the values below them.
#[must_use]
pub fn guess(sheet: &Sheet, framework: &Framework) -> Guess {
    let mut free: Vec<&String> = sheet.columns().iter().filter(|name| !name.is_empty()).collect();
    let mut unsure = Vec::new();
    let look_fors = look_fors(sheet, framework, &mut free, &mut unsure);
    let date = date(sheet, &mut free);
    match &date {
        None => unsure.push(Doubt::NoDate),
        Some(column) => unsure.extend(open_order(sheet, column)),
    }
    let mut mapping = Mapping {
        version: MAPPING_VERSION,
        date: date.unwrap_or_default(),
        date_order: None,
        start: None,
        minutes: None,
        classroom: None,
        teacher: None,
        observer: None,
        school: None,
        grade: None,
        subject: None,
        notes: Vec::new(),
        look_fors,
    };
    for (part, names) in NAMES {
        let column = take(&mut free, names);
        *mapping.part(part) = column;
    }
    if mapping.observer.is_none() {
        mapping.observer = take(&mut free, &SENDERS);
    }
    while let Some(column) = take(&mut free, &NOTES) {
        mapping.notes.push(column);
    }
    if mapping.classroom.is_none() && mapping.teacher.is_none() {
        unsure.push(Doubt::NoPlace);
    }
    unsure.extend(free.into_iter().map(|column| Doubt::NotUsed { column: column.clone() }));
    Guess { mapping, unsure }
}

impl Mapping {
    fn part(&mut self, part: Part) -> &mut Option<String> {
        match part {
            Part::Observer => &mut self.observer,
            Part::Teacher => &mut self.teacher,
            Part::School => &mut self.school,
            Part::Classroom => &mut self.classroom,
            Part::Minutes => &mut self.minutes,
            Part::Start => &mut self.start,
            Part::Grade => &mut self.grade,
            Part::Subject => &mut self.subject,
        }
    }
}

/// The first column with one of these names, or else with one of them among its words.
fn take(free: &mut Vec<&String>, names: &[&str]) -> Option<String> {
    let whole = |column: &&String| names.contains(&fold(column).as_str());
    let part = |column: &&String| {
        let padded = format!(" {} ", fold(column));
        names.iter().any(|name| padded.contains(&format!(" {name} ")))
    };
    let place = free.iter().position(whole).or_else(|| free.iter().position(part))?;
    Some(free.remove(place).clone())
}

/// The column of dates: by its name if its values are dates, else the first whose values are.
fn date(sheet: &Sheet, free: &mut Vec<&String>) -> Option<String> {
    let dated = |column: &String| {
        let cells: Vec<&str> = values(sheet, column).filter(|cell| !cell.is_empty()).collect();
        let read = cells.iter().filter(|cell| read_date(cell).is_some()).count();
        read > 0 && read * 2 >= cells.len()
    };
    let mut candidates: Vec<&String> = free.iter().copied().filter(|column| dated(column)).collect();
    let rank = |column: &String| {
        let words = words(column);
        DATES.iter().position(|name| words.iter().any(|word| word == name)).unwrap_or(DATES.len())
    };
    candidates.sort_by_key(|column| rank(column));
    let chosen = (*candidates.first()?).clone();
    free.retain(|column| **column != chosen);
    Some(chosen)
}

fn open_order(sheet: &Sheet, column: &str) -> Option<Doubt> {
    let dates = || values(sheet, column).filter_map(|cell| Some((cell, read_date(cell)?.0)));
    match decide(dates().map(|(_, written)| written)) {
        Decided::NotNeeded | Decided::Order(_) => None,
        Decided::Open => {
            let (example, _) = dates().find(|(_, written)| written.date(None).is_none())?;
            Some(Doubt::DateOrder { column: column.to_owned(), example: example.to_owned() })
        }
    }
}

fn values<'a>(sheet: &'a Sheet, column: &str) -> impl Iterator<Item = &'a str> {
    let place = sheet.place(column).unwrap_or(usize::MAX);
    sheet.rows().iter().map(move |row| row.cell(place))
}
