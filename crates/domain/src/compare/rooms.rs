use std::collections::{BTreeMap, BTreeSet};

use super::select::Picked;
use crate::id::{ClassroomId, SchoolId};
use crate::visit::Place;

/// The classrooms that a selection is about, school by school.
pub(crate) type InScope<'a> = BTreeMap<&'a SchoolId, BTreeSet<&'a ClassroomId>>;

/// The classrooms of one school's packs under one numbering, so that a row is tallied by number. The same classroom in
/// two months is one.
pub(super) struct Rooms<'a> {
    /// Every classroom with its number, in their own order.
    known: Vec<(&'a Place, usize)>,
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

/// How many classrooms were visited.
#[derive(Default)]
pub(super) struct Reach {
    pub(super) visited: usize,
    /// Of those, the ones in scope.
    pub(super) in_scope: usize,
    /// Observed though no roster has them in scope.
    pub(super) besides: usize,
}

impl<'a> Rooms<'a> {
    pub(super) fn of(packs: &[Picked<'a>]) -> Self {
        let mut known: Vec<(&Place, usize)> = Vec::new();
        let mut number = |place: &'a Place| {
            let found = known.binary_search_by_key(&place, |(place, _)| place);
            let at = found.unwrap_or_else(|at| {
                known.insert(at, (place, known.len()));
                at
            });
            known.get(at).map_or(0, |(_, number)| *number)
        };
        let numbers = packs.iter().map(|picked| picked.pack.classrooms().iter().map(&mut number).collect()).collect();
        let visited = vec![Visited::Never; known.len()];
        Self { known, numbers, visited }
    }

    /// How many there are, visited or not.
    pub(super) fn len(&self) -> usize {
        self.visited.len()
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

    /// How many were visited, in scope and besides; all are besides when nobody knows the scope.
    pub(super) fn reach(&self, in_scope: Option<&BTreeSet<&ClassroomId>>) -> Reach {
        let mut reach = Reach::default();
        for (place, number) in &self.known {
            let visited = self.visited.get(*number).copied();
            let inside = in_scope.is_some_and(|all| contains(all, place));
            reach.visited += usize::from(visited != Some(Visited::Never));
            reach.in_scope += usize::from(visited != Some(Visited::Never) && inside);
            reach.besides += usize::from(visited == Some(Visited::Observed) && !inside);
        }
        reach
    }

    /// All numbers in the order of the classrooms' keys.
    pub(super) fn in_order(&self) -> Vec<usize> {
        self.known.iter().map(|(_, number)| *number).collect()
    }
}

impl Reach {
    /// Puts the classrooms of two schools together.
    pub(super) fn plus(&mut self, other: Self) {
        self.visited += other.visited;
        self.in_scope += other.in_scope;
        self.besides += other.besides;
    }
}

fn contains(in_scope: &BTreeSet<&ClassroomId>, place: &Place) -> bool {
    match place {
        Place::Known(id) => in_scope.contains(id),
        Place::Described(_) => false,
    }
}
