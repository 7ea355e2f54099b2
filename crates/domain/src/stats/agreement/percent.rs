use super::Codes;
use super::chance_corrected::units_with_pairs;
use crate::stats::{Estimate, Share, wilson};

/// In what share of cases two observers of one unit put it into the same category, `0..=1`: the mean over units of the
/// share of pairs that agree.
///
/// With the Wilson interval on the number of units that two or more observers judged. For two observers that is the
/// interval of a plain share; for more it is somewhat wide, because a unit's pairs can agree in part. `None` when no
/// unit has two judgements.
pub fn percent_agreement(codes: &Codes) -> Option<Estimate> {
    let agreeing: Vec<_> = units_with_pairs(codes).collect();
    let units = agreeing.len() as f64;
    let share = Share::new(agreeing.iter().sum::<f64>() / units).ok()?;
    Estimate::new(share.get(), wilson(share, units)?).ok()
}
