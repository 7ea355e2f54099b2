use serde::{Deserialize, Serialize};

use super::Tally;
use crate::stats::{
    DesignEffect, Direction, Estimate, Evidence, Expected, Gap, Rule, Share, Standing, smallest_gap, standing,
    visits_for_gap, wilson,
};

/// A look-for of which nothing is known but its counts, held against what is expected.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct FromCounts {
    /// Shown of looked, with the plain 95 % Wilson interval; `None` when nobody has looked.
    pub share: Option<Estimate>,
    /// Observed against expected.
    pub standing: Standing,
    /// How far short of the expectation the share is, as a share; negative when it is past it.
    pub gap: Option<Gap>,
    /// The smallest gap that so many visits could show, as a share. `None` without visits, and where no visit or every
    /// visit is expected to show it: then the formula has no spread to go by.
    pub smallest_gap: Option<f64>,
    /// How many visits show a gap of 20 points with 80 % power; `None` when there is no room for such a gap.
    pub visits_for_20_points: Option<u32>,
}

/// Takes every visit to be independent of the others, as visits to different classrooms are. Where visits share
/// classrooms the interval is too narrow: [`compare`](super::compare) knows the classrooms and widens it.
///
/// The expectation is a floor; of the rule, the minimum of classrooms asks for nothing here.
pub fn from_counts(tally: Tally, expected: Share, rule: &Rule) -> FromCounts {
    let looked = tally.looked();
    let level = Expected::share(expected, Direction::AtLeast);
    let share = tally.share().and_then(|share| Estimate::new(share.get(), wilson(share, f64::from(looked))?).ok());
    let evidence =
        Evidence { looked, blank: tally.blank(), classrooms: looked, classrooms_in_scope: looked, estimate: share };
    FromCounts {
        share,
        standing: standing(&evidence, level, rule),
        gap: share.and_then(|share| Gap::between(share, level)),
        smallest_gap: smallest_gap(expected, looked, DesignEffect::NONE).filter(|gap| *gap > 0.0),
        visits_for_20_points: visits_for_gap(expected, Direction::AtLeast, DesignEffect::NONE),
    }
}
