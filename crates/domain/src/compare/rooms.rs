use std::collections::{BTreeMap, BTreeSet};

use super::select::Picked;
use crate::id::{ClassroomId, SchoolId};
use crate::visit::Place;

/// The classrooms of all packs under one numbering, so that a row is tallied by number. The same classroom in two
/// months is one.
pub(super) struct Rooms<'a> {
    names: Vec<(&'a SchoolId, &'a Place)>,
    /// By pack, by position in its classrooms.
    numbers: Vec<Vec<usize>>,
    /// By number.
    visited: Vec<Visited>,
}

/// What visits to a classroom found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Visited {
    Never,
    /// Only ever with nothing to observe.
    InVain,
    Observed,
}

impl<'a> Rooms<'a> {
    pub(super) fn of(packs: &[Picked<'a>]) -> Self {
        let mut known: BTreeMap<&SchoolId, BTreeMap<&Place, usize>> = BTreeMap::new();
        let mut names = Vec::new();
        let numbers = packs
            .iter()
            .map(|Picked { pack, .. }| {
                let school = &pack.key.school;
                let known = known.entry(school).or_default();
                let number = |place: &'a Place| {
                    *known.entry(place).or_insert_with(|| {
                        names.push((school, place));
                        names.len() - 1
                    })
                };
                pack.classrooms().iter().map(number).collect()
            })
            .collect();
        let visited = vec![Visited::Never; names.len()];
        Self {
            names,
            numbers,
            visited,
        }
    }

    /// How many there are, visited or not.
    pub(super) fn len(&self) -> usize {
        self.names.len()
    }

    /// The number of the classroom at a position of a pack, which has been visited now, and observed unless there was
    /// `nothing` to observe.
    pub(super) fn visit(&mut self, pack: usize, position: usize, nothing: bool) -> Option<usize> {
        let number = *self.numbers.get(pack)?.get(position)?;
        let visited = self.visited.get_mut(number)?;
        if !nothing {
            *visited = Visited::Observed;
        } else if *visited == Visited::Never {
            *visited = Visited::InVain;
        }
        Some(number)
    }

    /// How many were visited.
    pub(super) fn visited(&self) -> usize {
        self.count(|visited, _, _| visited != Visited::Never)
    }

    /// How many of those visited are among the classrooms in scope.
    pub(super) fn visited_among(&self, in_scope: &InScope<'_>) -> usize {
        self.count(|visited, school, place| {
            visited != Visited::Never && contains(in_scope, school, place)
        })
    }

    /// How many were observed though they are not among the classrooms in scope.
    pub(super) fn observed_besides(&self, in_scope: &InScope<'_>) -> usize {
        self.count(|visited, school, place| {
            visited == Visited::Observed && !contains(in_scope, school, place)
        })
    }

    fn count(&self, wanted: impl Fn(Visited, &SchoolId, &Place) -> bool) -> usize {
        let rooms = self.names.iter().zip(&self.visited);
        rooms
            .filter(|((school, place), visited)| wanted(**visited, school, place))
            .count()
    }

    /// All numbers in the order of school and classroom. Sums of fractions depend on their order in the last digit;
    /// this one is the same wherever the packs come from.
    pub(super) fn in_order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.names.len()).collect();
        order.sort_by_key(|number| self.names.get(*number));
        order
    }
}

/// The classrooms that a selection is about.
pub(super) type InScope<'a> = BTreeSet<(&'a SchoolId, &'a ClassroomId)>;

fn contains(in_scope: &InScope<'_>, school: &SchoolId, place: &Place) -> bool {
    match place {
        Place::Known(id) => in_scope.contains(&(school, id)),
        Place::Described(_) => false,
    }
}
