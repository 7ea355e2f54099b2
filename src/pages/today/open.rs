//! Visits that have begun and not ended: to go on with, or to end where they stopped.

use domain::visit::Act;
use yew::prelude::*;

use crate::browser::use_now;
use crate::components::{Button, ButtonKind, ButtonLink, ClassroomCard};
use crate::pages::words;
use crate::route::Route;
use crate::state::{Command, OpenVisit, use_app};

/// The open visits, the latest first.
#[component]
pub(super) fn OpenVisits() -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let heading = text.with("today-open", [("n", model.open_visits().len().into())]);
    let cards = model.open_visits().into_iter().enumerate().map(|(index, open)| {
        let primary = index == 0;
        html! { <OpenCard key={open.at.visit.to_string()} visit={(**open).clone()} {primary} /> }
    });
    html! {
        <section class="section" aria-labelledby="open-title">
            <h2 id="open-title">{ heading }</h2>
            <div class="stack">{ for cards }</div>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct OpenCardProps {
    visit: OpenVisit,
    /// It is the one to go on with.
    primary: bool,
}

/// One open visit with its running watch; a second's passing draws this card again and nothing else.
#[component]
fn OpenCard(props: &OpenCardProps) -> Html {
    let app = use_app();
    let (model, text) = (&app.model, &app.model.text);
    let OpenVisit { at, visit, .. } = &props.visit;
    let room = words::room(&model.documents, &at.school, visit.context.as_ref());
    let lead = words::lead(&model.documents, &at.school, visit.context.as_ref());
    let started = words::date_and_time(text, visit.begin.at, visit.begin.offset);
    let started =
        if visit.begin.date == model.today() { text.clock(visit.begin.at, visit.begin.offset) } else { started };
    let last = visit.last_mark();
    let last_said = words::moment(text, last, model.now, visit.begin.offset);
    let finish = {
        let at = at.clone();
        app.on(move |()| Command::Act(at.clone(), Act::Finish(last)))
    };
    let time = text.stopwatch(visit.watched(use_now(1_000).max(model.now)));
    let watched = if visit.paused().is_some() {
        text.with("today-watched-paused", [("time", time.into())])
    } else {
        text.with("today-watched", [("time", time.into())])
    };
    let kind = if props.primary { ButtonKind::Primary } else { ButtonKind::Plain };
    html! {
        <ClassroomCard
            title={room.unwrap_or_else(|| text.get("today-unnamed-room"))}
            sub={text.with("today-open-since", [("lead", lead.unwrap_or_else(|| text.get("today-no-lead")).into()), ("time", started.into())])}
            last={watched}
            actions={html! {
                <>
                    <ButtonLink {kind} big={props.primary} href={Route::Record(at.school.clone(), at.visit).address()}>
                        { text.get("today-continue") }
                    </ButtonLink>
                    <Button big={props.primary} on_press={finish}>
                        { text.with("today-finish-at", [("time", last_said.into())]) }
                    </Button>
                </>
            }}
        />
    }
}
