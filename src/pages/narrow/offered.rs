use std::collections::{BTreeMap, BTreeSet};

use domain::compare::Person;
use domain::district::{Calendar, District, Network};
use domain::expectation::Scope;
use domain::id::{GroupId, SchoolId, StrandId, SubjectId};
use domain::permission::{Action, Me};
use domain::roster::Grade;
use domain::visit::{Adult, Source};

use crate::pages::held::Held;

/// Grade bands that districts commonly speak of, beside those that this one expects something of.
const BANDS: [(Grade, Grade); 4] =
    [(Grade(-1), Grade(2)), (Grade(3), Grade(5)), (Grade(6), Grade(8)), (Grade(9), Grade(12))];

/// What filters can be set to: what the person may see, and what there is.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Offered {
    pub(crate) schools: Vec<(SchoolId, String)>,
    /// Networks of several schools, all of which the person may see.
    pub(crate) networks: Vec<(Vec<SchoolId>, String)>,
    /// Observers and then teachers, each by name.
    pub(crate) people: Vec<(Person, String)>,
    /// Bands first, then single grades.
    pub(crate) grades: Vec<(Grade, Grade)>,
    pub(crate) subjects: Vec<SubjectId>,
    pub(crate) groups: Vec<GroupId>,
    /// Of the framework versions on the tablet, in reading order, the newest version first.
    pub(crate) strands: Vec<(StrandId, String)>,
    pub(crate) calendar: Option<Calendar>,
    /// There are, or may be, visits read from another system's file.
    pub(crate) imported: bool,
}

impl Offered {
    pub(crate) fn of(held: &Held, me: Option<&Me>) -> Self {
        let district = held.documents.district.as_ref();
        let schools = district.map_or(&[][..], |district| &district.schools).iter();
        let mine = schools.filter(|school| me.is_some_and(|me| me.may(Action::CompareSchool, &school.id)));
        let (mut subjects, mut groups, mut bands) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::from(BANDS));
        for expectation in district.map_or(&[][..], |district| &district.expectations) {
            match &expectation.scope {
                Scope::GradeBand(low, high) => drop(bands.insert((*low, *high))),
                Scope::Subject(id) => drop(subjects.insert(id.clone())),
                Scope::Group(id) => drop(groups.insert(id.clone())),
                Scope::District | Scope::Network(_) | Scope::School(_) => {}
            }
        }
        for room in held.documents.rosters.values().flat_map(|roster| &roster.classrooms) {
            subjects.extend(room.subject.clone());
            groups.extend(room.groups.iter().cloned());
        }
        for pack in held.packs.values() {
            subjects.extend(pack.subjects().iter().cloned());
            groups.extend(pack.group_sets().iter().flatten().cloned());
        }
        let schools: Vec<_> = mine.map(|school| (school.id.clone(), school.name.clone())).collect();
        Self {
            networks: networks(district, &schools),
            people: people(held),
            schools,
            grades: grades(&present(held), bands),
            subjects: subjects.into_iter().collect(),
            groups: groups.into_iter().collect(),
            strands: strands(held),
            calendar: district.map(|district| district.calendar.clone()),
            imported: imported(held),
        }
    }

    pub(crate) fn strand(&self, id: &StrandId) -> Option<&str> {
        self.strands.iter().find(|(known, _)| known == id).map(|(_, name)| name.as_str())
    }
}

/// Networks of which all schools are `mine`, and more than one.
fn networks(district: Option<&District>, mine: &[(SchoolId, String)]) -> Vec<(Vec<SchoolId>, String)> {
    let Some(district) = district else { return Vec::new() };
    let of_network = |network: &Network| -> Vec<SchoolId> {
        let schools = district.schools.iter().filter(|school| school.network.as_ref() == Some(&network.id));
        schools.map(|school| school.id.clone()).collect()
    };
    let named = district.networks.iter().map(|network| (of_network(network), network.name.clone()));
    let all_mine = |ids: &[SchoolId]| ids.iter().all(|id| mine.iter().any(|(known, _)| known == id));
    named.filter(|(ids, _)| ids.len() > 1 && all_mine(ids)).collect()
}

/// Whether any visit here was imported; where none are kept, nobody can say.
fn imported(held: &Held) -> bool {
    let mut rows = held.packs.values().flat_map(|pack| pack.rows());
    held.packs.is_empty() || rows.any(|(_, row)| row.source() == Source::Imported)
}

/// Everyone who observed or led a lesson in the visits here; where none are kept, everyone who records.
fn people(held: &Held) -> Vec<(Person, String)> {
    let (mut observers, mut teachers) = (BTreeMap::new(), BTreeMap::new());
    if let Some(district) = held.documents.district.as_ref().filter(|_| held.packs.is_empty()) {
        observers.extend(district.observers.iter().map(|person| (person.id.clone(), person.name.clone())));
    }
    for pack in held.packs.values() {
        let district = held.documents.district.as_ref();
        for id in pack.observers() {
            observers.entry(id.clone()).or_insert_with(|| name(district.and_then(|known| known.observer(id)), id));
        }
        let roster = held.documents.rosters.get(&pack.key.school);
        for id in pack.leads().iter().filter_map(|lead| match lead {
            Adult::Known(id) => Some(id),
            Adult::Described(_) => None,
        }) {
            teachers.entry(id.clone()).or_insert_with(|| {
                name(roster.and_then(|roster| roster.teacher(id)).map(|teacher| teacher.name.as_str()), id)
            });
        }
    }
    let observers = by_name(observers).into_iter().map(|(id, name)| (Person::Observer(id), name));
    let teachers = by_name(teachers).into_iter().map(|(id, name)| (Person::Teacher(id), name));
    observers.chain(teachers).collect()
}

fn name(known: Option<&str>, id: impl ToString) -> String {
    known.map_or_else(|| id.to_string(), str::to_owned)
}

fn by_name<Id>(people: BTreeMap<Id, String>) -> Vec<(Id, String)> {
    let mut people: Vec<_> = people.into_iter().collect();
    people.sort_by(|(_, one), (_, other)| one.cmp(other));
    people
}

/// The grades taught; every one where no roster says.
fn present(held: &Held) -> BTreeSet<Grade> {
    let rooms = held.documents.rosters.values().flat_map(|roster| &roster.classrooms);
    let visited = held.packs.values().flat_map(|pack| pack.rows()).filter_map(|(_, row)| row.grade());
    let present: BTreeSet<Grade> = rooms.filter_map(|room| room.grade).chain(visited).collect();
    if present.is_empty() { (-1..=12).map(Grade).collect() } else { present }
}

/// Bands of which at least two grades are taught, then the grades themselves.
fn grades(present: &BTreeSet<Grade>, bands: BTreeSet<(Grade, Grade)>) -> Vec<(Grade, Grade)> {
    let some = |(low, high): &(Grade, Grade)| low <= high && present.range(*low..=*high).count() > 1;
    bands.into_iter().filter(some).chain(present.iter().map(|grade| (*grade, *grade))).collect()
}

fn strands(held: &Held) -> Vec<(StrandId, String)> {
    let mut versions: Vec<_> = held.documents.frameworks.values().collect();
    versions.sort_by_key(|framework| std::cmp::Reverse((framework.effective, framework.version)));
    let mut strands: Vec<(StrandId, String)> = Vec::new();
    for strand in versions.into_iter().flat_map(|framework| &framework.strands) {
        if strands.iter().all(|(known, _)| *known != strand.id) {
            strands.push((strand.id.clone(), strand.name.clone()));
        }
    }
    strands
}
