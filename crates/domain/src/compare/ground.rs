use std::collections::{BTreeMap, BTreeSet};

use super::Selection;
use super::rooms::InScope;
use crate::district::District;
use crate::expectation::Common;
use crate::fact::Pack;
use crate::framework::Framework;
use crate::id::{DocumentHash, SchoolId};
use crate::roster::{Classroom, Roster};

/// Everything a comparison reads. Whoever holds it decides what may be seen: what is not in here does not exist.
#[derive(Debug, Clone)]
pub struct Ground<'a> {
    /// Every visit in one of them only.
    pub packs: Vec<&'a Pack>,
    /// Every version that a pack names. A pack whose version is missing counts nowhere until it arrives.
    pub frameworks: BTreeMap<DocumentHash, &'a Framework>,
    /// For expectations, networks and the margin.
    pub district: &'a District,
    /// One a school. Where a school's is missing, nobody knows how many classrooms are in scope.
    pub rosters: Vec<&'a Roster>,
}

impl<'a> Ground<'a> {
    /// The schools that a selection is about: those it names, or all that have visits or a roster here.
    pub(crate) fn schools<'s>(&'s self, selection: &'s Selection) -> BTreeSet<&'s SchoolId> {
        if selection.schools.is_empty() {
            let with_visits = self.packs.iter().map(|pack| &pack.key.school);
            let with_roster = self.rosters.iter().map(|roster| &roster.school);
            with_visits.chain(with_roster).collect()
        } else {
            selection.schools.iter().collect()
        }
    }

    /// What every visit of a selection has in common because it was asked for, not because it happened so: three
    /// visits that all happen to be in mathematics are not yet a selection of mathematics.
    pub(super) fn common(&self, selection: &Selection) -> Common {
        let schools = self.schools(selection);
        let mut networks = schools.iter().map(|school| self.district.network_of(school));
        let network = networks.next().flatten();
        Common {
            network: network.filter(|first| networks.all(|other| other == Some(*first))).cloned(),
            school: match schools.first() {
                Some(only) if schools.len() == 1 => Some((*only).clone()),
                Some(_) | None => None,
            },
            grades: selection.grades,
            subject: selection.subject.clone(),
            group: selection.group.clone(),
        }
    }

    /// The classrooms that a selection is about, visited or not; `None` when a school's roster is missing.
    pub(super) fn classrooms_in_scope(&self, selection: &Selection) -> Option<InScope<'a>> {
        let known: BTreeSet<_> = self.rosters.iter().map(|roster| &roster.school).collect();
        if !self.schools(selection).is_subset(&known) {
            return None;
        }
        let wanted = |roster: &&Roster| selection.takes_school(&roster.school);
        let in_scope = self.rosters.iter().copied().filter(wanted).map(|roster| {
            let may = |room: &&Classroom| may_hold(room, selection);
            let rooms = roster.classrooms.iter().filter(may);
            (&roster.school, rooms.map(|room| &room.id).collect())
        });
        Some(in_scope.collect())
    }
}

/// Whether such a lesson may take place in a classroom. One whose grade or subject the roster does not say (mixed,
/// self-contained) may hold any: to leave it out would make too much of the classrooms that were visited.
pub(crate) fn may_hold(classroom: &Classroom, selection: &Selection) -> bool {
    let grade = match (classroom.grade, selection.grades) {
        (Some(grade), Some((low, high))) => (low..=high).contains(&grade),
        (None, _) | (_, None) => true,
    };
    let subject = match (&classroom.subject, &selection.subject) {
        (Some(taught), Some(wanted)) => taught == wanted,
        (None, _) | (_, None) => true,
    };
    let group = selection.group.as_ref().is_none_or(|wanted| classroom.groups.contains(wanted));
    grade && subject && group
}
