use super::{PValue, Share};

/// What became of one of many tests.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Discovery {
    /// The smallest level at which it would still pass; never under its own p-value.
    pub adjusted: PValue,
    /// Whether it passes at the level asked for.
    pub passes: bool,
}

/// Which of many tests pass, so that at most a share of `level` of those that pass is expected to be chance; in the
/// order given.
///
/// Benjamini and Hochberg's step-up rule: with the p-values in order p₍₁₎ ≤ … ≤ p₍ₘ₎, the first k pass, where k is the
/// last with p₍ₖ₎ ≤ k/m·level. Adjusted, p₍ᵢ₎ is the smallest m/j·p₍ⱼ₎ over j ≥ i, and passes when that is at most the
/// level. Give all tests that were made, not only those that look promising.
///
/// Holds for independent tests and for tests that tend to go together, as look-fors in the same visits do: Benjamini
/// and Yekutieli, Annals of Statistics 29 (2001) 1165–1188.
///
/// Benjamini and Hochberg, "Controlling the false discovery rate", Journal of the Royal Statistical Society B 57 (1995)
/// 289–300; adjusted p-values as in Yekutieli and Benjamini, Journal of Statistical Planning and Inference 82 (1999)
/// 171–196.
pub fn benjamini_hochberg(p_values: &[PValue], level: Share) -> Vec<Discovery> {
    let mut ranked: Vec<(usize, PValue)> = p_values.iter().copied().enumerate().collect();
    ranked.sort_by(|(_, one), (_, other)| one.get().total_cmp(&other.get()));

    let all = ranked.len() as f64;
    let mut found = vec![Discovery { adjusted: PValue::ALWAYS, passes: false }; ranked.len()];
    let mut smallest = PValue::ALWAYS;
    for (rank, (position, p)) in ranked.into_iter().enumerate().rev() {
        let stretched = all / (rank as f64 + 1.0) * p.get();
        if let Ok(stretched) = PValue::new(stretched)
            && stretched < smallest
        {
            smallest = stretched;
        }
        if let Some(slot) = found.get_mut(position) {
            *slot = Discovery { adjusted: smallest, passes: smallest.get() <= level.get() };
        }
    }
    found
}
