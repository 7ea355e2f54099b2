//! Coefficients for two observers or more that take out of the agreement what chance would bring.

use super::Codes;
use super::bounds::{around, perfect};
use crate::stats::{Estimate, t_95};

/// Gwet's AC1: agreement beyond chance where chance is what observers who guess would bring, `-1..=1`.
///
/// p_e = Σπₖ(1 − πₖ)/(q − 1) with πₖ the mean share of category k among a unit's judgements and q the number of
/// categories on the scale. It stays high when nearly everyone saw the same thing, where kappa falls. Units may have
/// different numbers of judgements; those with one still tell how common a category is.
///
/// `None` when no unit has two judgements, or only one unit has any and its observers differ.
///
/// Gwet, "Computing inter-rater reliability and its variance in the presence of high agreement", British Journal of
/// Mathematical and Statistical Psychology 61 (2008) 29–48; with missing judgements, Gwet, Handbook of Inter-Rater
/// Reliability (4th ed. 2014).
pub fn gwets_ac1(codes: &Codes) -> Option<Estimate> {
    let others = codes.categories() as f64 - 1.0;
    coefficient(codes, |common| (1.0 - common) / others)
}

/// Fleiss' kappa: agreement beyond chance where chance is observers who draw from the same common shares, `-1..=1`.
///
/// p_e = Σπₖ². Units may have different numbers of judgements, and those with one count as in [`gwets_ac1`]. With two
/// observers it is Scott's pi. `None` as for [`gwets_ac1`], and when everyone saw the same everywhere: nothing then
/// tells agreement from habit.
///
/// Fleiss, "Measuring nominal scale agreement among many raters", Psychological Bulletin 76 (1971) 378–382; the
/// variance, which does not assume that agreement is chance, from Gwet (2008) and (2014).
pub fn fleiss_kappa(codes: &Codes) -> Option<Estimate> {
    coefficient(codes, |common| common)
}

/// For every unit with two judgements or more, the share of its pairs that agree.
pub(super) fn units_with_pairs(codes: &Codes) -> impl Iterator<Item = f64> {
    judged_units(codes).filter_map(|unit| unit.agreeing)
}

/// One unit's judgements.
struct Unit {
    /// By category.
    shares: Vec<f64>,
    /// Of its pairs; `None` with a single judgement.
    agreeing: Option<f64>,
}

/// `by_chance` is how likely a judgement meets another of its category by chance, for a category that is so common.
fn coefficient(codes: &Codes, by_chance: impl Fn(f64) -> f64) -> Option<Estimate> {
    let units: Vec<_> = judged_units(codes).collect();
    let n = units.len() as f64;
    let paired = units.iter().filter(|unit| unit.agreeing.is_some()).count();
    let agreeing = units.iter().filter_map(|unit| unit.agreeing).sum::<f64>() / paired as f64;

    let common = |category: usize| units.iter().filter_map(|unit| unit.shares.get(category)).sum::<f64>() / n;
    let common: Vec<_> = (0..codes.categories()).map(common).collect();
    let expected = |shares: &[f64]| -> f64 { shares.iter().zip(&common).map(|(s, c)| s * by_chance(*c)).sum() };
    let chance = expected(&common);
    let beyond = |agreeing: f64| (agreeing - chance) / (1.0 - chance);
    let point = beyond(agreeing);
    if !point.is_finite() {
        return None;
    }
    if agreeing >= 1.0 {
        return perfect(paired);
    }

    // What each unit adds to the coefficient, and takes from it by making its categories more common.
    let influence = |unit: &Unit| {
        let agreement = unit.agreeing.map_or(0.0, |agreeing| beyond(agreeing) * n / paired as f64);
        agreement - 2.0 * (1.0 - point) * (expected(&unit.shares) - chance) / (1.0 - chance)
    };
    let spread: f64 = units.iter().map(|unit| (influence(unit) - point).powi(2)).sum();
    let others = u32::try_from(units.len()).ok()?.checked_sub(1)?;
    around(point, t_95(others)? * (spread / (n * (n - 1.0))).sqrt())
}

fn judged_units(codes: &Codes) -> impl Iterator<Item = Unit> {
    codes.units().iter().filter_map(|row| {
        let mut counts = vec![0.0_f64; codes.categories()];
        for &category in row.iter().flatten() {
            *counts.get_mut(category)? += 1.0;
        }
        let judgements: f64 = counts.iter().sum();
        let pairs = judgements * (judgements - 1.0);
        let agreeing = (pairs > 0.0).then(|| counts.iter().map(|count| count * (count - 1.0)).sum::<f64>() / pairs);
        let shares = counts.iter().map(|count| count / judgements).collect();
        (judgements > 0.0).then_some(Unit { shares, agreeing })
    })
}
