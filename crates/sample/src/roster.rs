//! A school's classrooms and the adults in them.

use domain::id::{SchoolId, TeacherId};
use domain::roster::{Classroom, Grade, Period, Roster, Teacher};

use crate::dice::Dice;
use crate::names::{Adults, Span};

/// Minutes of the local day at which an elementary day's blocks begin and end.
const BLOCKS: [(u16, u16); 5] = [(495, 585), (590, 650), (705, 750), (760, 805), (810, 870)];
/// What a homeroom does in each block.
const HOMEROOM: [&str; 5] =
    ["English language arts", "Mathematics", "Science", "Social studies", "English language arts"];
/// Minutes of the local day at which a secondary day's periods begin; each is 48 minutes long.
const PERIODS: [u16; 7] = [480, 532, 584, 636, 728, 780, 832];

/// Elementary rooms with a subject of their own.
const SPECIALS: [(&str, &str); 5] = [
    ("Music Room", "Music"),
    ("Art Studio", "Art"),
    ("Gymnasium", "Physical education"),
    ("Reading Intervention (Room 12B)", "English language arts"),
    ("Discovery Lab for Science, Engineering and Making", "Science"),
];

/// Secondary rooms by subject: what stands on the door after the first, plain ones.
const DEPARTMENTS: [(&str, &str, usize); 8] = [
    ("English language arts", "Room A", 5),
    ("Mathematics", "Room B", 5),
    ("Science", "Science Lab ", 4),
    ("Social studies", "Room C", 4),
    ("World languages", "Room D", 2),
    ("Art", "Art Studio ", 1),
    ("Physical education", "Gymnasium ", 2),
    ("Career and technical education", "Workshop ", 2),
];

/// One school's roster. `names` must not run out.
pub(crate) fn roster(school: &SchoolId, span: Span, names: &mut Adults, dice: &mut Dice) -> Roster {
    let mut staff = Staff { school, teachers: Vec::new(), names };
    let mut classrooms = match span {
        Span::Elementary => elementary(&mut staff, dice),
        Span::Middle => secondary(&mut staff, 6, 8, dice),
        Span::High => secondary(&mut staff, 9, 12, dice),
    };
    classrooms.sort_by(|one, other| one.name.cmp(&other.name));
    let mut teachers = staff.teachers;
    teachers.sort_by(|one, other| one.name.cmp(&other.name));
    Roster { school: school.clone(), classrooms, teachers, ..Roster::default() }
}

/// What is taught in a room at a period: a homeroom's block, or the room's own subject.
pub(crate) fn subject_at(room: &Classroom, period: usize) -> Option<domain::id::SubjectId> {
    match (&room.subject, room.grade) {
        (Some(subject), _) => Some(subject.clone()),
        (None, Some(Grade(-1))) | (None, None) => None,
        (None, Some(_)) => HOMEROOM.get(period).map(|subject| (*subject).into()),
    }
}

struct Staff<'a> {
    school: &'a SchoolId,
    teachers: Vec<Teacher>,
    names: &'a mut Adults,
}

impl Staff<'_> {
    fn hire(&mut self) -> Option<TeacherId> {
        let id = TeacherId(format!("{}-t{:02}", self.school, self.teachers.len() + 1));
        self.teachers.push(Teacher { id: id.clone(), name: self.names.next()? });
        Some(id)
    }

    /// Gives a room's lead a name of our choosing, for the room that the documents show.
    fn known_as(&mut self, room: &mut Classroom, name: &str) {
        room.lead = room.lead.take().or_else(|| self.hire());
        let lead = self.teachers.iter_mut().find(|teacher| Some(&teacher.id) == room.lead.as_ref());
        if let Some(teacher) = lead {
            teacher.name = name.to_owned();
        }
    }
}

fn elementary(staff: &mut Staff<'_>, dice: &mut Dice) -> Vec<Classroom> {
    let first_of_all = staff.school.as_str() == "cedar-ridge";
    let mut rooms = Vec::new();
    for grade in -1..=5_i8 {
        let floor = if grade < 3 { 100 } else { 200 };
        let of_grade = match grade {
            -1 if !first_of_all => 2,
            -1 | 0 => 3,
            _ if first_of_all => 3,
            _ => dice.between(2, 4),
        };
        for _ in 0..of_grade {
            let number = 1 + rooms.iter().filter(|(on, _): &&(i64, Classroom)| *on == floor).count();
            let name = format!("Room {}", floor as usize + number);
            let mut room = classroom(staff, rooms.len(), name, dice);
            if first_of_all && room.name == "Room 204" {
                staff.known_as(&mut room, "Ruth Okafor");
            }
            room.grade = Some(Grade(grade));
            room.periods = BLOCKS.iter().map(|(begins, ends)| Period { begins: *begins, ends: *ends }).collect();
            rooms.push((floor, room));
        }
    }
    for (name, subject) in SPECIALS {
        let mut room = classroom(staff, rooms.len(), name.to_owned(), dice);
        room.subject = Some(subject.into());
        room.groups.clear();
        room.periods =
            BLOCKS.iter().map(|(begins, ends)| Period { begins: *begins, ends: (*ends).min(begins + 45) }).collect();
        rooms.push((0, room));
    }
    rooms.into_iter().map(|(_, room)| room).collect()
}

fn secondary(staff: &mut Staff<'_>, low: i64, high: i64, dice: &mut Dice) -> Vec<Classroom> {
    let mut rooms = Vec::new();
    for (subject, door, count) in DEPARTMENTS {
        for number in 1..=count {
            let name = match (subject, number) {
                ("Science", 4) => "Integrated Science and Engineering Lab (Annex B)".to_owned(),
                ("Career and technical education", 2) => "Agriculture and Small Engines Workshop".to_owned(),
                (_, _) if door.starts_with("Room") => format!("{door}{}", 10 + number),
                (_, _) => format!("{door}{number}"),
            };
            let mut room = classroom(staff, rooms.len(), name, dice);
            room.subject = Some(subject.into());
            let grade = i8::try_from(dice.between(low, high)).ok();
            room.grade = grade.filter(|_| !dice.chance(0.2)).map(Grade);
            let free = dice.below(PERIODS.len());
            let taught = PERIODS.iter().enumerate().filter(|(period, _)| *period != free);
            room.periods = taught.map(|(_, begins)| Period { begins: *begins, ends: begins + 48 }).collect();
            rooms.push(room);
        }
    }
    rooms
}

fn classroom(staff: &mut Staff<'_>, position: usize, name: String, dice: &mut Dice) -> Classroom {
    let mut groups = Vec::new();
    for (group, share) in [("English learners", 0.22), ("Inclusion", 0.2), ("Dual language", 0.06), ("Advanced", 0.08)]
    {
        if dice.chance(share) {
            groups.push(group.into());
        }
    }
    let together = groups.contains(&"Inclusion".into()) && dice.chance(0.6);
    Classroom {
        id: format!("{}-{:02}", staff.school, position + 1).as_str().into(),
        name,
        lead: if dice.chance(0.03) { None } else { staff.hire() },
        others: if together { staff.hire().into_iter().collect() } else { Vec::new() },
        grade: None,
        subject: None,
        groups,
        students: Some(u16::try_from(dice.between(16, 31)).unwrap_or(24)),
        periods: Vec::new(),
    }
}
