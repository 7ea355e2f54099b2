use std::rc::Rc;

use domain::id::{SchoolId, VisitId};
use domain::time::MINUTE;
use domain::visit::{Act, Answer, Flag, Snapshot};
use throughline::pages::record::{
    ContextSheet, ContextSheetProps, FinishSheet, FinishSheetProps, Form, NoteSheet, NoteSheetProps, RecordDock,
    RecordDockProps, Same, StillThere, StillThereProps, docked,
};
use throughline::pages::{RecordPage, RecordPageProps};
use throughline::state::{DockSide, Model, Preferences, Saving, VisitRef};
use throughline::text::Language;
use yew::prelude::*;

use crate::recording::{after, open_at, open_visit};
use crate::support::{at, draw, model};

/// The recorder in the middle of a visit, with something of all five kinds.
fn busy(language: Language) -> Model {
    let acts = [
        (at(10, 36), Act::Answer("goal".into(), Some(Answer::Seen))),
        (at(10, 37), Act::Answer("check".into(), Some(Answer::NotSeen))),
        (at(10, 38), Act::StartTimer("talk".into())),
        (at(10, 38), Act::Present(Some(26))),
        (at(10, 39), Act::Snapshot("on-task".into(), Snapshot::Students { present: 26, not_doing: 4 })),
        (at(10, 40), Act::Answer("thinking".into(), Some(Answer::Level(3)))),
        (at(10, 41), Act::Tap("open-questions".into())),
        (at(10, 42), Act::Tap("open-questions".into())),
    ];
    after(model(language), &acts)
}

async fn recorder(model: Model) -> String {
    let at = open_at(&model);
    draw::<RecordPage>(model, RecordPageProps { at }).await
}

fn form(model: &Model) -> Same<Form> {
    let district = model.documents.district.as_ref().expect("the district has published itself");
    let framework = model.documents.frameworks.values().next().expect("there is a framework");
    Same::new(Form::of(framework, &district.watched()))
}

#[tokio::test(flavor = "current_thread")]
async fn the_recorder_opens_on_the_focus_and_folds_the_rest() {
    let html = recorder(model(Language::En)).await;
    assert!(html.contains("Focus this month") && html.contains("more look-fors"));
    assert_eq!(html.matches("class=\"look-for-row\"").count(), 7);
    assert_eq!(html.matches("<h1").count(), 1);
    for nothing_chosen in ["aria-pressed=\"true\" class=\"segmented", "segmented-option\" aria-pressed=\"true\""] {
        assert!(!html.contains(nothing_chosen), "nothing is filled in");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_busy_visit_shows_what_was_recorded_of_all_five_kinds() {
    let html = recorder(busy(Language::En)).await;
    assert!(html.contains("6 of 7 answered"), "{html}");
    for words in ["Running · 04:00", "not doing it: 4", "26 present", "Undo “+1 Open questions”", "07:00"] {
        assert!(html.contains(words), "{words} in {html}");
    }
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn the_recorder_speaks_spanish() {
    let html = recorder(busy(Language::Es)).await;
    for words in ["En foco este mes", "No visto", "En marcha · 04:00", "Terminar visita", "desarrollo de la clase"] {
        assert!(html.contains(words), "{words} in {html}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn no_expectation_rate_or_verdict_shows_while_recording() {
    let html = recorder(busy(Language::En)).await;
    for word in ["%", "expected", "Met", "Below", "Close to", "in 10 minutes"] {
        assert!(!html.contains(word), "{word}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_quiet_screen_hides_the_teacher() {
    let mut model = busy(Language::En);
    let teacher = teacher_of(&model);
    assert!(recorder(model.clone()).await.contains(&teacher));
    model.preferences = Preferences { quiet: true, ..model.preferences };
    assert!(!recorder(model).await.contains(&teacher));
}

fn teacher_of(model: &Model) -> String {
    let open = open_visit(model);
    let context = open.visit.context.as_ref().expect("it has a lesson");
    let Some(domain::visit::Adult::Known(id)) = &context.lead else { panic!("the roster names a lead") };
    model.documents.rosters[&open.at.school].teacher(id).expect("on the roster").name.clone()
}

#[tokio::test(flavor = "current_thread")]
async fn a_paused_visit_says_so_and_offers_to_go_on() {
    let html = recorder(after(busy(Language::En), &[(at(10, 43), Act::Pause)])).await;
    assert!(html.contains("Paused.") && html.contains("No time is counted until you resume."));
    assert!(html.contains("Paused at 05:00"), "the timer waits too: {html}");
    assert!(!html.contains("dock-item\" data-due=\"true\""), "nothing is asked meanwhile");
}

#[tokio::test(flavor = "current_thread")]
async fn taps_that_are_only_in_memory_turn_the_recorder_red() {
    let mut model = busy(Language::En);
    model.saving = Saving::Failed { unsaved: 3, full: true };
    let html = recorder(model).await;
    for words in ["role=\"alert\"", "3 changes are not saved on this tablet.", "Save a copy", "data-state=\"trouble\""]
    {
        assert!(html.contains(words), "{words}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn the_head_says_what_waits_and_that_there_is_no_network() {
    let mut model = busy(Language::En);
    model.syncing.offline = true;
    let html = recorder(model).await;
    assert!(html.contains("Saved on this tablet 10:41:00 · 3 visits waiting to sync · offline"), "{html}");
}

#[tokio::test(flavor = "current_thread")]
async fn a_look_for_outside_the_segment_is_not_applicable_by_itself_and_stays_usable() {
    let model = model(Language::En);
    let framework = model.documents.frameworks.values().next().expect("there is a framework").clone();
    let elsewhere = framework.look_fors().find(|look_for| {
        let middle = domain::framework::Segment::Middle;
        !look_for.segments.is_empty() && !look_for.segments.contains(&middle)
    });
    let id = elsewhere.expect("some are only for the opening or the closing").id.clone();
    let mut district = model.documents.district.clone().expect("there is a district");
    district.focus = vec![id];
    let mut documents = (*model.documents).clone();
    documents.district = Some(district);
    let model = Model { documents: Rc::new(documents), ..model };
    assert_eq!(open_visit(&model).visit.segments_visited().len(), 1, "only the middle has been watched");
    let html = recorder(model).await;
    assert!(html.contains("Not judged in this part of the lesson"), "{html}");
    assert!(html.contains("data-elsewhere=\"true\"") && html.contains("1 of 1 answered"));
    assert!(!html.contains("<button disabled"), "it can be answered all the same");
}

#[tokio::test(flavor = "current_thread")]
async fn a_visit_that_is_over_is_not_recorded_any_further() {
    let html = recorder(after(busy(Language::En), &[(at(10, 45), Act::Finish(at(10, 45)))])).await;
    assert!(html.contains("This visit is not open for recording") && html.contains("See the visit"));
    assert!(!html.contains("look-for-row"));
}

#[tokio::test(flavor = "current_thread")]
async fn somebody_elses_open_visit_is_looked_at_and_not_recorded() {
    let model = model(Language::En);
    let sample = crate::support::sample();
    let me = crate::support::account(&sample, sample::DEMO_OBSERVER);
    let html = recorder(Model { me: Some(Rc::new(me)), ..model }).await;
    assert!(html.contains("See the visit") && !html.contains("look-for-row"));
}

#[tokio::test(flavor = "current_thread")]
async fn a_visit_that_is_not_on_the_tablet_says_so() {
    let model = model(Language::En);
    let at = VisitRef { visit: domain::id::VisitId::from([99; 16]), ..open_at(&model) };
    let html = draw::<RecordPage>(model, RecordPageProps { at }).await;
    assert!(html.contains("This visit is not on this tablet"));
}

#[tokio::test(flavor = "current_thread")]
async fn a_visit_that_is_counted_is_awaited_until_it_is_known_that_it_cannot_be_read() {
    let mut model = busy(Language::En);
    let (school, visit) = a_counted_visit(&model);
    model.visits = Rc::default();
    let at = VisitRef { school, visit };
    let waiting = draw::<RecordPage>(model.clone(), RecordPageProps { at: at.clone() }).await;
    assert!(waiting.contains("skeleton"));
    model.unread = Rc::new([visit].into());
    let html = draw::<RecordPage>(model, RecordPageProps { at }).await;
    assert!(html.contains("This visit cannot be read on this tablet") && !html.contains("skeleton"));
}

fn a_counted_visit(model: &Model) -> (SchoolId, VisitId) {
    let mut packs = model.packs.values();
    let found = packs.find_map(|pack| Some((pack.key.school.clone(), pack.rows().next()?.0)));
    found.expect("the sample has visits")
}

#[tokio::test(flavor = "current_thread")]
async fn the_dock_holds_the_running_timer_the_due_prompt_and_the_last_counters() {
    let model = busy(Language::En);
    let form = form(&model);
    let open = open_visit(&model);
    let due = |minutes| {
        let now = open.visit.begin.at.plus(minutes * MINUTE);
        let props = RecordDockProps {
            text: model.text.clone(),
            side: DockSide::Left,
            docked: docked(&open.visit, &form, now),
            on_act: Callback::noop(),
            on_present: Callback::noop(),
        };
        draw::<RecordDock>(Model { now, ..model.clone() }, props)
    };
    let early = due(5).await;
    assert!(!early.contains("data-due=\"true\""), "counted at 4, every 2 minutes");
    let html = due(7).await;
    assert!(html.contains("On task: how many not?") && html.contains("data-due=\"true\""), "{html}");
    assert!(html.contains("data-side=\"left\"") && html.contains("Open questions 2"), "{html}");
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn finishing_lists_blank_look_fors_with_one_tap_answers() {
    let model = after(model(Language::En), &[(at(10, 42), Act::Answer("goal".into(), Some(Answer::Seen)))]);
    let props = FinishSheetProps {
        visit: open_visit(&model).visit.clone(),
        form: form(&model),
        at_last_mark: false,
        on_act: Callback::noop(),
        on_finish: Callback::noop(),
        on_close: Callback::noop(),
    };
    let html = draw::<FinishSheet>(model, props).await;
    assert!(html.contains("still blank") && html.contains("None while I watched") && html.contains("Finish with"));
    assert!(!html.contains("Learning goal"), "what is answered is not listed");
    assert!(html.contains("None of these"), "one button for all amounts that remain");
    insta::assert_snapshot!(html);
}

#[tokio::test(flavor = "current_thread")]
async fn finishing_long_after_the_last_mark_offers_to_end_there() {
    let model = Model { now: at(10, 55), ..model(Language::En) };
    let props = FinishSheetProps {
        visit: open_visit(&model).visit.clone(),
        form: form(&model),
        at_last_mark: true,
        on_act: Callback::noop(),
        on_finish: Callback::noop(),
        on_close: Callback::noop(),
    };
    let html = draw::<FinishSheet>(model, props).await;
    assert!(html.contains("It ended at 10:41, with the last mark") && html.contains("14 minutes ago"), "{html}");
}

#[tokio::test(flavor = "current_thread")]
async fn ten_quiet_minutes_ask_whether_somebody_is_still_there() {
    let asked = |now| {
        let model = Model { now, ..model(Language::En) };
        let props = StillThereProps {
            text: model.text.clone(),
            last: at(10, 41),
            on_ask: Callback::noop(),
            on_stay: Callback::noop(),
            on_finish: Callback::noop(),
            on_pause: Callback::noop(),
        };
        draw::<StillThere>(model, props)
    };
    assert!(!asked(at(10, 50)).await.contains("dialog"));
    let html = asked(at(10, 51)).await;
    for words in [
        "Still in the room?",
        "Nothing has been recorded for 10 minutes.",
        "Paused since then",
        "Finish at the last mark",
    ] {
        assert!(html.contains(words), "{words}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn notes_carry_the_minute_and_phrases_are_one_tap() {
    let acts = [(at(10, 40), Act::Note { id: None, at: None, about: None, text: "Sentence frames in use".to_owned() })];
    let model = after(model(Language::En), &acts);
    let sheet = |quiet| NoteSheetProps {
        visit: open_visit(&model).visit.clone(),
        form: form(&model),
        quiet,
        on_act: Callback::noop(),
        on_close: Callback::noop(),
    };
    let html = draw::<NoteSheet>(model.clone(), sheet(false)).await;
    for words in ["Note at 07:00", "Wait time after the question", "Sentence frames in use", "Delete the note at 05:00"]
    {
        assert!(html.contains(words), "{words} in {html}");
    }
    let quiet = draw::<NoteSheet>(model.clone(), sheet(true)).await;
    assert!(!quiet.contains("Sentence frames in use"), "a quiet screen hides notes");
}

#[tokio::test(flavor = "current_thread")]
async fn the_context_sheet_changes_segment_circumstances_and_lesson() {
    let model = after(model(Language::En), &[(at(10, 41), Act::Flag(Flag::Substitute, true))]);
    let props = ContextSheetProps {
        visit: open_visit(&model).visit.clone(),
        enrolled: Some(26),
        on_act: Callback::noop(),
        on_discard: Callback::noop(),
        on_close: Callback::noop(),
    };
    let html = draw::<ContextSheet>(model, props).await;
    for words in ["Opening", "Substitute", "26, as enrolled", "Quiet screen", "Discard visit", "Lead teacher"] {
        assert!(html.contains(words), "{words}");
    }
    assert!(
        html.contains("id=\"context-present\" name=\"context-present\"") && !html.contains("value=\"26\""),
        "nothing is filled in"
    );
}
