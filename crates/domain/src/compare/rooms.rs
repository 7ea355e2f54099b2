use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{BuildHasherDefault, DefaultHasher};

use super::select::Picked;
use crate::id::{ClassroomId, SchoolId};
use crate::visit::Place;

/// The classrooms that a selection is about, school by school.
pub(crate) type InScope<'a> = BTreeMap<&'a SchoolId, BTreeSet<&'a ClassroomId>>;

/// The classrooms of all packs under one numbering, so that a row is tallied by number. The same classroom in two
/// months is one.
pub(super) struct Rooms<'a> {
    known: BTreeMap<&'a SchoolId, Numbers<'a>>,
    /// By pack, by position in its classrooms.
    numbers: Vec<Vec<usize>>,
    /// By number.
    visited: Vec<Visited>,
}

/// One school's classrooms, found by one hash of a name rather than by comparing it with five others: a server looks
/// up tens of thousands. The hash has no secret and no luck in it, and nothing depends on its order.
type Numbers<'a> = HashMap<&'a Place, usize, BuildHasherDefault<DefaultHasher>>;

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
        let mut known: BTreeMap<_, Numbers<'a>> = BTreeMap::new();
        let mut numbers = Vec::with_capacity(packs.len());
        let mut rooms = 0;
        for Picked { pack, .. } in packs {
            let known = known.entry(&pack.key.school).or_default();
            let number = |place| {
                *known.entry(place).or_insert_with(|| {
                    rooms += 1;
                    rooms - 1
                })
            };
            numbers.push(pack.classrooms().iter().map(number).collect());
        }
        Self { known, numbers, visited: vec![Visited::Never; rooms] }
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
    pub(super) fn reach(&self, in_scope: Option<&InScope<'_>>) -> Reach {
        let mut reach = Reach::default();
        for (school, places) in &self.known {
            let in_scope = in_scope.and_then(|all| all.get(school));
            for (place, number) in places {
                let visited = self.visited.get(*number).copied();
                let inside = in_scope.is_some_and(|all| contains(all, place));
                reach.visited += usize::from(visited != Some(Visited::Never));
                reach.in_scope += usize::from(visited != Some(Visited::Never) && inside);
                reach.besides += usize::from(visited == Some(Visited::Observed) && !inside);
            }
        }
        reach
    }

    /// All numbers in the order of school and classroom. Sums of fractions depend on their order in the last digit;
    /// this one is the same wherever the packs come from.
    pub(super) fn in_order(&self) -> Vec<usize> {
        let schools = self.known.values().map(|numbers| {
            let mut places: Vec<_> = numbers.iter().collect();
            places.sort_unstable();
            places
        });
        schools.flatten().map(|(_, number)| *number).collect()
    }
}

fn contains(in_scope: &BTreeSet<&ClassroomId>, place: &Place) -> bool {
    match place {
        Place::Known(id) => in_scope.contains(id),
        Place::Described(_) => false,
    }
}
