use super::chance_corrected::units_with_pairs;
use super::{Codes, Measurements};
use crate::stats::{Estimate, Share, wilson};

/// In what share of cases two observers of one unit put it into the same category, `0..=1`: the mean over units of the
/// share of pairs that agree.
///
/// With the Wilson interval on the number of units that two or more observers judged. For two observers that is the
/// interval of a plain share; for more it is somewhat wide, because a unit's pairs can agree in part. `None` when no
/// unit has two judgements.
pub fn percent_agreement(codes: &Codes) -> Option<Estimate> {
    mean(units_with_pairs(codes).collect())
}

/// In what share of cases two observers of one unit found amounts no further apart than `tolerance`, `0..=1`: counts,
/// minutes, students, in the unit of the amounts. State the tolerance wherever the share is shown.
///
/// Averaged over units, with its interval, as in [`percent_agreement`]. `None` when no unit has two amounts, and for a
/// tolerance that is negative or NaN.
pub fn percent_within(amounts: &Measurements, tolerance: f64) -> Option<Estimate> {
    if tolerance.is_nan() || tolerance < 0.0 {
        return None;
    }
    let near_pairs = |row: &Vec<Option<f64>>| {
        let (mut near, mut pairs) = (0.0, 0.0);
        let found: Vec<f64> = row.iter().flatten().copied().collect();
        for (place, one) in found.iter().enumerate() {
            for other in found.iter().skip(place + 1) {
                pairs += 1.0;
                near += f64::from(u8::from((one - other).abs() <= tolerance));
            }
        }
        (pairs > 0.0).then(|| near / pairs)
    };
    mean(amounts.units().iter().filter_map(near_pairs).collect())
}

fn mean(agreeing: Vec<f64>) -> Option<Estimate> {
    let units = agreeing.len() as f64;
    let share = Share::new(agreeing.iter().sum::<f64>() / units).ok()?;
    Estimate::new(share.get(), wilson(share, units)?).ok()
}
