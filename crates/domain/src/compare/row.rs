use serde::{Deserialize, Serialize};

use super::cells::Column;
use super::plan::Planned;
use super::{AmountTally, Comparison, Drill, Tally};
use crate::expectation::{Common, Expectation, Target, holding};
use crate::framework::{Kind, LookFor};
use crate::id::{DocumentHash, StrandId};
use crate::stats::{
    Ceiling, ClusteredShare, DesignEffect, Estimate, Evidence, Expected, Gap, Measure, PValue, Rule, Share, Standing,
    WeighedShare, difference, difference_of_estimates, p_of_amount_shortfall, p_of_shortfall, pooled_ratio,
    smallest_gap, standing, visits_for_gap, wilson,
};
use crate::time::Date;
use crate::visit::Outcome;

/// One look-for: what was observed, what is expected, and what may be said about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ComparisonRow {
    /// The look-for as its newest version in the selection has it.
    pub look_for: LookFor,
    /// That version.
    pub version: DocumentHash,
    /// The strand it stands in.
    pub strand: StrandId,
    /// As people read the strand.
    pub strand_name: String,
    /// The newest version in the selection no longer has it, or observes it another way.
    pub older: bool,
    /// Look-fors of earlier versions, of other ids, whose visits are counted here, as they were worded.
    #[serde(default)]
    pub counts_also: Vec<String>,
    /// What came of it in the newest version of the selection: it is counted apart from them.
    #[serde(default)]
    pub became: Vec<String>,
    /// How it ended, visit by visit.
    pub tally: Tally,
    /// What it amounts to; `None` for a kind that has no amount.
    pub amount: Option<AmountTally>,
    /// In what `observed`, `estimate` and the expectation are: a share of visits, or the look-for's own unit.
    pub measure: Measure,
    /// Visits that `observed` rests on.
    pub visits: u32,
    /// Distinct classrooms among those visits.
    pub classrooms: u32,
    /// The value itself; `None` when nobody has looked or less than 3 minutes were watched.
    pub observed: Option<f64>,
    /// The value with its 95 % interval, wider where visits share classrooms; `None` when they do not yield one.
    pub estimate: Option<Estimate>,
    /// The value with the interval that it would have if no two visits shared a classroom. `None` for amounts, which
    /// have no other interval than the one over classrooms.
    pub plain: Option<Estimate>,
    /// By how much sharing classrooms multiplied the variance, `1..`; `None` for amounts.
    pub design_effect: Option<f64>,
    /// The expectation that holds; `None` when nothing is expected of it, or nothing it could be held against.
    pub expectation: Option<Expectation>,
    /// Observed against expected; `None` without an expectation.
    pub standing: Option<Standing>,
    /// How easily chance alone falls so short; `None` without an expectation or an interval.
    #[serde(default)]
    pub shortfall_by_chance: Option<PValue>,
    /// What would be needed to tell; nothing without an expectation.
    pub needed: Needed,
}

/// What would be needed to tell where a look-for stands.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Needed {
    /// Further visits, classrooms shared as now, until a gap of 20 points would show with 80 % power. `None` when there
    /// are enough, for amounts, and where there is no room for such a gap.
    pub more_visits: Option<u32>,
    /// The smallest gap that the visits so far could show, as a share; `None` for amounts and without visits.
    pub smallest_gap: Option<f64>,
    /// Further visits until there are as many as the rule demands.
    pub visits_to_minimum: u32,
    /// Further classrooms until there are as many as the rule demands, or all there are.
    pub classrooms_to_minimum: u32,
}

impl ComparisonRow {
    /// The level that the value is held against; `None` when nothing is expected.
    #[must_use]
    pub fn expected(&self) -> Option<Expected> {
        level(self.expectation.as_ref()?)
    }

    /// How far short of the expectation the value is, with its interval; `None` without either of them.
    #[must_use]
    pub fn gap(&self) -> Option<Gap> {
        Gap::between(self.estimate?, self.expected()?)
    }

    /// The gap on one scale for shares and amounts, `1.0` for as much as the closeness margin counts as a whole: points of
    /// visits, or parts of the expected amount.
    #[must_use]
    pub fn comparable_gap(&self) -> Option<f64> {
        let whole = self.expected()?.closeness(Share::ONE);
        let gap = self.gap()?.point() / whole;
        gap.is_finite().then_some(gap)
    }

    /// How much higher the value is in `later`, a row of the same look-for over other visits, with a 95 % interval; in
    /// the unit of the rows, for a share in `-1..=1`. No visit may be in both. `None` where either has no interval, and
    /// where the two are not in the same unit.
    #[must_use]
    pub fn change_to(&self, later: &Self) -> Option<Estimate> {
        if self.measure != later.measure || !self.is_observed_like(later) {
            return None;
        }
        match self.measure {
            Measure::ShareOfVisits => difference(self.weighed()?, later.weighed()?),
            Measure::Amount => difference_of_estimates(self.estimate?, later.estimate?),
        }
    }

    /// The row of another comparison that counts the same practice: of the look-for itself, or of the one that it takes the place
    /// of. `None` where this one takes in more than that row counts: it would differ by what it means.
    #[must_use]
    pub fn in_comparison<'c>(&self, other: &'c Comparison) -> Option<&'c Self> {
        let mine = self.look_for.counted();
        let counts_all = |row: &&Self| {
            let theirs = row.look_for.counted();
            mine.contains(&&row.look_for.id) && mine.iter().all(|id| **id == self.look_for.id || theirs.contains(id))
        };
        let same = other.rows.iter().find(|row| row.look_for.id == self.look_for.id);
        let row = same.or_else(|| other.rows.iter().find(counts_all))?;
        (counts_all(&row) && row.is_observed_like(self)).then_some(row)
    }

    /// Whether both are observed by the same rule, so that their numbers mean the same.
    pub(super) fn is_observed_like(&self, other: &Self) -> bool {
        self.look_for.kind.observes_like(&other.look_for.kind)
    }

    /// The share on its effective number of visits; `None` for amounts.
    fn weighed(&self) -> Option<WeighedShare> {
        weighed(self.observed?, self.visits, self.design_effect?)
    }

    /// How far a change may be from nothing and still count as none, in the unit of the row: the closeness margin of its
    /// expectation, or of its own value when nothing is expected.
    #[must_use]
    pub fn closeness(&self, margin: Share) -> f64 {
        match (self.expected(), self.measure) {
            (Some(expected), _) => expected.closeness(margin),
            (None, Measure::ShareOfVisits) => margin.get(),
            (None, Measure::Amount) => margin.get() * self.observed.unwrap_or(0.0),
        }
    }

    /// The way down to its visits: those in which it ended so, or all of them.
    #[must_use]
    pub fn drill(&self, outcome: Option<Outcome>) -> Drill {
        Drill { look_for: self.look_for.id.clone(), version: Some(self.version), outcome }
    }
}

/// What all rows of a comparison are held against.
pub(crate) struct Bar<'a> {
    pub(super) expectations: &'a [Expectation],
    pub(super) common: Common,
    pub(crate) last_day: Date,
    pub(crate) rule: Rule,
    /// The classrooms that the selection is about, those that no roster names included; 0 when nobody knows.
    pub(super) population: u32,
}

/// The value of a row, and what it rests on.
struct Observed {
    visits: u32,
    classrooms: u32,
    value: Option<f64>,
    estimate: Option<Estimate>,
    plain: Option<Estimate>,
    design_effect: Option<DesignEffect>,
}

impl Bar<'_> {
    pub(crate) fn row(&self, planned: &Planned<'_>, column: &Column) -> ComparisonRow {
        let look_for = planned.look_for;
        let expectation = self.expectation_on(look_for, self.last_day);
        let measure = measure(&look_for.kind, expectation);
        let seen = match measure {
            Measure::ShareOfVisits => share(column, self.population),
            Measure::Amount => amount(column, &look_for.kind),
        };
        let expected = expectation.and_then(level);
        let evidence = Evidence {
            looked: seen.visits,
            blank: column.tally().blank(),
            classrooms: seen.classrooms,
            classrooms_in_scope: self.population,
            estimate: seen.estimate,
        };
        let shortfall_by_chance = expected.and_then(|expected| match measure {
            Measure::ShareOfVisits => {
                p_of_shortfall(weighed(seen.value?, seen.visits, seen.design_effect?.get())?, expected)
            }
            Measure::Amount => p_of_amount_shortfall(&column.in_unit(&look_for.kind), expected),
        });
        ComparisonRow {
            look_for: look_for.clone(),
            version: planned.version,
            strand: planned.strand.id.clone(),
            strand_name: planned.strand.name.clone(),
            older: planned.older,
            counts_also: texts(&planned.counts_also),
            became: texts(&planned.became),
            tally: column.tally(),
            amount: look_for.kind.is_amount().then_some(column.amount()),
            measure,
            visits: seen.visits,
            classrooms: seen.classrooms,
            observed: seen.value,
            estimate: seen.estimate,
            plain: seen.plain,
            design_effect: seen.design_effect.map(DesignEffect::get),
            shortfall_by_chance: shortfall_by_chance.filter(|_| seen.estimate.is_some()),
            standing: expected.map(|expected| standing(&evidence, expected, &self.rule)),
            needed: expected.map_or_else(Needed::default, |expected| self.needed(&seen, expected)),
            expectation: expectation.cloned(),
        }
    }

    /// The expectation that holds on a day, if the look-for can be held against it: presence and ratings have no amount.
    pub(crate) fn expectation_on(&self, look_for: &LookFor, day: Date) -> Option<&Expectation> {
        holding(self.expectations, &look_for.id, &self.common, day).filter(|expectation| match expectation.target {
            Target::Share(_) => true,
            Target::Amount(_) => look_for.kind.is_amount(),
        })
    }

    fn needed(&self, seen: &Observed, expected: Expected) -> Needed {
        let minimum = self.rule.minimum_classrooms;
        let classrooms = match self.population {
            0 => minimum,
            all => minimum.min(all),
        };
        let share = match expected.measure() {
            Measure::ShareOfVisits => Share::new(expected.level()).ok(),
            Measure::Amount => None,
        };
        let effect = seen.design_effect.unwrap_or(DesignEffect::NONE);
        Needed {
            more_visits: share
                .and_then(|share| visits_for_gap(share, expected.direction(), effect))
                .map(|visits| visits.saturating_sub(seen.visits))
                .filter(|more| *more > 0),
            smallest_gap: share.and_then(|share| smallest_gap(share, seen.visits, effect)),
            visits_to_minimum: self.rule.minimum_visits.saturating_sub(seen.visits),
            classrooms_to_minimum: classrooms.saturating_sub(seen.classrooms),
        }
    }
}

/// What a look-for is compared as: as it is expected, or else as it is observed.
fn measure(kind: &Kind, expectation: Option<&Expectation>) -> Measure {
    match expectation.map(|expectation| expectation.target) {
        Some(Target::Share(_)) => Measure::ShareOfVisits,
        Some(Target::Amount(_)) => Measure::Amount,
        None if kind.is_amount() => Measure::Amount,
        None => Measure::ShareOfVisits,
    }
}

/// The level of an expectation, as a number that can be held against another.
pub(crate) fn level(expectation: &Expectation) -> Option<Expected> {
    let direction = expectation.direction;
    match expectation.target {
        Target::Share(share) => Share::new(share.value()).ok().map(|share| Expected::share(share, direction)),
        Target::Amount(amount) => Expected::amount(amount.value(), direction).ok(),
    }
}

fn texts(look_fors: &[&LookFor]) -> Vec<String> {
    look_fors.iter().map(|one| one.text.clone()).collect()
}

fn weighed(share: f64, visits: u32, design_effect: f64) -> Option<WeighedShare> {
    WeighedShare::new(Share::new(share).ok()?, f64::from(visits) / design_effect).ok()
}

fn share(column: &Column, population: u32) -> Observed {
    let looked = column.tally().looked();
    let clustered = ClusteredShare::of(&column.looks, population);
    let share = column.tally().share();
    Observed {
        visits: looked,
        classrooms: column.rooms_looked(),
        value: share.map(Share::get),
        estimate: clustered.map(|clustered| clustered.estimate()),
        plain: share.and_then(|share| {
            let interval = wilson(share, f64::from(looked))?;
            Estimate::new(share.get(), interval).ok()
        }),
        design_effect: clustered.map(|clustered| clustered.design_effect()),
    }
}

fn amount(column: &Column, kind: &Kind) -> Observed {
    let ceiling = match kind {
        Kind::Count => Ceiling::None,
        Kind::Duration | Kind::Interval { .. } | Kind::Presence | Kind::Rating { .. } => Ceiling::One,
    };
    let value = column.amount().rate(kind);
    Observed {
        visits: column.amount().visits,
        classrooms: column.rooms_measured(),
        value,
        estimate: value.and_then(|_| pooled_ratio(&column.in_unit(kind), ceiling)),
        plain: None,
        design_effect: None,
    }
}
