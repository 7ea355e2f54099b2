//! Names as a table writes them, found among those that the district knows.

use std::collections::BTreeSet;

use super::fold::{fold, words};
use crate::district::Person;
use crate::id::{AccountId, ClassroomId, SubjectId, TeacherId};
use crate::roster::{Classroom, Grade, Roster, Teacher};

/// Words that people put in front of a room's number or leave out.
const ROOM_WORDS: [&str; 7] = ["room", "rm", "classroom", "class", "aula", "salon", "sala"];

/// The one classroom that is called so; else the one that was.
pub(super) fn classroom(roster: &Roster, text: &str) -> Option<ClassroomId> {
    in_these(&roster.classrooms, text).or_else(|| in_these(&roster.former_classrooms, text))
}

fn in_these(rooms: &[Classroom], text: &str) -> Option<ClassroomId> {
    let number = |name: &str| {
        let mut words = words(name);
        words.retain(|word| !ROOM_WORDS.contains(&word.as_str()));
        words.join(" ")
    };
    let rooms = || rooms.iter();
    let exact = only(rooms().filter(|room| fold(&room.name) == fold(text) || room.id.as_str() == text));
    let wanted = number(text);
    let lenient = || only(rooms().filter(|room| !wanted.is_empty() && number(&room.name) == wanted));
    exact.or_else(lenient).map(|room| room.id.clone())
}

/// The one teacher with this name, whichever name comes first; else the one who has left.
pub(super) fn teacher(roster: &Roster, text: &str) -> Option<TeacherId> {
    let among = |teachers: &[Teacher]| {
        only(teachers.iter().filter(|teacher| same_person(&teacher.name, text))).map(|teacher| teacher.id.clone())
    };
    among(&roster.teachers).or_else(|| among(&roster.former_teachers))
}

/// The one observer with this name; an account that stands there under two names is one.
pub(super) fn observer(people: &[Person], text: &str) -> Option<AccountId> {
    let called = people.iter().filter(|person| same_person(&person.name, text) || person.id.as_str() == text);
    let accounts: BTreeSet<&AccountId> = called.map(|person| &person.id).collect();
    only(accounts.into_iter()).cloned()
}

/// The subject as the roster writes it, or else as the table does.
pub(super) fn subject(roster: Option<&Roster>, text: &str) -> SubjectId {
    let taught = roster.into_iter().flat_map(|roster| &roster.classrooms).filter_map(|room| room.subject.as_ref());
    let known = taught.into_iter().find(|subject| fold(subject.as_str()) == fold(text));
    known.cloned().unwrap_or_else(|| text.into())
}

/// `3`, `3rd`, `Grade 3`, `K`, `Kindergarten`, `PK`; `None` for several grades and for anything else.
pub(crate) fn grade(text: &str) -> Option<Grade> {
    let words: Vec<String> =
        words(text).into_iter().filter(|word| !["grade", "grado", "gr"].contains(&word.as_str())).collect();
    let [word] = words.as_slice() else {
        let pre = matches!(words.iter().map(String::as_str).collect::<Vec<_>>()[..], ["pre", "k" | "kindergarten"]);
        return pre.then_some(Grade(-1));
    };
    match word.as_str() {
        "k" | "kg" | "kinder" | "kindergarten" => Some(Grade(0)),
        "pk" | "prek" | "prekindergarten" => Some(Grade(-1)),
        word => {
            let digits = word.trim_end_matches(|sign: char| sign.is_alphabetic());
            let suffix = &word[digits.len()..];
            let ordinal = ["", "st", "nd", "rd", "th"].contains(&suffix);
            digits.parse().ok().filter(|number| ordinal && (1..=12).contains(number)).map(Grade)
        }
    }
}

/// "Okafor, Ada" is "Ada Okafor".
fn same_person(one: &str, other: &str) -> bool {
    let sorted = |name: &str| {
        let mut words = words(name);
        words.sort();
        words
    };
    fold(one) == fold(other) || (one.contains(',') != other.contains(',') && sorted(one) == sorted(other))
}

/// The one there is; of two that fit nobody can tell which is meant.
fn only<T>(mut found: impl Iterator<Item = T>) -> Option<T> {
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_are_read_as_people_write_them() {
        for text in ["3", "3rd", "Grade 3", "3rd grade"] {
            assert_eq!(grade(text), Some(Grade(3)), "{text}");
        }
        assert_eq!((grade("K"), grade("Pre-K"), grade("PK")), (Some(Grade(0)), Some(Grade(-1)), Some(Grade(-1))));
        assert_eq!((grade("K-2"), grade("13"), grade("mixed"), grade("")), (None, None, None, None));
    }

    #[test]
    fn a_name_is_known_whichever_part_comes_first_and_of_two_none() {
        let person = |id: &str, name: &str| Person { id: id.into(), name: name.to_owned() };
        let people =
            [person("a", "Ada Okafor"), person("a", "ADA OKAFOR"), person("b", "Bo Lin"), person("c", "bo lín")];
        assert_eq!(observer(&people, "OKAFOR,  Ada"), Some("a".into()));
        assert_eq!(observer(&people, "Okafor Ada"), None);
        assert_eq!(observer(&people, "Bo Lin"), None);
    }
}
