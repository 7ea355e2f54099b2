//! Two observers of one lesson: whose records belong together, how far they agree, and where they parted.

#![expect(clippy::unwrap_used, reason = "a test that cannot set its scene should fail loudly")]

use std::collections::BTreeMap;

use domain::calibration::{
    Coefficient, Said, Session, Sitting, Watcher, agreed, agreed_together, sessions, talking_points,
};
use domain::device::{Author, Intent, preview};
use domain::framework::{Ask, Autonomy, Framework, Kind, LookFor, Segment, Strand};
use domain::id::{DocumentHash, ReplicaId, VisitId};
use domain::merge::VisitState;
use domain::stream::Stream;
use domain::time::{MINUTE, Millis, UtcOffset, date, local};
use domain::visit::{Act, Answer, Begin, Context, Outcome, Place, Seat, SessionCode, Setting, Snapshot, Source, Visit};

/// One observer's record, from the second at which they began to watch.
struct Record {
    state: VisitState,
    begun: Millis,
    observer: &'static str,
    next: u8,
}

impl Record {
    fn of(observer: &'static str, second: i64) -> Self {
        Self::on("204", observer, second)
    }

    fn on(room: &str, observer: &'static str, second: i64) -> Self {
        let begun = Millis(1_794_322_800_000 + second * 1_000);
        let next = observer.as_bytes()[0].wrapping_add(u8::try_from(second % 199).unwrap());
        let mut record = Self { state: VisitState::default(), begun, observer, next };
        let begin = Begin {
            school: "cedar".into(),
            observer: observer.into(),
            framework: DocumentHash::default(),
            at: begun,
            date: local(begun, UtcOffset(0)).0,
            offset: UtcOffset(0),
            source: Source::Calibration,
        };
        let classroom = Place::Known(room.into());
        let context = Context { classroom, lead: None, others: vec![], grade: None, subject: None, groups: vec![] };
        let intents = Act::begin(begin, context, Segment::Middle, || record.fresh());
        record.keep(0, &intents);
        record
    }

    fn fresh(&mut self) -> [u8; 16] {
        self.next = self.next.wrapping_add(1);
        let mut bytes = [self.next; 16];
        bytes[0] = self.observer.as_bytes()[0];
        bytes
    }

    fn id(&self) -> VisitId {
        let mut bytes = [self.observer.as_bytes()[0]; 16];
        bytes[8..].copy_from_slice(&self.begun.0.to_be_bytes());
        VisitId::from(bytes)
    }

    fn keep(&mut self, second: i64, intents: &[Intent]) {
        let author = Author { account: self.observer.into(), fresh: ReplicaId::from(self.fresh()) };
        let (stream, now) = (Stream::School("cedar".into()), self.begun.plus(second * 1_000));
        self.state = preview(&self.state, &author, &stream, self.id(), now, intents).0;
    }

    fn act(mut self, second: i64, act: Act) -> Self {
        let visit = Visit::read(self.id(), &self.state).unwrap();
        let intents = act.intents(&visit, self.begun.plus(second * 1_000), || self.fresh());
        self.keep(second, &intents);
        self
    }

    fn answer(self, look_for: &str, answer: Answer) -> Self {
        self.act(60, Act::Answer(look_for.into(), Some(answer)))
    }

    fn taps(self, seconds: &[i64]) -> Self {
        seconds.iter().fold(self, |record, second| record.act(*second, Act::Tap("taps".into())))
    }

    fn seat(mut self, code: Option<&str>, watcher: Option<&str>) -> Self {
        let session = code.map(|code| code.parse::<SessionCode>().unwrap());
        let seat = Seat { session, watcher: watcher.map(ToOwned::to_owned) };
        self.keep(1, &[Intent::Set(Setting::Seat(seat))]);
        self
    }

    fn finish(self) -> Sitting {
        let end = self.begun.plus(10 * MINUTE);
        let done = self.act(600, Act::Finish(end));
        Sitting::of(&Visit::read(done.id(), &done.state).unwrap(), &framework()).unwrap()
    }
}

fn framework() -> Framework {
    let look_for = |id: &str, kind| LookFor {
        id: id.into(),
        text: String::new(),
        short: String::new(),
        hint: None,
        kind,
        autonomy: Autonomy::Adaptable,
        segments: vec![],
    };
    let look_fors = vec![
        look_for("goal", Kind::Presence),
        look_for("plan", Kind::Presence),
        look_for("check", Kind::Presence),
        look_for("taps", Kind::Count),
        look_for("talk", Kind::Duration),
        look_for("tasks", Kind::Interval { every_minutes: 2, ask: Ask::NotDoing }),
    ];
    let strands = vec![Strand { id: "all".into(), name: String::new(), look_fors }];
    Framework { title: String::new(), version: 1, effective: date(2026, 8, 1), strands }
}

fn agreement_on(look_for: &str, found: &[Session]) -> domain::calibration::Agreed {
    let framework = framework();
    let frameworks = BTreeMap::from([(DocumentHash::default(), &framework)]);
    let found: Vec<&Session> = found.iter().collect();
    agreed(&found, &frameworks, &framework).into_iter().find(|one| one.look_for.as_str() == look_for).unwrap()
}

fn points(session: &Session) -> Vec<(String, Option<u32>, Vec<Said>)> {
    let points = talking_points(session, &framework()).into_iter();
    points.map(|at| (at.look_for.to_string(), at.minute, at.said.into_iter().map(|(_, said)| said).collect())).collect()
}

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
fn two_on_one_tablet_are_two_and_one_who_records_again_is_one() {
    let first = Record::of("ada", 0).seat(Some("K7Q4"), None).finish();
    let turn = Record::of("ada", 900).seat(Some("K7Q4"), Some("M. Ruiz")).finish();
    let again = Record::of("ada", 1_800).seat(Some("K7Q4"), None).finish();
    let found = sessions(vec![again.clone(), turn, first.clone()]);
    let watchers: Vec<&Watcher> = found[0].sittings.iter().map(|sitting| &sitting.watcher).collect();
    assert_eq!(watchers, [&Watcher::Named("M. Ruiz".into()), &Watcher::Account("ada".into())]);
    assert_eq!(found[0].replaced, [first.visit]);
    assert!(found[0].holds(first.visit) && found[0].holds(again.visit));
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
    assert_eq!((together.report.units, together.report.paired), (2, 1));
    assert_eq!(
        (together.over_lessons, together.report.beats_chance()),
        (None, None),
        "one answer is nothing to speak of"
    );
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
    let over = agreed_together(&found.iter().collect::<Vec<_>>(), &frameworks).over_lessons.unwrap();
    // By hand: R = 6/9; Σ(aᵢ − 2)² = 2, so the standard error is √(3/2 · 2)/9 = 0.19245, and t₂ = 4.302653.
    assert!((over.point() - 2.0 / 3.0).abs() < 1e-12);
    assert_eq!((over.interval().low(), over.interval().high()), (0.0, 1.0), "0.67 ± 0.83, cut");
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
