use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::compare::{Ground, Selection, select};
use crate::fact::Row;
use crate::framework::Kind;
use crate::id::{AccountId, LookForId, SchoolId};
use crate::stats::{Estimate, Stratum, difference_of_estimates, stratified_difference};
use crate::time::Date;
use crate::visit::{Outcome, Place, Source};

/// How one observer's findings compare with those of others who visited the same rooms. It says nothing about who is
/// right, and is never put beside another observer's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Leniency {
    /// Rooms in which both they and somebody else looked for the same things.
    pub rooms: usize,
    /// Their visits to those rooms.
    pub visits: usize,
    /// By how much more often they find a look-for shown than others do in the same rooms and half of the time; `-1..=1`.
    /// `None` with too few such rooms.
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

/// With fewer rooms in common the difference between two people is that between a few lessons.
const ENOUGH_ROOMS: usize = 5;

/// One observer against all others in the same rooms, look-for by look-for, over the visits of a selection. Amounts take
/// part as shown or not shown. What versions of the framework observe by different rules is not pooled. Earlier visits are held against earlier ones and later against later, so that practice
/// that changes over the year is not taken for the observer. Imported visits take no part: who imports them need not have
/// seen them.
#[must_use]
pub fn leniency(ground: &Ground<'_>, selection: &Selection, observer: &AccountId) -> Leniency {
    let everyone = Selection { person: None, drill: None, ..selection.clone() };
    let looks = Looks::of(ground, &everyone, observer);
    let shared: Vec<&Room<'_>> = looks.0.values().filter(|room| room.is_shared()).collect();
    let mut dates: Vec<Date> = shared.iter().flat_map(|room| &room.own).copied().collect();
    dates.sort_unstable();
    let (rooms, visits) = (shared.len(), dates.len());
    let Some(from) = dates.get(visits / 2).copied().filter(|_| rooms >= ENOUGH_ROOMS) else {
        return Leniency { rooms, visits, overall: None, halves: None };
    };
    let (before, after) = (strata(&shared, |date| date < from), strata(&shared, |date| date >= from));
    let overall = stratified_difference(&[before.clone(), after.clone()].concat());
    let halves = stratified_difference(&before).zip(stratified_difference(&after)).and_then(|(before, after)| {
        Some(Halves { from, before, after, drift: difference_of_estimates(before, after)? })
    });
    Leniency { rooms, visits, overall, halves }
}

/// One look: when, and whether it was shown.
type Look = (Date, bool);

/// A look-for, and which of its rules where versions observe it in different ways.
type Observed<'a> = (&'a LookForId, usize);

/// What was found in one room: by the observer and by all others, look-for by look-for.
#[derive(Default)]
struct Room<'a> {
    cells: BTreeMap<Observed<'a>, (Vec<Look>, Vec<Look>)>,
    /// The dates of the observer's visits.
    own: Vec<Date>,
}

impl Room<'_> {
    fn is_shared(&self) -> bool {
        self.cells.values().any(|(own, others)| !own.is_empty() && !others.is_empty())
    }
}

struct Looks<'a>(BTreeMap<(&'a SchoolId, &'a Place), Room<'a>>);

impl<'a> Looks<'a> {
    fn of(ground: &Ground<'a>, selection: &Selection, observer: &AccountId) -> Self {
        let mut rooms = BTreeMap::<_, Room<'a>>::new();
        let mut rules = BTreeMap::<&LookForId, Vec<&Kind>>::new();
        let witnessed = |row: &Row<'_>| !row.nothing() && row.source() != Source::Imported;
        for (pack, _, row) in select(ground, selection).filter(|(_, _, row)| witnessed(row)) {
            let (Some(framework), Some(place)) = (ground.frameworks.get(&pack.key.framework), pack.classroom(row))
            else {
                continue;
            };
            let theirs = pack.observer(row) == Some(observer);
            let room = rooms.entry((&pack.key.school, place)).or_default();
            room.own.extend(theirs.then(|| row.date()));
            for (look_for, outcome) in framework.look_fors().zip(row.outcomes()).filter(|(_, outcome)| outcome.looked())
            {
                let known = rules.entry(&look_for.id).or_default();
                let rule = known.iter().position(|kind| kind.observes_like(&look_for.kind)).unwrap_or_else(|| {
                    known.push(&look_for.kind);
                    known.len() - 1
                });
                let (own, others) = room.cells.entry((&look_for.id, rule)).or_default();
                if theirs { own } else { others }.push((row.date(), *outcome == Outcome::Shown));
            }
        }
        Self(rooms)
    }
}

/// The looks of some dates, of the observer and of the others alike.
fn strata(rooms: &[&Room<'_>], takes: impl Fn(Date) -> bool) -> Vec<Stratum> {
    let count = |looks: &[Look]| {
        let taken = looks.iter().filter(|(date, _)| takes(*date));
        taken.fold((0, 0), |(shown, looked), (_, yes)| (shown + u32::from(*yes), looked + 1))
    };
    let cells =
        rooms.iter().enumerate().flat_map(|(classroom, room)| room.cells.values().map(move |cell| (classroom, cell)));
    cells.map(|(classroom, (own, others))| Stratum { classroom, one: count(own), other: count(others) }).collect()
}
