//! What is planned for today and still to do; a tap starts the visit there.

use domain::plan_week::{Change, Progress, Stop, WeekPlan, progress, weeks_ahead};
use yew::prelude::*;

use super::rooms::is_in;
use crate::components::{Button, ButtonLink, ClassroomCard, EmptyState};
use crate::pages::plan_week::{when, why};
use crate::pages::start::begin;
use crate::pages::words;
use crate::route::Route;
use crate::state::{App, Command, use_app};

/// More would not be a short list any more; the whole plan is one tap away.
const MOST: usize = 6;

/// Today's stops of the plan, those left over from earlier in the week, and what remains; or how to get a plan.
#[component]
pub(super) fn Planned() -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let calendar = model.documents.district.as_ref().map(|district| &district.calendar);
    let weeks = calendar.map(|calendar| weeks_ahead(calendar, model.today())).unwrap_or_default();
    let Some(monday) = weeks.first().copied() else { return Html::default() };
    let plan = model.planning.planner.week(monday).filter(|plan| !plan.stops.is_empty());
    let Some(plan) = plan else {
        let go = html! { <ButtonLink href={Route::PlanWeek.address()}>{ text.get("plan-week-go") }</ButtonLink> };
        return html! {
            <EmptyState title={text.get("today-plan-none-title")} text={text.get("today-plan-none-text")} actions={go} />
        };
    };
    let done = progress(plan, model.packs.values().map(|pack| &**pack));
    let so_far = text.with("today-plan-week", [("done", done.count().into()), ("all", plan.stops.len().into())]);
    let stops = to_do(&app, plan, &done);
    html! {
        <section class="section" aria-labelledby="plan-title">
            <div class="section-head">
                <h2 id="plan-title">{ text.get("today-plan") }</h2>
                <ButtonLink href={Route::PlanWeek.address()}>{ so_far }</ButtonLink>
            </div>
            if stops.is_empty() {
                <p>{ remains(&app, plan, &done) }</p>
            } else {
                <div class="grid">{ for stops.into_iter().take(MOST).map(|stop| card(&app, stop)) }</div>
            }
        </section>
    }
}

/// Today's first, then those left over; not the one that is open, which stands above.
fn to_do<'a>(app: &App, plan: &'a WeekPlan, done: &Progress) -> Vec<&'a Stop> {
    let (today, open) = (app.model.today(), app.model.open_visits());
    let is_open = |stop: &Stop| open.iter().any(|visit| is_in(visit, &stop.spot.school, &stop.spot.classroom));
    let due = |stop: &&Stop| stop.spot.date <= today && !done.is_done(&stop.spot) && !is_open(stop);
    let mut stops: Vec<_> = plan.stops.iter().filter(due).collect();
    stops.sort_by_key(|stop| stop.spot.date != today);
    stops
}

/// What comes next when nothing is left for today.
fn remains(app: &App, plan: &WeekPlan, done: &Progress) -> String {
    let (text, today) = (&app.model.text, app.model.today());
    if done.count() == plan.stops.len() {
        return text.with("today-plan-done", [("all", plan.stops.len().into())]);
    }
    let next = plan.stops.iter().find(|stop| stop.spot.date > today).map(|stop| stop.spot.date);
    let Some(next) = next else { return text.get("today-plan-nothing") };
    let visits = plan.stops.iter().filter(|stop| stop.spot.date == next).count();
    text.with("today-plan-later", [("day", words::day_within(text, next).into()), ("n", visits.into())])
}

/// A room that has left the roster since it was planned: it can only be taken out.
fn gone(app: &App, stop: &Stop) -> Html {
    let (text, name) = (&app.model.text, stop.spot.classroom.to_string());
    let (spot, key) = (stop.spot.clone(), format!("{}/{}/{name}", stop.spot.date, stop.spot.school));
    let remove = move |()| Command::ChangeWeek(spot.date.monday(), Change::Remove(spot.clone()));
    html! {
        <ClassroomCard
            {key}
            title={name.clone()}
            sub={text.get("plan-week-gone")}
            last={when(text, stop)}
            actions={html! {
                <Button
                    spoken={text.with("plan-week-remove-of", [("room", name.into())])}
                    on_press={app.on(remove)}
                >{ text.get("plan-week-remove") }</Button>
            }}
        />
    }
}

fn card(app: &App, stop: &Stop) -> Html {
    let (model, text) = (&app.model, &app.model.text);
    let (school, classroom) = (&stop.spot.school, &stop.spot.classroom);
    let known = model.documents.rosters.get(school).and_then(|roster| roster.current_classroom(classroom));
    let Some(room) = known else { return gone(app, stop) };
    let visit = begin(model, school, room);
    let mut time = when(text, stop);
    if stop.spot.date < model.today() {
        let day = words::weekday(text, stop.spot.date);
        time = text.with("plan-week-from-day", [("day", day.into()), ("when", time.into())]);
    }
    html! {
        <ClassroomCard
            key={format!("{}/{school}/{classroom}", stop.spot.date)}
            title={room.name.clone()}
            sub={words::lesson_here(model, school, room)}
            last={format!("{time} · {}", why(text, stop.why, model.today()))}
            actions={html! {
                <Button
                    spoken={text.with("today-start-in", [("room", room.name.clone().into())])}
                    on_press={app.on(move |()| Command::Begin(visit.clone()))}
                >{ text.get("today-start-here") }</Button>
            }}
        />
    }
}
