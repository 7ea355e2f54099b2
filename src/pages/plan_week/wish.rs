use domain::district::DaysOff;
use domain::id::SchoolId;
use domain::plan_week::{Change, Wish, days_left, expected};
use domain::time::Date;
use yew::prelude::*;

use super::first_day;
use crate::components::{Button, ButtonKind, Chip, Choice, Fold, Panel, SelectField, Stepper};
use crate::pages::start::{my_schools, school_name};
use crate::pages::words;
use crate::state::{App, Command, use_app};

/// Fewest and most minutes, and how many a step.
const A_DAY: (u16, u16, u16) = (10, 240, 10);
const A_VISIT: (u16, u16, u16) = (5, 30, 5);

/// What [`WishPanel`] needs.
#[derive(Properties, PartialEq)]
pub(super) struct WishPanelProps {
    /// The week.
    pub monday: Date,
    /// It is planned already.
    pub planned: bool,
}

/// Days and minutes, and the button that plans with them; folded away once there is a plan.
#[component]
pub(super) fn WishPanel(props: &WishPanelProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let wish = use_state(|| app.model.planning.planner.wish.clone());
    let open = use_state(|| false);
    let panel = Asked { app: &app, monday: props.monday, planned: props.planned, wish: &wish, open: &open };
    if !props.planned {
        return panel.draw();
    }
    let toggle = {
        let open = open.clone();
        Callback::from(move |now| open.set(now))
    };
    html! {
        <Fold summary={text.get("plan-week-anew")} note={text.get("plan-week-anew-note")} open={*open} on_toggle={toggle}>
            { panel.draw() }
        </Fold>
    }
}

struct Asked<'a> {
    app: &'a App,
    monday: Date,
    planned: bool,
    wish: &'a UseStateHandle<Wish>,
    open: &'a UseStateHandle<bool>,
}

impl Asked<'_> {
    fn draw(&self) -> Html {
        let text = &self.app.model.text;
        let word = if self.planned { text.get("plan-week-anew") } else { text.get("plan-week-go") };
        let send = {
            let (send, wish, open, monday) =
                (self.app.send.clone(), (**self.wish).clone(), self.open.clone(), self.monday);
            Callback::from(move |()| {
                open.set(false);
                send.emit(Command::ChangeWeek(monday, Change::Propose(wish.clone())));
            })
        };
        let fit = self.wish.stops_a_day() * self.days().iter().filter(|day| self.has(**day)).count();
        let (day, visit) = (self.wish.minutes_a_day, self.wish.minutes_a_visit);
        html! {
            <Panel id="plan-week-wish" title={text.get("plan-week-wish")}>
                { self.school() }
                <div class="cluster" role="group" aria-label={text.get("plan-week-days")}>
                    { for self.days().into_iter().map(|day| self.day(day)) }
                </div>
                if let Some(off) = self.off() {
                    <p class="muted small">{ off }</p>
                }
                { self.minutes("day", day, A_DAY, |wish, minutes_a_day| Wish { minutes_a_day, ..wish }) }
                { self.minutes("visit", visit, A_VISIT, |wish, minutes_a_visit| Wish { minutes_a_visit, ..wish }) }
                <p role="status">
                    { text.with("plan-week-fits", [("n", fit.into())]) }
                    { for self.expected(fit).map(|said| format!(" {said}")) }
                </p>
                <p class="muted small">{ text.get("plan-week-how") }</p>
                <div><Button kind={ButtonKind::Primary} disabled={fit == 0} on_press={send}>{ word }</Button></div>
            </Panel>
        }
    }

    /// A callback that changes the wish.
    fn change<E: 'static>(&self, make: impl Fn(Wish, E) -> Wish + 'static) -> Callback<E> {
        let wish = self.wish.clone();
        Callback::from(move |event| wish.set(make((*wish).clone(), event)))
    }

    /// One school or all; nothing for those who have one.
    fn school(&self) -> Html {
        let (model, text) = (&self.app.model, &self.app.model.text);
        let schools = my_schools(model);
        if schools.len() < 2 {
            return Html::default();
        }
        let all = Choice::new("", text.get("plan-week-all-schools"));
        let each = schools.iter().map(|school| Choice::new(school.0.clone(), school_name(model, school)));
        let choose = self.change(|wish, value: AttrValue| Wish {
            school: (!value.is_empty()).then(|| SchoolId::from(value.as_str())),
            ..wish
        });
        html! {
            <SelectField
                id="plan-week-school"
                label={text.get("plan-week-school")}
                value={self.wish.school.as_ref().map(|school| school.0.clone()).unwrap_or_default()}
                options={std::iter::once(all).chain(each).collect::<Vec<_>>()}
                on_change={choose}
            />
        }
    }

    /// The school days of the week that are not over.
    fn days(&self) -> Vec<Date> {
        let model = &self.app.model;
        let calendar = model.documents.district.as_ref().map(|district| &district.calendar);
        calendar.map(|calendar| days_left(calendar, self.monday, first_day(model))).unwrap_or_default()
    }

    /// Which days of the week have no school, and why, so that a day that is not offered is no riddle.
    fn off(&self) -> Option<String> {
        let text = &self.app.model.text;
        let calendar = &self.app.model.documents.district.as_ref()?.calendar;
        let friday = self.monday.plus_days(4);
        let days = |off: &DaysOff| {
            let (first, last) = (off.first_day.max(self.monday), off.last_day.min(friday));
            let days = if first == last { vec![first] } else { vec![first, last] };
            let days: Vec<String> = days.into_iter().map(|day| words::day(text, day)).collect();
            (first <= last).then(|| format!("{} ({})", days.join(" – "), off.name))
        };
        let off: Vec<String> = calendar.days_off.iter().filter_map(days).collect();
        (!off.is_empty()).then(|| text.with("plan-week-off", [("days", off.join(", ").into())]))
    }

    fn has(&self, day: Date) -> bool {
        self.wish.days.get(usize::from(day.days_after_monday())) == Some(&true)
    }

    fn day(&self, day: Date) -> Html {
        let at = usize::from(day.days_after_monday());
        let toggle = self.change(move |mut wish, ()| {
            wish.days.get_mut(at).into_iter().for_each(|chosen| *chosen = !*chosen);
            wish
        });
        html! { <Chip label={words::day(&self.app.model.text, day)} chosen={self.has(day)} on_press={toggle} /> }
    }

    fn minutes(&self, of: &str, now: u16, (least, most, step): (u16, u16, u16), set: fn(Wish, u16) -> Wish) -> Html {
        let text = &self.app.model.text;
        let to = |minutes: u16| self.change(move |wish, ()| set(wish, minutes.clamp(least, most)));
        html! {
            <Stepper
                label={text.get(&format!("plan-week-minutes-a-{of}"))}
                value={now.to_string()}
                minus_label={text.get(&format!("plan-week-minutes-a-{of}-fewer"))}
                plus_label={text.get(&format!("plan-week-minutes-a-{of}-more"))}
                can_subtract={now > least}
                can_add={now < most}
                on_add={to(now.saturating_add(step))}
                on_subtract={to(now.saturating_sub(step))}
            />
        }
    }

    /// What the district expects of these schools in that week, and that it limits the plan where more would fit.
    fn expected(&self, fit: usize) -> Option<String> {
        let model = &self.app.model;
        let schools = self.wish.school.as_ref().map_or_else(|| my_schools(model), |school| vec![school.clone()]);
        let expected = expected(&model.ground()?, &schools, self.monday)?;
        let words = [("expected", expected.visits.into()), ("made", expected.made.into())];
        let said = model.text.with("plan-week-expected", words);
        let limit = (fit > expected.visits).then(|| model.text.get("plan-week-no-more"));
        Some(std::iter::once(said).chain(limit).collect::<Vec<_>>().join(" "))
    }
}
