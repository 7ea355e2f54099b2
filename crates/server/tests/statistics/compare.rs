use crate::{assert_near, json, printed};

const FILE: &str = "look-for,shown,looked,expected\n\
    Clear goal,9,20,80 %\n\
    \"Talk, in pairs\",28,31,0.8\n\
    Exit ticket,0,0,70\n\
    Adapted task,17,21,80%\n\
    Reteaching,3,40,10\n";

/// Newcombe, Statistics in Medicine 17 (1998) 857–872, Table I, method 3.
#[test]
fn shares_have_the_intervals_that_newcombe_published() {
    let newcombe = "look-for,shown,looked,expected\na,81,263,0.5\nb,15,148,0.5\nc,0,20,0.5\nd,1,29,0.5\n";
    let found = json(newcombe, &["compare", "file.csv"]);
    for (row, (low, high)) in
        [(0.2553, 0.3662), (0.0624, 0.1605), (0.0, 0.1611), (0.0061, 0.1718)].into_iter().enumerate()
    {
        let held = &found["look_fors"][row];
        assert_near(&held["share"]["interval"]["low"], low, 0.000_05);
        assert_near(&held["share"]["interval"]["high"], high, 0.000_05);
        assert_near(&held["gap"]["interval"]["low"], 0.5 - high, 0.000_05);
        assert_eq!(held["standing"], "below");
    }
}

#[test]
fn a_table_shows_share_interval_standing_and_visits_needed() {
    insta::assert_snapshot!(printed(FILE, &["compare", "file.csv"]));
}

#[test]
fn margin_and_minimum_change_the_standing_and_are_stated() {
    let standings = |more: &[&str]| {
        let found = json(FILE, &[&["compare", "file.csv"], more].concat());
        found["look_fors"].as_array().unwrap().iter().map(|held| held["standing"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(standings(&[]), ["below", "cannot_tell", "no_visits", "cannot_tell", "cannot_tell"]);
    assert_eq!(standings(&["--margin", "10 %"]), ["below", "met", "no_visits", "cannot_tell", "close"]);
    assert_eq!(
        standings(&["--min-visits", "21"]),
        ["too_few", "cannot_tell", "no_visits", "cannot_tell", "cannot_tell"]
    );
    let stated = printed(FILE, &["compare", "file.csv", "--margin", "0.1", "--min-visits", "12"]);
    assert!(stated.contains("a margin of 10.0 points and a minimum of 12 visits."), "{stated}");
}

#[test]
fn an_expectation_is_a_part_of_one_or_per_cent() {
    let found = json(FILE, &["compare", "file.csv"]);
    let expected = |row: usize| found["look_fors"][row]["expected"].as_f64();
    assert_eq!([0, 1, 2, 3, 4].map(expected), [0.8, 0.8, 0.7, 0.8, 0.1].map(Some));
    let bounds = json("look-for,shown,looked,expected\na,1,2,1\nb,1,2,1 %\nc,1,2,0\n", &["compare", "file.csv"]);
    let expected = |row: usize| bounds["look_fors"][row]["expected"].as_f64();
    assert_eq!([0, 1, 2].map(expected), [1.0, 0.01, 0.0].map(Some));
}

/// Never NaN: what nobody looked for has no numbers, and says so.
#[test]
fn a_look_for_without_visits_says_so() {
    let found = json(FILE, &["compare", "file.csv"]);
    let nothing = &found["look_fors"][2];
    assert!(nothing["share"].is_null() && nothing["gap"].is_null() && nothing["smallest_gap"].is_null());
    assert_eq!((&nothing["standing"], &nothing["visits_for_20_points"]), (&"no_visits".into(), &44.into()));
    assert!(printed(FILE, &["compare", "file.csv"]).contains("no visits yet"));
}
