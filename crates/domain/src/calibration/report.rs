use serde::{Deserialize, Serialize};

use super::gauge::{MOST_CATEGORIES, gauge};
use super::{Coefficient, Kind, Sheet};
use crate::stats::Estimate;
use crate::stats::agreement::{KappaRemark, kappa_remark};

/// Under so many units with two values nothing is said of chance, nor of a kappa that is low for no fault of theirs; ours,
/// as with the visits that Compare asks for.
pub const ENOUGH_UNITS: usize = 12;
/// The same of lessons, where several units come from each; ours.
pub const ENOUGH_LESSONS: usize = 5;

/// What is known of how far observers agree on one look-for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Observers with a value at all.
    pub observers: usize,
    /// Units with a value at all.
    pub units: usize,
    /// Units with two values or more.
    pub paired: usize,
    /// Units with a value of every observer.
    pub complete: usize,
    /// How many values there are.
    pub ratings: usize,
    /// Over how many lessons the intervals are, because the units of one lesson hang together; over 1, they are over its
    /// units all the same. `None` where every unit stands for itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lessons: Option<usize>,
    /// How many ratings were left blank.
    pub blank: usize,
    /// As what the values were read.
    pub kind: Kind,
    /// How many different values occur.
    pub different: usize,
    /// Which, in the order of their scale; nothing when there are more than [`MOST_CATEGORIES`].
    pub values: Vec<String>,
    /// One a coefficient, in the order of [`Coefficient::ALL`].
    pub coefficients: Vec<Line>,
    /// What must be said beside the kappas.
    pub remark: Option<KappaRemark>,
}

/// A coefficient, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Which.
    pub coefficient: Coefficient,
    /// Its value, if it fits.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// What became of a coefficient.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Outcome {
    /// It fits.
    Found {
        /// The value with its 95 % interval; a share for the percent agreement, else `-1..=1`.
        estimate: Estimate,
        /// How many units it rests on.
        units: usize,
    },
    /// It does not fit.
    Missing {
        /// Why not.
        missing: Why,
    },
}

/// Why a coefficient does not fit the ratings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Every rating was left blank.
    NoValues,
    /// It takes two observers to agree.
    OneObserver,
    /// No unit was rated by two observers.
    NoOverlap,
    /// It is for two observers, and there are more.
    MoreThanTwoObservers,
    /// It is for numbers, and these are words.
    NotNumbers,
    /// It is for levels that are evenly apart, and these numbers are not whole.
    NotWholeNumbers,
    /// It is for categories, and there are more than [`MOST_CATEGORIES`] of them: amounts, rather.
    TooManyCategories,
    /// It is for amounts from nothing upwards, and there are negative numbers.
    NegativeNumbers,
    /// It needs two units that every observer judged.
    Incomplete,
    /// All values are the same, and nothing tells agreement from habit.
    NoVariation,
    /// It needs a second unit.
    OneUnit,
    /// The numbers are too large, too small or too close together to compute with.
    TooExtreme,
}

impl Report {
    /// Goes through every coefficient there is.
    pub fn of(sheet: &Sheet) -> Report {
        let line = |coefficient| {
            let outcome = match gauge(sheet, coefficient) {
                Ok((estimate, units)) => Outcome::Found { estimate, units },
                Err(missing) => Outcome::Missing { missing },
            };
            Line { coefficient, outcome }
        };
        let coefficients: Vec<Line> = Coefficient::ALL.into_iter().map(line).collect();
        Report {
            observers: sheet.observers(),
            units: sheet.units(),
            paired: sheet.paired(),
            complete: sheet.complete(),
            ratings: sheet.ratings(),
            lessons: None,
            blank: sheet.blank(),
            kind: sheet.kind(),
            different: sheet.different(),
            remark: remark(sheet.observers(), &coefficients),
            values: if sheet.different() > MOST_CATEGORIES { Vec::new() } else { sheet.values() },
            coefficients,
        }
    }

    /// The coefficient's value; `None` when it does not fit.
    pub fn estimate(&self, coefficient: Coefficient) -> Option<Estimate> {
        found(&self.coefficients, coefficient)
    }

    /// Whether they agree more than chance would: the whole interval of AC1 lies above 0. `None` where AC1 does not fit,
    /// and with fewer than [`ENOUGH_UNITS`] or [`ENOUGH_LESSONS`]: a few answers in common are nothing to speak of.
    pub fn beats_chance(&self) -> Option<bool> {
        let enough = self.paired >= ENOUGH_UNITS && self.lessons.is_none_or(|lessons| lessons >= ENOUGH_LESSONS);
        let ac1 = self.estimate(Coefficient::GwetsAc1).filter(|_| enough)?;
        Some(ac1.interval().low() > 0.0)
    }

    /// The reason that keeps every coefficient from fitting; `None` when one of them fits, because then the percent
    /// agreement does.
    pub fn nothing_fits(&self) -> Option<Why> {
        let percent = self.coefficients.iter().find(|line| line.coefficient == Coefficient::PercentAgreement)?;
        match percent.outcome {
            Outcome::Found { .. } => None,
            Outcome::Missing { missing } => Some(missing),
        }
    }
}

/// The kappa that people would quote: Cohen's of two observers, Fleiss' of more.
pub(super) fn remark(observers: usize, lines: &[Line]) -> Option<KappaRemark> {
    let quoted = if observers == 2 { Coefficient::CohensKappa } else { Coefficient::FleissKappa };
    let percent = found(lines, Coefficient::PercentAgreement)?;
    kappa_remark(percent, found(lines, quoted), found(lines, Coefficient::GwetsAc1)?)
}

fn found(lines: &[Line], coefficient: Coefficient) -> Option<Estimate> {
    lines.iter().find(|line| line.coefficient == coefficient).and_then(|line| match line.outcome {
        Outcome::Found { estimate, .. } => Some(estimate),
        Outcome::Missing { .. } => None,
    })
}
