//! Which classrooms to visit this week, and why these: a plan that is fair and partly drawn, to be changed by hand.

mod add;
mod days;
mod stop;
mod wish;
mod words;

use domain::compare::Selection;
use domain::plan_week::{self, WeekPlan, days_left, progress, weeks_ahead};
use domain::time::{Date, local};
use yew::prelude::*;

use super::compare::no_framework;
use super::opening_selection;
use super::sampling::SamplingNote;
use super::start::my_schools;
use crate::components::{Banner, BannerKind, Button, ButtonLink, EmptyState, Icon, PageHead, Progress, Segmented};
use crate::route::Route;
use crate::state::{App, Command, Model, use_app};
use add::AddRoom;
use days::Days;
use wish::WishPanel;

pub(super) use words::{time, when, why};

/// Plan the week.
#[component]
pub fn PlanWeekPage() -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let chosen = use_state(|| None::<Date>);
    let calendar = model.documents.district.as_ref().map(|district| &district.calendar);
    let weeks = calendar.map(|calendar| weeks_ahead(calendar, model.today())).unwrap_or_default();
    let from = first_day(model);
    let has_days = |week: &&Date| calendar.is_some_and(|calendar| !days_left(calendar, **week, from).is_empty());
    let next = weeks.iter().find(has_days).or(weeks.first()).copied();
    let monday = chosen.filter(|monday| weeks.contains(monday)).or(next);
    let choose = {
        let (chosen, weeks) = (chosen.clone(), weeks.clone());
        Callback::from(move |at: Option<usize>| chosen.set(at.and_then(|at| weeks.get(at)).copied().or(*chosen)))
    };
    let names: Vec<AttrValue> = weeks.iter().map(|week| name(&app, *week).into()).collect();
    html! {
        <>
            { head(&app, monday) }
            if let Some(empty) = nothing_to_plan(&app, monday) {
                { empty }
            } else if let Some(monday) = monday {
                if names.len() > 1 {
                    <div data-print="no">
                        <Segmented
                            label={text.get("plan-week-which")}
                            options={names}
                            chosen={weeks.iter().position(|week| *week == monday)}
                            on_choose={choose}
                        />
                    </div>
                }
                { week(&app, monday) }
            }
        </>
    }
}

/// The first day that can still be planned.
fn first_day(model: &Model) -> Date {
    plan_week::first_day(model.documents.rosters.values(), local(model.now, model.offset))
}

fn head(app: &App, monday: Option<Date>) -> Html {
    let (model, text) = (&app.model, &app.model.text);
    let back = (AttrValue::from(Route::Today.address()), AttrValue::from(text.get("plan-week-back")));
    let subtitle = monday.map(|monday| text.with("plan-week-subtitle", [("date", text.date(monday).into())]));
    let can_undo = !model.planning.undo.is_empty();
    html! {
        <>
            <PageHead
                title={text.get("plan-week-title")}
                subtitle={subtitle.map(AttrValue::from)}
                {back}
                actions={html! {
                    <>
                        <Button icon={Icon::Undo} disabled={!can_undo} on_press={app.on(|()| Command::UndoWeek)}>
                            { text.get("plan-week-undo") }
                        </Button>
                        <Button icon={Icon::Print} on_press={app.on(|()| Command::Print)}>{ text.get("plan-week-print") }</Button>
                    </>
                }}
            />
            if model.planning.failed {
                <Banner kind={BannerKind::Danger} title={text.get("plan-week-failed")}>{ text.get("plan-week-failed-text") }</Banner>
            }
            <p class="muted small" role="status" data-print="no">
                if can_undo && !model.planning.failed {
                    { text.get("plan-week-saved") }
                }
            </p>
        </>
    }
}

/// Why there is no week to plan, and what to do instead.
fn nothing_to_plan(app: &App, monday: Option<Date>) -> Option<Html> {
    let (model, text) = (&app.model, &app.model.text);
    let coverage = || Route::Coverage(opening_selection(model)).address();
    let no_rooms = || my_schools(model).iter().all(|school| model.documents.rosters[school].classrooms.is_empty());
    if model.documents.district.is_none() {
        Some(no_framework(text))
    } else if model.me.as_ref().is_none_or(|me| me.schools.is_empty()) {
        Some(html! {
            <EmptyState
                title={text.get("plan-week-district-title")}
                text={text.get("plan-week-district-text")}
                actions={html! { <ButtonLink href={coverage()}>{ text.get("plan-week-district-coverage") }</ButtonLink> }}
            />
        })
    } else if no_rooms() {
        Some(html! { <EmptyState title={text.get("today-no-roster-title")} text={text.get("today-no-roster-text")} /> })
    } else if monday.is_none() {
        Some(html! { <EmptyState title={text.get("plan-week-over-title")} text={text.get("plan-week-over-text")} /> })
    } else {
        None
    }
}

/// "This week", "Next week", and in the holidays the week in which school goes on.
fn name(app: &App, monday: Date) -> String {
    let text = &app.model.text;
    match app.model.today().monday().days_until(monday) {
        0 => text.get("plan-week-this"),
        7 => text.get("plan-week-next"),
        _ => text.with("plan-week-coming", [("date", text.date(monday).into())]),
    }
}

fn week(app: &App, monday: Date) -> Html {
    let (model, text) = (&app.model, &app.model.text);
    let planner = &model.planning.planner;
    let plan = planner.week(monday).filter(|plan| !plan.stops.is_empty());
    let selection = Selection { schools: planner.wish.school.iter().cloned().collect(), ..opening_selection(model) };
    html! {
        <>
            if let Some(plan) = plan {
                { planned(app, plan) }
            } else if planner.week(monday).is_some() {
                <p>{ text.get("plan-week-empty") }</p>
            }
            <div data-print="no" class="stack" data-gap="wide">
                <WishPanel key={monday.to_string()} {monday} planned={plan.is_some()} />
                if planner.week(monday).is_some() {
                    <AddRoom {monday} />
                }
                <section class="section" aria-labelledby="plan-week-sample">
                    <h2 id="plan-week-sample">{ text.get("plan-week-sample") }</h2>
                    <SamplingNote {selection} always={true} />
                </section>
                <p class="muted small">{ text.get("plan-week-note") }</p>
            </div>
        </>
    }
}

fn planned(app: &App, plan: &WeekPlan) -> Html {
    let (model, text) = (&app.model, &app.model.text);
    let done = progress(plan, model.packs.values().map(|pack| &**pack));
    let (count, all) = (done.count(), plan.stops.len());
    let label = text.with("plan-week-progress", [("done", count.into()), ("all", all.into())]);
    let of = (u64::try_from(count).unwrap_or(0), u64::try_from(all).unwrap_or(0));
    html! {
        <>
            <Progress id="plan-week-progress" {label} {of} />
            <Days plan={plan.clone()} {done} />
        </>
    }
}
