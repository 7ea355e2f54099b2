//! What stands below at a check date: which of it calls for action, and which may be chance.

use domain::compare::{Comparison, Discrepancy, Selection, discrepancies};
use domain::district::Calendar;
use domain::time::Date;
use yew::prelude::*;

use super::ask::{Reply, use_comparison};
use super::compare::{chart_row, failed, no_framework, no_visits, place};
use super::held::Held;
use super::narrow::{Narrow, Offered, dates, said};
use crate::components::{Button, Choice, FilterSelect, Icon, PageHead, Skeleton};
use crate::route::{CompareView, Route};
use crate::state::{App, Command, Question, use_app};
use crate::text::Text;

/// What [`DiscrepanciesPage`] shows, as its address has it.
#[derive(Properties, PartialEq)]
pub struct DiscrepanciesPageProps {
    /// Which visits and look-fors; its days are those of the check.
    pub selection: Selection,
    /// The check date; `None` for how it stands so far.
    pub on: Option<Date>,
}

/// What stands below at a check date.
#[component]
pub fn DiscrepanciesPage(props: &DiscrepanciesPageProps) -> Html {
    let app = use_app();
    let held = Held::of(&app.model);
    let offered = use_memo((held.clone(), app.model.me.clone()), |(held, me)| Offered::of(held, me.as_deref()));
    let calendar = held.documents.district.as_ref().map(|district| &district.calendar);
    let until = props.on.unwrap_or(app.model.today());
    let checked = Selection {
        from: calendar.and_then(|calendar| calendar.term_of(until)).map(|term| term.first_day),
        to: Some(until),
        ..props.selection.clone()
    };
    let reply = use_comparison(&app, &held, &checked, true);
    let text = &app.model.text;
    let back = Route::Compare(checked.clone(), CompareView::default()).address();
    html! {
        <>
            <PageHead
                title={text.get("discrepancies-title")}
                subtitle={subtitle(&app, &offered, &checked)}
                back={(back.into(), text.get("weekly-back").into())}
                actions={html! {
                    <Button icon={Icon::Print} on_press={app.on(|()| Command::Print)}>
                        { text.get("compare-print") }
                    </Button>
                }}
            />
            { filters(&app, &offered, calendar, props) }
            { body(&app, &held, &checked, &reply, props.on.is_some()) }
        </>
    }
}

fn subtitle(app: &App, offered: &Offered, checked: &Selection) -> String {
    let (text, today) = (&app.model.text, app.model.today());
    let mut parts = vec![place(&app.model, offered, checked)];
    parts.extend(checked.from.zip(checked.to).map(|days| dates(text, days, today)));
    parts.extend(said(text, offered, checked));
    parts.join(" · ")
}

fn filters(app: &App, offered: &Offered, calendar: Option<&Calendar>, props: &DiscrepanciesPageProps) -> Html {
    let (text, on) = (&app.model.text, props.on);
    let narrow = Narrow {
        prefix: "",
        text,
        offered,
        selection: &props.selection,
        today: app.model.today(),
        on_change: app.on(move |selection| Command::Go(Route::Discrepancies(selection, on))),
    };
    html! {
        <div class="filters" role="group" aria-label={text.get("narrow-label")}>
            { narrow.school() }
            { check_date(app, calendar, props) }
            { narrow.grade() }
            { narrow.subject() }
            { narrow.autonomy() }
        </div>
    }
}

/// The check dates that have come, the latest first, after "so far".
fn check_date(app: &App, calendar: Option<&Calendar>, props: &DiscrepanciesPageProps) -> Html {
    let (text, today) = (&app.model.text, app.model.today());
    let mut checks = calendar.map(Calendar::checks).unwrap_or_default();
    checks.retain(|day| *day <= today);
    checks.extend(props.on.filter(|day| !checks.contains(day)));
    let option = |day: &Date| Choice::new(day.to_string(), text.full_date(*day));
    let so_far = Choice::new("", text.get("discrepancies-so-far"));
    let options: Vec<_> = std::iter::once(so_far).chain(checks.iter().rev().map(option)).collect();
    let selection = props.selection.clone();
    let on_change =
        app.on(move |day: AttrValue| Command::Go(Route::Discrepancies(selection.clone(), day.parse().ok())));
    html! {
        <FilterSelect
            id="check-date"
            label={text.get("discrepancies-check-date")}
            value={props.on.map_or_else(String::new, |day| day.to_string())}
            {options}
            set={props.on.is_some()}
            {on_change}
        />
    }
}

fn body(app: &App, held: &Held, checked: &Selection, reply: &Reply<Comparison>, final_word: bool) -> Html {
    let text = &app.model.text;
    if held.documents.frameworks.is_empty() || held.documents.district.is_none() {
        return no_framework(text);
    }
    if let Some(failure) = reply.failure {
        return failed(app, Question::Compare(checked.clone()), failure);
    }
    match reply.told.as_deref() {
        Some(comparison) if reply.current && comparison.visits == 0 && !reply.asked && held.visits() == 0 => {
            no_visits(text)
        }
        Some(comparison) if reply.current => {
            let visits = (!reply.asked).then_some(checked);
            Findings { app, comparison, held, visits, final_word }.draw()
        }
        Some(_) | None => html! { <Skeleton label={text.get("compare-loading")} rows=4 /> },
    }
}

/// What was found, to be drawn.
struct Findings<'a> {
    app: &'a App,
    comparison: &'a Comparison,
    held: &'a Held,
    /// The selection whose visits are on this tablet.
    visits: Option<&'a Selection>,
    /// It is a check date, and not between two.
    final_word: bool,
}

impl Findings<'_> {
    fn draw(&self) -> Html {
        let text = &self.app.model.text;
        let found = discrepancies(self.comparison);
        let tested = self.comparison.rows.iter().filter(|row| row.shortfall_by_chance.is_some()).count();
        let (calls, chance): (Vec<_>, Vec<_>) = found.iter().partition(|one| one.calls);
        let heading = if self.final_word { "discrepancies-calls" } else { "discrepancies-would-call" };
        html! {
            <>
                <p>{ summary(text, tested, found.len()) }</p>
                if !found.is_empty() {
                    { self.section("calls", text.get(heading), &calls, text.get("discrepancies-no-calls")) }
                }
                if !chance.is_empty() {
                    { self.section("chance", text.get("discrepancies-chance"), &chance, String::new()) }
                }
                if tested > 0 {
                    <p class="muted">{ text.with("discrepancies-why", [("n", tested.into())]) }</p>
                }
                if !self.final_word {
                    <p class="muted">{ text.get("discrepancies-so-far-note") }</p>
                }
            </>
        }
    }

    fn section(&self, id: &'static str, title: String, found: &[&Discrepancy<'_>], none: String) -> Html {
        let text = &self.app.model.text;
        let row = |one: &&Discrepancy<'_>| chart_row(text, self.comparison, one.row, self.held, self.visits.cloned());
        html! {
            <section class="section" aria-labelledby={id}>
                <h2 {id}>{ title }</h2>
                if found.is_empty() {
                    <p>{ none }</p>
                } else {
                    <div class="compare-list">{ for found.iter().map(row) }</div>
                }
            </section>
        }
    }
}

fn summary(text: &Text, tested: usize, below: usize) -> String {
    match (tested, below) {
        (0, _) => text.get("discrepancies-untested"),
        (_, 0) => text.with("discrepancies-none", [("n", tested.into())]),
        (_, _) => text.with("discrepancies-summary", [("n", tested.into()), ("below", below.into())]),
    }
}
