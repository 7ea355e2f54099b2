use super::*;
use crate::permission::Role;
use crate::time::{date, moment};

fn round() -> Round {
    Round {
        number: 1,
        title: String::from("Common framework"),
        until: date(2026, 12, 4),
        note: String::new(),
        by: String::from("Ada"),
        at: moment(date(2026, 11, 20), 600, UtcOffset(0)),
        closed: None,
        became: None,
    }
}

fn comment(at: i64, answered: bool) -> Comment {
    let answer = CommentAnswer { text: "Yes".into(), uptake: None, by: "Ada".into(), at: Millis(9) };
    Comment {
        look_for: None,
        about: String::new(),
        account: Some("ben".into()),
        by: None,
        text: String::from("Too long"),
        at: Millis(at),
        answer: answered.then_some(answer),
    }
}

#[test]
fn the_last_day_counts_until_it_has_ended_everywhere() {
    let hawaii = UtcOffset(-600);
    let late = moment(date(2026, 12, 4), 23 * 60 + 59, hawaii);
    assert!(round().is_open(late));
    let over = moment(date(2026, 12, 5), 0, LAST_TO_END);
    assert!(round().is_open(Millis(over.0 - 1)));
    assert!(!round().is_open(over));
}

#[test]
fn a_round_that_was_closed_or_whose_draft_is_gone_takes_no_comments() {
    let during = moment(date(2026, 12, 1), 0, UtcOffset(0));
    assert!(!Round { closed: Some(Millis(1)), ..round() }.is_open(during));
    assert!(!Round { became: Some(Became::Discarded), ..round() }.is_open(during));
    assert!(!Round { became: Some(Became::Version(2)), ..round() }.can_change());
    // One that has only run out goes on with a later day.
    assert!(round().can_change());
}

#[test]
fn words_are_one_to_a_thousand_characters_without_the_space_around_them() {
    assert_eq!(worded("  ñandú \n").as_deref(), Ok("ñandú"));
    assert_eq!(worded(&"ñ".repeat(MOST_WORDS)).map(|text| text.chars().count()), Ok(MOST_WORDS));
    for unfit in ["", " \n", "a\0b", &"ñ".repeat(MOST_WORDS + 1)] {
        assert_eq!(worded(unfit), Err(CannotComment::Words), "{unfit:?}");
    }
}

#[test]
fn a_round_asks_somebody_until_a_day_that_has_not_passed() {
    let now = moment(date(2026, 11, 20), 600, UtcOffset(0));
    let plan = PlanRound {
        round: None,
        seen: None,
        until: date(2026, 11, 20),
        note: "ñ".repeat(MOST_WORDS),
        invited: vec!["ben".into()],
    };
    assert_eq!(plan.check(now), Ok(()));
    assert_eq!(PlanRound { invited: Vec::new(), ..plan.clone() }.check(now), Err(CannotComment::Nobody));
    assert_eq!(PlanRound { note: "n".repeat(MOST_WORDS + 1), ..plan.clone() }.check(now), Err(CannotComment::Note));
    assert_eq!(PlanRound { until: date(2026, 11, 18), ..plan }.check(now), Err(CannotComment::Until));
}

#[test]
fn whoever_was_asked_takes_part_and_administrators_always_do() {
    let me = |role| Me {
        account: "a".into(),
        district: "d".into(),
        name: String::new(),
        email: String::new(),
        role,
        schools: Vec::new(),
    };
    assert_eq!(Role::ALL.map(|role| takes_part(&me(role), false)), [true, false, false, false]);
    assert_eq!(Role::ALL.map(|role| takes_part(&me(role), true)), [true; 4]);
}

#[test]
fn what_waits_for_an_answer_comes_first_and_the_oldest_of_it() {
    let all = [comment(1, true), comment(3, false), comment(2, false), comment(0, true)];
    let order: Vec<i64> = unanswered_first(&all).iter().map(|comment| comment.at.0).collect();
    assert_eq!(order, [2, 3, 0, 1]);
    assert_eq!(CommentCount::of(&all), CommentCount { all: 4, unanswered: 2 });
}

#[test]
fn a_tag_names_words_answer_and_whether_it_was_taken_up() {
    let mut tags = vec![comment(1, false).tag(), comment(1, true).tag()];
    tags.push(Comment { text: String::from("Too short"), ..comment(1, false) }.tag());
    for uptake in [Uptake::TakenUp, Uptake::NotTakenUp] {
        let mut one = comment(1, true);
        one.answer = one.answer.map(|answer| CommentAnswer { uptake: Some(uptake), ..answer });
        tags.push(one.tag());
    }
    let count = tags.len();
    tags.sort_unstable_by_key(|tag| tag.0);
    tags.dedup();
    assert_eq!(tags.len(), count);
    // When it was written is not part of it.
    assert_eq!(comment(1, false).tag(), comment(2, false).tag());
}
