//! Cutting a run that fails down to the steps that it takes.

use crate::district::{Failure, Template};
use crate::step::Step;
use crate::world::run;

/// Leaves steps out, half of them at first and single ones in the end, as long as the run still fails.
///
/// # Errors
/// As [`run`].
pub async fn shrink(template: &Template, seed: u64, steps: &[Step]) -> Result<Vec<Step>, Failure> {
    let mut steps = steps.to_vec();
    let mut chunk = steps.len() / 2;
    while chunk > 0 {
        let mut at = 0;
        while at < steps.len() {
            let mut fewer = steps.clone();
            fewer.drain(at..(at + chunk).min(fewer.len()));
            if run(template, seed, &fewer).await?.is_err() {
                steps = fewer;
            } else {
                at += chunk;
            }
        }
        chunk /= 2;
    }
    Ok(steps)
}
