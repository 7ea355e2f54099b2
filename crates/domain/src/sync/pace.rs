//! How much goes over the line at once: little where it is slow, so that a cut costs little and progress is seen.

use crate::time::Millis;

/// What one request may take, in milliseconds: long enough to be worth its way, short enough for a line that breaks twice
/// a minute.
const AIM: i64 = 4_000;
/// The most edits or visits of a request; the server takes no more edits.
const MOST: u16 = 500;
/// The fewest: with less, the way there and back is all that is paid for.
const LEAST: u16 = 10;

/// How many edits a push carries, and how many visits or edits a page that is pulled. It follows the line from request to
/// request and from sync to sync.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// Edits a push, 1 ..= 500.
    pub push: u16,
    /// Visits or edits a page, 1 ..= 500.
    pub pull: u16,
}

impl Default for Pace {
    fn default() -> Self {
        Self { push: MOST, pull: MOST }
    }
}

impl Pace {
    /// After a push of so many edits was answered.
    #[must_use]
    pub fn pushed(self, edits: usize, took: Millis) -> Self {
        Self { push: next(self.push, edits, took), ..self }
    }

    /// After a page of so many visits or edits arrived.
    #[must_use]
    pub fn pulled(self, rows: usize, took: Millis) -> Self {
        Self { pull: next(self.pull, rows, took), ..self }
    }

    /// After a push that nothing answered.
    #[must_use]
    pub fn push_cut(self) -> Self {
        Self { push: quarter(self.push), ..self }
    }

    /// After a page that did not arrive.
    #[must_use]
    pub fn pull_cut(self) -> Self {
        Self { pull: quarter(self.pull), ..self }
    }
}

/// Aims at [`AIM`]: slower is cut to what would have fitted, at most to a quarter; four times as fast is doubled, if it was
/// no small rest that was fast. A clock that was set meanwhile says nothing.
fn next(now: u16, carried: usize, Millis(took): Millis) -> u16 {
    let carried = i64::try_from(carried).unwrap_or(i64::MAX);
    if took > AIM {
        let fits = u16::try_from(carried.saturating_mul(AIM) / took).unwrap_or(now);
        fits.max(quarter(now)).min(now)
    } else if (0..=AIM / 4).contains(&took) && carried * 2 >= i64::from(now) {
        now.saturating_mul(2).min(MOST)
    } else {
        now
    }
}

fn quarter(now: u16) -> u16 {
    (now / 4).max(LEAST).min(now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slow_line_gets_what_fits_and_a_fast_one_twice_as_much_up_to_the_most() {
        let slow = Pace::default().pushed(500, Millis(8_000));
        assert_eq!((slow.push, slow.pull), (250, 500));
        assert_eq!(slow.pushed(250, Millis(4_000)), slow);
        assert_eq!(slow.pushed(250, Millis(900)).pushed(500, Millis(900)).push, 500);
        assert_eq!(Pace::default().pulled(500, Millis(60_000)).pull, 125);
    }

    #[test]
    fn a_small_rest_that_was_fast_says_nothing_and_neither_does_a_clock_that_was_set() {
        let slow = Pace { push: 100, pull: 100 };
        assert_eq!(slow.pushed(3, Millis(50)), slow);
        assert_eq!(slow.pushed(100, Millis(-3_600_000)), slow);
    }

    #[test]
    fn cut_after_cut_it_comes_down_to_ten() {
        let pace = (0..5).fold(Pace::default(), |pace, _| pace.push_cut().pull_cut());
        assert_eq!(pace, Pace { push: 10, pull: 10 });
        assert_eq!(Pace { push: 3, pull: 3 }.push_cut().push, 3);
    }
}
