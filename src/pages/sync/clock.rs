//! A clock that was wrong: the visits whose date it got wrong, each with its date put right on request.

use domain::time::{DAY, Date, local};
use domain::visit::Source;
use yew::prelude::*;

use crate::components::{Button, Panel};
use crate::pages::words;
use crate::state::{App, Command, Model, OpenVisit, use_app};

/// Visits begun longer ago than this, in milliseconds, may well have had a right clock.
const RECENT: i64 = 7 * DAY;

/// Weeks and terms come from a visit's date, so it is the date that is offered; nothing is changed unasked.
#[component]
pub(super) fn ClockPanel() -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let (Some(title), visits) = (words::clock_trouble(model), wrongly_dated(model)) else { return html! {} };
    html! {
        <Panel id="clock" {title}>
            <p>{ text.get("banner-clock-remedy") }</p>
            if !visits.is_empty() {
                <p>{ text.get("clock-dates") }</p>
                <div class="stack">{ for visits.into_iter().map(|(visit, right)| offer(&app, visit, right)) }</div>
            }
        </Panel>
    }
}

/// Recent visits of this person that would have another date without the clock's error, with that date.
fn wrongly_dated(model: &Model) -> Vec<(&OpenVisit, Date)> {
    let Some(ahead) = model.ledger.clock_ahead else { return Vec::new() };
    let mine = |visit: &&OpenVisit| model.me.as_ref().is_some_and(|me| visit.visit.begin.observer == me.account);
    let recent = |visit: &&OpenVisit| {
        let begin = &visit.visit.begin;
        begin.source == Source::Live && model.now.since(begin.at) < RECENT && !visit.visit.discarded
    };
    let right = |visit: &OpenVisit| local(visit.visit.begin.at.plus(-ahead), visit.visit.begin.offset).0;
    let visits = model.visits.values().map(|visit| &**visit).filter(mine).filter(recent);
    visits.map(|visit| (visit, right(visit))).filter(|(visit, right)| visit.visit.begin.date != *right).collect()
}

fn offer(app: &App, visit: &OpenVisit, right: Date) -> Html {
    let (model, text) = (&app.model, &app.model.text);
    let begin = &visit.visit.begin;
    let room = words::room(&model.documents, &visit.at.school, visit.visit.context.as_ref());
    let room = room.unwrap_or_else(|| text.get("today-unnamed-room"));
    let at = visit.at.clone();
    html! {
        <div key={visit.at.visit.to_string()} class="cluster">
            <span>{ text.with("refused-visit-name", [("room", room.into()), ("date", text.date(begin.date).into())]) }</span>
            <Button on_press={app.on(move |()| Command::CorrectClock(at.clone()))}>
                { text.with("clock-correct", [("date", text.date(right).into())]) }
            </Button>
        </div>
    }
}
