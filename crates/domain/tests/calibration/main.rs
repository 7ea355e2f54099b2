//! Two observers of one lesson: whose records belong together, how far they agree, and where they parted.

#![expect(clippy::unwrap_used, reason = "a test that cannot set its scene should fail loudly")]

mod made;

use std::collections::BTreeMap;

use domain::calibration::{Coefficient, Said, Sitting, agreed, agreed_together, not_in_all, sessions, talking_points};
use domain::framework::Kind;
use domain::id::{Bits128, DocumentHash};
use domain::time::Millis;
use domain::visit::{Act, Answer, Outcome, Snapshot, Visit};

use made::{Record, agreement_on, framework, points};

#[test]
fn one_code_joins_records_from_different_places_and_another_day() {
    let ada = Record::on("204", "ada", 0).seat(Some("K7Q4"), None).finish();
    let bo = Record::on("at home", "bo", 80_000).seat(Some("k7-q4"), None).finish();
    let found = sessions(vec![ada.clone(), bo.clone()]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].sittings, [ada, bo]);
    let next_week = Record::of("cy", 14 * 86_400).seat(Some("K7Q4"), None).finish();
    let again = sessions(found[0].sittings.iter().cloned().chain([next_week]).collect());
    assert_eq!(again.len(), 2, "a code is used again some day");
}

#[test]
fn without_a_code_the_same_room_at_the_same_time_belongs_together() {
    let together = |one, other| sessions(vec![one, other]).len() == 1;
    assert!(together(Record::of("ada", 0).finish(), Record::of("bo", 120).finish()));
    assert!(together(Record::of("ada", 0).seat(Some("K7Q4"), None).finish(), Record::of("bo", 120).finish()));
    assert!(!together(Record::of("ada", 0).finish(), Record::of("bo", 600).finish()), "one after the other");
    assert!(!together(Record::of("ada", 0).finish(), Record::on("205", "bo", 0).finish()), "next door");
    let other_code = Record::of("bo", 0).seat(Some("WXYZ"), None).finish();
    assert!(!together(Record::of("ada", 0).seat(Some("K7Q4"), None).finish(), other_code));
}

#[test]
fn a_record_is_saved_and_loaded_with_its_seat() {
    let live = Record::of("ada", 0).seat(Some("K7Q4"), Some("M. Ruiz"));
    for record in [live, Record::of("ben", 0).video("K7Q4"), Record::of("cem", 0).seat(None, None)] {
        let saved = domain::saved::save(&record.state).unwrap();
        assert_eq!(domain::saved::load(Some(saved)), domain::saved::Loaded::Thing(record.state));
    }
}

#[test]
fn two_on_one_tablet_are_two_and_a_forgotten_name_replaces_nobody() {
    let first = Record::of("ada", 0).seat(Some("K7Q4"), None).finish();
    let turn = Record::of("ada", 900).seat(Some("K7Q4"), Some("M. Ruiz")).finish();
    let nameless = Record::of("ada", 1_800).seat(Some("K7Q4"), None);
    let named = nameless.seat(Some("K7Q4"), Some("B. Chen")).finish();
    let nameless = Record::of("ada", 1_800).seat(Some("K7Q4"), None).finish();
    let found = sessions(vec![nameless.clone(), turn.clone(), first.clone()]);
    assert_eq!(found[0].sittings, [first.clone(), turn.clone()]);
    assert_eq!(found[0].aside, std::slice::from_ref(&nameless));
    assert!(found[0].holds(first.visit) && found[0].holds(nameless.visit));
    let put_right = sessions(vec![named, turn, first]);
    assert!(put_right[0].sittings.len() == 3 && put_right[0].aside.is_empty());
}

#[test]
fn a_visit_that_is_not_finished_or_counts_nowhere_is_no_record() {
    let open = Record::of("ada", 0);
    assert_eq!(Sitting::of(&Visit::read(open.id(), &open.state).unwrap(), &framework()), None);
    let gone = Record::of("ada", 0).act(60, Act::Finish(Millis(1_794_322_860_000))).act(70, Act::Discard(true));
    assert_eq!(Sitting::of(&Visit::read(gone.id(), &gone.state).unwrap(), &framework()), None);
}

/// Ten lessons; in eight both say yes, in one both say no, in one they part.
#[test]
fn agreement_over_lessons_is_the_table_that_the_lessons_make() {
    let lesson = |day: i64, ada, bo| {
        let begun = day * 86_400;
        let one = Record::of("ada", begun).answer("goal", ada).finish();
        [one, Record::of("bo", begun + 5).answer("goal", bo).finish()]
    };
    let mut all = Vec::new();
    (0..8).for_each(|day| all.extend(lesson(day, Answer::Seen, Answer::Seen)));
    all.extend(lesson(8, Answer::NotSeen, Answer::NotSeen));
    all.extend(lesson(9, Answer::Seen, Answer::NotSeen));
    let goal = agreement_on("goal", &sessions(all));
    assert_eq!((goal.report.units, goal.report.paired, goal.parted), (10, 10, 1));
    let percent = goal.report.estimate(Coefficient::PercentAgreement).unwrap();
    assert!((percent.point() - 0.9).abs() < 1e-12);
    // By hand: p_e = 0.9 · 0.8 + 0.1 · 0.2 = 0.74, so κ = 0.16/0.26.
    let kappa = goal.report.estimate(Coefficient::CohensKappa).unwrap();
    assert!((kappa.point() - 0.16 / 0.26).abs() < 1e-12);
}

#[test]
fn a_blank_is_missing_and_not_applicable_is_an_answer() {
    let ada = Record::of("ada", 0).answer("goal", Answer::NotApplicable).answer("plan", Answer::Seen);
    let bo = Record::of("bo", 0).answer("goal", Answer::Seen).answer("check", Answer::CouldNotJudge);
    let found = sessions(vec![ada.finish(), bo.finish()]);
    assert_eq!((agreement_on("goal", &found).report.paired, agreement_on("goal", &found).parted), (1, 1));
    assert_eq!((agreement_on("plan", &found).report.paired, agreement_on("plan", &found).parted), (0, 0));
    let framework = framework();
    let frameworks = BTreeMap::from([(DocumentHash::default(), &framework)]);
    let together = agreed_together(&[&found[0]], &frameworks);
    assert_eq!((together.units, together.paired, together.lessons), (2, 1, Some(1)));
    assert_eq!(together.beats_chance(), None, "one answer is nothing to speak of");
}

#[test]
fn counts_agree_within_one_tap_and_timers_within_a_quarter_of_a_minute() {
    let within = |look_for: &str, ada: Sitting, bo: Sitting| {
        agreement_on(look_for, &sessions(vec![ada, bo])).within.unwrap().estimate.point()
    };
    let taps = |observer, seconds: &[i64]| Record::of(observer, 0).taps(seconds).finish();
    assert_eq!(within("taps", taps("ada", &[30, 90, 200]), taps("bo", &[32, 95])), 1.0);
    assert_eq!(within("taps", taps("ada", &[30, 90, 200]), taps("bo", &[32])), 0.0);
    let talk =
        |observer, seconds| Record::of(observer, 0).act(60, Act::TimedAfterwards("talk".into(), seconds)).finish();
    assert_eq!(within("talk", talk("ada", 120), talk("bo", 135)), 1.0);
    assert_eq!(within("talk", talk("ada", 120), talk("bo", 136)), 0.0);
}

#[test]
fn snapshots_are_held_against_each_other_prompt_by_prompt_though_one_came_late() {
    let shot = |not_doing| Act::Snapshot("tasks".into(), Snapshot::Students { present: 20, not_doing });
    let ada = Record::of("ada", 0).act(120, shot(2)).act(240, shot(4)).act(360, shot(6)).finish();
    // Began 50 seconds later and missed the second prompt.
    let bo = Record::of("bo", 50).act(75, shot(2)).act(315, shot(12)).finish();
    let found = sessions(vec![ada, bo]);
    let tasks = agreement_on("tasks", &found);
    assert_eq!((tasks.report.units, tasks.report.paired, tasks.parted), (3, 2, 1));
    assert_eq!(tasks.within.unwrap().estimate.point(), 0.5);
    let apart = [6, 12].map(|not_doing| Said::Found(Some(Snapshot::Students { present: 20, not_doing })));
    assert_eq!(points(&found[0]), [("tasks".to_owned(), Some(6), apart.to_vec())]);
}

#[test]
fn talking_points_are_what_one_saw_and_the_other_did_not() {
    let ada = Record::of("ada", 0).answer("goal", Answer::Seen).answer("plan", Answer::NotSeen);
    let bo = Record::of("bo", 0).answer("plan", Answer::NotSeen).answer("check", Answer::CouldNotJudge);
    let found = sessions(vec![ada.finish(), bo.finish()]);
    let goal = vec![Said::Ended(Outcome::Shown, None), Said::Ended(Outcome::Blank, None)];
    assert_eq!(points(&found[0]), [("goal".to_owned(), None, goal)], "nobody looked for the third");
}

#[test]
fn a_tap_ten_seconds_off_is_the_same_and_one_that_is_missing_is_named_by_its_minute() {
    let ada = Record::of("ada", 0).taps(&[58, 130, 300]).finish();
    let bo = Record::of("bo", 0).taps(&[63, 300]).finish();
    let found = sessions(vec![ada, bo]);
    assert_eq!(points(&found[0]), [("taps".to_owned(), Some(2), vec![Said::Taps(1), Said::Taps(0)])]);
}

#[test]
fn minutes_in_which_one_timer_ran_and_the_other_did_not_are_named() {
    let timed = |observer, from, to| {
        let began = Record::of(observer, 0).act(from, Act::StartTimer("talk".into()));
        began.act(to, Act::StopTimer("talk".into())).finish()
    };
    let found = sessions(vec![timed("ada", 60, 200), timed("bo", 70, 130)]);
    let expected = [
        ("talk".to_owned(), Some(2), vec![Said::Ran(60), Said::Ran(10)]),
        ("talk".to_owned(), Some(3), vec![Said::Ran(20), Said::Ran(0)]),
    ];
    assert_eq!(points(&found[0]), expected);
}

/// Ada watches minutes 0 to 10 of the lesson, Bo minutes 5 to 15: five minutes together.
#[test]
fn counts_and_durations_are_compared_over_the_minutes_that_both_watched() {
    let ada = Record::of("ada", 0).taps(&[30, 60, 90, 400]);
    let ada = ada.act(240, Act::StartTimer("talk".into())).act(360, Act::StopTimer("talk".into())).finish();
    let bo = Record::of("bo", 300).taps(&[100, 420, 480, 540]);
    let bo = bo.act(0, Act::StartTimer("talk".into())).act(60, Act::StopTimer("talk".into())).finish();
    let found = sessions(vec![ada, bo]);
    assert_eq!(found[0].watched_by_all(), [(300, 600)]);
    for id in ["taps", "talk"] {
        let agreed = agreement_on(id, &found);
        assert_eq!((agreed.report.paired, agreed.parted), (1, 0), "{id}: {:?}", agreed.report.values);
    }
    assert_eq!(points(&found[0]), [], "nobody can part on what the other was not there for");
}

#[test]
fn a_pause_is_not_watched_and_under_three_minutes_together_nothing_is_counted() {
    let pause = |record: Record, from, to| {
        let paused = record.act(from, Act::Pause);
        paused.act(to, Act::Resume)
    };
    let ada = pause(Record::of("ada", 0).taps(&[30, 60, 90]), 120, 480).finish();
    let bo = Record::of("bo", 0).taps(&[30, 200, 300, 400]).finish_after(9);
    let found = sessions(vec![ada, bo]);
    assert_eq!(found[0].watched_by_all(), [(0, 120), (480, 540)]);
    assert_eq!(agreement_on("taps", &found).parted, 1, "3 against 1 in the three minutes");
    let short = Record::of("bo", 0).taps(&[30, 200]).finish_after(8);
    let found = sessions(vec![Record::of("ada", 330).taps(&[30]).finish(), short]);
    assert_eq!(agreement_on("taps", &found).report.paired, 0, "two and a half minutes say nothing");
}

/// Both start the same video at home, Bo three minutes after Ada by the clock.
#[test]
fn moments_of_a_video_count_from_each_ones_own_beginning() {
    let record = |observer, second| {
        let shot = Act::Snapshot("tasks".into(), Snapshot::Students { present: 20, not_doing: 2 });
        Record::of(observer, second).video("K7Q4").taps(&[60, 400, 580]).act(120, shot).finish()
    };
    let found = sessions(vec![record("ada", 0), record("bo", 180)]);
    assert!(found[0].is_video() && points(&found[0]).is_empty());
    assert_eq!(found[0].watched_by_all(), [(0, 600)]);
    assert_eq!((agreement_on("taps", &found).parted, agreement_on("tasks", &found).report.paired), (0, 1));
}

#[test]
fn a_third_who_meets_only_the_second_is_as_late_as_the_lesson_is_old() {
    let chain = [("ada", 0), ("bo", 480), ("cy", 960)].map(|(observer, second)| {
        let seat = Record::of(observer, second).seat(Some("K7Q4"), None);
        seat.taps(&[30]).finish()
    });
    assert_eq!(sessions(chain.to_vec())[0].watched_by_all(), [], "no minute was watched by all three");
}

/// Bo's tablet had the next version already: without "plan", with another rule for "check", and in another order.
#[test]
fn records_of_two_versions_meet_in_the_look_fors_that_both_observe_the_same_way() {
    let (older, mut newer) = (framework(), framework());
    newer.version = 2;
    let look_fors = &mut newer.strands[0].look_fors;
    look_fors.retain(|look_for| look_for.id.as_str() != "plan");
    look_fors[1].kind = Kind::Count;
    look_fors.reverse();
    let second = DocumentHash(Bits128::hash(&[b"second"]));
    let ada = Record::of("ada", 0).answer("goal", Answer::Seen).answer("check", Answer::Seen).finish();
    let mut bo = Record::of("bo", 0).answer("goal", Answer::NotSeen);
    bo = bo.answer("check", Answer::NotSeen);
    let done = bo.act(600, Act::Finish(Millis(1_794_323_400_000)));
    let mut bo = Sitting::of(&Visit::read(done.id(), &done.state).unwrap(), &newer).unwrap();
    bo.framework = second;
    let found = sessions(vec![ada, bo]);
    assert_eq!(found.len(), 1, "one lesson");
    let frameworks = BTreeMap::from([(DocumentHash::default(), &older), (second, &newer)]);
    let mut apart: Vec<&str> = not_in_all(&found[0], &frameworks).iter().map(|look_for| look_for.id.as_str()).collect();
    apart.sort_unstable();
    assert_eq!(apart, ["check", "plan"]);
    let each = agreed(&[&found[0]], &frameworks, &older);
    let compared = |one: &&domain::calibration::Agreed| one.report.paired > 0;
    let compared: Vec<&str> = each.iter().filter(compared).map(|one| one.look_for.as_str()).collect();
    assert_eq!(compared, ["goal"]);
    let points = talking_points(&found[0], &frameworks, &older);
    assert_eq!(points.iter().map(|point| point.look_for.as_str()).collect::<Vec<_>>(), ["goal"]);
    assert!(not_in_all(&found[0], &BTreeMap::from([(DocumentHash::default(), &older)])).is_empty());
}

#[test]
fn one_record_alone_has_nothing_to_talk_about_and_no_coefficient() {
    let found = sessions(vec![Record::of("ada", 0).answer("goal", Answer::Seen).taps(&[30]).finish()]);
    assert!(!found[0].is_shared() && points(&found[0]).is_empty());
    assert!(agreement_on("goal", &found).report.nothing_fits().is_some());
    assert!(sessions(vec![]).is_empty());
}

#[test]
fn a_note_keeps_its_minute() {
    let note = Act::Note { id: None, at: None, about: Some("goal".into()), text: "on the board".into() };
    let sitting = Record::of("ada", 0).act(130, note).finish();
    assert_eq!((sitting.notes[0].second, sitting.notes[0].text.as_str()), (130, "on the board"));
}

#[test]
fn a_look_for_that_could_not_be_judged_in_its_segment_is_no_agreement() {
    let sitting = Record::of("ada", 0).answer("goal", Answer::NotApplicable).finish();
    let ended: Vec<Outcome> = sitting.seen.iter().map(|seen| seen.outcome).collect();
    assert_eq!((ended[0], ended[5]), (Outcome::NotApplicable, Outcome::Blank), "only what was said");
}

/// In three lessons they agree on 3 of 3, 2 of 3 and 1 of 3 answers: 6 of 9, with lessons as clusters.
#[test]
fn agreement_over_lessons_has_its_interval_over_lessons() {
    let lesson = |day: i64, other: [Answer; 3]| {
        let record = |observer, second: i64, said: [Answer; 3]| {
            let record = Record::of(observer, day * 86_400 + second);
            ["goal", "plan", "check"]
                .iter()
                .zip(said)
                .fold(record, |record, (id, said)| record.answer(id, said))
                .finish()
        };
        [record("ada", 0, [Answer::Seen; 3]), record("bo", 5, other)]
    };
    let (yes, no) = (Answer::Seen, Answer::NotSeen);
    let all: Vec<Sitting> = [lesson(0, [yes, yes, yes]), lesson(1, [yes, yes, no]), lesson(2, [yes, no, no])]
        .into_iter()
        .flatten()
        .collect();
    let found = sessions(all);
    let framework = framework();
    let frameworks = BTreeMap::from([(DocumentHash::default(), &framework)]);
    let together = agreed_together(&found.iter().collect::<Vec<_>>(), &frameworks);
    let over = together.estimate(Coefficient::PercentAgreement).unwrap();
    // By hand: without one lesson 3/6, 4/6, 5/6, so the standard error is √(2/3 · 2/36) = 0.19245, and t₂ = 4.302653.
    assert!((over.point() - 2.0 / 3.0).abs() < 1e-12);
    assert_eq!((over.interval().low(), over.interval().high()), (0.0, 1.0), "0.67 ± 0.83, cut");
    assert_eq!((together.lessons, together.beats_chance()), (Some(3), None), "three lessons say nothing of chance");
}

/// Ten lessons of three answers each, six of thirty apart: each in a lesson of its own, or all of them in two lessons.
#[test]
fn whoever_parts_on_a_whole_lesson_widens_the_interval_over_lessons() {
    let of = |others: &[usize]| {
        let ids = ["goal", "plan", "check"];
        let mut all = Vec::new();
        for day in 0..10_usize {
            let begun = i64::try_from(day).unwrap() * 86_400;
            let (mut ada, mut bo) = (Record::of("ada", begun), Record::of("bo", begun + 5));
            for (at, id) in ids.iter().enumerate() {
                let parts = others.contains(&(day * ids.len() + at));
                let (yes, no) = (Answer::Seen, Answer::NotSeen);
                let (one, other) = if at < 2 { (yes, no) } else { (no, yes) };
                ada = ada.answer(id, one);
                bo = bo.answer(id, if parts { other } else { one });
            }
            all.extend([ada.finish(), bo.finish()]);
        }
        let found = sessions(all);
        let framework = framework();
        let frameworks = BTreeMap::from([(DocumentHash::default(), &framework)]);
        agreed_together(&found.iter().collect::<Vec<_>>(), &frameworks)
    };
    let scattered = of(&[0, 4, 8, 9, 13, 17]);
    let bunched = of(&[0, 1, 2, 3, 4, 5]);
    for coefficient in [Coefficient::PercentAgreement, Coefficient::GwetsAc1, Coefficient::AlphaNominal] {
        let [one, other] = [&scattered, &bunched].map(|report| report.estimate(coefficient).unwrap());
        assert!((one.point() - other.point()).abs() < 1e-9, "{coefficient:?}: the same answers");
        let width = |estimate: domain::stats::Estimate| estimate.interval().high() - estimate.interval().low();
        assert!(width(other) > 1.5 * width(one), "{coefficient:?}: {one:?} {other:?}");
    }
    assert_eq!((scattered.beats_chance(), scattered.lessons), (Some(true), Some(10)));
}

#[test]
fn a_code_used_every_day_makes_a_session_a_lesson_and_no_chain() {
    let day = |day: i64| Record::of("ada", day * 2 * 86_400).seat(Some("TEAM"), None).finish();
    assert_eq!(sessions((0..4).map(day).collect()).len(), 4);
    // Without a code, in a room where two sessions with different codes go on: it joins one and joins nothing together.
    let coded = |observer, code| Record::of(observer, 0).seat(Some(code), None).finish();
    let between = Record::of("cy", 60).finish();
    let found = sessions(vec![coded("ada", "AAAA"), coded("bo", "BBBB"), between]);
    let mut sizes: Vec<usize> = found.iter().map(|session| session.sittings.len()).collect();
    sizes.sort_unstable();
    assert_eq!(sizes, [1, 2]);
}
