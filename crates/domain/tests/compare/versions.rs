//! Versions of the framework: what pools, and what stays apart.

use domain::compare::{Comparison, Selection};
use domain::framework::{Autonomy, Framework, Kind};
use domain::time::date;

use crate::made::{Seen, TODAY, World, framework, look_for, rating, row, strand, version};

/// A visit under each version; the second is `next`.
fn across(next: Framework) -> World {
    let mut world = World::with([1, 2].map(|version| Seen { version, ..Seen::default() }));
    world.frameworks.insert(version(2), next);
    world
}

fn next(change: impl FnOnce(&mut Framework)) -> Framework {
    let mut next = Framework { version: 2, effective: date(2026, 10, 1), ..framework() };
    change(&mut next);
    next
}

fn rows(comparison: &Comparison) -> Vec<(&str, u32, bool)> {
    comparison.rows.iter().map(|row| (row.look_for.short.as_str(), row.tally.looked(), row.older)).collect()
}

#[test]
fn a_polished_text_pools_and_reads_as_in_the_newest_version() {
    let world = across(next(|next| next.strands[0].look_fors[0].text = "Polished".to_owned()));
    let comparison = world.whole();
    let goal = row(&comparison, "goal");
    assert_eq!((goal.tally.looked(), goal.look_for.text.as_str()), (2, "Polished"));
    assert_eq!((goal.version, comparison.rows.len()), (version(2), 5));
}

#[test]
fn another_kind_under_the_same_id_stays_apart_at_the_end_of_its_strand() {
    let world = across(next(|next| next.strands[0].look_fors[0].kind = Kind::Duration));
    assert_eq!(
        rows(&world.whole()),
        [
            ("goal", 1, false),
            ("talk", 2, false),
            ("work", 2, false),
            ("goal", 1, true),
            ("task", 2, false),
            ("depth", 2, false),
        ]
    );
}

#[test]
fn a_rating_pools_only_with_as_many_levels_and_the_same_threshold() {
    let pooled = |kind: Kind| {
        let world = across(next(|next| next.strands[1].look_fors[1].kind = kind));
        row(&world.whole(), "depth").tally.looked() == 2
    };
    assert!(pooled(rating(3, 2)));
    assert!(!pooled(rating(3, 3)));
    assert!(!pooled(rating(4, 2)));
    let Kind::Rating { mut levels, shown_from } = rating(3, 2) else { unreachable!("a rating is a rating") };
    levels[0].name = "Reworded".to_owned();
    assert!(pooled(Kind::Rating { levels, shown_from }));
}

#[test]
fn positions_move_with_their_look_fors() {
    let mut world = across(next(|next| {
        next.strands.reverse();
        next.strands[1].look_fors.insert(0, look_for("new", Kind::Presence, Autonomy::Adaptable));
    }));
    world.see(Seen { version: 2, outcomes: vec![domain::visit::Outcome::Shown; 6], ..Seen::default() });
    let comparison = world.whole();
    let order: Vec<_> = rows(&comparison).into_iter().map(|(name, ..)| name).collect();
    assert_eq!(order, ["task", "depth", "new", "goal", "talk", "work"]);
    assert_eq!(row(&comparison, "depth").tally.looked(), 3);
    assert_eq!(row(&comparison, "new").tally.looked(), 2);
}

#[test]
fn a_look_for_that_the_newest_version_files_elsewhere_is_filtered_as_it_is_now() {
    let world = across(next(|next| {
        let moved = next.strands[0].look_fors.remove(0);
        next.strands[1].look_fors.push(moved);
    }));
    let teaching = Selection { strand: Some("teaching".into()), ..Selection::default() };
    assert_eq!(rows(&world.compare(&teaching)), [("talk", 2, false), ("work", 2, false)]);
}

#[test]
fn a_strand_that_was_dropped_comes_last() {
    let world = across(next(|next| {
        next.strands.remove(0);
        next.strands.push(strand("extra", vec![]));
    }));
    let comparison = world.whole();
    assert_eq!(comparison.rows[0].look_for.short, "task");
    assert!(comparison.rows[2..].iter().all(|row| row.older && row.strand_name == "Strand teaching"));
}

#[test]
fn a_drill_down_stays_with_the_versions_that_observe_alike() {
    let mut world = across(next(|next| next.strands[0].look_fors[0].kind = Kind::Duration));
    world.see(Seen::default());
    let comparison = world.whole();
    for (position, visits) in [(0, 1), (3, 2), (4, 3)] {
        let drill = Some(comparison.rows[position].drill(None));
        assert_eq!(world.select(&Selection { drill, ..Selection::default() }).len(), visits);
    }
}

#[test]
fn without_visits_the_version_that_holds_today_says_what_is_looked_for() {
    let mut world = World::new();
    world.frameworks.insert(version(2), next(|next| next.strands.truncate(1)));
    assert_eq!(world.whole().rows.len(), 3);
    world.frameworks.insert(version(3), Framework { version: 3, effective: TODAY.plus_days(1), ..framework() });
    assert_eq!(world.whole().rows.len(), 3);
}
