//! A pack: facts of one school, month and framework version, in a compact form of fixed-width rows.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Fact, PackKey};
use crate::id::{AccountId, GroupId, SubjectId, VisitId};
use crate::roster::Grade;
use crate::time::{Date, date_of_day, day_number};
use crate::visit::{Adult, Amount, Flag, Outcome, Place, Source};

/// Facts of one school, month and framework version. Rows are fixed-width: what repeats (classrooms, adults,
/// observers, subjects, group sets) stands once in a table of the pack.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pack {
    /// Whose facts these are.
    pub key: PackKey,
    rows: BTreeMap<VisitId, Row>,
    classrooms: Vec<Place>,
    leads: Vec<Adult>,
    observers: Vec<AccountId>,
    subjects: Vec<SubjectId>,
    groups: Vec<Vec<GroupId>>,
}

/// One visit's row. Positions refer to the pack's tables; read them through the pack.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    day: i32,
    minute: u16,
    classroom: u16,
    lead: Option<u16>,
    observer: u16,
    grade: Option<Grade>,
    subject: Option<u16>,
    groups: u16,
    source: Source,
    flags: u8,
    nothing: bool,
    watched: u32,
    outcomes: Box<[Outcome]>,
    amounts: Box<[Amount]>,
}

impl Row {
    /// Days since 1 January 1970, by the local date.
    #[must_use]
    pub fn day(&self) -> i32 {
        self.day
    }

    /// The local date.
    #[must_use]
    pub fn date(&self) -> Date {
        date_of_day(i64::from(self.day))
    }

    /// The minute of the local day at which the visit began.
    #[must_use]
    pub fn minute(&self) -> u16 {
        self.minute
    }

    /// The position of its classroom in [`Pack::classrooms`].
    #[must_use]
    pub fn classroom(&self) -> usize {
        usize::from(self.classroom)
    }

    /// The position of its subject in [`Pack::subjects`].
    #[must_use]
    pub fn subject(&self) -> Option<usize> {
        self.subject.map(usize::from)
    }

    /// The position of its class group's tags in [`Pack::group_sets`].
    #[must_use]
    pub fn group_set(&self) -> usize {
        usize::from(self.groups)
    }

    /// The grade taught.
    #[must_use]
    pub fn grade(&self) -> Option<Grade> {
        self.grade
    }

    /// Where the record comes from.
    #[must_use]
    pub fn source(&self) -> Source {
        self.source
    }

    /// Whether a circumstance holds.
    #[must_use]
    pub fn has(&self, flag: Flag) -> bool {
        self.flags & bit(flag) != 0
    }

    /// Whether any circumstance holds.
    #[must_use]
    pub fn is_flagged(&self) -> bool {
        self.flags != 0
    }

    /// Whether there was nothing to observe.
    #[must_use]
    pub fn nothing(&self) -> bool {
        self.nothing
    }

    /// Whole seconds watched.
    #[must_use]
    pub fn watched(&self) -> u32 {
        self.watched
    }

    /// One outcome a look-for, in the framework's reading order.
    #[must_use]
    pub fn outcomes(&self) -> &[Outcome] {
        &self.outcomes
    }

    /// One amount a count, duration or interval look-for, in reading order.
    #[must_use]
    pub fn amounts(&self) -> &[Amount] {
        &self.amounts
    }
}

impl Pack {
    /// A pack without facts.
    #[must_use]
    pub fn new(key: PackKey) -> Self {
        Self {
            key,
            rows: BTreeMap::new(),
            classrooms: Vec::new(),
            leads: Vec::new(),
            observers: Vec::new(),
            subjects: Vec::new(),
            groups: Vec::new(),
        }
    }

    /// Puts a visit's fact in, in place of an earlier one. The caller has matched the key.
    pub fn put(&mut self, fact: Fact) {
        let row = Row {
            day: day_number(fact.date),
            minute: fact.minute,
            classroom: position(&mut self.classrooms, fact.classroom),
            lead: fact.lead.map(|lead| position(&mut self.leads, lead)),
            observer: position(&mut self.observers, fact.observer),
            grade: fact.grade,
            subject: fact
                .subject
                .map(|subject| position(&mut self.subjects, subject)),
            groups: position(&mut self.groups, fact.groups),
            source: fact.source,
            flags: fact.flags.iter().fold(0, |bits, flag| bits | bit(*flag)),
            nothing: fact.nothing,
            watched: fact.watched,
            outcomes: fact.outcomes.into(),
            amounts: fact.amounts.into(),
        };
        self.rows.insert(fact.visit, row);
    }

    /// Takes a visit's fact out.
    pub fn take(&mut self, visit: VisitId) {
        self.rows.remove(&visit);
    }

    /// The rows, in the order of visit ids.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = (VisitId, &Row)> {
        self.rows.iter().map(|(visit, row)| (*visit, row))
    }

    /// One visit's row.
    #[must_use]
    pub fn row(&self, visit: VisitId) -> Option<&Row> {
        self.rows.get(&visit)
    }

    /// How many visits there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
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

    /// The sets of group tags that rows refer to.
    #[must_use]
    pub fn group_sets(&self) -> &[Vec<GroupId>] {
        &self.groups
    }

    /// The classroom of a row.
    #[must_use]
    pub fn classroom(&self, row: &Row) -> Option<&Place> {
        self.classrooms.get(row.classroom())
    }

    /// The adult who led.
    #[must_use]
    pub fn lead(&self, row: &Row) -> Option<&Adult> {
        self.leads.get(usize::from(row.lead?))
    }

    /// Who watched.
    #[must_use]
    pub fn observer(&self, row: &Row) -> Option<&AccountId> {
        self.observers.get(usize::from(row.observer))
    }

    /// The subject taught.
    #[must_use]
    pub fn subject(&self, row: &Row) -> Option<&SubjectId> {
        self.subjects.get(usize::from(row.subject?))
    }

    /// Tags on the class group.
    #[must_use]
    pub fn groups(&self, row: &Row) -> &[GroupId] {
        self.groups
            .get(usize::from(row.groups))
            .map_or(&[], Vec::as_slice)
    }
}

/// The position of a value in a table, which grows when it is new. A month of one school has far fewer than
/// 65,536 of anything; beyond that the last position is shared rather than lost.
fn position<T: PartialEq>(table: &mut Vec<T>, value: T) -> u16 {
    let at = table
        .iter()
        .position(|known| *known == value)
        .unwrap_or_else(|| {
            if table.len() < usize::from(u16::MAX) {
                table.push(value);
            }
            table.len() - 1
        });
    u16::try_from(at).unwrap_or(u16::MAX)
}

fn bit(flag: Flag) -> u8 {
    match flag {
        Flag::Substitute => 1,
        Flag::CoTaught => 1 << 1,
        Flag::Test => 1 << 2,
        Flag::Transition => 1 << 3,
        Flag::SpecialRoom => 1 << 4,
    }
}
