use serde::{Deserialize, Serialize};

use super::pack::bit;
use crate::id::VisitId;
use crate::roster::Grade;
use crate::time::{Date, date_of_day};
use crate::visit::{Amount, Flag, Outcome, Source};

/// One visit's row. Positions refer to the tables of its pack; read them through the pack.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row<'a> {
    pub(super) fixed: &'a Fixed,
    pub(super) outcomes: &'a [Outcome],
    pub(super) amounts: &'a [Amount],
}

/// The part of a row that has the same width in every pack.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Fixed {
    pub(super) visit: VisitId,
    pub(super) day: i32,
    pub(super) minute: u16,
    pub(super) classroom: u16,
    pub(super) lead: Option<u16>,
    pub(super) observer: u16,
    pub(super) grade: Option<Grade>,
    pub(super) subject: Option<u16>,
    pub(super) groups: u16,
    pub(super) source: Source,
    pub(super) flags: u8,
    pub(super) nothing: bool,
    pub(super) watched: u32,
}

impl<'a> Row<'a> {
    /// Days since 1 January 1970, by the local date.
    #[must_use]
    pub fn day(self) -> i32 {
        self.fixed.day
    }

    /// The local date.
    #[must_use]
    pub fn date(self) -> Date {
        date_of_day(i64::from(self.fixed.day))
    }

    /// The minute of the local day at which the visit stands, for putting visits in order; whether it is known is for
    /// [`Row::time`] to say.
    #[must_use]
    pub fn minute(self) -> u16 {
        self.fixed.minute
    }

    /// The minute of the local day at which the visit began; `None` when nobody knows, as of some imported visits.
    #[must_use]
    pub fn time(self) -> Option<u16> {
        self.fixed.source.known(self.fixed.minute)
    }

    /// The position of its classroom in [`Pack::classrooms`](super::Pack::classrooms).
    #[must_use]
    pub fn classroom(self) -> usize {
        usize::from(self.fixed.classroom)
    }

    /// The position of the adult who led in [`Pack::leads`](super::Pack::leads).
    #[must_use]
    pub fn lead(self) -> Option<usize> {
        self.fixed.lead.map(usize::from)
    }

    /// The position of its observer in [`Pack::observers`](super::Pack::observers).
    #[must_use]
    pub fn observer(self) -> usize {
        usize::from(self.fixed.observer)
    }

    /// The position of its subject in [`Pack::subjects`](super::Pack::subjects).
    #[must_use]
    pub fn subject(self) -> Option<usize> {
        self.fixed.subject.map(usize::from)
    }

    /// The position of its class group's tags in [`Pack::group_sets`](super::Pack::group_sets).
    #[must_use]
    pub fn group_set(self) -> usize {
        usize::from(self.fixed.groups)
    }

    /// The grade taught.
    #[must_use]
    pub fn grade(self) -> Option<Grade> {
        self.fixed.grade
    }

    /// Where the record comes from.
    #[must_use]
    pub fn source(self) -> Source {
        self.fixed.source
    }

    /// Whether a circumstance holds.
    #[must_use]
    pub fn has(self, flag: Flag) -> bool {
        self.fixed.flags & bit(flag) != 0
    }

    /// Whether any circumstance holds.
    #[must_use]
    pub fn is_flagged(self) -> bool {
        self.fixed.flags != 0
    }

    /// Whether there was nothing to observe.
    #[must_use]
    pub fn nothing(self) -> bool {
        self.fixed.nothing
    }

    /// Whole seconds watched.
    #[must_use]
    pub fn watched(self) -> u32 {
        self.fixed.watched
    }

    /// One outcome a look-for, in the framework's reading order.
    #[must_use]
    pub fn outcomes(self) -> &'a [Outcome] {
        self.outcomes
    }

    /// One amount a count, duration or interval look-for, in reading order.
    #[must_use]
    pub fn amounts(self) -> &'a [Amount] {
        self.amounts
    }
}
