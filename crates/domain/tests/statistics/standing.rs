use domain::stats::{Direction, Evidence, Expected, Gap, Rule, Standing, standing};

use crate::{assert_near, estimate, share};

fn seen(low: f64, point: f64, high: f64) -> Evidence {
    Evidence {
        looked: 40,
        blank: 0,
        classrooms: 12,
        classrooms_in_scope: 30,
        estimate: Some(estimate(low, point, high)),
    }
}

fn at_least_80() -> Expected {
    Expected::share(share(0.8), Direction::AtLeast)
}

fn at_most_20() -> Expected {
    Expected::share(share(0.2), Direction::AtMost)
}

#[test]
fn nobody_has_looked() {
    let blanks_only = Evidence { looked: 0, blank: 9, estimate: None, ..seen(0.5, 0.5, 0.5) };
    assert_eq!(standing(&blanks_only, at_least_80(), &Rule::default()), Standing::NoVisits);
}

#[test]
fn one_in_five_left_blank_is_still_good_enough_and_one_more_is_not() {
    let one_in_five = Evidence { blank: 10, ..seen(0.75, 0.85, 0.9) };
    assert_eq!(standing(&one_in_five, at_least_80(), &Rule::default()), Standing::Met);
    let one_more = Evidence { blank: 11, ..one_in_five };
    assert_eq!(standing(&one_more, at_least_80(), &Rule::default()), Standing::TooManyBlanks);
}

#[test]
fn eleven_visits_are_too_few_and_twelve_are_not() {
    let eleven = Evidence { looked: 11, ..seen(0.75, 0.85, 0.9) };
    assert_eq!(standing(&eleven, at_least_80(), &Rule::default()), Standing::TooFew);
    let twelve = Evidence { looked: 12, ..eleven };
    assert_eq!(standing(&twelve, at_least_80(), &Rule::default()), Standing::Met);
}

#[test]
fn four_classrooms_are_too_few_unless_there_are_only_four() {
    let four = Evidence { classrooms: 4, ..seen(0.75, 0.85, 0.9) };
    assert_eq!(standing(&four, at_least_80(), &Rule::default()), Standing::TooFew);
    let all_four = Evidence { classrooms_in_scope: 4, ..four };
    assert_eq!(standing(&all_four, at_least_80(), &Rule::default()), Standing::Met);
    let nobody_knows = Evidence { classrooms_in_scope: 0, ..four };
    assert_eq!(standing(&nobody_knows, at_least_80(), &Rule::default()), Standing::TooFew);
}

#[test]
fn without_an_interval_the_visits_are_too_few_even_for_the_strict_rule() {
    let no_interval = Evidence { estimate: None, ..seen(0.5, 0.5, 0.5) };
    assert_eq!(standing(&no_interval, at_least_80(), &Rule::STRICT), Standing::TooFew);
}

#[test]
fn a_share_is_met_close_below_or_uncertain() {
    let rule = Rule::default();
    assert_eq!(standing(&seen(0.71, 0.8, 0.88), at_least_80(), &rule), Standing::Met);
    assert_eq!(standing(&seen(0.71, 0.79, 0.88), at_least_80(), &rule), Standing::Close);
    assert_eq!(standing(&seen(0.5, 0.6, 0.79), at_least_80(), &rule), Standing::Below);
    assert_eq!(standing(&seen(0.5, 0.6, 0.8), at_least_80(), &rule), Standing::CannotTell);
    assert_eq!(standing(&seen(0.6, 0.9, 0.95), at_least_80(), &rule), Standing::CannotTell);
}

#[test]
fn a_certain_but_small_shortfall_is_close() {
    assert_eq!(standing(&seen(0.74, 0.76, 0.78), at_least_80(), &Rule::default()), Standing::Close);
    assert_eq!(standing(&seen(0.74, 0.76, 0.78), at_least_80(), &Rule::STRICT), Standing::Below);
}

#[test]
fn at_most_is_the_mirror_image() {
    let rule = Rule::default();
    assert_eq!(standing(&seen(0.12, 0.2, 0.29), at_most_20(), &rule), Standing::Met);
    assert_eq!(standing(&seen(0.12, 0.21, 0.29), at_most_20(), &rule), Standing::Close);
    assert_eq!(standing(&seen(0.21, 0.4, 0.5), at_most_20(), &rule), Standing::Below);
    assert_eq!(standing(&seen(0.2, 0.4, 0.5), at_most_20(), &rule), Standing::CannotTell);
}

#[test]
fn the_margin_of_an_amount_is_a_part_of_it() {
    let rule = Rule::default();
    let six_per_ten_minutes = Expected::amount(6.0, Direction::AtLeast).unwrap();
    assert_eq!(standing(&seen(5.4, 5.9, 6.4), six_per_ten_minutes, &rule), Standing::Close);
    assert_eq!(standing(&seen(5.3, 5.9, 6.4), six_per_ten_minutes, &rule), Standing::CannotTell);
    let at_most_two = Expected::amount(2.0, Direction::AtMost).unwrap();
    assert_eq!(standing(&seen(1.2, 2.1, 2.2), at_most_two, &rule), Standing::Close);
    assert_eq!(standing(&seen(2.1, 2.9, 3.5), at_most_two, &rule), Standing::Below);
}

#[test]
fn a_gap_is_shown_with_its_own_interval() {
    let short = Gap::between(estimate(0.33, 0.45, 0.58), at_least_80()).unwrap();
    assert_near(short.point(), 0.35, 1e-12);
    assert_near(short.interval().low(), 0.22, 1e-12);
    assert_near(short.interval().high(), 0.47, 1e-12);
    let over_the_cap = Gap::between(estimate(0.42, 0.55, 0.67), at_most_20()).unwrap();
    assert_near(over_the_cap.point(), 0.35, 1e-12);
    assert_near(over_the_cap.interval().low(), 0.22, 1e-12);
    assert_near(over_the_cap.interval().high(), 0.47, 1e-12);
    let past = Gap::between(estimate(0.85, 0.9, 0.95), at_least_80()).unwrap();
    assert!(past.interval().high() < 0.0);
}
