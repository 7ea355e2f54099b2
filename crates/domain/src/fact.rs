//! Visit facts: what one finished visit amounts to, in packs that Compare, trends and coverage read.

mod pack;
mod row;

use serde::{Deserialize, Serialize};

use crate::framework::Framework;
use crate::id::{AccountId, DocumentHash, GroupId, SchoolId, SubjectId, VisitId};
use crate::roster::Grade;
use crate::time::{Date, Millis, Month, local};
use crate::visit::{Adult, Amount, Begin, Flag, Outcome, Place, Source, Visit};

pub use pack::Pack;
pub use row::Row;

/// One finished, undiscarded visit. It can always be made again from the visit's state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// Which visit.
    pub visit: VisitId,
    /// Where it belongs.
    pub key: PackKey,
    /// The local date, as the tablet wrote it.
    pub date: Date,
    /// The minute of the local day at which it began, 0 ..= 1439; what it means is for [`Source::known`] to say.
    pub minute: u16,
    /// The classroom.
    pub classroom: Place,
    /// The adult who led.
    pub lead: Option<Adult>,
    /// Who watched.
    pub observer: AccountId,
    /// The grade taught.
    pub grade: Option<Grade>,
    /// The subject taught.
    pub subject: Option<SubjectId>,
    /// Tags on the class group.
    pub groups: Vec<GroupId>,
    /// Where the record comes from.
    pub source: Source,
    /// Circumstances, in the order of [`Flag::ALL`].
    pub flags: Vec<Flag>,
    /// There was nothing to observe: counts for coverage only.
    pub nothing: bool,
    /// Whole seconds watched.
    pub watched: u32,
    /// One outcome a look-for, in the framework's reading order.
    pub outcomes: Vec<Outcome>,
    /// One amount a count, duration or interval look-for, in reading order; over nothing when it says nothing.
    pub amounts: Vec<Amount>,
}

/// Facts lie in packs, one per school, local month and framework version.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PackKey {
    /// The school.
    pub school: SchoolId,
    /// The local month.
    pub month: Month,
    /// The framework version, by its document.
    pub framework: DocumentHash,
}

impl PackKey {
    /// The pack in which a visit that began so counts.
    #[must_use]
    pub fn of(begin: &Begin) -> Self {
        Self { school: begin.school.clone(), month: begin.date.into(), framework: begin.framework }
    }
}

impl Fact {
    /// The fact of a finished, undiscarded visit; `None` for any other. `framework` is the version that the visit
    /// was recorded against.
    #[must_use]
    pub fn of(visit: &Visit, framework: &Framework) -> Option<Self> {
        let end: Millis = visit.finished.filter(|_| !visit.discarded)?;
        let context = visit.context.as_ref()?;
        let begin = &visit.begin;
        let look_fors = || framework.look_fors();
        Some(Self {
            visit: visit.id,
            key: PackKey::of(begin),
            date: begin.date,
            minute: local(begin.at, begin.offset).1,
            classroom: context.classroom.clone(),
            lead: context.lead.clone(),
            observer: begin.observer.clone(),
            grade: context.grade,
            subject: context.subject.clone(),
            groups: context.groups.clone(),
            source: begin.source,
            flags: visit.flags.iter().copied().collect(),
            nothing: visit.nothing,
            watched: visit.watched_seconds(end),
            outcomes: look_fors().map(|look_for| visit.outcome(look_for, end)).collect(),
            amounts: look_fors()
                .filter(|look_for| look_for.kind.is_amount())
                .map(|look_for| visit.amount(look_for, end).unwrap_or_default())
                .collect(),
        })
    }
}

/// The facts of packs in the order of visit ids, for comparing: packs that say the same may list their classrooms in another
/// order.
#[must_use]
pub fn counted_facts<'p>(packs: impl IntoIterator<Item = &'p Pack>) -> Vec<Fact> {
    let mut facts: Vec<Fact> = packs.into_iter().flat_map(Pack::facts).collect();
    facts.sort_by_key(|fact| fact.visit);
    facts
}
