//! Which look-fors of one version count as a look-for of another, and what a visit that recorded several of them says.

use crate::fact::Row;
use crate::framework::{Framework, LookFor};
use crate::id::DocumentHash;
use crate::visit::{Amount, Outcome};

/// Where a version's facts hold what counts as a look-for.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Held {
    pub(super) version: DocumentHash,
    /// Positions among the outcomes; not empty. More than one where look-fors were merged since.
    pub(super) looks: Vec<usize>,
    /// Positions among the amounts, in the same order; none for kinds without one.
    pub(super) sums: Vec<usize>,
}

impl Held {
    /// What a version holds of a look-for: the same one and those that it comes from, if the district counts them and they
    /// can be put together; else the same one alone. `None` where nothing there is observed alike.
    pub(super) fn of(look_for: &LookFor, version: DocumentHash, framework: &Framework) -> Option<Self> {
        let earlier = look_for.succeeds.as_ref().filter(|succession| succession.counts);
        let counted =
            |one: &LookFor| one.id == look_for.id || earlier.is_some_and(|succession| succession.of.contains(&one.id));
        let alike = |one: &LookFor| one.kind.observes_like(&look_for.kind);
        let positions = |is: &dyn Fn(&LookFor) -> bool| -> Vec<usize> {
            framework.look_fors().enumerate().filter(|(_, one)| is(one)).map(|(at, _)| at).collect()
        };
        let mut looks = positions(&counted);
        let together = looks.len() == 1 || look_for.kind.adds_up();
        if !together || looks.len() != positions(&|one| counted(one) && alike(one)).len() {
            looks = positions(&|one| one.id == look_for.id && alike(one));
        }
        if looks.is_empty() {
            return None;
        }
        let sums =
            looks.iter().map(|look| framework.look_fors().take(*look).filter(|one| one.kind.is_amount()).count());
        let sums = if look_for.kind.is_amount() { sums.collect() } else { Vec::new() };
        Some(Self { version, looks, sums })
    }

    /// How a visit ended: shown when any of them was; otherwise not shown only when nothing was left open that might have
    /// been.
    pub(super) fn outcome(&self, visit: Row<'_>) -> Option<Outcome> {
        let all = self.looks.iter().filter_map(|look| visit.outcomes().get(*look).copied());
        all.max_by_key(|outcome| match outcome {
            Outcome::Shown => 4,
            Outcome::Blank => 3,
            Outcome::CouldNotJudge => 2,
            Outcome::NotShown => 1,
            Outcome::NotApplicable => 0,
        })
    }

    /// What a visit amounts to: all of them together. Nothing where one that could have been recorded was not.
    pub(super) fn amount(&self, visit: Row<'_>) -> Amount {
        let mut sum = Amount::default();
        for (look, amount) in self.looks.iter().zip(&self.sums) {
            let Some(amount) = visit.amounts().get(*amount).filter(|amount| amount.of > 0) else {
                if visit.outcomes().get(*look) == Some(&Outcome::NotApplicable) {
                    continue;
                }
                return Amount::default();
            };
            sum = Amount { amount: sum.amount.saturating_add(amount.amount), of: sum.of.max(amount.of) };
        }
        sum
    }
}
