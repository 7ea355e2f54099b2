//! Randomness that is the same on every machine: ChaCha8 and arithmetic that every processor rounds alike.
//! No `exp`, `ln` or `cos`, whose last digit differs from one C library to the next.

use domain::id::Bits128;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// A stream of random numbers for one purpose.
pub(crate) struct Dice(ChaCha8Rng);

impl Dice {
    /// The stream for a purpose and a number: every visit has its own, so that it can be made without those before.
    pub(crate) fn of(seed: u64, purpose: &str, number: u64) -> Self {
        let Bits128(half) = Bits128::hash(&[&seed.to_le_bytes(), purpose.as_bytes(), &number.to_le_bytes()]);
        let mut whole = [0; 32];
        whole[..16].copy_from_slice(&half);
        whole[16..].copy_from_slice(&half);
        Self(ChaCha8Rng::from_seed(whole))
    }

    /// 0 ..= 1, without 1.
    pub(crate) fn unit(&mut self) -> f64 {
        f64::from(self.0.next_u32()) / 4_294_967_296.0
    }

    /// Whether something of this probability happens.
    pub(crate) fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// 0 .. `end`, or 0 when `end` is 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.unit() * end as f64) as usize
    }

    /// `from` ..= `to`.
    pub(crate) fn between(&mut self, from: i64, to: i64) -> i64 {
        from + self.below(usize::try_from(to - from + 1).unwrap_or(0)) as i64
    }

    /// About normal with mean 0 and standard deviation 1, within ±4.2: the sum of six even numbers.
    pub(crate) fn spread(&mut self) -> f64 {
        let sum: f64 = (0..6).map(|_| self.unit()).sum();
        (sum - 3.0) * std::f64::consts::SQRT_2
    }

    /// One of a list that is not empty.
    pub(crate) fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    /// A position in a list of weights, in proportion to them.
    pub(crate) fn weighted(&mut self, weights: &[f64]) -> usize {
        let mut left = self.unit() * weights.iter().sum::<f64>();
        for (position, weight) in weights.iter().enumerate() {
            left -= weight;
            if left < 0.0 {
                return position;
            }
        }
        weights.len().saturating_sub(1)
    }

    /// A new order of a list.
    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for position in (1..list.len()).rev() {
            list.swap(position, self.below(position + 1));
        }
    }

    /// A new 128-bit id of any sort.
    pub(crate) fn id<T: From<[u8; 16]>>(&mut self) -> T {
        let mut bytes = [0; 16];
        self.0.fill_bytes(&mut bytes);
        T::from(bytes)
    }
}

/// From any number to a probability: an S that needs only a square root.
pub(crate) fn squash(x: f64) -> f64 {
    0.5 * (1.0 + x / (1.0 + x * x).sqrt())
}

/// Back from a probability, not 0 or 1.
pub(crate) fn unsquash(probability: f64) -> f64 {
    let y = 2.0 * probability - 1.0;
    y / (1.0 - y * y).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_numbers_it_has_always_given() {
        let mut dice = Dice::of(1, "test", 2);
        let rolls: Vec<usize> = (0..8).map(|_| dice.below(1000)).collect();
        assert_eq!(rolls, ROLLS);
    }

    const ROLLS: [usize; 8] = [381, 97, 928, 356, 982, 147, 867, 989];

    #[test]
    fn the_spread_has_mean_0_and_deviation_1() {
        let mut dice = Dice::of(1, "spread", 0);
        let rolls: Vec<f64> = (0..20_000).map(|_| dice.spread()).collect();
        let mean = rolls.iter().sum::<f64>() / 20_000.0;
        let variance = rolls.iter().map(|roll| (roll - mean).powi(2)).sum::<f64>() / 20_000.0;
        assert!(mean.abs() < 0.03 && (variance - 1.0).abs() < 0.05, "{mean} {variance}");
    }

    #[test]
    fn squashing_and_back_is_where_it_began() {
        for probability in [0.05, 0.45, 0.5, 0.9] {
            assert!((squash(unsquash(probability)) - probability).abs() < 1e-12);
        }
    }
}
