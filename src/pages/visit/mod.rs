//! One visit after the fact: what was seen, what can still be put right, and what goes to the teacher.

mod amounts;
mod discard;
mod edit;
mod hand_over;
mod match_roster;
mod notes;
mod particulars;
mod progress;
mod rivals;
mod seen;
mod teacher;
mod words_for_teacher;

use domain::framework::Framework;
use domain::visit::{Act, Source};
use yew::prelude::*;

use super::record::{Names, Same, VisitReached, may_edit, use_visit, without_visit};
use crate::components::{Button, ButtonKind, ButtonLink, Icon, PageHead};
use crate::route::Route;
use crate::state::{Command, Model, OpenVisit, VisitFilter, VisitRef, use_app};
use discard::DiscardPanel;
use edit::EditRows;
use match_roster::MatchRoster;
use notes::Notes;
use particulars::Particulars;
use progress::Progress;
use rivals::Rivals;
use seen::Seen;
use words_for_teacher::WordsForTeacher;

pub use teacher::{TeacherPage, TeacherPageProps};

/// What [`VisitPage`] needs.
#[derive(Properties, PartialEq)]
pub struct VisitPageProps {
    /// Which visit.
    pub at: VisitRef,
}

/// A visit's summary.
#[component]
pub fn VisitPage(props: &VisitPageProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let reached = use_visit(&props.at);
    let VisitReached::Here(open, framework) = &reached else {
        return html! { <><PageHead title={text.get("visit-title")} back={back(&app.model)} />{ without_visit(text, &reached) }</> };
    };
    html! { <Summary key={props.at.visit.to_string()} part={Part { open: Same::of(open), framework: framework.clone() }} /> }
}

/// What every part of the page reads.
#[derive(Clone, PartialEq)]
struct Part {
    open: Same<OpenVisit>,
    framework: Same<Framework>,
}

/// What a part of the page needs.
#[derive(Properties, PartialEq, Clone)]
struct PartProps {
    /// The visit and its framework.
    part: Part,
}

/// What a part of the page that can change something needs.
#[derive(Properties, PartialEq, Clone)]
struct ActingProps {
    /// The visit and its framework.
    part: Part,
    /// Takes what the person does.
    on_act: Callback<Act>,
}

#[component]
fn Summary(props: &PartProps) -> Html {
    let app = use_app();
    let (model, text, part) = (&app.model, &app.model.text, &props.part);
    let visit = &part.open.visit;
    let editing = use_state(|| false);
    let on_act = use_callback(part.open.at.clone(), {
        let send = app.send.clone();
        move |act: Act, at| send.emit(Command::Act(at.clone(), act))
    });
    let toggle = {
        let editing = editing.clone();
        Callback::from(move |()| editing.set(!*editing))
    };
    let names = Names::new(model, &part.open.at.school);
    let title = visit.context.as_ref().map(|context| names.place(&context.classroom));
    let may_edit = may_edit(model, &part.open);
    html! {
        <>
            <PageHead
                title={title.unwrap_or_else(|| text.get("visit-title"))}
                subtitle={subtitle(model, &part.open)}
                back={back(model)}
                actions={actions(model, &app.send, part, *editing, &toggle)}
            />
            <Progress part={part.clone()} />
            if may_edit {
                <Rivals part={part.clone()} on_act={on_act.clone()} />
                <MatchRoster part={part.clone()} on_act={on_act.clone()} />
            }
            <Particulars part={part.clone()} />
            if *editing && may_edit {
                <EditRows part={part.clone()} on_act={on_act.clone()} />
            } else {
                <Seen part={part.clone()} />
            }
            <Notes part={part.clone()} on_act={on_act.clone()} may_edit={may_edit && *editing} />
            if may_edit {
                if visit.begin.source != Source::Calibration {
                    <WordsForTeacher part={part.clone()} on_act={on_act.clone()} />
                }
                <DiscardPanel part={part.clone()} {on_act} />
            }
        </>
    }
}

fn actions(model: &Model, send: &Callback<Command>, part: &Part, editing: bool, toggle: &Callback<()>) -> Html {
    let (text, visit, at) = (&model.text, &part.open.visit, &part.open.at);
    let is_open = visit.finished.is_none() && !visit.discarded;
    let teacher = Route::ForTeacher(at.school.clone(), at.visit).address();
    let session = Route::Session(at.school.clone(), at.visit).address();
    let calibrates = visit.begin.source == Source::Calibration;
    html! {
        <>
            if is_open && may_edit(model, &part.open) {
                <ButtonLink kind={ButtonKind::Primary} href={Route::Record(at.school.clone(), at.visit).address()}>{ text.get("visit-continue") }</ButtonLink>
            } else if !is_open {
                if may_edit(model, &part.open) && !visit.discarded {
                    <Button icon={Icon::Note} pressed={editing} on_press={toggle.clone()}>
                        { if editing { text.get("visit-edit-done") } else { text.get("visit-edit") } }
                    </Button>
                }
                if calibrates {
                    <ButtonLink kind={ButtonKind::Primary} href={session}>{ text.get("calibration-to-session") }</ButtonLink>
                } else {
                    <ButtonLink icon={Icon::Person} href={teacher}>{ text.get("visit-for-teacher") }</ButtonLink>
                }
            }
            <Button icon={Icon::Print} on_press={send.reform(|()| Command::Print)}>{ text.get("visit-print") }</Button>
        </>
    }
}

/// "20 Nov 2026, 10:35 · Grade 4 · Mathematics · Ruth Okafor".
fn subtitle(model: &Model, open: &OpenVisit) -> String {
    let (text, begin) = (&model.text, &open.visit.begin);
    let names = Names::new(model, &open.at.school);
    let time = begin.minute().map_or_else(|| text.get("visits-no-time"), |_| text.clock(begin.at, begin.offset));
    let when = text.with("visit-when", [("date", text.full_date(begin.date).into()), ("time", time.into())]);
    let context = open.visit.context.as_ref();
    let grade = context.and_then(|context| context.grade).map(|grade| super::words::grade(text, grade));
    let subject = context.and_then(|context| context.subject.as_ref()).map(|subject| subject.0.clone());
    let adults = context.map(|context| names.adults(context));
    super::record::join([when].into_iter().chain(grade).chain(subject).chain(adults))
}

fn back(model: &Model) -> (AttrValue, AttrValue) {
    (Route::Visits(VisitFilter::default()).address().into(), model.text.get("recorder-to-visits").into())
}
