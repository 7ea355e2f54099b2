use super::PairTable;
use super::bounds::{ROUNDING, around, perfect};
use crate::stats::{Estimate, Z_95};

/// How much of an agreement two categories apart still are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weights {
    /// The same or not: for categories without order.
    Same,
    /// 1 − d/(q − 1) for categories d apart of q.
    Linear,
    /// 1 − (d/(q − 1))²: near misses count almost in full.
    Quadratic,
}

/// Cohen's kappa of two observers: agreement beyond what two strangers with their habits would bring, `-1..=1`.
///
/// (p_o − p_e)/(1 − p_e), where p_e has each observer use each category as often as they do, but without looking.
/// When nearly every unit is in one category it falls towards 0 however well they agree: see
/// [`kappa_remark`](super::kappa_remark). The interval is ± 1.96 standard errors and somewhat narrow under about
/// thirty units.
///
/// `None` without units, and when both observers use one category, the same one: then there is nothing to correct for.
///
/// Cohen, Educational and Psychological Measurement 20 (1960) 37–46; weighted, Cohen, Psychological Bulletin 70 (1968)
/// 213–220; standard error, Fleiss, Cohen and Everitt, Psychological Bulletin 72 (1969) 323–327.
pub fn cohens_kappa(table: &PairTable, weights: Weights) -> Option<Estimate> {
    let weight = |one: usize, other: usize| weights.between(one, other, table.categories());
    let mut first = vec![0.0; table.categories()];
    let mut second = first.clone();
    for (one, other, share) in table.shares() {
        *first.get_mut(one)? += share;
        *second.get_mut(other)? += share;
    }
    // How far a category of one observer agrees with a stranger's judgement by the other.
    let met = |habits: &[f64], category: usize| -> f64 {
        habits.iter().enumerate().map(|(other, share)| weight(category, other) * share).sum()
    };
    let observed: f64 = table.shares().map(|(one, other, share)| weight(one, other) * share).sum();
    let chance: f64 = first.iter().enumerate().map(|(one, share)| share * met(&second, one)).sum();
    let room = 1.0 - chance;
    if room.is_nan() || room < ROUNDING {
        return None;
    }
    let units = table.units();
    let point = (observed - chance) / room;
    if 1.0 - observed < ROUNDING {
        return perfect(usize::try_from(units).ok()?);
    }
    let squares: f64 = table
        .shares()
        .map(|(one, other, share)| {
            let strangers = met(&second, one) + met(&first, other);
            share * (weight(one, other) * room - strangers * (1.0 - observed)).powi(2)
        })
        .sum();
    let variance = (squares - (observed * chance - 2.0 * chance + observed).powi(2)) / (units as f64 * room.powi(4));
    around(point, Z_95 * variance.max(0.0).sqrt())
}

impl Weights {
    fn between(self, one: usize, other: usize, categories: usize) -> f64 {
        let apart = one.abs_diff(other) as f64 / (categories as f64 - 1.0);
        match self {
            Weights::Same => f64::from(u8::from(one == other)),
            Weights::Linear => 1.0 - apart,
            Weights::Quadratic => 1.0 - apart * apart,
        }
    }
}
