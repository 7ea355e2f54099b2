use crate::stats::at_most_in_tosses;

use super::Signal;

/// From so many useful points on a chart may signal; with fewer, a pattern is too easily chance.
pub const MINIMUM_USEFUL: u32 = 10;

/// How a series runs around a centre line. Points on the line itself are on neither side and left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Runs {
    above: u32,
    below: u32,
    longest: u32,
    crossings: u32,
}

impl Runs {
    /// Follows the values in their order. `None` when one of them or the line is NaN, or there are more than a `u32`
    /// counts.
    pub(super) fn about(line: f64, values: impl IntoIterator<Item = f64>) -> Option<Runs> {
        let mut found = Runs { above: 0, below: 0, longest: 0, crossings: 0 };
        let (mut side, mut run) = (None, 0_u32);
        for value in values {
            let above = match value.partial_cmp(&line)? {
                std::cmp::Ordering::Equal => continue,
                std::cmp::Ordering::Greater => true,
                std::cmp::Ordering::Less => false,
            };
            let same_side = side == Some(above);
            found.crossings += u32::from(side.is_some() && !same_side);
            run = if same_side { run + 1 } else { 1 };
            side = Some(above);
            found.longest = found.longest.max(run);
            let count = if above { &mut found.above } else { &mut found.below };
            *count = count.checked_add(1)?;
        }
        found.above.checked_add(found.below).map(|_| found)
    }

    /// Points above the line.
    pub fn above(self) -> u32 {
        self.above
    }

    /// Points under the line.
    pub fn below(self) -> u32 {
        self.below
    }

    /// Points that are on one side or the other.
    pub fn useful(self) -> u32 {
        self.above + self.below
    }

    /// Points in the longest run on one side; at most [`Runs::useful`], and 0 without useful points.
    pub fn longest(self) -> u32 {
        self.longest
    }

    /// How often the line from point to point crosses the centre; less than [`Runs::useful`].
    pub fn crossings(self) -> u32 {
        self.crossings
    }

    /// What the runs signal; nothing under [`MINIMUM_USEFUL`] useful points.
    ///
    /// A run longer than [`longest_run`], fewer crossings than [`fewest_crossings`]: Anhøj and Olesen, "Run charts
    /// revisited: a simulation study of run chart rules for detection of non-random variation in health care
    /// processes", PLoS ONE 9 (2014) e113825.
    pub fn signals(self) -> Vec<Signal> {
        let (at_most, at_least) = (longest_run(self.useful()), fewest_crossings(self.useful()));
        let enough = self.useful() >= MINIMUM_USEFUL;
        let long = (enough && self.longest > at_most).then_some(Signal::LongRun { points: self.longest, at_most });
        let few = (enough && self.crossings < at_least)
            .then_some(Signal::FewCrossings { crossings: self.crossings, at_least });
        long.into_iter().chain(few).collect()
    }
}

/// The longest run that is unremarkable among so many useful points: log₂ n to the nearest whole number, plus 3.
///
/// Schilling, "The surprising predictability of long runs", Mathematics Magazine 85 (2012) 141–149; as a chart rule,
/// Anhøj and Olesen (2014).
pub fn longest_run(useful: u32) -> u32 {
    f64::from(useful.max(1)).log2().round() as u32 + 3
}

/// The fewest crossings that are unremarkable among so many useful points: the 5 % point of as many coin tosses as
/// there are steps between points; 0 without a step.
///
/// Anhøj and Olesen (2014).
pub fn fewest_crossings(useful: u32) -> u32 {
    const ONE_IN_TWENTY: f64 = 0.05;
    let steps = useful.saturating_sub(1);
    let (mut low, mut high) = (0, steps);
    while low < high {
        let middle = low + (high - low) / 2;
        if at_most_in_tosses(middle, steps) < ONE_IN_TWENTY {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}
