use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::compare::{Ground, Selection, select};
use crate::id::{AccountId, LookForId, SchoolId};
use crate::stats::{Estimate, Stratum, difference_of_estimates, stratified_difference};
use crate::time::Date;
use crate::visit::{Outcome, Place};

/// How one observer's findings compare with those of others who visited the same rooms. It says nothing about who is
/// right, and is never put beside another observer's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Leniency {
    /// Rooms in which both they and somebody else looked for the same things.
    pub rooms: usize,
    /// Their visits to those rooms.
    pub visits: usize,
    /// By how much more often they find a look-for shown than others do in the same rooms; `-1..=1`. `None` with fewer
    /// than two such rooms.
    pub overall: Option<Estimate>,
    /// The day that parts their visits into two halves, and the same in each of them.
    pub halves: Option<Halves>,
}

/// An observer's leniency, earlier and later.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Halves {
    /// The first day of the second half.
    pub from: Date,
    /// Before that day.
    pub before: Estimate,
    /// From that day on.
    pub after: Estimate,
    /// By how much they have drifted: `after` less `before`, with the interval of the difference.
    pub drift: Estimate,
}

/// One observer against all others in the same rooms, look-for by look-for, over the visits of a selection. Amounts take
/// part as shown or not shown.
#[must_use]
pub fn leniency(ground: &Ground<'_>, selection: &Selection, observer: &AccountId) -> Leniency {
    let everyone = Selection { person: None, drill: None, ..selection.clone() };
    let looks = Looks::of(ground, &everyone, observer);
    let mut dates: Vec<Date> = looks.own.clone();
    dates.sort_unstable();
    let halves = dates.get(dates.len() / 2).and_then(|from| {
        let before = stratified_difference(&looks.strata(|date| date < *from))?;
        let after = stratified_difference(&looks.strata(|date| date >= *from))?;
        Some(Halves { from: *from, before, after, drift: difference_of_estimates(before, after)? })
    });
    Leniency {
        rooms: looks.shared_rooms(),
        visits: dates.len(),
        overall: stratified_difference(&looks.strata(|_| true)),
        halves,
    }
}

/// Shown and looked at one look-for in one room: by the observer with the date of each look, and by all others.
#[derive(Default)]
struct Cell {
    own: Vec<(Date, bool)>,
    others: (u32, u32),
}

struct Looks<'a> {
    cells: BTreeMap<(&'a SchoolId, &'a Place), BTreeMap<&'a LookForId, Cell>>,
    /// The dates of the observer's visits.
    own: Vec<Date>,
}

impl<'a> Looks<'a> {
    fn of(ground: &Ground<'a>, selection: &Selection, observer: &AccountId) -> Self {
        let (mut cells, mut own) = (BTreeMap::<_, BTreeMap<_, Cell>>::new(), Vec::new());
        for (pack, _, row) in select(ground, selection).filter(|(_, _, row)| !row.nothing()) {
            let (Some(framework), Some(place)) = (ground.frameworks.get(&pack.key.framework), pack.classroom(row))
            else {
                continue;
            };
            let theirs = pack.observer(row) == Some(observer);
            own.extend(theirs.then(|| row.date()));
            let room: &mut BTreeMap<_, Cell> = cells.entry((&pack.key.school, place)).or_default();
            for (look_for, outcome) in framework.look_fors().zip(row.outcomes()).filter(|(_, outcome)| outcome.looked())
            {
                let (cell, shown) = (room.entry(&look_for.id).or_default(), *outcome == Outcome::Shown);
                if theirs {
                    cell.own.push((row.date(), shown));
                } else {
                    cell.others = (cell.others.0 + u32::from(shown), cell.others.1 + 1);
                }
            }
        }
        Self { cells, own }
    }

    fn shared_rooms(&self) -> usize {
        let shared = |cell: &Cell| !cell.own.is_empty() && cell.others.1 > 0;
        self.cells.values().filter(|room| room.values().any(shared)).count()
    }

    fn strata(&self, takes: impl Fn(Date) -> bool) -> Vec<Stratum> {
        let rooms = self.cells.values().enumerate();
        let strata = rooms.flat_map(|(classroom, room)| room.values().map(move |cell| (classroom, cell)));
        strata
            .map(|(classroom, cell)| {
                let own = cell.own.iter().filter(|(date, _)| takes(*date));
                let count = own.fold((0, 0), |(shown, looked), (_, yes)| (shown + u32::from(*yes), looked + 1));
                Stratum { classroom, one: count, other: cell.others }
            })
            .collect()
    }
}
