//! The classrooms that have waited longest for a visit; a tap starts one there.

use domain::coverage::{LastVisit, last_visits};
use domain::id::{ClassroomId, SchoolId};
use domain::plan_week::Spot;
use domain::time::day_number;
use domain::visit::Place;
use yew::prelude::*;

use crate::components::{Button, ClassroomCard};
use crate::pages::start::begin;
use crate::pages::words;
use crate::route::Route;
use crate::state::{App, Command, Model, OpenVisit, use_app};

/// More would not be a short list any more.
const MOST: usize = 6;

/// The classrooms that have waited longest, never visited ones first; those in this week's plan have their place already.
#[component]
pub(super) fn Rooms() -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let rooms = last_visits(model.packs.values().map(|pack| &**pack), model.documents.rosters.values());
    let open = model.open_visits();
    let plan = model.planning.planner.week(model.today().monday());
    let is_planned = |room: &LastVisit<'_>| {
        let is_this = |spot: &Spot| spot.school == *room.school && spot.classroom == room.classroom.id;
        plan.is_some_and(|plan| plan.stops.iter().any(|stop| is_this(&stop.spot)))
    };
    let is_open = |room: &LastVisit<'_>| open.iter().any(|visit| is_in(visit, room.school, &room.classroom.id));
    let free = rooms.iter().filter(|room| !is_open(room) && !is_planned(room)).take(MOST);
    html! {
        <section class="section" aria-labelledby="rooms-title">
            <div class="section-head">
                <h2 id="rooms-title">{ text.get("today-rooms") }</h2>
                <a href={Route::Start.address()}>{ text.get("today-all-rooms") }</a>
            </div>
            <div class="grid">{ for free.map(|room| card(&app, room)) }</div>
        </section>
    }
}

/// Whether an open visit is in this classroom: it stands at the top of the page already.
pub(super) fn is_in(open: &OpenVisit, school: &SchoolId, classroom: &ClassroomId) -> bool {
    let place = open.visit.context.as_ref().map(|context| &context.classroom);
    open.at.school == *school && place == Some(&Place::Known(classroom.clone()))
}

fn card(app: &App, room: &LastVisit<'_>) -> Html {
    let (model, text) = (&app.model, &app.model.text);
    let start = begin(model, room.school, room.classroom);
    html! {
        <ClassroomCard
            key={format!("{}/{}", room.school, room.classroom.id)}
            title={room.classroom.name.clone()}
            sub={words::lesson_here(model, room.school, room.classroom)}
            last={last(model, room)}
            actions={html! {
                <Button
                    spoken={text.with("today-start-in", [("room", room.classroom.name.clone().into())])}
                    on_press={app.on(move |()| Command::Begin(start.clone()))}
                >{ text.get("today-start-here") }</Button>
            }}
        />
    }
}

fn last(model: &Model, room: &LastVisit<'_>) -> String {
    let text = &model.text;
    let Some(date) = room.last else { return text.get("today-never-visited") };
    let days = day_number(model.today()) - day_number(date);
    text.with("today-last-visited", [("days", days.into()), ("date", text.date(date).into())])
}
