//! In which order rows are read, and what a summary picks.

use domain::compare::{Comparison, Order, summary};
use domain::expectation::Scope;
use domain::framework::{Autonomy, Framework, Kind};
use domain::saved::{Loaded, load, save};
use domain::stats::Standing;
use domain::visit::Outcome;

use crate::made::{Seen, World, framework, look_for, room, strand, version};

/// Name, how many of 60 visits show it (`None`: always left blank), and how many points are expected.
const LOOK_FORS: [(&str, Option<u8>, Option<u8>); 9] = [
    ("met by a little", Some(50), Some(80)),
    ("nothing expected", Some(30), None),
    ("below by a little", Some(36), Some(80)),
    ("cannot tell", Some(46), Some(82)),
    ("blank", None, Some(80)),
    ("met by far", Some(60), Some(60)),
    ("below by far", Some(6), Some(80)),
    ("close", Some(58), Some(95)),
    ("below more", Some(24), Some(80)),
];

fn nine_look_fors() -> Comparison {
    let mut world = World::new();
    let all = LOOK_FORS.map(|(name, ..)| look_for(name, Kind::Presence, Autonomy::Adaptable));
    let framework = Framework { strands: vec![strand("only", all.into())], ..framework() };
    world.frameworks.insert(version(1), framework);
    for visit in 0..60 {
        let outcome = |shown: Option<u8>| match shown {
            // Each room in turn, so that each shows a look-for about equally often.
            Some(shown) if visit < shown => Outcome::Shown,
            Some(_) => Outcome::NotShown,
            None => Outcome::Blank,
        };
        world.see(Seen {
            school: if visit % 12 < 6 { "north" } else { "south" },
            room: room(visit % 6),
            outcomes: LOOK_FORS.map(|(_, shown, _)| outcome(shown)).into(),
            ..Seen::default()
        });
    }
    for (name, _, points) in LOOK_FORS {
        if let Some(points) = points {
            world.expect(name, Scope::District, points);
        }
    }
    world.whole()
}

fn names<'a>(rows: impl IntoIterator<Item = &'a domain::compare::ComparisonRow>) -> Vec<&'a str> {
    rows.into_iter().map(|row| row.look_for.short.as_str()).collect()
}

#[test]
fn the_largest_gap_that_is_sure_comes_first_and_what_nobody_expects_last() {
    let comparison = nine_look_fors();
    assert_eq!(
        names(comparison.sorted(Order::LargestGap)),
        [
            "below by far",
            "below more",
            "below by a little",
            "cannot tell",
            "blank",
            "close",
            "met by a little",
            "met by far",
            "nothing expected",
        ]
    );
    let standings: Vec<_> = comparison.rows.iter().map(|row| row.standing).collect();
    assert_eq!(standings[3], Some(Standing::CannotTell));
    assert_eq!(standings[4], Some(Standing::NoVisits));
}

#[test]
fn by_strand_rows_stay_in_reading_order() {
    let comparison = nine_look_fors();
    assert_eq!(names(comparison.sorted(Order::Strand)), LOOK_FORS.map(|(name, ..)| name));
}

#[test]
fn a_summary_praises_three_names_three_and_says_what_it_cannot_tell() {
    let comparison = nine_look_fors();
    let summary = summary(&comparison, &comparison);
    assert_eq!((summary.visits, summary.classrooms), (60, 12));
    assert_eq!(names(summary.going_well), ["met by far", "met by a little", "close"]);
    assert_eq!(names(summary.furthest_below), ["below by far", "below more", "below by a little"]);
    assert_eq!(names(summary.not_enough), ["cannot tell", "blank"]);
}

#[test]
fn a_comparison_reads_back_as_it_was_saved() {
    let comparison = nine_look_fors();
    assert_eq!(load(save(&comparison).ok()), Loaded::Thing(comparison));
}
