//! How often a chart signals although nothing has changed. A page of forty charts shows a signal or two by luck, and
//! says so.

use serde::{Deserialize, Serialize};

use super::{MINIMUM_USEFUL, fewest_crossings, longest_run};
use crate::stats::Share;

/// Series longer than this are not reckoned through: twenty years of weeks.
pub const MOST_POINTS: u32 = 1040;

/// How likely a run chart signals by chance, with so many points above its median and so many below.
///
/// Exact: every order of the given points is equally likely while nothing changes, whatever the points' distribution.
/// All orders with no run over [`longest_run`] and no fewer crossings than [`fewest_crossings`] are counted run by run.
/// 0 under ten useful points, where nothing signals; `None` over [`MOST_POINTS`].
///
/// The rules: Anhøj and Olesen, PLoS ONE 9 (2014) e113825. Counting arrangements by their runs: Wald and Wolfowitz,
/// Annals of Mathematical Statistics 11 (1940) 147–162; Mood, the same 11 (1940) 367–392.
pub fn run_signal_by_chance(above: u32, below: u32) -> Option<Share> {
    let rules = Rules::of(above.checked_add(below)?)?;
    let (Some(at_most), Some(at_least)) = (rules.longest, rules.fewest_runs) else {
        return Some(Share::ZERO);
    };
    let (more, less) = (above.max(below) as usize, above.min(below) as usize);
    let ways = runs_of_lengths_up_to(at_most, more);
    let split = |points: usize, runs: usize| ways.get(runs).and_then(|row| row.get(points)).copied().unwrap_or(0.0);

    let unremarkable: f64 = (at_least..=more + less)
        .map(|runs| {
            let (half, rest) = (runs / 2, runs - runs / 2);
            split(more, half) * split(less, rest) + split(more, rest) * split(less, half)
        })
        .sum();
    Share::new((1.0 - unremarkable / arrangements(more, less)).clamp(0.0, 1.0)).ok()
}

/// The same where the centre line was fixed beforehand, and each point falls on either side like a coin: a Laney
/// chart's runs around its frozen centre. Points outside its limits come on top, about 3 in 1000.
///
/// Exact for independent points with the line at their median. 0 under ten useful points; `None` over
/// [`MOST_POINTS`].
///
/// Anhøj and Wentzel-Larsen, "Sense and sensibility: on the diagnostic value of control chart rules for detection of
/// shifts in time series data", BMC Medical Research Methodology 18 (2018) 100.
pub fn run_signal_by_chance_about_fixed_line(useful: u32) -> Option<Share> {
    let rules = Rules::of(useful)?;
    let (Some(at_most), Some(at_least)) = (rules.longest, rules.fewest_runs) else {
        return Some(Share::ZERO);
    };
    let useful = useful as usize;
    let ways = runs_of_lengths_up_to(at_most, useful);
    let unremarkable: f64 = ways.iter().skip(at_least).filter_map(|row| row.get(useful)).map(|way| 2.0 * way).sum();
    Share::new((1.0 - unremarkable).clamp(0.0, 1.0)).ok()
}

/// What chance alone does to a page of charts.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct ByChance {
    /// How many charts signal on average if nothing has changed in any of them; at most as many as there are.
    pub expected: f64,
    /// How likely at least one does, if the charts have nothing to do with each other. Look-fors seen in the same
    /// visits have, and then it is somewhat less.
    pub at_least_one: Share,
}

/// Adds up the chances of several charts. Without charts nothing signals.
pub fn signals_by_chance(chances: &[Share]) -> ByChance {
    let none: f64 = chances.iter().map(|chance| chance.rest().get()).product();
    ByChance {
        expected: chances.iter().map(|chance| chance.get()).sum(),
        at_least_one: Share::new(1.0 - none).unwrap_or(Share::ONE),
    }
}

/// What is unremarkable; nothing in it where nothing can signal.
struct Rules {
    longest: Option<usize>,
    fewest_runs: Option<usize>,
}

impl Rules {
    fn of(useful: u32) -> Option<Rules> {
        if useful > MOST_POINTS {
            return None;
        }
        let enough = useful >= MINIMUM_USEFUL;
        Some(Rules {
            longest: enough.then(|| longest_run(useful) as usize),
            fewest_runs: enough.then(|| fewest_crossings(useful) as usize + 1),
        })
    }
}

/// `[runs][points]`: in how many ways so many points fall into so many runs of at most `longest` each, halved once for
/// every point so that the numbers stay small.
fn runs_of_lengths_up_to(longest: usize, points: usize) -> Vec<Vec<f64>> {
    let mut ways = Vec::with_capacity(points + 1);
    let mut row = vec![0.0; points + 1];
    if let Some(none) = row.first_mut() {
        *none = 1.0;
    }
    for _ in 0..points {
        let next = next_row(&row, longest);
        ways.push(std::mem::replace(&mut row, next));
    }
    ways.push(row);
    ways
}

/// One run more: it takes 1 to `longest` of the points.
fn next_row(row: &[f64], longest: usize) -> Vec<f64> {
    (0..row.len())
        .map(|points| {
            let mut halved = 1.0;
            let before = row.iter().take(points).rev().take(longest);
            before
                .map(|ways| {
                    halved *= 0.5;
                    halved * ways
                })
                .sum()
        })
        .collect()
}

/// In how many orders points above and below can come, halved once for every point.
fn arrangements(more: usize, less: usize) -> f64 {
    let both: f64 = (1..=less).map(|i| (more + i) as f64 / (4.0 * i as f64)).product();
    both * 0.5_f64.powi(i32::try_from(more - less).unwrap_or(i32::MAX))
}
