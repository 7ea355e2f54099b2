use super::ClusterCount;

/// One group's values, as far as an analysis of variance needs them; at least one value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Group {
    size: f64,
    mean: f64,
    /// The sum of squared distances from the mean.
    squares: f64,
}

impl Group {
    /// `None` without values.
    pub(super) fn of_values(values: &[f64]) -> Option<Group> {
        let size = values.len() as f64;
        let mean = values.iter().sum::<f64>() / size;
        let squares = values.iter().map(|value| (value - mean).powi(2)).sum();
        (!values.is_empty()).then_some(Group { size, mean, squares })
    }

    /// The outcomes 1 and 0, for shown and not shown; `None` without looks.
    pub(super) fn of_count(count: &ClusterCount) -> Option<Group> {
        let (shown, size) = (f64::from(count.shown()), f64::from(count.looked()));
        (size > 0.0).then(|| Group { size, mean: shown / size, squares: shown * (size - shown) / size })
    }
}

/// The one-way analysis of variance of groups of unequal size.
#[derive(Debug, Clone, Copy)]
pub(super) struct OneWay {
    /// MSB, with `groups − 1` degrees of freedom.
    pub(super) between: f64,
    /// MSW, with `values − groups` degrees of freedom.
    pub(super) within: f64,
    /// n₀ = (N − Σkᵢ²/N)/(m − 1): the size that groups of one size would have to say as much.
    pub(super) typical_size: f64,
    /// m, at least 2.
    pub(super) groups: f64,
    /// N, more than there are groups.
    pub(super) values: f64,
}

impl OneWay {
    /// `None` with fewer than two groups, when none of them has two values, and for numbers too extreme for an `f64`.
    ///
    /// Goes through the groups twice rather than keep them: Compare asks this of every look-for.
    pub(super) fn of(groups: impl Iterator<Item = Group> + Clone) -> Option<OneWay> {
        let (mut m, mut n, mut total, mut within, mut squared_sizes) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for group in groups.clone() {
            m += 1.0;
            n += group.size;
            total += group.size * group.mean;
            within += group.squares;
            squared_sizes += group.size * group.size;
        }
        if m < 2.0 || n <= m {
            return None;
        }
        let overall = total / n;
        let between: f64 = groups.map(|group| group.size * (group.mean - overall).powi(2)).sum();
        let typical_size = (n - squared_sizes / n) / (m - 1.0);
        let found =
            OneWay { between: between / (m - 1.0), within: within / (n - m), typical_size, groups: m, values: n };
        (found.between.is_finite() && found.within.is_finite()).then_some(found)
    }

    /// (MSB − MSW)/(MSB + (n₀ − 1)·MSW), a negative estimate counting as 0; `0..=1`. `None` without any spread.
    pub(super) fn correlation(&self) -> Option<f64> {
        let spread = self.between + (self.typical_size - 1.0) * self.within;
        (spread > 0.0).then(|| ((self.between - self.within) / spread).clamp(0.0, 1.0))
    }
}
