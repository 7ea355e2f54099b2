//! The recorder itself: head, look-fors, dock and foot.

use domain::district::Area;
use domain::framework::{Framework, LookFor};
use domain::time::Millis;
use domain::visit::{Act, Source, Visit};
use yew::prelude::*;

use super::clock::Stopwatch;
use super::dock::{RecordDock, docked};
use super::foot::Foot;
use super::found::{Form, Standing};
use super::head::Head;
use super::last_question::{Question, QuestionNote};
use super::names::{Names, join, segment_phrase};
use super::over::{Over, Sheet};
use super::rows::{RowProps, row};
use super::same::Same;
use super::status::UnsavedBanner;
use super::undo::undo_name;
use crate::components::{Banner, BannerKind, Button, ButtonKind, Fold, LookForGroup};
use crate::state::{Command, Model, OpenVisit, use_app};

/// What [`Desk`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct DeskProps {
    /// The visit.
    pub open: Same<OpenVisit>,
    /// The version it is recorded against.
    pub framework: Same<Framework>,
    /// What the last visit to the room left with its teacher.
    pub question: Option<Question>,
}

/// The recorder.
#[component]
pub(super) fn Desk(props: &DeskProps) -> Html {
    let app = use_app();
    let model = &app.model;
    let (text, visit) = (&model.text, &props.open.visit);
    let sheet = use_state(|| Sheet::None);
    let unfolded = use_state(|| false);
    let stayed = use_state(|| Millis(0));
    let asking = use_state_eq(|| false);
    // As it was when the recorder opened: nothing moves under a hand because somebody has chosen another focus.
    let focus =
        use_memo(visit.id, |_| model.documents.focus(&Area::School(visit.begin.school.clone()), visit.begin.date));
    let form = use_memo((props.framework.clone(), focus), |(framework, focus)| Form::of(framework, focus));
    let form = Same::of(&form);
    let on_act = use_callback(props.open.at.clone(), {
        let send = app.send.clone();
        move |act: Act, at| send.emit(Command::Act(at.clone(), act))
    });
    let show = use_callback((), {
        let sheet = sheet.setter();
        move |to: Sheet, ()| sheet.set(to)
    });
    let on_context = use_callback(show.clone(), |(), show| show.emit(Sheet::Context));
    let on_finish = use_callback(show.clone(), |(), show| show.emit(Sheet::Finish { at_last_mark: false }));
    let on_present = use_callback(show.clone(), |(), show| show.emit(Sheet::Present));
    let on_note = use_callback(show.clone(), |(), show| show.emit(Sheet::Note));
    let on_undo = use_callback(props.open.at.clone(), {
        let send = app.send.clone();
        move |(), at| send.emit(Command::Undo(at.clone()))
    });
    let paused = visit.paused().is_some();
    let on_pause = use_callback((on_act.clone(), paused), |(), (on_act, paused)| {
        on_act.emit(if *paused { Act::Resume } else { Act::Pause });
    });
    let on_toggle = use_callback((), {
        let unfolded = unfolded.setter();
        move |open: bool, ()| unfolded.set(open)
    });
    let rows = Rows { props, model, form: &form, on_act: &on_act, enrolled: enrolled(model, visit) };
    let over =
        Over { app: &app, open: &props.open, form: &form, enrolled: rows.enrolled, on_act: &on_act, show: &show };
    let undo = props.open.undo.last().map(|step| AttrValue::from(undo_name(text, &props.framework, &step.act)));
    let watched = Stopwatch::watched(visit, model.now);
    html! {
        <>
            <div class="recorder" inert={*sheet != Sheet::None || *asking}>
                <Head
                    text={text.clone()}
                    title={title(model, visit)}
                    context={context_line(model, visit)}
                    {watched}
                    {paused}
                    live={visit.is_live()}
                    {on_context}
                    on_pause={on_pause.clone()}
                />
                <main class="recorder-body" id="main" data-paused={if paused { "true" } else { "false" }}>
                    <UnsavedBanner />
                    { paused_banner(model, paused, &on_pause) }
                    if let Some(question) = &props.question {
                        <QuestionNote question={question.clone()} />
                    }
                    { rows.focus() }
                    { rows.rest(*unfolded, &on_toggle) }
                </main>
                <div class="recorder-bottom">
                    <RecordDock
                        text={text.clone()}
                        side={model.preferences.dock_side}
                        docked={docked(visit, &form, model.now)}
                        on_act={on_act.clone()}
                        {on_present}
                    />
                    <Foot
                        text={text.clone()}
                        {undo}
                        watched={visit.is_live().then_some(watched)}
                        {on_undo}
                        {on_note}
                        {on_finish}
                    />
                </div>
            </div>
            { over.sheet(*sheet) }
            if visit.is_live() && !paused && *sheet == Sheet::None {
                { over.still_there(&stayed, &asking) }
            }
        </>
    }
}

/// What the parts of the page are made from.
struct Rows<'a> {
    props: &'a DeskProps,
    model: &'a Model,
    form: &'a Same<Form>,
    on_act: &'a Callback<Act>,
    enrolled: Option<u16>,
}

impl Rows<'_> {
    fn visit(&self) -> &Visit {
        &self.props.open.visit
    }

    fn standing(&self, look_for: &LookFor) -> Standing {
        Standing::of(self.visit(), look_for, self.enrolled, self.model.now)
    }

    fn row(&self, look_for: &Same<LookFor>, standing: Standing) -> Html {
        row(RowProps {
            look_for: look_for.clone(),
            standing,
            text: self.model.text.clone(),
            on_act: self.on_act.clone(),
        })
    }

    fn focus(&self) -> Html {
        let text = &self.model.text;
        let standings: Vec<_> = self.form.focus.iter().map(|look_for| (look_for, self.standing(look_for))).collect();
        let answered = standings.iter().filter(|(_, standing)| standing.answered).count();
        let note = text.with("recorder-answered", [("n", answered.into()), ("of", standings.len().into())]);
        html! {
            <LookForGroup id="focus" title={text.get("recorder-focus")} {note}>
                { for standings.into_iter().map(|(look_for, standing)| self.row(look_for, standing)) }
            </LookForGroup>
        }
    }

    fn rest(&self, open: bool, on_toggle: &Callback<bool>) -> Html {
        let text = &self.model.text;
        let count = self.form.rest_count();
        if count == 0 {
            return html! {};
        }
        let strand = |(index, (name, look_fors)): (usize, &(String, Vec<_>))| {
            html! {
                <LookForGroup key={name.clone()} id={format!("strand-{index}")} title={name.clone()}>
                    { for look_fors.iter().map(|look_for| self.row(look_for, self.standing(look_for))) }
                </LookForGroup>
            }
        };
        html! {
            <Fold summary={text.get("recorder-also-saw")} note={text.with("recorder-more", [("n", count.into())])} {open} on_toggle={on_toggle.clone()}>
                if open {
                    { for self.form.rest.iter().enumerate().map(strand) }
                }
            </Fold>
        }
    }
}

fn title(model: &Model, visit: &Visit) -> String {
    let names = Names::new(model, &visit.begin.school);
    visit.context.as_ref().map(|context| names.lesson(context)).unwrap_or_default()
}

/// Who teaches, and in which part of the lesson; a quiet screen keeps the name to itself.
fn context_line(model: &Model, visit: &Visit) -> String {
    let text = &model.text;
    let names = Names::new(model, &visit.begin.school);
    let lead = visit.context.as_ref().and_then(|context| context.lead.as_ref()).filter(|_| !model.preferences.quiet);
    let segment = visit.segment().map(|segment| segment_phrase(text, segment));
    let from_paper =
        visit.is_from_paper().then(|| text.with("recorder-from-paper", [("date", text.date(visit.begin.date).into())]));
    let together = (visit.begin.source == Source::Calibration).then(|| match &visit.seat.session {
        Some(code) => text.with("calibration-recording", [("code", code.to_string().into())]),
        None => text.get("calibration-recording-plain"),
    });
    join(lead.map(|lead| names.adult(lead)).into_iter().chain(segment).chain(from_paper).chain(together))
}

fn enrolled(model: &Model, visit: &Visit) -> Option<u16> {
    let domain::visit::Place::Known(room) = &visit.context.as_ref()?.classroom else {
        return None;
    };
    model.documents.rosters.get(&visit.begin.school)?.classroom(room)?.students
}

fn paused_banner(model: &Model, paused: bool, on_pause: &Callback<()>) -> Html {
    if !paused {
        return html! {};
    }
    let text = &model.text;
    let actions = html! { <Button kind={ButtonKind::Primary} on_press={on_pause.clone()}>{ text.get("recorder-resume") }</Button> };
    html! { <Banner kind={BannerKind::Warning} title={text.get("recorder-paused-title")} {actions}>{ text.get("recorder-paused-text") }</Banner> }
}
