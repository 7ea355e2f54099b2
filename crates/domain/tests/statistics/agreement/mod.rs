//! How far observers agree. Worked examples of the papers where they give them; standard errors and intervals from
//! independent programs: statsmodels (`cohens_kappa`, `fleiss_kappa`), irrCAC (Gwet's own formulas), krippendorff,
//! pingouin, and the formulas written down again in numpy.

mod alpha;
mod calibration;
mod intraclass;
mod kappa;
mod several;

use domain::stats::agreement::{Codes, Measurements};

/// Four observers, twelve units, five categories, gaps: the worked example of Krippendorff, "Computing Krippendorff's
/// Alpha-Reliability" (2011); irrCAC has it as `raw4raters`.
const FOUR_OBSERVERS: [&str; 12] =
    ["11.1", "2232", "3333", "3333", "2222", "1234", "4444", "1121", "2222", ".555", "..11", "..3."];

/// One word a unit, one sign an observer: its category from 1, or a dot for none.
fn codes(categories: usize, units: &[&str]) -> Codes {
    let category = |sign: char| sign.to_digit(10).map(|digit| digit as usize - 1);
    Codes::new(categories, units.iter().map(|unit| unit.chars().map(category).collect()).collect()).unwrap()
}

/// The same with the digits as amounts.
fn amounts(units: &[&str]) -> Measurements {
    let amount = |sign: char| sign.to_digit(10).map(f64::from);
    Measurements::new(units.iter().map(|unit| unit.chars().map(amount).collect()).collect()).unwrap()
}

/// What n units of perfect agreement say at least: n/(n + 1.96²).
fn at_least(units: f64) -> f64 {
    units / (units + 1.959_963_984_540_054_f64.powi(2))
}
