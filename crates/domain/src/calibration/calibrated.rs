use serde::{Deserialize, Serialize};

use super::leniency::{Leniency, leniency};
use super::sitting::Sitting;
use crate::compare::{Ground, Person, Selection};
use crate::id::{SchoolId, VisitId};
use crate::permission::Me;

/// What there is to say about calibration: the records themselves, from which both the tablet and the server work out
/// agreement, and how one observer's ordinary visits compare with those of others.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Calibrated {
    /// Finished records of the selection's schools and dates.
    pub sittings: Vec<Sitting>,
    /// Of the observer whom the selection names, for those who may see it.
    pub leniency: Option<Leniency>,
}

impl Calibrated {
    /// Puts the records beside what the selection's ordinary visits say of the observer it names.
    #[must_use]
    pub fn of(ground: &Ground<'_>, selection: &Selection, me: &Me, sittings: Vec<Sitting>) -> Self {
        let named = match &selection.person {
            Some(Person::Observer(observer)) if me.may_see_leniency(observer) => Some(observer),
            Some(Person::Observer(_) | Person::Teacher(_)) | None => None,
        };
        Self { sittings, leniency: named.map(|observer| leniency(ground, selection, observer)) }
    }
}

/// The calibration visits of a selection's schools and dates; whatever else it narrows does not touch them.
#[must_use]
pub fn calibration_visits(ground: &Ground<'_>, selection: &Selection) -> Vec<(SchoolId, VisitId)> {
    let packs = ground.packs.iter().filter(|pack| selection.takes_school(&pack.key.school));
    let within = |date| selection.from.is_none_or(|from| from <= date) && selection.to.is_none_or(|to| date <= to);
    packs
        .flat_map(|pack| pack.calibrations().map(move |(visit, row)| (pack, visit, row)))
        .filter(|(_, _, row)| within(row.date()))
        .map(|(pack, visit, _)| (pack.key.school.clone(), visit))
        .collect()
}
