//! What was read, put onto what was known.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::layout::{Format, Mode};
use super::records::{
    ClassRecord, CourseRecord, Headcount, NetworkRecord, Records, RoleRecord, SchoolRecord, SessionRecord, StaffRecord,
    TeachingRecord,
};
use super::refused::{Fault, Refusals, RefusedRow};
use super::students::Students;

/// A package that was read to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// What kind it was.
    pub format: Format,
    /// What is known now.
    pub records: Records,
    /// The first rows that were not taken, in the order of the files.
    pub refused: Vec<RefusedRow>,
    /// How many there are.
    pub refused_rows: u32,
    /// It is of another kind than the package before it.
    pub other_source: bool,
    /// Rows of students, which were counted and forgotten.
    pub students: u32,
    /// It had no manifest, so every file was read as bulk.
    pub no_manifest: bool,
    /// Its enrolments are a delta, which says nothing about how many students a class has.
    pub students_as_before: bool,
}

/// The rows of a kind.
#[derive(Debug)]
pub(super) struct Table<T> {
    pub(super) mode: Option<Mode>,
    pub(super) rows: BTreeMap<String, (u32, T)>,
    pub(super) gone: BTreeSet<String>,
    /// Refused: whatever was known of them stays.
    kept: BTreeSet<String>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { mode: None, rows: BTreeMap::new(), gone: BTreeSet::new(), kept: BTreeSet::new() }
    }
}

impl<T: PartialEq> Table<T> {
    /// A row. The same twice is harmless.
    pub(super) fn add(&mut self, id: String, number: u32, record: T) -> Result<(), (Option<&'static str>, Fault)> {
        match self.rows.get(&id) {
            Some((first, known)) if *known != record => Err((None, Fault::SameAs(*first))),
            Some(_) => Ok(()),
            None => {
                self.rows.insert(id, (number, record));
                Ok(())
            }
        }
    }

    /// Whatever was known under an id stays.
    pub(super) fn keep(&mut self, id: &str) {
        self.kept.insert(id.to_owned());
    }

    /// Leaves out what does not hold, with the reason for each.
    fn check(&mut self, file: &str, refused: &mut Refusals, holds: impl Fn(&mut T) -> Result<Vec<Nowhere>, Nowhere>) {
        let mut out = Vec::new();
        for (id, (number, record)) in &mut self.rows {
            let (faults, leaves) = match holds(record) {
                Ok(faults) => (faults, false),
                Err(fault) => (vec![fault], true),
            };
            for Nowhere { column, id, file: other } in faults {
                refused.add(RefusedRow {
                    file: file.to_owned(),
                    row: *number,
                    column: Some(column.to_owned()),
                    fault: Fault::LeadsNowhere { id, file: other.to_owned() },
                });
            }
            if leaves {
                out.push(id.clone());
            }
        }
        for id in out {
            self.rows.remove(&id);
            self.kept.insert(id);
        }
    }

    fn put(self, known: &mut BTreeMap<String, T>) {
        let Some(mode) = self.mode else { return };
        if mode == Mode::Bulk {
            known.retain(|id, _| self.kept.contains(id));
        }
        known.retain(|id, _| !self.gone.contains(id));
        known.extend(self.rows.into_iter().map(|(id, (_, record))| (id, record)));
    }
}

/// A link that leads nowhere.
struct Nowhere {
    column: &'static str,
    id: String,
    file: &'static str,
}

/// Everything that was read of a package.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) networks: Table<NetworkRecord>,
    pub(super) schools: Table<SchoolRecord>,
    pub(super) sessions: Table<SessionRecord>,
    pub(super) courses: Table<CourseRecord>,
    pub(super) staff: Table<StaffRecord>,
    pub(super) roles: Table<RoleRecord>,
    pub(super) classes: Table<ClassRecord>,
    pub(super) teaching: Table<TeachingRecord>,
    pub(super) students: Students,
    /// Classes whose students somebody else counted (the template).
    pub(super) counted: BTreeMap<String, u16>,
    /// Whom a role makes a student, and whom a teacher (OneRoster 1.2).
    pub(super) pupils: HashSet<String>,
    pub(super) teachers: HashSet<String>,
    pub(super) headcounts: Option<Mode>,
    pub(super) refused: Refusals,
}

/// How the files and columns are called in which a link stands or to which it leads.
pub(super) struct Names {
    pub(super) schools: &'static str,
    pub(super) sessions: &'static str,
    pub(super) courses: &'static str,
    pub(super) staff: &'static str,
    pub(super) classes: &'static str,
    pub(super) teaching: &'static str,
    pub(super) school: &'static str,
    pub(super) session: &'static str,
    pub(super) course: &'static str,
    pub(super) class: &'static str,
    pub(super) person: &'static str,
    /// The column of a teacher's schools, where only schools can stand in it.
    pub(super) works_in: Option<&'static str>,
}

impl Read {
    /// Follows every link, and puts what holds onto what is known.
    pub(super) fn put(self, known: &mut Records, names: &Names) -> (Refusals, u32) {
        let Self { networks, schools, sessions, courses, staff, roles, mut classes, mut teaching, students, .. } = self;
        let (mut refused, headcounts, counted) = (self.refused, self.headcounts, self.counted);
        let mut staff = staff;
        let all_students = staff.mode == Some(Mode::Bulk);
        networks.put(&mut known.networks);
        schools.put(&mut known.schools);
        sessions.put(&mut known.sessions);
        courses.put(&mut known.courses);
        if let Some(column) = names.works_in {
            staff.check(names.staff, &mut refused, |person| {
                let unknown = person.schools.extract_if(.., |id| !known.schools.contains_key(id));
                Ok(unknown.map(|id| Nowhere { column, id, file: names.schools }).collect())
            });
        }
        staff.put(&mut known.staff);
        roles.put(&mut known.roles);
        classes.check(names.classes, &mut refused, |class| {
            if !known.schools.contains_key(&class.school) {
                return Err(Nowhere { column: names.school, id: class.school.clone(), file: names.schools });
            }
            let mut nowhere = Vec::new();
            let no_course = class.course.take_if(|id| !known.courses.contains_key(id) && !known.courses.is_empty());
            let course = |id| Nowhere { column: names.course, id, file: names.courses };
            nowhere.extend(no_course.map(course));
            if !known.sessions.is_empty() {
                let unknown = class.sessions.extract_if(.., |id| !known.sessions.contains_key(id));
                nowhere.extend(unknown.map(|id| Nowhere { column: names.session, id, file: names.sessions }));
            }
            Ok(nowhere)
        });
        // A row of the template says who teaches the class, too, and how many students it has: with it they stay.
        let kept = if names.teaching == names.classes { classes.kept.clone() } else { BTreeSet::new() };
        classes.put(&mut known.classes);
        teaching.check(names.teaching, &mut refused, |one| {
            if !known.classes.contains_key(&one.class) {
                return Err(Nowhere { column: names.class, id: one.class.clone(), file: names.classes });
            }
            if !known.staff.contains_key(&one.person) {
                return Err(Nowhere { column: names.person, id: one.person.clone(), file: names.staff });
            }
            Ok(Vec::new())
        });
        let stays = known.teaching.iter().filter(|(_, one)| kept.contains(&one.class)).map(|(id, _)| id.clone());
        teaching.kept.extend(stays);
        teaching.put(&mut known.teaching);
        let rows = students.rows;
        if headcounts == Some(Mode::Bulk) {
            let before = std::mem::replace(&mut known.students, students.count());
            for (class, count) in before {
                if kept.contains(&class) {
                    known.students.insert(class, count);
                } else if let Some(now) = known.students.get_mut(&class).filter(|_| !all_students) {
                    // Without everybody's groups, what was known of them holds.
                    now.groups = count.groups;
                }
            }
            let counted =
                counted.into_iter().map(|(class, students)| (class, Headcount { students, ..Headcount::default() }));
            known.students.extend(counted);
        }
        known.students.retain(|class, _| known.classes.contains_key(class));
        (refused, rows)
    }
}
