//! The week, the coverage and what waits to be sent, as figures.

use domain::coverage::{last_visits, visits_between, week_of};
use domain::fact::Pack;
use yew::prelude::*;

use crate::components::{Button, ButtonLink, KeyFigure, KeyFigures};
use crate::pages::{opening_selection, words};
use crate::route::Route;
use crate::state::{Command, Model, use_app};

/// Visits this week, classrooms visited, and what waits; with the button that sends it.
#[component]
pub(super) fn Figures() -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let waits = model.visits_waiting() > 0;
    html! {
        <section class="section" aria-labelledby="figures-title">
            <div class="section-head">
                <h2 id="figures-title">{ text.get("today-figures") }</h2>
                <ButtonLink href={Route::Coverage(opening_selection(model)).address()}>
                    { text.get("coverage-link") }
                </ButtonLink>
                if waits {
                    <Button on_press={app.on(|()| Command::Sync)} disabled={model.syncing.running}>
                        { if model.syncing.running { text.get("sync-running") } else { text.get("sync-now") } }
                    </Button>
                }
            </div>
            <KeyFigures figures={vec![this_week(model), classrooms(model), waiting(model)]} />
        </section>
    }
}

fn packs(model: &Model) -> impl Iterator<Item = &Pack> {
    model.packs.values().map(|pack| &**pack)
}

fn this_week(model: &Model) -> KeyFigure {
    let (text, week) = (&model.text, week_of(model.today()));
    let mine = model.me.as_ref().map_or(0, |me| visits_between(packs(model), Some(&me.account), week));
    let all = visits_between(packs(model), None, week);
    KeyFigure {
        value: mine.to_string().into(),
        label: text.with("today-visits-this-week", [("n", mine.into())]).into(),
        note: (all > mine).then(|| text.with("today-visits-by-all", [("n", all.into())]).into()),
    }
}

fn classrooms(model: &Model) -> KeyFigure {
    let text = &model.text;
    let rooms = last_visits(packs(model), model.documents.rosters.values());
    let visited = rooms.iter().filter(|room| room.last.is_some()).count();
    KeyFigure {
        value: visited.to_string().into(),
        label: text.with("today-classrooms", [("n", rooms.len().into())]).into(),
        note: None,
    }
}

/// What waits, since when, and when something last went through.
fn waiting(model: &Model) -> KeyFigure {
    let text = &model.text;
    let count = model.visits_waiting();
    let begun = model.waiting.keys().filter_map(|id| Some(model.visit(*id)?.visit.begin.at));
    let oldest = begun.min().map(|at| words::date_and_time(text, at, model.offset));
    let synced = model.ledger.last_sync.map(|at| words::moment(text, at, model.now, model.offset));
    let note = match (oldest, synced) {
        (Some(oldest), _) if count > 0 => Some(text.with("today-waiting-since", [("when", oldest.into())])),
        (_, Some(synced)) => Some(text.with("today-last-sync", [("when", synced.into())])),
        (_, None) => None,
    };
    KeyFigure {
        value: count.to_string().into(),
        label: text.with("today-waiting", [("n", count.into())]).into(),
        note: note.map(AttrValue::from),
    }
}
