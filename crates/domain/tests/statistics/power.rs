use domain::stats::{DesignEffect, Direction, design_effect, smallest_gap, visits_for_gap};

use crate::{assert_near, share};

/// The four the design names, and their mirror images.
#[test]
fn visits_needed_to_see_a_gap_of_20_points() {
    for (expected, visits) in [(0.6, 48), (0.7, 44), (0.8, 36), (0.9, 24)] {
        let at_least = visits_for_gap(share(expected), Direction::AtLeast, DesignEffect::NONE);
        let at_most = visits_for_gap(share(1.0 - expected), Direction::AtMost, DesignEffect::NONE);
        assert_eq!((at_least, at_most), (Some(visits), Some(visits)), "expected {expected}");
    }
}

/// By hand at 80 %: (1.96·0.4 + 0.842·0.4899)/0.2 squared is 35.8, times a design effect of
/// 1.45 is 51.9.
#[test]
fn clustering_asks_for_more_visits() {
    let clustered = design_effect(11.0, 4, 8, 0.1);
    assert_eq!(visits_for_gap(share(0.8), Direction::AtLeast, clustered), Some(52));
}

#[test]
fn there_must_be_20_points_to_be_short_by() {
    assert_eq!(visits_for_gap(share(0.15), Direction::AtLeast, DesignEffect::NONE), None);
    assert_eq!(visits_for_gap(share(0.85), Direction::AtMost, DesignEffect::NONE), None);
    // At exactly 20 points q is 0: (1.96·0.4/0.2)² = 15.4.
    assert_eq!(visits_for_gap(share(0.2), Direction::AtLeast, DesignEffect::NONE), Some(16));
    assert_eq!(visits_for_gap(share(0.8), Direction::AtMost, DesignEffect::NONE), Some(16));
}

/// By hand: 1.96·√(0.8·0.2/16) = 0.196, and doubled where the design effect is 4.
#[test]
fn smallest_gap_by_hand() {
    assert_near(smallest_gap(share(0.8), 16, DesignEffect::NONE).unwrap(), 0.196, 1e-12);
    assert_near(smallest_gap(share(0.8), 16, design_effect(31.0, 1, 0, 0.1)).unwrap(), 0.392, 1e-12);
    assert_eq!(smallest_gap(share(0.8), 0, DesignEffect::NONE), None);
}
