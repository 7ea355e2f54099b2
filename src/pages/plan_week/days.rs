use domain::plan_week::{Progress, Spot, Stop, WeekPlan};
use domain::time::Date;
use yew::prelude::*;

use super::stop::StopCard;
use crate::pages::words;
use crate::state::use_app;

/// What [`Days`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct DaysProps {
    /// The week.
    pub plan: WeekPlan,
    /// What is done of it.
    pub done: Progress,
}

/// The plan, day by day.
#[component]
pub(super) fn Days(props: &DaysProps) -> Html {
    let open = use_state(|| None::<Spot>);
    let on_open = {
        let open = open.clone();
        Callback::from(move |spot| open.set(spot))
    };
    let (before, opened) = (use_mut_ref(|| None::<WeekPlan>), open.clone());
    use_effect_with(props.plan.clone(), move |plan| {
        // What can be changed stays in sight when another room takes the place of the open one.
        if let (Some(spot), Some(was)) = (&*opened, before.replace(Some(plan.clone())))
            && plan.stop(spot).is_none()
        {
            let is_new = |stop: &&Stop| stop.spot.date == spot.date && was.stop(&stop.spot).is_none();
            opened.set(plan.stops.iter().find(is_new).map(|stop| stop.spot.clone()));
        }
    });
    let days = props.plan.stops.chunk_by(|one, other| one.spot.date == other.spot.date);
    let card = |stop: &Stop| {
        html! {
            <StopCard
                key={format!("{}/{}", stop.spot.school, stop.spot.classroom)}
                stop={stop.clone()}
                done={props.done.done(&stop.spot)}
                open={open.as_ref() == Some(&stop.spot)}
                on_open={on_open.clone()}
            />
        }
    };
    let day = |stops: &[Stop]| {
        stops.first().map(|first| {
            html! {
                <Day key={first.spot.date.to_string()} date={first.spot.date} visits={stops.len()}>
                    { for stops.iter().map(card) }
                </Day>
            }
        })
    };
    html! { <>{ for days.filter_map(day) }</> }
}

#[derive(Properties, PartialEq)]
struct DayProps {
    date: Date,
    visits: usize,
    children: Html,
}

#[component]
fn Day(props: &DayProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let minutes = props.visits * usize::from(app.model.planning.planner.wish.minutes_a_visit);
    let id = format!("day-{}", props.date);
    html! {
        <section class="section plan-day" aria-labelledby={id.clone()}>
            <div class="section-head">
                <h2 {id}>{ words::day(text, props.date) }</h2>
                <span class="muted">
                    { text.with("plan-week-day-note", [("n", props.visits.into()), ("minutes", minutes.into())]) }
                </span>
            </div>
            <div class="grid">{ props.children.clone() }</div>
        </section>
    }
}
