use domain::compare::{FromCounts, Tally, from_counts};
use domain::stats::{Rule, Share, Standing};

fn of(shown: u32, looked: u32, expected: f64, rule: &Rule) -> FromCounts {
    from_counts(Tally::new(shown, looked).unwrap(), Share::new(expected).unwrap(), rule)
}

#[track_caller]
fn assert_near(found: f64, published: f64) {
    assert!((found - published).abs() < 0.000_05, "found {found}, published {published}");
}

/// Newcombe, Statistics in Medicine 17 (1998) 857–872, Table I, method 3.
#[test]
fn counts_alone_get_the_plain_interval() {
    for (shown, looked, low, high) in
        [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)]
    {
        let share = of(shown, looked, 0.5, &Rule::STRICT).share.unwrap();
        assert_near(share.interval().low(), low);
        assert_near(share.interval().high(), high);
    }
}

/// 81 of 263 is 30.8 %, from 25.5 to 36.6. By hand: 1.96·√(0.25/263) = 0.0604.
#[test]
fn counts_are_held_against_the_expectation_and_say_what_is_needed() {
    let half = of(81, 263, 0.5, &Rule::STRICT);
    assert_eq!(half.standing, Standing::Below);
    assert_near(half.gap.unwrap().interval().low(), 0.5 - 0.3662);
    assert_near(half.smallest_gap.unwrap(), 0.0604);
    assert_eq!(of(81, 263, 0.8, &Rule::STRICT).visits_for_20_points, Some(36));
}

#[test]
fn margin_and_minimum_are_those_of_the_rule() {
    assert_eq!(of(81, 263, 0.33, &Rule::STRICT).standing, Standing::CannotTell);
    let lenient = Rule { margin: Share::new(0.1).unwrap(), ..Rule::STRICT };
    assert_eq!(of(81, 263, 0.33, &lenient).standing, Standing::Close);
    let demanding = Rule { minimum_visits: 264, ..Rule::STRICT };
    assert_eq!(of(81, 263, 0.33, &demanding).standing, Standing::TooFew);
    assert_eq!(of(3, 3, 0.2, &Rule { minimum_classrooms: 5, ..Rule::STRICT }).standing, Standing::Met);
}

#[test]
fn without_visits_there_is_nothing_but_the_standing() {
    let nothing = of(0, 0, 0.8, &Rule::STRICT);
    assert_eq!((nothing.standing, nothing.share, nothing.smallest_gap), (Standing::NoVisits, None, None));
    assert!(nothing.gap.is_none() && nothing.visits_for_20_points == Some(36));
}

#[test]
fn what_is_expected_always_or_never_has_no_smallest_gap() {
    assert_eq!(of(9, 12, 1.0, &Rule::STRICT).smallest_gap, None);
    assert_eq!(
        (of(9, 12, 0.0, &Rule::STRICT).smallest_gap, of(9, 12, 0.1, &Rule::STRICT).visits_for_20_points),
        (None, None)
    );
}
