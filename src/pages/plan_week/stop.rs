use domain::coverage::TimeOfDay;
use domain::plan_week::{Change, Spot, Stop, days_left};
use domain::roster::Classroom;
use domain::time::Date;
use yew::prelude::*;

use super::first_day;
use super::words::{time, when, why};
use crate::components::{Button, ButtonKind, Choice, ClassroomCard, SelectField};
use crate::pages::start::begin;
use crate::pages::words;
use crate::state::{App, Command, use_app};

/// What [`StopCard`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct StopCardProps {
    /// The stop.
    pub stop: Stop,
    /// When it was done.
    pub done: Option<Date>,
    /// What can be changed is in sight.
    pub open: bool,
    /// Which stop should be open.
    pub on_open: Callback<Option<Spot>>,
}

/// One stop: where, when and why, and what can be done with it.
#[component]
pub(super) fn StopCard(props: &StopCardProps) -> Html {
    let app = use_app();
    let (model, text, stop) = (&app.model, &app.model.text, &props.stop);
    let Spot { date, school, classroom } = &stop.spot;
    let known = model.documents.rosters.get(school).and_then(|roster| roster.current_classroom(classroom));
    let name = known.map_or_else(|| classroom.to_string(), |room| room.name.clone());
    let last = match props.done {
        Some(day) => text.with("plan-week-done", [("day", words::day_within(text, day).into())]),
        None => {
            let kept = stop.kept.then(|| text.get("plan-week-kept"));
            let parts = [when(text, stop), why(text, stop.why, model.today())].into_iter().chain(kept);
            parts.collect::<Vec<_>>().join(" · ")
        }
    };
    let next = (!props.open).then(|| stop.spot.clone());
    let actions = html! {
        if props.done.is_none() {
            if let Some(room) = known.filter(|_| *date <= model.today()) {
                { start(&app, stop, room) }
            }
            <Button
                kind={ButtonKind::Quiet}
                expanded={props.open}
                spoken={(!props.open).then(|| AttrValue::from(text.with("plan-week-change-of", [("room", name.clone().into())])))}
                on_press={props.on_open.reform(move |()| next.clone())}
            >{ if props.open { text.get("plan-week-close") } else { text.get("plan-week-change") } }</Button>
        }
    };
    html! {
        <div class="plan-stop" data-open={if props.open { "true" } else { "false" }}>
            <ClassroomCard
                title={name.clone()}
                sub={known.map_or_else(|| text.get("plan-week-gone"), |room| words::lesson_here(model, school, room))}
                {last}
                {actions}
            />
            if props.open && props.done.is_none() {
                { changes(&app, props, &name) }
            }
        </div>
    }
}

fn start(app: &App, stop: &Stop, room: &Classroom) -> Html {
    let (model, text) = (&app.model, &app.model.text);
    let visit = begin(model, &stop.spot.school, room);
    html! {
        <Button
            spoken={text.with("today-start-in", [("room", room.name.clone().into())])}
            on_press={app.on(move |()| Command::Begin(visit.clone()))}
        >{ text.get("today-start-here") }</Button>
    }
}

/// Day, time, another room, kept or not, and out.
fn changes(app: &App, props: &StopCardProps, name: &str) -> Html {
    let (model, text, stop) = (&app.model, &app.model.text, &props.stop);
    let monday = stop.spot.date.monday();
    let calendar = model.documents.district.as_ref().map(|district| &district.calendar);
    let mut days = calendar.map(|calendar| days_left(calendar, monday, first_day(model))).unwrap_or_default();
    if !days.contains(&stop.spot.date) {
        days.insert(0, stop.spot.date);
    }
    let day = |day: &Date| Choice::new(day.to_string(), words::day(text, *day));
    let times = TimeOfDay::ALL.into_iter().enumerate();
    let times: Vec<_> = times.map(|(at, third)| Choice::new(at.to_string(), time(text, third))).collect();
    let send = {
        let (send, spot) = (app.send.clone(), stop.spot.clone());
        move |make: fn(Spot) -> Change| {
            let (send, spot) = (send.clone(), spot.clone());
            Callback::from(move |()| send.emit(Command::ChangeWeek(monday, make(spot.clone()))))
        }
    };
    let shift =
        move |spot: Spot, date: Date, time: TimeOfDay| Command::ChangeWeek(monday, Change::Move(spot, date, time));
    let to_day = {
        let (stop, send, on_open) = (stop.clone(), app.send.clone(), props.on_open.clone());
        Callback::from(move |value: AttrValue| {
            if let Ok(date) = value.parse() {
                // What can be changed stays in sight, on the other day.
                on_open.emit(Some(Spot { date, ..stop.spot.clone() }));
                send.emit(shift(stop.spot.clone(), date, stop.time));
            }
        })
    };
    let to_time = {
        let (stop, send) = (stop.clone(), app.send.clone());
        Callback::from(move |value: AttrValue| {
            let third = value.parse().ok().and_then(|at: usize| TimeOfDay::ALL.get(at).copied());
            third.into_iter().for_each(|third| send.emit(shift(stop.spot.clone(), stop.spot.date, third)));
        })
    };
    let keep: fn(Spot) -> Change =
        if stop.kept { |spot| Change::Keep(spot, false) } else { |spot| Change::Keep(spot, true) };
    let of = |id: &str| text.with(id, [("room", name.to_owned().into())]);
    html! {
        <div class="plan-stop-changes" data-print="no">
            <div class="form-row">
                <SelectField
                    id="plan-week-stop-day"
                    label={text.get("plan-week-day")}
                    value={stop.spot.date.to_string()}
                    options={days.iter().map(day).collect::<Vec<_>>()}
                    on_change={to_day}
                />
                <SelectField
                    id="plan-week-stop-time"
                    label={text.get("plan-week-time")}
                    value={(stop.time as usize).to_string()}
                    options={times}
                    on_change={to_time}
                />
            </div>
            <div class="cluster">
                <Button spoken={of("plan-week-swap-of")} on_press={send(Change::Swap)}>{ text.get("plan-week-swap") }</Button>
                <Button spoken={of("plan-week-keep-of")} pressed={stop.kept} on_press={send(keep)}>{ text.get("plan-week-keep") }</Button>
                <Button kind={ButtonKind::Danger} spoken={of("plan-week-remove-of")} on_press={send(Change::Remove)}>
                    { text.get("plan-week-remove") }
                </Button>
            </div>
        </div>
    }
}
