//! Entering a visit from paper: when and where it was, and then the same recorder with no clock running.

use domain::framework::Segment;
use domain::id::{ClassroomId, SchoolId};
use yew::prelude::*;

use super::off_roster::{Described, DescribedFields};
use super::paper_sheet::{ELSEWHERE, Sheet};
use super::schools::{SchoolSwitch, my_schools};
use crate::components::{
    Button, ButtonKind, Choice, EmptyState, InputKind, PageHead, Segmented, SelectField, TextField,
};
use crate::pages::record::{LessonFields, segment_name};
use crate::route::Route;
use crate::state::{Command, Model, use_app};

/// A visit from paper.
#[component]
pub fn PaperPage() -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let schools = my_schools(model);
    let sheet = use_state(|| Sheet {
        school: schools.first().cloned().unwrap_or_default(),
        room: AttrValue::default(),
        context: None,
        described: Described::default(),
        date: model.today().to_string().into(),
        time: AttrValue::default(),
        minutes: AttrValue::default(),
        segment: None,
    });
    let back = (AttrValue::from(Route::Start.address()), AttrValue::from(text.get("start-title")));
    let head = html! { <PageHead title={text.get("paper-title")} subtitle={text.get("paper-subtitle")} {back} /> };
    if schools.is_empty() {
        return html! { <>{ head }<EmptyState title={text.get("start-no-school")} text={text.get("start-no-school-text")} /></> };
    }
    let change = |apply: fn(Sheet, AttrValue) -> Sheet| {
        let sheet = sheet.clone();
        Callback::from(move |typed: AttrValue| sheet.set(apply((*sheet).clone(), typed)))
    };
    let put = {
        let sheet = sheet.clone();
        Callback::from(move |to| sheet.set(to))
    };
    let visit = sheet.visit(model);
    let ready = visit.is_some();
    let start = {
        let send = app.send.clone();
        Callback::from(move |()| {
            if let Some(visit) = visit.clone() {
                send.emit(Command::Begin(visit));
            }
        })
    };
    html! {
        <>
            { head }
            <div class="form">
                { place(model, &schools, &sheet, &put) }
                <div class="form-row">
                    <TextField id="paper-date" label={text.get("paper-date")} kind={InputKind::Date} value={&sheet.date} error={sheet.date_error(model)} required={true} on_input={change(|sheet, date| Sheet { date, ..sheet })} />
                    <TextField id="paper-time" label={text.get("paper-time")} kind={InputKind::Time} value={&sheet.time} required={true} on_input={change(|sheet, time| Sheet { time, ..sheet })} />
                    <TextField id="paper-minutes" label={text.get("paper-minutes")} kind={InputKind::Number} value={&sheet.minutes} error={sheet.minutes_error(model)} required={true} on_input={change(|sheet, minutes| Sheet { minutes, ..sheet })} />
                </div>
                { segment(model, &sheet, &put) }
                <div class="cluster">
                    <Button kind={ButtonKind::Primary} big={true} disabled={!ready} on_press={start}>{ text.get("paper-start") }</Button>
                </div>
                if !ready {
                    <p class="muted">{ text.get("paper-needs") }</p>
                }
            </div>
        </>
    }
}

fn place(model: &Model, schools: &[SchoolId], sheet: &Sheet, put: &Callback<Sheet>) -> Html {
    let text = &model.text;
    let on_school = {
        let sheet = sheet.clone();
        put.reform(move |school| Sheet { school, room: AttrValue::default(), context: None, ..sheet.clone() })
    };
    let rooms = model.documents.rosters.get(&sheet.school).map_or(&[][..], |roster| roster.classrooms.as_slice());
    let choices = [Choice::new("", text.get("paper-choose-room"))]
        .into_iter()
        .chain(rooms.iter().map(|room| Choice::new(room.id.0.clone(), room.name.clone())))
        .chain([Choice::new(ELSEWHERE, text.get("start-elsewhere"))]);
    let contexts: Vec<_> = rooms.iter().map(|room| (room.id.clone(), room.context())).collect();
    let on_room = {
        let sheet = sheet.clone();
        put.reform(move |room: AttrValue| {
            let id = ClassroomId::from(room.as_str());
            let context = contexts.iter().find(|(known, _)| *known == id).map(|(_, context)| context.clone());
            Sheet { room, context, ..sheet.clone() }
        })
    };
    let on_context = {
        let sheet = sheet.clone();
        put.reform(move |context| Sheet { context: Some(context), ..sheet.clone() })
    };
    let on_described = {
        let sheet = sheet.clone();
        put.reform(move |described| Sheet { described, ..sheet.clone() })
    };
    html! {
        <>
            <SchoolSwitch id="paper-school" schools={schools.to_vec()} chosen={sheet.school.clone()} on_choose={on_school} />
            <SelectField id="paper-room" label={text.get("start-room")} value={&sheet.room} options={choices.collect::<Vec<_>>()} on_change={on_room} />
            if let Some(context) = &sheet.context {
                <LessonFields id="paper" school={sheet.school.clone()} context={context.clone()} on_change={on_context} />
            }
            if sheet.room == ELSEWHERE {
                <DescribedFields id="paper-elsewhere" value={sheet.described.clone()} on_change={on_described} />
            }
        </>
    }
}

fn segment(model: &Model, sheet: &Sheet, put: &Callback<Sheet>) -> Html {
    let text = &model.text;
    let on_choose = {
        let sheet = sheet.clone();
        put.reform(move |chosen: Option<usize>| Sheet {
            segment: chosen.and_then(|index| Segment::ALL.get(index).copied()),
            ..sheet.clone()
        })
    };
    let shown = sheet.likely_segment(model);
    html! {
        <div class="field">
            <span class="field-label" id="paper-segment">{ text.get("recorder-segment-label") }</span>
            <Segmented
                label={text.get("recorder-segment-label")}
                options={Segment::ALL.map(|segment| AttrValue::from(segment_name(text, segment))).to_vec()}
                chosen={Segment::ALL.iter().position(|segment| *segment == shown)}
                {on_choose}
            />
        </div>
    }
}
