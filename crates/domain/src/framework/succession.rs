//! What became of practices that a version has under another id: one in the place of another, several merged, one split.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Draft, Framework, Kind, LookFor, Unfit};
use crate::id::LookForId;

/// What a look-for comes from.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Succession {
    /// Look-fors that earlier versions have and this one does not. What those came from themselves is among them.
    pub of: Vec<LookForId>,
    /// The district holds them for the same practice: visits that were recorded with them count for this look-for.
    /// Otherwise they are counted apart.
    pub counts: bool,
}

/// Why earlier visits cannot count for what came of a look-for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CannotCount {
    /// Another look-for comes from it too: nobody knows which of the two was seen.
    Split {
        /// The other one.
        with: LookForId,
    },
    /// It was observed by another rule.
    OtherRule {
        /// What it was.
        before: LookForId,
    },
    /// What was recorded for several of its kind does not add up: two timers may have run at once, and two levels have no sum.
    NotAdditive,
}

impl Succession {
    /// From look-fors, and from what they came from in the last version that has them, as far as that counts.
    #[must_use]
    pub fn from<'f>(of: &[LookForId], versions: impl Iterator<Item = &'f Framework>, counts: bool) -> Self {
        let mut newest_first: Vec<&Framework> = versions.collect();
        newest_first.sort_by_key(|framework| Reverse(framework.version));
        let mut all = of.to_vec();
        for id in of {
            let last = newest_first.iter().find_map(|version| version.look_for(id));
            let earlier = last.and_then(|one| one.succeeds.as_ref());
            for id in earlier.filter(|earlier| earlier.counts).into_iter().flat_map(|earlier| &earlier.of) {
                if !all.contains(id) {
                    all.push(id.clone());
                }
            }
        }
        Self { of: all, counts }
    }
}

impl LookFor {
    /// Its own id, and those of the earlier look-fors whose visits count for it.
    #[must_use]
    pub(crate) fn counted(&self) -> Vec<&LookForId> {
        let earlier = self.succeeds.as_ref().filter(|succession| succession.counts);
        std::iter::once(&self.id).chain(earlier.into_iter().flat_map(|succession| &succession.of)).collect()
    }

    /// Whether it comes from another one, counted or not.
    #[must_use]
    pub fn comes_from(&self, earlier: &LookForId) -> bool {
        self.succeeds.as_ref().is_some_and(|succession| succession.of.contains(earlier))
    }
}

impl Framework {
    /// Whether every earlier look-for is gone, and one that was split counts for none of its parts.
    pub(super) fn check_successions(&self) -> Result<(), Unfit> {
        let mut heirs: BTreeMap<&LookForId, BTreeMap<&LookForId, bool>> = BTreeMap::new();
        for look_for in self.look_fors() {
            let Some(succession) = &look_for.succeeds else { continue };
            if succession.of.iter().any(|id| self.look_for(id).is_some()) {
                return Err(Unfit::StillThere(look_for.id.clone()));
            }
            for id in &succession.of {
                heirs.entry(id).or_default().insert(&look_for.id, succession.counts);
            }
        }
        match heirs.into_iter().find(|(_, parts)| parts.len() > 1 && parts.values().any(|counts| *counts)) {
            Some((split, _)) => Err(Unfit::CountedAsPart(split.clone())),
            None => Ok(()),
        }
    }
}

impl Kind {
    /// Whether two ways of observing give outcomes that may be put together. Words may be polished; what counts as
    /// shown, and over what an amount is taken, may not differ.
    #[must_use]
    pub fn observes_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Rating { levels, shown_from }, Self::Rating { levels: other_levels, shown_from: other_from }) => {
                levels.len() == other_levels.len() && shown_from == other_from
            }
            (Self::Presence | Self::Count | Self::Duration | Self::Interval { .. } | Self::Rating { .. }, _) => {
                self == other
            }
        }
    }

    /// Whether what one visit recorded for two look-fors of this kind can be said of one that takes in both: either was seen,
    /// or so many taps together.
    #[must_use]
    pub(crate) fn adds_up(&self) -> bool {
        match self {
            Self::Presence | Self::Count => true,
            Self::Duration | Self::Interval { .. } | Self::Rating { .. } => false,
        }
    }
}

impl Draft {
    /// Where another look-for comes from the same earlier one, that was split: its visits count for neither.
    pub(super) fn count_no_parts(&mut self, id: &LookForId) {
        let of = self.look_for(id).and_then(|(_, one)| one.succeeds.clone());
        let Some(of) = of.map(|succession| succession.of) else { return };
        let shares = |one: &LookFor| of.iter().any(|earlier| one.comes_from(earlier));
        if self.look_fors().filter(|(_, one)| shares(one)).count() < 2 {
            return;
        }
        for one in self.strands.iter_mut().flat_map(|strand| &mut strand.look_fors).filter(|one| shares(one)) {
            if let Some(succession) = &mut one.succeeds {
                succession.counts = false;
            }
        }
    }

    /// Whether visits with earlier versions can count for a look-for of the draft that comes from look-fors of theirs.
    ///
    /// # Errors
    /// The first reason why not.
    pub fn can_count<'f>(
        &self,
        look_for: &LookFor,
        versions: impl Iterator<Item = &'f Framework>,
    ) -> Result<(), CannotCount> {
        let of = look_for.succeeds.as_ref().map_or(&[][..], |succession| &succession.of);
        let shares = |other: &LookFor| {
            let theirs = other.succeeds.as_ref().map_or(&[][..], |succession| &succession.of);
            other.id != look_for.id && theirs.iter().any(|id| of.contains(id))
        };
        if let Some((_, other)) = self.look_fors().find(|(_, other)| shares(other)) {
            return Err(CannotCount::Split { with: other.id.clone() });
        }
        for version in versions {
            let before = of.iter().chain([&look_for.id]).filter_map(|id| version.look_for(id));
            let before: Vec<&LookFor> = before.collect();
            if before.iter().all(|one| one.id == look_for.id) {
                continue;
            }
            if let Some(other) = before.iter().find(|one| !one.kind.observes_like(&look_for.kind)) {
                return Err(CannotCount::OtherRule { before: other.id.clone() });
            }
            if before.len() > 1 && !look_for.kind.adds_up() {
                return Err(CannotCount::NotAdditive);
            }
        }
        Ok(())
    }
}
