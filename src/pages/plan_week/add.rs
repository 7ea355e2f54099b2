use domain::plan_week::{Change, Spot, days_left};
use domain::time::Date;
use yew::prelude::*;

use super::first_day;
use crate::components::{Button, Choice, Panel, SelectField};
use crate::pages::start::my_schools;
use crate::pages::words;
use crate::state::{Command, Model, use_app};

/// What [`AddRoom`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct AddRoomProps {
    /// The week.
    pub monday: Date,
}

/// A room of one's own choice on a day of the week.
#[component]
pub(super) fn AddRoom(props: &AddRoomProps) -> Html {
    let app = use_app();
    let (model, text, monday) = (&app.model, &app.model.text, props.monday);
    let room = use_state(AttrValue::default);
    let day = use_state(|| None::<Date>);
    let calendar = model.documents.district.as_ref().map(|district| &district.calendar);
    let days = calendar.map(|calendar| days_left(calendar, monday, first_day(model))).unwrap_or_default();
    let date = day.filter(|day| days.contains(day)).or_else(|| days.first().copied());
    let rooms = rooms(model, monday);
    let choice = |(at, (_, name)): (usize, &(Spot, String))| Choice::new(at.to_string(), name.clone());
    let none = Choice::new("", text.get("plan-week-add-choose"));
    let options: Vec<_> = std::iter::once(none).chain(rooms.iter().enumerate().map(choice)).collect();
    let found = room.parse().ok().and_then(|at: usize| rooms.get(at));
    let spot = found.zip(date).map(|((spot, _), date)| Spot { date, ..spot.clone() });
    let add = {
        let (room, send, spot) = (room.clone(), app.send.clone(), spot.clone());
        Callback::from(move |()| {
            room.set(AttrValue::default());
            spot.iter().for_each(|spot| send.emit(Command::ChangeWeek(monday, Change::Add(spot.clone()))));
        })
    };
    let choose_room = {
        let room = room.clone();
        Callback::from(move |value| room.set(value))
    };
    let choose_day = Callback::from(move |value: AttrValue| day.set(value.parse().ok()));
    html! {
        <Panel id="plan-week-add" title={text.get("plan-week-add")}>
            <div class="form-row">
                <SelectField id="plan-week-add-room" label={text.get("plan-week-add-room")} value={&*room} {options} on_change={choose_room} />
                <SelectField
                    id="plan-week-add-day"
                    label={text.get("plan-week-day")}
                    value={date.map(|date| date.to_string()).unwrap_or_default()}
                    options={days.iter().map(|day| Choice::new(day.to_string(), words::day(text, *day))).collect::<Vec<_>>()}
                    on_change={choose_day}
                />
            </div>
            <div><Button disabled={spot.is_none()} on_press={add}>{ text.get("plan-week-add-go") }</Button></div>
        </Panel>
    }
}

/// The person's rooms that are not in the week's plan, with their lessons; the day of each is still to be chosen.
fn rooms(model: &Model, monday: Date) -> Vec<(Spot, String)> {
    let planned = model.planning.planner.week(monday).map(|plan| plan.stops.as_slice()).unwrap_or_default();
    let mut rooms = Vec::new();
    for roster in my_schools(model).iter().filter_map(|school| model.documents.rosters.get(school)) {
        for room in &roster.classrooms {
            let spot = Spot { date: monday, school: roster.school.clone(), classroom: room.id.clone() };
            let is_this = |other: &Spot| (&other.school, &other.classroom) == (&spot.school, &spot.classroom);
            if !planned.iter().any(|stop| is_this(&stop.spot)) {
                let name = format!("{} · {}", room.name, words::lesson_here(model, &roster.school, room));
                rooms.push((spot, name));
            }
        }
    }
    rooms
}
