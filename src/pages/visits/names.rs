use std::collections::{BTreeMap, BTreeSet};

use domain::id::{AccountId, SchoolId, SubjectId};
use domain::visit::{Adult, Place};

use crate::pages::held::Held;

/// A name of a classroom, a person or a subject.
pub(super) struct Name {
    pub(super) shown: String,
    /// For the search.
    pub(super) lower: String,
}

/// Names as they turn up, each looked up once.
pub(super) struct Names<'a> {
    held: &'a Held,
    list: Vec<Name>,
    rooms: BTreeMap<(&'a SchoolId, &'a Place), usize>,
    adults: BTreeMap<(&'a SchoolId, &'a Adult), usize>,
    observers: BTreeMap<&'a AccountId, usize>,
    subjects: BTreeMap<&'a SubjectId, usize>,
}

impl<'a> Names<'a> {
    pub(super) fn of(held: &'a Held) -> Self {
        Self {
            held,
            list: Vec::new(),
            rooms: BTreeMap::new(),
            adults: BTreeMap::new(),
            observers: BTreeMap::new(),
            subjects: BTreeMap::new(),
        }
    }

    /// As it stands on the door; a room that no roster here has keeps its id.
    pub(super) fn room(&mut self, school: &'a SchoolId, place: &'a Place) -> usize {
        let (held, list) = (self.held, &mut self.list);
        *self.rooms.entry((school, place)).or_insert_with(|| {
            let name = match place {
                Place::Known(id) => {
                    let roster = held.documents.rosters.get(school);
                    roster.and_then(|roster| roster.classroom(id)).map_or(id.as_str(), |room| &room.name)
                }
                Place::Described(words) => words,
            };
            put(list, name)
        })
    }

    pub(super) fn adult(&mut self, school: &'a SchoolId, adult: &'a Adult) -> usize {
        let (held, list) = (self.held, &mut self.list);
        *self.adults.entry((school, adult)).or_insert_with(|| {
            let name = match adult {
                Adult::Known(id) => {
                    let roster = held.documents.rosters.get(school);
                    roster.and_then(|roster| roster.teacher(id)).map_or(id.as_str(), |teacher| &teacher.name)
                }
                Adult::Described(words) => words,
            };
            put(list, name)
        })
    }

    pub(super) fn observer(&mut self, id: &'a AccountId) -> usize {
        let (held, list) = (self.held, &mut self.list);
        *self.observers.entry(id).or_insert_with(|| {
            let district = held.documents.district.as_ref();
            put(list, district.and_then(|district| district.observer(id)).unwrap_or(id.as_str()))
        })
    }

    pub(super) fn subject(&mut self, id: &'a SubjectId) -> usize {
        let list = &mut self.list;
        *self.subjects.entry(id).or_insert_with(|| put(list, id.as_str()))
    }

    /// The observers among `seen`, by name, and all names.
    pub(super) fn finish(self, seen: &BTreeSet<usize>) -> (Vec<(AccountId, usize)>, Vec<Name>) {
        let known = self.observers.iter().filter(|(_, at)| seen.contains(at));
        let mut observers: Vec<_> = known.map(|(id, at)| ((*id).clone(), *at)).collect();
        observers.sort_by_key(|(id, at)| (self.list.get(*at).map(|name| name.lower.as_str()), id.clone()));
        (observers, self.list)
    }
}

fn put(list: &mut Vec<Name>, name: &str) -> usize {
    list.push(Name { shown: name.to_owned(), lower: name.to_lowercase() });
    list.len() - 1
}
