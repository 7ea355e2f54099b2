//! OneRoster CSV 1.1 and 1.2, as 1EdTech describes them: <https://www.imsglobal.org/oneroster-v11-final-csv-tables>. Only the
//! columns that classrooms need are read; what a system adds under `metadata.` is left alone, but for `metadata.groups`.

use std::collections::BTreeMap;

use super::cells::{At, Row};
use super::layout::Format;
use super::put::{Names, Read};
use super::records::{
    ClassRecord, CourseRecord, NetworkRecord, RoleRecord, SchoolRecord, SessionRecord, Span, StaffRecord,
    TeachingRecord,
};
use super::refused::Fault;
use crate::time::Date;

/// In the order in which they are read: what others name comes first.
pub(super) const FILES: [&str; 7] =
    ["orgs.csv", "academicSessions.csv", "courses.csv", "roles.csv", "users.csv", "classes.csv", "enrollments.csv"];

pub(super) const NAMES: Names = Names {
    schools: "orgs.csv",
    sessions: "academicSessions.csv",
    courses: "courses.csv",
    staff: "users.csv",
    classes: "classes.csv",
    teaching: "enrollments.csv",
    school: "schoolSourcedId",
    session: "termSourcedIds",
    course: "courseSourcedId",
    class: "classSourcedId",
    person: "userSourcedId",
    works_in: None,
};

const ID: &str = "sourcedId";
/// The roles that teach.
const TEACHING: [&str; 2] = ["teacher", "aide"];
/// The other roles of people who work in schools; those from the third on are of 1.2.
const WORKING: [&str; 7] = [
    "administrator",
    "proctor",
    "principal",
    "counselor",
    "siteadministrator",
    "districtadministrator",
    "systemadministrator",
];
/// The roles of people who do not work in schools.
const FAMILY: [&str; 4] = ["student", "parent", "guardian", "relative"];
/// What an organisation can be.
const ORGS: [&str; 6] = ["department", "school", "district", "local", "state", "national"];
/// What a system says of a record that is over.
const OVER: [&str; 2] = ["tobedeleted", "inactive"];
const SPANS: [(&str, Span); 4] =
    [("schoolyear", Span::Year), ("semester", Span::Term), ("term", Span::Term), ("gradingperiod", Span::Part)];
/// A cell of groups, on a class or on a student.
const GROUPS: &str = "metadata.groups";

/// The columns that a file must have.
pub(super) fn columns(file: &str, format: Format) -> &'static [&'static str] {
    match (file, format) {
        ("orgs.csv", _) => &[ID, "name", "type"],
        ("academicSessions.csv", _) => &[ID, "title", "type", "startDate", "endDate"],
        ("users.csv", Format::OneRoster11) => &[ID, "role", "givenName", "familyName"],
        ("users.csv", _) => &[ID, "givenName", "familyName"],
        ("roles.csv", _) => &[ID, "userSourcedId", "role", "orgSourcedId"],
        ("classes.csv", _) => &[ID, "title", "schoolSourcedId"],
        ("enrollments.csv", _) => &[ID, "classSourcedId", "userSourcedId", "role"],
        (_, _) => &[ID],
    }
}

/// What is known while rows are read.
pub(super) struct Context<'a> {
    pub(super) format: Format,
    /// The day for which the roster holds.
    pub(super) on: Date,
    /// Who is known to work in schools (1.2).
    pub(super) known: &'a BTreeMap<String, StaffRecord>,
}

/// Takes one row of a file.
pub(super) fn take(file: &str, row: &Row<'_>, read: &mut Read, context: &Context<'_>) -> Result<(), At> {
    match file {
        "orgs.csv" => org(row, read),
        "academicSessions.csv" => session(row, read),
        "courses.csv" => course(row, read),
        "roles.csv" => role(row, read),
        "users.csv" => user(row, read, context),
        "classes.csv" => class(row, read),
        "enrollments.csv" => enrolment(row, read, context.on),
        _ => Ok(()),
    }
}

/// Whatever was known of a row that is refused stays.
pub(super) fn keep(file: &str, row: &Row<'_>, read: &mut Read) {
    let id = row.cell(ID);
    match file {
        "orgs.csv" => {
            read.networks.keep(id);
            read.schools.keep(id);
        }
        "academicSessions.csv" => read.sessions.keep(id),
        "courses.csv" => read.courses.keep(id),
        "roles.csv" => read.roles.keep(id),
        "users.csv" => read.staff.keep(id),
        "classes.csv" => read.classes.keep(id),
        "enrollments.csv" => read.teaching.keep(id),
        _ => {}
    }
}

fn is_over(row: &Row<'_>) -> bool {
    OVER.iter().any(|word| row.cell("status").eq_ignore_ascii_case(word))
}

fn org(row: &Row<'_>, read: &mut Read) -> Result<(), At> {
    let id = row.must(ID)?;
    if is_over(row) {
        read.networks.gone.insert(id.clone());
        read.schools.gone.insert(id);
        return Ok(());
    }
    match row.cell("type").to_lowercase().as_str() {
        "school" => {
            let record = SchoolRecord { name: row.must("name")?, network: row.may("parentSourcedId")? };
            read.schools.add(id, row.number, record)
        }
        "local" => read.networks.add(id, row.number, NetworkRecord { name: row.must("name")? }),
        other if ORGS.contains(&other) => Ok(()),
        _ => {
            let can = ORGS.map(str::to_owned).to_vec();
            Err((Some("type"), Fault::NotOneOf { value: row.cell("type").to_owned(), can }))
        }
    }
}

/// A role in lower case, if it is one. Of anybody else nothing is kept.
fn known_role(row: &Row<'_>) -> Result<String, At> {
    let role = row.must("role")?.to_lowercase();
    let all = || TEACHING.iter().chain(&WORKING).chain(&FAMILY);
    if all().any(|one| *one == role) {
        return Ok(role);
    }
    Err((Some("role"), Fault::NoRole { can: all().map(|one| (*one).to_owned()).collect() }))
}

fn session(row: &Row<'_>, read: &mut Read) -> Result<(), At> {
    let id = row.must(ID)?;
    if is_over(row) {
        read.sessions.gone.insert(id);
        return Ok(());
    }
    let kind = row.must("type")?;
    let span = SPANS.iter().find(|(word, _)| kind.eq_ignore_ascii_case(word)).map(|(_, span)| *span);
    let can = || ["schoolYear", "semester", "term", "gradingPeriod"].map(str::to_owned).to_vec();
    let span = span.ok_or_else(|| (Some("type"), Fault::NotOneOf { value: kind, can: can() }))?;
    let (first, last) = row.days("startDate", "endDate")?;
    let first = first.ok_or((Some("startDate"), Fault::Missing))?;
    let last = last.ok_or((Some("endDate"), Fault::Missing))?;
    read.sessions.add(id, row.number, SessionRecord { name: row.must("title")?, span, first, last })
}

fn course(row: &Row<'_>, read: &mut Read) -> Result<(), At> {
    let id = row.must(ID)?;
    if is_over(row) {
        read.courses.gone.insert(id);
        return Ok(());
    }
    let subject = row.list("subjects").into_iter().next();
    read.courses.add(id, row.number, CourseRecord { grades: row.grades("grades"), subject })
}

fn role(row: &Row<'_>, read: &mut Read) -> Result<(), At> {
    let (person, role) = (row.must("userSourcedId")?, known_role(row)?);
    if FAMILY.contains(&role.as_str()) {
        if role == "student" && !is_over(row) {
            read.pupils.insert(person);
        }
        return Ok(());
    }
    let id = row.must(ID)?;
    if is_over(row) || !TEACHING.contains(&role.as_str()) {
        read.roles.gone.insert(id);
        return Ok(());
    }
    read.teachers.insert(person.clone());
    read.roles.add(id, row.number, RoleRecord { person, school: row.must("orgSourcedId")? })
}

fn user(row: &Row<'_>, read: &mut Read, context: &Context<'_>) -> Result<(), At> {
    let id = row.must(ID)?;
    let newer = context.format == Format::OneRoster12;
    let role = if newer { String::new() } else { known_role(row)? };
    let student = if newer { read.pupils.contains(&id) } else { role == "student" };
    if student {
        read.students.see(&id, row.names(GROUPS)?);
        return Ok(());
    }
    let works = if newer {
        context.known.contains_key(&id) || read.teachers.contains(&id)
    } else {
        !FAMILY.contains(&role.as_str())
    };
    if !works {
        return Ok(());
    }
    if is_over(row) || row.cell("enabledUser").eq_ignore_ascii_case("false") {
        read.staff.gone.insert(id);
        return Ok(());
    }
    let part = |preferred: &'static str, given: &'static str| Ok(row.may(preferred)?.or(row.may(given)?));
    let names = [part("preferredGivenName", "givenName")?, part("preferredFamilyName", "familyName")?];
    let name = names.into_iter().flatten().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return Err((Some("familyName"), Fault::Missing));
    }
    let schools = if newer { row.list("primaryOrgSourcedId") } else { row.list("orgSourcedIds") };
    let teaches = !newer && TEACHING.contains(&role.as_str());
    read.staff.add(id, row.number, StaffRecord { name, schools, teaches })
}

fn class(row: &Row<'_>, read: &mut Read) -> Result<(), At> {
    let id = row.must(ID)?;
    if is_over(row) {
        read.classes.gone.insert(id);
        return Ok(());
    }
    let (title, place) = (row.must("title")?, row.may("location")?);
    let name = match place {
        Some(place) if !title.contains(place.as_str()) => format!("{title} ({place})"),
        _ => title,
    };
    let record = ClassRecord {
        school: row.must("schoolSourcedId")?,
        name,
        course: row.may("courseSourcedId")?,
        grades: row.grades("grades"),
        subject: row.list("subjects").into_iter().next(),
        sessions: row.list("termSourcedIds"),
        groups: row.names(GROUPS)?,
        lessons: Vec::new(),
    };
    read.classes.add(id, row.number, record)
}

fn enrolment(row: &Row<'_>, read: &mut Read, on: Date) -> Result<(), At> {
    let role = known_role(row)?;
    if role == "student" {
        let ended = row.date("endDate").is_ok_and(|last| last.is_some_and(|last| last < on));
        if !is_over(row) && !ended {
            read.students.enrol(row.cell("classSourcedId"), row.cell("userSourcedId"));
        }
        return Ok(());
    }
    if !TEACHING.contains(&role.as_str()) {
        return Ok(());
    }
    let id = row.must(ID)?;
    if is_over(row) {
        read.teaching.gone.insert(id);
        return Ok(());
    }
    let (first, last) = row.days("beginDate", "endDate")?;
    let record = TeachingRecord {
        class: row.must("classSourcedId")?,
        person: row.must("userSourcedId")?,
        leads: row.cell("primary").eq_ignore_ascii_case("true"),
        first,
        last,
    };
    read.teaching.add(id, row.number, record)
}
