use domain::id::{ClassroomId, SchoolId};
use domain::roster::Classroom;
use domain::time::{Date, day_number, local};
use domain::visit::Seat;
use yew::prelude::*;

use super::details::Details;
use crate::components::{Button, ButtonKind, ClassroomCard};
use crate::pages::record::Same;
use crate::pages::words;
use crate::state::{Command, Model, NewVisit, When, use_app};

/// What [`RoomCard`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct RoomCardProps {
    /// Where the classroom is.
    pub school: SchoolId,
    /// The classroom.
    pub room: Same<Classroom>,
    /// When it was last visited.
    pub last: Option<Date>,
    /// It is a calibration visit, in this seat.
    pub seat: Option<Seat>,
    /// Its details are open.
    pub open: bool,
    /// Whose details should be open.
    pub on_open: Callback<Option<ClassroomId>>,
}

/// A classroom: one tap starts, another opens the details.
#[component]
pub(super) fn RoomCard(props: &RoomCardProps) -> Html {
    let app = use_app();
    let (model, text, room) = (&app.model, &app.model.text, &props.room);
    let start = NewVisit { seat: props.seat.clone(), ..begin(model, &props.school, room) };
    let next = (!props.open).then(|| room.id.clone());
    let name = || [("room", room.name.as_str().into())];
    let actions = html! {
        <>
            if !props.open {
                <Button
                    spoken={text.with("start-in", name())}
                    on_press={app.on(move |()| Command::Begin(start.clone()))}
                >{ text.get("start-here") }</Button>
            }
            <Button
                kind={ButtonKind::Quiet}
                expanded={props.open}
                spoken={text.with("start-details-in", name())}
                on_press={props.on_open.reform(move |()| next.clone())}
            >{ if props.open { text.get("start-fewer-details") } else { text.get("start-details") } }</Button>
        </>
    };
    html! {
        <div class="start-room" data-open={if props.open { "true" } else { "false" }}>
            <ClassroomCard
                title={room.name.clone()}
                sub={words::lesson(text, &model.documents, &props.school, room)}
                last={last_visited(model, props.last)}
                {actions}
            />
            if props.open {
                <Details school={props.school.clone()} room={room.clone()} seat={props.seat.clone()} />
            }
        </div>
    }
}

/// A visit that begins now, with what the roster and the clock say.
pub(crate) fn begin(model: &Model, school: &SchoolId, room: &Classroom) -> NewVisit {
    NewVisit {
        school: school.clone(),
        context: room.context(),
        segment: room.segment_at(local(model.now, model.offset).1),
        when: When::Now,
        nothing: false,
        seat: None,
    }
}

/// Whether every word typed is in the room's name, its teacher's, its grade or its subject.
pub(super) fn matches(model: &Model, school: &SchoolId, room: &Classroom, typed: &str) -> bool {
    let lesson = words::lesson(&model.text, &model.documents, school, room);
    let all = format!("{} {lesson}", room.name).to_lowercase();
    typed.to_lowercase().split_whitespace().all(|word| all.contains(word))
}

fn last_visited(model: &Model, last: Option<Date>) -> String {
    let text = &model.text;
    let Some(date) = last else {
        return text.get("start-never-visited");
    };
    let days = day_number(model.today()) - day_number(date);
    text.with("start-last-visited", [("days", days.into()), ("date", text.date(date).into())])
}
