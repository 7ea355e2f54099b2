//! The school year, its terms, its days off, and the days on which the district checks.

mod fields;

use domain::district::{Calendar, CalendarFault, CalendarPart, DistrictChange};
use yew::prelude::*;

use super::{offline, said};
use crate::browser::{focus, tasks};
use crate::components::{Banner, BannerKind, Button, ButtonKind, EmptyState, InputKind, PageHead, Panel, TextField};
use crate::route::Route;
use crate::state::{Command, Decision, use_app};
use crate::text::Text;
use fields::{Fields, Missing, Row};

/// The school year.
#[component]
pub fn CalendarPage() -> Html {
    let app = use_app();
    let text = &app.model.text;
    let send = app.send.clone();
    use_effect_with((), move |()| send.emit(Command::DecideAnew));
    let back = (AttrValue::from(Route::Deciding.address()), AttrValue::from(text.get("focus-title")));
    let head =
        html! { <PageHead title={text.get("calendar-title")} subtitle={text.get("calendar-subtitle")} {back} /> };
    let (Some(me), Some(district)) = (app.model.me.as_deref(), &app.model.documents.district) else {
        return html! { <>{ head }{ not_allowed(text) }</> };
    };
    if !me.may_set_district() {
        return html! { <>{ head }{ not_allowed(text) }</> };
    }
    html! {
        <>
            { head }
            { offline(&app) }
            <CalendarForm was={district.calendar.clone()} />
        </>
    }
}

fn not_allowed(text: &Text) -> Html {
    html! { <EmptyState title={text.get("calendar-not-allowed")} text={text.get("calendar-not-allowed-text")} /> }
}

#[derive(Properties, PartialEq)]
struct CalendarFormProps {
    was: Calendar,
}

/// The calendar, to be written.
#[component]
fn CalendarForm(props: &CalendarFormProps) -> Html {
    let app = use_app();
    let text = &app.model.text;
    let fields = use_state(|| Fields::of(&props.was));
    let begun = use_state(|| props.was.clone());
    let wrong = use_state(|| None::<String>);
    let anew = {
        let (fields, begun, was) = (fields.clone(), begun.clone(), props.was.clone());
        Callback::from(move |()| {
            fields.set(Fields::of(&was));
            begun.set(was.clone());
        })
    };
    // What somebody else has changed is shown at once, unless that would take away what was typed.
    let typed = fields.read().map(Calendar::sorted);
    let untouched =
        typed.as_ref().is_ok_and(|now| *now == (*begun).clone().sorted() || *now == props.was.clone().sorted());
    let meanwhile = *begun != props.was && !untouched;
    {
        let (moved, anew) = (*begun != props.was && untouched, anew.clone());
        use_effect_with(moved, move |moved| {
            if *moved {
                anew.emit(());
            }
        });
    }
    let form = Form { text, fields: &fields };
    let keep = {
        let (fields, wrong, send, was) = (fields.clone(), wrong.clone(), app.send.clone(), (*begun).clone());
        let text = text.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let read = fields.read().map_err(|missing| day_missing(&text, missing));
            match read.and_then(|now| now.check().map(|()| now).map_err(|why| fault(&text, why))) {
                Ok(now) => {
                    wrong.set(None);
                    let change = DistrictChange::Calendar { was: Box::new(was.clone()), now: Box::new(now) };
                    send.emit(Command::Decide(Box::new(change)));
                }
                Err(why) => {
                    wrong.set(Some(why));
                    tasks::Timeout::new(0, || focus::to("calendar-wrong")).forget();
                }
            }
        })
    };
    let shut = untouched || meanwhile || app.model.deciding.busy || app.model.syncing.offline;
    html! {
        <form onsubmit={keep} novalidate={true} class="calendar">
            <Panel id="calendar-year" title={text.get("calendar-year")}>
                <div class="form-row">
                    { form.day("calendar-first", &fields.first, |fields, typed| fields.first = typed) }
                    { form.day("calendar-last", &fields.last, |fields, typed| fields.last = typed) }
                </div>
            </Panel>
            <Panel id="calendar-terms" title={text.get("calendar-terms")}>
                <p class="muted small">{ text.get("calendar-terms-hint") }</p>
                { form.rows("term", &fields.terms, |fields| &mut fields.terms) }
            </Panel>
            <Panel id="calendar-off" title={text.get("calendar-off")}>
                <p class="muted small">{ text.get("calendar-off-hint") }</p>
                { form.rows("off", &fields.days_off, |fields| &mut fields.days_off) }
            </Panel>
            <Panel id="calendar-checks" title={text.get("calendar-checks")}>
                <p class="muted small">{ text.get("calendar-checks-hint") }</p>
                { form.checks() }
            </Panel>
            <div id="calendar-wrong" tabindex="-1" aria-live="polite">
                if let Some(why) = &*wrong {
                    <p class="field-error">{ why }</p>
                }
            </div>
            if meanwhile {
                <Banner kind={BannerKind::Warning} title={text.get("calendar-meanwhile")}>
                    { text.get("calendar-meanwhile-text") }
                    <div class="cluster"><Button on_press={anew}>{ text.get("calendar-anew") }</Button></div>
                </Banner>
            }
            { said(&app, &Decision::Calendar) }
            <div class="cluster">
                <Button kind={ButtonKind::Primary} submit={true} disabled={shut}>{ text.get("calendar-keep") }</Button>
            </div>
        </form>
    }
}

/// One of the lists of the form.
type Rows = fn(&mut Fields) -> &mut Vec<Row>;

struct Form<'a> {
    text: &'a Text,
    fields: &'a UseStateHandle<Fields>,
}

impl Form<'_> {
    /// A callback that changes the form.
    fn on<E: 'static>(&self, change: impl Fn(&mut Fields, E) + 'static) -> Callback<E> {
        let fields = self.fields.clone();
        Callback::from(move |event| {
            let mut next = (*fields).clone();
            change(&mut next, event);
            fields.set(next);
        })
    }

    fn day(&self, id: &'static str, value: &str, set: fn(&mut Fields, String)) -> Html {
        html! {
            <TextField
                {id}
                label={self.text.get(id)}
                kind={InputKind::Date}
                value={value.to_owned()}
                on_input={self.on(move |fields, typed: AttrValue| set(fields, typed.to_string()))}
            />
        }
    }

    /// Terms or days off: each a name and two days.
    fn rows(&self, name: &'static str, rows: &[Row], list: Rows) -> Html {
        let add = self.on(move |fields, ()| list(fields).push(Row::default()));
        let add = self.then_focus(add, format!("{name}-{}-name", rows.len()));
        html! {
            <>
                { for rows.iter().enumerate().map(|(at, row)| self.row(name, at, row, list)) }
                <div class="cluster">
                    <Button id={format!("{name}-add")} on_press={add}>{ self.text.get(added(name)) }</Button>
                </div>
            </>
        }
    }

    fn row(&self, name: &'static str, at: usize, row: &Row, list: Rows) -> Html {
        let text = self.text;
        let set = move |put: fn(&mut Row, String)| {
            self.on(move |fields, typed: AttrValue| {
                if let Some(row) = list(fields).get_mut(at) {
                    put(row, typed.to_string());
                }
            })
        };
        let number = at + 1;
        let legend = text.with("calendar-row", [("n", number.into()), ("name", row.name.as_str().into())]);
        html! {
            <fieldset key={format!("{name}-{at}")} class="calendar-row">
                <legend class="muted small">{ legend.clone() }</legend>
                <TextField
                    id={format!("{name}-{at}-name")}
                    label={text.get("calendar-name")}
                    value={row.name.clone()}
                    autocomplete="off"
                    on_input={set(|row, typed| row.name = typed)}
                />
                <TextField
                    id={format!("{name}-{at}-first")}
                    label={text.get("calendar-row-first")}
                    kind={InputKind::Date}
                    value={row.first.clone()}
                    on_input={set(|row, typed| row.first = typed)}
                />
                <TextField
                    id={format!("{name}-{at}-last")}
                    label={text.get("calendar-row-last")}
                    kind={InputKind::Date}
                    value={row.last.clone()}
                    on_input={set(|row, typed| row.last = typed)}
                />
                { self.remove(name, legend, move |fields| drop(list(fields).remove(at))) }
            </fieldset>
        }
    }

    fn checks(&self) -> Html {
        let (text, checks) = (self.text, &self.fields.checks);
        let add = self.on(|fields, ()| fields.checks.push(String::new()));
        let add = self.then_focus(add, format!("check-{}", checks.len()));
        let row = |(at, typed): (usize, &String)| {
            let label = text.with("calendar-check", [("n", (at + 1).into())]);
            let on_input = self.on(move |fields, typed: AttrValue| {
                if let Some(check) = fields.checks.get_mut(at) {
                    *check = typed.to_string();
                }
            });
            html! {
                <div key={format!("check-{at}")} class="calendar-check">
                    <TextField id={format!("check-{at}")} label={label.clone()} kind={InputKind::Date} value={typed.clone()} {on_input} />
                    { self.remove("check", label, move |fields| drop(fields.checks.remove(at))) }
                </div>
            }
        };
        html! {
            <>
                { for checks.iter().enumerate().map(row) }
                <div class="cluster"><Button id="check-add" on_press={add}>{ text.get("calendar-check-add") }</Button></div>
            </>
        }
    }

    /// The row goes, and the focus to where one is added.
    fn remove(&self, name: &'static str, spoken: String, take: impl Fn(&mut Fields) + 'static) -> Html {
        let text = self.text;
        let spoken = AttrValue::from(text.with("calendar-remove-spoken", [("name", spoken.into())]));
        let on_press = self.then_focus(self.on(move |fields, ()| take(fields)), format!("{name}-add"));
        html! { <Button kind={ButtonKind::Quiet} {spoken} {on_press}>{ text.get("calendar-remove") }</Button> }
    }

    fn then_focus(&self, first: Callback<()>, id: String) -> Callback<()> {
        Callback::from(move |()| {
            first.emit(());
            let id = id.clone();
            tasks::Timeout::new(0, move || focus::to(&id)).forget();
        })
    }
}

fn added(name: &str) -> &'static str {
    if name == "term" { "calendar-term-add" } else { "calendar-off-add" }
}

fn day_missing(text: &Text, missing: Missing) -> String {
    let number = |at: usize| [("n", (at + 1).into())];
    match missing {
        Missing::Year => text.get("calendar-wrong-year"),
        Missing::Term(at) => text.with("calendar-missing-term", number(at)),
        Missing::DaysOff(at) => text.with("calendar-missing-off", number(at)),
        Missing::Check(at) => text.with("calendar-missing-check", number(at)),
    }
}

/// What is wrong with a calendar, with its row.
pub(super) fn fault(text: &Text, fault: CalendarFault) -> String {
    let number = |at: usize| [("n", (at + 1).into())];
    match fault {
        CalendarFault::Year => text.get("calendar-wrong-year"),
        CalendarFault::Nameless(CalendarPart::Term, at) => text.with("calendar-nameless-term", number(at)),
        CalendarFault::Nameless(CalendarPart::DaysOff, at) => text.with("calendar-nameless-off", number(at)),
        CalendarFault::Backwards(CalendarPart::Term, at) => text.with("calendar-backwards-term", number(at)),
        CalendarFault::Backwards(CalendarPart::DaysOff, at) => text.with("calendar-backwards-off", number(at)),
        CalendarFault::Outside(CalendarPart::Term, at) => text.with("calendar-outside-term", number(at)),
        CalendarFault::Outside(CalendarPart::DaysOff, at) => text.with("calendar-outside-off", number(at)),
        CalendarFault::Overlap(one, other) => {
            text.with("calendar-overlap", [("one", (one + 1).into()), ("other", (other + 1).into())])
        }
        CalendarFault::Check(at) => text.with("calendar-outside-check", number(at)),
    }
}
