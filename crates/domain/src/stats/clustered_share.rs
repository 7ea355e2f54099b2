use super::{
    ClusterCount, DesignEffect, Estimate, Share, design_effect, effective_n, intraclass_correlation,
    visits_per_classroom, wilson,
};

/// A share of visits as Compare shows it: with its interval, and with what the interval rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClusteredShare {
    share: Share,
    estimate: Estimate,
    looked: u32,
    classrooms: u32,
    design_effect: DesignEffect,
}

impl ClusteredShare {
    /// Pools the looks of all classrooms and widens the interval for their clustering.
    ///
    /// `classrooms_in_scope` is how many classrooms the selection is about, visited or not; 0 when
    /// nobody knows. Give each classroom once; one without looks takes no part. `None` when nothing
    /// was looked at, or more often than a `u32` counts.
    ///
    /// Assumes that the visited classrooms are as good as drawn at random from those in scope.
    pub fn of(counts: &[ClusterCount], classrooms_in_scope: u32) -> Option<ClusteredShare> {
        let looked: u32 = sum(counts, ClusterCount::looked)?;
        let shown: u32 = sum(counts, ClusterCount::shown)?;
        let classrooms = u32::try_from(counts.iter().filter(|c| c.looked() > 0).count()).ok()?;
        let k = visits_per_classroom(counts)?;

        let design_effect = design_effect(k, classrooms, classrooms_in_scope, intraclass_correlation(counts));
        let share = Share::new(f64::from(shown) / f64::from(looked)).ok()?;
        let interval = wilson(share, effective_n(looked, design_effect))?;
        let estimate = Estimate::new(share.get(), interval).ok()?;
        Some(ClusteredShare { share, estimate, looked, classrooms, design_effect })
    }

    /// Shown of looked, over all classrooms together.
    pub fn share(&self) -> Share {
        self.share
    }

    /// The share with its 95 % Wilson interval on the effective number of looks.
    pub fn estimate(&self) -> Estimate {
        self.estimate
    }

    /// Visits in which the look-for was looked at; at least 1.
    pub fn looked(&self) -> u32 {
        self.looked
    }

    /// Distinct classrooms among those visits; at least 1.
    pub fn classrooms(&self) -> u32 {
        self.classrooms
    }

    /// By how much the clustering of visits in classrooms multiplied the variance.
    pub fn design_effect(&self) -> DesignEffect {
        self.design_effect
    }

    /// How many independent looks these are worth: at most [`ClusteredShare::looked`], at least 1.
    pub fn effective_n(&self) -> f64 {
        effective_n(self.looked, self.design_effect)
    }
}

fn sum(counts: &[ClusterCount], of: fn(ClusterCount) -> u32) -> Option<u32> {
    counts.iter().try_fold(0_u32, |total, count| total.checked_add(of(*count)))
}
