use std::collections::BTreeMap;
use std::rc::Rc;

use domain::compare::Selection;
use domain::device::{Author, preview};
use domain::fact::{Fact, Pack};
use domain::framework::Kind;
use domain::id::{ReplicaId, VisitId};
use domain::merge::VisitState;
use domain::stream::Stream;
use domain::visit::{Act, Answer, Begin, Seat, Source, Visit};
use sample::{DEMO_PRINCIPAL, DEMO_SEED, Size, district};
use throughline::pages::{
    CalibrationPage, CalibrationPageProps, SessionPage, SessionPageProps, StartPage, StartPageProps,
};
use throughline::state::{Model, OpenVisit, VisitRef};
use throughline::text::Language;

use crate::busy::{busy, busy_as, words};
use crate::support::{OFFSET, at, draw, fresh, today};

/// The principal's app without the lessons that the sample has recorded together.
fn nobody_yet(language: Language) -> Model {
    let mut model = busy(language);
    for pack in Rc::make_mut(&mut model.packs).values_mut() {
        let together: Vec<VisitId> = pack.calibrations().map(|(visit, _)| visit).collect();
        together.into_iter().for_each(|visit| Rc::make_mut(pack).take(visit));
    }
    model
}

/// The principal and an assistant in one lesson of Cedar Ridge: they part on one look-for in every seven, and on the taps.
fn shared(language: Language, records: &[(&str, u8)]) -> Model {
    let mut model = nobody_yet(language);
    for (observer, number) in records {
        model = with_record(model, observer, *number);
    }
    model
}

fn with_record(mut model: Model, observer: &str, number: u8) -> Model {
    let school = model.me.as_ref().expect("somebody signed in").schools[0].clone();
    let room = model.documents.rosters[&school].classrooms[2].clone();
    let (hash, framework) = model.documents.framework_on(today()).expect("there is a framework");
    let id = VisitId::from([number; 16]);
    let begun = at(9, 0);
    let mut ids = 0_u8;
    let mut fresh = || {
        ids += 1;
        let mut bytes = [number; 16];
        bytes[15] = ids;
        bytes
    };
    let begin = Begin {
        school: school.clone(),
        observer: observer.into(),
        framework: hash,
        at: begun,
        date: today(),
        offset: OFFSET,
        source: Source::Calibration,
    };
    let author = Author { account: observer.into(), fresh: ReplicaId::from([number; 16]) };
    let stream = Stream::School(school.clone());
    let mut state = VisitState::default();
    let beginning = Act::begin(begin, room.context(), room.segment_at(540), &mut fresh);
    state = preview(&state, &author, &stream, id, begun, &beginning).0;
    let seat = Seat { session: "K7Q4".parse().ok(), ..Seat::default() };
    let mut acts = vec![Act::Choose(domain::visit::Setting::Seat(seat))];
    for (place, look_for) in framework.look_fors().enumerate() {
        let parts = place % 7 == 3 && number == 2;
        match &look_for.kind {
            Kind::Presence => {
                let seen = (place % 3 == 0) != parts;
                acts.push(Act::Answer(look_for.id.clone(), Some(if seen { Answer::Seen } else { Answer::NotSeen })));
            }
            Kind::Rating { .. } => acts.push(Act::Answer(look_for.id.clone(), Some(Answer::Level(1 + number % 2)))),
            Kind::Count => (0..number * 2).for_each(|_| acts.push(Act::Tap(look_for.id.clone()))),
            Kind::Duration | Kind::Interval { .. } => {}
        }
    }
    let note = Act::Note { id: None, at: None, about: None, text: "A quiet start".into() };
    for act in acts.into_iter().chain([note, Act::Finish(at(9, 10))]) {
        let visit = Visit::read(id, &state).expect("it has begun");
        let intents = act.intents(&visit, at(9, 4), &mut fresh);
        state = preview(&state, &author, &stream, id, at(9, 4), &intents).0;
    }
    let visit = Visit::read(id, &state).expect("it has begun");
    let fact = Fact::of(&visit, framework).expect("it is finished");
    let packs = Rc::make_mut(&mut model.packs);
    let pack = packs.entry(fact.key.clone()).or_insert_with(|| Rc::new(Pack::new(fact.key.clone())));
    Rc::make_mut(pack).put(fact);
    let open = OpenVisit { at: VisitRef { school, visit: id }, state, visit, undo: Vec::new(), quarantined: 0 };
    Rc::make_mut(&mut model.visits).insert(id, Rc::new(open));
    model
}

fn principal(language: Language) -> String {
    busy(language).me.as_ref().map(|me| me.account.to_string()).expect("somebody signed in")
}

async fn list(model: Model) -> String {
    draw::<CalibrationPage>(model, CalibrationPageProps { selection: Selection::default() }).await
}

async fn session(model: Model) -> String {
    let school = model.me.as_ref().expect("somebody signed in").schools[0].clone();
    let at = VisitRef { school, visit: VisitId::from([1; 16]) };
    draw::<SessionPage>(model, SessionPageProps { at }).await
}

#[tokio::test(flavor = "current_thread")]
async fn agreement_is_said_in_words_before_any_coefficient() {
    let me = principal(Language::En);
    let html = list(shared(Language::En, &[(&me, 1), ("somebody", 2)])).await;
    insta::assert_snapshot!("calibration", words(&html));
    assert!(!html.contains("NaN"));
}

#[tokio::test(flavor = "current_thread")]
async fn a_session_lists_where_its_observers_parted() {
    let me = principal(Language::En);
    let html = session(shared(Language::En, &[(&me, 1), ("somebody", 2)])).await;
    insta::assert_snapshot!("calibration_session", words(&html));
}

#[tokio::test(flavor = "current_thread")]
async fn one_record_waits_for_another_and_says_the_code() {
    let me = principal(Language::En);
    let alone = shared(Language::En, &[(&me, 1)]);
    assert!(words(&list(alone.clone()).await).contains("waits for another observer"));
    let page = words(&session(alone).await);
    assert!(page.contains("The code is K7Q4."), "{page}");
    assert!(!page.contains("Cohen"));
}

#[tokio::test(flavor = "current_thread")]
async fn before_the_first_session_it_says_what_to_do() {
    assert!(words(&list(nobody_yet(Language::En)).await).contains("No lesson has been recorded together yet"));
    assert!(
        words(&list(nobody_yet(Language::Es)).await).contains("Todavía no se ha registrado ninguna clase en equipo")
    );
    assert!(!list(fresh(Language::En)).await.contains("NaN"));
    assert!(words(&session(nobody_yet(Language::En)).await).contains("This session is not here"));
}

/// A newcomer to the demo finds the pages filled: sessions, agreement, and the look-for that is agreed on badly.
#[tokio::test(flavor = "current_thread")]
async fn the_demo_has_lessons_recorded_together() {
    let sample = district(DEMO_SEED, Size { schools: 2, visits: 600, until: today() });
    let mut model = busy_as(Language::En, &sample, DEMO_PRINCIPAL);
    let school = model.me.as_ref().expect("somebody signed in").schools[0].clone();
    let mut visits = BTreeMap::new();
    for edits in sample.visits() {
        let mut state = VisitState::default();
        edits.iter().for_each(|(edit, received)| state.apply(edit, Some(*received)));
        let visit = edits[0].0.visit().and_then(|id| Visit::read(id, &state)).expect("it has begun");
        if visit.begin.source == Source::Calibration && visit.begin.school == school {
            let at = VisitRef { school: school.clone(), visit: visit.id };
            visits.insert(visit.id, Rc::new(OpenVisit { at, state, visit, undo: Vec::new(), quarantined: 0 }));
        }
    }
    model.visits = Rc::new(visits);
    let page = words(&list(model).await);
    assert!(page.contains("lessons recorded together") && page.contains("2 observers"), "{page}");
    assert!(page.contains("Talk about these first: ") && page.contains("Adjusted"), "{page}");
}

/// A list that grows while it is read moves under the thumb.
#[tokio::test(flavor = "current_thread")]
async fn nothing_is_shown_before_every_record_has_been_read() {
    let me = principal(Language::En);
    let mut model = shared(Language::En, &[(&me, 1), ("somebody", 2)]);
    Rc::make_mut(&mut model.visits).remove(&VisitId::from([2; 16]));
    for html in [list(model.clone()).await, session(model).await] {
        assert!(html.contains("skeleton") && !html.contains("waits for another observer"), "{}", words(&html));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn records_that_cannot_be_read_are_named_and_leave_no_skeleton() {
    let me = principal(Language::En);
    let mut model = shared(Language::En, &[(&me, 1)]);
    model.visits = Rc::default();
    model.unread = Rc::new([VisitId::from([1; 16])].into());
    for html in [list(model.clone()).await, session(model).await] {
        assert!(words(&html).contains("One record cannot be read"), "{}", words(&html));
        assert!(!html.contains("skeleton"));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_second_record_under_one_name_is_left_aside_and_its_watcher_can_be_put_right() {
    let me = principal(Language::En);
    let html = session(shared(Language::En, &[(&me, 1), (&me, 2)])).await;
    let page = words(&html);
    assert!(page.contains("Two records have the same name") && page.contains("waits for another observer"), "{page}");
    assert!(html.contains("id=\"own-watcher\"") && html.contains("id=\"aside-0-watcher\""));
}

#[tokio::test(flavor = "current_thread")]
async fn recording_together_asks_for_a_code_and_makes_one_on_demand() {
    let html = draw::<StartPage>(busy(Language::En), StartPageProps { together: true }).await;
    assert!(html.contains("id=\"seat-code\"") && words(&html).contains("Make a code"));
    let plain = draw::<StartPage>(busy(Language::En), StartPageProps { together: false }).await;
    assert!(!plain.contains("seat-code"));
}

#[tokio::test(flavor = "current_thread")]
async fn the_session_in_spanish() {
    let me = principal(Language::Es);
    let page = words(&session(shared(Language::Es, &[(&me, 1), ("somebody", 2)])).await);
    assert!(page.contains("en los 10 minutos que todos observaron"), "{page}");
    assert!(page.contains("Para conversar") && page.contains("Todos los coeficientes"), "{page}");
}
