//! The plain template: five tables that a person can fill in.

use super::cells::{At, Row};
use super::put::{Names, Read};
use super::records::{
    ClassRecord, CourseRecord, NetworkRecord, SchoolRecord, SessionRecord, Span, StaffRecord, TeachingRecord,
};
use super::refused::Fault;
use crate::import::grade_of;
use crate::roster::{Grade, Period};

/// A table of the template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TemplateFile {
    /// What it is called.
    pub name: &'static str,
    /// Its columns; those before `must` have to be there.
    pub columns: &'static [&'static str],
    must: usize,
    /// Rows that show how it is filled in.
    pub example: &'static [&'static [&'static str]],
}

/// The tables, in the order in which they are read.
pub const FILES: [TemplateFile; 5] = [
    TemplateFile {
        name: "schools.csv",
        columns: &["id", "name", "network"],
        must: 2,
        example: &[&["cedar", "Cedar Ridge Elementary", "North"], &["harlan", "Harlan High", ""]],
    },
    TemplateFile {
        name: "sessions.csv",
        columns: &["id", "name", "type", "first_day", "last_day"],
        must: 5,
        example: &[
            &["2026", "School year 2026–27", "year", "2026-08-17", "2027-06-04"],
            &["fall", "Fall", "term", "2026-08-17", "2026-12-18"],
            &["spring", "Spring", "term", "2027-01-04", "2027-06-04"],
        ],
    },
    TemplateFile {
        name: "courses.csv",
        columns: &["id", "name", "subject", "grade"],
        must: 2,
        example: &[&["alg1", "Algebra 1", "Mathematics", "9"]],
    },
    TemplateFile {
        name: "teachers.csv",
        columns: &["id", "name", "schools"],
        must: 2,
        example: &[&["t-17", "Ada Okafor", "cedar"], &["t-23", "Bo Lin", "harlan"], &["t-24", "Ana Reyes", "harlan"]],
    },
    TemplateFile {
        name: "classes.csv",
        columns: &[
            "id", "name", "school", "course", "grade", "subject", "lead", "others", "groups", "students", "sessions",
            "lessons",
        ],
        must: 3,
        example: &[
            &[
                "c-204",
                "Room 204",
                "cedar",
                "",
                "3",
                "",
                "t-17",
                "",
                "English learners",
                "24",
                "",
                "8:15-9:45; 9:50-10:50",
            ],
            &[
                "c-b12",
                "Algebra 1 (B12)",
                "harlan",
                "alg1",
                "",
                "",
                "t-23",
                "t-24",
                "inclusion",
                "28",
                "fall; spring",
                "8:00-8:48",
            ],
        ],
    },
];

pub(super) const NAMES: Names = Names {
    schools: "schools.csv",
    sessions: "sessions.csv",
    courses: "courses.csv",
    staff: "teachers.csv",
    classes: "classes.csv",
    teaching: "classes.csv",
    school: "school",
    session: "sessions",
    course: "course",
    class: "id",
    person: "lead",
    works_in: Some("schools"),
};

pub(super) fn names() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|file| file.name)
}

/// The columns that a file must have.
pub(super) fn columns(file: &str) -> &'static [&'static str] {
    let known = FILES.iter().find(|one| one.name == file);
    known.and_then(|file| file.columns.get(..file.must)).unwrap_or_default()
}

/// Takes one row of a file.
pub(super) fn take(file: &str, row: &Row<'_>, read: &mut Read) -> Result<(), At> {
    match file {
        "schools.csv" => school(row, read),
        "sessions.csv" => session(row, read),
        "courses.csv" => {
            let record = CourseRecord { grades: grade(row)?.into_iter().collect(), subject: row.may("subject")? };
            read.courses.add(row.must("id")?, row.number, record)
        }
        "teachers.csv" => {
            let record = StaffRecord { name: row.must("name")?, schools: row.list("schools"), teaches: true };
            read.staff.add(row.must("id")?, row.number, record)
        }
        "classes.csv" => class(row, read),
        _ => Ok(()),
    }
}

/// Whatever was known of a row that is refused stays.
pub(super) fn keep(file: &str, row: &Row<'_>, read: &mut Read) {
    let id = row.cell("id");
    match file {
        "schools.csv" => read.schools.keep(id),
        "sessions.csv" => read.sessions.keep(id),
        "courses.csv" => read.courses.keep(id),
        "teachers.csv" => read.staff.keep(id),
        "classes.csv" => read.classes.keep(id),
        _ => {}
    }
}

fn school(row: &Row<'_>, read: &mut Read) -> Result<(), At> {
    let network = row.may("network")?;
    if let Some(name) = &network {
        read.networks.add(name.clone(), row.number, NetworkRecord { name: name.clone() })?;
    }
    read.schools.add(row.must("id")?, row.number, SchoolRecord { name: row.must("name")?, network })
}

fn session(row: &Row<'_>, read: &mut Read) -> Result<(), At> {
    let kind = row.must("type")?;
    let span = match kind.to_lowercase().as_str() {
        "year" => Span::Year,
        "term" => Span::Term,
        _ => return Err((Some("type"), Fault::NotOneOf { value: kind, can: vec!["year".into(), "term".into()] })),
    };
    let (first, last) = row.days("first_day", "last_day")?;
    let first = first.ok_or((Some("first_day"), Fault::Missing))?;
    let last = last.ok_or((Some("last_day"), Fault::Missing))?;
    read.sessions.add(row.must("id")?, row.number, SessionRecord { name: row.must("name")?, span, first, last })
}

fn class(row: &Row<'_>, read: &mut Read) -> Result<(), At> {
    let id = row.must("id")?;
    let students = match row.cell("students") {
        "" => None,
        count => Some(count.parse().map_err(|_| (Some("students"), Fault::NotACount(count.to_owned())))?),
    };
    let record = ClassRecord {
        school: row.must("school")?,
        name: row.must("name")?,
        course: row.may("course")?,
        grades: grade(row)?.into_iter().collect(),
        subject: row.may("subject")?,
        sessions: row.list("sessions"),
        groups: row.names("groups")?,
        lessons: row.list("lessons").iter().map(|text| lesson(text)).collect::<Result<_, _>>()?,
    };
    read.classes.add(id.clone(), row.number, record)?;
    if let Some(students) = students {
        read.counted.insert(id.clone(), students);
    }
    let lead = row.may("lead")?;
    let others = row.names("others")?.into_iter().filter(|person| lead.as_ref() != Some(person));
    let others: Vec<_> = others.map(|person| (person, false)).collect();
    for (person, leads) in lead.map(|person| (person, true)).into_iter().chain(others) {
        let record = TeachingRecord { class: id.clone(), person: person.clone(), leads, first: None, last: None };
        read.teaching.add(format!("{id}\n{person}"), row.number, record)?;
    }
    Ok(())
}

/// A cell that a person filled in: what is no grade is a mistake, not a school's own word.
fn grade(row: &Row<'_>) -> Result<Option<Grade>, At> {
    match row.cell("grade") {
        "" => Ok(None),
        text => grade_of(text).map(Some).ok_or_else(|| (Some("grade"), Fault::NotAGrade(text.to_owned()))),
    }
}

/// `8:05-8:50`, on a clock of 24 hours.
fn lesson(text: &str) -> Result<Period, At> {
    let minute = |time: &str| {
        let (hours, minutes) = time.trim().split_once(':')?;
        let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
        (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
    };
    let lesson = text.split_once(['-', '–']).and_then(|(from, to)| {
        let (begins, ends) = (minute(from)?, minute(to)?);
        (begins < ends).then_some(Period { begins, ends })
    });
    lesson.ok_or_else(|| (Some("lessons"), Fault::NotALesson(text.to_owned())))
}
