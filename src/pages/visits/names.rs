use std::collections::{BTreeMap, BTreeSet, HashMap};

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
    /// By the address of the value that was asked for: the rows of a pack share its table's entries, so that nearly
    /// every row is answered without comparing texts. The values are borrowed for as long as this lives.
    asked: HashMap<usize, usize>,
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
            asked: HashMap::new(),
            rooms: BTreeMap::new(),
            adults: BTreeMap::new(),
            observers: BTreeMap::new(),
            subjects: BTreeMap::new(),
        }
    }

    /// As it stands on the door; a room that no roster here has keeps its id.
    pub(super) fn room(&mut self, school: &'a SchoolId, place: &'a Place) -> usize {
        self.once(place, |names| {
            let Names { held, list, rooms, .. } = names;
            *rooms.entry((school, place)).or_insert_with(|| {
                let roster = held.documents.rosters.get(school);
                put(
                    list,
                    match place {
                        Place::Known(id) => {
                            roster.and_then(|roster| roster.classroom(id)).map_or(id.as_str(), |room| &room.name)
                        }
                        Place::Described(words) => words,
                    },
                )
            })
        })
    }

    pub(super) fn adult(&mut self, school: &'a SchoolId, adult: &'a Adult) -> usize {
        self.once(adult, |names| {
            let Names { held, list, adults, .. } = names;
            *adults.entry((school, adult)).or_insert_with(|| {
                let roster = held.documents.rosters.get(school);
                put(
                    list,
                    match adult {
                        Adult::Known(id) => {
                            roster.and_then(|roster| roster.teacher(id)).map_or(id.as_str(), |teacher| &teacher.name)
                        }
                        Adult::Described(words) => words,
                    },
                )
            })
        })
    }

    pub(super) fn observer(&mut self, id: &'a AccountId) -> usize {
        self.once(id, |names| {
            let Names { held, list, observers, .. } = names;
            *observers.entry(id).or_insert_with(|| {
                let district = held.documents.district.as_ref();
                put(list, district.and_then(|district| district.observer(id)).unwrap_or(id.as_str()))
            })
        })
    }

    pub(super) fn subject(&mut self, id: &'a SubjectId) -> usize {
        self.once(id, |names| {
            let Names { list, subjects, .. } = names;
            *subjects.entry(id).or_insert_with(|| put(list, id.as_str()))
        })
    }

    fn once<T>(&mut self, value: &'a T, look_up: impl FnOnce(&mut Self) -> usize) -> usize {
        let address = std::ptr::from_ref(value).addr();
        if let Some(at) = self.asked.get(&address) {
            return *at;
        }
        let at = look_up(self);
        self.asked.insert(address, at);
        at
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
