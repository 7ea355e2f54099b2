//! What Compare says about the made-up district: something of everything, so that a demo shows what it can say.

use std::collections::{BTreeMap, BTreeSet};

use domain::compare::{Comparison, Ground, Selection, compare};
use domain::fact::{Pack, PackKey};
use domain::stats::Standing;
use sample::{DEMO_SEED, Sample, Size, district};

fn cedar_ridge(sample: &Sample) -> Comparison {
    let mut packs: BTreeMap<PackKey, Pack> = BTreeMap::new();
    for fact in sample.facts() {
        packs.entry(fact.key.clone()).or_insert_with(|| Pack::new(fact.key.clone())).put(fact);
    }
    let version = packs.keys().map(|key| key.framework).next().unwrap_or_default();
    let ground = Ground {
        packs: packs.values().collect(),
        frameworks: sample.frameworks.iter().map(|framework| (version, framework)).collect(),
        district: &sample.district,
        rosters: sample.rosters.iter().collect(),
    };
    let selection = Selection { schools: vec!["cedar-ridge".into()], ..Selection::default() };
    compare(&ground, &selection, Size::demo().until)
}

#[test]
fn cedar_ridge_stands_somewhere_different_from_look_for_to_look_for() {
    let comparison = cedar_ridge(&district(DEMO_SEED, Size::demo()));
    let standing =
        |id: &str| comparison.rows.iter().find(|row| row.look_for.id.as_str() == id).and_then(|row| row.standing);
    assert_eq!(standing("goal"), Some(Standing::Below));
    assert_eq!(standing("check"), Some(Standing::Below));
    assert_eq!(standing("respect"), Some(Standing::Met));
    assert_eq!(standing("stretch"), Some(Standing::TooFew));
    assert_eq!(standing("feedback"), Some(Standing::TooManyBlanks));
    let met: BTreeSet<_> =
        comparison.rows.iter().filter_map(|row| row.standing).map(|standing| format!("{standing:?}")).collect();
    for expected in ["Below", "Close", "Met", "CannotTell"] {
        assert!(met.contains(expected), "{met:?}");
    }
}

#[test]
fn classrooms_are_clusters_so_that_intervals_are_wider() {
    let comparison = cedar_ridge(&district(DEMO_SEED, Size::demo()));
    let effects: Vec<f64> = comparison.rows.iter().filter_map(|row| row.design_effect).collect();
    assert!(effects.iter().filter(|effect| **effect > 1.0).count() >= 4, "{effects:?}");
}
