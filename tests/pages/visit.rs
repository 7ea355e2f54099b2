use std::rc::Rc;

use domain::device::Intent;
use domain::edit::Pen;
use domain::id::ReplicaId;
use domain::stream::Stream;
use domain::visit::{Act, Adult, Answer, Change, Context, Place, Setting, Snapshot, Visit};
use throughline::pages::{TeacherPage, TeacherPageProps, VisitPage, VisitPageProps};
use throughline::state::{Model, VisitRef};
use throughline::text::Language;

use crate::recording::{after, open_at, open_visit};
use crate::support::{at, draw, model};

/// A finished visit of seven minutes with something of all five kinds.
fn finished(language: Language) -> Model {
    let note = Act::Note { id: None, at: None, about: Some("goal".into()), text: "“We can say why.”".to_owned() };
    let acts = [
        (at(10, 36), Act::Answer("goal".into(), Some(Answer::Seen))),
        (at(10, 36), Act::Answer("check".into(), Some(Answer::NotSeen))),
        (at(10, 37), note),
        (at(10, 38), Act::StartTimer("talk".into())),
        (at(10, 39), Act::Snapshot("on-task".into(), Snapshot::Students { present: 25, not_doing: 5 })),
        (at(10, 40), Act::Answer("thinking".into(), Some(Answer::Level(3)))),
        (at(10, 40), Act::StopTimer("talk".into())),
        (at(10, 41), Act::Tap("open-questions".into())),
        (at(10, 42), Act::Finish(at(10, 42))),
        (at(10, 42), Act::Strength("You waited after each question.".to_owned())),
        (at(10, 42), Act::Question("Who spoke least?".to_owned())),
    ];
    after(model(language), &acts)
}

async fn visit(model: Model) -> String {
    let at = open_at(&model);
    draw::<VisitPage>(model, VisitPageProps { at }).await
}

#[tokio::test(flavor = "current_thread")]
async fn a_visit_says_per_strand_what_was_seen_with_its_amounts() {
    let html = visit(finished(Language::En)).await;
    for words in
        ["Level 3: ", "02:00 · 29\u{a0}% of the time", "80\u{a0}%, one count", "once · 1.4 in 10 minutes", "left blank"]
    {
        assert!(html.contains(words), "{words} in {html}");
    }
    assert!(html.contains("02:00") && html.contains("“We can say why.”"), "notes carry their minute");
    assert_eq!(html.matches("<h1").count(), 1);
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn a_visit_speaks_spanish() {
    let html = visit(finished(Language::Es)).await;
    for words in
        ["Nivel 3: ", "29\u{a0}% del tiempo", "una vez · 1,4 en 10 minutos", "Para el docente", "Registrada por"]
    {
        assert!(html.contains(words), "{words} in {html}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn no_rate_is_shown_before_three_watched_minutes() {
    let html = visit(after(model(Language::En), &[(at(10, 37), Act::Finish(at(10, 37)))])).await;
    assert!(html.contains("once") && !html.contains("in 10 minutes"));
}

#[tokio::test(flavor = "current_thread")]
async fn an_open_visit_can_be_gone_on_with() {
    let html = visit(model(Language::En)).await;
    assert!(html.contains("Go on recording") && html.contains("Still open"));
}

#[tokio::test(flavor = "current_thread")]
async fn what_waits_and_what_was_refused_is_said() {
    let mut waiting = finished(Language::En);
    let id = open_at(&waiting).visit;
    assert!(visit(waiting.clone()).await.contains("5 changes waiting to sync"));
    Rc::make_mut(&mut waiting.waiting).remove(&id);
    assert!(visit(waiting).await.contains("Everything of this visit is on the server"));
}

#[tokio::test(flavor = "current_thread")]
async fn a_discarded_visit_says_that_it_counts_nowhere_and_can_be_restored() {
    let html = visit(after(finished(Language::En), &[(at(10, 43), Act::Discard(true))])).await;
    assert!(html.contains("This visit counts nowhere.") && html.contains("Restore"));
}

#[tokio::test(flavor = "current_thread")]
async fn a_described_room_is_offered_the_roster() {
    let context = Context {
        classroom: Place::Described("The field house".to_owned()),
        lead: Some(Adult::Described("A substitute".to_owned())),
        others: vec![],
        grade: None,
        subject: None,
        groups: vec![],
    };
    let html = visit(after(finished(Language::En), &[(at(10, 43), Act::Context(context))])).await;
    assert!(
        html.contains("“The field house” is this room") && html.contains("“A substitute” is this teacher"),
        "{html}"
    );
}

/// Another tablet answers without having seen the first answer: both stand.
#[tokio::test(flavor = "current_thread")]
async fn two_answers_stand_side_by_side_until_somebody_chooses() {
    let mut model = finished(Language::En);
    let mut open = (*open_visit(&model)).clone();
    let mut pen = Pen::new(ReplicaId::from([4; 16]), open.visit.begin.observer.clone());
    let setting = Setting::Answer("goal".into(), Some(Answer::NotSeen));
    let change = Change::Set { setting, replaces: vec![] };
    let stream = Stream::School(open.at.school.clone());
    let edit = pen.write(at(10, 50), &stream, open.at.visit, change).expect("it is well formed");
    open.state.apply(&edit, None);
    open.visit = Visit::read(open.at.visit, &open.state).expect("it has begun");
    Rc::make_mut(&mut model.visits).insert(open.at.visit, Rc::new(open));
    let html = visit(model.clone()).await;
    assert!(html.contains("Two tablets said different things."));
    assert_eq!(html.matches("Keep this").count(), 2, "{html}");
    let chosen = Act::Choose(Setting::Answer("goal".into(), Some(Answer::Seen)));
    assert!(matches!(
        chosen.intents(&open_visit(&model).visit, at(10, 51), || [1; 16]).as_slice(),
        [Intent::Set(Setting::Answer(_, Some(Answer::Seen)))]
    ));
    assert!(!visit(after(model, &[(at(10, 51), chosen)])).await.contains("Keep this"));
}

#[tokio::test(flavor = "current_thread")]
async fn the_teachers_sheet_has_words_and_no_scores() {
    let model = finished(Language::En);
    let at = open_at(&model);
    let html = draw::<TeacherPage>(model, TeacherPageProps { at }).await;
    for words in
        ["What was seen", "You waited after each question.", "Who spoke least?", "Hand over as a file", "7 minutes"]
    {
        assert!(html.contains(words), "{words} in {html}");
    }
    for word in ["%", "Level 3", "Not seen", "blank"] {
        assert!(!html.contains(word), "{word} has no place here");
    }
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn a_visit_that_is_not_here_says_so() {
    let model = model(Language::En);
    let at = VisitRef { visit: domain::id::VisitId::from([99; 16]), ..open_at(&model) };
    let html = draw::<VisitPage>(model, VisitPageProps { at }).await;
    assert!(html.contains("This visit is not on this tablet"));
}
