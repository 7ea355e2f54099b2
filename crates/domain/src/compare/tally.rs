use serde::{Deserialize, Serialize};

use crate::framework::Kind;
use crate::stats::Share;
use crate::visit::{Amount, Outcome, unit};

/// How a look-for ended, over a set of visits. Each visit is in exactly one of the five counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "Counts", into = "Counts")]
pub struct Tally {
    counts: Counts,
}

/// [`Tally`] as it is written: checked by [`Tally::new`] when it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
struct Counts {
    shown: u32,
    looked: u32,
    blank: u32,
    not_applicable: u32,
    could_not_judge: u32,
}

/// A look-for cannot be shown in more visits than it was looked for in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("shown in {shown} of {looked} visits")]
pub struct MoreShownThanLooked {
    /// Visits that showed it.
    pub shown: u32,
    /// Visits in which it was looked for.
    pub looked: u32,
}

impl Tally {
    /// Shown in `shown` of `looked` visits, and nothing else.
    ///
    /// # Errors
    /// When it was shown more often than looked for.
    pub fn new(shown: u32, looked: u32) -> Result<Self, MoreShownThanLooked> {
        let counts = Counts { shown, looked, ..Counts::default() };
        counts.try_into()
    }

    /// Visits that showed it.
    #[must_use]
    pub fn shown(self) -> u32 {
        self.counts.shown
    }

    /// Visits in which it was looked for and the observer could tell: shown or not shown.
    #[must_use]
    pub fn looked(self) -> u32 {
        self.counts.looked
    }

    /// Visits in which it could have been judged and nothing was answered.
    #[must_use]
    pub fn blank(self) -> u32 {
        self.counts.blank
    }

    /// Visits in which it could not have happened.
    #[must_use]
    pub fn not_applicable(self) -> u32 {
        self.counts.not_applicable
    }

    /// Visits in which the observer could not tell.
    #[must_use]
    pub fn could_not_judge(self) -> u32 {
        self.counts.could_not_judge
    }

    /// Shown of looked; `None` when nobody has looked.
    #[must_use]
    pub fn share(self) -> Option<Share> {
        Share::new(f64::from(self.shown()) / f64::from(self.looked())).ok()
    }

    /// Counts `visits` more that ended so.
    pub(super) fn add(&mut self, outcome: Outcome, visits: u32) {
        let counts = &mut self.counts;
        if outcome.looked() {
            counts.looked += visits;
        }
        match outcome {
            Outcome::Shown => counts.shown += visits,
            Outcome::NotShown => {}
            Outcome::NotApplicable => counts.not_applicable += visits,
            Outcome::CouldNotJudge => counts.could_not_judge += visits,
            Outcome::Blank => counts.blank += visits,
        }
    }
}

impl TryFrom<Counts> for Tally {
    type Error = MoreShownThanLooked;

    fn try_from(counts: Counts) -> Result<Self, MoreShownThanLooked> {
        let Counts { shown, looked, .. } = counts;
        if shown <= looked { Ok(Self { counts }) } else { Err(MoreShownThanLooked { shown, looked }) }
    }
}

impl From<Tally> for Counts {
    fn from(tally: Tally) -> Self {
        tally.counts
    }
}

/// An amount over its exposure, over a set of visits: see [`Amount`] for the units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct AmountTally {
    /// What was found.
    pub amount: u64,
    /// What it could have been found in.
    pub of: u64,
    /// Visits in which it was taken: those with an exposure above nothing.
    pub visits: u32,
}

impl AmountTally {
    /// The amount in the unit in which it is expected, as [`Amount::rate`] has it for one visit: `None` over no
    /// exposure, and for counts and durations under 3 watched minutes altogether.
    #[must_use]
    pub fn rate(self, kind: &Kind) -> Option<f64> {
        let exposure = Amount { amount: 0, of: u32::try_from(self.of).unwrap_or(u32::MAX) };
        exposure.rate(kind).map(|_| self.amount as f64 / self.exposure(kind))
    }

    /// The exposure in the unit of the rate: tens of minutes for counts, otherwise as it is.
    pub(super) fn exposure(self, kind: &Kind) -> f64 {
        self.of as f64 / unit(kind)
    }

    /// Counts one visit's amount; one over no exposure says nothing. Without a branch: there is no telling which visits
    /// have one, and a processor that guesses wrong one time in ten would lose more than the additions cost.
    pub(super) fn add(&mut self, one: Amount) {
        let taken = u32::from(one.of > 0);
        self.amount += u64::from(one.amount) * u64::from(taken);
        self.of += u64::from(one.of);
        self.visits += taken;
    }

    /// Puts two sets of visits together.
    pub(super) fn plus(&mut self, other: Self) {
        self.amount += other.amount;
        self.of += other.of;
        self.visits += other.visits;
    }
}
