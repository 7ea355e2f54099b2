use serde::{Deserialize, Serialize};

use super::row::{Fixed, Row};
use super::{Fact, PackKey};
use crate::id::{AccountId, GroupId, SubjectId, VisitId};
use crate::time::day_number;
use crate::visit::{Adult, Amount, Flag, Outcome, Place, Source};

/// Facts of one school, month and framework version, in columns. What repeats (classrooms, adults, observers, subjects,
/// group sets) stands once in a table; outcomes and amounts lie in one piece each, row after row, so that reading a
/// pack is reading memory from front to back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pack {
    /// Whose facts these are.
    pub key: PackKey,
    /// By visit id.
    rows: Vec<Fixed>,
    /// As many a row as the framework has look-fors.
    outcomes: Vec<Outcome>,
    /// As many a row as the framework has look-fors with an amount.
    amounts: Vec<Amount>,
    classrooms: Vec<Place>,
    leads: Vec<Adult>,
    observers: Vec<AccountId>,
    subjects: Vec<SubjectId>,
    groups: Vec<Vec<GroupId>>,
}

impl Pack {
    /// A pack without facts.
    #[must_use]
    pub fn new(key: PackKey) -> Self {
        Self {
            key,
            rows: Vec::new(),
            outcomes: Vec::new(),
            amounts: Vec::new(),
            classrooms: Vec::new(),
            leads: Vec::new(),
            observers: Vec::new(),
            subjects: Vec::new(),
            groups: Vec::new(),
        }
    }

    /// Puts a visit's fact in, in place of an earlier one. The caller has matched the key, so that every fact has as many
    /// outcomes and amounts as the first; what one has less counts as blank, what it has more is dropped.
    pub fn put(&mut self, mut fact: Fact) {
        self.take(fact.visit);
        if !self.rows.is_empty() {
            fact.outcomes.resize(self.looks(), Outcome::Blank);
            fact.amounts.resize(self.sums(), Amount::default());
        }
        let (Ok(at) | Err(at)) = self.find(fact.visit);
        insert(&mut self.outcomes, at, fact.outcomes);
        insert(&mut self.amounts, at, fact.amounts);
        let row = Fixed {
            visit: fact.visit,
            day: day_number(fact.date),
            minute: fact.minute,
            classroom: position(&mut self.classrooms, fact.classroom),
            lead: fact.lead.map(|lead| position(&mut self.leads, lead)),
            observer: position(&mut self.observers, fact.observer),
            grade: fact.grade,
            subject: fact.subject.map(|subject| position(&mut self.subjects, subject)),
            groups: position(&mut self.groups, fact.groups),
            source: fact.source,
            flags: fact.flags.iter().fold(0, |bits, flag| bits | bit(*flag)),
            nothing: fact.nothing,
            watched: fact.watched,
        };
        self.rows.insert(at, row);
    }

    /// Takes a visit's fact out.
    pub fn take(&mut self, visit: VisitId) {
        if let Ok(at) = self.find(visit) {
            let (looks, sums) = (self.looks(), self.sums());
            self.outcomes.drain(at * looks..(at + 1) * looks);
            self.amounts.drain(at * sums..(at + 1) * sums);
            self.rows.remove(at);
        }
    }

    /// Takes a visit's fact out for good, with every name that no other visit of the pack has.
    pub fn forget(&mut self, visit: VisitId) {
        self.take(visit);
        let others: Vec<Fact> = self.facts().collect();
        *self = Self::new(self.key.clone());
        others.into_iter().for_each(|fact| self.put(fact));
    }

    /// The rows of the visits that count, in the order of visit ids.
    pub fn rows(&self) -> impl Iterator<Item = (VisitId, Row<'_>)> {
        self.all().filter(|(_, row)| row.source() != Source::Calibration)
    }

    /// The rows of calibration visits, which count nowhere, in the order of visit ids.
    pub fn calibrations(&self) -> impl Iterator<Item = (VisitId, Row<'_>)> {
        self.all().filter(|(_, row)| row.source() == Source::Calibration)
    }

    fn all(&self) -> impl ExactSizeIterator<Item = (VisitId, Row<'_>)> {
        let (looks, sums) = (self.looks(), self.sums());
        self.rows.iter().enumerate().map(move |(at, fixed)| {
            let row = Row { fixed, outcomes: part(&self.outcomes, at, looks), amounts: part(&self.amounts, at, sums) };
            (fixed.visit, row)
        })
    }

    /// The facts that it was made of, calibration visits included.
    pub fn facts(&self) -> impl Iterator<Item = Fact> {
        self.all().map(|(visit, row)| Fact {
            visit,
            key: self.key.clone(),
            date: row.date(),
            minute: row.minute(),
            classroom: self.classroom(row).cloned().unwrap_or_else(|| Place::Described(String::new())),
            lead: self.lead(row).cloned(),
            observer: self.observer(row).cloned().unwrap_or_default(),
            grade: row.grade(),
            subject: self.subject(row).cloned(),
            groups: self.groups(row).to_vec(),
            source: row.source(),
            flags: Flag::ALL.into_iter().filter(|flag| row.has(*flag)).collect(),
            nothing: row.nothing(),
            watched: row.watched(),
            outcomes: row.outcomes().to_vec(),
            amounts: row.amounts().to_vec(),
        })
    }

    /// One visit's row, whether it counts or not.
    #[must_use]
    pub fn row(&self, visit: VisitId) -> Option<Row<'_>> {
        let at = self.find(visit).ok()?;
        self.all().nth(at).map(|(_, row)| row)
    }

    /// How many visits count.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows().count()
    }

    /// Whether there are no visits at all, calibration included.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The classrooms that rows refer to.
    #[must_use]
    pub fn classrooms(&self) -> &[Place] {
        &self.classrooms
    }

    /// The subjects that rows refer to.
    #[must_use]
    pub fn subjects(&self) -> &[SubjectId] {
        &self.subjects
    }

    /// The adults that rows refer to as leading.
    #[must_use]
    pub fn leads(&self) -> &[Adult] {
        &self.leads
    }

    /// The observers that rows refer to.
    #[must_use]
    pub fn observers(&self) -> &[AccountId] {
        &self.observers
    }

    /// The sets of group tags that rows refer to.
    #[must_use]
    pub fn group_sets(&self) -> &[Vec<GroupId>] {
        &self.groups
    }

    /// The classroom of a row.
    #[must_use]
    pub fn classroom(&self, row: Row<'_>) -> Option<&Place> {
        self.classrooms.get(row.classroom())
    }

    /// The adult who led.
    #[must_use]
    pub fn lead(&self, row: Row<'_>) -> Option<&Adult> {
        self.leads.get(row.lead()?)
    }

    /// Who watched.
    #[must_use]
    pub fn observer(&self, row: Row<'_>) -> Option<&AccountId> {
        self.observers.get(row.observer())
    }

    /// The subject taught.
    #[must_use]
    pub fn subject(&self, row: Row<'_>) -> Option<&SubjectId> {
        self.subjects.get(row.subject()?)
    }

    /// Tags on the class group.
    #[must_use]
    pub fn groups(&self, row: Row<'_>) -> &[GroupId] {
        self.groups.get(row.group_set()).map_or(&[], Vec::as_slice)
    }

    /// Where a visit's row is, or belongs.
    fn find(&self, visit: VisitId) -> Result<usize, usize> {
        self.rows.binary_search_by_key(&visit, |row| row.visit)
    }

    /// Outcomes a row.
    fn looks(&self) -> usize {
        self.outcomes.len() / self.rows.len().max(1)
    }

    /// Amounts a row.
    fn sums(&self) -> usize {
        self.amounts.len() / self.rows.len().max(1)
    }
}

/// Row `at` of a column with `width` values a row.
fn part<T>(column: &[T], at: usize, width: usize) -> &[T] {
    column.get(at * width..(at + 1) * width).unwrap_or(&[])
}

/// Puts a row of values in front of row `at`.
fn insert<T>(column: &mut Vec<T>, at: usize, values: Vec<T>) {
    let before = at * values.len();
    column.splice(before..before, values);
}

/// The position of a value in a table, which grows when it is new. A month of one school has far fewer than
/// 65,536 of anything; beyond that the last position is shared rather than lost.
fn position<T: PartialEq>(table: &mut Vec<T>, value: T) -> u16 {
    let at = table.iter().position(|known| *known == value).unwrap_or_else(|| {
        if table.len() < usize::from(u16::MAX) {
            table.push(value);
        }
        table.len() - 1
    });
    u16::try_from(at).unwrap_or(u16::MAX)
}

pub(super) fn bit(flag: Flag) -> u8 {
    match flag {
        Flag::Substitute => 1,
        Flag::CoTaught => 1 << 1,
        Flag::Test => 1 << 2,
        Flag::Transition => 1 << 3,
        Flag::SpecialRoom => 1 << 4,
    }
}
