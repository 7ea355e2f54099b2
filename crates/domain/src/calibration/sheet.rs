use std::collections::BTreeMap;

use super::values::Values;
use super::{Kind, Why};
use crate::stats::agreement::{Codes, Measurements};

/// What one observer put down for one unit: a lesson, or a minute of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rating {
    /// Which lesson or minute; the same text is the same unit.
    pub unit: String,
    /// Who; the same text is the same person.
    pub observer: String,
    /// As written; `None` where it was left blank.
    pub value: Option<String>,
}

/// Pairs of ratings, by their place in the list, by one observer of one unit: which of the two counts, nobody can tell.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} units were rated twice by one observer", .0.len())]
pub struct RatedTwice(pub Vec<(usize, usize)>);

/// All ratings of one look-for, in order; without any by default.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    scale: Values,
    /// One row a unit that has a value, in it observer and value by number, the observers upwards.
    units: Vec<Vec<(usize, usize)>>,
    observers: usize,
    blank: usize,
}

impl Sheet {
    /// Observers and units without any value take no part.
    ///
    /// # Errors
    /// When an observer rated a unit twice, blank or not.
    pub fn of(ratings: &[Rating]) -> Result<Sheet, RatedTwice> {
        let twice = rated_twice(ratings);
        if !twice.is_empty() {
            return Err(RatedTwice(twice));
        }
        let scale = Values::of(ratings.iter().filter_map(|rating| rating.value.as_deref()));
        let (mut units, mut observers) = (Names::default(), Names::default());
        let mut rows: Vec<Vec<(usize, usize)>> = Vec::new();
        for Rating { unit, observer, value } in ratings {
            let Some(value) = value.as_deref().and_then(|value| scale.place(value)) else { continue };
            let unit = units.number(unit);
            rows.resize_with(rows.len().max(unit + 1), Vec::new);
            if let Some(row) = rows.get_mut(unit) {
                row.push((observers.number(observer), value));
            }
        }
        rows.iter_mut().for_each(|row| row.sort_unstable());
        let blank = ratings.iter().filter(|rating| rating.value.is_none()).count();
        Ok(Sheet { scale, units: rows, observers: observers.0.len(), blank })
    }

    /// Observers with a value at all.
    pub fn observers(&self) -> usize {
        self.observers
    }

    /// Units with a value at all.
    pub fn units(&self) -> usize {
        self.units.len()
    }

    /// Units with two values or more: those in which there is something to agree about.
    pub fn paired(&self) -> usize {
        self.units.iter().filter(|row| row.len() >= 2).count()
    }

    /// Units with a value of every observer.
    pub fn complete(&self) -> usize {
        self.units.iter().filter(|row| row.len() == self.observers).count()
    }

    /// How many values there are.
    pub fn ratings(&self) -> usize {
        self.units.iter().map(Vec::len).sum()
    }

    /// How many ratings were left blank.
    pub fn blank(&self) -> usize {
        self.blank
    }

    /// Words or numbers; without any value, words.
    pub fn kind(&self) -> Kind {
        self.scale.kind()
    }

    /// How many different values there are.
    pub fn different(&self) -> usize {
        self.scale.len()
    }

    /// The different values as text, in the order of their scale.
    pub fn values(&self) -> Vec<String> {
        self.scale.texts()
    }

    /// The different values as numbers, upwards; `None` for words.
    pub(super) fn numbers(&self) -> Option<&[f64]> {
        self.scale.numbers()
    }

    /// Every unit's values by number, whoever gave them.
    pub(super) fn codes(&self) -> Result<Codes, Why> {
        let widest = self.units.iter().map(Vec::len).max().unwrap_or(0);
        let padded = |row: &Vec<(usize, usize)>| {
            let given = row.iter().map(|(_, value)| Some(*value));
            given.chain(std::iter::repeat(None)).take(widest).collect()
        };
        self.coded(self.units.iter().map(padded).collect())
    }

    /// The values by number of the units that all observers judged, always in the same order of observers.
    pub(super) fn complete_codes(&self) -> Result<Codes, Why> {
        let complete = self.units.iter().filter(|row| row.len() == self.observers);
        self.coded(complete.map(|row| row.iter().map(|(_, value)| Some(*value)).collect()).collect())
    }

    /// A scale on which there is only one value to give is none: there is at least another one that nobody gave.
    /// The only table that fails is one without room for two values of a unit.
    fn coded(&self, rows: Vec<Vec<Option<usize>>>) -> Result<Codes, Why> {
        Codes::new(self.different().max(2), rows).map_err(|_| Why::NoOverlap)
    }

    /// The same table with every value as the number it is; with its place among the words where it is none.
    pub(super) fn measured(&self, codes: &Codes) -> Result<Measurements, Why> {
        let Some(numbers) = self.scale.numbers() else { return Ok(codes.as_measurements()) };
        let number = |code: &Option<usize>| code.and_then(|code| numbers.get(code).copied());
        Measurements::new(codes.units().iter().map(|row| row.iter().map(number).collect()).collect())
            .map_err(|_| Why::NoOverlap)
    }
}

fn rated_twice(ratings: &[Rating]) -> Vec<(usize, usize)> {
    let mut seen = BTreeMap::new();
    let mut twice = Vec::new();
    for (place, rating) in ratings.iter().enumerate() {
        let first = *seen.entry((&rating.unit, &rating.observer)).or_insert(place);
        if first != place {
            twice.push((first, place));
        }
    }
    twice
}

/// Numbers for names, in the order in which they turn up.
#[derive(Default)]
struct Names<'a>(BTreeMap<&'a str, usize>);

impl<'a> Names<'a> {
    fn number(&mut self, name: &'a str) -> usize {
        let next = self.0.len();
        *self.0.entry(name).or_insert(next)
    }
}
