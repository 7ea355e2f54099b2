//! Entering a visit from paper: when and where it was, and then the same recorder with no clock running.

use domain::framework::Segment;
use domain::id::{ClassroomId, SchoolId};
use domain::time::Date;
use domain::visit::Context;
use yew::prelude::*;

use super::off_roster::{Described, DescribedFields};
use super::schools::{SchoolSwitch, my_schools};
use crate::components::{
    Button, ButtonKind, Choice, EmptyState, InputKind, PageHead, Segmented, SelectField, TextField,
};
use crate::pages::record::{LessonFields, segment_name};
use crate::route::Route;
use crate::state::{Command, Model, NewVisit, When, use_app};

/// The longest visit that can be entered, in minutes.
const MOST_MINUTES: u16 = 240;
/// The value of the choice "not on the roster"; no classroom's id is so.
const ELSEWHERE: &str = "\u{1}elsewhere";

/// What was typed.
#[derive(Debug, Clone, PartialEq)]
struct Sheet {
    school: SchoolId,
    room: AttrValue,
    /// The lesson, once a classroom was chosen.
    context: Option<Context>,
    described: Described,
    date: AttrValue,
    time: AttrValue,
    minutes: AttrValue,
    segment: Option<Segment>,
}

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

impl Sheet {
    /// The visit, once everything needed is there and right.
    fn visit(&self, model: &Model) -> Option<NewVisit> {
        let context = if self.room == ELSEWHERE { self.described.context() } else { self.context.clone() };
        Some(NewVisit {
            school: self.school.clone(),
            context: context?,
            segment: self.likely_segment(model),
            when: When::Paper {
                date: self.read_date().filter(|date| *date <= model.today())?,
                minute: self.read_time()?,
                minutes: self.read_minutes()?,
                offset: model.offset,
            },
            nothing: false,
        })
    }

    /// The chosen segment, or the one that the roster's periods make likely at that time.
    fn likely_segment(&self, model: &Model) -> Segment {
        let roster = model.documents.rosters.get(&self.school);
        let room = roster.and_then(|roster| roster.classroom(&ClassroomId::from(self.room.as_str())));
        let likely = || Some(room?.segment_at(self.read_time()?));
        self.segment.or_else(likely).unwrap_or(Segment::Middle)
    }

    fn read_date(&self) -> Option<Date> {
        self.date.parse().ok()
    }

    /// Minute of the local day.
    fn read_time(&self) -> Option<u16> {
        let (hour, minute) = self.time.split_once(':')?;
        let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.get(..2)?.parse().ok()?);
        (hour < 24 && minute < 60).then_some(hour * 60 + minute)
    }

    fn read_minutes(&self) -> Option<u16> {
        self.minutes.trim().parse().ok().filter(|minutes| (1..=MOST_MINUTES).contains(minutes))
    }

    fn date_error(&self, model: &Model) -> Option<AttrValue> {
        let future = self.read_date().is_some_and(|date| date > model.today());
        future.then(|| model.text.get("paper-date-future").into())
    }

    fn minutes_error(&self, model: &Model) -> Option<AttrValue> {
        let wrong = !self.minutes.is_empty() && self.read_minutes().is_none();
        wrong.then(|| model.text.with("paper-minutes-wrong", [("most", MOST_MINUTES.into())]).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(date: &str, time: &str, minutes: &str) -> Sheet {
        Sheet {
            school: "cedar".into(),
            room: AttrValue::default(),
            context: None,
            described: Described::default(),
            date: AttrValue::from(date.to_owned()),
            time: AttrValue::from(time.to_owned()),
            minutes: AttrValue::from(minutes.to_owned()),
            segment: None,
        }
    }

    #[test]
    fn a_sheet_is_read_as_date_minute_of_the_day_and_minutes() {
        let sheet = sheet("2026-11-18", "10:35", " 7 ");
        assert_eq!(sheet.read_date(), Some(domain::time::date_of_day(20_775)));
        assert_eq!((sheet.read_time(), sheet.read_minutes()), (Some(635), Some(7)));
    }

    #[test]
    fn what_is_not_a_time_is_not_taken() {
        let sheet = sheet("soon", "25:00", "0");
        assert_eq!((sheet.read_date(), sheet.read_time(), sheet.read_minutes()), (None, None, None));
    }
}
