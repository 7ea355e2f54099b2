//! What a replica has delivered, in two numbers that both sides keep and compare.

use serde::{Deserialize, Serialize};

use crate::id::{Bits128, EditHash};

/// Count and sum modulo 2¹²⁸ of the hashes of accepted edits. Order does not matter; equal fingerprints mean equal
/// sets, unless two sets of hashes happen to sum alike (about 1 in 2¹²⁸).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Fingerprint {
    /// How many edits.
    pub count: u64,
    /// The sum of their hashes.
    pub sum: Bits128,
}

impl Fingerprint {
    /// Adds an accepted edit. Adding one twice counts it twice: the caller knows what is new.
    pub fn add(&mut self, hash: EditHash) {
        self.count += 1;
        self.sum = self.sum.wrapping_add(hash.0);
    }
}
