use domain::compare::Needed;
use domain::expectation::ExpectedAmount;
use domain::stats::Measure;

use super::super::made::row;
use super::*;
use crate::text::Language;

/// The same look-for counted, with so many expected in ten minutes.
fn counted(standing: Standing, expected: f64, value: f64, interval: (f64, f64), direction: Direction) -> ComparisonRow {
    let mut row = row(standing, value, interval);
    row.look_for.kind = Kind::Count;
    row.measure = Measure::Amount;
    row.expectation.as_mut().unwrap().target = Target::Amount(ExpectedAmount::new(expected).unwrap());
    row.expectation.as_mut().unwrap().direction = direction;
    row
}

/// "▼ Below: 22–47 points short".
fn said_in(language: Language, row: &ComparisonRow) -> String {
    let text = Text::new(language);
    format!("{} {}: {}", shape(row.standing).sign(), standing(&text, row), gap(&text, row))
}

fn said(row: &ComparisonRow) -> String {
    said_in(Language::En, row)
}

#[test]
fn below_says_the_gap_as_a_range() {
    assert_eq!(said(&row(Standing::Below, 0.45, (0.33, 0.58))), "▼ Below: 22–47 points short");
}

#[test]
fn close_says_that_there_may_be_no_gap_at_all_only_where_that_is_so() {
    assert_eq!(said(&row(Standing::Close, 0.76, (0.71, 0.82))), "≈ Close: 4 points short, maybe none");
    assert_eq!(said(&row(Standing::Close, 0.76, (0.73, 0.78))), "≈ Close: 2–7 points short");
}

#[test]
fn met_says_by_how_much_it_might_still_be_short() {
    assert_eq!(said(&row(Standing::Met, 0.90, (0.82, 0.95))), "▲ Met: at or above 80\u{a0}%");
    assert_eq!(said(&row(Standing::Met, 0.84, (0.73, 0.91))), "▲ Met: at or above 80\u{a0}%, or up to 7 points short");
}

#[test]
fn what_cannot_be_told_says_how_far_it_reaches_both_ways_and_what_would_be_needed() {
    let mut row = row(Standing::CannotTell, 0.75, (0.52, 0.89));
    row.needed.smallest_gap = Some(0.31);
    assert_eq!(
        said(&row),
        "◇ Can’t tell yet: 28 points short to 9 points above; these visits could show a gap of 31 points"
    );
    row.needed.more_visits = Some(39);
    assert!(said(&row).ends_with("; 39 more would show 20 points"));
}

#[test]
fn too_few_says_what_is_missing() {
    let mut row = row(Standing::TooFew, 0.56, (0.27, 0.81));
    row.needed = Needed { more_visits: Some(39), visits_to_minimum: 3, ..Needed::default() };
    assert_eq!(said(&row), "◇ Too few visits: 39 more would show 20 points");
    row.needed = Needed { classrooms_to_minimum: 2, more_visits: Some(39), ..Needed::default() };
    assert_eq!(said(&row), "◇ Too few visits: 2 more classrooms needed");
    row.needed = Needed { visits_to_minimum: 1, ..Needed::default() };
    assert_eq!(said(&row), "◇ Too few visits: 1 more visit needed");
}

#[test]
fn no_visits_and_too_many_blanks_give_no_number_as_if_it_were_one() {
    let mut empty = row(Standing::NoVisits, 0.5, (0.0, 1.0));
    (empty.visits, empty.observed, empty.estimate) = (0, None, None);
    assert_eq!(said(&empty), "○ No visits yet: nobody has looked for it yet");
    let mut blank = row(Standing::TooManyBlanks, 0.5, (0.3, 0.7));
    blank.tally =
        serde_json::from_str(r#"{"shown":20,"looked":58,"blank":30,"not_applicable":0,"could_not_judge":0}"#).unwrap();
    assert_eq!(said(&blank), "◇ Left blank too often: 30 of 88 left blank");
}

#[test]
fn without_an_expectation_the_plain_estimate_stands() {
    let mut row = row(Standing::Met, 0.56, (0.38, 0.72));
    (row.expectation, row.standing) = (None, None);
    assert_eq!(said(&row), "○ Not expected: 56\u{a0}% of visits (38–72\u{a0}%)");
}

#[test]
fn a_cap_is_kept_or_gone_over_in_its_own_unit() {
    let over = counted(Standing::Below, 1.0, 2.3, (1.4, 3.2), Direction::AtMost);
    assert_eq!(said(&over), "▼ Over: 0.4–2.2 per 10 minutes over");
    let kept = counted(Standing::Met, 1.0, 0.4, (0.1, 0.8), Direction::AtMost);
    assert_eq!(said(&kept), "▲ Met: at or under 1 per 10 minutes");
    let unsure = counted(Standing::CannotTell, 1.0, 1.1, (0.4, 1.9), Direction::AtMost);
    assert_eq!(said(&unsure), "◇ Can’t tell yet: 0.9 per 10 minutes over to 0.6 per 10 minutes under");
}

#[test]
fn spanish_says_the_same() {
    assert_eq!(said_in(Language::Es, &row(Standing::Below, 0.45, (0.33, 0.58))), "▼ Por debajo: 22–47 puntos de menos");
    let unsure = counted(Standing::CannotTell, 4.0, 3.9, (2.5, 5.25), Direction::AtLeast);
    assert_eq!(
        said_in(Language::Es, &unsure),
        "◇ Aún no se sabe: entre 1,5 por 10 minutos de menos y 1,3 por 10 minutos por encima"
    );
}

#[test]
fn the_line_under_a_look_for_counts_visits_rooms_and_blanks() {
    let text = Text::new(Language::En);
    let mut one = row(Standing::Below, 0.45, (0.33, 0.58));
    assert_eq!(note(&text, &one), "Non-negotiable · 58 visits, 22 rooms");
    (one.visits, one.classrooms, one.older) = (1, 1, true);
    assert_eq!(note(&text, &one), "Non-negotiable · 1 visit, 1 room · only in an older version");
}
